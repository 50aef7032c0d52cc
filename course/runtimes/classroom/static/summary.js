// The class's own summary: what it has seen together, to read, to print, and to take along as files.

import { fill, h, paragraphs } from "../../../widgets/static/elements.js";
import { asSVG, savePNG, saveSVG } from "./as-svg.js";
import { ask, given, sameInOther, save, secretOf } from "./line.js";
import { picture, saying } from "./picture.js";
import { map } from "./own-network.js";
import { after } from "./split.js";

/** @import { Part, Summary } from "./types.d.ts" */

const BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  const inside = together ? [...paragraphs(together.say), ...(together.what === "split" ? after(together, words) : map(together, smallest, words, language))]
    : exercise ? [...paragraphs(exercise.prompt),
      result ? picture(result, exercise, { words, language, smallest, held: held ?? undefined }) : null,
      ...(exercise.rows.length === 1 ? held?.said.filter(({ tone }) => tone === "right").map(saying) ?? [] : []),
      result?.rounds.some((count) => count !== null) ? files({ exercise, result, held }, `${n + 1}-${exercise.id}`, lesson) : null] : [];
  return h("section", { class: "summed" }, h("h2", {}, title), inside,
    notes.length ? [h("h3", {}, words["from-the-class"]), h("ul", {}, notes.map((note) => h("li", {}, note)))] : null);
}

/** The picture of an exercise as files. */
function files(/** @type {import("./as-svg.js").Answered} */ answered, /** @type {string} */ name, /** @type {string} */ lesson) {
  const image = () => asSVG(answered, lesson, words, language);
  const label = (/** @type {string} */ kind) => fill(words["picture-of"], { title: answered.exercise.title, kind });
  return h("p", { class: "acts files" },
    button(fill(words["as-picture"], { kind: "PNG" }), async () => {
      problem.textContent = await savePNG(name, image()) ? "" : words["no-picture"];
    }, label("PNG")), " ",
    button(fill(words["as-picture"], { kind: "SVG" }), () => saveSVG(name, image()), label("SVG")));
}
