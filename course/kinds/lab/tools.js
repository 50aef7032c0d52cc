// What is pressed and picked about the map of a lab.

import { savePicture } from "./save-picture.js";
import { fill, h } from "../../widgets/static/parts.js";
import { button } from "../../widgets/static/player.js";

/** @import { Words } from "#types" */
/** @import { peopleMap } from "./map.js" */
/** @import { Lab, Made } from "./made.js" */

/** @typedef {"see" | "tie" | "cut" | "away" | "begin"} Mode */

/** The keys of the words for the strengths of a tie, from 1 on. */
export const GRADE_WORDS = ["", "lab-grade-1", "lab-grade-2", "lab-grade-3", "lab-grade-4"];
/** The keys of the words for what there is to do. */
export const MODE_WORDS = {
  see: "lab-mode-see", tie: "lab-mode-tie", cut: "lab-mode-cut", away: "lab-mode-away", begin: "lab-mode-begin",
};

/** What there is to do to a person, by what is asked. */
export function modesOf(/** @type {Lab} */ { asks, free, compares }) {
  if (asks === "person") return /** @type {Mode[]} */ (["see", "away"]);
  if (compares) return /** @type {Mode[]} */ (["see", "tie", "cut"]);
  return /** @type {Mode[]} */ (free ? ["see", "tie", "cut", "away", "begin"] : ["see", "tie", "cut", "away"]);
}

/** A list of the four strengths. */
export function picker(/** @type {string} */ id, /** @type {string} */ text, /** @type {Words} */ words, /** @type {number} */ first,
  /** @type {(to: number) => void} */ picked) {
  const list = h("select", { id, onchange: () => picked(Number(list.value)) },
    [1, 2, 3, 4].map((n) => h("option", { value: n, selected: n === first }, words[GRADE_WORDS[n]])));
  return { node: h("label", { for: id }, text, list), show: (/** @type {number} */ n) => { list.value = String(n); } };
}

/**
 * At how many contacts the practice is taken up, and whether some try it anyway.
 * @param {Words} words
 * @param {() => Made} now
 * @param {(change: (now: Made) => void) => void} alter
 */
export function thresholds(words, now, alter) {
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

/** Two buttons that save the map as it stands. */
export function saving(/** @type {Words} */ words, /** @type {string} */ name, /** @type {ReturnType<typeof peopleMap>} */ map) {
  return h("span", { class: "set" }, /** @type {const} */ (["svg", "png"]).map((as) => h("button", {
    type: "button", class: "quiet tool", "aria-label": fill(words["lab-save-as"], { as: as.toUpperCase() }),
    onclick: () => savePicture(map.node, map.sheet(), name, as),
  }, `↓ ${as.toUpperCase()}`)));
}
