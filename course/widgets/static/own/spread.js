// A practice that spreads on the map, round by round: as things are, or with the new ties. Nothing moves
// but by a press; who asks for less motion gets the rounds as pictures beside each other.

import { COLOURS } from "../draw-parts.js";
import { fill, h } from "../elements.js";
import { button, isCalm, player } from "../player.js";
import { filled, lineGroups, mapSheet } from "./sheet.js";
import { tabled } from "./told.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */
/** @import { Shown } from "./sheet.js" */

/** @typedef {"now" | "then"} Which  as things are, or with the new ties */
/** @typedef {{now: number[], then: number[], ties: number[][]}} Rounds  for each node the round in which it began,
 *   -1 for never; and the new ties */

const PACE = 900; // ms between two rounds that are played
const EDGE = 3; // of who began in this very round
const STILLS = 8;

/**
 * Where it begins, and how far it comes.
 * @param {Words} words
 * @param {string} title
 * @param {Shown} shown
 * @param {(begin: number) => Promise<Told>} spread
 */
export function spreading(words, title, shown, spread) {
  const { nodes, units } = shown;
  const starts = units.length ? units : nodes;
  const list = h("select", { id: "own-begin" }, starts.map(({ text }, at) => h("option", { value: String(at) }, text)));
  const told = h("div", { role: "status" });
  const place = h("div", {});
  let stop = () => {};
  const run = async () => {
    const said = await spread(Number(list.value));
    if (!said) return;
    stop();
    const played = playing(words, shown, said.play);
    stop = played.stop;
    told.replaceChildren(...said.told.map((/** @type {string} */ text) => h("p", {}, text)));
    place.replaceChildren(played.node, tabled(title, said.table));
  };
  return h("section", { class: "part spread" }, h("h2", { tabindex: "-1" }, title), h("p", {}, words["spread-about"]),
    h("div", { class: "row" }, h("label", { for: list.id }, words[units.length ? "spread-unit" : "spread-node"]), list,
      h("button", { type: "button", onclick: run }, words["spread-run"])), told, place);
}

/** The last round of one of the two. */
function lastOf(/** @type {number[]} */ began) {
  return Math.max(0, ...began);
}

/** How many have begun after a round, in words. */
function reached(/** @type {Words} */ words, /** @type {number[]} */ began, /** @type {number} */ at) {
  const n = began.filter((one) => one >= 0 && one <= at).length;
  return fill(words["spread-at"], { at, last: lastOf(began), n, all: began.length });
}

/** The map after a round: full are those who have begun, with a thick edge those who did just now. */
function painted(/** @type {Shown} */ shown, /** @type {Rounds} */ rounds, /** @type {string} */ label) {
  const { svg, spots, lines, marks } = mapSheet(shown, label);
  const usual = lineGroups(shown.ties, spots, "tie");
  const fresh = lineGroups(rounds.ties.map(([one, other]) => [one, other, 3]), spots, "fresh");
  return {
    svg,
    draw: (/** @type {Which} */ which, /** @type {number} */ at) => {
      lines.replaceChildren(...usual, ...(which === "then" ? fresh : []));
      for (const [i, mark] of marks.entries()) {
        const began = rounds[which][i];
        const has = began >= 0 && began <= at;
        filled(mark, has ? COLOURS.accent : null, has && began === at && at > 0 ? EDGE : 0);
      }
    },
  };
}

/** What is played, with its buttons. */
function playing(/** @type {Words} */ words, /** @type {Shown} */ shown, /** @type {Rounds} */ rounds) {
  const hasNew = rounds.ties.length > 0;
  /** @type {Which} */
  let which = "now";
  const [now, then] = /** @type {const} */ (["now", "then"]).map((one) => button(words[`spread-${one}`], () => turn(one), one === which));
  const choice = hasNew ? h("div", { class: "row" }, now, then) : null;
  const pace = isCalm() ? stills() : moving();

  function turn(/** @type {Which} */ to) {
    which = to;
    for (const [one, is] of /** @type {const} */ ([[now, "now"], [then, "then"]])) one.setAttribute("aria-pressed", String(is === which));
    pace.turned();
  }

  function moving() {
    const map = painted(shown, rounds, words["spread-map"]);
    const said = h("p", { class: "note", role: "status" });
    const steps = player({ words, pace: () => PACE, moved: draw });
    const { play, step, back, rewind } = steps.buttons;
    function draw() {
      map.draw(which, steps.at());
      said.textContent = reached(words, rounds[which], steps.at());
      steps.draw();
    }
    const turned = () => {
      steps.begin(lastOf(rounds[which]));
      draw();
    };
    turned();
    return { turned, stop: steps.stop, node: [h("div", { class: "sheet" }, map.svg), said, h("div", { class: "row" }, play, step, back, rewind)] };
  }

  function stills() {
    const place = h("div", { class: "stills" });
    const turned = () => {
      const last = lastOf(rounds[which]);
      const shownRounds = Array.from({ length: last + 1 }, (_, at) => at).filter((at) => at < STILLS - 1 || at === last);
      place.replaceChildren(...shownRounds.map((at) => {
        const text = reached(words, rounds[which], at);
        const map = painted(shown, rounds, text);
        map.draw(which, at);
        return h("figure", {}, h("figcaption", {}, text), h("div", { class: "sheet" }, map.svg));
      }));
    };
    turned();
    return { turned, stop: () => {}, node: [place] };
  }

  return { stop: pace.stop, node: h("div", {}, choice, h("p", { class: "note" }, words["spread-marks"]), pace.node) };
}
