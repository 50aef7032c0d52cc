import { widget } from "../../widgets/static/card.js";
import { GRADE_WORDS, picker, saving } from "../../widgets/static/map-parts.js";
import { fill, h, said } from "../../widgets/static/parts.js";
import { button, enable } from "../../widgets/static/player.js";
import { drawing } from "./made.js";
import { ownMap } from "./map.js";
import { chosen, partyTable, putting, tieList, tiesOf } from "./parties.js";

/** @import { Named, View } from "#types" */
/** @import { Drawn } from "./made.js" */
/** @import { Party } from "./map.js" */

/** @typedef {{own: string, parties: Named[], question: string, most: number, longest_name: number, longest: number}} Sheet */
/** @typedef {Drawn & {words: string}} Answer */
/** @typedef {{turned: string, hangs: string, apart: string, without: string, lost: string[]}} Seen */
/** @typedef {"see" | "tie" | "cut" | "bridge" | "away"} Mode */

// What is drawn is the answer. The page draws it at once; what the drawing says comes from the session,
// so that it is the same wherever the course runs.

const NARROW = 640; // px, below which the map is laid out for a telephone
const MODES = /** @type {[Mode, string][]} */ ([
  ["tie", "sketch-mode-tie"], ["cut", "sketch-mode-cut"], ["bridge", "sketch-mode-bridge"], ["away", "sketch-mode-away"],
  ["see", "sketch-mode-see"],
]);
const USUAL = 3; // the strength of a new tie, until another is picked

/** @type {View<Sheet, Answer>} */
function sketch({ task, words, uid, changed, ask }) {
  const done = drawing(task.own);
  /** @type {Mode} */
  let mode = "tie";
  /** @type {string | null} */
  let held = null; // the first of two
  /** @type {string | null} */
  let seen = null; // who is looked at just now
  /** @type {string | null} */
  let selected = null; // whom the panel is about
  let strength = USUAL;
  let asked = 0;
  /** @type {Seen | null} */
  let known = null;
  let isNarrow = false;

  const news = h("p", { class: "news", role: "status" });
  const goals = h("ul", { class: "goals" });
  const map = ownMap(words, { press, look, escape: letGo, drawn: (from, to) => { if (mode !== "tie") return false; tie(from, to); return true; } });
  const table = partyTable(words, uid, press);
  table.node.hidden = true;
  const put = putting(task, words, uid, putOut);
  const panel = chosen(words, uid, task.longest_name, { change, remove });
  const made = tieList(words, (one, other, to) => grown(one, other, to, to ? "" : "sketch-cut"));
  const says = h("section", { class: "panel says" });
  const chart = h("div", {}, map.node);
  const board = h("div", { class: "board" }, chart, table.node);
  const watcher = new ResizeObserver(() => {
    if (board.clientWidth < NARROW === isNarrow) return;
    isNarrow = !isNarrow;
    map.lay(isNarrow);
  });
  const modes = MODES.map(([name, key]) => button(words[key], () => choose(name), name === mode));
  const grade = picker(`${uid}-strength`, words["sketch-strength"], words, strength, (to) => { strength = to; });
  const undo = button(words["sketch-undo"], () => { if (done.undo()) altered(words["sketch-undone"]); });
  const redo = button(words["sketch-redo"], () => { if (done.redo()) altered(words["sketch-redone"]); });
  const again = button(words["sketch-restart"], () => { if (done.restart()) altered(words["sketch-undone"]); });
  const asTable = button(words["sketch-as-table"], showTable, false);
  const area = h("textarea", { id: `${uid}-words`, rows: "3", maxlength: task.longest, oninput: changed, "aria-describedby": `${uid}-note` });

  const say = (/** @type {string} */ told) => { news.textContent = told; };
  const name = (/** @type {string} */ id) => done.party(id)?.name ?? "";

  function choose(/** @type {Mode} */ to) {
    mode = to;
    held = null;
    for (const [i, one] of modes.entries()) one.setAttribute("aria-pressed", String(MODES[i][0] === mode));
    grade.node.hidden = mode !== "tie";
    draw();
  }

  function showTable() {
    const isTable = asTable.getAttribute("aria-pressed") !== "true";
    asTable.setAttribute("aria-pressed", String(isTable));
    chart.hidden = isTable;
    table.node.hidden = !isTable;
    draw();
  }

  // --- what is done ---

  function altered(/** @type {string} */ told) {
    if (held !== null && !done.party(held)) held = null;
    if (selected !== null && !done.party(selected)) selected = null;
    changed();
    say(told);
    measure();
    draw();
  }

  function putOut(/** @type {string} */ called, /** @type {boolean} */ inside) {
    const there = done.now().parties.length;
    const why = !called ? words["sketch-write"] : done.named(called) ? fill(words["sketch-there"], { name: called })
      : there >= task.most ? fill(words["sketch-full"], { most: task.most }) : "";
    if (why) {
      say(why);
      return false;
    }
    selected = done.put(called, inside);
    altered(fill(words["sketch-put"], { name: called }));
    return true;
  }

  function change(/** @type {string} */ id, /** @type {Partial<Party>} */ to) {
    done.change(id, to);
    altered("");
  }

  function remove(/** @type {string} */ id) {
    const told = fill(words["sketch-removed"], { name: name(id) });
    done.remove(id);
    altered(told);
    modes[0].focus();
  }

  function press(/** @type {string} */ id) {
    selected = id;
    if (mode === "bridge") mark(id);
    else if (mode === "away") leave(id);
    else if (mode === "see") {
      say(`${name(id)}. ${tiesOf(id, done.now().parties, done.now().ties, words) || words["sketch-no-ties"]}`);
      draw();
    } else if (held === null) {
      held = id;
      say(fill(words["sketch-held"], { name: name(id) }));
      draw();
    } else if (held === id) letGo();
    else if (mode === "tie") tie(held, id);
    else cut(held, id);
  }

  function mark(/** @type {string} */ id) {
    const isIt = done.now().bridge === id;
    done.add((next) => { next.bridge = isIt ? null : id; });
    altered(isIt ? words["sketch-no-bridge"] : fill(words["sketch-is-bridge"], { name: name(id) }));
  }

  function leave(/** @type {string} */ id) {
    const isAway = done.now().away.includes(id);
    done.add((next) => { next.away = isAway ? next.away.filter((one) => one !== id) : [...next.away, id]; });
    altered(fill(words[isAway ? "sketch-is-back" : "sketch-is-away"], { name: name(id) }));
  }

  function tie(/** @type {string} */ one, /** @type {string} */ other) {
    grown(one, other, strength, done.strength(one, other) === strength ? "sketch-tied-already" : "sketch-tied");
  }

  function cut(/** @type {string} */ one, /** @type {string} */ other) {
    grown(one, other, 0, done.strength(one, other) ? "sketch-cut" : "sketch-not-tied");
  }

  /** Make a tie so strong; with 0 it is cut. */
  function grown(/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ to, /** @type {string} */ key) {
    held = null;
    const told = key ? fill(words[key], { one: name(one), other: name(other), grade: words[GRADE_WORDS[to]] }) : "";
    if (done.strength(one, other) === to) {
      say(told);
      draw();
      return;
    }
    done.tie(one, other, to);
    altered(told);
    if (document.activeElement === document.body) modes[0].focus(); // what was pressed is gone with its tie
  }

  function look(/** @type {string | null} */ id) {
    if (seen === id) return;
    seen = id;
    draw();
  }

  function letGo() {
    if (held !== null) say(words["sketch-let-go"]);
    held = null;
    draw();
  }

  const measure = () => { asked = ask(/** @type {any} */ ({ ...done.now(), do: "measure" })); };

  // --- what is shown ---

  const spoken = (/** @type {Party} */ { id, name: called, inside }) => {
    const { bridge, away, ties } = done.now();
    const n = ties.filter(([one, other]) => one === id || other === id).length;
    return [called, words[inside ? "sketch-inside" : "sketch-outside"], `${words["sketch-ties"].toLowerCase()}: ${n}`,
      id === bridge && words["sketch-holds"], away.includes(id) && words["sketch-away"],
      known?.lost.includes(id) && words["sketch-lost"]].filter(Boolean).join(", ");
  };

  function draw() {
    const now = { ...done.now(), lost: known?.lost ?? [], seen, held, selected, spoken };
    map.draw(now);
    map.node.setAttribute("aria-label", fill(words["sketch-map"], { n: now.parties.length }));
    if (!table.node.hidden) table.draw(now);
    made.draw(now);
    panel.show(now);
    put.show((called) => Boolean(done.named(called)));
    enable([[undo, done.canUndo()], [redo, done.canRedo()], [again, done.canRestart()]], modes[0]);
  }

  return {
    node: h("div", {}, h("div", { class: "banner" }, h("b", {}, words["sketch-goals"]), goals),
      put.node,
      h("div", { class: "bench" },
        h("div", { class: "main" },
          h("div", { class: "tools" }, h("div", { class: "set", role: "group", "aria-label": words["sketch-modes"] }, modes),
            grade.node, h("div", { class: "set" }, undo, redo, again)),
          news, board,
          h("div", { class: "below" }, h("p", { class: "note keys" }, `${words["sketch-keys"]} ${words["sketch-widths"]}`),
            h("div", { class: "set" }, asTable, saving(words, task.exercise, map)))),
        h("div", { class: "aside" }, says, panel.node)),
      made.node,
      h("div", { class: "field" }, h("label", { for: `${uid}-words` }, task.question), area),
      h("p", { id: `${uid}-note`, class: "note" }, words["free-text"])),
    answer: () => ({ ...done.now(), words: area.value }),
    show: (answer) => {
      done.show(answer);
      area.value = answer?.words ?? "";
      held = selected = known = null;
      measure();
      draw();
    },
    judged: ({ said: all }) => all.map(said),
    scene: (/** @type {any} */ scene) => {
      if ((scene.n ?? 0) < asked) return; // of something that has been changed since
      known = scene.seen;
      goals.replaceChildren(...scene.goals.map((/** @type {{text: string, done: boolean}} */ { text, done: isMet }) =>
        h("li", { class: isMet ? "met" : "" }, text, h("span", { class: "unseen" }, `: ${words[isMet ? "sketch-met" : "sketch-not-met"]}`))));
      const { turned, hangs, apart, without } = scene.seen;
      says.replaceChildren(h("h4", {}, words["sketch-says"]), ...[without, hangs, apart, turned].filter(Boolean).map((text) =>
        h("p", { class: text === without ? "without" : "" }, text)));
      draw();
    },
    attached: () => {
      watcher.observe(board);
      measure();
      draw();
    },
    ended: () => watcher.disconnect(),
  };
}

export default widget(sketch);
