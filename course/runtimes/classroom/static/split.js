// Split information: the slip on a telephone, the part on the screen, what the instructor leads by.

import { fill, h, paragraphs } from "../../../widgets/static/elements.js";

/** @import { Language, Words } from "#types" */
/** @import { Fact, Filled, Own, Split, SplitLed, State, ToInstructor } from "./types.d.ts" */

/** What a telephone shows: its slip, to be ticked as it is told, and what is done now; in the end the key. */
export function onPhone(/** @type {State} */ state, /** @type {Own} */ { slip }, /** @type {Words} */ words, /** @type {Language} */ _, /** @type {(filled: Filled) => void} */ send) {
  const split = /** @type {Split} */ (state.together);
  if (!slip) return [h("h1", {}, split.title), h("p", {}, words["split-wait"])];
  const isGoing = state.phase === "shown";
  const tick = (/** @type {string} */ fact, /** @type {boolean} */ isTold) => {
    slip.told = isTold ? [...slip.told, fact] : slip.told.filter((one) => one !== fact);
    send(Object.fromEntries(slip.told.map((one) => [one, "told"])));
  };
  return [
    h("section", { class: "slip", "aria-labelledby": "slip" },
      h("p", { class: "soft" }, slip.room ? `${fill(words["split-room"], { n: slip.room })} · ${words["split-yours"]}` : words["split-yours"]),
      h("h1", { id: "slip" }, slip.unit),
      h("ul", { class: "facts" }, slip.facts.map((text, n) => h("li", {}, h("label", { for: `fact-${n}` },
        h("input", { type: "checkbox", id: `fact-${n}`, checked: slip.told.includes(String(n)), disabled: !isGoing, onchange: (event) => tick(String(n), event.target.checked) }), " ", h("span", {}, text))))),
      isGoing ? h("p", { class: "soft" }, words["split-tick"]) : null),
    h("p", { class: "look" }, words["split-secret"]),
    h("div", { "aria-live": "polite" }, now(state, words)),
    ...after(split, words), ...facts(split, words),
  ];
}

/** What the big screen shows: the invitation, the tables, the part that goes on; in the end the key. */
export function onScreen(/** @type {State & {answered: number}} */ state, /** @type {Words} */ words) {
  const split = /** @type {Split} */ (state.together);
  const isDealt = state.phase !== "open";
  return [
    h("h1", {}, split.title),
    h("div", { class: isDealt ? "beside" : "" },
      h("div", { class: "prompt" }, paragraphs(split.say), h("p", { class: "among" }, split.tables.map((one) => h("span", {}, one)))),
      isDealt ? h("div", { class: "part" }, now(state, words), ...after(split, words)) : null),
    inShort(split, words),
    h("p", { class: "count", role: "status" }, isDealt ? "" : fill(words["split-here"], { n: state.answered })),
  ];
}

/** The part that the class is at. */
function now(/** @type {State} */ { together, round, phase }, /** @type {Words} */ words) {
  const split = /** @type {Split} */ (together);
  if (phase !== "shown" || !split.do) return null;
  return [h("h2", {}, fill(words["split-part"], { n: round, of: split.parts, minutes: split.minutes })), h("p", { class: "do" }, split.do)];
}

/** The key, the law and the questions, once they are told. */
export function after(/** @type {Split} */ { key, law, debrief }, /** @type {Words} */ words) {
  if (!key) return [];
  return [h("h2", {}, words["split-key"]), h("p", {}, key), h("h2", {}, words["split-law"]), h("p", {}, law),
    h("h2", {}, words["split-debrief"]), h("ul", {}, debrief?.map((one) => h("li", {}, one)))];
}

/** What each slip said, and when it was told. */
function facts(/** @type {Split} */ { facts: slips, rooms }, /** @type {Words} */ words) {
  if (!slips) return [];
  const when = (/** @type {Fact} */ { rooms: n, part }) => !n ? words["split-untold"] : fill(words[rooms > 1 ? "split-told-in" : "split-told-part"], { n, of: rooms, part });
  return [h("h2", {}, words["split-facts"]), h("div", { class: "told-facts" }, slips.map(({ unit, facts: each }) => h("section", {}, h("h3", {}, unit),
    h("ul", {}, each.map((one) => h("li", { class: one.rooms ? "" : "soft" }, one.text, " ", h("b", {}, when(one))))))))];
}

/** How much of each slip was told: what, stands on the telephones. */
function inShort(/** @type {Split} */ { facts: slips }, /** @type {Words} */ words) {
  if (!slips) return "";
  return h("p", { class: "among" }, h("b", {}, words["split-facts-short"]), " ", slips.map(({ unit, facts: each }) => h("span", {},
    fill(words["split-told-of"], { unit, n: each.filter((one) => one.rooms).length, of: each.length }))));
}

let size = 0; // how many are to share a room

/** How many share a room, before it is dealt out; then how many hold each slip. `heard` takes the state when somebody has come. */
export function dealing(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  const { sizes, usual, held, tables } = led(state);
  if (state.phase !== "open") {
    return {
      node: h("ul", { class: "held" }, held.map((room, i) => h("li", {}, held.length > 1 ? h("b", {}, `${fill(words["split-room"], { n: i + 1 })}: `) : "",
        tables.map((unit, n) => `${unit} ${room[n]}`).join(" · ")))), value: () => size, heard: () => {},
    };
  }
  size ||= usual;
  let now = state;
  const rooms = h("p", { role: "status" });
  const told = () => {
    const said = fill(words["split-rooms"], { rooms: led(now).sizes.find((one) => one.size === size)?.rooms, tables: tables.length });
    if (rooms.textContent !== said) rooms.textContent = said;
  };
  const input = h("select", { id: "size", onchange: (event) => { size = Number(event.target.value); told(); } },
    sizes.map((one) => h("option", { value: one.size, selected: one.size === size }, String(one.size))));
  told();
  return {
    node: h("div", { class: "dealing" }, h("p", {}, h("label", { for: "size" }, words["split-size"]), " ", input), rooms, h("p", { class: "soft" }, words["split-size-told"])),
    value: () => size, heard: (/** @type {ToInstructor} */ next) => { now = next; told(); },
  };
}

function led(/** @type {ToInstructor} */ { together }) {
  return /** @type {SplitLed} */ (together);
}

/** How it stands, for the instructor. */
export function standing(/** @type {ToInstructor} */ { together, phase, answered, round }, /** @type {Words} */ words) {
  const { parts, minutes } = /** @type {Split} */ (together);
  if (phase === "open") return fill(words["split-here"], { n: answered });
  return phase === "revealed" ? words["split-told"] : fill(words["split-part"], { n: round, of: parts, minutes });
}

/** All that the instructor leads it by. */
export function ledBy(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  const { phases, observers, key, law, debrief } = led(state);
  return [
    h("h2", {}, words["split-parts"]),
    h("ol", { class: "parts-led" }, phases.map((one, i) => h("li", { "aria-current": state.phase === "shown" && state.round === i + 1 ? "step" : null },
      h("b", {}, fill(words.minutes, { n: one.minutes })), " ", one.do))),
    h("h2", {}, words["split-observers"]), h("p", {}, observers),
    h("h2", {}, words["split-key"]), h("p", {}, key), h("h2", {}, words["split-law"]), h("p", {}, law),
    h("h2", {}, words["split-debrief"]), h("ul", {}, debrief.map((one) => h("li", {}, one))),
    ...facts(led(state), words),
  ];
}

/** What the class's summary has of it. */
export function summed(/** @type {import("./types.d.ts").Together} */ together, /** @type {Words} */ words) {
  const split = /** @type {Split} */ (together);
  return [...after(split, words), ...facts(split, words)];
}
