import { widget } from "../../widgets/static/card.js";
import { backButtons, goalParts, mapBoard, modeButtons } from "../../widgets/static/map-hands.js";
import { picker, saving } from "../../widgets/static/map-parts.js";
import { fill, h, said } from "../../widgets/static/parts.js";
import { handOn } from "./hand.js";
import { drawing } from "./made.js";
import { ownMap } from "./map.js";
import { chosen, partyTable, putting, tieList } from "./parties.js";

/** @import { Given, Named, View, Words } from "#types" */
/** @import { Hand, Mode } from "./hand.js" */
/** @import { Drawn } from "./made.js" */
/** @import { Party } from "./map.js" */

/** @typedef {{own: string, goals: {text: string, done: boolean}[], parties: Named[], question: string, most: number, longest_name: number, longest: number}} Sheet */
/** @typedef {Drawn & {words: string}} Answer */
/** @typedef {{turned: string, hangs: string, apart: string, without: string, lost: string[]}} Seen */

// What is drawn is the answer. The page draws it at once; what the drawing says comes from the session,
// so that it is the same wherever the course runs.

const MODES = /** @type {[Mode, string][]} */ ([
  ["tie", "sketch-mode-tie"], ["cut", "sketch-mode-cut"], ["bridge", "sketch-mode-bridge"], ["away", "sketch-mode-away"],
  ["see", "sketch-mode-see"],
]);

/** @type {View<Sheet, Answer>} */
function sketch(given) {
  const { task, words, uid, changed, ask } = given;
  const done = drawing(task.own);
  let asked = 0;
  /** @type {Seen | null} */
  let known = null;
  const measure = () => { asked = ask(/** @type {any} */ ({ ...done.now(), do: "measure" })); };

  const news = h("p", { class: "news", role: "status" });
  const say = (/** @type {string} */ told) => { news.textContent = told; };
  const on = handOn(words, done, { say, draw, altered, refocus: () => parts.modes.focus() });
  const parts = partsOf(given, done, on, { say, draw, altered });
  const { map, table, put, panel, made, board, modes, back } = parts;
  const goals = h("ul", { class: "goals" });
  const reach = (/** @type {Sheet["goals"]} */ now) => {
    goals.replaceChildren(...goalParts(now, words["sketch-met"], words["sketch-not-met"]));
  };
  reach(task.goals); // what is needed is known before the session has looked at anything
  const says = h("section", { class: "panel says" });
  const area = h("textarea", { id: `${uid}-words`, rows: "3", maxlength: task.longest, oninput: changed, "aria-describedby": `${uid}-note` });

  function altered(/** @type {string} */ told) {
    on.forget();
    changed();
    say(told);
    measure();
    draw();
  }

  function draw() {
    const now = standing(done.now(), on.hand, known, words);
    map.draw(now);
    map.node.setAttribute("aria-label", fill(words["sketch-map"], { n: now.parties.length }));
    if (board.isTable()) table.draw(now);
    map.zoom.hidden = board.isTable();
    made.draw(now);
    panel.show(now);
    put.show((called) => Boolean(done.named(called)));
    back.draw(modes.first);
  }

  return {
    node: arranged(given, parts, { goals, news, says, area }),
    answer: () => ({ ...done.now(), words: area.value }),
    show: (answer) => {
      done.show(answer);
      area.value = answer?.words ?? "";
      on.hand.held = on.hand.selected = known = null;
      measure();
      draw();
    },
    judged: ({ said: all }) => all.map(said),
    scene: (/** @type {any} */ scene) => {
      if ((scene.n ?? 0) < asked) return; // of something that has been changed since
      known = scene.seen;
      reach(scene.goals);
      says.replaceChildren(h("h4", {}, words["sketch-says"]), ...toldOf(scene.seen));
      draw();
    },
    attached: () => { board.watch(); measure(); draw(); },
    ended: board.ended,
  };
}

/**
 * What is looked at and pressed: the map and its table, what is put out, the panel, the ties, the tools.
 * @param {Given<Sheet>} given
 * @param {ReturnType<typeof drawing>} done
 * @param {ReturnType<typeof handOn>} on
 * @param {{say: (told: string) => void, draw: () => void, altered: (told: string) => void}} page
 */
function partsOf({ task, words, uid }, done, on, { say, draw, altered }) {
  const { hand, press, grown, change, remove } = on;
  const map = ownMap(words, on);
  const table = partyTable(words, uid, press);
  const grade = picker(`${uid}-strength`, words["sketch-strength"], words, hand.strength, (to) => { hand.strength = to; });

  /** Put somebody out, or say why not. */
  function putOut(/** @type {string} */ called, /** @type {boolean} */ inside) {
    const there = done.now().parties.length;
    const why = !called ? words["sketch-write"] : done.named(called) ? fill(words["sketch-there"], { name: called })
      : there >= task.most ? fill(words["sketch-full"], { most: task.most }) : "";
    if (why) {
      say(why);
      return false;
    }
    hand.selected = done.put(called, inside);
    altered(fill(words["sketch-put"], { name: called }));
    return true;
  }

  return {
    map, table, grade,
    put: putting(task, words, uid, putOut),
    panel: chosen(words, uid, task.longest_name, { change, remove }),
    made: tieList(words, (one, other, to) => grown(one, other, to, to ? "" : "sketch-cut")),
    board: mapBoard(map, table.node, { name: "board", switch: words["sketch-as-table"] }, draw),
    modes: modeButtons(words["sketch-modes"], MODES.map(([mode, key]) => [mode, words[key]]), hand.mode, (mode) => {
      Object.assign(hand, { mode, held: null });
      grade.node.hidden = mode !== "tie";
      draw();
    }),
    back: backButtons(done, {
      undo: words["sketch-undo"], redo: words["sketch-redo"], restart: words["sketch-restart"],
      undone: words["sketch-undone"], redone: words["sketch-redone"],
    }, altered),
  };
}

/**
 * Everything in its place: what is put out, the map with its tools, what the drawing says, the learner's words.
 * @param {Given<Sheet>} given
 * @param {ReturnType<typeof partsOf>} parts
 * @param {Record<"goals" | "news" | "says" | "area", HTMLElement>} filled  as one goes
 */
function arranged({ task, words, uid }, { map, put, panel, made, board, modes, back, grade }, { goals, news, says, area }) {
  return h("div", {}, h("div", { class: "banner" }, h("b", {}, words["sketch-goals"]), goals),
    put.node,
    h("div", { class: "bench" },
      h("div", { class: "main" },
        h("div", { class: "tools" }, modes.node, grade.node, back.node),
        news, board.node,
        h("div", { class: "below" }, h("p", { class: "note keys" }, `${words["sketch-keys"]} ${words["sketch-widths"]}`),
          map.zoom, h("div", { class: "set" }, board.asTable, saving(words, task.exercise, map)))),
      h("div", { class: "aside" }, says, panel.node)),
    made.node,
    h("div", { class: "field" }, h("label", { for: `${uid}-words` }, task.question), area),
    h("p", { id: `${uid}-note`, class: "note" }, words["free-text"]));
}

/**
 * How the map is to stand.
 * @param {Drawn} made
 * @param {Hand} hand
 * @param {Seen | null} known
 * @param {Words} words
 */
function standing(made, { seen, held, selected }, known, words) {
  const { bridge, away, ties } = made;
  const lost = known?.lost ?? [];
  const spoken = (/** @type {Party} */ { id, name, inside }) => {
    const n = ties.filter(([one, other]) => one === id || other === id).length;
    return [name, words[inside ? "sketch-inside" : "sketch-outside"], `${words["sketch-ties"].toLowerCase()}: ${n}`,
      id === bridge && words["sketch-holds"], away.includes(id) && words["sketch-away"],
      lost.includes(id) && words["sketch-lost"]].filter(Boolean).join(", ");
  };
  return { ...made, lost, seen, held, selected, spoken };
}

/** What the drawing says: first what goes wrong without whoever is away, where somebody is. */
function toldOf(/** @type {Seen} */ { turned, hangs, apart, without }) {
  return [without, hangs, apart, turned].filter(Boolean).map((text) => h("p", { class: text === without ? "without" : "" }, text));
}

export default widget(sketch);
