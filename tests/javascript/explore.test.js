// Predict, then run: what is asked of the model, and which of its answers are drawn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf, find, mounted, pass } from "./dom.js";

const { scene } = cardOf("explore");

/** Where the slider stands first: at formal cooperation. */
const FIRST = 2;

/** A card whose guess has been judged, so that the model has been asked for the first time (n = 2). */
async function guessed() {
  const card = await mounted("explore");
  find("input[type=radio]").checked = true;
  card.submit();
  card.tell("state", card.judged);
  return card;
}

function slide(/** @type {number} */ stop) {
  const slider = find("input[type=range]");
  slider.value = String(stop);
  slider.dispatchEvent(new Event("input"));
}

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

test("a guess of an earlier visit asks the model once the card stands on the page", async () => {
  const card = await mounted("explore", { state: cardOf("explore").judged });
  assert.deepEqual(looks(card.sent), [[FIRST, 1]]);
});

test("while one setting is computed only the latest other one waits", async () => {
  const card = await guessed();
  slide(1);
  slide(2);
  slide(3);
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
  slide(1);
  assert.deepEqual(looks(card.sent), [[FIRST, 2], [1, 3]]);
  card.tell("scene", { ...scene, n: 2, reading: "of the first" });
  assert.equal(shown(), "");
  assert.equal(find("input[type=range]").value, "1");
  card.tell("scene", { ...scene, n: 3, setting: { strength: 1 }, reading: "of 1" });
  assert.equal(shown(), "of 1");
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

test("the focus goes to the slider when the button of the run goes", async () => {
  const card = await guessed();
  card.tell("scene", { ...scene, n: 2, progress: 0.5 });
  find(".model .run button").focus();
  card.tell("scene", { ...scene, n: 2, progress: 1 });
  assert.equal(find(".model .run").hidden, true);
  assert.equal(document.activeElement, find("input[type=range]"));
  assert.equal(find(".reading").getAttribute("aria-live"), "polite");
});
