// One of a hundred, played by the room: a number on each telephone, and how many have begun on the screen.

import { fill, h } from "../../../widgets/static/elements.js";
import { svg } from "./svg.js";

/** @import { Words } from "#types" */
/** @import { Crowd, CrowdLed, Own, State, ToInstructor } from "./types.d.ts" */

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
      h("p", { class: "soft" }, own.crowd ? `${fill(words["crowd-group"], { n: own.crowd })} · ${words["crowd-yours"]}` : words["crowd-yours"]),
      h("h1", { id: "slip" }, String(waitsFor)), h("p", {}, waitsFor ? fill(words["crowd-when"], { n: waitsFor }) : words["crowd-first"]),
      play > 1 && own.waits ? h("p", {}, h("b", {}, words["crowd-one-more"])) : null),
    h("p", { class: hasBegun ? "talk" : "", role: "status" }, h("b", {}, words[hasBegun ? "crowd-begun" : "crowd-waiting"])),
  ];
}

/** What the big screen shows: everybody as a mark, those who have begun filled. */
export function onScreen(/** @type {State & {answered: number}} */ state, /** @type {Words} */ words) {
  const crowd = /** @type {Crowd} */ (state.together);
  if (state.phase === "open") {
    return [h("h1", {}, crowd.title), h("p", { class: "prompt" }, crowd.say), h("p", { class: "count", role: "status" }, fill(words["crowd-here"], { n: state.answered }))];
  }
  return [h("h1", {}, crowd.title), ...seen(crowd, words)];
}

/** The crowd as it is now, in a picture and in words. */
function seen(/** @type {Crowd} */ { people = 0, crowds = 1, acting = 0, play = 1, step = 0, stops }, /** @type {Words} */ words) {
  const told = fill(words["crowd-told"], { n: acting, of: people });
  return [h("p", { class: "prompt" }, words[`crowd-play-${play}`], crowds > 1 ? ` ${fill(words["crowd-crowds"], { n: crowds })}` : ""),
    marks(people, acting, told),
    h("p", { class: "count", role: "status" }, step ? `${fill(words["crowd-step"], { n: step })} ` : "", told, stops && step ? ` ${words[acting === people ? "crowd-all" : "crowd-stops"]}` : "")];
}

function marks(/** @type {number} */ people, /** @type {number} */ acting, /** @type {string} */ label) {
  const columns = Math.min(COLUMNS, people);
  return svg("svg", { class: "crowd", viewBox: `0 0 ${10 * columns} ${10 * Math.ceil(people / columns)}`, role: "img", "aria-label": label },
    ...Array.from({ length: people }, (_, i) => svg("circle", { class: i < acting ? "begun" : "", cx: 10 * (i % columns) + 5, cy: 10 * Math.floor(i / columns) + 5, r: 3.4 })));
}

/** Nothing is chosen before the numbers are dealt. */
export function dealing() {
  return { node: h("div", {}), value: () => null, heard: () => {} };
}

/** What the instructor leads it by. */
export function ledBy(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  const crowd = /** @type {CrowdLed} */ (state.together);
  return [h("p", {}, h("b", {}, words["say-it"]), " ", crowd.say), h("p", {}, h("b", {}, words["do-it"]), " ", crowd.do),
    ...(state.phase === "open" ? [] : seen(crowd, words)),
    h("h2", {}, words["split-debrief"]), h("ul", {}, crowd.debrief.map((one) => h("li", {}, one)))];
}
