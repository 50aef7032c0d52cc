// What is done to a map with keys and pointer, and what stands about every map that one draws on:
// its table in its place, what there is to do, the way back and forth.

import { beside, puller, STEPS } from "./map-parts.js";
import { h } from "./parts.js";
import { button, enable } from "./player.js";

const NARROW = 640; // px, below which a map is laid out for a telephone

/**
 * @typedef {{
 *   node: SVGElement, layer: SVGElement, at: (target: EventTarget | null) => number | null,
 *   spots: () => {x: number, y: number}[], focus: (place: number) => void,
 * }} Drawn  a map: `layer` is for the line that is pulled, `at` tells whose mark it is, `focus` gives a
 *   place the map's one stop of the Tab key
 */
/**
 * @typedef {{
 *   press: (place: number) => void, look: (place: number | null) => void, escape: () => void,
 *   drawn: (from: number, to: number) => boolean,
 * }} Heard  `drawn` tells whether a line was wanted from one place to another
 */

/**
 * Hear what is done to a map: the arrow keys go to what stands nearest, Enter and Space press, Escape lets
 * go; a pointer looks, presses, and pulls lines.
 * @param {Drawn} map
 * @param {Heard} heard
 */
export function hear({ node, layer, at, spots, focus }, heard) {
  node.addEventListener("keydown", (event) => {
    const { key, target } = /** @type {KeyboardEvent} */ (event);
    const place = at(target);
    if (place === null) return;
    if (key in STEPS) focus(beside(spots(), place, STEPS[/** @type {keyof typeof STEPS} */ (key)]));
    else if (key === "Enter" || key === " ") heard.press(place);
    else if (key === "Escape") heard.escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  node.addEventListener("focusin", ({ target }) => heard.look(at(target)));
  node.addEventListener("focusout", () => heard.look(null));
  node.addEventListener("pointerover", (event) => {
    const place = at(event.target);
    if (place !== null && /** @type {PointerEvent} */ (event).pointerType === "mouse") heard.look(place);
  });
  node.addEventListener("pointerleave", () => heard.look(at(document.activeElement)));
  const pulling = puller(node, layer, at, (place) => spots()[place], heard.drawn);
  node.addEventListener("click", ({ target }) => {
    const place = at(target);
    if (pulling.hasDrawn() || place === null) return;
    focus(place);
    heard.press(place);
  });
}

/**
 * A map with its table, of which one is seen; the map is laid out anew where its board grows narrow.
 * @param {{node: SVGElement, lay: (isNarrow: boolean) => void}} map
 * @param {HTMLElement} table
 * @param {{name: string, switch: string}} given  the board's class, and the words for having the table
 * @param {() => void} draw  is called when one is seen in the other's place
 */
export function mapBoard(map, table, given, draw) {
  const chart = h("div", {}, map.node);
  const node = h("div", { class: given.name }, chart, table);
  table.hidden = true;
  const asTable = button(given.switch, () => {
    table.hidden = !table.hidden;
    chart.hidden = !table.hidden;
    asTable.setAttribute("aria-pressed", String(!table.hidden));
    draw();
  }, false);
  let isNarrow = false;
  const watcher = new ResizeObserver(() => {
    if (node.clientWidth < NARROW === isNarrow) return;
    isNarrow = !isNarrow;
    map.lay(isNarrow);
  });
  return { node, asTable, isTable: () => !table.hidden, watch: () => watcher.observe(node), ended: () => watcher.disconnect() };
}

/**
 * Buttons for what there is to do, one of which is on.
 * @template {string} Mode
 * @param {string} label
 * @param {[mode: Mode, text: string][]} modes
 * @param {Mode} first
 * @param {(mode: Mode) => void} chosen
 */
export function modeButtons(label, modes, first, chosen) {
  const buttons = modes.map(([mode, text], i) => button(text, () => {
    for (const [n, one] of buttons.entries()) one.setAttribute("aria-pressed", String(n === i));
    chosen(mode);
  }, mode === first));
  return {
    node: h("div", { class: "set", role: "group", "aria-label": label }, buttons),
    focus: () => buttons[0].focus(),
    first: buttons[0],
  };
}

/**
 * The way back and forth in what has been done, and from the start.
 * @param {{
 *   undo: () => boolean, redo: () => boolean, restart: () => boolean,
 *   canUndo: () => boolean, canRedo: () => boolean, canRestart: () => boolean,
 * }} done
 * @param {Record<"undo" | "redo" | "restart" | "undone" | "redone", string>} texts
 * @param {(told: string) => void} altered
 */
export function backButtons(done, texts, altered) {
  const go = (/** @type {() => boolean} */ way, /** @type {string} */ told) => () => { if (way()) altered(told); };
  const undo = button(texts.undo, go(done.undo, texts.undone));
  const redo = button(texts.redo, go(done.redo, texts.redone));
  const again = button(texts.restart, go(done.restart, texts.undone));
  return {
    node: h("div", { class: "set" }, undo, redo, again),
    /** @param {HTMLElement} next  takes the focus from a button that cannot be pressed any more */
    draw: (next) => enable([[undo, done.canUndo()], [redo, done.canRedo()], [again, done.canRestart()]], next),
  };
}

/**
 * The parts of a goal, with which of them are met.
 * @param {{text: string, done: boolean}[]} parts
 * @param {string} met
 * @param {string} notMet
 */
export function goalParts(parts, met, notMet) {
  return parts.map(({ text, done }) => h("li", { class: done ? "met" : "" }, text,
    h("span", { class: "unseen" }, `: ${done ? met : notMet}`)));
}
