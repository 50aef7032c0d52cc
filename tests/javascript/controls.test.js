// What single kinds do beside asking and telling: moving, steering, counting, marking.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf, find, mounted, pass } from "./dom.js";

const press = (/** @type {Element} */ target, /** @type {string} */ key) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

test("order: a step that moves keeps the focus, tells its place, and stops at the ends", async () => {
  const card = await mounted("order");
  const ids = () => [...document.querySelectorAll(".steps > li")].map((one) => one.getAttribute("data-id"));
  const before = ids();
  const [up] = /** @type {any} */ (document.querySelectorAll(".steps > li:nth-child(2) button"));
  up.click();
  assert.deepEqual(ids(), [before[1], before[0], ...before.slice(2)]);
  assert.equal(document.activeElement, up);
  const { text } = /** @type {any} */ (card.task).cards.find((/** @type {any} */ { id }) => id === before[1]);
  assert.equal(find(".news").textContent, card.words.moved.replace("{step}", text).replace("{n}", "1"));
  const after = ids();
  up.click();
  assert.deepEqual(ids(), after);
});

test("order: steps of an earlier version are left out, the others take their order", async () => {
  await mounted("order", { draft: ["gone", ...cardOf("order").key.slice(0, 2).reverse()] });
  const ids = [...document.querySelectorAll(".steps > li")].map((one) => one.getAttribute("data-id"));
  assert.deepEqual(ids.slice(-2), cardOf("order").key.slice(0, 2).reverse());
  assert.equal(ids.length, cardOf("order").key.length);
});

test("calendar: arrow keys go from hour to hour and stay within the week", async () => {
  await mounted("calendar");
  const hour = (/** @type {string} */ at) => find(`.hour[data-at="${at}"]`);
  const { opens } = /** @type {any} */ (cardOf("calendar").task);
  const at = (/** @type {number} */ day, /** @type {number} */ n) => `${day}-${opens + n}`;
  hour(at(0, 0)).focus();
  for (const [key, to] of [["ArrowRight", at(1, 0)], ["ArrowDown", at(1, 1)], ["ArrowLeft", at(0, 1)],
    ["ArrowLeft", at(0, 1)], ["ArrowUp", at(0, 0)], ["ArrowUp", at(0, 0)]]) {
    press(/** @type {Element} */ (document.activeElement), key);
    assert.equal(document.activeElement?.getAttribute("data-at"), to);
  }
});

test("calendar: an hour that clashes is marked until it is pressed again", async () => {
  const card = await mounted("calendar");
  const { judged } = card;
  const [clash] = /** @type {any} */ (card.task).busy;
  const hours = [[clash.day, clash.start]];
  card.tell("state", {
    ...judged, answer: hours, verdict: { ...judged.verdict, detail: { clashing: hours } },
  });
  const marked = document.querySelectorAll(".hour.clash");
  assert.deepEqual([...marked].map((one) => one.getAttribute("data-at")), [`${clash.day}-${clash.start}`]);
  find(".hour.clash").click();
  assert.equal(document.querySelectorAll(".hour.clash").length, 0);
});

test("calendar: to try again leaves no hour, no clash and no count of hours", async () => {
  const card = await mounted("calendar");
  const { judged } = card;
  const [clash] = /** @type {any} */ (card.task).busy;
  const hours = [[clash.day, clash.start]];
  find(`.hour[data-at="${clash.day}-${clash.start}"]`).click();
  assert.notEqual(find(".news").textContent, "");
  card.tell("state", {
    ...judged, answer: hours, verdict: { ...judged.verdict, right: false, detail: { clashing: hours } },
  });
  pass(60_000);
  card.submit();
  assert.equal(card.button(), card.words[card.task.button]);
  assert.equal(document.querySelectorAll(".hour.clash, .hour[aria-pressed=true]").length, 0);
  assert.equal(find(".news").textContent, "");
});

test("order: to try again says of no step any more that it has moved", async () => {
  const card = await mounted("order");
  find(".steps > li:nth-child(2) button").click();
  assert.notEqual(find(".news").textContent, "");
  card.tell("state", card.judged);
  pass(60_000);
  card.submit();
  assert.equal(card.button(), card.words[card.task.button]);
  assert.equal(find(".news").textContent, "");
});

test("estimate: a number comes back as the language writes it, and stands on the line", async () => {
  const { task, judged } = cardOf("estimate");
  const state = { ...judged, answer: 1.5 };
  await mounted("estimate", { task: { ...task, language: "sv" }, state });
  assert.equal(find("input").value, "1,5");
  assert.equal(find(".point.guess").getAttribute("style"), "--at:80%"); // 48 of 60, in cards.py
});

test("estimate: to try again takes the guess and the answer off the line", async () => {
  const card = await mounted("estimate", { state: cardOf("estimate").judged });
  assert.equal(document.querySelectorAll(".point").length, 2);
  card.submit();
  assert.equal(card.button(), card.words[card.task.button]);
  assert.equal(document.querySelectorAll(".point").length, 0);
});

test("reflection: the letters that are left are told when they are few", async () => {
  await mounted("reflection");
  const { longest } = /** @type {any} */ (cardOf("reflection").task);
  const area = find("textarea");
  const told = (/** @type {number} */ left) => {
    area.value = "a".repeat(longest - left);
    area.dispatchEvent(new Event("input"));
    return find(".controls .saved").textContent;
  };
  assert.equal(told(500), "");
  assert.match(told(499), /499/);
});

for (const [kind, word] of [["match", "paired"], ["order", "kept"]]) {
  test(`${kind}: a reason stands at each thing, once, with whether it holds`, async () => {
    const card = await mounted(kind);
    const said = card.judged.verdict?.said.map((one, i) => ({ ...one, tone: i ? "right" : "not-yet" })) ?? [];
    const state = { ...card.judged, verdict: { ...card.judged.verdict, right: false, said } };
    card.tell("state", state);
    card.tell("state", state);
    const placed = [...document.querySelectorAll(".reason .placed")].map((one) => one.textContent);
    assert.equal(placed.length, said.length);
    assert.equal(placed.filter((one) => one === card.words[`${word}-wrong`]).length, 1);
    assert.ok(find(`.reason[data-about="${said[0].about}"]`).textContent.startsWith(card.words[`${word}-wrong`]));
    assert.ok(card.verdict().includes(`${said.length - 1} of ${said.length}`));
  });
}

test("match: a press puts a text with the thing that is open, and the next empty thing opens", async () => {
  const card = await mounted("match");
  const { cards, matches } = /** @type {any} */ (cardOf("match").task);
  const things = () => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".thing"))];
  const opened = () => things().findIndex((one) => one.getAttribute("aria-expanded") === "true");
  assert.equal(opened(), 0);
  assert.equal(document.querySelectorAll(".piece").length, matches.length);
  find(".piece").click();
  assert.equal(find(".with").textContent, matches[0].text);
  assert.equal(opened(), 1);
  assert.equal(document.activeElement, things()[1]);
  assert.equal(find(".taken").textContent, card.words["put-elsewhere"]);
  things()[0].click();
  assert.equal(opened(), 0);
  assert.equal(find(".piece").getAttribute("aria-pressed"), "true");
  card.submit();
  assert.deepEqual(card.answers()[0].answer, Object.fromEntries(cards.map((/** @type {any} */ { id }, /** @type {number} */ i) => [id, i ? "" : matches[0].id])));
});

test("match: a text can be dragged to any thing, and its old reason goes", async () => {
  const { judged, task } = cardOf("match");
  const { matches } = /** @type {any} */ (task);
  await mounted("match", { state: judged });
  assert.equal(document.querySelector(".pool"), null); // all have something, and none is open
  const last = find(".pair:last-child");
  assert.ok(last.querySelector(".reason"));
  find(".thing").click();
  find(".piece").dispatchEvent(new Event("dragstart", { bubbles: true }));
  last.dispatchEvent(new Event("drop", { bubbles: true, cancelable: true }));
  assert.equal(find(".with", last).textContent, matches[0].text);
  assert.equal(last.querySelector(".reason"), null);
});

test("calendar: what the marked hours are taken from is told as they are marked", async () => {
  const card = await mounted("calendar");
  const { busy, hours } = /** @type {any} */ (cardOf("calendar").task);
  const [first] = busy;
  find(`[data-at="${first.day}-${first.start}"]`).click();
  const told = find(".news").textContent;
  assert.ok(told.startsWith(card.words["hours-chosen"].replace("{n}", "1").replace("{all}", hours)));
  assert.ok(told.includes(first.text));
  assert.ok(find(`[data-at="${first.day}-${first.start}"]`).textContent.includes(first.text));
});

test("calendar: where it is narrow one day is shown, and arrows lead on to the next", async () => {
  await mounted("calendar");
  const shown = () => [...document.querySelectorAll("th.shown")].map((one) => one.getAttribute("data-day"));
  assert.deepEqual(shown(), ["0"]);
  /** @type {any} */ (document.querySelectorAll(".day-picker button")[2]).click();
  assert.deepEqual(shown(), ["2"]);
  const hour = document.querySelectorAll('[data-at^="2-"]')[0];
  hour.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
  assert.deepEqual(shown(), ["3"]);
});

test("calendar: what one does without stands under its own heading", async () => {
  const card = await mounted("calendar");
  const { verdict } = /** @type {any} */ (card.judged);
  const note = { text: "The orders have to wait.", lead: "The orders have to wait.", tone: "note", about: null };
  card.tell("state", { ...card.judged, verdict: { ...verdict, said: [...verdict.said, note] } });
  assert.equal(find(".verdict h4").textContent, card.words["does-without"]);
  assert.equal(find(".verdict h4 + .say").textContent, note.text);
});
