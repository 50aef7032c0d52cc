// Two looks at one organisation beside each other. Who is who the page alone knows, by the two keys that it
// holds: what is sent has numbers.

import { fill, h } from "../elements.js";
import { filled, lineGroups, mapSheet } from "./sheet.js";
import { keyOf, section } from "./told.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */

/**
 * Which of the first look each of the later one is, by name; -1 for who is new, null where that is not known.
 * @param {string[]} before  the names, by number
 * @param {string[]} after
 */
export function matched(before, after) {
  if (!before.length || !after.length) return null;
  return after.map((name) => before.indexOf(name));
}

/**
 * What came and went.
 * @param {Words} words
 * @param {Told} told
 * @param {{before: string[], after: string[]}} keys
 * @param {{use: () => void, close: () => void}} hands
 */
export function comparison(words, told, { before, after }, { use, close }) {
  const title = h("h2", { tabindex: "-1" }, words["later-title"]);
  const shut = h("button", { type: "button", class: "quiet", onclick: close }, words["later-close"]);
  if (told.problem) {
    return { node: h("section", { class: "later" }, title, h("p", { class: "say not-yet" }, told.problem), h("div", { class: "row" }, shut)), title };
  }
  const [who, ...others] = told.sections;
  const known = before.length && told.maps.length ? [...before, ...after.filter((name) => !before.includes(name))] : [];
  const node = h("section", { class: "later" }, title, section(who), told.maps.length ? maps(words, told.maps) : null, keyOf(words, known),
    others.map((/** @type {Told} */ one) => section(one)),
    h("div", { class: "row" }, h("button", { type: "button", onclick: use }, words["later-use"]), shut));
  return { node, title };
}

/** The two maps; whoever is not on one of them is empty there. */
function maps(/** @type {Words} */ words, /** @type {Told[]} */ looks) {
  return [h("p", { class: "note" }, words["later-away"]), h("div", { class: "beside" }, looks.map(({ title, map, away }) => {
    const n = fill(words[map.units.length ? "people-n" : "units-n"], { n: map.nodes.length - away.length });
    const { svg, spots, lines, marks } = mapSheet(map, `${title}. ${fill(words["map-label"], { n })}`);
    lines.replaceChildren(...lineGroups(map.ties, spots, "tie"));
    for (const one of away) filled(marks[one], null, 0);
    return h("figure", {}, h("figcaption", {}, title), h("div", { class: "sheet" }, svg));
  }))];
}
