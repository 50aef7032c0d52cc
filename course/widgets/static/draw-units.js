// Small units and the ties between them: a ring a unit with its letter, people by colour and shape.

import { COLOURS, marker, shape, sheet, short, through, unitStyle, SHEET_WIDTHS, words } from "./draw-parts.js";

/** @typedef {{text: string, x: number, y: number}} Ring */
/** @typedef {{unit: number, x: number, y: number, solved?: number}} Member */
/** @typedef {{kind: "units", radius: number, units: Ring[], people: Member[], ties: number[][]}} Units */

const UNITS = {
  narrow: { width: SHEET_WIDTHS.narrow, height: 296, scale: 104, mark: 1 },
  wide: { width: SHEET_WIDTHS.wide, height: 470, scale: 168, mark: 1.5 },
};
const HALF = 0.5; // of the problem: who has solved less has an open mark

/**
 * Within a unit everyone has a tie to everyone, which its ring stands for. Those who have a tie
 * that leaves their unit are larger; where it is told how much each has solved, the mark grows by that.
 * @param {Units} drawing
 * @param {boolean} isWide
 */
export function drawUnits({ radius, units, people, ties }, isWide) {
  const { width, height, scale, mark } = UNITS[isWide ? "wide" : "narrow"];
  /** @type {(at: {x: number, y: number}) => [number, number]} */
  const place = ({ x, y }) => [
    short(width / 2 + scale * x), short(height / 2 - scale * y)];
  const places = people.map(place);
  const linked = new Set(ties.flat());
  const rings = units.map((unit) => {
    const [x, y] = place(unit);
    return marker("disc", x, y, scale * radius, {
      fill: "none", stroke: COLOURS.pale, "stroke-width": 1.2, class: "ring",
    });
  });
  const lines = ties.map(([a, b]) => through([places[a], places[b]])).join("");
  return sheet(width, height, ...rings,
    shape("path", { d: lines, class: "ties", fill: "none", stroke: COLOURS.ink, "stroke-width": 1.4 }),
    ...people.map(({ unit, solved }, i) => {
      const { colour, shape: name } = unitStyle(unit);
      const size = solved === undefined ? (linked.has(i) ? 4.8 : 3) : 2.7 + 3.3 * solved;
      const isOpen = solved !== undefined && solved < HALF;
      return marker(name, places[i][0], places[i][1], short(mark * size), {
        fill: isOpen ? COLOURS.paper : colour, stroke: isOpen ? colour : COLOURS.paper,
        "stroke-width": isOpen ? 1.3 : 0.8, "data-person": i,
      });
    }),
    ...units.map((unit) => words(unit.text, ...place(unit), {
      size: 16, anchor: "middle", bold: true, halo: true,
    })));
}
