// Three ways to bring a table: paste it, choose a file, or fill in a square on the page.

import { fill, h } from "../elements.js";

/** @import { Words } from "#types" */
/** @import { Brought } from "./page.js" */

const MOST = 15; // units of a square that one fills in by hand

/**
 * @param {Words} words
 * @param {(brought: Brought) => unknown} read
 */
export function bringing(words, read) {
  const ties = source(words, "ties");
  const units = source(words, "units");
  const button = h("button", { type: "button", onclick: async () => read({ ties: await ties.bytes(), units: await units.bytes() }) }, words.read);
  const node = h("section", { class: "bring" }, h("h2", {}, words.bring), h("p", {}, words.how), h("p", { class: "note" }, words.grades),
    h("p", {}, words.templates, " ", template(words, "ties"), ", ", template(words, "people")), ties.node,
    h("details", {}, h("summary", {}, words["with-units"]), h("p", {}, words["with-units-how"]), units.node),
    h("div", { class: "row" }, button),
    square(words, async (text) => read({ ties: encoded(text), units: await units.bytes() })));
  return { node, focus: ties.focus };
}

/** A place to paste in, and a file to choose instead. */
function source(/** @type {Words} */ words, /** @type {string} */ name) {
  const text = h("textarea", { id: `own-${name}`, rows: name === "ties" ? 6 : 4, spellcheck: "false", autocomplete: "off", wrap: "off" });
  const file = h("input", { type: "file", id: `own-${name}-file`, accept: ".csv,.txt,.tsv,.xlsx" });
  return {
    node: h("div", { class: "source" }, h("label", { for: text.id }, words.paste), text,
      h("label", { for: file.id }, words["or-file"]), file),
    focus: () => text.focus(),
    /** What is there: a file before what is pasted. */
    bytes: async () => (file.files?.[0] ? new Uint8Array(await file.files[0].arrayBuffer()) : encoded(text.value)),
  };
}

function encoded(/** @type {string} */ text) {
  return new TextEncoder().encode(text.trim() && text);
}

/** A template to save, which the page makes itself: it opens in a spreadsheet with its letters right. */
function template(/** @type {Words} */ words, /** @type {string} */ name) {
  const save = () => {
    const link = h("a", { download: words[`template-${name}-file`] });
    link.href = URL.createObjectURL(new Blob(["\ufeff", words[`template-${name}-text`], "\r\n"], { type: "text/csv;charset=utf-8" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return h("button", { type: "button", class: "as-link", onclick: save }, words[`template-${name}`]);
}

/**
 * Units in lines, and a square of their ties.
 * @param {Words} words
 * @param {(text: string) => unknown} use
 */
function square(words, use) {
  const lines = h("textarea", { id: "own-units-lines", rows: 5, autocomplete: "off" });
  const place = h("div", {});
  const problem = h("p", { class: "problem", role: "status" });
  const make = () => {
    const names = [...new Set(lines.value.split("\n").map((line) => line.replaceAll("\t", " ").trim()).filter(Boolean))].slice(0, MOST);
    problem.textContent = names.length < 2 ? words["grid-few"] : "";
    place.replaceChildren(...(names.length < 2 ? [] : grid(words, names, use)));
    place.querySelector("input")?.focus();
  };
  return h("details", { class: "by-hand" }, h("summary", {}, words.grid), h("label", { for: lines.id }, words["grid-how"]), lines,
    h("div", { class: "row" }, h("button", { type: "button", class: "quiet", onclick: make }, words["grid-make"])), problem, place);
}

/**
 * @param {Words} words
 * @param {string[]} names
 * @param {(text: string) => unknown} use
 */
function grid(words, names, use) {
  const cell = (/** @type {string} */ from, /** @type {string} */ to) => h("input", {
    type: "text", inputmode: "numeric", maxlength: "1", pattern: "[1-4]?", autocomplete: "off", "aria-label": fill(words["grid-cell"], { from, to }),
  });
  const cells = names.map((from) => names.map((to) => (from === to ? null : cell(from, to))));
  const table = h("table", { class: "grid" }, h("caption", {}, words["grid-caption"]),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words["from-to"]), names.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, names.map((from, i) => h("tr", {}, h("th", { scope: "row" }, from),
      cells[i].map((input) => h("td", {}, input ?? "–"))))));
  const text = () => [["", ...names], ...names.map((from, i) => [from, ...cells[i].map((input) => input?.value.trim() ?? "")])]
    .map((row) => row.join("\t")).join("\n");
  return [h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.grid }, table),
    h("div", { class: "row" }, h("button", { type: "button", onclick: () => use(text()) }, words["grid-use"]))];
}
