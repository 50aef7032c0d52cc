// The map as a file that stands alone: with the names of its numbers beside it, and in light colours, also
// from a page that is dark.

import { COLOURS, marker, shape, unitStyle } from "../draw-parts.js";
import { fill, h } from "../elements.js";
import { savePicture } from "../save-picture.js";
import { SIZE } from "./sheet.js";

/** @import { Words } from "#types" */

const COLUMN = 230; // for the names
const LINE = 20;
const LONGEST = 30; // letters that have room

/**
 * Two buttons that save the map as it stands.
 * @param {Words} words
 * @param {SVGElement} svg
 * @param {{text: string}[]} listed  whose numbers are on it; none where those have no names
 * @param {boolean} areUnits  whether they are units of people, who have a mark each
 */
export function saving(words, svg, listed, areUnits) {
  const save = (/** @type {"svg" | "png"} */ as) => {
    const size = { width: SIZE + (listed.length ? COLUMN : 0), height: Math.max(SIZE, LINE * (listed.length + 1)) };
    const paper = shape("rect", { width: size.width, height: size.height, fill: COLOURS.paper });
    const names = shape("g", {}, ...listed.flatMap(({ text }, at) => line(text, at, areUnits)));
    const before = [svg.getAttribute("viewBox"), svg.getAttribute("style")];
    svg.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    for (const name of LIGHT) svg.style.setProperty(name, "initial"); // each use has its light value to fall back on
    svg.prepend(paper);
    svg.append(names);
    savePicture(svg, size, words["map-file"], as); // takes what it needs at once
    paper.remove();
    names.remove();
    for (const [i, name] of ["viewBox", "style"].entries()) {
      const value = before[i];
      if (value === null) svg.removeAttribute(name);
      else svg.setAttribute(name, value);
    }
  };
  return h("div", { class: "row" }, /** @type {const} */ (["svg", "png"]).map((as) => h("button", {
    type: "button", class: "quiet", "aria-label": fill(words["save-as"], { as: as.toUpperCase() }), onclick: () => save(as),
  }, `↓ ${as.toUpperCase()}`)));
}

/** The page's colours by name, of which each has a light value where it is used. */
const LIGHT = [...Object.values(COLOURS), ...Array.from({ length: 8 }, (_, unit) => unitStyle(unit).colour)]
  .map((value) => value.replace(/^var\((--[\w-]+),.*$/, "$1"));

/** A number and its name, with its unit's mark. */
function line(/** @type {string} */ text, /** @type {number} */ at, /** @type {boolean} */ isUnit) {
  const y = LINE * (at + 1);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  const { colour, shape: name } = unitStyle(at);
  return [
    shape("text", { class: "in-file", x: SIZE + 26, y }, `${at + 1}  ${shown}`),
    ...(isUnit ? [marker(name, SIZE + 12, y - 4.5, 5, { fill: colour })] : []),
  ];
}
