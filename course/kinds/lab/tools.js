// What is pressed and picked about the map of a lab.

import { h } from "../../widgets/static/parts.js";
import { button } from "../../widgets/static/player.js";

/** @import { Words } from "#types" */
/** @import { Lab, Made } from "./made.js" */

/** @typedef {"see" | "tie" | "cut" | "away" | "begin"} Mode */

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
