// My answers, looked through: what fits is in sight, what does not is out of it, and how much fits is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./dom.js";

const PAGE = `<div class="finding">
  <select name="lesson"><option value="" selected></option><option value="00"></option><option value="01"></option></select>
  <select name="kind"><option value="" selected></option><option value="Sort"></option></select>
  <select name="went"><option value="" selected></option><option value="missed"></option><option value="unsure"></option></select>
  <select name="order"><option value="" selected></option><option value="time"></option></select>
  <input name="words" value=""><p data-found="Shown: {n}"></p></div>
<section data-ordered hidden><dl></dl></section>
<section data-lesson="00"><dl>
  <div data-kind="Sort" data-went="missed unsure" id="a" data-time="2027-02-01T10:00:00Z"><dt>Nine things</dt><dd>A missed visit</dd><dd class="does">Change</dd></div>
  <div data-kind="Choose" data-went=" " id="b" data-time="2027-03-01T10:00:00Z"><dt>The goal</dt><dd>Culture</dd></div></dl></section>
<section data-lesson="01"><dl>
  <div data-kind="Sort" data-went="missed " id="c" data-time="2027-02-02T10:00:00Z"><dt>Ramar</dt><dd>Älvhamn, ett besök</dd></div></dl></section>`;

open(PAGE);
const { find } = await import("../../course/pages/static/answers.js");

/** What is in sight when something is asked for. */
function sought(/** @type {Record<string, string>} */ asked) {
  open(PAGE);
  const finding = /** @type {Element} */ (document.querySelector(".finding"));
  for (const [name, value] of Object.entries(asked)) {
    /** @type {HTMLInputElement} */ (finding.querySelector(`[name=${name}]`)).value = value;
  }
  find(finding);
  const shown = [...document.querySelectorAll("[data-kind]")].filter((one) => !(/** @type {HTMLElement} */ (one).hidden)).map((one) => one.id).join("");
  const sections = [...document.querySelectorAll("section")].filter((one) => !one.hidden).length;
  return [shown, sections, document.querySelector("[data-found]")?.textContent];
}

test("all is in sight where nothing is asked for, and nothing is said of it", () => {
  assert.deepEqual(sought({}), ["abc", 2, ""]);
});

test("what fits is in sight, and a lesson without any is not", () => {
  assert.deepEqual(sought({ lesson: "01" }), ["c", 1, "Shown: 1"]);
  assert.deepEqual(sought({ kind: "Sort" }), ["ac", 2, "Shown: 2"]);
  assert.deepEqual(sought({ went: "unsure" }), ["a", 1, "Shown: 1"]);
  assert.deepEqual(sought({ kind: "Sort", went: "missed", lesson: "00" }), ["a", 1, "Shown: 1"]);
});

test("words are looked for in any order and size, in what was answered and not in what can be done", () => {
  assert.deepEqual(sought({ words: " besök  ÄLVHAMN " }), ["c", 1, "Shown: 1"]);
  assert.deepEqual(sought({ words: "change" }), ["", 0, "Shown: 0"]);
});

test("the latest comes first where that is asked for, and the lessons come back in their order", () => {
  assert.deepEqual(sought({ order: "time" }), ["bca", 1, ""]);
  assert.deepEqual(sought({ order: "time", lesson: "00" }), ["ba", 1, "Shown: 2"]);
  const finding = /** @type {Element} */ (document.querySelector(".finding"));
  for (const select of finding.querySelectorAll("select")) /** @type {HTMLSelectElement} */ (select).value = "";
  find(finding);
  assert.deepEqual([...document.querySelectorAll("section[data-lesson]")].map((one) => [...one.querySelectorAll("[data-kind]")].map(({ id }) => id).join("")), ["ab", "c"]);
});
