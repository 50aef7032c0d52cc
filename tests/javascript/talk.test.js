// A conversation: the card of cards.py, whose first line ("how-are-they") is said and answered.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf, find, mounted } from "./dom.js";

const all = (/** @type {string} */ selector) =>
  /** @type {any[]} */ ([...document.querySelectorAll(selector)]); // whatever the selector says they are
const texts = (/** @type {string} */ selector) => all(selector).map(({ textContent }) => textContent);
const { task, judged, key } = cardOf("scenario");
const { scenes, first, people, you } = /** @type {any} */ (task);
const { detail: told, said: reasons } = /** @type {any} */ (judged.verdict);
const next = scenes[told.path[0].scene];

/** What the session says to another line, when it is said after the first. */
function after(/** @type {any} */ step, ended = false) {
  const detail = { ...told, path: [...told.path, step], ended };
  const said = [...reasons, { text: "Because.", lead: "Because.", tone: "not-yet", about: step.reply }];
  return { ...judged, answer: [...key, step.reply], verdict: /** @type {any} */ ({ right: null, score: null, said, detail }) };
}

const step = (/** @type {string} */ reply, /** @type {string} */ scene) =>
  ({ reply, scene, good: false, moods: { yonas: "weary" }, changes: { trust: -1 } });

test("a conversation begins by a press, and nothing is sent by that", async () => {
  const card = await mounted("scenario");
  assert.equal(card.button(), card.words["begin-talk"]);
  assert.equal(texts(".bubble").length, 0);
  card.submit();
  assert.deepEqual(card.answers(), []);
  assert.deepEqual(all(".reply").map(({ value }) => value), scenes[first].replies.map((/** @type {any} */ { id }) => id));
  assert.equal(document.activeElement, find(".talk-ask"));
});

test("a line is sent as it is pressed: the path so far with that line at its end", async () => {
  const card = await mounted("scenario", { state: judged });
  find(".reply").click();
  find(".reply").click(); // pressed twice
  assert.deepEqual(card.answers().map(({ answer }) => answer), [[...key, next.replies[0].id]]);
});

test("each voice has a bubble of its own, and what happens has none", async () => {
  await mounted("scenario", { state: judged });
  const said = next.lines.filter((/** @type {any} */ { by }) => by);
  assert.deepEqual(texts(".said-turn:last-child .who"), said.map((/** @type {any} */ { by }) => people[by]));
  assert.deepEqual(texts(".said-turn:last-child .cue"),
    next.lines.filter((/** @type {any} */ { by }) => !by).map((/** @type {any} */ { text }) => text));
  assert.ok(find(".mine .unseen").textContent.startsWith(people[you]));
});

test("what a line did stands directly after it, in a face and a word", async () => {
  const card = await mounted("scenario", { state: judged });
  const [mine, reason] = find(".said-turn:last-child").children;
  assert.ok(mine.matches(".mine"));
  assert.ok(reason.textContent.startsWith(card.words["line-works"]));
  assert.equal(find(".chip .face", reason).dataset.mood, "relieved");
  assert.ok(reason.textContent.includes(`Yonas: ${card.words["mood-relieved"]}`));
  assert.ok(reason.textContent.includes("+1"));
});

test("a log is added to, and what stands in it already is left", async () => {
  const card = await mounted("scenario", { state: judged });
  const before = all(".said-turn");
  card.tell("state", after(step(next.replies[1].id, "meeting")));
  assert.deepEqual(all(".said-turn").slice(0, 2), before);
  assert.equal(all(".said-turn").length, 3);
  assert.equal(find("[role=log]").getAttribute("aria-label"), card.words.conversation);
});

test("from any turn another line can be tried, and only then is anything sent", async () => {
  const card = await mounted("scenario", { state: judged });
  find(".talk-log .back").click();
  assert.equal(all(".said-turn").length, 1);
  assert.equal(document.activeElement, find(".talk-ask"));
  assert.deepEqual(card.answers(), []);
  const other = scenes[first].replies.at(-1).id;
  find(`.reply[value="${other}"]`).click();
  assert.deepEqual(card.answers().map(({ answer }) => answer), [[other]]);
});

test("a conversation that was left goes on where it was, also from a line to try anew", async () => {
  await mounted("scenario", { state: judged });
  assert.deepEqual(all(".reply").map(({ value }) => value), next.replies.map((/** @type {any} */ { id }) => id));
  await mounted("scenario", { state: judged, draft: [] });
  assert.equal(find(".reply").value, scenes[first].replies[0].id);
  await mounted("scenario", { draft: [] });
  assert.equal(find(".reply").value, scenes[first].replies[0].id);
  await mounted("scenario", { state: judged, draft: ["of-an-earlier-version"] });
  assert.equal(find(".reply").value, next.replies[0].id);
});

test("at the end one's own way stands beside one that holds, and it can be begun anew", async () => {
  const card = await mounted("scenario", { state: judged });
  const state = after(step(next.replies[1].id, "march"), true);
  const best = [...told.path, { ...step(next.replies[0].id, "friday"), good: true }];
  state.verdict = { ...state.verdict, right: false, score: 0, detail: { ...state.verdict.detail, best } };
  card.tell("state", state);
  assert.equal(document.activeElement, find(".talk-end h4"));
  assert.equal(all(".reply").length, 0);
  assert.deepEqual(texts(".way").length, 2);
  assert.ok(find(".talk-end").textContent.includes(card.words["went-badly"]));
  const [own, other] = all(".way").map((one) => [...one.querySelectorAll(".said-line")].map(({ textContent }) => textContent));
  assert.deepEqual([own[1], other[1]], [next.replies[1].text, next.replies[0].text]);
  assert.equal(own[0], other[0]);
  assert.deepEqual(texts(".same"), [card.words["same-line"]]);
  assert.equal(card.button(), card.words["begin-talk-again"]);
  card.submit();
  assert.deepEqual(card.answers(), []);
  assert.equal(find(".reply").value, scenes[first].replies[0].id);
});

test("who comes to a good end sees their own way alone", async () => {
  const card = await mounted("scenario", { state: judged });
  const state = after({ ...step(next.replies[0].id, "friday"), good: true }, true);
  state.verdict = { ...state.verdict, right: true, score: 1, detail: { ...state.verdict.detail, best: state.verdict.detail.path } };
  card.tell("state", state);
  assert.equal(all(".way").length, 1);
  assert.ok(find(".talk-end").textContent.includes(card.words["went-well"]));
});

test("digits say the line that has the number, and arrows go between lines", async () => {
  const card = await mounted("scenario", { state: judged });
  const press = (/** @type {string} */ key, more = {}) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  find(".talk-ask").focus();
  press("ArrowDown");
  assert.equal(document.activeElement, all(".reply")[0]);
  press("ArrowUp");
  assert.equal(document.activeElement, all(".reply").at(-1));
  press("2", { ctrlKey: true });
  assert.deepEqual(card.answers(), []);
  press("2");
  assert.deepEqual(card.answers().map(({ answer }) => answer), [[...key, next.replies[1].id]]);
});

test("what could not be sent can be said again", async () => {
  const card = await mounted("scenario", { state: judged });
  find(".reply").click();
  card.tell("state", { answered: false, problem: "Not now." });
  assert.ok(card.verdict().includes("Not now."));
  find(".reply").click();
  assert.equal(card.answers().length, 2);
});

test("a portrait is a picture in the mood that somebody is in, and where there is none stands a sign", async () => {
  const moods = ["calm", "doubtful", "worried", "relieved", "pleased", "weary"];
  const faces = { yonas: Object.fromEntries(moods.map((mood) => [mood, `<svg onload="alert(1)">${mood}&#x2713;</svg>`])) };
  await mounted("scenario", { state: judged, task: /** @type {any} */ ({ ...task, faces }) });
  const shown = find(".chip .face");
  assert.equal(shown.tagName, "IMG");
  assert.equal(shown.getAttribute("alt"), "");
  assert.equal(decodeURIComponent(shown.getAttribute("src").replace("data:image/svg+xml,", "")), faces.yonas.relieved);
  assert.equal(all(".talk [onload]").length, 0);
  await mounted("scenario", { state: judged, task: /** @type {any} */ ({ ...task, faces: {} }) });
  assert.equal(find(".chip .face").tagName.toLowerCase(), "svg");
});
