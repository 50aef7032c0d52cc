// The puzzle of two departments: ties by pressing, by lists, taken away, and what is told of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find, mounted, pass } from "./dom.js";

const person = (/** @type {number} */ side, /** @type {number} */ i) =>
  /** @type {HTMLElement} */ (document.querySelectorAll(".column")[side].querySelectorAll("button")[i]);
const news = () => find(".news").textContent;

/** The ties that would be sent. */
function ties(/** @type {{submit: () => void, answers: () => any[], tell: any, judged: any}} */ card) {
  card.submit();
  const { answer } = card.answers().at(-1);
  card.tell("state", { answered: false, problem: "not now" });
  return answer;
}

function tie(/** @type {number} */ a, /** @type {number} */ b) {
  person(0, a).click();
  person(1, b).click();
}

test("pressing one in each column places a tie, pressing them again takes it away", async () => {
  const card = await mounted("network");
  tie(2, 1);
  assert.ok(news().startsWith(card.words["tie-placed"].replace("{from}", "Johan").replace("{to}", "Hawa")));
  assert.deepEqual(ties(card), [[2, 1]]);
  person(1, 1).click(); // the other end first
  assert.equal(person(1, 1).getAttribute("aria-pressed"), "true");
  person(0, 2).click();
  assert.deepEqual(ties(card), []);
});

test("to try again tells of no tie that stands there no longer", async () => {
  const card = await mounted("network");
  tie(0, 0);
  assert.notEqual(news(), "");
  card.tell("state", card.judged);
  pass(60_000);
  card.submit();
  assert.equal(card.button(), card.words[card.task.button]);
  assert.equal(news(), "");
});

test("a tie is kept as something begun, and so is taking it back", async () => {
  const card = await mounted("network");
  tie(0, 0);
  pass(250);
  find(".row button.quiet").click();
  pass(250);
  assert.deepEqual(card.sent, [{ do: "draft", value: [[0, 0]] }, { do: "draft", value: [] }]);
});

test("two lists and a button place a tie too, once, and never more than there are", async () => {
  const card = await mounted("network");
  const { ties: most } = /** @type {any} */ (card.task);
  const [from, to] = /** @type {any} */ (document.querySelectorAll("select"));
  for (let i = 0; i <= most; i++) {
    from.value = String(i % 4);
    to.value = String(i < 4 ? 3 : 2);
    find(".place button").click();
  }
  assert.ok(news().startsWith(card.words["no-ties-left"]));
  assert.equal(ties(card).length, most);
  from.value = "0";
  to.value = "3";
  find(".place button").click();
  assert.ok(news().includes("Mehmet"));
  assert.equal(ties(card).length, most);
});

test("undo goes back one step at a time, and a button that goes hands the focus on", async () => {
  const card = await mounted("network");
  tie(0, 0);
  const [undo, clear] = /** @type {any} */ ([...document.querySelectorAll(".row button.quiet")]);
  clear.focus();
  clear.click();
  assert.deepEqual(ties(card), []);
  assert.equal(document.activeElement, undo);
  undo.click();
  assert.deepEqual(ties(card), [[0, 0]]);
  undo.click();
  assert.equal(undo.disabled, true);
  assert.equal(document.activeElement, person(0, 0));
});

test("what has spread stands at each person and in the table, until a tie is changed", async () => {
  const card = await mounted("network");
  card.tell("state", card.judged); // rounds: nobody, Luis, Hawa too, all four (cards.py)
  const rows = () => [...document.querySelectorAll("tbody tr")].map((row) => row.lastElementChild?.textContent);
  const rounds = [1, 2, 3, 3].map((n) => card.words["in-round"].replace("{n}", String(n)));
  assert.deepEqual(rows().slice(4), rounds);
  assert.deepEqual(rows().slice(0, 4), Array(4).fill(card.words["from-start"]));
  assert.ok(card.verdict().endsWith(card.words["spread-to"]
    .replace("{n}", "4").replace("{all}", "4").replace("{unit}", "Residential care")));
  tie(3, 3);
  assert.deepEqual(rows().slice(4), Array(4).fill(card.words.never));
});

test("a line is drawn for each tie when the page has laid out", async () => {
  await mounted("network");
  tie(0, 0);
  tie(1, 1);
  pass(16);
  assert.equal(document.querySelectorAll(".board line").length, 2);
});
