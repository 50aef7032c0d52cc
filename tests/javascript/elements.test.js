// Text as paragraphs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { mounted } from "./dom.js";
import { paragraphs } from "../../course/widgets/static/elements.js";

const read = async (/** @type {string} */ text) => {
  await mounted("order"); // a page to put them in
  return paragraphs(text).map((one) => one.textContent);
};

test("an empty line parts paragraphs", async () => {
  assert.deepEqual(await read("One.\n\nTwo.\n"), ["One.", "Two."]);
});
