// The square to scan, and a code in parts that can be read aloud.

import { svg } from "./svg.js";

const QUIET = 4; // modules of white around it, which readers need (ISO/IEC 18004)

/**
 * @param {string[]} rows  each of 0 and 1
 * @param {string} label
 */
export function square(rows, label) {
  const size = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, y) => [...row].map((one, x) => one === "1" ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""));
  return svg("svg", { class: "square", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" },
    svg("rect", { width: size, height: size, fill: "#fff" }),
    svg("path", { d: dark.join(""), fill: "#000" }));
}

/** A code in two halves. */
export function inHalves(/** @type {string} */ code) {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
