import { widget } from "../../widgets/static/card.js";
import { goalParts, mapBoard } from "../../widgets/static/map-hands.js";
import { GRADE_WORDS, saving } from "../../widgets/static/map-parts.js";
import { fill, h } from "../../widgets/static/parts.js";
import { comparison, measures } from "./figures.js";
import { handOn } from "./hand.js";
import { history, tiesNow } from "./made.js";
import { peopleMap } from "./map.js";
import { peopleTable, toldOf } from "./people.js";
import { raceOf } from "./race.js";
import { inRound, spreading } from "./spread.js";
import { toolsOf } from "./tools.js";

/** @import { Given, View, Words } from "#types" */
/** @import { Measured } from "./figures.js" */
/** @import { Hand } from "./hand.js" */
/** @import { Lab, Made } from "./made.js" */

// What is done to the network is the answer. The page draws it at once; measures, rounds and the
// parts of the goal come from the session, so that they are the same wherever the course runs.

const LISTED = 15; // ties that are told one by one; the rest by their number

/** @type {View<Lab, Made>} */
function lab(given) {
  return given.task.asks === "round" ? raceOf(given) : network(given);
}

/** What was measured, and the goals that are met by it. */
function tellMeasured(/** @type {ReturnType<typeof placesFor>} */ shown, /** @type {any} */ scene, /** @type {Lab} */ task, /** @type {Words} */ words, /** @type {Made} */ made) {
  shown.figures.replaceChildren(...(task.network.units.length > 1 ? measures(scene.measured, words) : [])); // there is nothing between the units of one
  shown.goals.replaceChildren(...goalParts(scene.goals, words["lab-met"], words["lab-not-met"]), ...tiesLeft(task, words, made));
}

/** @param {Given<Lab>} given */
function network(given) {
  const { task, words, changed, ask } = given;
  const place = new Map(task.network.people.map(({ id }, i) => [id, i]));
  const done = history(task);
  let asked = 0;
  /** @type {Measured | null} */
  let known = null;
  let isAnswered = false;
  const request = (/** @type {string} */ what) => { asked = ask(/** @type {any} */ ({ ...done.now(), do: what })); };
  const shown = placesFor(task);
  const on = handOn(task, words, done, { say: shown.say, draw, altered });
  const { map, table, board, spread, learnt, tools } = partsOf(given, done, on, { draw, altered, compare: () => request("compare") });

  function altered(/** @type {string} */ told) {
    changed();
    spread.restart();
    learnt.stale();
    shown.say(told);
    request("measure");
    draw();
  }

  function draw() {
    const made = done.now();
    const now = standing(task, words, made, on.hand, known, spread.at());
    map.draw(now);
    map.zoom.hidden = board.isTable();
    if (board.isTable()) table.draw(now.ties, now.away, now.reached, now.held ?? now.chosen);
    shown.panel.replaceChildren(...toldOf(now.seen ?? now.held ?? on.hand.selected, task.network, now.ties, now.away, words));
    spread.draw(known, made.begin.length || task.begin.length);
    tools.draw();
    shown.made.replaceChildren(...listed(task, words, made, (a, b) => {
      on.cut(place.get(a) ?? 0, place.get(b) ?? 0);
      tools.focus();
    }));
  }

  return {
    node: arranged(task, words, shown, { tools, board, spread, learnt, zoom: map.zoom, saved: saving(words, task.exercise, map) }),
    answer: () => (task.asks === "person" ? { person: done.now().person, away: done.now().away } : done.now()),
    show: (/** @type {Made | null} */ answer) => {
      done.begin(answer, place);
      spread.restart();
      shown.say("");
      draw();
      if (!isAnswered) return;
      learnt.stale(); // one begins anew: what is met and left is that of the network as it now is
      request("measure");
    },
    label: () => (isAnswered ? undefined : words[task.free ? "lab-keep" : task.asks === "person" ? "lab-answer" : "lab-judge"]),
    judged: (/** @type {unknown} */ _, /** @type {unknown} */ __, /** @type {boolean} */ restoring) => {
      isAnswered = true;
      if (task.compares && !restoring) learnt.begin();
      return undefined;
    },
    cleared: () => { isAnswered = false; },
    failed: learnt.stale,
    scene: (/** @type {any} */ scene) => {
      if ((scene.n ?? 0) < asked) return; // of something that has been changed since
      if (scene.compared) learnt.draw(scene.compared, scene.progress, scene.fewer);
      if (!scene.measured) return;
      known = scene.measured;
      tellMeasured(shown, scene, task, words, done.now());
      draw();
    },
    attached: () => { board.watch(); request("measure"); draw(); },
    ended: () => { board.ended(); spread.ended(); },
  };
}

/**
 * What is looked at and pressed: the map and its table, the rounds, what is compared, the tools.
 * @param {Given<Lab>} given
 * @param {ReturnType<typeof history>} done
 * @param {ReturnType<typeof handOn>} on
 * @param {{draw: () => void, altered: (told: string) => void, compare: () => void}} page
 */
function partsOf({ task, words, uid }, done, on, { draw, altered, compare }) {
  const { people, units } = task.network;
  const map = peopleMap(task.network, fill(words["lab-map"], { n: people.length, units: units.length }), words, on);
  const table = peopleTable(task, words, uid, on.press);
  const spread = spreading(words, draw);
  return {
    map, table, spread,
    board: mapBoard(map, table.node, { name: "lab-map", switch: words["lab-as-table"] }, draw),
    learnt: comparison(words, compare),
    tools: toolsOf(task, words, uid, done, on, { altered, spread: spread.tools }),
  };
}

/** What is filled as one goes: the goal, the news, the panels, the ties that one has made. */
function placesFor(/** @type {Lab} */ task) {
  // Whom one has pointed out stands below the map as well; the sentence is for those who do not see it.
  const news = h("p", { class: task.asks === "person" ? "unseen" : "news", role: "status" });
  return {
    news,
    say: (/** @type {string} */ told) => { news.textContent = told; },
    goals: h("ul", { class: "goals" }),
    panel: h("section", { class: "panel who" }),
    figures: h("section", { class: "panel" }),
    made: h("ul", { class: "made" }),
  };
}

/**
 * Everything in its place: the goal above, the map with its tools, what is told beside and under it.
 * @param {Lab} task
 * @param {Words} words
 * @param {ReturnType<typeof placesFor>} shown
 * @param {{
 *   tools: ReturnType<typeof toolsOf>, board: ReturnType<typeof mapBoard>, spread: ReturnType<typeof spreading>,
 *   learnt: ReturnType<typeof comparison>, zoom: HTMLElement, saved: HTMLElement,
 * }} parts
 */
function arranged(task, words, { goals, news, panel, figures, made }, { tools, board, spread, learnt, zoom, saved }) {
  return h("div", {}, h("div", { class: "banner" }, h("b", { class: "unseen" }, words["lab-goals"]), goals),
    h("div", { class: "bench" },
      h("div", { class: "main" }, tools.node, tools.settings, board.node,
        h("div", { class: "below" }, h("p", { class: "note keys" }, words["lab-keys"]),
          zoom, h("div", { class: "set" }, board.asTable, saved)), news, made),
      h("div", { class: "aside" }, panel, figures),
      h("div", { class: "under" }, task.spreads ? spread.node : null, task.compares ? learnt.node : null)));
}

/**
 * How the map is to stand.
 * @param {Lab} task
 * @param {Words} words
 * @param {Made} made
 * @param {Hand} hand
 * @param {Measured | null} known
 * @param {number} round  that is seen
 */
function standing({ network: { people, units, ties } }, words, made, { seen, held }, known, round) {
  const place = new Map(people.map(({ id }, i) => [id, i]));
  const away = new Set(made.away.map((id) => place.get(id) ?? 0));
  const reached = new Map(Object.entries(known?.rounds ?? {}).filter(([, at]) => at <= round)
    .map(([id, at]) => [place.get(id) ?? 0, at]));
  return {
    ties: tiesNow({ people, units, ties }, made), seen, held, away, reached, isRunning: round > 0,
    chosen: made.person === undefined ? null : place.get(made.person) ?? null,
    spoken: (/** @type {number} */ i) => [people[i].name, people[i].role, units.find(({ id }) => id === people[i].unit)?.text,
      away.has(i) && words["lab-away"], reached.has(i) && inRound(reached.get(i), words)].filter(Boolean).join(", "),
  };
}

/**
 * The ties that one has made, each with a button that takes it away; or whom one has chosen.
 * @param {Lab} task
 * @param {Words} words
 * @param {Made} made
 * @param {(one: string, other: string) => void} cut
 */
function listed({ asks, compares, network: { people } }, words, { tied, person }, cut) {
  if (asks === "person") {
    const name = person === undefined ? "–" : (people.find(({ id }) => id === person) ?? people[0]).name;
    return [h("li", {}, fill(words["lab-your-answer"], { name }))];
  }
  const more = tied.length > LISTED ? [h("li", {}, fill(words["lab-and-more"], { n: tied.length - LISTED }))] : [];
  return tied.slice(0, LISTED).map(([a, b, grown]) => h("li", {}, `${a} – ${b}`,
    compares ? null : h("small", {}, words[GRADE_WORDS[grown]]), h("button", {
      type: "button", class: "remove", "aria-label": fill(words["lab-remove-tie"], { from: a, to: b }), onclick: () => cut(a, b),
    }, "×"))).concat(more);
}

/** How many ties are left to make, where they are counted. */
function tiesLeft(/** @type {Lab} */ { most }, /** @type {Words} */ words, /** @type {Made} */ { tied }) {
  return most === null ? [] : [h("li", { class: "left" }, fill(words["lab-left"], { n: most - tied.length, most }))];
}

export default widget(lab);
