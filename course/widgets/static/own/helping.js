// The ties that would do most, and what they cost: the learner sets it, and the list is made anew.

import { h } from "../elements.js";
import { section } from "./told.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */

/** @typedef {{id: string, text: string, value: string}} Field  what can be set, and what was set last */

/**
 * @param {Words} words
 * @param {Told} first  the section as it is told
 * @param {(cost: Record<string, string>) => Promise<Told>} set  keep what a tie costs; tells the section anew
 * @param {(told: Told) => void} changed  other ties are suggested
 */
export function helping(words, first, set, changed) {
  const place = h("div", {});

  function draw(/** @type {Told} */ told) {
    place.replaceChildren(section(told, told.cost ? costs(told.cost) : null));
  }

  function costs(/** @type {Field[]} */ fields) {
    const inputs = fields.map(({ id, value }) => h("input", { id: `own-cost-${id}`, type: "text", inputmode: "decimal", size: "5", autocomplete: "off", value }));
    const problem = h("p", { class: "problem", role: "status" });
    const ask = async (/** @type {string[]} */ values) => {
      const told = await set(Object.fromEntries(fields.map(({ id }, i) => [id, values[i]])));
      if (!told) return; // the page has said that nothing answers
      problem.textContent = told.problem;
      if (told.problem) {
        inputs[0].focus();
        return;
      }
      draw(told.section);
      changed(told.section);
      /** @type {HTMLElement} */ (place.querySelector("h2")).focus();
    };
    const isSet = fields.every(({ value }) => value);
    return h("fieldset", { class: "cost" }, h("legend", {}, words.cost), h("p", {}, words["cost-about"]),
      fields.map(({ id, text }, i) => h("label", { for: `own-cost-${id}` }, text, inputs[i])), problem,
      h("div", { class: "row" }, h("button", { type: "button", class: "quiet", onclick: () => ask(inputs.map(({ value }) => value.trim())) }, words["cost-use"]),
        isSet ? h("button", { type: "button", class: "quiet", onclick: () => ask(fields.map(() => "")) }, words["cost-drop"]) : null));
  }

  draw(first);
  return place;
}
