// Small units and the ties between them: a ring a unit with its letter, people by colour and shape.

import { COLOURS, marker, shape, sheet, short, through, unitStyle, words } from "./draw-parts.js";

/** @typedef {{text: string, x: number, y: number}} Ring */
/** @typedef {{unit: number, x: number, y: number}} Member */
/** @typedef {{kind: "units", radius: number, units: Ring[], people: Member[], ties: number[][]}} Units */

const UNITS = { width: 300, height: 296, scale: 104 };

/**
 * Within a unit everyone has a tie to everyone, which its ring stands for. Those who have a tie
 * that leaves their unit are larger.
 * @param {Units} drawing
 */
export function drawUnits({ radius, units, people, ties }) {
  /** @type {(at: {x: number, y: number}) => [number, number]} */
  const place = ({ x, y }) => [
    short(UNITS.width / 2 + UNITS.scale * x), short(UNITS.height / 2 - UNITS.scale * y)];
  const places = people.map(place);
  const linked = new Set(ties.flat());
  const rings = units.map((unit) => {
    const [x, y] = place(unit);
    return marker("disc", x, y, UNITS.scale * radius, {
      fill: "none", stroke: COLOURS.pale, "stroke-width": 1.2, class: "ring",
    });
  });
  const lines = ties.map(([a, b]) => through([places[a], places[b]])).join("");
  return sheet(UNITS.width, UNITS.height, ...rings,
    shape("path", { d: lines, class: "ties", fill: "none", stroke: COLOURS.ink, "stroke-width": 1.4 }),
    ...people.map(({ unit }, i) => {
      const { colour, shape: name } = unitStyle(unit);
      return marker(name, places[i][0], places[i][1], linked.has(i) ? 4.8 : 3, {
        fill: colour, stroke: COLOURS.paper, "stroke-width": 0.8, "data-person": i,
      });
    }),
    ...units.map((unit) => words(unit.text, ...place(unit), {
      size: 16, anchor: "middle", bold: true, halo: true,
    })));
}
