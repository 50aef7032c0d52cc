// Nearer to a map and further from it: by buttons, by + and − on a mark, by the wheel with Ctrl, by two fingers;
// and along it, by dragging its ground, or by going to somebody who stands at the edge.
//
// Written here: d3-zoom would bring six more packages into a page that has no bundler, for the few lines
// between `about` and `pinch`.

import { h } from "./parts.js";
import { button, enable } from "./player.js";

/** @import { Words } from "#types" */

const MOST = 4; // times
const STEP = 1.6; // times, a press of a button
const WHEEL = 0.0025; // of the wheel's own unit
const SLACK = 4; // px that a pointer moves before it drags the ground
const EDGE = 0.22; // of the view: who stands nearer to its edge is brought to the middle

/**
 * @param {SVGElement} node
 * @param {Words} words
 * @param {() => void} changed  is called when what is in view is larger or smaller than it was
 * @param {() => {x: number, y: number} | undefined} middle  what the buttons and keys go nearer to; nothing: the
 *   middle of what is in view
 */
export function zooming(node, words, changed, middle) {
  let [width, height] = [1, 1]; // of the whole sheet
  let view = { x: 0, y: 0, times: 1 };

  /** Show the sheet from a corner on, so many times as large, and never what is beside it. */
  function show(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ to) {
    const before = view.times;
    const times = Math.min(Math.max(to, 1), MOST);
    const within = (/** @type {number} */ at, /** @type {number} */ all) => Math.min(Math.max(at, 0), all - all / times);
    view = { x: within(x, width), y: within(y, height), times };
    node.setAttribute("viewBox", [view.x, view.y, width / times, height / times].map((one) => +one.toFixed(2)).join(" "));
    node.classList.toggle("near", times > 1);
    if (times === before) return;
    enable([[closer, times < MOST], [further, times > 1], [whole, times > 1]], times > 1 ? further : closer);
    changed();
  }

  /** Larger or smaller about a place of the sheet, which stays where it is. */
  function about(/** @type {{x: number, y: number}} */ { x, y }, /** @type {number} */ by) {
    const to = Math.min(Math.max(view.times * by, 1), MOST);
    const kept = view.times / to;
    show(x - (x - view.x) * kept, y - (y - view.y) * kept, to);
  }

  const press = (/** @type {number} */ by) =>
    about(middle() ?? { x: view.x + width / view.times / 2, y: view.y + height / view.times / 2 }, by);
  const closer = button("+", () => press(STEP));
  const further = button("−", () => press(1 / STEP));
  const whole = button(words["map-whole"], () => show(0, 0, 1));
  closer.setAttribute("aria-label", words["map-closer"]);
  further.setAttribute("aria-label", words["map-further"]);

  /** Where on the sheet a pointer is. */
  function placeOf({ clientX = 0, clientY = 0 }) {
    const { left, top, width: wide } = node.getBoundingClientRect();
    const unit = width / view.times / (wide || 1);
    return { x: view.x + (clientX - left) * unit, y: view.y + (clientY - top) * unit };
  }

  byWheelAndKeys(node, placeOf, about, press);
  /** Along the sheet; what share of the way down its edge leaves. */
  function pan(/** @type {number} */ x, /** @type {number} */ y) {
    const before = view.y;
    show(view.x + x, view.y + y, view.times);
    return y && 1 - (view.y - before) / y;
  }

  byHand(node, placeOf, { times: () => view.times, about, pan });

  enable([[closer, true], [further, false], [whole, false]], closer);
  return {
    node: h("div", { class: "set zoom", role: "group", "aria-label": words["map-zoom"] }, closer, further, whole),
    times: () => view.times,
    /** A sheet of another size, seen whole. */
    lay: (/** @type {number} */ wide, /** @type {number} */ high) => {
      [width, height] = [wide, high];
      show(0, 0, 1);
    },
    /** See to it that a place is in view, and not at its edge. */
    bring: (/** @type {{x: number, y: number}} */ { x, y }) => {
      const [wide, high] = [width / view.times, height / view.times];
      const isIn = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ all) =>
        at > from + EDGE * all && at < from + (1 - EDGE) * all;
      if (view.times > 1 && !(isIn(x, view.x, wide) && isIn(y, view.y, high))) show(x - wide / 2, y - high / 2, view.times);
    },
  };
}

/**
 * The wheel with Ctrl, and + and − on a mark; 0 shows the whole.
 * @param {SVGElement} node
 * @param {(event: {clientX: number, clientY: number}) => {x: number, y: number}} placeOf
 * @param {(place: {x: number, y: number}, by: number) => void} about
 * @param {(by: number) => void} press
 */
function byWheelAndKeys(node, placeOf, about, press) {
  node.addEventListener("wheel", (event) => {
    const { ctrlKey, metaKey, deltaY } = event;
    if (!ctrlKey && !metaKey) return; // the page scrolls
    event.preventDefault();
    about(placeOf(event), Math.exp(-deltaY * WHEEL * (ctrlKey && Math.abs(deltaY) < 40 ? 4 : 1)));
  }, { passive: false });
  node.addEventListener("keydown", (event) => {
    const by = { "+": STEP, "=": STEP, "-": 1 / STEP, "0": 0 }[/** @type {KeyboardEvent} */ (event).key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    press(by);
  });
}

/**
 * Two fingers, and what drags the ground: a mouse beside the marks, a finger anywhere on a map that is near.
 * A finger that has come to the map's edge scrolls the page on, since a map may be as large as a telephone.
 * @param {SVGElement} node
 * @param {(event: {clientX: number, clientY: number}) => {x: number, y: number}} placeOf
 * @param {{times: () => number, about: (place: {x: number, y: number}, by: number) => void, pan: (x: number, y: number) => number}} view
 */
function byHand(node, placeOf, { times, about, pan }) {
  /** @type {Map<number, {clientX: number, clientY: number}>} */
  const down = new Map();
  let isDragged = false;

  node.addEventListener("pointerdown", (event) => {
    const { pointerId, pointerType, clientX, clientY, target } = /** @type {PointerEvent} */ (event);
    isDragged = false;
    const isOnMark = target instanceof Element && target.closest("[role=button]");
    if (pointerType === "touch" || !isOnMark) down.set(pointerId, { clientX, clientY });
  });
  node.addEventListener("pointermove", (event) => {
    const { pointerId, pointerType, clientX, clientY } = /** @type {PointerEvent} */ (event);
    const before = down.get(pointerId);
    if (!before) return;
    const now = { clientX, clientY };
    const other = [...down].find(([id]) => id !== pointerId)?.[1];
    if (other) {
      const far = (/** @type {typeof now} */ one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
      about(placeOf({ clientX: (clientX + other.clientX) / 2, clientY: (clientY + other.clientY) / 2 }), far(now) / far(before));
      isDragged = true;
    } else if (times() > 1) {
      if (!isDragged && Math.hypot(clientX - before.clientX, clientY - before.clientY) < SLACK) return;
      const [from, to] = [placeOf(before), placeOf(now)];
      const left = pan(from.x - to.x, from.y - to.y);
      if (left && pointerType === "touch") window.scrollBy({ top: left * (before.clientY - clientY), behavior: "instant" });
      isDragged = true;
    }
    down.set(pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
    node.addEventListener(name, (event) => { down.delete(/** @type {PointerEvent} */ (event).pointerId); });
  }
  // What has moved the map has pressed nobody.
  node.addEventListener("click", (event) => {
    if (isDragged) event.stopImmediatePropagation();
    isDragged = false;
  }, { capture: true });
}
