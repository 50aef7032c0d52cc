// A wide bridge, played by the room: a place in a unit on each telephone, the network on the screen.

import { fill, h } from "../../../widgets/static/elements.js";
import { dealtAsItIs, invited, ledThrough, setTwice, whoIs } from "./played.js";
import { svg } from "./svg.js";

/** @import { Words } from "#types" */
/** @import { Bridge, BridgeTime, Own, State, ToInstructor } from "./types.d.ts" */

const WIDE = 640;
const HIGH = 300;
const RING = { x: [165, 475], y: 150, r: 118, person: 19 }; // the middles of the units, and a person's circle

/** What a telephone shows: its place, whom it sees, and whether it has begun. */
export function onPhone(/** @type {State} */ state, /** @type {Own} */ own, /** @type {Words} */ words) {
  const { title } = /** @type {Bridge} */ (state.together);
  if (state.phase === "open") return [h("h1", {}, title), h("p", {}, words["play-wait"])];
  const { number, group, unit = 0, across = [], threshold = 0, sees = 0, starts, has } = own;
  if (number === undefined) return [h("h1", {}, title), h("p", {}, words["play-look-on"])];
  const [mine, others] = unit ? [words["bridge-unit-2"], words["bridge-unit-1"]] : [words["bridge-unit-1"], words["bridge-unit-2"]];
  return [
    h("section", { class: "slip", "aria-labelledby": "slip" },
      h("p", { class: "soft" }, whoIs(group, fill(words["bridge-yours"], { unit: mine }), words)),
      h("h1", { id: "slip" }, String(number)),
      h("p", {}, fill(words["bridge-within"], { unit: mine }), " ", fill(words[across.length ? "bridge-across" : "bridge-no-across"], { unit: others, who: across.join(", ") })),
      h("p", {}, starts ? words["bridge-starts"] : fill(words["bridge-rule"], { n: threshold }))),
    h("p", { class: has ? "talk" : "", role: "status" }, h("b", {}, words[has ? "play-begun" : "play-waiting"]), " ", has ? "" : fill(words["bridge-sees"], { n: sees })),
  ];
}

/** What the big screen shows: the two units and the ties between them, those who have begun filled. */
export function onScreen(/** @type {State & {answered: number}} */ state, /** @type {Words} */ words) {
  if (state.phase === "open") return invited(state, words["play-here"]);
  const bridge = /** @type {Bridge} */ (state.together);
  return [h("h1", {}, bridge.title), ...seen(bridge, words)];
}

/** Each time in a picture and in words, side by side once there are two. */
function seen(/** @type {Bridge} */ { people = 0, groups = 1, units = [0, 0], step = 0, stops, times = [] }, /** @type {Words} */ words) {
  const latest = times[times.length - 1];
  return [groups > 1 ? h("p", { class: "prompt" }, fill(words["bridge-groups"], { n: groups })) : "",
    h("div", { class: "plays" }, times.map((time, i) => {
      const told = fill(words["bridge-seen"], { ...counted(time, units[0]), ofA: units[0], ofB: units[1] });
      return h("section", {}, h("h2", {}, fill(words[`bridge-time-${i + 1}`], { n: time.ties, needed: time.threshold })), network(time, units, told), h("p", {}, told));
    })),
    h("p", { class: "count", role: "status" }, step ? `${fill(words["play-step"], { n: step })} ` : "", fill(words["play-told"], { n: latest?.acting, of: people }),
      stops && step ? ` ${words[latest?.acting === people ? "play-all" : "play-stops"]}` : "")];
}

/** How many of each unit have begun. */
function counted(/** @type {BridgeTime} */ { has }, /** @type {number} */ first) {
  return { a: has.slice(0, first).filter(Boolean).length, b: has.slice(first).filter(Boolean).length };
}

/** The two units as rings that face each other, everyone with their number. */
function network(/** @type {BridgeTime} */ { across, has }, /** @type {[number, number]} */ units, /** @type {string} */ label) {
  const [first] = units;
  const at = (/** @type {number} */ person) => {
    const unit = person < first ? 0 : 1;
    const n = person - unit * first;
    const angle = (2 * Math.PI * (n - 0.5)) / units[unit];
    return { x: RING.x[unit] + (unit ? -1 : 1) * RING.r * Math.cos(angle), y: RING.y + RING.r * Math.sin(angle) };
  };
  const line = (/** @type {number} */ a, /** @type {number} */ b, /** @type {string} */ name) => {
    const [from, to] = [at(a), at(b)];
    return svg("line", { class: name, x1: from.x, y1: from.y, x2: to.x, y2: to.y });
  };
  const within = has.flatMap((_, a) => has.flatMap((_, b) => (a < b && (a < first) === (b < first) ? [line(a, b, "within")] : [])));
  return svg("svg", { class: "bridge", viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "xMinYMin", role: "img", "aria-label": label },
    ...within, ...across.map(([a, b]) => line(a, b, "across")),
    ...has.map((hasBegun, person) => {
      const { x, y } = at(person);
      return svg("g", { class: hasBegun ? "begun" : "" }, svg("circle", { cx: x, cy: y, r: RING.person }), svg("text", { x, y: y + 6, "text-anchor": "middle" }, String(person + 1)));
    }));
}

/** How many ties cross and how many contacts it takes each time, before the places are dealt. */
export function dealing(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  if (state.phase === "open") return setTwice(state, words);
  return dealtAsItIs();
}

/** How it stands, for the instructor. */
export function standing(/** @type {ToInstructor} */ { together, phase, answered }, /** @type {Words} */ words) {
  const { people, times = [] } = /** @type {Bridge} */ (together);
  return phase === "open" ? fill(words["play-here"], { n: answered }) : fill(words["play-told"], { n: times[times.length - 1]?.acting, of: people });
}

/** What the instructor leads it by. */
export function ledBy(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  return ledThrough(state, words, () => seen(/** @type {Bridge} */ (state.together), words));
}

/** What the class's summary has of it: how it stood in the end. */
export function summed(/** @type {import("./types.d.ts").Together} */ together, /** @type {Words} */ words) {
  return seen(/** @type {Bridge} */ (together), words);
}
