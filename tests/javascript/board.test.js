// A budget board of the kind choices: a total that runs along, and no more than fits.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardOf, find, mounted } from "./dom.js";

/** A board over the documentation's options: 90 kronor and two places. */
async function board(answer = /** @type {string[] | null} */ (null)) {
  const { task } = /** @type {any} */ (cardOf("choices"));
  const ids = task.options.map((/** @type {{id: string}} */ one) => one.id);
  const costs = Object.fromEntries(ids.map((/** @type {string} */ id, /** @type {number} */ i) => [id, [50, 60, 40, 0, 30][i]]));
  task.together = true;
  task.board = { budget: 90, most: 2, costs };
  return mounted("choices", { task, ...(answer ? { draft: answer.map((place) => ids[Number(place)]) } : {}) });
}

const boxes = () => /** @type {any[]} */ ([...document.querySelectorAll(".trial input")]);
const press = (/** @type {number} */ i) => {
  const box = boxes()[i];
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
};
const told = () => find(".budget .news").textContent;
const left = () => find(".sums .left").textContent;

test("what is put on is added up, and what is left is told", async () => {
  const { words } = await board();
  assert.equal(left(), words["board-left"].replace("{left}", "SEK 90"));
  press(0);
  assert.equal(left(), words["board-left"].replace("{left}", "SEK 40"));
  assert.equal(document.querySelectorAll(".slots .empty").length, 1);
  press(2); // exactly what is left
  assert.equal(left(), words["board-left"].replace("{left}", "SEK 0"));
  assert.equal(document.querySelectorAll(".bar i").length, 2);
  press(0);
  assert.equal(told(), words["board-taken"].replace("{left}", "SEK 50"));
});

test("more than there is money for is refused in words, and so is one too many", async () => {
  const { words, submit, answers } = await board();
  press(0);
  press(1);
  assert.equal(boxes()[1].checked, false);
  assert.equal(told(), words["board-too-dear"].replace("{cost}", "SEK 60").replace("{left}", "SEK 40"));
  press(3);
  press(2);
  assert.equal(boxes()[2].checked, false);
  assert.equal(told(), words["board-full"].replace("{most}", "2"));
  submit();
  assert.equal(answers()[0].answer.length, 2);
});

test("a place on the board gives back its trial, and the focus goes to its card", async () => {
  await board();
  press(2);
  find(".slots .off").click();
  assert.equal(boxes()[2].checked, false);
  assert.equal(document.activeElement, boxes()[2]);
});

test("an earlier answer that has no room stands there, and says how much too much it is", async () => {
  const { words } = await board(["0", "1"]);
  assert.equal(left(), words["board-over"].replace("{over}", "SEK 20"));
  press(1);
  assert.equal(left(), words["board-left"].replace("{left}", "SEK 40"));
});

// --- by hand ---------------------------------------------------------------------------------------

/** A pointer pressed on something, moved to where it is let go. The board is from 0 to 100, both ways. */
function drag(/** @type {any} */ taken, /** @type {number} */ to, pointerType = "mouse") {
  find(".board").getBoundingClientRect = () => ({ left: 0, right: 100, top: 0, bottom: 100 });
  const at = (/** @type {string} */ name, /** @type {number} */ place) =>
    taken.dispatchEvent(Object.assign(new Event(name, { bubbles: true }), { pointerType, button: 0, clientX: place, clientY: place }));
  at("pointerdown", 300);
  at("pointermove", to);
  const held = taken.classList.contains("held");
  at("pointerup", to);
  return held;
}

test("an option is dragged onto the board, and off it; beside it nothing happens", async () => {
  await board();
  const [first] = document.querySelectorAll(".trial .opt");
  assert.equal(drag(first, 200), true); // beside
  assert.equal(boxes()[0].checked, false);
  drag(first, 50);
  assert.equal(boxes()[0].checked, true);
  drag(find(".slots li:not(.empty)"), 50); // within
  assert.equal(boxes()[0].checked, true);
  drag(find(".slots li:not(.empty)"), 200);
  assert.equal(boxes()[0].checked, false);
});

test("what is dragged and has no room is refused in the same words", async () => {
  const { words } = await board(["0"]);
  drag([...document.querySelectorAll(".trial .opt")][1], 50);
  assert.equal(boxes()[1].checked, false);
  assert.equal(told(), words["board-too-dear"].replace("{cost}", "SEK 60").replace("{left}", "SEK 40"));
});

test("a finger that moves scrolls the page, and a press after a drag is no press", async () => {
  await board();
  const [first] = document.querySelectorAll(".trial .opt");
  assert.equal(drag(first, 50, "touch"), false);
  assert.equal(boxes()[0].checked, false);
  drag(first, 50);
  const click = () => first.dispatchEvent(new Event("click", { bubbles: true, cancelable: true }));
  assert.deepEqual([click(), click()], [false, true]); // the first belongs to the drag
});

test("after a drag that the browser made no press of, a key presses as ever", async () => {
  await board();
  const [first] = document.querySelectorAll(".trial .opt");
  drag(first, 50);
  const click = (/** @type {number} */ detail) =>
    first.dispatchEvent(Object.assign(new Event("click", { bubbles: true, cancelable: true }), { detail }));
  assert.deepEqual([click(0), click(1)], [true, false]); // UI Events: of a click that no pointer made, detail is 0
});
