// The parts that cards are made of: choices, feedback, tables, pictures.
// All words are set as text, never as HTML.

import { draw } from "./draw.js";
import { legendMark } from "./draw-parts.js";
import { fill, h, paragraphs } from "./elements.js";

export { fill, h, locale, paragraphs, written } from "./elements.js";

/** @import { Named, Picture, Said, Table, Words } from "#types" */
/** @import { Heard } from "./elements.js" */

/** @typedef {"placed" | "judged" | "paired" | "kept"} How  which words say whether a thing is right */

/**
 * Feedback: its lead, which is its first sentence, is the verdict and stands out; the rest is the reason.
 * @param {{text: string, tone: Said["tone"], lead?: string}} given  without a lead all of it stands out
 */
export function said({ text, tone, lead = text }) {
  const reason = text.slice(lead.length).trim();
  return h("div", { class: `say ${tone}` }, h("b", {}, lead), reason ? paragraphs(reason) : null);
}

/**
 * Radio buttons, whole rows to press.
 * @param {{
 *   name: string, options: {id: string | number, text: string, spoken?: string}[], changed: Heard,
 *   className?: string,
 * }} given  `spoken` is what is said of one whose text is a number
 */
export function radios({ name, options, changed, className = "opt" }) {
  return options.map(({ id, text, spoken }) =>
    h("label", { class: className },
      h("input", { type: "radio", name, value: id, onchange: changed, "aria-label": spoken }),
      h("span", {}, text)));
}

/** The value of the first control that is chosen in a node; empty for none. */
export function checked(/** @type {Element} */ node, selector = "input:checked") {
  const input = /** @type {HTMLInputElement | null} */ (node.querySelector(selector));
  return input?.value ?? "";
}

/** Check those controls in a node whose value is one of these, and no other. */
export function check(/** @type {Element} */ node, /** @type {unknown[]} */ values, selector = "input") {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (node.querySelectorAll(selector))) {
    input.checked = values.some((value) => String(value) === input.value);
  }
}

/**
 * Rows of options that are told below the one that is chosen, and that become a figure once they are:
 * one number grows by its size, two as shares of their whole, with a line at the half.
 * @param {Element} node  the rows
 * @param {string[]} names  what the numbers are
 * @param {Words} words
 */
export function figureIn(node, names, words) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (node.querySelectorAll(".opt input"));
  const chosen = () => [...inputs].find((input) => input.checked)?.closest("label");
  const clear = () => {
    for (const part of node.querySelectorAll(".bars, .so")) part.remove();
    for (const row of node.querySelectorAll(".opt")) row.classList.remove("right", "guess");
  };
  const show = (/** @type {{shows?: Record<string, number[]>, right?: string | null}} */ { shows, right }) => {
    clear();
    if (!shows) return;
    const most = Math.max(...Object.values(shows).map(([first]) => first), 1);
    for (const input of inputs) {
      const row = input.closest("label");
      const numbers = shows[input.value] ?? [];
      const whole = numbers.length === 1 ? most : numbers.reduce((sum, one) => sum + one, 0) || 1;
      const isRight = input.value === right;
      row?.classList.toggle("right", isRight);
      row?.classList.toggle("guess", input.checked);
      const so = isRight ? `✓ ${words["turns-out"]}` : input.checked ? words.guessed : "";
      row?.append(
        so && h("span", { class: "so" }, so),
        h("span", { class: "bars" }, h("span", {}, `${numbers[0]} ${names[0]}`),
          h("span", { class: `bar of-${numbers.length}`, "aria-hidden": "true" },
            h("i", { style: `--share:${(100 * numbers[0]) / whole}%` })),
          numbers.length > 1 ? h("span", {}, `${numbers[1]} ${names[1]}`) : ""));
    }
  };
  const place = (/** @type {HTMLElement} */ verdict) => {
    const row = chosen();
    if (row && row.nextSibling === verdict) return;
    if (row) row.after(verdict);
    else node.append(verdict);
  };
  return { show, clear, place };
}

/** Check boxes, whole rows to press. */
export function boxes(/** @type {{options: Named[], changed: Heard}} */ { options, changed }) {
  return options.map(({ id, text }) => h("label", { class: "opt" },
    h("input", { type: "checkbox", value: id, onchange: changed }), h("span", {}, text)));
}

/**
 * Each reason at the thing that it is about; a thing is `placed` or `judged`, a pair is `paired`, a step `kept`.
 * @param {Said[]} pieces
 * @param {(about: string) => Element | undefined} nodeOf
 * @param {Words} words
 * @param {How} how
 */
export function reasons(pieces, nodeOf, words, how = "placed") {
  for (const one of pieces) {
    const node = nodeOf(one.about ?? "");
    if (!node) continue;
    const placed = words[`${how}-${one.tone === "right" ? "right" : "wrong"}`];
    node.parentElement?.querySelector(`:scope > .reason[data-about="${one.about}"]`)?.remove();
    node.querySelector(":scope > .reason")?.remove();
    const reason = h("div", { class: "reason", "data-about": one.about },
      h("span", { class: `placed ${one.tone}` }, placed), said(one));
    if (node.matches("label")) node.after(reason);
    else node.append(reason);
  }
}

/**
 * A picture's table, folded unless it stands for the picture.
 * @param {Table} given
 * @param {Words} words
 * @param {boolean} open
 */
export function table({ caption, columns, rows }, words, open = false) {
  return h("details", { class: "figures", open }, h("summary", {}, words["as-table"]),
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
      h("table", {}, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, columns.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, rows.map(([head, ...cells]) =>
          h("tr", {}, h("th", { scope: "row" }, head), cells.map((text) => h("td", {}, text))))))));
}

/**
 * A figure with its message, its words, its table and, where it is narrow, its legend.
 * @param {Picture} drawn
 * @param {Element} [drawing]  what is drawn of it already
 */
export function picture(drawn, drawing = draw(drawn)) {
  const legend = drawn.legend?.length
    ? h("ul", { class: "legend", "aria-hidden": "true" }, drawn.legend.map(({ unit, text }) =>
      h("li", {}, h("span", { class: "mark" }, legendMark(unit)), text)))
    : null;
  return h("figure", { class: `narrow-${drawn.narrow}` },
    h("div", { class: "drawing" }, drawing), legend,
    h("figcaption", {}, h("b", {}, drawn.message), " ", drawn.caption));
}

/**
 * Things, each with a list to choose from: what stands in a view, and its answer by the things' ids.
 * @param {{
 *   things: Named[], choices: Named[], empty: string, uid: string, className: string, changed: Heard,
 * }} given  `empty` is what stands in a list of which nothing is chosen
 */
export function lists({ things, choices, empty, uid, className, changed }) {
  const rows = new Map(things.map(({ id, text }) => {
    const select = h("select", { id: `${uid}-${id}`, onchange: changed },
      h("option", { value: "" }, empty),
      choices.map((one) => h("option", { value: one.id }, one.text)));
    const node = h("div", { class: className }, h("label", { for: `${uid}-${id}` }, text), select);
    return [id, { node, select }];
  }));
  return {
    node: h("div", { class: "cards" }, [...rows.values()].map(({ node }) => node)),
    nodeOf: (/** @type {string} */ id) => rows.get(id)?.node,
    answer: () => Object.fromEntries([...rows].map(([id, { select }]) => [id, select.value])),
    show: (/** @type {Record<string, string> | null} */ answer) => {
      for (const [id, { select }] of rows) select.value = answer?.[id] ?? "";
    },
  };
}

/**
 * The reason at each thing, and how many are right in the words of the kind.
 * @param {{said: Said[], right: boolean | null}} verdict
 * @param {(about: string) => Element | undefined} nodeOf
 * @param {Words} words
 * @param {string} sentence  says how many
 * @param {How} how
 */
export function counted(verdict, nodeOf, words, sentence, how = "placed") {
  reasons(verdict.said, nodeOf, words, how);
  const right = verdict.said.filter((one) => one.tone === "right").length;
  const text = fill(sentence, { right, n: verdict.said.length });
  return [said({ text, tone: verdict.right ? "right" : "not-yet" })];
}
