// The plan, written where it stands. What is typed is kept when the typing rests, and when one leaves
// the place; the session answers with the whole plan, which the files are then written from.

import { connect, from } from "./connect.js";
import { fitting } from "./plan-fits.js";

/** @import { OnePage, PlanField, PlanPage } from "#types" */

const RESTS = 1500; // milliseconds without a key

/** @type {PlanPage} */
const data = JSON.parse(document.getElementById("planned")?.textContent ?? "");
const said = document.getElementById("plan-said");
const session = await connect(data, "", { lost: () => tell(""), back: () => {} });
/** @type {typeof import("../../widgets/static/elements.js")} */
const elements = await import(`${from(data.files)}/widgets/static/elements.js`);
const { h } = elements;
const sheet = /** @type {HTMLElement} */ (document.querySelector(".one-page"));
/** @type {Map<string, string>} what was last sent of each field */
const sent = new Map(fields(data.page).map(({ id, words }) => [id, words]));
/** @type {Map<string, number>} the fields whose words the session has not answered yet, and by which number they were sent */
const waiting = new Map();
/** @type {(() => void)[]} */
const settling = [];
const PATIENCE = 3000; // milliseconds that a file waits for them
let n = 0;

const MOVED = "in-appendix"; // which parts the learner has moved there
sent.set(MOVED, data.page.moved.join(" "));
const fits = fitting(sheet, data.words, elements, (moved) => keep(MOVED, moved.join(" ")));

/** All fields of a plan. */
function fields(/** @type {OnePage} */ page) {
  return [...page.head, ...page.body, ...page.line.flatMap(({ field, outcome }) => [field, outcome]), ...page.asked];
}

function tell(/** @type {string} */ words) {
  if (said && said.textContent !== words) said.textContent = words;
}

/** What is written in a place, with its line breaks, which an older browser makes elements of. */
function written(/** @type {HTMLElement} */ place) {
  // biome-ignore lint/performance/useDomNodeTextContent: what has been rendered is what is meant
  return place.innerText.trim();
}

/**
 * Have the words of a field kept, unless they stand there already.
 * @param {string} field
 * @param {string} words
 */
function keep(field, words) {
  if (words === sent.get(field)) return;
  sent.set(field, words);
  waiting.set(field, ++n);
  session.send(`plan-${field}`, { do: "plan", field, words, n });
}

/** Let a field be written in, and hear what becomes of it. */
function open(/** @type {PlanField} */ { id, hint }) {
  const place = sheet.querySelector(`[data-field="${id}"]`);
  if (place instanceof HTMLInputElement) {
    place.hidden = false;
    place.addEventListener("change", () => keep(id, place.value));
  } else if (place instanceof HTMLElement) writable(place, id, hint);
  hear(id);
}

/** Hear what becomes of what was sent of a field. */
function hear(/** @type {string} */ id) {
  session.on(`plan-${id}`, (name, value) => {
    if (name === "saved") tell(value.words);
    if (name !== "planned") return;
    if (waiting.get(id) === value.n) waiting.delete(id);
    show(id, value.page, value.problem);
    if (!waiting.size) for (const settle of settling.splice(0)) settle();
  });
}

function writable(/** @type {HTMLElement} */ place, /** @type {string} */ id, /** @type {string} */ hint) {
  try {
    place.contentEditable = "plaintext-only";
  } catch { // an older browser; what is read from it is text all the same
    place.contentEditable = "true";
  }
  const attributes = { role: "textbox", "aria-multiline": "true", "aria-labelledby": `plan-${id}`, "aria-placeholder": hint };
  for (const [name, value] of Object.entries(attributes)) place.setAttribute(name, value);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const now = () => {
    clearTimeout(rest);
    keep(id, written(place));
  };
  place.addEventListener("input", () => {
    if (!written(place)) place.replaceChildren(); // a browser may leave a line break, and no hint
    clearTimeout(rest);
    rest = setTimeout(now, RESTS);
  });
  place.addEventListener("blur", now);
  window.addEventListener("pagehide", now);
}

/** Show what the plan says now, or why a field could not be kept; nobody's typing is overwritten. */
function show(/** @type {string} */ id, /** @type {OnePage} */ page, /** @type {string} */ problem) {
  data.page = page;
  sheet.dataset.size = page.size;
  const about = document.getElementById("plan-about");
  if (about) about.textContent = data.words[page.empty ? "empty" : "about"];
  const starts = document.getElementById("plan-starts");
  if (starts) starts.textContent = page.starts;
  document.getElementById("dates")?.toggleAttribute("hidden", !page.starts);
  for (const { days, dated, reached, outcome } of page.line) {
    const date = document.getElementById(`plan-date-${days}`);
    if (date) date.textContent = dated;
    document.getElementById(`plan-happened-${days}`)?.toggleAttribute("hidden", !(reached || outcome.words));
  }
  for (const { id: other, words } of fields(page)) {
    const place = sheet.querySelector(`.words[data-field="${other}"]`);
    const isNewer = other === id || waiting.has(other); // than what the session said here
    if (isNewer || !(place instanceof HTMLElement) || place === document.activeElement) continue;
    if (sent.get(other) !== words && written(place) === sent.get(other)) {
      place.textContent = words;
      sent.set(other, words);
    }
  }
  fits(page);
  const place = sheet.querySelector(`[data-field="${id}"]`);
  place?.parentElement?.querySelector(".problem")?.remove();
  if (!problem) return;
  sent.delete(id); // what is not kept is sent anew when it has changed
  place?.after(h("p", { class: "problem", role: "alert" }, problem));
}

/** When the session has answered what was written last, or is out of reach. */
function settled() {
  if (!waiting.size) return undefined;
  return Promise.race([
    new Promise((done) => { settling.push(() => done(undefined)); }),
    new Promise((done) => { setTimeout(done, PATIENCE); }),
  ]);
}

/** Give a file of the plan as it stands; what was typed last stands in it too. */
async function give(/** @type {HTMLButtonElement} */ button, /** @type {"docx" | "pptx"} */ kind) {
  button.setAttribute("aria-busy", "true");
  try {
    const [files] = await Promise.all([import(`${from(data.files)}/pages/plan-files.js`), settled()]);
    await files.give(kind, data);
  } catch (fault) { // the library could not be had, or the browser has no room
    console.error(fault);
    tell(data.words["no-file"]);
  }
  button.removeAttribute("aria-busy");
}

for (const one of fields(data.page)) open(one);
hear(MOVED);
for (const kind of /** @type {const} */ (["docx", "pptx"])) {
  const button = document.getElementById(`as-${kind}`);
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => give(button, kind));
}
sheet.dataset.open = "true";
document.fonts.ready.then(() => fits(data.page)); // what is measured is set in the fonts that print
