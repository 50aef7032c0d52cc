// What maps that one draws on have in common: strengths, saving, how one moves from one place to the
// next, and a line that follows the pointer.

import { shape, through } from "./draw-parts.js";
import { fill, h } from "./parts.js";
import { savePicture } from "./save-picture.js";

/** @import { Words } from "#types" */

/** The keys of the words for the strengths of a tie, from 1 on. */
export const GRADE_WORDS = ["", "grade-1", "grade-2", "grade-3", "grade-4"];

/** How wide a line is by the strength of its tie. */
export const WIDTHS = [0, 1.3, 2, 3, 4.4];

/** Across and down, by the arrow key. */
export const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const DRAWN_FROM = 8; // units of the sheet that a pointer moves before it draws a line

/** A list of the four strengths. */
export function picker(/** @type {string} */ id, /** @type {string} */ text, /** @type {Words} */ words, /** @type {number} */ first,
  /** @type {(to: number) => void} */ picked) {
  const list = h("select", { id, onchange: () => picked(Number(list.value)) },
    [1, 2, 3, 4].map((n) => h("option", { value: n, selected: n === first }, words[GRADE_WORDS[n]])));
  return { node: h("label", { for: id }, text, list), show: (/** @type {number} */ n) => { list.value = String(n); } };
}

/**
 * Two buttons that save a map as it stands.
 * @param {Words} words
 * @param {string} name  of the file, without its ending
 * @param {{node: SVGElement, sheet: () => {width: number, height: number}}} map
 */
export function saving(words, name, map) {
  return h("span", { class: "set" }, /** @type {const} */ (["svg", "png"]).map((as) => h("button", {
    type: "button", class: "quiet tool", "aria-label": fill(words["save-as"], { as: as.toUpperCase() }),
    onclick: () => savePicture(map.node, map.sheet(), name, as),
  }, `↓ ${as.toUpperCase()}`)));
}

/**
 * What stands nearest in a direction; the place itself, where nothing does.
 * @param {{x: number, y: number}[]} spots
 * @param {number} from
 * @param {number[]} direction  across and down: one of them 1 or -1, the other 0
 */
export function beside(spots, from, [across, down]) {
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { x, y }] of spots.entries()) {
    const [dx, dy] = [x - spots[from].x, y - spots[from].y];
    const ahead = dx * across + dy * down;
    const far = ahead + 2 * Math.abs(dx * down) + 2 * Math.abs(dy * across);
    if (ahead > 2 && far < least) [best, least] = [i, far];
  }
  return best;
}

/**
 * A line that follows the pointer from one place to another.
 * @param {SVGElement} node
 * @param {SVGElement} layer
 * @param {(target: EventTarget | null) => number | null} placeAt
 * @param {(place: number) => {x: number, y: number}} spot
 * @param {(from: number, to: number) => boolean} drawn  tells whether the line was wanted
 */
export function puller(node, layer, placeAt, spot, drawn) {
  /** @type {number | null} */
  let from = null;
  let wasDrawn = false;
  const place = (/** @type {PointerEvent} */ { clientX, clientY }) => {
    const { left, top, width } = node.getBoundingClientRect();
    const [x, y, wide] = node.getAttribute("viewBox")?.split(" ").map(Number) ?? [0, 0, width];
    const scale = wide / width;
    return { x: x + (clientX - left) * scale, y: y + (clientY - top) * scale };
  };
  node.addEventListener("pointerdown", (event) => {
    wasDrawn = false;
    from = /** @type {PointerEvent} */ (event).pointerType === "mouse" ? placeAt(event.target) : null;
  });
  node.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = place(/** @type {PointerEvent} */ (event));
    const start = spot(from);
    if (Math.hypot(to.x - start.x, to.y - start.y) < DRAWN_FROM) return;
    layer.replaceChildren(shape("path", { class: "tie pulled", d: through([[start.x, start.y], [to.x, to.y]]) }));
  });
  const end = (/** @type {Event} */ event) => {
    const to = event.type === "pointerup" ? placeAt(event.target) : null;
    layer.replaceChildren();
    if (from !== null && to !== null && to !== from) wasDrawn = drawn(from, to);
    from = null;
  };
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) node.addEventListener(name, end);
  return { hasDrawn: () => wasDrawn };
}
