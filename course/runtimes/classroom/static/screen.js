// The big screen: how to come in, what is asked, how the class answered. It has no controls.

import { fill, h, paragraphs } from "../../../widgets/static/elements.js";
import { inHalves, square } from "./code.js";
import { ask, given, line, saidOf, sameInOther, secretOf } from "./line.js";
import { lettersOf, movedIn, picture, saying } from "./picture.js";
import { PLAYS } from "./plays.js";
import { know, shownBy } from "./together.js";

/** @import { Asked, OnScreen, Result } from "./types.d.ts" */

const SMALLEST = 0.5; // of the usual size

know(PLAYS);
const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const reach = h("p", { class: "reach", role: "status" });
const page = h("div", { class: "page" });
view.replaceChildren(reach, page);
const secret = secretOf("screen");
/** @type {Map<number, (result: Result, exercise: Asked) => Element | null>} what draws the class's guesses in the models, by step */
const models = new Map();
/** @type {(() => void) | undefined} */
let latest; // what draws the page as it stands now
sameInOther(secret);
line({
  view: "screen", secret, language,
  heard: (state) => {
    latest = () => show(state);
    latest();
  },
  reached: (how) => { reach.textContent = saidOf(how, words); },
});

function show(/** @type {any} */ state) {
  page.replaceChildren(...(state.ended ? [h("h1", {}, words.ended)] : state.together ? [over(state), ...shownBy(state.together).onScreen(state, words, language)] : state.exercise ? asked(state) : lobby(state)));
  fit();
}

/** The model of an exercise with the class's guesses; it is drawn when it has come. */
function modelIn(/** @type {OnScreen} */ { at, exercise, result }) {
  if (!exercise || !result?.rounds.some((n) => n !== null)) return null;
  if (!models.has(at)) {
    models.set(at, () => null);
    Promise.all([import("./guessed.js"), ask("model", { door: secret, step: at, in: language })]).then(([{ modelOf }, { status, told }]) => {
      if (status !== 200) return void models.delete(at);
      models.set(at, (...sums) => modelOf(told, ...sums, words));
      latest?.();
    }, () => models.delete(at)); // asked for again with what comes next
  }
  return models.get(at)?.(result, exercise) ?? null;
}

window.addEventListener("resize", fit);
document.fonts?.ready.then(fit);

/** Nobody scrolls the wall: what does not fit is drawn smaller, as far as it can be read. */
function fit() {
  for (let size = 1; size >= SMALLEST; size -= 0.05) {
    page.style.fontSize = `${size}em`;
    if (document.documentElement.scrollHeight <= window.innerHeight) return;
  }
}

/** How to come in, as large as it can be. */
function lobby(/** @type {OnScreen} */ state) {
  return [h("h1", {}, state.lesson), h("div", { class: "lobby" }, square(state.square, words["square-told"]), h("div", {}, ways(state)))];
}

function ways(/** @type {OnScreen} */ { address, code, wifi }) {
  return h("ul", { class: "ways" }, wifi ? h("li", { class: "wifi" }, square(wifi.square, words["wifi-square"]),
    h("span", {}, fill(words["join-wifi"], { wifi: wifi.name }), wifi.password ? [" ", words["join-password"], " ", h("b", {}, wifi.password)] : null)) : null,
    h("li", {}, words[wifi ? "join-scan-then" : "join-scan"]), h("li", {}, words["join-address"], " ", h("b", { class: "address" }, address.replace(/^https?:\/\//, "").replace(/\/$/, "")),
      " ", words["join-code"], " ", h("b", { class: "code" }, inHalves(code))));
}

function asked(/** @type {OnScreen} */ state) {
  const { exercise, phase, result, held, round, answered, smallest, notes } = state;
  if (!exercise) return [];
  const around = { words, language, smallest, held, isApart: true };
  const isShown = result && (phase === "shown" || phase === "revealed");
  const model = isShown && held?.model ? modelIn(state) : null;
  return [
    over(state),
    h("h1", {}, exercise.title),
    h("div", { class: model ? "beside with-model" : isShown ? "beside" : "" },
      h("div", {}, h("div", { class: "prompt" }, paragraphs(exercise.prompt)), model && result ? picture(result, exercise, { ...around, letters: lettersOf(exercise) }) : held ? h("div", { class: "held" }, reasons(state)) : null,
        isShown ? movedIn(result, exercise, around) : null),
      model ? h("div", {}, model, reasons(state)) : isShown ? picture(result, exercise, around) : options(state)),
    notes.length ? h("section", { class: "notes" }, h("h2", {}, words["from-the-class"]), h("ul", {}, notes.map((one) => h("li", {}, one)))) : null,
    h("p", { class: "count", role: "status" }, !exercise.form ? words.aloud : phase === "open" ? fill(words[round > 1 ? "again-answered" : "alone-answered"], { n: answered })
      : phase === "closed" ? fill(words["closed-answered"], { n: answered }) : phase === "shown" && round === 1 ? words.talk : ""),
  ].filter((one) => one !== null);
}

/** The lesson, and how to come in. */
function over(/** @type {OnScreen} */ state) {
  return h("header", {}, h("p", {}, state.lesson),
    h("p", { class: "join" }, state.address.replace(/^https?:\/\//, "").replace(/\/$/, ""), " · ", h("b", {}, inHalves(state.code))));
}

/** What there is to choose among, while it is asked. */
function options(/** @type {OnScreen} */ { exercise }) {
  if (!exercise?.form || exercise.form === "number") return h("p", { class: "unit" }, exercise?.rows[0]?.text ?? "");
  if (exercise.form === "ties") return h("div", { class: "people" }, exercise.departments?.map(({ text, people }) => h("div", {}, h("h2", {}, text), h("ul", {}, people.map((one) => h("li", {}, one))))));
  const rows = exercise.rows.filter(({ aside }) => !aside);
  const texts = rows.length === 1 ? rows[0].places.map(({ text }) => text) : rows.map(({ text }) => text);
  const among = exercise.form === "each" && rows.length > 1 ? h("p", { class: "among" }, rows[0].places.map(({ text }) => h("span", {}, text))) : null;
  return h("div", {}, among, h("ul", { class: "options" }, texts.map((text) => h("li", {}, text))));
}

/** Why it holds; of several rows each has its place in the picture, and the reasons are on the telephones. */
function reasons(/** @type {OnScreen} */ { held, exercise }) {
  const right = held?.said.filter(({ tone }) => tone === "right") ?? [];
  return exercise?.rows.length === 1 || exercise?.form === "ties" ? right.map(saying) : [];
}
