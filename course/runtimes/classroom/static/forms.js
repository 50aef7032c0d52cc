// How a participant answers: a form of rows and places, whatever the kind of exercise.

import { fill, h } from "../../../widgets/static/elements.js";
import { placing } from "./ties.js";

/** @import { Words } from "#types" */
/** @import { Asked, Filled, Row } from "./types.d.ts" */
/** @typedef {{node: HTMLElement, filled: () => Filled}} Form */

const CHIP = 14; // letters that fit on a button among others in a row
const FEW = 4; // places that are shown at once, where they do not fit beside each other

/**
 * @param {Asked} exercise  one that can be counted
 * @param {Words} words
 * @param {Filled} begun  what is filled in already
 * @param {() => void} changed
 * @returns {Form}
 */
export function form(exercise, words, begun, changed) {
  if (exercise.form === "order") return ordered(exercise.rows, words, begun, changed);
  if (exercise.form === "ties") return placing(exercise, words, begun, changed);
  if (exercise.form === "number") return numbered(exercise.rows[0], words, begun, changed);
  const filled = { ...begun };
  const put = (/** @type {string} */ row, /** @type {string} */ place) => {
    if (place) filled[row] = place;
    else delete filled[row];
    changed();
  };
  const rows = exercise.form === "several" ? ticked(exercise.rows, filled, put) : placed(exercise, words, filled, put);
  return { node: h("div", { class: "rows" }, rows), filled: () => ({ ...filled }) };
}

/** Rows to tick. */
function ticked(/** @type {Row[]} */ rows, /** @type {Filled} */ filled, /** @type {(row: string, place: string) => void} */ put) {
  return rows.map(({ id, text }) => h("label", { class: "opt" },
    h("input", {
      type: "checkbox", checked: filled[id] === "yes",
      onchange: (event) => put(id, event.target.checked ? "yes" : ""),
    }), h("span", {}, text)));
}

/**
 * Rows of which each gets a place; statements of a scale stand under what they are summed up with.
 * @param {Asked} exercise
 * @param {Words} words
 * @param {Filled} filled
 * @param {(row: string, place: string) => void} put
 */
function placed({ form, rows }, words, filled, put) {
  let area = "";
  const points = form === "scale" ? h("p", { class: "points" }, rows[0].places.map(({ text }, i) => h("span", {}, `${i + 1} ${text}`))) : null;
  return [points, ...rows.flatMap((row) => {
    const head = row.area && row.area !== area ? h("h2", {}, row.area) : null;
    area = row.area;
    return [head, choice(row, form === "scale", words, filled, put)];
  })];
}

/**
 * @param {Row} row
 * @param {boolean} isScale  whose places are told by their numbers
 * @param {Words} words
 * @param {Filled} filled
 * @param {(row: string, place: string) => void} put
 */
function choice({ id, text, places, aside }, isScale, words, filled, put) {
  const areShort = isScale || places.every((place) => place.text.length <= CHIP);
  if (!areShort && places.length > FEW && text) {
    const select = h("select", { onchange: (event) => put(id, event.target.value) },
      h("option", { value: "" }, words.choose),
      places.map((place) => h("option", { value: place.id, selected: filled[id] === place.id }, place.text)));
    return h("label", { class: "row" }, h("span", {}, text), select);
  }
  const name = `row-${id}`;
  return h("fieldset", { class: `row${aside ? " aside" : ""}${areShort ? " chips" : ""}` },
    h("legend", { class: text ? "" : "unseen" }, text || words["your-answer"]),
    h("div", { class: "places" }, places.map((place, i) => h("label", { class: areShort ? "chip" : "opt" },
      h("input", {
        type: "radio", name, value: place.id, checked: filled[id] === place.id, onchange: () => put(id, place.id),
        "aria-label": isScale ? `${i + 1} ${place.text}` : null,
      }), h("span", {}, isScale ? String(i + 1) : place.text)))));
}

/**
 * A number.
 * @param {Row} row
 * @param {Words} words
 * @param {Filled} begun
 * @param {() => void} changed
 * @returns {Form}
 */
function numbered(row, words, begun, changed) {
  const input = h("input", { id: "number", type: "text", inputmode: "decimal", autocomplete: "off", size: "8", value: begun[row.id] ?? "", oninput: changed, "aria-describedby": "unit" });
  return {
    node: h("div", { class: "rows number" }, h("label", { for: "number" }, words["your-guess"]), input, h("span", { id: "unit" }, row.text)),
    filled: () => ({ [row.id]: input.value }),
  };
}

/**
 * Steps to put in order, by a button up and a button down; focus follows the step that moves.
 * @param {Row[]} rows
 * @param {Words} words
 * @param {Filled} begun
 * @param {() => void} changed
 * @returns {Form}
 */
function ordered(rows, words, begun, changed) {
  const news = h("p", { class: "unseen", role: "status" });
  const list = h("ol", { class: "order" });
  const place = (/** @type {string} */ id) => Number(begun[id] ?? 0);
  const nodes = [...rows].sort((a, b) => place(a.id) - place(b.id)).map(({ id, text }) => {
    const node = h("li", { "data-id": id }, h("span", {}, text), h("span", { class: "moves" },
      move(-1, "↑", words["move-up"]), move(1, "↓", words["move-down"])));
    function move(/** @type {-1 | 1} */ by, /** @type {string} */ mark, /** @type {string} */ label) {
      return h("button", { type: "button", class: "quiet", "aria-label": fill(label, { step: text }), onclick: (event) => {
        const other = by < 0 ? node.previousElementSibling : node.nextElementSibling;
        if (!other) return;
        if (by < 0) other.before(node);
        else other.after(node);
        event.currentTarget.focus();
        news.textContent = fill(words.moved, { step: text, n: [...list.children].indexOf(node) + 1 });
        changed();
      } }, mark);
    }
    return node;
  });
  list.append(...nodes);
  return {
    node: h("div", { class: "rows" }, list, news),
    filled: () => Object.fromEntries([...list.children].map((node, i) => [node.getAttribute("data-id") ?? "", String(i + 1)])),
  };
}
