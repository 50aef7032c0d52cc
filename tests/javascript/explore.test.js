// Predict, then run: what is asked of the model, and which of its answers are drawn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf, find, mounted, pass } from "./dom.js";

const { scene } = cardOf("explore");

/** Where the model stands first: at formal cooperation. */
const FIRST = 2;

/** A card whose guess has been judged, so that the model has been asked for the first time (n = 2). */
async function guessed() {
  const card = await mounted("explore");
  find("input[type=radio]").checked = true;
  card.submit();
  card.tell("state", card.judged);
  return card;
}

/** Press the button of a stop: four strengths are few enough for buttons. */
function set(/** @type {number} */ stop) {
  const button = stops()[stop];
  button.checked = true;
  button.dispatchEvent(new Event("change"));
}

const stops = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(".model [role=radiogroup] input")]);
const named = (/** @type {string} */ text) =>
  /** @type {any} */ ([...document.querySelectorAll("button")].find((one) => one.textContent === text));
const isFocused = (/** @type {Element} */ one) => document.activeElement === one; // a document is long to print

const looks = (/** @type {any[]} */ sent) => sent.filter((one) => one.do === "look").map(({ setting, n }) => [setting.strength, n]);
const shown = () => document.querySelector(".model .reading")?.textContent;

test("the model is closed until a guess is made, and then it is asked", async () => {
  const card = await mounted("explore");
  assert.equal(find(".model").hidden, true);
  card.submit();
  assert.deepEqual(looks(card.sent), []);
  card.tell("state", card.judged);
  assert.equal(find(".model").hidden, false);
  assert.deepEqual(looks(card.sent), [[FIRST, 2]]);
});

test("where the picture is to be, the model says that it is running until there is one", async () => {
  const card = await guessed();
  const run = find(".model .run");
  assert.equal(run.hidden, false);
  assert.ok(run.textContent.includes(card.words.running.replace("{percent}", "0")));
  card.tell("scene", { ...scene, n: 2 });
  assert.equal(run.hidden, true);
  set(1);
  assert.equal(run.hidden, true); // the picture before stands until the next
});

test("the reason and that it is saved stay while the model lets wait, and the wait is told beside them", async () => {
  const card = await guessed();
  card.tell("saved", { kept: true, words: "Kept", n: 1 });
  const [reason, saved] = [card.verdict(), card.saved()];
  const waits = card.words["no-reply"].split(".")[0];
  pass(8000);
  assert.ok(card.verdict().startsWith(reason) && card.verdict().includes(waits));
  assert.equal(card.saved(), saved);
  card.tell("scene", { ...scene, n: 2 });
  assert.equal(card.verdict(), reason);
});

test("a guess of an earlier visit asks the model once the card stands on the page", async () => {
  const card = await mounted("explore", { state: cardOf("explore").judged });
  assert.deepEqual(looks(card.sent), [[FIRST, 1]]);
});

test("while one setting is computed only the latest other one waits", async () => {
  const card = await guessed();
  set(1);
  set(2);
  set(3);
  assert.deepEqual(looks(card.sent), [[FIRST, 2]]);
  card.tell("scene", { ...scene, n: 2, reading: "of the first" });
  assert.equal(shown(), ""); // a newer one is asked for already
  assert.deepEqual(looks(card.sent), [[FIRST, 2], [3, 3]]);
  card.tell("scene", { ...scene, n: 3, setting: { strength: 3 }, reading: "of 3" });
  assert.equal(shown(), "of 3");
});

test("an answer to a setting that was left is not drawn, however late it comes", async () => {
  const card = await guessed();
  pass(8000); // no reply: the learner goes on
  set(1);
  assert.deepEqual(looks(card.sent), [[FIRST, 2], [1, 3]]);
  card.tell("scene", { ...scene, n: 2, reading: "of the first" });
  assert.equal(shown(), "");
  assert.deepEqual(stops().map(({ checked }) => checked), [false, true, false, false]);
  card.tell("scene", { ...scene, n: 3, setting: { strength: 1 }, reading: "of 1" });
  assert.equal(shown(), "of 1");
});

test("a picture that was shown whole is there at once when its setting comes back, whatever is under way", async () => {
  const card = await guessed();
  card.tell("scene", { ...scene, n: 2, progress: 1, setting: { strength: FIRST }, reading: "of the first" });
  set(1);
  assert.deepEqual(looks(card.sent), [[FIRST, 2], [1, 3]]);
  set(FIRST);
  assert.equal(shown(), "of the first");
  card.tell("scene", { ...scene, n: 3, progress: 1, setting: { strength: 1 }, reading: "of 1" });
  assert.equal(shown(), "of the first"); // nobody waits for it any more
  assert.deepEqual(looks(card.sent), [[FIRST, 2], [1, 3]]);
  set(3);
  assert.deepEqual(looks(card.sent), [[FIRST, 2], [1, 3], [3, 4]]);
  card.tell("scene", { ...scene, n: 4, progress: 0.5, setting: { strength: 3 }, reading: "half of 3" });
  set(FIRST);
  set(3); // it has not come to its end
  assert.deepEqual(looks(card.sent).at(-1), [3, 5]);
});

test("a simulation says how far it has come, can be stopped, and gone on with", async () => {
  const card = await guessed();
  card.tell("scene", { ...scene, n: 2, progress: 0.25 });
  const run = find(".model .run");
  const button = find("button", run);
  assert.equal(run.hidden, false);
  assert.equal(find("label", run).textContent, card.words.running.replace("{percent}", "25"));
  assert.equal(find(".reading").getAttribute("aria-live"), "off"); // nobody is read every part
  button.click();
  assert.deepEqual(card.sent.at(-1), { do: "stop" });
  assert.equal(button.textContent, card.words["go-on"]);
  assert.equal(find("label", run).textContent, card.words["stopped-at"].replace("{percent}", "25"));
});

test("the focus goes to what is set when the button of the run goes", async () => {
  const card = await guessed();
  card.tell("scene", { ...scene, n: 2, progress: 0.5 });
  find(".model .run button").focus();
  card.tell("scene", { ...scene, n: 2, progress: 1 });
  assert.equal(find(".model .run").hidden, true);
  assert.ok(find(".model .run").classList.contains("stays")); // its room does, so that nothing moves under a hand
  assert.ok(isFocused(stops()[FIRST]));
  assert.equal(find(".reading").getAttribute("aria-live"), "polite");
});

test("the guess is said in its words, and marked at the stop that it was", async () => {
  const { task } = cardOf("explore");
  const [first] = /** @type {any} */ (task).options;
  const guesses = { [first.id]: [{ control: "strength", stop: 3 }] };
  const card = await mounted("explore", { task: /** @type {any} */ ({ ...task, guesses }) });
  find("input[type=radio]").checked = true;
  card.submit();
  card.tell("state", { ...card.judged, answer: first.id });
  assert.ok(find(".your-guess").textContent.endsWith(card.words["explore-guess"].replace("{text}", first.text)));
  const marked = [...document.querySelectorAll(".model .stop")].map((one) => one.textContent.includes(card.words.guessed));
  assert.deepEqual(marked, [false, false, false, true]);
});

/** A crowd of four, of whom so many have spoken, as a state that is played. */
const spoken = (/** @type {number} */ n) => ({
  told: `${n} have spoken.`,
  drawing: { kind: "crowd", columns: 4, groups: [{ n, style: 0, text: "speak" }, { n: 4 - n, style: 2, text: "" }] },
});

/** The card with a course of events of three states, at its end. */
async function played({ isCalm = false } = {}) {
  const card = await guessed();
  window.matchMedia = /** @type {any} */ (() => ({ matches: isCalm }));
  const frames = [spoken(0), spoken(1), spoken(4)];
  card.tell("scene", { ...scene, n: 2, progress: 1, drawing: frames[2].drawing, frames });
  const speak = () => document.querySelectorAll(".model [data-group='0'] path").length;
  return { ...card, speak, told: () => find(".model .told"), slider: find(".model .playing input") };
}

test("what is played opens at its end, and is stepped through with a word for each state", async () => {
  const { words, speak, told, slider } = await played();
  assert.deepEqual([speak(), told().textContent, told().getAttribute("aria-live")], [4, "4 have spoken.", "off"]);
  named(words["play-back"]).click();
  assert.deepEqual([speak(), told().textContent, told().getAttribute("aria-live")], [1, "1 have spoken.", "polite"]);
  assert.equal(slider.value, "1");
  slider.value = "0";
  slider.dispatchEvent(new Event("input"));
  assert.deepEqual([speak(), told().textContent], [0, "0 have spoken."]);
  assert.equal(slider.getAttribute("aria-valuetext"), "Step 0 of 2. 0 have spoken.");
});

test("what is played moves one after another, is not read aloud meanwhile, and ends where it began", async () => {
  const { words, speak, told } = await played();
  named(words.play).click();
  pass(1000);
  assert.deepEqual([speak(), told().getAttribute("aria-live")], [0, "off"]);
  pass(1000); // past the first state
  assert.equal(speak(), 1);
  pass(800);
  assert.ok(speak() > 1 && speak() < 4, "some of the last three");
  pass(2000);
  assert.deepEqual([speak(), told().getAttribute("aria-live")], [4, "polite"]);
});

test("who asks for less motion sees the end and has the steps, and nothing moves", async () => {
  const { words, speak } = await played({ isCalm: true });
  named(words["play-back"]).click();
  named(words["play-back"]).click();
  assert.equal(speak(), 0);
  assert.equal(named(words.play).hidden, true);
  named(words["play-step"]).click();
  assert.equal(speak(), 1); // at once
});

test("many stops are a slider, whose stop is named", async () => {
  const { task } = cardOf("explore");
  const stops = ["1", "2", "3", "4", "6", "9", "12"];
  const controls = [{ id: "strength", text: "Tests", start: FIRST, stops }];
  await mounted("explore", { task: /** @type {any} */ ({ ...task, controls }) });
  const slider = find(".model .control input[type=range]");
  assert.deepEqual([slider.value, slider.getAttribute("aria-valuetext")], ["2", "3"]);
});
