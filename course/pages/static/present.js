// A lesson's exercises on a big screen: one to a screen, by keys. A room is asked with raised hands,
// the answer is a step of its own, and a model is the learner's own card. Nothing is kept.

import { connect, from } from "./connect.js";
import { leading, showOfHands } from "./hands.js";

/** @import { Line, Off, Reached, Words } from "#types" */
/** @import { Asked, Question } from "./hands.js" */

/** @typedef {{id: string, card: Line["card"], questions: Question[], played: boolean}} Shown */
/** @typedef {{exercise: Shown, question: Question | null, of: number, n: number}} Frame */
/** @typedef {Reached & {lesson: string, exercises: Shown[], words: {card: Words, present: Words}}} Presented */

/** @type {Presented} */
const page = JSON.parse(byId("lesson").textContent);
const words = page.words.present;
const files = from(page.files);
/** @type {typeof import("../../widgets/static/parts.js")} */
const parts = await import(`${files}/widgets/static/parts.js`);
const { fill, h, paragraphs } = parts;
const session = await connect(page, page.lesson, { lost: () => location.reload(), back: () => {} });
const stage = byId("stage");
const frames = page.exercises.flatMap(framesOf);
/** @type {Map<string, Map<string, number>>} hands by question */
const hands = new Map();
let at = Math.min(frames.length, Math.max(1, Number(location.hash.slice(1)) || 1)) - 1;
let revealed = false;
/** @type {Asked | null} */
let asked = null;
/** @type {Off | null} what ends the card on the screen */
let end = null;

/** What the page's template has under this id. */
function byId(/** @type {string} */ id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * A screen for each question, and one for the model or for what is played.
 * @param {Shown} exercise
 * @returns {Frame[]}
 */
function framesOf(exercise) {
  const of = exercise.questions.length;
  const questions = exercise.questions.map((question, n) => ({ exercise, question, of, n: n + 1 }));
  return exercise.played ? [...questions, { exercise, question: null, of, n: 0 }] : questions;
}

function handsOf(/** @type {Frame} */ { exercise, question }) {
  const key = `${exercise.id}/${(question ?? exercise.questions[0])?.id}`;
  const found = hands.get(key) ?? new Map();
  hands.set(key, found);
  return found;
}

/** Show the screen that is at hand. */
async function show() {
  const frame = frames[at];
  const { exercise: { card: { task } }, question, of, n } = frame;
  end?.();
  end = null;
  revealed = false;
  asked = null;
  const title = question && of > 1 ? fill(words.of, { title: task.title, n, of }) : task.title;
  const head = h("h2", {}, !question && of ? fill(words.model, { title: task.title }) : title);
  stage.className = !question ? (of ? "model-alone" : "card-alone") : of > 1 ? "ask one-of" : "ask";
  if (question) {
    asked = showOfHands(parts, question, handsOf(frame), words, "hands");
    const own = question.text === task.prompt ? [] : [h("p", { class: "thing" }, question.text)];
    stage.replaceChildren(head, h("div", { class: "prompt" }, paragraphs(task.prompt)), ...own, asked.node);
  } else {
    const place = h("div", { class: "live" });
    stage.replaceChildren(head, place);
    await drawn(frame, place);
  }
  told();
}

/** The learner's own card; in a model, what most hands were raised for is marked as the guess. */
async function drawn(/** @type {Frame} */ frame, /** @type {HTMLElement} */ place) {
  const { exercise } = frame;
  const { card, id } = exercise;
  const { default: widget } = await import(`${files}/kinds/${card.task.kind}/view.js`);
  /** @type {Line} */
  const line = {
    // What a card says of a learner's own screen is not so here: nothing is kept for anybody's plan.
    card: { ...card, task: { ...card.task, on_screen: "", words: page.words.card } },
    send: (message) => session.send(id, message),
    on: (listener) => session.on(id, listener),
    certificate: page.certificate,
  };
  end = widget.mount(line, place);
  if (frame.of === 1) session.send(id, { do: "answer", answer: leading(exercise.questions[0], handsOf(frame)), n: 1 });
}

/** Where one is, and what the buttons do. */
function told() {
  byId("at").textContent = fill(words.at, { n: at + 1, of: frames.length });
  /** @type {HTMLButtonElement} */ (byId("back")).disabled = at === 0;
  /** @type {HTMLButtonElement} */ (byId("next")).disabled = at === frames.length - 1;
  const reveal = byId("reveal");
  reveal.hidden = !asked || frames[at].question?.options.every(({ right }) => right === null) !== false;
  reveal.textContent = revealed ? words.hide : words.reveal;
  history.replaceState(null, "", `#${at + 1}`);
  /** @type {HTMLAnchorElement} */ (byId("twin")).hash = `#${at + 1}`;
}

function go(/** @type {number} */ by) {
  const to = at + by;
  if (to < 0 || to >= frames.length) return;
  at = to;
  stage.scrollTop = 0;
  show();
  stage.focus();
}

/** On to the next exercise, past what is left of this one; or back to where the one before begins. */
function leap(/** @type {number} */ by) {
  const all = page.exercises;
  const to = all[all.indexOf(frames[at].exercise) + by];
  const found = frames.findIndex(({ exercise }) => exercise === to);
  if (found >= 0) go(found - at);
}

function reveal() {
  if (!asked || byId("reveal").hidden) return;
  revealed = !revealed;
  asked.reveal(revealed);
  told();
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}

/** @type {Record<string, () => void>} a presenter's remote sends PageUp and PageDown */
const KEYS = {
  ArrowRight: () => go(1), PageDown: () => go(1), ArrowLeft: () => go(-1), PageUp: () => go(-1), r: reveal, f: full,
};

/** @type {Record<string, () => void>} with Shift */
const LEAPS = { ArrowRight: () => leap(1), ArrowLeft: () => leap(-1) };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const own = event.target instanceof Element && event.target.matches("input, select, textarea, [contenteditable]");
  if (own && !event.key.startsWith("Page")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = (event.shiftKey && LEAPS[key]) || KEYS[key];
  if (!act) return;
  event.preventDefault();
  act();
});
byId("back").onclick = () => go(-1);
byId("next").onclick = () => go(1);
byId("reveal").onclick = reveal;
byId("full").onclick = full;
await show();
document.documentElement.dataset.live = "true";
