// What can be set: a few stops with names are buttons, many are a slider.

import { h } from "../../widgets/static/parts.js";

/** @import { Guess, Named, Setting, Words } from "#types" */

/** @typedef {Named & {start: number, stops: string[]}} Control */
/** @typedef {{id: string, node: HTMLElement, set: (stop: number) => void, guessed: (guess: Guess[]) => void}} Set */

const FEW = 6; // stops that stand beside one another

/**
 * One thing that can be set; `setting` has its stop, and `moved` is told when that is another.
 * @param {Control} control
 * @param {string} uid
 * @param {Setting} setting
 * @param {() => void} moved
 * @param {Words} words
 * @returns {Set}
 */
export function settable(control, uid, setting, moved, words) {
  return control.stops.length <= FEW ? buttons(control, uid, setting, moved, words) : slider(control, uid, setting, moved);
}

/**
 * @param {Control} control
 * @param {string} uid
 * @param {Setting} setting
 * @param {() => void} moved
 * @param {Words} words
 * @returns {Set}
 */
function buttons({ id, text, stops }, uid, setting, moved, words) {
  const name = `${uid}-${id}`;
  const inputs = stops.map((_, stop) => h("input", {
    type: "radio", name, value: stop, "aria-label": stops[stop], onchange: () => { setting[id] = stop; moved(); },
  }));
  const rows = stops.map((stop, i) => h("label", { class: "stop" }, inputs[i], h("span", {}, stop)));
  const node = h("div", { class: "control few", role: "radiogroup", "aria-labelledby": `${name}-label` },
    h("span", { id: `${name}-label`, class: "what" }, text), h("div", { class: "stops" }, rows));
  return {
    id, node,
    set: (stop) => {
      setting[id] = stop;
      inputs[stop].checked = true;
    },
    guessed: (guess) => {
      for (const [i, row] of rows.entries()) {
        const isGuess = guess.some(({ control, stop }) => control === id && stop === i);
        row.querySelector(".so")?.remove();
        inputs[i].removeAttribute("aria-describedby");
        if (!isGuess) continue;
        row.append(h("span", { class: "so", id: `${name}-guess` }, `◇ ${words.guessed}`));
        inputs[i].setAttribute("aria-describedby", `${name}-guess`);
      }
    },
  };
}

/**
 * @param {Control} control
 * @param {string} uid
 * @param {Setting} setting
 * @param {() => void} moved
 * @returns {Set}
 */
function slider({ id, text, stops }, uid, setting, moved) {
  const output = h("output", { for: `${uid}-${id}` });
  const input = h("input", {
    id: `${uid}-${id}`, type: "range", min: "0", max: String(stops.length - 1), step: "1",
    oninput: () => { setting[id] = Number(input.value); name(); moved(); },
  });
  const name = () => {
    output.textContent = stops[setting[id]];
    input.setAttribute("aria-valuetext", stops[setting[id]]);
  };
  const set = (/** @type {number} */ stop) => { setting[id] = stop; input.value = String(stop); name(); };
  const node = h("div", { class: "control" },
    h("label", { for: `${uid}-${id}` }, text), output, input);
  return { id, node, set, guessed: () => {} };
}
