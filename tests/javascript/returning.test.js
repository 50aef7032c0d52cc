// What meets who comes back: things asked anew one by one, a promise and how it went, a day of the plan.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { find, open } from "./dom.js";
import { Wire } from "./wire.js";

const YAML = readFileSync(new URL("../../course/words/return.yml", import.meta.url), "utf8");

/** The page's words: each says its own name, with what is filled in behind it. */
function wordsOf(/** @type {string} */ room) {
  return Object.fromEntries([...YAML.matchAll(new RegExp(`^${room}\\.([\\w-]+):((?:.|\\n {2})*)`, "gm"))]
    .map(([, name, texts]) => [name, [name, ...new Set(texts.match(/\{\w+\}/g) ?? [])].join(" ")]));
}

const words = Object.fromEntries(["recall", "monday", "follow", "yours"].map((room) => [room, wordsOf(room)]));
const files = new URL("../../course", import.meta.url).href;
const CARD = {
  lesson: "06", exercise: "wall", item: "a", from: "Lesson 6, yesterday", title: "The wall", prompt: "Which?", text: "Units <b>meet</b>",
  options: [{ id: "yes", text: "Yes" }, { id: "no", text: "No" }],
};
const PLEDGE = { id: "p", lesson: "06", from: "Lesson 6", words: "Ask Karin", day: "2026-11-30", dated: "30 November 2026", due: true, outcome: null };

let pages = 0;

/** The page of somebody who comes back to this. */
async function page(/** @type {any} */ more = {}) {
  const data = {
    language: "en", files, line: "/line", engine: "", plan: "/plan", certificate: "", cards: [], yours: {}, promised: null, asked: null, follow: null, words, ...more,
  };
  open(`<main><div id=anew></div><section id=asked></section><section id=follow></section><section id=promise></section></main>
    <script type="application/json" id=returning>${JSON.stringify(data)}</script>`);
  Wire.install();
  await import(`../../course/pages/static/returning.js?page=${++pages}`);
  Wire.latest.open();
}

const press = (/** @type {string} */ text) => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent === text);
  assert.ok(button, text);
  button.click();
};
const last = () => Wire.latest.sent.at(-1);
const focused = () => /** @type {any} */ (document.activeElement);

test("one thing is asked at a time, judged once, and how it went is told at the end", async () => {
  await page({ cards: [CARD, { ...CARD, exercise: "broker", item: "b" }] });
  assert.equal(find(".thing").textContent, "Units <b>meet</b>");
  const [yes, no] = document.querySelectorAll("#anew .answers button");
  /** @type {any} */ (yes).click();
  /** @type {any} */ (no).click(); // too late
  const asked = Wire.latest.sent.filter(({ message }) => message.do === "recall");
  assert.deepEqual(asked.map(({ exercise, message }) => [exercise, message.lesson, message.item, message.answer]), [["wall", "06", "a", "yes"]]);
  Wire.latest.tell("wall", "recalled", { right: true, answer: "yes", key: "yes", text: "They do.", lead: "", back: "Back on Friday." });
  assert.match(find(".told").textContent, /remembered.*They do\.Back on Friday\./);
  assert.ok(yes.classList.contains("key") && !no.classList.contains("key"));
  assert.equal(focused().textContent, "next");
  press("next");
  assert.equal(focused(), find("#anew-thing"));
  find("#anew").dispatchEvent(new KeyboardEvent("keydown", { key: "2", ctrlKey: true })); // the browser's own
  assert.equal(last().message.exercise ?? last().exercise, "wall");
  find("#anew").dispatchEvent(new KeyboardEvent("keydown", { key: "2" }));
  assert.deepEqual([last().exercise, last().message.answer], ["broker", "no"]);
  Wire.latest.tell("broker", "recalled", { right: false, answer: "no", key: "yes", text: "They do.", lead: "", back: "Tomorrow." });
  assert.match(find(".told").textContent, /forgotten/);
  press("finish");
  assert.equal(find(".thing").textContent, "done 1 2");
  assert.equal(focused(), find(".thing"));
});

test("from its day on a promise is asked about, and the answer goes with its line", async () => {
  await page({ asked: PLEDGE });
  assert.equal(find("#asked-title").textContent, "how"); // 30 November 2026 is a Monday
  find("#asked-line").value = "She said yes";
  press("done");
  assert.deepEqual([last().exercise, last().message.do, last().message.promise, last().message.answer, last().message.words],
    ["promise", "outcome", "p", "done", "She said yes"]);
  Wire.latest.tell("promise", "promised", { promise: { ...PLEDGE, outcome: { answer: "done", words: "She said yes" } } });
  assert.equal(focused().textContent, "thanks-done");
  assert.equal(find("#asked a").getAttribute("href"), "/plan");
  assert.equal(document.querySelectorAll("#asked button, #asked input").length, 0);
});

test("before its day a promise stands there with its calendar, and asks nothing", async () => {
  await page({ asked: { ...PLEDGE, due: false, day: "2026-12-01", lesson: "06 & more" } });
  assert.equal(find("#asked-title").textContent, "title-day 30 November 2026");
  assert.equal(find("#asked a").getAttribute("href"), "/plan?download=calendar&lesson=06%20%26%20more");
  assert.equal(document.querySelectorAll("#asked button").length, 0);
});

test("a day of the plan asks what happened: nothing empty is sent, what cannot be kept is told, later is an answer", async () => {
  const follow = { field: "day-30-outcome", days: 30, passed: 31, started: "30 October 2026", title: "The plan", planned: "<i>Counted</i>" };
  await page({ follow });
  assert.equal(find("#follow .thing").textContent, "<i>Counted</i>");
  press("save");
  assert.equal(find("#follow .problem").textContent, "empty");
  assert.equal(focused(), find("#follow-words"));
  assert.equal(Wire.latest.sent.filter(({ message }) => message.do === "plan").length, 0);
  find("#follow-words").value = "  Two weeks counted ";
  press("save");
  assert.deepEqual([last().exercise, last().message.field, last().message.words], ["plan-day-30-outcome", "day-30-outcome", "Two weeks counted"]);
  Wire.latest.tell("plan-day-30-outcome", "planned", { problem: "Too long.", page: {}, field: "day-30-outcome" });
  assert.equal(find("#follow .problem").textContent, "Too long.");
  assert.equal(find("#follow-words").value, "  Two weeks counted ");
  press("save");
  Wire.latest.tell("plan-day-30-outcome", "planned", { problem: "", page: {}, field: "day-30-outcome" });
  assert.equal(focused().textContent, "saved");
  await page({ follow: { ...follow, planned: "" } });
  assert.equal(document.querySelectorAll("#follow .thing").length, 0);
  press("not-now");
  assert.equal(last().message.words, "");
  Wire.latest.tell("plan-day-30-outcome", "planned", { problem: "", page: {}, field: "day-30-outcome" });
  assert.equal(focused().textContent, "later");
});

test("a promise is made with the suggestion, told why where it cannot be, and changed", async () => {
  const promised = { lesson: "06", suggestion: "Call somebody", monday: "2026-12-07", today: "2026-11-30", promise: null };
  await page({ promised, yours: { problem: "Nine faces" } });
  assert.equal(find("#promise .note").textContent, "problem Nine faces monday");
  assert.deepEqual([find("#promise-words").value, find("#promise-day").value, find("#promise-day").min], ["Call somebody", "2026-12-07", "2026-11-30"]);
  find("#promise-words").value = "";
  press("promise");
  Wire.latest.tell("promise", "promised", { problem: "Write something." });
  assert.equal(find("#promise .problem").textContent, "Write something.");
  find("#promise-words").value = "Call Karin";
  press("promise");
  assert.deepEqual([last().message.lesson, last().message.words, last().message.day], ["06", "Call Karin", "2026-12-07"]);
  const made = { ...PLEDGE, words: "Call Karin", day: "2026-11-23", due: false };
  Wire.latest.tell("promise", "promised", { promise: made });
  assert.equal(find("#promise .thing").textContent, "Call Karin");
  assert.equal(focused(), find("#promise-title"));
  press("change");
  assert.equal(focused(), find("#promise-words"));
  // A day that has passed cannot be promised again: the next Monday stands there.
  assert.deepEqual([find("#promise-words").value, find("#promise-day").value], ["Call Karin", "2026-12-07"]);
});
