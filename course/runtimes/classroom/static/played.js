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

/** @type {Record<string, Record<string, number[]>>} */
const chosen = {}; // what has been set, play by play: a state that comes meanwhile draws the page anew

/** What is set for each of the two times; `heard` takes the state, from which follows what is usual. */
export function setTwice(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  const { what, settings } = /** @type {Together & SetTwice} */ (state.together);
  const lists = settings.map(({ name, offered }) => [0, 1].map((time) => h("select", { id: `set-${name}-${time}`, onchange: () => { chosen[what] = value(); } },
    offered.map((one) => h("option", { value: one }, words[`setting-${what}-${name}-${one}`] ?? String(one))))));
  const value = () => Object.fromEntries(settings.map(({ name }, i) => [name, lists[i].map((one) => Number(one.value))]));
  const heard = (/** @type {ToInstructor} */ { together }) => {
    const now = /** @type {SetTwice} */ (/** @type {unknown} */ (together)).settings;
    for (const [i, { name, usual }] of now.entries()) {
      for (const time of [0, 1]) lists[i][time].value = String((chosen[what]?.[name] ?? usual)[time]);
    }
  };
  heard(state);
  const times = [0, 1].map((time) => h("fieldset", {}, h("legend", {}, words[`set-${what}-${time + 1}`]),
    settings.map(({ name }, i) => h("p", {}, h("label", { for: `set-${name}-${time}` }, words[`set-${what}-${name}`]), " ", lists[i][time]))));
  return { node: h("div", { class: "dealing" }, times), value, heard };
}

/** The group and the number of a telephone, as it is told it. */
export function whoIs(/** @type {number | undefined} */ group, /** @type {string} */ yours, /** @type {Words} */ words) {
  return group ? `${fill(words["play-group"], { n: group })} · ${yours}` : yours;
}
