// The map of an organisation: everyone in the same place each time, a number or a unit's mark, and a list
// beside it with all the names. Whoever is chosen in the list is seen with their ties.

import { COLOURS, marker, shape, sheet, short, through, unitStyle } from "../draw-parts.js";
import { fill, h } from "../elements.js";
import { WIDTHS } from "../map-parts.js";

/** @import { Words } from "#types" */

/** @typedef {{text: string, unit: number, x: number, y: number}} Node */
/** @typedef {{nodes: Node[], units: {text: string, x: number, y: number}[], ties: number[][]}} Shown */

const SIZE = 400;
const REACH = 185; // from the middle to where a place of 1 is
const LABEL = 17; // from the outermost of a unit to its number
const ROUND = 930; // about the ring on which units stand
const PLAIN = 600; // ties from which their strengths are no longer told apart

/**
 * @param {Words} words
 * @param {Shown} shown
 * @param {boolean} ofPeople
 */
export function organisationMap(words, shown, ofPeople) {
  const { nodes, units } = shown;
  const spots = nodes.map(({ x, y }) => [short(SIZE / 2 + REACH * x), short(SIZE / 2 + REACH * y)]);
  const label = fill(words["map-label"], { n: fill(words[ofPeople ? "people-n" : "units-n"], { n: nodes.length }) });
  const lines = shape("g", { class: "lines" });
  const svg = sheet(SIZE, SIZE, lines, ...(units.length ? people(shown, spots) : numbered(nodes, spots)));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const told = h("p", { class: "note", role: "status" });
  const listed = units.length ? units : nodes;
  /** Whether a node belongs to what stands in the list at a place. */
  const isOf = (/** @type {number} */ node, /** @type {number} */ at) => (units.length ? nodes[node].unit === at : node === at);
  const buttons = listed.map(({ text }, at) => h("button", { type: "button", "aria-pressed": "false", onclick: () => choose(at) },
    h("span", { class: "number" }, String(at + 1)), text));
  let chosen = -1;

  function draw() {
    const isNear = (/** @type {number[]} */ [from, to]) => chosen < 0 || isOf(from, chosen) || isOf(to, chosen);
    lines.replaceChildren(...lineGroups(shown.ties.filter((tie) => !isNear(tie)), spots, "dim"),
      ...lineGroups(shown.ties.filter((tie) => isNear(tie) && (chosen < 0 || isOf(tie[0], chosen))), spots, chosen < 0 ? "tie" : "tie out"),
      ...(chosen < 0 ? [] : lineGroups(shown.ties.filter((tie) => isNear(tie) && !isOf(tie[0], chosen)), spots, "tie into")));
    for (const [at, button] of buttons.entries()) button.setAttribute("aria-pressed", String(at === chosen));
  }

  function choose(/** @type {number} */ at) {
    chosen = at === chosen ? -1 : at;
    draw();
    told.textContent = chosen < 0 ? "" : `${spoken(chosen)} ${words["map-lines"]}`;
  }

  /** Whom the chosen one names, and by whom it is named; of a unit, which other units. */
  function spoken(/** @type {number} */ at) {
    const named = (/** @type {number} */ from, /** @type {number} */ to) => [...new Set(shown.ties.filter((tie) => isOf(tie[from], at) && !isOf(tie[to], at))
      .map((tie) => (units.length ? units[nodes[tie[to]].unit] : nodes[tie[to]]).text))].join(", ") || words["map-nobody"];
    return fill(words["map-told"], { name: listed[at].text, out: named(0, 1), into: named(1, 0) });
  }

  draw();
  return {
    node: h("div", {}, h("p", {}, words["map-about"], " ", words["map-press"]), h("div", { class: "with-list" }, h("div", { class: "sheet" }, svg),
      h("ol", { class: "names", "aria-label": words["map-list"] }, buttons.map((button, at) => h("li", {}, units.length ? swatch(at) : null, button)))), told),
  };
}

/** Ties as a path for each strength; many are drawn thin, so that one sees through them. */
function lineGroups(/** @type {number[][]} */ ties, /** @type {number[][]} */ spots, /** @type {string} */ sort) {
  return [1, 2, 3, 4].map((strength) => shape("path", {
    class: sort, "stroke-width": ties.length > PLAIN ? 0.5 : WIDTHS[strength] * (spots.length > 40 ? 0.5 : 1),
    d: ties.filter((tie) => tie[2] === strength).map(([from, to]) => through([spots[from], spots[to]])).join(""),
  })).filter((path) => path.getAttribute("d"));
}

/** Units as discs with the numbers of the list. */
function numbered(/** @type {Node[]} */ nodes, /** @type {number[][]} */ spots) {
  const radius = short(Math.min(13, ROUND / nodes.length / 2.3));
  return nodes.map((_, i) => shape("g", { transform: `translate(${spots[i][0]} ${spots[i][1]})` },
    shape("circle", { class: "disc", r: radius }),
    radius > 7 ? shape("text", { class: "number", y: 4.5 }, String(i + 1)) : shape("g")));
}

/** People as their units' marks, and each unit's number outside of them. */
function people(/** @type {Shown} */ { nodes, units }, /** @type {number[][]} */ spots) {
  const radius = nodes.length > 300 ? 2 : nodes.length > 80 ? 3.2 : 5;
  return [
    ...nodes.map(({ unit }, i) => marker(unitStyle(unit).shape, spots[i][0], spots[i][1], radius, { fill: unitStyle(unit).colour })),
    ...units.map((unit, at) => {
      const [x, y] = outside(unit, nodes.filter((one) => one.unit === at));
      return shape("text", { class: "of-unit", x: short(SIZE / 2 + x), y: short(SIZE / 2 + y + 5) }, String(at + 1));
    }),
  ];
}

/** Where a unit's number stands: beyond its people, as seen from the middle of the sheet. */
function outside(/** @type {{x: number, y: number}} */ { x, y }, /** @type {Node[]} */ members) {
  const far = Math.max(...members.map((one) => Math.hypot(one.x - x, one.y - y)));
  const from = Math.hypot(x, y);
  const [across, down] = from ? [x / from, y / from] : [0, -1];
  const off = REACH * (from + far) + LABEL;
  return [across * off, down * off];
}

function swatch(/** @type {number} */ unit) {
  const { colour, shape: name } = unitStyle(unit);
  const svg = sheet(16, 16, marker(name, 8, 8, 5.5, { fill: colour, stroke: COLOURS.paper }));
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
