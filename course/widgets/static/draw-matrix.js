// Units by units: a square for each pair, its area the share of possible ties that are there.

import { COLOURS, guessSign, guessTag, shape, sheet, short, widthOf, words } from "./draw-parts.js";

/** @import { Guess } from "#types" */

/** @typedef {{kind: "matrix", names: string[], ties: number[][], shares: number[][], guess?: Guess[]}} Matrix */

const MATRIX = { width: 520, row: 36, square: 26, size: 12.5, slant: 35 };

/**
 * Within a unit (the diagonal) squares are pale, between units strong. Each has the number of ties
 * in a corner of its own.
 * @param {Matrix} drawing
 */
export function drawMatrix({ names, ties, shares, guess = [] }) {
  const wide = names.map((name) => widthOf(name, MATRIX.size));
  const left = Math.max(...wide) + 10;
  const along = Math.cos(Math.PI * MATRIX.slant / 180);
  const top = Math.max(...wide) * Math.sin(Math.PI * MATRIX.slant / 180) + 20;
  // Room on the right for the last name, which stands aslant above its column.
  const right = MATRIX.width - Math.max(0, along * wide[wide.length - 1] - MATRIX.row / 2);
  const column = (right - left) / names.length;
  const bottom = top + MATRIX.row * names.length;
  const edges = names.length + 1;
  const grid = Array.from({ length: edges }, (_, i) =>
    `M${short(left)} ${short(top + MATRIX.row * i)}H${short(right)}`
    + `M${short(left + column * i)} ${short(top)}V${short(bottom)}`).join("");
  return sheet(MATRIX.width, short(bottom + 1),
    shape("path", { d: grid, stroke: COLOURS.line, "stroke-width": 1 }),
    ...names.map((name, i) => words(name, left - 10, top + MATRIX.row * (i + 0.5), {
      size: MATRIX.size, anchor: "end",
    })),
    ...names.map((name, i) => {
      const [x, y] = [short(left + column * (i + 0.5)), short(top - 8)];
      return words(name, x, y, { size: MATRIX.size, transform: `rotate(${-MATRIX.slant} ${x} ${y})` });
    }),
    ...names.flatMap((_, i) => names.flatMap((__, j) => matrixCell(
      i, j, ties[i][j], shares[i][j], left + column * j, top + MATRIX.row * i, column))),
    // Both cells of the two units, at their upper right.
    ...guess.flatMap(({ at = 0, on = 0, tag }) => [{ i: at, j: on, tag }, { i: on, j: at, tag }]).map(({ i, j, tag }) => shape("g", { class: "guessed" },
      guessSign(left + column * (j + 1) - 9, top + MATRIX.row * i + 9),
      ...guessTag(tag, left + column * j + 11, top + MATRIX.row * i + 10))));
}

/**
 * @param {number} i  the row, counted from 0
 * @param {number} j  the column
 * @param {number} ties  how many there are
 * @param {number} share  of the possible ones, from 0 to 1
 * @param {number} left
 * @param {number} top
 * @param {number} column  how wide one is
 */
function matrixCell(i, j, ties, share, left, top, column) {
  if (!ties) return [];
  const side = short(MATRIX.square * Math.sqrt(share));
  const [x, y] = [left + 4 + MATRIX.square / 2, top + MATRIX.row / 2];
  return [
    shape("rect", {
      x: short(x - side / 2), y: short(y - side / 2), width: side, height: side,
      fill: i === j ? COLOURS.pale : COLOURS.accent, "data-row": i, "data-column": j, "data-share": share,
    }),
    words(String(ties), left + column - 4, top + MATRIX.row - 9, {
      size: 12, anchor: "end", "data-row": i, "data-column": j,
    }),
  ];
}
