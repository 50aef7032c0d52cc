// What every card does, on the card of one kind: a choice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mount, widget } from "../../course/widgets/static/card.js";
import { said } from "../../course/widgets/static/parts.js";
import choice from "../../course/kinds/choice/view.js";
import { alive, cardOf, find, model, mounted, open, pass } from "./dom.js";

/** @import { Controls, Line, Model } from "#types" */

const kept = { kept: true, words: "Kept", n: 1 };

/** Choose the option that is at a place. */
function choose(/** @type {number} */ i) {
  const input = [...document.querySelectorAll("input")][i];
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return input.value;
}

// Where the lead ends is found once, in course/words/sentences.py; by hand here.
for (const [text, lead, rest] of [
  ["Yes. It can be undone.", "Yes.", ["It can be undone."]],
  ["So it is. First.\n\nSecond.", "So it is.", ["First.", "Second."]],
  ["Ja (LOU 6 kap. 31 §). Det finns.", "Ja (LOU 6 kap. 31 §).", ["Det finns."]],
  ["One sentence alone.", "One sentence alone.", []],
  ["Of the interface. With no lead.", undefined, []],
]) {
  test(`the lead of feedback stands out: ${JSON.stringify(text)}`, () => {
    open();
    const told = said({ text: String(text), lead: lead && String(lead), tone: "note" });
    assert.equal(told.className, "say note");
    assert.equal(find("b", told).textContent, lead ?? text);
    assert.deepEqual([...told.querySelectorAll("p")].map((one) => one.textContent), rest);
  });
}

test("what a learner or an author wrote is never HTML", async () => {
  const { task } = cardOf("choice");
  const card = await mounted("choice", { task: { ...task, title: "<b>x</b>", prompt: "<i>y</i>" } });
  card.tell("state", { answered: false, problem: "<u>z</u>" });
  assert.equal(document.querySelector("h3 b, .prompt i, .verdict u"), null);
  assert.match(find(".card").textContent, /<b>x<\/b>.*<i>y<\/i>.*<u>z<\/u>/s);
});

// --- drafts --------------------------------------------------------------------------------------

test("what is begun is kept a quarter of a second after the last change, once", async () => {
  const card = await mounted("choice");
  choose(0);
  pass(200);
  const value = choose(1);
  pass(249);
  assert.deepEqual(card.sent, []);
  pass(1);
  assert.deepEqual(card.sent, [{ do: "draft", value }]);
  pass(60_000);
  assert.equal(card.sent.length, 1);
});

for (const leaving of ["beforeunload", "pagehide"]) {
  test(`what is begun is kept at once when the page is left (${leaving})`, async () => {
    const card = await mounted("choice");
    const value = choose(2);
    window.dispatchEvent(new Event(leaving));
    window.dispatchEvent(new Event(leaving));
    assert.deepEqual(card.sent, [{ do: "draft", value }]);
  });
}

test("an answer takes the place of what was begun: no draft comes after it", async () => {
  const card = await mounted("choice");
  choose(1);
  card.submit();
  window.dispatchEvent(new Event("pagehide"));
  pass(5000);
  assert.deepEqual(card.sent.map((one) => one.do), ["answer"]);
});

test("what was begun of a version that does not fit leaves the card as it was", () => {
  open("<div id=here></div>");
  const { task, judged } = cardOf("choice");
  /** @type {unknown[]} */
  const shown = [];
  const line = { card: { task, state: judged, saved: kept, draft: { old: true } }, send: () => {}, on: () => () => {} };
  mount(line, find("#here"), () => ({
    node: document.createElement("div"),
    answer: () => "",
    show: (answer) => {
      if (answer.old) throw new TypeError("of another version");
      shown.push(answer);
    },
  }));
  assert.deepEqual(shown, [judged.answer, judged.answer]);
});

// --- answers -------------------------------------------------------------------------------------

test("an answer is sent once, however often the button is pressed, and again after the verdict", async () => {
  const card = await mounted("choice");
  const answer = choose(0);
  card.submit();
  card.submit();
  assert.deepEqual(card.sent, [{ do: "answer", answer, n: 1 }]);
  card.tell("state", card.judged);
  choose(1);
  card.submit();
  assert.deepEqual(card.answers().map(({ n }) => n), [1, 2]);
});

test("a second click of the same press does not clear what has just been said", async () => {
  const card = await mounted("choice");
  choose(0);
  card.submit();
  card.tell("state", card.judged);
  card.submit();
  assert.notEqual(card.verdict(), "");
  pass(400);
  card.submit();
  assert.equal(card.verdict(), "");
  assert.equal(document.querySelectorAll("input:checked").length, 0);
});

test("a key that is held down has been pressed once, but writes on in a text", async () => {
  await mounted("choice");
  const press = (/** @type {string} */ selector, /** @type {boolean} */ repeat) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true });
    find(selector).dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.deepEqual([press("input", false), press("input", true)], [false, true]);
  await mounted("reflection");
  assert.equal(press("textarea", true), false);
});

test("saved is said only when it is saved, and the true cause where it is not", async () => {
  const card = await mounted("choice");
  card.submit();
  assert.equal(card.saved(), "");
  card.tell("state", card.judged);
  assert.equal(card.saved(), card.words.saving);
  card.tell("saved", kept);
  assert.match(card.saved(), /^Saved .*2026/); // the day of cards.py, which is not today
  card.tell("saved", { kept: false, words: "The disk is full." });
  assert.equal(card.saved(), "The disk is full.");
});

test("a reply that is a tenth of a second under way is seen to be, and not before", async () => {
  const card = await mounted("choice");
  card.submit();
  pass(99);
  assert.equal(card.saved(), "");
  pass(1);
  assert.equal(card.saved(), card.words.saving);
  const other = await mounted("choice");
  other.submit();
  other.tell("state", { answered: false, problem: "None." });
  pass(100);
  assert.equal(other.saved(), "");
});

test("a later answer, such as a deck's last card makes one, is not yet called saved", async () => {
  const card = await mounted("choice");
  card.tell("state", card.judged);
  card.tell("saved", kept);
  card.tell("state", { ...card.judged, time: "2026-11-29T12:00:00.000Z" });
  assert.equal(card.saved(), card.words.saving);
  card.tell("saved", kept);
  assert.match(card.saved(), /^Saved /);
});

test("after eight seconds without a reply the card says so, keeps what was chosen and can send again", async () => {
  const card = await mounted("choice");
  const value = choose(1);
  card.submit();
  pass(7999);
  assert.equal(card.verdict(), "");
  pass(1);
  assert.ok(card.verdict().startsWith(card.words["no-reply"].split(".")[0]));
  assert.equal(card.saved(), "");
  pass(250);
  assert.deepEqual(card.sent.at(-1), { do: "draft", value });
  card.submit();
  assert.equal(card.answers().length, 2);
});

test("while what answers is still on its way, eight seconds are none to speak of", async () => {
  const card = await mounted("choice");
  card.given.isWaking = true;
  choose(1);
  card.submit();
  pass(60_000);
  assert.equal(card.verdict(), "");
  card.given.isWaking = false;
  pass(8000);
  assert.ok(card.verdict().startsWith(card.words["no-reply"].split(".")[0]));
});

test("a reply in time is waited for no longer", async () => {
  const card = await mounted("choice");
  card.submit();
  card.tell("state", card.judged);
  const told = card.verdict();
  pass(60_000);
  assert.equal(card.verdict(), told);
});

test("an answer that cannot be judged is told why, and stays", async () => {
  const card = await mounted("choice");
  choose(1);
  card.submit();
  card.tell("state", { answered: false, problem: "Choose one first.", n: 1 });
  assert.equal(card.verdict(), "Choose one first.");
  assert.equal(find("input:checked").value, [...document.querySelectorAll("input")][1].value);
});

test("the button says what it does: answer, try again, change", async () => {
  const card = await mounted("choice");
  const { words, judged } = card;
  const wrong = { ...judged, verdict: { ...judged.verdict, right: false } };
  assert.equal(card.button(), words.answer);
  card.tell("state", wrong);
  assert.equal(card.button(), words.again);
  card.tell("state", judged);
  assert.equal(card.button(), words.again);
  card.tell("state", { ...judged, verdict: { ...judged.verdict, right: null } });
  assert.equal(card.button(), words.change);
  choose(1);
  assert.equal(card.button(), words.answer);
});

test("an answer to an earlier version is told in its words", async () => {
  const card = await mounted("choice", { state: { answered: false, changed: true, before: "the old one" } });
  assert.ok(card.verdict().includes(card.words.before.replace("{words}", "the old one")));
});

test("a verdict that a view cannot draw costs nobody its reasons", (context) => {
  open("<div id=here></div>");
  const { task, blank, judged } = cardOf("choice");
  const error = context.mock.method(console, "error", () => {});
  /** @type {any} */
  let tell;
  /** @type {Line} */
  const line = {
    card: { task, state: blank, saved: kept }, send: () => {}, on: (listener) => { tell = listener; return () => {}; },
  };
  /** @type {Controls} */
  const controls = {
    node: document.createElement("div"), answer: () => "", show: () => {},
    judged: () => { throw new Error("cannot draw"); },
  };
  mount(line, find("#here"), () => controls);
  tell("state", judged);
  assert.ok(find(".verdict").textContent.startsWith(judged.verdict?.said[0].text.split(".")[0]));
  assert.equal(error.mock.callCount(), 1);
});

test("a view that fails once it stands on the page leaves nothing behind", () => {
  open("<div id=here></div>");
  const { task, blank } = cardOf("choice");
  const off = () => { ended.push("off"); };
  /** @type {string[]} */
  const ended = [];
  const line = { card: { task, state: blank, saved: kept }, send: () => {}, on: () => off };
  assert.throws(() => mount(line, find("#here"), () => ({
    node: document.createElement("div"), answer: () => "", show: () => {},
    attached: () => { throw new Error("cannot measure"); }, ended: () => { ended.push("view"); },
  })), /cannot measure/);
  assert.deepEqual([ended, alive.listeners.size], [["off", "view"], 0]);
});

// --- in a notebook -------------------------------------------------------------------------------

test("a view that throws is told in a notebook too, and the notebook goes on", () => {
  open("<div id=here></div>");
  const { task, blank } = cardOf("choice");
  const one = model({ task, state: blank, draft: null, saved: kept });
  const broken = widget(() => { throw new Error("cannot draw"); });
  const end = broken.render({ model: /** @type {Model} */ (one), el: find("#here") });
  assert.ok(find("#here").textContent.startsWith("This exercise cannot be shown."));
  end();
});

test("a card that a notebook shows again, and again, leaves nothing behind", () => {
  open("<div id=here></div>");
  const { task, blank, judged } = cardOf("choice");
  const one = model({ task, state: blank, draft: null, saved: kept });
  for (let n = 0; n < 3; n++) choice.render({ model: /** @type {Model} */ (one), el: find("#here") })();
  assert.deepEqual([one.count(), alive.listeners.size, alive.timers.size], [0, 0, 0]);
  const end = choice.render({ model: one, el: find("#here") });
  one.set("state", judged);
  assert.ok(find(".verdict").textContent.length > 20);
  end();
  assert.equal(one.count(), 0);
});

test("a card is one group, named by its title and described by what it asks", async () => {
  const { task } = await mounted("choice");
  const groups = [...document.querySelectorAll("[role=group], fieldset")];
  assert.equal(groups.length, 1);
  const [text, more] = ["labelledby", "describedby"].map((to) =>
    find(`#${groups[0].getAttribute(`aria-${to}`)}`).textContent.replace(/\s+/g, " ").trim());
  assert.equal(text, task.title);
  assert.equal(more, task.prompt.replace(/\s+/g, " ").trim());
});

test("what is true of a screen alone follows the question, as a part of it", async () => {
  const { task } = cardOf("choice");
  await mounted("choice", { task: { ...task, prompt: "Draw.", on_screen: "It is kept." } });
  assert.equal(find(".prompt").textContent, "Draw. It is kept.");
});
