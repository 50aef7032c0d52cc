// A crowd, one mark for each: its groups are told by colour, shape and a key.

import { COLOURS, marker, shape, sheet, short, words } from "./draw-parts.js";

/** @typedef {{n: number, style: number, text: string}} Group */
/** @typedef {{kind: "crowd", columns: number, groups: Group[]}} Crowd */

const CROWD_WIDTH = 300;
const KEY_ROW = 24;
const KEY_GAP = 8;
const CROWD_STYLES = [
  { shape: "disc", colour: COLOURS.accent, filled: true },
  { shape: "cross", colour: COLOURS.warm, filled: true },
  { shape: "square", colour: COLOURS.soft, filled: false },
];

/** @param {Crowd} drawing */
export function drawCrowd({ columns, groups }) {
  const step = CROWD_WIDTH / columns;
  const below = KEY_ROW * groups.length + KEY_GAP;
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  let place = 0;
  const marks = groups.map(({ n, style }, group) => shape("g", { "data-group": group },
    ...Array.from({ length: n }, () => {
      const x = step * (place % columns + 0.5);
      const y = below + step * (Math.floor(place++ / columns) + 0.5);
      return crowdMark(style, short(x), short(y), 0.27 * step);
    })));
  const key = groups.map(({ style, text }, line) => {
    const y = KEY_ROW * (line + 0.5);
    return shape("g", { class: "key" },
      crowdMark(style, 9, y, 5.5), words(text, 24, y, { size: 14.5 }));
  });
  return sheet(CROWD_WIDTH, short(below + step * Math.ceil(all / columns)), ...key, ...marks);
}

/**
 * @param {number} style which of the styles, counted from 0
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function crowdMark(style, x, y, radius) {
  const { shape: name, colour, filled } = CROWD_STYLES[style];
  return filled
    ? marker(name, x, y, radius, { fill: colour })
    : marker(name, x, y, 0.9 * radius, { fill: "none", stroke: colour, "stroke-width": 1.6 });
}
