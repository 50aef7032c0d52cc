// The class's own network: a form about one's own unit on the telephone, and the map that the sums make.

import { fill, h, written } from "../../../widgets/static/elements.js";
import { secretOf } from "./line.js";
import { svg } from "./svg.js";
import { wrapped } from "./wrapped.js";

/** @import { Language, Words } from "#types" */
/** @import { Filled, NetworkLed, Own, OwnNetwork, State, ToInstructor } from "./types.d.ts" */

/** @typedef {{wide: number, high: number, across: number, down: number, letters: number}} Size  of the drawing, of the ring, of a line of a name */
const ON_PHONE = { wide: 400, high: 400, across: 108, down: 140, letters: 11 };
const ON_SCREEN = { wide: 640, high: 440, across: 175, down: 150, letters: 16 };
const WIDTHS = [0, 1.5, 3.5, 6, 9]; // px of a tie, by its strength

/** @type {Record<number, Filled>} */
const begun = {}; // what is filled in, step by step: a state that comes meanwhile draws the page anew

/** What a telephone shows: the form about its own unit, and then the map. */
export function onPhone(/** @type {State} */ state, /** @type {Own} */ own, /** @type {Words} */ words, /** @type {Language} */ language, /** @type {(filled: Filled) => void} */ send) {
  const network = /** @type {OwnNetwork} */ (state.together);
  const head = [h("h1", {}, network.title), h("p", {}, network.say)];
  if (state.phase === "revealed") return [h("h1", {}, network.title), ...map(network, state.smallest, words, language, ON_PHONE)];
  if (own.sent) return [h("h1", {}, network.title), h("p", { class: "look" }, words["network-sent"])];
  if (state.phase === "open") return [...head, h("p", { class: "look" }, words["network-wait"])];
  return [...head, form(state.at, network, words, send)];
}

/** @param {number} at @param {OwnNetwork} network @param {Words} words @param {(filled: Filled) => void} send */
function form(at, { units, strengths }, words, send) {
  begun[at] ??= {};
  const filled = begun[at];
  const rows = h("div", { class: "rows" });
  const pick = (/** @type {string} */ id, /** @type {string} */ label, /** @type {string[]} */ texts, /** @type {() => void} */ changed) => {
    const list = h("select", { id: `n-${id}`, onchange: () => {
      filled[id] = list.value;
      changed();
    } }, h("option", { value: "" }, words.choose), texts.map((text, i) => h("option", { value: i }, text)));
    list.value = filled[id] ?? "";
    return h("p", {}, h("label", { for: `n-${id}` }, label), list);
  };
  const ask = () => {
    const mine = filled.from;
    rows.replaceChildren(...(mine ? [h("h2", {}, words["network-others"]), ...units.flatMap((unit, i) => String(i) === mine ? [] : [pick(String(i), unit, strengths, () => {})]),
      h("h2", {}, words["network-people"]), number("within", words["network-within"]), number("beyond", words["network-beyond"]),
      h("button", { type: "submit" }, words["network-send"])] : []));
  };
  const number = (/** @type {string} */ id, /** @type {string} */ label) => h("p", { class: "counted" }, h("label", { for: `n-${id}` }, label),
    h("input", { id: `n-${id}`, type: "text", inputmode: "numeric", size: "4", maxlength: "3", value: filled[id] ?? "", oninput: (event) => { filled[id] = event.target.value.trim(); } }));
  ask();
  return h("form", { class: "own-network", onsubmit: (event) => {
    event.preventDefault();
    send({ ...filled });
  } }, pick("from", words["network-from"], units, ask), rows);
}

/** How it stands, for the instructor. */
export function standing(/** @type {ToInstructor} */ { phase, answered }, /** @type {Words} */ words) {
  return phase === "open" ? words["network-not-begun"] : fill(words["network-answered"], { n: answered });
}

/** What the big screen shows. */
export function onScreen(/** @type {State & {answered: number}} */ state, /** @type {Words} */ words, /** @type {Language} */ language) {
  const network = /** @type {OwnNetwork} */ (state.together);
  if (state.phase === "revealed") return [h("h1", {}, network.title), ...map(network, state.smallest, words, language)];
  return [h("h1", {}, network.title), h("p", { class: "prompt" }, network.say),
    h("p", { class: "among" }, network.units.map((one) => h("span", {}, one))),
    h("p", { class: "count", role: "status" }, state.phase === "open" ? "" : fill(words["network-answered"], { n: state.answered }))];
}

/** The map, the same in words, and the index beside chance; a sentence where too few have answered. */
export function map(/** @type {OwnNetwork} */ network, /** @type {number} */ smallest, /** @type {Words} */ words, /** @type {Language} */ language, /** @type {Size} */ size = ON_SCREEN) {
  const { units, strengths, map: told } = network;
  if (!told) return [];
  if (told.n === null) return [h("p", { class: "few" }, fill(words["network-few"], { n: smallest }))];
  return [h("div", { class: "network-shown" }, drawing(network, words, size),
    h("div", {},
      h("p", { class: "soft" }, fill(words["network-told"], { n: told.n })),
      told.ties.length ? [4, 3, 2, 1].flatMap((strength) => {
        const these = told.ties.filter(([, , one]) => one === strength);
        return these.length ? [h("h2", {}, sample(strength), strengths[strength]), h("ul", { class: "ties" }, these.map(([a, b]) => h("li", {}, `${units[a]} – ${units[b]}`)))] : [];
      }) : h("p", {}, words["network-no-tie"]),
      told.alone.length ? h("p", { class: "soft" }, fill(words["network-alone"], { units: told.alone.map((one) => units[one]).join(", ") })) : null,
      indexOf(network, words, language)))];
}

/** The E-I index beside chance and beside the course's municipality; null where it cannot be told. */
export function indexOf(/** @type {OwnNetwork} */ { map: told, theirs }, /** @type {Words} */ words, /** @type {Language} */ language) {
  if (!told || told.ei === null || told.chance === null) return null;
  return h("p", {}, h("b", {}, fill(words["network-ei"], { ei: signed(told.ei, language), chance: signed(told.chance, language) })), " ",
    theirs ? fill(words["network-theirs"], theirs) : "");
}

function signed(/** @type {number} */ n, /** @type {Language} */ language) {
  return `${n > 0 ? "+" : n < 0 ? "−" : ""}${written(Math.abs(n), language)}`;
}

/** How wide a tie of a strength is drawn. */
function sample(/** @type {number} */ strength) {
  return svg("svg", { class: "sample", viewBox: "0 0 30 10", "aria-hidden": "true" }, svg("line", { class: "tie", x1: 4, x2: 26, y1: 5, y2: 5, "stroke-width": WIDTHS[strength] }));
}

/** The units in a ring, and the ties between them, the wider the stronger. */
function drawing(/** @type {OwnNetwork} */ { units, map: told }, /** @type {Words} */ words, /** @type {Size} */ { wide, high, across, down, letters }) {
  const place = (/** @type {number} */ i) => {
    const angle = (2 * Math.PI * i) / units.length - Math.PI / 2;
    return { x: wide / 2 + across * Math.cos(angle), y: high / 2 + down * Math.sin(angle), angle };
  };
  const ties = [...told?.ties ?? []].sort((a, b) => a[2] - b[2]).map(([a, b, strength]) => {
    const [from, to] = [place(a), place(b)];
    return svg("line", { class: "tie", x1: from.x, y1: from.y, x2: to.x, y2: to.y, "stroke-width": WIDTHS[strength] });
  });
  const nodes = units.flatMap((unit, i) => {
    const { x, y, angle } = place(i);
    const side = Math.cos(angle);
    const lines = wrapped(unit, letters);
    const anchor = Math.abs(side) < 0.3 ? "middle" : side > 0 ? "start" : "end";
    const top = y + (Math.abs(side) < 0.3 ? (Math.sin(angle) < 0 ? -20 - 17 * (lines.length - 1) : 32) : 5 - 8 * (lines.length - 1));
    return [svg("circle", { class: told?.alone.includes(i) ? "unit alone" : "unit", cx: x, cy: y, r: 11 }),
      svg("text", { "text-anchor": anchor }, ...lines.map((line, n) => svg("tspan", { x: x + (Math.abs(side) < 0.3 ? 0 : 18 * Math.sign(side)), y: top + 17 * n }, line)))];
  });
  return svg("svg", { class: "own-map", viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": words["network-picture"] }, ...ties, ...nodes);
}

let units = ""; // the list as the instructor has it

/** The units that are asked about, one on each line, before it begins. */
export function dealing(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  const { usual } = /** @type {NetworkLed} */ (state.together);
  units ||= usual.join("\n");
  const more = { value: () => units.split("\n").map((one) => one.trim()).filter(Boolean), heard: () => {} };
  if (state.phase !== "open") return { node: h("div", {}), ...more };
  return {
    node: h("div", { class: "dealing" }, h("label", { for: "units" }, words["network-units"]),
      h("textarea", { id: "units", rows: "8", "aria-describedby": "units-told", oninput: (event) => { units = event.target.value; } }, units),
      h("p", { id: "units-told", class: "soft" }, words["network-units-told"])), ...more,
  };
}

/** What the instructor leads it by; with the map, the way to the lab. */
export function ledBy(/** @type {ToInstructor} */ state, /** @type {Words} */ words, /** @type {Language} */ language) {
  const network = /** @type {NetworkLed} */ (state.together);
  const hasMap = network.map && network.map.n !== null;
  const lab = hasMap ? new URL(`network-lab?in=${language}#${secretOf("lead")}`, location.href).href : "";
  return [h("p", {}, h("b", {}, words["say-it"]), " ", network.say), h("p", {}, words["network-lead"]),
    hasMap ? h("p", {}, h("a", { href: lab, target: "_blank", rel: "noopener", "data-act": "lab" }, words["open-lab"])) : "",
    ...map(network, state.smallest, words, language)];
}

/** What the class's summary has of it. */
export function summed(/** @type {import("./types.d.ts").Together} */ together, /** @type {Words} */ words, /** @type {Language} */ language, /** @type {number} */ smallest) {
  return map(/** @type {OwnNetwork} */ (together), smallest, words, language);
}
