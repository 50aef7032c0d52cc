// A kind that asks one question after another: a test.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf, find, mounted } from "./dom.js";

const choose = (/** @type {string} */ value) => { find(`input[value="${value}"]`).checked = true; };

test("a test begins with its first question, in the order that the session gave its options", async () => {
  const card = await mounted("test");
  assert.equal(card.button(), card.words["begin-test"]);
  card.submit(); // turns the page, and sends nothing
  assert.deepEqual(card.sent, []);
  const { next, seed, drawn } = cardOf("test").blank.fresh;
  const values = [...document.querySelectorAll("input")].map(({ value }) => value);
  assert.deepEqual(values, next.order);
  assert.equal(document.activeElement, find(".question"));
  choose(next.order[1]);
  card.submit();
  assert.deepEqual(card.answers()[0].answer, { seed, drawn, given: [next.order[1]] });
});

test("an answered question stands with its reason, shut, until the learner goes on", async () => {
  const card = await mounted("test");
  card.submit();
  choose("six-weeks");
  find("input").focus();
  card.submit();
  card.tell("state", card.judged);
  assert.ok([...document.querySelectorAll("input")].every(({ disabled }) => disabled));
  assert.equal(find("input:checked").value, "six-weeks");
  assert.equal(card.button(), card.words["next-question"]);
  assert.equal(document.activeElement, find("[type=submit]")); // what had it is shut
  card.submit();
  assert.equal(card.answers().length, 1);
  assert.ok(find(".question").textContent.startsWith(card.words["question-of"].replace("{n}", "2").replace("{of}", "4")));
  choose("which-two");
  card.submit();
  assert.deepEqual(card.answers()[1].answer.given, ["six-weeks", "which-two"]);
});

test("a test that was left goes on with its next question", async () => {
  const card = await mounted("test", { state: cardOf("test").judged });
  assert.equal(card.button(), card.words.answer);
  choose("which-two");
  card.submit();
  assert.deepEqual(card.answers()[0].answer.given, ["six-weeks", "which-two"]);
});

test("a choice that was begun in a question is there again, and one of another attempt is not", async () => {
  const { judged, key } = cardOf("test");
  const begun = { ...key, given: ["six-weeks", "which-two"] };
  await mounted("test", { state: judged, draft: begun });
  assert.equal(find("input:checked").value, "which-two");
  await mounted("test", { state: judged, draft: { ...begun, seed: begun.seed + 1 } });
  assert.equal(document.querySelector("input:checked"), null);
});

test("at the end the result shows where to look again, and new questions can be begun", async () => {
  const { judged, blank, key, task } = cardOf("test");
  const { lessons, questions } = /** @type {any} */ (task);
  const about = blank.fresh.drawn[0];
  const weak = lessons.find((/** @type {any} */ one) => one.questions.includes(about));
  const detail = {
    ...judged.verdict?.detail, ended: true, held: 3,
    lessons: Object.fromEntries(lessons.map((/** @type {any} */ { id }) => [id, { held: id === weak.id ? 0 : 1, of: 1 }])),
  };
  const said = [{ about, tone: "not-yet", text: "Look at it once more." }];
  const state = { ...judged, fresh: blank.fresh, verdict: { right: true, score: 0.75, said, detail } };
  const card = await mounted("test", { state: /** @type {any} */ (state) });
  const again = find(".again").textContent;
  assert.equal(document.querySelectorAll(".again > li").length, 1);
  for (const part of [weak.text, questions[about].title, "Look at it once more.",
    questions[about].options.find((/** @type {any} */ { id }) => id === key.given[0]).text]) {
    assert.ok(again.includes(part), part);
  }
  assert.equal(card.button(), card.words["new-questions"]);
  card.submit();
  assert.deepEqual(card.sent, []);
  assert.equal(document.querySelectorAll(".question input:not(:disabled)").length, blank.fresh.next.order.length);
});
