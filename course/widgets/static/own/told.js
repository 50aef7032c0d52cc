// What is told of an organisation below its map: sentences, tables, a practice that spreads, and the key.

import { fill, h } from "../elements.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */

/** @typedef {{square: boolean, numbers?: number[], head: string[], rows: string[][]}} Table */

/**
 * A part with its title, sentences, list and table, as far as it has them.
 * @param {Told} told
 * @param {Node | null} [more]  what stands below them
 */
export function section({ id, title, told = [], list = [], then = [], table }, more = null) {
  const said = (/** @type {string} */ text) => h("p", {}, text);
  return h("section", { class: `part ${id}` }, h("h2", { tabindex: "-1" }, title), told.map(said),
    list.length ? h("ol", {}, list.map((/** @type {string} */ text) => h("li", {}, text))) : null, then.map(said),
    table ? tabled(title, table) : null, more);
}

/** A table that scrolls by itself where it is wider than the page; many columns have numbers for names. */
export function tabled(/** @type {string} */ title, /** @type {Table} */ { square, numbers, head, rows }) {
  const column = (/** @type {string} */ name, /** @type {number} */ at) => (numbers && at
    ? h("th", { scope: "col" }, h("span", { "aria-hidden": "true" }, String(numbers[at - 1])), h("span", { class: "unseen" }, name))
    : h("th", { scope: "col" }, name));
  const row = (/** @type {string[]} */ [name, ...cells], /** @type {number} */ at) => h("tr", {},
    h("th", { scope: "row" }, numbers ? h("span", { class: "number", "aria-hidden": "true" }, String(numbers[at])) : null, name),
    cells.map((cell) => h("td", {}, cell)));
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
    h("table", { class: square ? "square" : "" }, h("thead", {}, h("tr", {}, head.map(column))), h("tbody", {}, rows.map(row))));
}

/** Who has which number: known to the page that read the table, and to nobody else. */
export function keyOf(/** @type {Words} */ words, /** @type {string[]} */ key) {
  if (!key.length) return "";
  return h("details", { class: "key" }, h("summary", {}, words.key), h("p", {}, words["key-about"]),
    h("ol", {}, key.map((name, at) => h("li", {}, `${fill(words.person, { n: at + 1 })}: ${name}`))));
}
