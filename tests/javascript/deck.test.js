// A deck: what is dealt next, and what a card of it does by button, by key, by swipe and drag.

import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf, missed, nextCard } from "../../course/widgets/static/deck-order.js";
import { cardOf, find, mounted } from "./dom.js";

/** Tries from letters: "a" is right, "A" is wrong. */
const tries = (/** @type {string} */ letters) => [...letters].map((one) => ({
  about: one.toLowerCase(), tone: one === one.toLowerCase() ? "right" : "not-yet",
}));

// --- the order of cards ---------------------------------------------------------------------------

// By hand, of a deal of a, b and c: each once in order, then those that were wrong, once more.
for (const [so, next] of [["", "a"], ["a", "b"], ["A", "b"], ["Ab", "c"], ["AbC", "a"], ["AbCa", "c"], ["AbCA", "c"],
  ["abc", undefined], ["AbCac", undefined], ["ABCABC", undefined]]) {
  test(`after ${so || "nothing"} comes ${next ?? "the end"}`, () => {
    assert.equal(nextCard(["a", "b", "c"], tries(String(so))), next);
  });
}

test("whatever is right and wrong, each card comes once or twice, and a deal ends", () => {
  const of = ["a", "b", "c", "d"];
  for (let n = 0; n < 2 ** 8; n++) {
    /** @type {{about: string, tone: string}[]} */
    const told = [];
    for (let id = nextCard(of, told); id; id = nextCard(of, told)) {
      told.push({ about: id, tone: (n >> told.length) % 2 ? "right" : "not-yet" });
    }
    for (const id of of) {
      const own = told.filter(({ about }) => about === id);
      assert.equal(own.length, own[0].tone === "right" ? 1 : 2);
    }
    assert.deepEqual(told.slice(0, 4).map(({ about }) => about), of);
    assert.equal(missed({ of, tries: told }).length, told.length - 4);
  }
});

test("a card's mark says how it stands, and never forgets that it was wrong first", () => {
  const marks = (/** @type {string} */ so) => ["a", "b", "c"].map((id) => markOf(id, tries(so)));
  assert.deepEqual(marks(""), ["open", "open", "open"]);
  assert.deepEqual(marks("aB"), ["right", "back", "open"]);
  assert.deepEqual(marks("aBCb"), ["right", "mended", "back"]);
  assert.deepEqual(marks("aBCbC"), ["right", "mended", "missed"]);
  assert.deepEqual(missed({ of: ["a", "b", "c"], tries: tries("aBCbC") }), ["b", "c"]);
});

// --- a card of a deck ------------------------------------------------------------------------------

/** What the session would say of tries at the small sort: which of them are right is given. */
function dealt(/** @type {any} */ sent, /** @type {string} */ so, more = {}) {
  const told = tries(so).map(({ tone }, i) => (/** @type {any} */ ({
    text: `Reason ${i}.`, lead: `Reason ${i}.`, tone, about: sent.tries[i][0], value: sent.tries[i][1],
    hint: false, place: tone === "right" ? sent.tries[i][1] : null,
  })));
  return { answered: false, deal: { of: sent.of ?? ids, over: false, practice: false, tries: told, ...more } };
}

const ids = /** @type {any} */ (cardOf("sort").task).cards.map((/** @type {any} */ one) => one.id);
const placesOf = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".place")]);
const key = (/** @type {string} */ name, /** @type {object} */ more = {}) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }));

test("a card is answered where it is pressed, told why, and goes on to the next", async () => {
  const card = await mounted("sort");
  assert.equal(find("[type=submit]").hidden, true);
  placesOf()[1].click();
  placesOf()[2].click(); // it is on its way
  const [sent] = card.sent;
  assert.deepEqual({ ...sent, n: 0 }, { do: "try", tries: [[ids[0], "complex"]], n: 0 });
  card.tell("state", dealt(sent, "A"));
  assert.ok(card.verdict().includes("Reason 0."));
  assert.ok(card.verdict().startsWith(card.words["deck-comes-back"]));
  assert.equal(card.button(), card.words["next-card"]);
  assert.equal(document.activeElement, find("[type=submit]"));
  assert.match(find(".mark").textContent, new RegExp(card.words["mark-back"]));
  card.submit();
  assert.equal(card.verdict(), "");
  assert.equal(document.activeElement, find(".dealt"));
  assert.equal(find("[type=submit]").hidden, true);
  assert.ok(find(".what").textContent.includes(/** @type {any} */ (card.task).cards[1].text));
  assert.deepEqual(card.answers(), []);
});

test("digits choose and the arrow goes on, only with the focus in the card and without Ctrl", async () => {
  const card = await mounted("sort");
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true }));
  find(".dealt").focus();
  key("1", { ctrlKey: true });
  key("9");
  key("ArrowLeft");
  assert.equal(document.activeElement, placesOf()[2]);
  key("ArrowRight");
  assert.equal(document.activeElement, placesOf()[0]);
  assert.equal(card.sent.length, 0);
  key("3");
  assert.deepEqual(card.sent[0].tries, [[ids[0], "intelligent"]]);
  card.tell("state", dealt(card.sent[0], "a"));
  key("ArrowRight");
  assert.equal(document.activeElement, find(".dealt"));
  assert.deepEqual([card.verdict(), find("[type=submit]").hidden], ["", true]);
  key("2");
  assert.deepEqual(card.sent[1].tries.map((/** @type {any} */ [id]) => id), ids.slice(0, 2));
});

test("how sure is asked at the first try, and is kept when the card comes back", async () => {
  const card = await mounted("confidence");
  placesOf()[0].click();
  assert.equal(card.sent.length, 0);
  assert.equal(find(".more").hidden, false);
  key("4"); // 80 per cent: the fourth of 50, 60, 70, 80, 90, 100
  assert.deepEqual(card.sent[0].tries[0][1], { holds: true, sure: 80 });
  const all = /** @type {any} */ (card.task).cards.map((/** @type {any} */ { id }) => [id, { holds: true, sure: 80 }]);
  card.tell("state", dealt({ tries: all, of: all.map((/** @type {any} */ [id]) => id) }, "Abcdef"));
  card.submit();
  placesOf()[1].click();
  assert.deepEqual(card.sent[1].tries.at(-1), [all[0][0], { holds: false, sure: 80 }]);
});

test("a deck that was left half-way goes on with the next card", async () => {
  const sent = { tries: ids.slice(0, 2).map((/** @type {string} */ id) => [id, "complex"]) };
  const card = await mounted("sort", { state: dealt(sent, "Ab") });
  assert.equal(card.verdict(), "");
  placesOf()[0].click();
  assert.deepEqual(card.sent[0].tries, [...sent.tries, [ids[2], "preventable"]]);
});

test("an answer of an earlier visit shows all cards, the missed ones opened, and deals those again", async () => {
  const { judged } = cardOf("sort");
  const answer = { ...judged.answer, [ids[1]]: "preventable" };
  const said = judged.verdict?.said.map((one) => (one.about === ids[1] ? { ...one, tone: /** @type {const} */ ("not-yet") } : one)) ?? [];
  const card = await mounted("sort", { state: { ...judged, answer, verdict: { right: false, score: 0.8, detail: {}, said } } });
  assert.ok(card.verdict().startsWith("5 of 6 right first time."));
  assert.deepEqual([...document.querySelectorAll(".all details")].map((one) => one.hasAttribute("open")), ids.map((/** @type {string} */ id) => id === ids[1]));
  // Nothing comes back in a deal that is over.
  const marks = [...document.querySelectorAll(".mark .unseen")].map((one) => one.textContent);
  assert.ok(marks[1]?.endsWith(card.words["mark-earlier"]) && marks[0]?.endsWith(card.words["mark-right"]));
  assert.ok(!find(".legend-of-marks").textContent.includes(card.words["mark-back"]));
  find(".all button").click(); // all of them, from the first
  assert.deepEqual([card.verdict(), document.activeElement], ["", find(".dealt")]);
  placesOf()[1].click();
  assert.deepEqual({ ...card.sent[0], n: 0 }, { do: "try", tries: [[ids[0], "complex"]], n: 0 });
});

test("to try again deals the missed cards alone", async () => {
  const { judged } = cardOf("sort");
  const answer = { ...judged.answer, [ids[1]]: "preventable" };
  const said = judged.verdict?.said.map((one) => (one.about === ids[1] ? { ...one, tone: /** @type {const} */ ("not-yet") } : one)) ?? [];
  const card = await mounted("sort", { state: { ...judged, answer, verdict: { right: false, score: 0.8, detail: {}, said } } });
  card.submit();
  placesOf()[1].click();
  assert.deepEqual({ ...card.sent[0], n: 0 }, { do: "try", tries: [[ids[1], "complex"]], of: [ids[1]], n: 0 });
});

test("the first answer is told as the first where a later one is shown", async () => {
  const { judged } = cardOf("sort");
  const card = await mounted("sort", { state: { ...judged, first: { answer: judged.answer, held: 2, of: 6, detail: {} } } });
  assert.ok(card.verdict().startsWith("6 of 6 right first time."));
  assert.ok(card.verdict().includes("The first time: 2 of 6."));
});

test("what could not be judged can be tried again", async () => {
  const card = await mounted("sort");
  placesOf()[0].click();
  card.tell("state", { answered: false, problem: "No." });
  assert.ok(card.verdict().includes("No."));
  placesOf()[1].click();
  assert.equal(card.sent.filter((one) => one.do === "try").length, 2);
  assert.deepEqual(card.sent.filter((one) => one.do === "draft"), []);
});

const point = (/** @type {string} */ type, /** @type {number} */ x, y = 0) =>
  find(".dealt").dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { clientX: x, clientY: y, pointerId: 1, button: 0 }));

test("a swipe answers where there are two places, and a short one does not", async () => {
  const card = await mounted("choices");
  for (const place of placesOf()) place.getBoundingClientRect = () => /** @type {DOMRect} */ ({ left: 0, right: 1, top: 900, bottom: 901 });
  point("pointerdown", 200);
  point("pointermove", 150);
  point("pointerup", 150);
  assert.equal(card.sent.length, 0);
  point("pointerdown", 200);
  point("pointermove", 320);
  point("pointerup", 320);
  assert.equal(card.sent[0].tries[0][1], false); // the place to the right
  assert.equal(find(".dealt").style.transform, "");
});

test("a card can be dragged onto a place, and is let go where a pointer is lost", async () => {
  const card = await mounted("sort");
  placesOf().forEach((place, i) => {
    place.getBoundingClientRect = () => /** @type {DOMRect} */ ({ left: 100 * i, right: 100 * i + 99, top: 50, bottom: 90 });
  });
  point("pointerdown", 10);
  point("pointermove", 250, 60);
  assert.ok(placesOf()[2].classList.contains("under"));
  point("pointercancel", 250, 60);
  assert.equal(card.sent.length, 0);
  point("pointerdown", 10);
  point("pointermove", 250, 60);
  point("pointerup", 250, 60);
  assert.deepEqual(card.sent[0].tries, [[ids[0], "intelligent"]]);
});
