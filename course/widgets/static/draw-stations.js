// Where each of a crowd stands: places with their keys, and who is in each. On a wide sheet the first
// place stands to the left of the others; on a narrow one all stand below one another.

import { crowdMark, KEY_ROW, keyLine } from "./draw-crowd.js";
import { COLOURS, guessMark, shape, sheet, short, SHEET_WIDTHS } from "./draw-parts.js";

/** @import { Point } from "./draw-parts.js" */
/** @import { Guess } from "#types" */

/** @typedef {{text: string, style: number, room: number, who: number[]}} Station */
/**
 * `from`: where they stood before, and what `share` of the way they have gone.
 * @typedef {{
 *   kind: "stations", columns: number, stations: Station[], guess?: Guess[], from?: Station[], share?: number,
 * }} Stations
 */

const STATION = { apart: 14, beside: 28 }; // units from one place to the next, and to those beside

/**
 * @param {Stations} drawing
 * @param {boolean} isWide
 */
export function drawStations({ columns, stations, guess = [], from, share = 1 }, isWide) {
  const width = isWide ? SHEET_WIDTHS.wide : SHEET_WIDTHS.narrow;
  const across = isWide ? (width - STATION.beside) / 2 : width;
  const step = across / columns;
  const frames = framesOf(roomy(stations, guess), columns, step, isWide ? across + STATION.beside : 0);
  const now = spots(stations, frames, columns, step);
  const then = from ? spots(from, frames, columns, step) : now;
  const floors = frames.map(({ left, top, height }) => shape("rect", {
    x: short(left + 0.5), y: short(top), width: short(across - 1), height: short(height), rx: 6,
    fill: "none", stroke: COLOURS.line, "stroke-width": 1.2,
  }));
  const marks = stations.map((station, i) => shape("g", { "data-group": i }, ...station.who.map((person) => {
    const [x1, y1] = /** @type {Point} */ (now.get(person));
    const [x0, y0] = then.get(person) ?? [frames[0].left - step, y1]; // who has just come
    return crowdMark(station.style, short(x0 + (x1 - x0) * share), short(y0 + (y1 - y0) * share), 0.3 * step);
  })));
  const guessed = guess.map(({ at: n = 0, on = 0, tag }) => {
    const { left, top } = frames[on];
    const last = Math.max(0, n - 1);
    const x = left + step * (n ? last % columns + 1 : 0);
    const y = top + step * Math.floor(last / columns);
    return guessMark(x, y + 0.06 * step, y + 0.94 * step, width, tag);
  });
  const bottom = Math.max(...frames.map(({ top, height }) => top + height));
  return sheet(width, short(bottom + 1), ...floors,
    ...stations.map(({ style, text }, i) => keyLine(style, text, frames[i].left, frames[i].top - KEY_ROW / 2)),
    ...marks, ...guessed);
}

/** Places with room for as many as were guessed, too. */
function roomy(/** @type {Station[]} */ stations, /** @type {Guess[]} */ guess) {
  return stations.map((station, i) => ({
    ...station, room: Math.max(station.room, ...guess.map(({ at = 0, on = 0 }) => (on === i ? at : 0))),
  }));
}

/**
 * Where each place lies.
 * @param {Station[]} stations
 * @param {number} columns
 * @param {number} step
 * @param {number} beside  where those that stand beside the first begin; 0: below it
 */
function framesOf(stations, columns, step, beside) {
  let top = KEY_ROW;
  return stations.map(({ room }, i) => {
    const height = step * Math.max(1, Math.ceil(room / columns));
    if (i === 1 && beside) top = KEY_ROW;
    const frame = { left: i ? beside : 0, top, height };
    top += height + KEY_ROW + STATION.apart;
    return frame;
  });
}

/**
 * Where each person stands.
 * @param {Station[]} stations
 * @param {{left: number, top: number}[]} frames
 * @param {number} columns
 * @param {number} step
 * @returns {Map<number, Point>}
 */
function spots(stations, frames, columns, step) {
  return new Map(stations.flatMap(({ who }, i) => who.map((person, n) => /** @type {[number, Point]} */ ([person, [
    frames[i].left + step * (n % columns + 0.5), frames[i].top + step * (Math.floor(n / columns) + 0.5)]]))));
}
