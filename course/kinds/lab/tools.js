// What is pressed and picked about the map of a lab.

import { backButtons, modeButtons } from "../../widgets/static/map-hands.js";
import { picker } from "../../widgets/static/map-parts.js";
import { h } from "../../widgets/static/parts.js";
import { button } from "../../widgets/static/player.js";
import { pair } from "./made.js";

/** @import { Words } from "#types" */
/** @import { handOn } from "./hand.js" */
/** @import { history, Lab, Made } from "./made.js" */

/** @typedef {"see" | "tie" | "cut" | "away" | "begin"} Mode */

/** The keys of the words for what there is to do. */
const MODE_WORDS = {
  see: "lab-mode-see", tie: "lab-mode-tie", cut: "lab-mode-cut", away: "lab-mode-away", begin: "lab-mode-begin",
};

/** What there is to do to a person, by what is asked. */
function modesOf(/** @type {Lab} */ { asks, free, compares }) {
  if (asks === "person") return /** @type {Mode[]} */ (["see", "away"]);
  if (compares) return /** @type {Mode[]} */ (["see", "tie", "cut"]);
  return /** @type {Mode[]} */ (free ? ["see", "tie", "cut", "away", "begin"] : ["see", "tie", "cut", "away"]);
}

/**
 * All that is pressed and picked, in two rows: what there is to do, and how it is done.
 * @param {Lab} task
 * @param {Words} words
 * @param {string} uid
 * @param {ReturnType<typeof history>} done
 * @param {ReturnType<typeof handOn>} on
 * @param {{altered: (told: string) => void, spread: HTMLElement}} page  `spread`: what plays the rounds
 */
export function toolsOf(task, words, uid, done, on, { altered, spread }) {
  const modes = modeButtons(words["lab-modes"], modesOf(task).map((name) => [name, words[MODE_WORDS[name]]]), on.hand.mode, on.take);
  const back = backButtons(done, {
    undo: words["lab-undo"], redo: words["lab-redo"], restart: words["lab-restart"],
    undone: words["lab-undone"], redone: words["lab-redone"],
  }, altered);
  const grade = picker(`${uid}-strength`, words["lab-strength"], words, on.hand.strength, (to) => { on.hand.strength = to; });
  const counted = picker(`${uid}-counted`, words["lab-counted"], words, task.counted, (to) =>
    on.alter((now) => { now.counted = to; }));
  const waves = task.free ? thresholds(words, done.now, on.alter) : null;
  const settings = h("div", { class: "settings" },
    task.spreads ? spread : null,
    task.asks === "person" || task.compares ? null : grade.node, task.free ? counted.node : null);
  if (waves) settings.append(waves.set, waves.label);
  if (waves && task.network.units.length > 1) settings.append(howMany(`${uid}-many`, words, on.scatter));
  return {
    node: h("div", { class: "tools" }, modes.node, task.asks === "person" ? null : back.node),
    settings,
    focus: modes.focus,
    draw: () => {
      grade.show(on.hand.strength);
      counted.show(done.now().counted);
      waves?.show();
      back.draw(modes.first);
    },
  };
}

/**
 * At how many contacts the practice is taken up, and whether some try it anyway.
 * @param {Words} words
 * @param {() => Made} now
 * @param {(change: (now: Made) => void) => void} alter
 */
function thresholds(words, now, alter) {
  const buttons = [1, 2, 3].map((n) => button(String(n), () => alter((next) => { next.threshold = n; }), n === now().threshold));
  const box = h("input", { type: "checkbox", onchange: () => alter((next) => { next.noise = box.checked; }) });
  const show = () => {
    for (const [i, one] of buttons.entries()) one.setAttribute("aria-pressed", String(i + 1 === now().threshold));
    box.checked = now().noise;
  };
  return {
    show,
    set: h("div", { class: "set", role: "group", "aria-label": words["lab-thresholds"] },
      h("span", { "aria-hidden": "true" }, words["lab-thresholds"]), buttons),
    label: h("label", {}, box, words["lab-noise"]),
  };
}

/** As many ties between units as the model of how many bridges goes up to. */
export const MANY = 320;

/**
 * So many ties between people of different units who have none, spread out at random. The same number
 * gives the same ties, so that one can come back to what one saw.
 * @param {{id: string, unit: string}[]} people
 * @param {(key: string) => boolean} isTied  whether two, as one key, have a tie
 * @param {number} n
 */
export function scattered(people, isTied, n) {
  const free = people.flatMap(({ id, unit }, i) => people.slice(i + 1)
    .filter((other) => other.unit !== unit && !isTied(pair(id, other.id))).map((other) => [id, other.id].sort()));
  let seed = n + 1;
  const below = (/** @type {number} */ most) => { // a linear congruential generator (Park & Miller 1988)
    seed = seed * 48271 % 2147483647;
    return seed % most;
  };
  for (let i = 0; i < 9; i++) below(2); // the first numbers of near seeds lie near each other
  return Array.from({ length: Math.min(n, free.length) }, () => free.splice(below(free.length), 1)[0]);
}

/**
 * How many ties there are to be, set by the learner: a number, and a button that spreads them out.
 * @param {string} id
 * @param {Words} words
 * @param {(n: number) => void} spread
 */
function howMany(id, words, spread) {
  const number = h("input", { id, type: "number", min: "0", max: MANY, step: "1", value: "15", inputmode: "numeric", onkeydown: keyed });
  const go = () => {
    const n = Math.min(MANY, Math.max(0, Math.round(Number(number.value) || 0)));
    number.value = String(n);
    spread(n);
  };
  /** Enter spreads them out, and does not send the card. */
  function keyed(/** @type {KeyboardEvent} */ event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go();
  }
  return h("span", { class: "set" }, h("label", { for: id }, words["lab-how-many"], number), button(words["lab-scatter"], go));
}
