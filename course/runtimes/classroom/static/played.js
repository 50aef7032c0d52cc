// What the plays of a room have in common: waiting for them, setting them, and how they are led.

import { fill, h } from "../../../widgets/static/elements.js";

/** @import { Words } from "#types" */
/** @import { SetTwice, State, Together, ToInstructor } from "./types.d.ts" */

/** What the big screen shows before it begins: the invitation, and how many are there. */
export function invited(/** @type {State & {answered: number}} */ { together, answered }, /** @type {string} */ here) {
  const { title, say } = /** @type {Together} */ (together);
  return [h("h1", {}, title), h("p", { class: "prompt" }, say), h("p", { class: "count", role: "status" }, fill(here, { n: answered }))];
}

/** What the instructor leads it by: what to say and to do, what the class sees, what to ask. */
export function ledThrough(/** @type {ToInstructor} */ { together, phase }, /** @type {Words} */ words, /** @type {() => (Node | string)[]} */ seen) {
  const { say, do: done, debrief } = /** @type {Together & {do: string, debrief: string[]}} */ (together);
  return [h("p", {}, h("b", {}, words["say-it"]), " ", say), h("p", {}, h("b", {}, words["do-it"]), " ", done),
    ...(phase === "open" ? [] : seen()),
    h("h2", {}, words["split-debrief"]), h("ul", {}, debrief.map((one) => h("li", {}, one)))];
}

/** There is nothing to set: it is dealt out as it is, or has been. */
export function dealtAsItIs() {
  return { node: h("div", {}), value: () => /** @type {unknown} */ (null), heard: (/** @type {ToInstructor} */ _) => {} };
}

/** @type {Record<string, number[]>} */
const settings = {}; // what has been chosen, play by play: a state that comes meanwhile draws the page anew

/** What is set for each of the two times; `heard` takes the state, from which follows what is usual. */
export function setTwice(/** @type {ToInstructor} */ state, /** @type {string[]} */ labels) {
  const usual = (/** @type {ToInstructor} */ { together }) => /** @type {SetTwice} */ (/** @type {unknown} */ (together)).usual;
  const { what, offered } = /** @type {Together & SetTwice} */ (state.together);
  const lists = labels.map((_, i) => h("select", { id: `set-${i}`, onchange: () => { settings[what] = value(); } }, offered.map((one) => h("option", { value: one }, String(one)))));
  const value = () => lists.map((one) => Number(one.value));
  const heard = (/** @type {ToInstructor} */ now) => {
    lists.forEach((one, i) => { one.value = String((settings[what] ?? usual(now))[i]); });
  };
  heard(state);
  return { node: h("div", { class: "dealing" }, labels.map((label, i) => h("p", {}, h("label", { for: `set-${i}` }, label), " ", lists[i]))), value, heard };
}

/** The group and the number of a telephone, as it is told it. */
export function whoIs(/** @type {number | undefined} */ group, /** @type {string} */ yours, /** @type {Words} */ words) {
  return group ? `${fill(words["play-group"], { n: group })} · ${yours}` : yours;
}
