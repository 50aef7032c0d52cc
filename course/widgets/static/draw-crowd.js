// A crowd, one mark for each: its groups are told by colour, shape and a key.

import { COLOURS, guessMark, marker, shape, sheet, short, SHEET_WIDTHS, words } from "./draw-parts.js";

/** @import { Guess } from "#types" */

/** @typedef {{n: number, style: number, text: string}} Group */
/** @typedef {{kind: "crowd", columns: number, groups: Group[], numbers?: number[], guess?: Guess[]}} Crowd */

export const KEY_ROW = 24;
const KEY_GAP = 8;
const CROWD_STYLES = [
  { shape: "disc", colour: COLOURS.accent, filled: true },
  { shape: "cross", colour: COLOURS.warm, filled: true },
  { shape: "square", colour: COLOURS.soft, filled: false },
  { shape: "hexagon", colour: COLOURS.pale, filled: false },
];

/**
 * @param {Crowd} drawing
 * @param {boolean} isWide
 */
export function drawCrowd({ columns, groups, numbers = [], guess = [] }, isWide) {
  const width = isWide ? SHEET_WIDTHS.wide : SHEET_WIDTHS.narrow;
  const step = width / columns;
  const named = groups.filter(({ text }) => text);
  const below = KEY_ROW * named.length + KEY_GAP;
  const all = groups.reduce((sum, { n }) => sum + n, 0);
  const radius = (numbers.length ? 0.4 : 0.27) * step;
  /** @type {(place: number) => [number, number]} */
  const at = (place) => [
    short(step * (place % columns + 0.5)), short(below + step * (Math.floor(place / columns) + 0.5))];
  let place = 0;
  const marks = groups.map(({ n, style }, group) => shape("g", { "data-group": group },
    ...Array.from({ length: n }, () => {
      const [x, y] = at(place);
      const number = numbers[place++];
      return [crowdMark(style, x, y, radius), ...(number === undefined ? [] : [numberIn(style, number, x, y, radius)])];
    }).flat()));
  const key = named.map(({ style, text }, line) => keyLine(style, text, 0, KEY_ROW * (line + 0.5)));
  const guessed = guess.map(({ at: n = 0, tag }) => {
    // After the last of those who were guessed; before the first of all for nobody.
    const [x, y] = at(Math.max(0, Math.min(n, all) - 1));
    return guessMark(n ? x + step / 2 : x - step / 2, y - 0.48 * step, y + 0.48 * step, width, tag);
  });
  return sheet(width, short(below + step * Math.ceil(all / columns)), ...key, ...marks, ...guessed);
}

/**
 * A line of a key: the mark, and what it stands for.
 * @param {number} style
 * @param {string} text
 * @param {number} left
 * @param {number} y
 */
export function keyLine(style, text, left, y) {
  return shape("g", { class: "key" }, crowdMark(style, left + 9, y, 5.5), words(text, left + 24, y, { size: 14.5 }));
}

/**
 * @param {number} style
 * @param {number} number
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
function numberIn(style, number, x, y, radius) {
  const colour = CROWD_STYLES[style].filled ? COLOURS.paper : COLOURS.ink;
  return words(String(number), x, y, { size: Math.max(12, short(0.7 * radius)), anchor: "middle", bold: true, colour });
}

/**
 * @param {number} style which of the styles, counted from 0
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function crowdMark(style, x, y, radius) {
  const { shape: name, colour, filled } = CROWD_STYLES[style];
  return filled
    ? marker(name, x, y, short(radius), { fill: colour })
    : marker(name, x, y, short(0.9 * radius), { fill: "none", stroke: colour, "stroke-width": 1.6 });
}
