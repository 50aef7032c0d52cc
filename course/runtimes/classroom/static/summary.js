// The class's own summary: what it has seen together, to read, to print, and to take along as files.

import { fill, h, paragraphs } from "../../../widgets/static/elements.js";
import { asSVG, savePNG, saveSVG } from "./as-svg.js";
import { ask, given, sameInOther, save, secretOf } from "./line.js";
import { standingAlone } from "../../../widgets/static/save-picture.js";
import { lettersOf, picture, saying } from "./picture.js";
import { PLAYS } from "./plays.js";
import { know, shownBy } from "./together.js";

/** @import { Part, Summary } from "./types.d.ts" */

const LEAST_WIDE = 600; // px of a picture that is taken along
const BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

know(PLAYS);
const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const key = secretOf("lead");
const problem = h("p", { class: "problem", role: "alert" });
sameInOther(key);
draw();

/** What was asked for; null where it cannot be had, which is said in words. */
async function asked(/** @type {string} */ what) {
  problem.textContent = "";
  try {
    const { status, told } = await ask(what, { key, in: language });
    if (status === 200) return told;
    problem.textContent = told.problem ?? words["no-server"];
  } catch {
    problem.textContent = words["no-server"];
  }
  return null;
}

async function draw() {
  view.replaceChildren(h("h1", {}, words.summary), problem);
  const told = /** @type {Summary | null} */ (await asked("summary"));
  if (!told) return;
  view.replaceChildren(
    h("p", { class: "where" }, `${told.lesson} · ${told.day}`), h("h1", {}, words.summary),
    h("p", {}, told.parts.length ? fill(words["summary-told"], { n: told.smallest }) : words["summary-none"]),
    h("p", { class: "acts" }, button(words.print, () => window.print()), " ",
      button(words["sums-book"], async () => {
        const made = await asked("workbook");
        if (made) save("class.xlsx", Uint8Array.from(atob(made.file), (one) => one.charCodeAt(0)), BOOK);
      }), " ",
      button(words.sums, async () => {
        const made = await asked("table");
        if (made) save("class.csv", `\ufeff${made.file}`, "text/csv");
      })), problem,
    ...told.parts.map((one, i) => part(one, i, told)));
}

function button(/** @type {string} */ text, /** @type {() => void} */ onclick, label = "") {
  return h("button", { type: "button", class: "quiet", "aria-label": label || null, onclick }, text);
}

/** An exercise, or what was done together, with its picture and what held. */
function part(/** @type {Part} */ one, /** @type {number} */ n, /** @type {Summary} */ { lesson, smallest }) {
  const { title, exercise, result, held, together, notes } = one;
  /** @type {import("../../../widgets/static/elements.js").Child[]} */
  const inside = together ? [...paragraphs(together.say), drawn(shownBy(together).summed(together, words, language, smallest), together.what, title)]
    : exercise ? answered(one, n, smallest) : [];
  const told = exercise?.rows.length === 1 || exercise?.form === "ties" ? held?.said.filter(({ tone }) => tone === "right").map(saying) : null;
  const hasNumbers = result?.rounds.some((count) => count !== null);
  return h("section", { class: "summed" }, h("h2", {}, title), inside, told,
    exercise && result && hasNumbers ? files(() => asSVG({ exercise, result, held }, lesson, words, language), `${n + 1}-${exercise.id}`, title) : null,
    notes.length ? [h("h3", {}, words["from-the-class"]), h("ul", {}, notes.map((note) => h("li", {}, note)))] : null);
}

/** How an exercise was answered; the model with the class's guesses, where it has one, when it has come. */
function answered(/** @type {Part} */ { step, title, exercise, result, held }, /** @type {number} */ n, /** @type {number} */ smallest) {
  if (!exercise) return [];
  if (!result) return paragraphs(exercise.prompt);
  const place = h("div", {});
  const isMarked = held?.model && result.rounds.some((count) => count !== null);
  if (isMarked) {
    Promise.all([import("./guessed.js"), ask("model", { key, step, in: language })]).then(([{ modelOf }, { status, told }]) => {
      if (status !== 200) return;
      const model = modelOf(told, result, exercise, words);
      place.replaceChildren(model, saved(model.querySelector("svg"), `${n + 1}-${exercise.id}-model`, fill(words["model-name"], { title })));
    }, () => {}); // the numbers are there without it
  }
  const letters = isMarked ? lettersOf(exercise) : undefined;
  return [...paragraphs(exercise.prompt), place, picture(result, exercise, { words, language, smallest, held: held ?? undefined, letters })];
}

/** What was done together, with the files of each picture in it: below the picture where there are several. */
function drawn(/** @type {(Node | string)[]} */ nodes, /** @type {string} */ what, /** @type {string} */ title) {
  const place = h("div", {}, ...nodes);
  const pictures = [...place.querySelectorAll("svg[role=img]")];
  for (const [i, svg] of pictures.entries()) {
    const part = svg.closest("section");
    const heading = part?.querySelector("h2")?.textContent;
    (part ?? place).append(saved(svg, pictures.length > 1 ? `${what}-${i + 1}` : what, heading ? `${title}. ${heading}` : title));
  }
  return place;
}

/** A drawing of the page as files: as it stands here, and as large as it was drawn, or larger. */
function saved(/** @type {any} */ svg, /** @type {string} */ name, /** @type {string} */ title) {
  const { width, height } = svg.viewBox.baseVal;
  const larger = Math.max(1, LEAST_WIDE / width);
  return files(() => standingAlone(svg, larger * width, larger * height), name, title);
}

/** A picture as files; it is made when it is asked for. */
function files(/** @type {() => string} */ image, /** @type {string} */ name, /** @type {string} */ title) {
  const label = (/** @type {string} */ kind) => fill(words["picture-of"], { title, kind });
  return h("p", { class: "acts files" },
    button(fill(words["as-picture"], { kind: "PNG" }), async () => {
      problem.textContent = await savePNG(name, image()) ? "" : words["no-picture"];
    }, label("PNG")), " ",
    button(fill(words["as-picture"], { kind: "SVG" }), () => saveSVG(name, image()), label("SVG")));
}
