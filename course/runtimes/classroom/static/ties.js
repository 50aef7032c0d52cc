// A puzzle of ties between two departments: how a telephone places them, and the class's network, which is
// the sum of all placements: each tie as thick as how many placed it, and a table that says the same.

import { fill, h } from "../../../widgets/static/elements.js";
import { svg } from "./svg.js";

/** @import { Words } from "#types" */
/** @import { Asked, Filled, Result, Row } from "./types.d.ts" */
/** @typedef {{row: Row, n: (number | null)[], isMost: boolean}} Placed  a tie, how many placed it, round by round; or only that most did */

const WIDE = 420;
const NAME = 120; // px for a name at each side
const STEP = 38; // px from name to name
const THICKEST = 14; // px, when everybody placed it

/**
 * The form: a list for each department, a button, and the ties that are placed.
 * @param {Asked} exercise
 * @param {Words} words
 * @param {Filled} begun
 * @param {() => void} changed
 */
export function placing({ rows, departments = [], most = 0 }, words, begun, changed) {
  const placed = new Set(rows.filter(({ id }) => begun[id] === "yes").map(({ id }) => id));
  const news = h("p", { class: "soft", role: "status" });
  const list = h("ul", { class: "placed" });
  const lists = departments.map(({ people }, side) => h("select", { id: `end-${side}` }, people.map((name, i) => h("option", { value: i }, name))));
  const place = h("button", { type: "button", class: "quiet", onclick: () => {
    const id = lists.map(({ value }) => value).join("-");
    const fault = placed.has(id) ? "tie-there" : placed.size >= most ? "ties-full" : "";
    if (!fault) {
      placed.add(id);
      draw();
      changed();
    }
    news.textContent = fault ? words[fault] : fill(words["tie-placed"], { tie: named(id) });
  } }, words["tie-place"]);
  const left = h("p", { class: "left" });
  function named(/** @type {string} */ id) {
    return rows.find((row) => row.id === id)?.text ?? "";
  }
  function draw() {
    left.textContent = fill(words["ties-left"], { n: most - placed.size });
    list.replaceChildren(...rows.filter(({ id }) => placed.has(id)).map(({ id, text }) => h("li", {}, h("span", {}, text),
      h("button", { type: "button", class: "quiet", "aria-label": fill(words["tie-remove"], { tie: text }), onclick: () => {
        placed.delete(id);
        draw();
        place.focus();
        news.textContent = fill(words["tie-gone"], { tie: text });
        changed();
      } }, words["take-away"]))));
  }
  draw();
  return {
    node: h("div", { class: "rows placing" }, departments.map(({ text }, side) => h("label", { class: "row", for: `end-${side}` }, h("span", {}, text), lists[side])),
      place, left, list, news),
    filled: () => Object.fromEntries(rows.map(({ id }) => [id, placed.has(id) ? "yes" : "no"])),
  };
}

/** The ties that can be told of, those that most placed first; and how many others too few placed to say. */
export function toldTies(/** @type {Row[]} */ rows, /** @type {Result} */ result) {
  let hidden = 0;
  const told = rows.flatMap((row) => {
    const summed = result.rows.find(({ id }) => id === row.id);
    const alone = summed?.cells.find(({ places }) => places.length === 1 && places[0] === "yes");
    if (alone) return alone.n.some(Boolean) ? [{ row, n: alone.n, isMost: false }] : [];
    if (latest(summed?.most ?? []) === "yes") return [{ row, n: result.rounds.map(() => null), isMost: true }];
    hidden += 1;
    return [];
  });
  const weight = (/** @type {Placed} */ { n, isMost }) => (isMost ? 0 : latest(n) ?? 0);
  return { told: told.sort((a, b) => weight(b) - weight(a)), hidden };
}

/** What the last round has that has anything. */
function latest(/** @type {any[]} */ rounds) {
  return rounds.findLast((one) => one !== null && one !== undefined);
}

/** The class's network and its table. */
export function network(/** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {{words: Words}} */ { words }) {
  const { told, hidden } = toldTies(exercise.rows, result);
  const { drawn, high } = drawing(result, exercise, told);
  const rounds = result.rounds.flatMap((n, i) => (n === null ? [] : [i]));
  return h("div", { class: "placements" },
    svg("svg", { class: "between", viewBox: `0 0 ${WIDE} ${high}`, role: "img", "aria-label": words["ties-picture"] }, ...drawn),
    h("div", {}, told.length ? h("table", {}, h("caption", {}, words["ties-caption"]),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.tie), rounds.map((i) => h("th", { scope: "col" }, words[`round-${i + 1}`])))),
      h("tbody", {}, told.map(({ row, n, isMost }) => h("tr", {}, h("th", { scope: "row" }, row.text),
        rounds.map((i) => h("td", {}, isMost ? words["ties-most"] : String(n[i] ?? "–"))))))) : h("p", {}, words["ties-none"]),
      hidden ? h("p", { class: "soft" }, fill(words["ties-hidden"], { n: hidden })) : null));
}

/**
 * Two columns of names, and the ties between them; a dashed one is placed by most, and no number can be told.
 * @param {Result} result
 * @param {Asked} exercise
 * @param {Placed[]} told
 * @param {{ink: string, tie: string}} [colours]  of a drawing that stands alone
 */
export function drawing(result, { departments = [] }, told, colours) {
  const of = latest(result.rounds) || 1;
  const tall = Math.max(...departments.map(({ people }) => people.length), 1);
  const y = (/** @type {number} */ i) => 62 + STEP * i;
  const [ink, tie] = [colours?.ink ?? "var(--ink)", colours?.tie ?? "var(--accent)"];
  const lines = [...told].reverse().map(({ row, n, isMost }) => {
    const [a, b] = row.id.split("-").map(Number);
    return svg("line", { class: "tie", x1: NAME + 8, y1: y(a), x2: WIDE - NAME - 8, y2: y(b), stroke: tie, opacity: 0.75, "stroke-linecap": "round",
      "stroke-width": isMost ? 4 : Math.max(1.5, (THICKEST * (latest(n) ?? 0)) / of), ...(isMost ? { "stroke-dasharray": "9 7" } : {}) });
  });
  const names = departments.flatMap(({ text, people }, side) => {
    const x = side ? WIDE - NAME + 8 : NAME - 8;
    const anchor = side ? "start" : "end";
    return [svg("text", { x, y: 24, "text-anchor": anchor, "font-weight": 650, "font-size": 17, fill: ink }, text),
      ...people.flatMap((name, i) => [svg("circle", { cx: side ? WIDE - NAME : NAME, cy: y(i), r: 4, fill: ink }),
        svg("text", { x, y: y(i) + 5, "text-anchor": anchor, "font-size": 16, fill: ink }, name)])];
  });
  return { drawn: [...lines, ...names], wide: WIDE, high: y(tall - 1) + 24 };
}
