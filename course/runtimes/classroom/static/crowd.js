// One of a hundred, played by the room: a number on each telephone, and how many have begun on the screen.

import { fill, h } from "../../../widgets/static/elements.js";
import { dealtAsItIs, invited, ledThrough, whoIs } from "./played.js";
import { svg } from "./svg.js";

/** @import { Words } from "#types" */
/** @import { Crowd, Own, State, ToInstructor } from "./types.d.ts" */

const COLUMNS = 20; // as in the picture of the model

/** What a telephone shows: its number, and whether it is its turn. */
export function onPhone(/** @type {State} */ state, /** @type {Own} */ own, /** @type {Words} */ words) {
  const crowd = /** @type {Crowd} */ (state.together);
  if (state.phase === "open") return [h("h1", {}, crowd.title), h("p", {}, words["crowd-wait"])];
  if (own.number === undefined) return [h("h1", {}, crowd.title), h("p", {}, words["crowd-look-on"])];
  const { inEach = 0, play = 1 } = crowd;
  const waitsFor = own.number + (play > 1 && own.waits ? 1 : 0);
  const hasBegun = waitsFor < inEach;
  return [
    h("section", { class: "slip", "aria-labelledby": "slip" },
      h("p", { class: "soft" }, whoIs(own.group, words["crowd-yours"], words)),
      h("h1", { id: "slip" }, String(waitsFor)), h("p", {}, waitsFor ? fill(words["crowd-when"], { n: waitsFor }) : words["crowd-first"]),
      play > 1 && own.waits ? h("p", {}, h("b", {}, words["crowd-one-more"])) : null),
    h("p", { class: hasBegun ? "talk" : "", role: "status" }, h("b", {}, words[hasBegun ? "play-begun" : "play-waiting"])),
  ];
}

/** What the big screen shows: everybody as a mark, those who have begun filled. */
export function onScreen(/** @type {State & {answered: number}} */ state, /** @type {Words} */ words) {
  if (state.phase === "open") return invited(state, words["crowd-here"]);
  const crowd = /** @type {Crowd} */ (state.together);
  return [h("h1", {}, crowd.title), ...seen(crowd, words)];
}

/** Each time in a picture and in words, side by side once there are two. */
function seen(/** @type {Crowd} */ { people = 0, groups = 1, step = 0, stops, times = [] }, /** @type {Words} */ words) {
  const acting = times[times.length - 1];
  return [groups > 1 ? h("p", { class: "prompt" }, fill(words["crowd-groups"], { n: groups })) : "",
    h("div", { class: "plays" }, times.map((n, i) => {
      const told = fill(words["play-told"], { n, of: people });
      return h("section", {}, h("h2", {}, words[`crowd-play-${i + 1}`]), marks(people, n, told), h("p", {}, told));
    })),
    h("p", { class: "count", role: "status" }, step ? `${fill(words["play-step"], { n: step })} ` : "", fill(words["play-told"], { n: acting, of: people }),
      stops && step ? ` ${words[acting === people ? "play-all" : "play-stops"]}` : "")];
}

function marks(/** @type {number} */ people, /** @type {number} */ acting, /** @type {string} */ label) {
  const columns = Math.min(COLUMNS, people);
  return svg("svg", { class: "crowd", viewBox: `0 0 ${10 * columns} ${10 * Math.ceil(people / columns)}`, role: "img", "aria-label": label },
    ...Array.from({ length: people }, (_, i) => svg("circle", { class: i < acting ? "begun" : "", cx: 10 * (i % columns) + 5, cy: 10 * Math.floor(i / columns) + 5, r: 3.4 })));
}

/** Nothing is chosen before the numbers are dealt. */
export function dealing() {
  return dealtAsItIs();
}

/** How it stands, for the instructor. */
export function standing(/** @type {ToInstructor} */ { together, phase, answered }, /** @type {Words} */ words) {
  const { people, times = [] } = /** @type {Crowd} */ (together);
  return phase === "open" ? fill(words["crowd-here"], { n: answered }) : fill(words["play-told"], { n: times[times.length - 1], of: people });
}

/** What the instructor leads it by. */
export function ledBy(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  return ledThrough(state, words, () => seen(/** @type {Crowd} */ (state.together), words));
}

/** What the class's summary has of it: how it stood in the end, each time. */
export function summed(/** @type {import("./types.d.ts").Together} */ together, /** @type {Words} */ words) {
  return seen(/** @type {Crowd} */ (together), words);
}
