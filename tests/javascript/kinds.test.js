// Every kind of exercise, with the session's own card of it (cards.py).

import assert from "node:assert/strict";
import { test } from "node:test";
import { alive, bundleOf, cardOf, find, KINDS, model, mounted, open, pass } from "./dom.js";

const DECKS = ["choices", "confidence", "sort"]; // see deck.test.js
const IN_TURNS = ["test", "scenario"]; // see asking.test.js, talk.test.js

for (const kind of KINDS) {
  if (!DECKS.includes(kind)) test(`${kind}: what was begun is shown, and is what is sent`, async () => {
    const { key } = cardOf(kind);
    const card = await mounted(kind, { draft: key });
    card.submit();
    if (kind === "scenario") find(`.reply[value="${key.at(-1)}"]`).click(); // begins, and is said
    assert.deepEqual(card.answers().map(({ answer }) => sorted(answer)), [sorted(sentAs(kind, key))]);
  });

  test(`${kind}: a verdict is told, with every reason`, async () => {
    const card = await mounted(kind);
    card.submit();
    card.tell("state", card.judged);
    const told = find(".card").textContent.replace(/\s+/g, " ");
    for (const { text } of card.judged.verdict?.said ?? []) {
      for (const part of text.split(/\s*\n\s*/)) assert.ok(told.replace(/\s/g, "").includes(part.replace(/\s/g, "")), part);
    }
  });

  if (![...DECKS, ...IN_TURNS].includes(kind)) {
    test(`${kind}: an answer comes back on the next visit; to change it takes away what was said`, async () => {
      const { judged, key } = cardOf(kind);
      const card = await mounted(kind, { state: judged, draft: key });
      assert.equal(card.verdict(), "");
      assert.equal(document.querySelectorAll(".reason").length, 0);
      card.submit();
      assert.deepEqual(card.answers().map(({ answer }) => sorted(answer)), [sorted(sentAs(kind, key))]);
    });

    test(`${kind}: to try again clears what is right or wrong, and nothing else`, async () => {
      const { judged, key } = cardOf(kind);
      const card = await mounted(kind, { state: judged });
      const isJudged = judged.verdict?.right !== null;
      assert.equal(card.button(), card.words[isJudged ? "again" : "change"]);
      card.submit();
      assert.deepEqual(card.answers(), []);
      if (isJudged) assert.equal(card.verdict(), "");
      assert.equal(card.button(), card.words[isJudged ? card.task.button : "change"]);
      assert.ok(document.activeElement?.closest(".card"), "the focus is in the card");
      // Steps have no empty order: they stand as they were, to be moved on.
      if (!isJudged || kind === "order") return;
      card.submit();
      assert.notDeepEqual(card.answers().map(({ answer }) => sorted(answer)), [sorted(sentAs(kind, key))]);
    });
  }

  test(`${kind}: nothing is left of a card that has ended`, async () => {
    const { judged } = cardOf(kind);
    const card = await mounted(kind, { state: judged });
    assert.equal(card.listeners.size, 1);
    assert.ok(alive.listeners.size > 0);
    if (kind === "network") assert.equal(alive.observers.size, 1);
    for (const control of document.querySelectorAll("input, textarea, select")) {
      control.dispatchEvent(new Event("input"));
      control.dispatchEvent(new Event("change"));
    }
    card.submit();
    card.end();
    assert.deepEqual([card.listeners.size, alive.listeners.size, alive.observers.size, alive.timers.size], [0, 0, 0, 0]);
    assert.equal(find("#here").children.length, 0);
    const before = card.sent.length;
    pass(60_000);
    assert.equal(card.sent.length, before);
  });

  test(`${kind}: a notebook that shows it twice and closes both has nothing left of it`, async () => {
    open("<div id=one></div><div id=two></div>");
    const { task, blank, judged } = cardOf(kind);
    const widget = await bundleOf(kind);
    const shared = model({ task, state: blank, draft: null, saved: { kept: true, words: "Kept" } });
    const ends = ["#one", "#two"].map((place) => widget.render({ model: shared, el: find(place) }));
    shared.set("state", judged);
    const [one, two] = [...document.querySelectorAll("form")].map((told) => told.textContent);
    assert.ok(one);
    assert.equal(one, two);
    for (const end of ends) end();
    assert.deepEqual([shared.count(), alive.listeners.size, alive.observers.size, alive.timers.size], [0, 0, 0, 0]);
  });
}

/** An answer as its view sends it; the session takes what is typed as a number as well. */
function sentAs(/** @type {string} */ kind, /** @type {any} */ key) {
  return kind === "estimate" ? String(key) : key;
}

/** Lists of ties, hours and options have no order; other lists have one. */
function sorted(/** @type {any} */ answer) {
  return Array.isArray(answer) && Array.isArray(answer[0]) ? answer.map(String).sort() : answer;
}

// --- a scale, an area at a time --------------------------------------------------------------------

/** A scale with an area more than the documentation's own, so that one can come after another. */
async function scale(/** @type {object} */ more = {}) {
  const { task } = /** @type {any} */ (cardOf("scale"));
  const [area] = task.areas;
  const second = { ...area, id: "second", items: area.items.map((/** @type {any} */ one) => ({ ...one, id: `${one.id}-2` })) };
  const card = await mounted("scale", { task: { ...task, areas: [area, second] }, ...more });
  const folds = /** @type {any[]} */ ([...document.querySelectorAll("details.area")]);
  return { ...card, area, folds, isOpen: () => folds.map((one) => one.hasAttribute("open")) };
}

test("scale: the next area opens when the one before it is full, and each says how far one has come", async () => {
  const { area, folds, isOpen, words } = await scale();
  assert.deepEqual(isOpen(), [true, false]);
  const items = [...folds[0].querySelectorAll(".item")];
  const counted = () => find(".count", folds[0]).textContent;
  const of = (/** @type {number} */ n) => words["of-area"].replace("{n}", String(n)).replace("{all}", String(area.items.length));
  assert.equal(counted(), of(0));
  for (const [n, item] of items.entries()) {
    assert.deepEqual(isOpen(), [true, false]);
    const input = find("input", item);
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    assert.equal(counted(), of(n + 1));
  }
  assert.deepEqual(isOpen(), [true, true]);
});

test("scale: an area that was begun is open on the next visit", async () => {
  const { area } = await scale();
  const { isOpen } = await scale({ draft: { [`${area.items[0].id}-2`]: 3 } });
  assert.deepEqual(isOpen(), [true, true]);
});

test("scale: what is read of a point begins with the number that is seen on it", async () => {
  // WCAG 2.2, criterion 2.5.3: who speaks to the page says what they see.
  const { task } = /** @type {any} */ (await mounted("scale"));
  const [, second] = document.querySelectorAll(".item input");
  assert.equal(second.getAttribute("aria-label"), `2, ${task.points[1]}`);
});
