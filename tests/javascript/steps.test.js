// A lesson played step by step: which step is shown, where its buttons and keys lead, what is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { minutesLeft } from "../../course/pages/static/stepbar.js";
import { along, play, turned, wish } from "../../course/pages/static/steps.js";
import { find, open, pass } from "./dom.js";

/** @import { Step } from "#types" */

const WORDS = {
  "step-of": "{n} of {of}", "step-title": "{n} of {of}: {step}", "minutes-left": "{n} min left",
  "show-whole": "Whole", "show-steps": "Steps",
};

/** Five steps, of which the third and fourth are beside the short way; the last is the end. */
const STEPS = /** @type {Step[]} */ (["scene", "guess", "idea", "deck", "end"].map((kind, n) => (
  { id: `c${n}`, kind, title: `Step ${n}`, minutes: n + 0.4, core: n < 2 || n === 4 })));

/** A page of these steps; each has a text, and a card below it. It is drawn with the first one shown. */
function page(/** @type {{place?: string, hash?: string, way?: string, show?: string, readable?: Promise<unknown>, drawing?: Promise<unknown>}} */ { place, hash = "", way = "all", show = "steps", readable = Promise.resolve(), drawing = Promise.resolve() } = {}) {
  open(`<title>Lesson</title><p id=where></p><ol id=segments>${"<li></li>".repeat(5)}</ol><p id=step-left></p>
    <button data-way=short></button><button data-way=all></button><button id=whole></button>
    <ol id=of-lesson>${STEPS.map(({ id }) => `<li><a href="#${id}" data-to=${id}></a></li>`).join("")}</ol>
    <main>${STEPS.map(({ id }, n) => `<section class=step data-step=${id} ${n ? "" : "data-here"}><h2 class=heading tabindex=-1>${id}</h2>
      <section class=text id=${id}><a href="#x2" class=cited></a></section><div class=live id=x${id.slice(1)}><input></div>
      ${id === "c4" ? "<details class=more data-step=c9><summary></summary><section class=text id=c9></section></details>" : ""}
    </section>`).join("")}</main>
    <nav id=go><a id=back href="#"></a><a id=next href="#"></a><a id=onward href="/en/07" hidden></a></nav>`,
  `http://localhost/en/06${hash}`);
  document.title = "Lesson";
  localStorage.clear();
  wish.set("way", way);
  wish.set("show", show);
  /** @type {string[]} */
  const drawn = [];
  const played = play({ words: WORDS, place: place ? { cell: place } : null, steps: STEPS, readable }, (within) => {
    drawn.push(within.getAttribute("data-step") ?? "all");
    return drawing;
  });
  return { drawn, ...played };
}

const shown = () => [...document.querySelectorAll("section[data-step]")]
  .filter((one) => !one.hasAttribute("hidden")).map((one) => one.getAttribute("data-step"));
const where = () => [find("#where").textContent, find("#step-left").textContent];
const press = (/** @type {string} */ key, target = /** @type {any} */ (document.body)) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

test("the short way is the steps that belong to it, and what is left is at least a minute", () => {
  assert.deepEqual(along(STEPS, "short").map(({ id }) => id), ["c0", "c1", "c4"]);
  assert.equal(along(STEPS, "all").length, 5);
  assert.equal(minutesLeft(STEPS, 1), 12); // 1.4 + 2.4 + 3.4 + 4.4 = 11.6
  assert.equal(minutesLeft([{ ...STEPS[0], minutes: 0 }, STEPS[1]], 0), 1);
  assert.equal(minutesLeft([{ ...STEPS[0], minutes: 0 }, { ...STEPS[0], minutes: 0 }], 0), 1);
  assert.equal(minutesLeft(STEPS, 4), 0);
});

test("one step is shown, with where one is, how long is left and what comes before and after", async () => {
  const { drawn } = page();
  assert.deepEqual(shown(), ["c0"]);
  assert.deepEqual(where(), ["1 of 5", "12 min left"]);
  assert.equal(document.title, "1 of 5: Step 0 – Lesson");
  assert.equal(find("#back").hidden, true);
  find("#next").click();
  assert.deepEqual(shown(), ["c1"]);
  assert.equal(location.hash, "#c1");
  assert.equal(document.activeElement?.textContent, "c1");
  assert.equal(document.title, "2 of 5: Step 1 – Lesson");
  find("#back").click();
  assert.deepEqual(shown(), ["c0"]);
  assert.deepEqual(drawn, ["c0", "c1", "c0"]);
});

test("the short way leaves steps out, and choosing it from one of them goes to the one before", () => {
  page({ way: "short" });
  find("#next").click();
  find("#next").click();
  assert.deepEqual(shown(), ["c4"]);
  assert.deepEqual(where(), ["3 of 3", ""]);
  assert.equal(find("#next").hidden, true);
  assert.equal(find("#onward").hidden, false);
  page({ hash: "#c3" });
  find("[data-way=short]").click();
  assert.deepEqual(shown(), ["c1"]);
  assert.equal(wish.get("way"), "short");
});

test("an address leads to the step that the cell stands in, also beside the short way", () => {
  page({ way: "short", hash: "#x2" });
  assert.deepEqual(shown(), ["c2"]);
  assert.deepEqual(where()[0], "3 of 5");
  assert.equal(wish.get("way"), "short"); // it is the page that shows more, and not a wish
});

test("a step that was left half-way is opened again; whoever was at the end begins anew", () => {
  page({ place: "x1" });
  assert.deepEqual(shown(), ["c1"]);
  page({ place: "c4" });
  assert.deepEqual(shown(), ["c0"]);
  page({ place: "c9" }); // folded after the end
  assert.deepEqual(shown(), ["c4"]);
  assert.equal(/** @type {HTMLDetailsElement} */ (find("details.more")).open, true);
  page({ place: "gone" });
  assert.deepEqual(shown(), ["c0"]);
});

test("arrows turn, unless the focus is in a card or another key is held", () => {
  page();
  press("ArrowRight");
  assert.deepEqual(shown(), ["c1"]);
  press("ArrowRight", find("[data-step=c1] input"));
  assert.deepEqual(shown(), ["c1"]);
  assert.equal(turned(new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true })), 0);
  press("ArrowLeft");
  press("ArrowLeft"); // there is none before the first
  assert.deepEqual(shown(), ["c0"]);
});

test("a link in the text is an errand: its place is not kept", () => {
  const { cells } = page();
  find("#next").click();
  assert.deepEqual(cells().map(({ id }) => id), ["c1", "x1"]);
  find("[data-step=c1] .cited").click();
  assert.deepEqual(shown(), ["c2"]);
  assert.deepEqual(cells(), []);
  find("#next").click();
  assert.deepEqual(cells().map(({ id }) => id), ["c3", "x3"]);
});

test("what is printed is all of the lesson, with the cards of every step", () => {
  const { drawn } = page();
  window.dispatchEvent(new Event("beforeprint"));
  assert.deepEqual(drawn, ["c0", "all", "c9"]);
});

test("the whole lesson stands on one page when that is asked for, and keys turn nothing", () => {
  const { drawn, cells } = page({ place: "c2" });
  find("#whole").click();
  assert.deepEqual(shown(), STEPS.map(({ id }) => id));
  assert.equal(document.title, "Lesson");
  assert.equal(find("#whole").textContent, "Steps");
  press("ArrowRight");
  assert.equal(drawn.at(-1), "all");
  assert.equal(/** @type {HTMLDetailsElement} */ (find("details.more")).open, true);
  assert.equal(cells().at(-1)?.id, "c9");
  assert.equal(wish.get("show"), "whole");
  find("#whole").click();
  assert.deepEqual(shown(), ["c2"]);
  assert.deepEqual(cells().map(({ id }) => id), ["c2", "x2"]);
});

test("of the whole lesson the first step is alone until it can be read and the cards are drawn", async () => {
  const isAlone = () => document.documentElement.dataset.first !== undefined;
  let read = () => {};
  const readable = new Promise((/** @type {(value?: undefined) => void} */ done) => { read = done; });
  const { shown: whole } = page({ show: "whole", readable });
  assert.equal(isAlone(), true);
  read();
  await whole;
  assert.equal(isAlone(), false);
  page({ show: "whole", drawing: new Promise(() => {}) }); // cards that are long in coming
  await new Promise(setImmediate);
  assert.equal(isAlone(), true);
  pass(300);
  await new Promise(setImmediate);
  assert.equal(isAlone(), false);
  page({ show: "whole", place: "c0", readable: new Promise(() => {}) }); // it was left where it begins
  assert.equal(isAlone(), true);
  for (const other of [{ show: "whole", hash: "#c2" }, { show: "whole", place: "x1" }, { show: "steps" }]) {
    page({ ...other, readable: new Promise(() => {}) }); // what is opened elsewhere is not kept waiting
    assert.equal(isAlone(), false);
  }
});
