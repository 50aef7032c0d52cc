// A lesson's page as the browser runs it: its cards, its figures, its head, its line.

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { cardOf, find, JOINED, KINDS, open, pass } from "./dom.js";
import { Wire } from "./wire.js";

// The addresses that a server has: the kinds' views, and one that fails when it is drawn.
const files = mkdtempSync(join(tmpdir(), "course-"));
for (const kind of ["choice", "broken"]) mkdirSync(join(files, "kinds", kind), { recursive: true });
writeFileSync(join(files, "package.json"), '{"type": "module"}');
const view = new URL("../../course/kinds/choice/view.js", import.meta.url).href;
writeFileSync(join(files, "kinds", "choice", "view.js"), `export { default } from ${JSON.stringify(view)};`);
writeFileSync(join(files, "kinds", "broken", "view.js"), 'export default { mount() { throw new Error("cannot draw"); } };');

const WORDS = { "engine-gone-title": "Gone", "engine-gone": "Wait." };

let pages = 0;

/** Open a page with three exercises: `a` and `c` are choices, `b` is as given. */
async function lesson(/** @type {any} */ more = {}, /** @type {any} */ second = undefined, hash = "", script = "../../course/pages/static/lesson.js") {
  const { task, blank } = cardOf("choice");
  const saved = { kept: true, words: "Kept" };
  const card = (/** @type {string} */ exercise) => ({ task: { ...task, exercise, words: undefined }, state: blank, saved });
  const data = {
    line: "/line", engine: "", plan: "plan", certificate: "certificate", files: pathToFileURL(files).href, lesson: "06", language: "en", answered: [], place: null, moved: {}, steps: [],
    words: { card: task.words, view: WORDS },
    cards: { a: card("a"), b: second ?? card("b"), c: card("c") },
    ...more,
  };
  open(`<a id=twin href="/sv/06"></a><span id=saved></span><span id=left></span><progress id=bar max=100></progress>
    <nav class=rail><a data-lesson=05></a><a data-lesson=06></a></nav>
    <main id=content tabindex=-1><p id=resume hidden><a href="#"></a><span></span></p>
    <div id=engine hidden><b></b><p></p><button></button></div>
    ${["a", "b", "c"].map((id) => `<div class=live data-exercise=${id} aria-busy=true></div>`).join("")}
    <details data-after=a id=after-a></details><details data-after=b id=after-b></details></main>
    <script type="application/json" id=lesson>${JSON.stringify(data)}</script>`, `http://localhost/en/06${hash}`);
  Wire.install();
  await import(`${script}?page=${++pages}`);
  Wire.latest.open();
  return cardOf("choice").judged;
}

const live = () => [...document.querySelectorAll(".live")].map((place) => place.querySelector("h3") !== null);
const opened = () => ["a", "b"].filter((id) => find(`#after-${id}`).open);

test("every card is drawn, and the page says that it is alive", async () => {
  await lesson();
  assert.deepEqual(live(), [true, true, true]);
  assert.equal(document.querySelectorAll("[aria-busy]").length, 0);
  assert.equal(document.documentElement.dataset.live, "true");
});

/** A folder of files as a server or a built course has it: what a lesson loads is in a few. */
function joined(/** @type {Record<string, string>} */ more = {}) {
  const folder = mkdtempSync(join(tmpdir(), "course-"));
  for (const [name, text] of Object.entries({ "package.json": '{"type": "module"}', ...JOINED, ...more })) writeFileSync(join(folder, name), text);
  return pathToFileURL(folder).href;
}

test("the views of all kinds are in one file", async () => {
  const { default: views } = await import(`${joined()}/views.js`);
  assert.deepEqual(Object.keys(views).sort(), [...KINDS].sort());
  for (const view of Object.values(views)) assert.equal(typeof view.mount, "function");
});

test("a lesson is drawn from its few files, and asks for no other", async () => {
  const folder = joined(); // in which there are no others
  await lesson({ files: folder }, undefined, "", `${folder}/lesson.js`);
  await pass(0);
  for (let turn = 0; !document.documentElement.dataset.live && turn < 5000; turn++) await new Promise(setImmediate);
  assert.deepEqual(live(), [true, true, true]);
});

test("a lesson whose file of views cannot be had asks for them one by one", async (context) => {
  context.mock.method(console, "error", () => {});
  writeFileSync(join(files, "views.js"), "const broken = ;");
  await lesson();
  assert.deepEqual(live(), [true, true, true]);
});

test("a view that fails while it is drawn says so in its place, and the others go on", async (context) => {
  const error = context.mock.method(console, "error", () => {});
  const judged = await lesson({}, { task: { ...cardOf("choice").task, kind: "broken" }, state: { answered: false } });
  assert.deepEqual(live(), [true, false, true]);
  assert.equal(document.querySelectorAll(".live")[1].textContent, cardOf("choice").task.words["not-drawn"]);
  assert.equal(error.mock.callCount(), 1);
  Wire.latest.tell("c", "state", judged);
  assert.ok(find(".verdict", document.querySelectorAll(".live")[2]).textContent.length > 20);
});

test("an exercise whose file has faults says which, and the others are drawn", async () => {
  await lesson({}, { problem: "Line 3: options are missing." });
  assert.deepEqual(live(), [true, false, true]);
  assert.equal(document.querySelectorAll(".live")[1].textContent, "Line 3: options are missing.");
});

test("an answer opens the figure that waits for it, and no other", async () => {
  const judged = await lesson();
  assert.deepEqual(opened(), []);
  Wire.latest.tell("a", "state", { answered: false, problem: "not an answer" });
  Wire.latest.tell("c", "state", judged);
  assert.deepEqual(opened(), []);
  Wire.latest.tell("a", "state", judged);
  assert.deepEqual(opened(), ["a"]);
});

test("a figure whose question was answered on an earlier visit is open, and no other", async () => {
  await lesson({ answered: ["b"] });
  assert.deepEqual(opened(), ["b"]);
});

test("what a card sends goes out under its exercise", async () => {
  await lesson();
  find("form", document.querySelectorAll(".live")[2]).dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(Wire.latest.sent.map(({ exercise, message }) => [exercise, message.do]), [["c", "answer"]]);
});

test("the head tells what is done and what is saved", async () => {
  await lesson();
  Wire.latest.tell("a", "standing", { left: "3 h left", percent: 40, done: ["05"] });
  Wire.latest.tell("a", "saved", { kept: false, words: "Not kept: the disk is full", n: 1 });
  assert.equal(find("#left").textContent, "3 h left");
  assert.equal(find("#bar").value, 40);
  assert.deepEqual([...document.querySelectorAll(".rail .done")].map((one) => one.getAttribute("data-lesson")), ["05"]);
  assert.equal(find("#saved").textContent, "Not kept: the disk is full");
});

test("a line that is down is told, and the focus is not lost when it is back", async () => {
  await lesson();
  Wire.latest.close();
  pass(1500);
  assert.equal(find("#engine").hidden, false);
  assert.equal(find("#engine b").textContent, "Gone");
  find("#engine button").focus();
  const before = Wire.all.length;
  Wire.latest.close();
  find("#engine button").click();
  assert.equal(Wire.all.length, before + 1);
  Wire.latest.open();
  assert.equal(find("#engine").hidden, true);
  assert.equal(document.activeElement, find("#content"));
});

test("whoever works in a card when the line comes back is not taken from it", async () => {
  await lesson();
  Wire.latest.close();
  pass(1500);
  find("input").focus();
  Wire.latest.open();
  assert.equal(find("#engine").hidden, true);
  assert.equal(document.activeElement, find("input"));
});

test("whoever closes the page while an answer waits is asked first", async () => {
  await lesson();
  const leave = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.equal(leave(), false);
  find("form").dispatchEvent(new Event("submit", { cancelable: true }));
  assert.equal(leave(), true);
  Wire.latest.tell("a", "saved", { kept: true, words: "Kept", n: 1 });
  assert.equal(leave(), false);
});

test("a link to a cell of an earlier version leads to where that is now", async () => {
  await lesson({ moved: { c9: "content" } }, undefined, "#c9");
  assert.equal(location.hash, "#content");
});
