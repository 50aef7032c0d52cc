// Pictures of one's own answers: a profile of areas, and how sure one was beside how right.

import { COLOURS, inLines, marker, scaled, shape, sheet, through, widthOf, words } from "./draw-parts.js";

/** @import { Attributes, Scaled } from "./draw-parts.js" */

/** @typedef {{text: string, mean: number | null, before: number | null}} Area */
/** @typedef {{kind: "profile", points: number, ends: string[], times: string[], areas: Area[]}} Profile */
/** @typedef {{sure: number, n: number, right: number}} Level */
/** @typedef {{kind: "calibration", across: string, up: string, agree: string, levels: Level[]}} Calibration */

const PROFILE = { width: 300, inset: 8, text: 14, line: 17, small: 12.5 };
/** @typedef {(x: number, y: number, more?: Attributes) => SVGElement} Mark */

/** @type {Mark} */
const thenMark = (x, y, more = {}) => marker("square", x, y, 6.4, {
  fill: "none", stroke: COLOURS.warm, "stroke-width": 1.8, class: "then", ...more,
});
/** @type {Mark} */
const nowMark = (x, y, more = {}) => marker("disc", x, y, 5.6, {
  fill: COLOURS.accent, stroke: COLOURS.paper, class: "now", ...more,
});

/**
 * A line an area, a dot where its mean lies, an open square where it lay before. No total.
 * @param {Profile} drawing
 */
export function drawProfile({ points, ends, times, areas }) {
  const [left, right] = [PROFILE.inset, PROFILE.width - PROFILE.inset];
  const x = scaled(1, points, left, right);
  let top = 0;
  const drawn = [];
  if (times.length) {
    drawn.push(...profileKey(times));
    top = 30;
  }
  for (const [i, area] of areas.entries()) {
    const lines = inLines(area.text, PROFILE.width - left, PROFILE.text);
    const y = top + PROFILE.line * lines.length + 12;
    drawn.push(words(lines, 0, top + PROFILE.line * lines.length / 2, { size: PROFILE.text }),
      ...profileLine(area, i, y, points, x));
    top = y + 14;
  }
  drawn.push(words(ends[0], 0, top + 3, { size: PROFILE.small, colour: COLOURS.soft }),
    words(ends[1], PROFILE.width, top + 3, { size: PROFILE.small, colour: COLOURS.soft, anchor: "end" }));
  return sheet(PROFILE.width, top + 14, ...drawn);
}

/**
 * @param {Area} area
 * @param {number} i which of the areas it is
 * @param {number} y
 * @param {number} points
 * @param {Scaled} x
 */
function profileLine(area, i, y, points, x) {
  const datum = (/** @type {number} */ mean) => ({ "data-area": i, "data-mean": mean });
  const ticks = Array.from({ length: points }, (_, n) => x(n + 1));
  return [
    shape("path", {
      d: `M${x(1)} ${y}H${x(points)}`, stroke: COLOURS.line, "stroke-width": 2, "stroke-linecap": "round",
    }),
    ...ticks.map((at, n) => shape("path", {
      d: `M${at} ${y - 3.5}V${y + 3.5}`, stroke: COLOURS.soft, "stroke-width": 1,
      class: "tick", "data-at": n + 1,
    })),
    ...(area.before === null ? [] : [thenMark(x(area.before), y, datum(area.before))]),
    ...(area.mean === null ? [] : [nowMark(x(area.mean), y, datum(area.mean))]),
  ];
}

/** Which mark is which time, above the first area. */
function profileKey(/** @type {string[]} */ [then, now]) {
  const after = 18 + widthOf(then, PROFILE.small) + 26;
  return [
    thenMark(8, 10), words(then, 22, 10, { size: PROFILE.small }),
    nowMark(after, 10), words(now, after + 12, 10, { size: PROFILE.small }),
  ];
}

const CALIBRATION = { width: 300, height: 254, top: 36, bottom: 206, right: 288, size: 12 };

/**
 * A point for each level of certainty, larger for more statements, and the line where one is as
 * right as one is sure.
 * @param {Calibration} drawing
 */
export function drawCalibration({ across, up, agree, levels }) {
  const { size } = CALIBRATION;
  const left = widthOf("100", size) + 8;
  const x = scaled(45, 105, left, CALIBRATION.right);
  const y = scaled(-6, 108, CALIBRATION.bottom, CALIBRATION.top);
  const grid = [0, 50, 100].map((at) => `M${left} ${y(at)}H${CALIBRATION.right}`).join("")
    + [50, 75, 100].map((at) => `M${x(at)} ${CALIBRATION.top}V${CALIBRATION.bottom}`).join("");
  return sheet(CALIBRATION.width, CALIBRATION.height,
    shape("path", { d: grid, stroke: COLOURS.line, "stroke-width": 1 }),
    ...[0, 50, 100].map((at) => words(String(at), left - 8, y(at), {
      size, anchor: "end", class: "tick-up", "data-at": at,
    })),
    ...[50, 75, 100].map((at) => words(String(at), x(at), CALIBRATION.bottom + 12, {
      size, anchor: "middle", class: "tick-across", "data-at": at,
    })),
    words(up, 0, 9, { colour: COLOURS.soft }),
    words(across, left, CALIBRATION.height - 9, { colour: COLOURS.soft }),
    shape("path", {
      d: through([[x(50), y(50)], [x(100), y(100)]]), stroke: COLOURS.soft, "stroke-width": 1.4,
      "stroke-dasharray": "6 5",
    }),
    words(agree, x(78), y(78) - 12, { size, anchor: "end", colour: COLOURS.soft }),
    ...levels.map(({ sure, n, right }) => marker("disc", x(sure), y(100 * right / n), 3 + 1.5 * Math.sqrt(n), {
      fill: COLOURS.accent, stroke: COLOURS.paper, "data-sure": sure, "data-n": n, "data-right": right,
    })));
}
