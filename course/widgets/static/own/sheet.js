// The sheet that an organisation is drawn on: everyone in the same place each time, ties as lines.

import { COLOURS, marker, shape, sheet, short, through, unitStyle } from "../draw-parts.js";
import { WIDTHS } from "../map-parts.js";

/** @typedef {{text: string, unit: number, x: number, y: number}} Node */
/** @typedef {{nodes: Node[], units: {text: string, x: number, y: number}[], ties: number[][]}} Shown */

export const SIZE = 400;
const REACH = 185; // from the middle to where a place of 1 is
const LABEL = 17; // from the outermost of a unit to its number
const ROUND = 930; // about the ring on which units stand
const PLAIN = 600; // ties from which their strengths are no longer told apart

/**
 * The sheet with its lines, which are empty yet, and a mark for everyone.
 * @param {Shown} shown
 * @param {string} label  what it is, for who does not see it
 */
export function mapSheet(shown, label) {
  const spots = shown.nodes.map(({ x, y }) => [short(SIZE / 2 + REACH * x), short(SIZE / 2 + REACH * y)]);
  const lines = shape("g", { class: "lines" });
  const { marks, signs } = shown.units.length ? people(shown, spots) : numbered(shown.nodes, spots);
  const svg = sheet(SIZE, SIZE, lines, ...marks, ...signs);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return { svg, spots, lines, marks };
}

/** Show a mark as empty, or as full of a colour. */
export function filled(/** @type {SVGElement} */ mark, /** @type {string | null} */ colour, /** @type {number} */ edge) {
  const outline = mark.querySelector("circle") ?? mark;
  outline.style.fill = colour ?? COLOURS.paper;
  outline.style.stroke = colour && !edge ? "" : COLOURS.soft;
  outline.setAttribute("stroke-width", String(edge || 1.2));
  mark.classList.toggle("empty", colour === null);
}

/** Ties as a path for each strength; many are drawn thin, so that one sees through them. */
export function lineGroups(/** @type {number[][]} */ ties, /** @type {number[][]} */ spots, /** @type {string} */ sort) {
  return [1, 2, 3, 4].map((strength) => shape("path", {
    class: sort, "stroke-width": ties.length > PLAIN ? 0.5 : WIDTHS[strength] * (spots.length > 40 ? 0.5 : 1),
    d: ties.filter((tie) => tie[2] === strength).map(([from, to]) => through([spots[from], spots[to]])).join(""),
  })).filter((path) => path.getAttribute("d"));
}

/** Units as discs with the numbers of the list. */
function numbered(/** @type {Node[]} */ nodes, /** @type {number[][]} */ spots) {
  const radius = short(Math.min(13, ROUND / nodes.length / 2.3));
  const marks = nodes.map((_, i) => shape("g", { transform: `translate(${spots[i][0]} ${spots[i][1]})` },
    shape("circle", { class: "disc", r: radius }),
    radius > 7 ? shape("text", { class: "number", y: 4.5 }, String(i + 1)) : shape("g")));
  return { marks, signs: [] };
}

/** People as their units' marks, and each unit's number outside of them. */
function people(/** @type {Shown} */ { nodes, units }, /** @type {number[][]} */ spots) {
  const radius = nodes.length > 300 ? 2 : nodes.length > 80 ? 3.2 : 5;
  return {
    marks: nodes.map(({ unit }, i) => marker(unitStyle(unit).shape, spots[i][0], spots[i][1], radius, { fill: unitStyle(unit).colour })),
    signs: units.map((unit, at) => {
      const [x, y] = outside(unit, nodes.filter((one) => one.unit === at));
      return shape("text", { class: "of-unit", x: short(SIZE / 2 + x), y: short(SIZE / 2 + y + 5) }, String(at + 1));
    }),
  };
}

/** Where a unit's number stands: beyond its people, as seen from the middle of the sheet. */
function outside(/** @type {{x: number, y: number}} */ { x, y }, /** @type {Node[]} */ members) {
  const far = Math.max(...members.map((one) => Math.hypot(one.x - x, one.y - y)));
  const from = Math.hypot(x, y);
  const [across, down] = from ? [x / from, y / from] : [0, -1];
  const off = REACH * (from + far) + LABEL;
  return [across * off, down * off];
}

export function swatch(/** @type {number} */ unit) {
  const { colour, shape: name } = unitStyle(unit);
  const svg = sheet(16, 16, marker(name, 8, 8, 5.5, { fill: colour, stroke: COLOURS.paper }));
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
