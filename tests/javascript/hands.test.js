// A question to a room: hands that are typed in become shares, and the answer waits to be shown.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { open } from "./dom.js";

/** @import { Answer } from "../../course/pages/static/hands.js" */

const WORDS = {
  hands: "Hands for: {text}", more: "One more for: {text}", counted: "{n} hands", "counted-one": "1 hand", none: "Count",
  share: "{n}%", holds: "Holds best", why: "Why?", "why-of": "Why: {text}", clear: "Clear",
};
/** @type {Answer[]} */
const OPTIONS = [
  { id: "a", text: "Ask", right: false, why: "Because not." },
  { id: "b", text: "Tell", right: true, why: "Because so." },
  { id: "c", text: "Wait", right: false, why: "Because late." },
];

/** @type {Map<string, number>} */
let hands;
beforeEach(() => { open(); hands = new Map(); });

async function made() {
  const parts = await import("../../course/widgets/static/parts.js");
  const { showOfHands } = await import("../../course/pages/static/hands.js");
  const asked = showOfHands(parts, { id: "q", text: "What now?", options: OPTIONS }, hands, WORDS, "x");
  document.body.append(asked.node);
  const fields = /** @type {HTMLInputElement[]} */ ([...asked.node.querySelectorAll("input")]);
  const type = (/** @type {number} */ n, /** @type {string} */ value) => {
    fields[n].value = value;
    fields[n].dispatchEvent(new Event("input", { bubbles: true }));
  };
  const texts = (/** @type {string} */ which) => [...asked.node.querySelectorAll(which)].map((one) => one.textContent);
  return { asked, fields, type, texts };
}

test("shares of the hands that were typed in", async () => {
  const { type, texts } = await made();
  assert.deepEqual(texts(".total"), ["Count"]);
  type(0, "3");
  type(1, "1");
  assert.deepEqual(texts(".share"), ["75%", "25%", "0%"]); // 3, 1 and 0 of 4
  assert.deepEqual(texts(".total"), ["4 hands"]);
});

test("what is no number of hands counts as none, and no room has more than 999", async () => {
  const { type } = await made();
  for (const odd of ["-4", "x", ""]) {
    type(0, odd);
    assert.equal(hands.get("a"), 0);
  }
  type(0, "123456");
  assert.equal(hands.get("a"), 999);
});

test("a hand more by a press, and all gone by another", async () => {
  const { asked, fields, texts } = await made();
  /** @type {HTMLButtonElement[]} */
  const more = [...asked.node.querySelectorAll(".count button:last-child")].map((one) => /** @type {any} */ (one));
  more[2].click();
  assert.equal(fields[2].value, "1");
  assert.deepEqual(texts(".total"), ["1 hand"]);
  /** @type {HTMLButtonElement} */ (asked.node.querySelector(".sum button")).click();
  assert.deepEqual(fields.map(({ value }) => value), ["0", "0", "0"]);
  assert.equal(hands.size ? [...hands.values()].reduce((sum, n) => sum + n) : 0, 0);
});

test("nothing tells what holds before it is revealed; then each answer tells why", async () => {
  const { asked, texts } = await made();
  const shown = () => [...asked.node.querySelectorAll(".mark, .ask")].filter((one) => !(/** @type {HTMLElement} */ (one).hidden));
  assert.equal(shown().length, 0);
  assert.deepEqual(texts(".why"), [""]);
  asked.reveal(true);
  assert.deepEqual(texts(".holds .words span"), ["Tell"]);
  assert.deepEqual(texts(".why p"), ["Because so."]);
  /** @type {HTMLButtonElement} */ (asked.node.querySelector(".ask")).click();
  assert.deepEqual(texts(".why p"), ["Because not."]);
  asked.reveal(false);
  assert.equal(shown().length, 0);
  assert.deepEqual(texts(".why"), [""]);
});

test("a model opens on what most hands were for, and on what holds where nobody raised one", async () => {
  const { asked, type } = await made();
  assert.equal(asked.leading(), "b");
  type(2, "5");
  type(0, "4");
  assert.equal(asked.leading(), "c");
});
