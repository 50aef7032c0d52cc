// Where the parties of a drawing stand: one's own in the middle, the others around them, in the order
// in which they were put out; on a wide sheet and, laid out anew, on a narrow one.

import { short } from "../../widgets/static/draw-parts.js";

/** @typedef {{x: number, y: number, isBelow: boolean, room: number}} Spot  a place; whether the name stands below it, and how wide it may be */
/** @typedef {{width: number, height: number, middle: {x: number, y: number, rx: number, ry: number}, spots: Spot[]}} Layout */

const SHEETS = {
  wide: { width: 880, height: 470, outer: [345, 175], inner: [64, 46], grows: [9, 5], room: 150 },
  narrow: { width: 340, height: 560, outer: [118, 218], inner: [38, 52], grows: [3, 8], room: 92 },
};

/**
 * @param {boolean[]} inside  whether each party is one's own
 * @param {boolean} isNarrow
 * @returns {Layout}
 */
export function laidOut(inside, isNarrow) {
  const { width, height, outer, inner, grows, room } = SHEETS[isNarrow ? "narrow" : "wide"];
  const [x, y] = [width / 2, height / 2 - (isNarrow ? 6 : 4)];
  const own = inside.filter(Boolean).length;
  const near = own === 1 ? [0, 0] : inner.map((reach, i) => reach + grows[i] * own);
  const counts = { own, others: inside.length - own };
  const seen = { own: 0, others: 0 };
  const spots = inside.map((isOwn) => {
    const of = isOwn ? "own" : "others";
    const [across, down] = isOwn ? near : outer;
    // The first of the others stands to the right of the top, so that no name is right above the middle.
    const turn = seen[of]++ + (isOwn ? 0 : 0.5);
    const angle = 2 * Math.PI * turn / counts[of] - Math.PI / 2;
    const [side, up] = [Math.cos(angle), Math.sin(angle)];
    return { x: short(x + across * side), y: short(y + down * up), isBelow: own === 1 && isOwn ? true : up > -0.4, room };
  });
  return {
    width, height, spots,
    middle: { x, y: y + 8, rx: near[0] + (isNarrow ? 46 : 78), ry: near[1] + (isNarrow ? 52 : 50) },
  };
}
