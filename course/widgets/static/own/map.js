// The map of an organisation: everyone in the same place each time, a number or a unit's mark, and a list
// beside it with all the names. Whoever is chosen in the list is seen with their ties.

import { fill, h } from "../elements.js";
import { saving } from "./saving.js";
import { lineGroups, mapSheet, swatch } from "./sheet.js";

/** @import { Words } from "#types" */
/** @import { Shown } from "./sheet.js" */

/**
 * @param {Words} words
 * @param {Shown} shown
 * @param {boolean} ofPeople
 */
export function organisationMap(words, shown, ofPeople) {
  const { nodes, units } = shown;
  const label = fill(words["map-label"], { n: fill(words[ofPeople ? "people-n" : "units-n"], { n: nodes.length }) });
  const { svg, spots, lines } = mapSheet(shown, label);
  const told = h("p", { class: "note", role: "status" });
  const listed = units.length ? units : nodes;
  /** Whether a node belongs to what stands in the list at a place. */
  const isOf = (/** @type {number} */ node, /** @type {number} */ at) => (units.length ? nodes[node].unit === at : node === at);
  const buttons = listed.map(({ text }, at) => h("button", { type: "button", "aria-pressed": "false", onclick: () => choose(at) },
    h("span", { class: "number" }, String(at + 1)), text));
  /** The units that belong to another; people are numbers, and their key stands by itself. */
  const within = (/** @type {number} */ at) => (units.length && !ofPeople
    ? h("small", {}, nodes.filter(({ unit }) => unit === at).map(({ text }) => text).join(", ")) : null);
  let chosen = -1;

  function draw() {
    const isNear = (/** @type {number[]} */ [from, to]) => chosen < 0 || isOf(from, chosen) || isOf(to, chosen);
    lines.replaceChildren(...lineGroups(shown.ties.filter((tie) => !isNear(tie)), spots, "dim"),
      ...lineGroups(shown.ties.filter((tie) => isNear(tie) && (chosen < 0 || isOf(tie[0], chosen))), spots, chosen < 0 ? "tie" : "tie out"),
      ...(chosen < 0 ? [] : lineGroups(shown.ties.filter((tie) => isNear(tie) && !isOf(tie[0], chosen)), spots, "tie into")));
    for (const [at, button] of buttons.entries()) button.setAttribute("aria-pressed", String(at === chosen));
  }

  function choose(/** @type {number} */ at) {
    chosen = at === chosen ? -1 : at;
    draw();
    told.textContent = chosen < 0 ? "" : `${spoken(chosen)} ${words["map-lines"]}`;
  }

  /** Whom the chosen one names, and by whom it is named; of a unit, which other units. */
  function spoken(/** @type {number} */ at) {
    const named = (/** @type {number} */ from, /** @type {number} */ to) => [...new Set(shown.ties.filter((tie) => isOf(tie[from], at) && !isOf(tie[to], at))
      .map((tie) => (units.length ? units[nodes[tie[to]].unit] : nodes[tie[to]]).text))].join(", ") || words["map-nobody"];
    return fill(words["map-told"], { name: listed[at].text, out: named(0, 1), into: named(1, 0) });
  }

  draw();
  return {
    node: h("div", {}, h("p", {}, words["map-about"], " ", words["map-press"]), h("div", { class: "with-list" }, h("div", { class: "sheet" }, svg),
      h("ol", { class: "names", "aria-label": words["map-list"] }, buttons.map((button, at) => h("li", {}, units.length ? swatch(at) : null, button, within(at))))), told,
      saving(words, svg, units.length ? units : ofPeople ? [] : nodes, units.length > 0)),
  };
}
