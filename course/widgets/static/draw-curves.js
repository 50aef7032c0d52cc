// Curves over a common axis, each told by colour, dashes and marker, with its name at its end.

import {
  COLOURS, guessSign, guessSpan, guessTag, inLines, LEADING, marker, scaled, shape, sheet, through, SHEET_WIDTHS, widthOf, words,
} from "./draw-parts.js";

/** @import { Guess } from "#types" */
/** @import { Scaled } from "./draw-parts.js" */

/** @typedef {{text: string, lowest: number, highest: number, ticks: {at: number, text: string}[]}} Axis */
/** @typedef {{text: string, across: number[], up: number[], every: number}} Curve */
/** @typedef {{across: number, up: number, text: string}} Note */
/** @typedef {{kind: "curves", across: Axis, up: Axis, curves: Curve[], notes: Note[], guess?: Guess[]}} Curves */

const CURVES = {
  narrow: { width: SHEET_WIDTHS.narrow, height: 244, bottom: 198, room: 84, thick: 2.2, mark: 3.6 },
  wide: { width: SHEET_WIDTHS.wide, height: 350, bottom: 300, room: 150, thick: 2.8, mark: 4.6 },
  top: 38, names: 13, ticks: 12, beside: 8,
};
/** @typedef {typeof CURVES.narrow} Sized */
const CURVE_STYLES = [
  { colour: COLOURS.accent, dashes: null, shape: "disc" },
  { colour: COLOURS.warm, dashes: "9 5", shape: "square" },
  { colour: COLOURS.soft, dashes: "2 4", shape: "up" },
];

/**
 * @param {Curves} drawing
 * @param {boolean} isWide
 */
export function drawCurves({ across, up, curves, notes, guess = [] }, isWide) {
  const size = CURVES[isWide ? "wide" : "narrow"];
  const left = Math.max(...up.ticks.map(({ text }) => widthOf(text, CURVES.ticks))) + 8;
  const named = curves.map(({ text }) => inLines(text, size.room, CURVES.names, true));
  const right = size.width - CURVES.beside
    - Math.max(...named.flat().map((line) => widthOf(line, CURVES.names, true)));
  const x = scaled(across.lowest, across.highest, left, right);
  const y = scaled(up.lowest, up.highest, size.bottom, CURVES.top);
  return sheet(size.width, size.height,
    ...curveFrame(across, up, x, y, left, right, size),
    ...curves.map((curve, i) => curveLine(curve, i, x, y, size)).reverse(),
    ...guess.map((one) => curveGuess(one, curves, x, y)),
    ...notes.map((note) => curveNote(note, x, y, size.width)),
    ...curveNames(curves, named, right + CURVES.beside, y));
}

/**
 * The axes: a pale line at each tick of the upward one, and what is written at them.
 * @param {Axis} across
 * @param {Axis} up
 * @param {Scaled} x
 * @param {Scaled} y
 * @param {number} left
 * @param {number} right
 * @param {Sized} sheetSize
 */
function curveFrame(across, up, x, y, left, right, { bottom, height }) {
  const size = CURVES.ticks;
  const level = (/** @type {number} */ at, /** @type {string} */ colour) => shape("path", {
    d: `M${left} ${y(at)}H${right}`, stroke: colour, "stroke-width": 1, class: "level", "data-at": at,
  });
  return [
    ...up.ticks.map(({ at }) => level(at, COLOURS.line)),
    level(up.lowest, COLOURS.pale),
    ...up.ticks.map(({ at, text }) =>
      words(text, left - 8, y(at), { size, anchor: "end", class: "tick-up", "data-at": at })),
    ...across.ticks.map(({ at, text }) =>
      words(text, x(at), bottom + 13, { size, anchor: "middle", class: "tick-across", "data-at": at })),
    words(up.text, 0, 9, { colour: COLOURS.soft }),
    words(across.text, left, height - 9, { colour: COLOURS.soft }),
  ];
}

/**
 * @param {Curve} curve
 * @param {number} i  which of the curves it is
 * @param {Scaled} x
 * @param {Scaled} y
 * @param {Sized} size
 */
function curveLine(curve, i, x, y, size) {
  const { colour, dashes, shape: name } = CURVE_STYLES[i];
  const points = curve.across.map((at, n) => [x(at), y(curve.up[n])]);
  return shape("g", { class: "curve", "data-curve": i },
    shape("path", {
      d: through(points), fill: "none", stroke: colour, "stroke-width": size.thick, "stroke-linejoin": "round",
      "stroke-dasharray": dashes,
    }),
    ...points.flatMap(([left, top], n) => (n % curve.every ? [] : [marker(name, left, top, size.mark, {
      fill: colour, stroke: COLOURS.paper, "data-across": curve.across[n], "data-up": curve.up[n],
    })])));
}

/**
 * A ring about a point, and above it what is written there, within the sheet.
 * @param {Note} note
 * @param {Scaled} x
 * @param {Scaled} y
 * @param {number} width
 */
function curveNote({ across, up, text }, x, y, width) {
  const half = widthOf(text, 14, true) / 2;
  const middle = Math.min(Math.max(x(across), half), width - half);
  return shape("g", { class: "noted" },
    marker("disc", x(across), y(up), 7, {
      fill: "none", stroke: COLOURS.ink, "stroke-width": 1.5, "data-across": across, "data-up": up,
    }),
    words(text, middle, y(up) - 17, { size: 14, anchor: "middle", bold: true, halo: true }));
}

/**
 * What was guessed: a point of a curve, or a span above a place.
 * @param {Guess} guess
 * @param {Curve[]} curves
 * @param {Scaled} x
 * @param {Scaled} y
 */
function curveGuess({ at = 0, on = 0, low, high, tag }, curves, x, y) {
  if (low !== undefined && high !== undefined) {
    return shape("g", { class: "guessed" }, guessSpan(x(at), y(high), y(low)), ...guessTag(tag, x(at), y(high) - 15));
  }
  const { across, up } = curves[Math.min(on, curves.length - 1)];
  const nearest = across.reduce((best, place, n) => (Math.abs(place - at) < Math.abs(across[best] - at) ? n : best), 0);
  return shape("g", { class: "guessed" }, guessSign(x(across[nearest]), y(up[nearest])), ...guessTag(tag, x(across[nearest]), y(up[nearest]) - 15));
}

/**
 * Each curve's name beside its end, moved up or down where two would meet.
 * @param {Curve[]} curves
 * @param {string[][]} named  each one's name in lines
 * @param {number} left
 * @param {Scaled} y
 */
function curveNames(curves, named, left, y) {
  const size = CURVES.names;
  const heights = named.map((lines) => size * LEADING * lines.length + 2);
  const places = keptApart(curves.map(({ up }) => y(up[up.length - 1])), heights);
  return named.map((lines, i) => words(lines, left, places[i], {
    size, bold: true, colour: CURVE_STYLES[i].colour, class: "curve-name",
  }));
}

/**
 * Move what stands on a line as little as needed, so that each has room for its height. The order
 * is kept; of two at the same place the first stands first.
 * @param {number[]} places
 * @param {number[]} heights
 */
function keptApart(places, heights) {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  const moved = [...places];
  for (let crowded = true, n = 0; crowded && n < 50; n++) {
    crowded = false;
    for (let i = 1; i < order.length; i++) {
      const [low, high] = [order[i - 1], order[i]];
      const lacking = (heights[low] + heights[high]) / 2 - (moved[high] - moved[low]);
      if (lacking > 1e-6) {
        moved[low] -= lacking / 2;
        moved[high] += lacking / 2;
        crowded = true;
      }
    }
  }
  return moved;
}
