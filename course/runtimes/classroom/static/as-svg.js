// How a class answered an exercise, as a picture of its own: SVG with its words in it, or PNG made of that.

import { fill, written } from "../../../widgets/static/elements.js";
import { painted } from "../../../widgets/static/save-picture.js";
import { save } from "./line.js";
import { svg } from "./svg.js";
import { drawing, toldTies } from "./ties.js";
import { wrapped } from "./wrapped.js";

/** @import { Language, Words } from "#types" */
/** @import { Asked, Cell, Held, Result, Row, Summed } from "./types.d.ts" */
/** @typedef {{exercise: Asked, result: Result, held?: Held | null}} Answered */

const WIDE = 900;
const EDGE = 40;
const SIZE = 17; // px of text
const LINE = 24; // px from line to line
const LETTER = 0.5; // of its size, how wide a letter is on average
const BAR = 16;
const NUMBER = 60; // px beside a bar
const COLOURS = { paper: "#ffffff", ink: "#1f2a2c", soft: "#5a6668", line: "#e4e2dc", accent: "#0a6b66" };

/** The picture, to be kept as a file. */
export function asSVG(/** @type {Answered} */ { exercise, result, held }, /** @type {string} */ lesson, /** @type {Words} */ words, /** @type {Language} */ language) {
  const page = new Page();
  page.text(lesson, { size: 14, colour: COLOURS.soft });
  page.text(exercise.title, { size: 26, weight: 650 });
  page.text(exercise.prompt.replace(/\s+/g, " "), { colour: COLOURS.soft });
  page.gap(10);
  rounds(page, result, words);
  const rows = exercise.rows.filter(({ aside }) => !aside);
  if (exercise.form === "ties") drawTies(page, exercise, result, words);
  else for (const row of rows) drawRow(page, row, exercise, result, held, words, language, rows.length > 1);
  const image = svg("svg", { width: WIDE, height: page.y + EDGE, viewBox: `0 0 ${WIDE} ${page.y + EDGE}`, role: "img", "aria-label": exercise.title, "font-family": "'Course Sans', 'Source Sans 3', 'Segoe UI', Arial, sans-serif" },
    svg("rect", { width: "100%", height: "100%", fill: COLOURS.paper }), ...page.drawn);
  return new XMLSerializer().serializeToString(image); // as XML: what HTML writes of a space that does not break is none
}

/** A page that is filled from above. */
class Page {
  /** @type {Element[]} */
  drawn = [];
  y = EDGE;

  gap(/** @type {number} */ height) {
    this.y += height;
  }

  /** Words in as many lines as they need. */
  text(/** @type {string} */ words, { size = SIZE, weight = 400, colour = COLOURS.ink, x = EDGE } = {}) {
    for (const line of wrapped(words, Math.floor((WIDE - EDGE - x) / (size * LETTER)))) {
      this.y += Math.max(LINE, size * 1.3);
      this.drawn.push(svg("text", { x, y: this.y, "font-size": size, "font-weight": weight, fill: colour }, line));
    }
  }

  /** A bar as long as its share, and its number; of two rounds the first is an outline. */
  bar(/** @type {number} */ n, /** @type {number} */ of, /** @type {boolean} */ isOutline) {
    const wide = WIDE - 2 * EDGE - NUMBER;
    const y = this.y + 7;
    this.drawn.push(
      svg("rect", { x: EDGE, y, width: wide, height: BAR, fill: COLOURS.line }),
      svg("rect", { x: EDGE, y, width: (wide * n) / Math.max(of, 1), height: BAR, fill: isOutline ? COLOURS.paper : COLOURS.accent, stroke: COLOURS.accent, "stroke-width": 2 }),
      svg("text", { x: WIDE - EDGE - NUMBER + 14, y: y + 14, "font-size": SIZE, "font-weight": 650, fill: COLOURS.ink }, String(n)));
    this.y = y + BAR;
  }
}

function rounds(/** @type {Page} */ page, /** @type {Result} */ result, /** @type {Words} */ words) {
  const told = result.rounds.map((n, i) => n === null ? "" : fill(words["round-of"], { round: words[`round-${i + 1}`], n })).filter(Boolean);
  for (const [i, one] of told.entries()) {
    page.text(one, { weight: 650, x: told.length > 1 ? EDGE + 26 : EDGE });
    if (told.length > 1) page.drawn.push(svg("rect", { x: EDGE + 1, y: page.y - 14, width: 15, height: 15, fill: i ? COLOURS.accent : COLOURS.paper, stroke: COLOURS.accent, "stroke-width": 2 }));
  }
}

/** The class's network, and how many placed each tie. */
function drawTies(/** @type {Page} */ page, /** @type {Asked} */ exercise, /** @type {Result} */ result, /** @type {Words} */ words) {
  const { told, hidden } = toldTies(exercise.rows, result);
  const { drawn, wide, high } = drawing(result, exercise, told, { ink: COLOURS.ink, tie: COLOURS.accent });
  page.drawn.push(svg("g", { transform: `translate(${(WIDE - 1.5 * wide) / 2} ${page.y + 10}) scale(1.5)` }, ...drawn));
  page.gap(1.5 * high + 20);
  page.text(told.length ? words["ties-caption"] : words["ties-none"], { weight: 650 });
  for (const { row, n, isMost } of told) page.text(`${row.text}: ${isMost ? words["ties-most"] : n.filter((one) => one !== null).join(" → ")}`);
  if (hidden) page.text(fill(words["ties-hidden"], { n: hidden }), { colour: COLOURS.soft });
}

/** A row: its words, and a bar for each part that can be told. */
function drawRow(/** @type {Page} */ page, /** @type {Row} */ row, /** @type {Asked} */ exercise, /** @type {Result} */ result, /** @type {Held | null | undefined} */ held, /** @type {Words} */ words, /** @type {Language} */ language, /** @type {boolean} */ areMany) {
  const summed = /** @type {Summed} */ (result.rows.find(({ id }) => id === row.id));
  page.gap(10);
  if (areMany) page.text(row.text, { weight: 650 });
  if (!summed.cells.length) return page.text(words["row-few"], { colour: COLOURS.soft });
  if (exercise.form === "scale") return page.text(means(summed, row, words, language));
  for (const cell of summed.cells) {
    page.text(label(row, cell, held, words));
    const shown = cell.n.filter((n) => n !== null);
    cell.n.forEach((n, i) => {
      if (n !== null) page.bar(n, result.rounds[i] ?? n, shown.length > 1 && i === 0);
    });
  }
}

function label(/** @type {Row} */ row, /** @type {Cell} */ { places }, /** @type {Held | null | undefined} */ held, /** @type {Words} */ words) {
  const texts = row.places.filter(({ id }) => places.includes(id)).map(({ text }) => text);
  const isRight = held && places.includes(held.right[row.id]);
  return `${texts.join(" / ")}${isRight ? ` ✓ ${words.holds}` : ""}`;
}

function means(/** @type {Summed} */ { mean }, /** @type {Row} */ row, /** @type {Words} */ words, /** @type {Language} */ language) {
  return (mean ?? []).map((one, i) => one === null ? "" : fill(words["mean-of"], { round: words[`round-${i + 1}`], mean: written(Math.round(10 * one) / 10, language), n: row.places.length })).filter(Boolean).join(" · ");
}

/** Keep a picture as SVG. */
export function saveSVG(/** @type {string} */ name, /** @type {string} */ image) {
  save(`${name}.svg`, image, "image/svg+xml");
}

/** Keep a picture as PNG; false where the browser cannot make one. */
export async function savePNG(/** @type {string} */ name, /** @type {string} */ image) {
  const file = await painted(image).catch(() => null);
  if (file) save(`${name}.png`, file, "image/png");
  return file !== null;
}
