// How a table is understood, shown before it is used: what was counted, what is odd, what the names are.

import { fill, h } from "../elements.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */

const SHOWN = 8; // remarks that are seen at once

/**
 * @param {Words} words
 * @param {Told} told
 * @param {{change: () => void, use: (who: string) => Promise<void>, compare?: (who: string) => Promise<void>}} hands
 *   `compare` where there is a map to compare with
 */
export function understanding(words, told, { change, use, compare }) {
  const back = h("button", { type: "button", class: "quiet", onclick: change }, words.change);
  if (told.problem) {
    const title = h("h2", { tabindex: "-1" }, words["unread-title"]);
    return { node: h("section", {}, title, h("p", { class: "say not-yet" }, told.problem), h("div", { class: "row" }, back)), focus: () => title.focus() };
  }
  const { facts, remarks, more } = told.understood;
  const title = h("h2", { tabindex: "-1" }, words.understood);
  const who = names(words, told.who);
  const problem = h("p", { class: "problem", role: "status" });
  const agree = async (/** @type {(who: string) => Promise<void>} */ then) => {
    const chosen = who.chosen();
    problem.textContent = chosen ? "" : words["who-first"];
    if (chosen) await then(chosen);
    else who.focus();
  };
  const node = h("section", {}, title,
    h("dl", { class: "facts" }, facts.map((/** @type {string[]} */ [name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    remarks.length ? [h("h3", {}, words.remarks), ...listed(words, remarks, more)] : null,
    who.node, problem, h("div", { class: "row" }, h("button", { type: "button", onclick: () => agree(use) }, words.use),
      compare ? h("button", { type: "button", onclick: () => agree(compare) }, words.later) : null, back));
  return { node, focus: () => title.focus() };
}

/**
 * What is odd, row by row: a few at once, the others in a fold.
 * @param {Words} words
 * @param {{text: string, counts: boolean}[]} remarks
 * @param {number} more  that are told by their number alone
 */
function listed(words, remarks, more) {
  const list = (/** @type {typeof remarks} */ some) => h("ul", { class: "remarks" }, some.map(({ text, counts }) =>
    h("li", {}, text, counts ? null : [" ", h("small", {}, `(${words["not-used"]})`)])));
  const rest = remarks.slice(SHOWN);
  const last = more ? h("p", {}, fill(words["more-remarks"], { n: more })) : null;
  return [list(remarks.slice(0, SHOWN)), rest.length
    ? h("details", {}, h("summary", {}, fill(words["more-remarks"], { n: rest.length + more })), list(rest), last) : null];
}

/** What the names are: asked, since nobody else can know it, and answered before anything is kept. */
function names(/** @type {Words} */ words, /** @type {string} */ first) {
  const inputs = ["units", "people"].map((who) => h("input", { type: "radio", name: "own-who", value: who, checked: who === first }));
  return {
    node: h("fieldset", { class: "who" }, h("legend", {}, words.who), inputs.map((input) => h("label", {}, input, words[`who-${input.value}`]))),
    chosen: () => inputs.find(({ checked }) => checked)?.value ?? "",
    focus: () => inputs[0].focus(),
  };
}
