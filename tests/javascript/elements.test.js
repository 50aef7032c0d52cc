// Text as paragraphs, in which no line parts a figure from what it belongs to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted } from "./dom.js";
import { paragraphs } from "../../course/widgets/static/elements.js";

const read = async (/** @type {string} */ text) => {
  await mounted("order"); // a page to put them in
  return paragraphs(text).map((one) => one.textContent?.replaceAll("\u00a0", "_"));
};

test("an empty line parts paragraphs", async () => {
  assert.deepEqual(await read("One.\n\nTwo.\n"), ["One.", "Two."]);
});

test("thousands, sections and amounts stay on one line; years and words do not", async () => {
  assert.deepEqual(await read("22 000 av 1 336 900, 19 a kap. 25 a § och 3 §§"), ["22_000 av 1_336_900, 19 a_kap. 25 a_§ och 3_§§"]);
  assert.deepEqual(await read("ch. 4 s. 1, ss. 3 and 4, SEK 90,000"), ["ch._4 s._1, ss._3 and 4, SEK_90,000"]);
  assert.deepEqual(await read("år 2009 300 personer i 10 grupper"), ["år 2009 300 personer i 10 grupper"]);
});
