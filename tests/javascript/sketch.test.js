// A network of one's own: parties put out, tied, marked and taken away, by presses, by keys and in the
// table; back and forth; what is asked of the session; what was begun comes back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { laidOut } from "../../course/kinds/sketch/places.js";
import { cardOf, find, mounted, pass } from "./dom.js";

const { goals, own, parties: often } = /** @type {any} */ (cardOf("sketch").task);
const news = () => find(".news").textContent;
const mark = (/** @type {string} */ id) => find(`[data-party="${id}"]`);
const press = (/** @type {Element} */ target) => target.dispatchEvent(new Event("click", { bubbles: true }));
const key = (/** @type {Element} */ target, /** @type {string} */ name) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
const named = (/** @type {string} */ text) =>
  /** @type {any} */ ([...document.querySelectorAll("button")].find((one) => one.textContent === text));
const listed = () => [...document.querySelectorAll(".made li > span")].map((one) => one.textContent);

/** What the session was asked last. */
const looked = (/** @type {{sent: any[]}} */ { sent }) => sent.filter((one) => one.do === "look").at(-1).setting;

/** Write a name in the field, and put it out by Enter. */
function put(/** @type {string} */ name, where = "outside") {
  find(".putting select").value = where;
  find(".putting input").value = name;
  key(find(".putting input"), "Enter");
}

/** A card on which two common parties stand. */
async function begun() {
  const card = await mounted("sketch");
  for (let i = 0; i < 2; i++) find(".often:not([hidden])").click();
  return card;
}

test("one press puts out a common party, once", async () => {
  const card = await begun();
  assert.deepEqual(looked(card).parties.map((/** @type {any} */ one) => one.name),
    [own, often[0].text, often[1].text]);
  assert.equal(document.activeElement, find(".often:not([hidden])"));
  put(often[0].text.toUpperCase());
  assert.equal(looked(card).parties.length, 3);
  assert.ok(news().includes(often[0].text.toUpperCase()));
});

test("Enter puts out a name and does not send the card; twelve have room", async () => {
  const card = await mounted("sketch");
  put("");
  assert.equal(news(), card.words["sketch-write"]);
  for (let i = 0; i < 12; i++) put(`Role ${i}`, "inside");
  assert.equal(looked(card).parties.length, 12);
  assert.ok(looked(card).parties.every((/** @type {any} */ one) => one.inside));
  assert.ok(news().includes("12"));
  assert.deepEqual(card.answers(), []);
});

test("two presses make a tie of the strength picked, two more another, and cutting takes it", async () => {
  const card = await begun();
  press(mark("p2"));
  press(mark("p1"));
  assert.deepEqual(looked(card).ties, [["p1", "p2", 3]]);
  const strength = find(".tools select");
  strength.value = "1";
  strength.dispatchEvent(new Event("change"));
  press(mark("p1"));
  press(mark("p2"));
  assert.deepEqual(looked(card).ties, [["p1", "p2", 1]]);
  press(named(card.words["sketch-mode-cut"]));
  press(mark("p1"));
  press(mark("p3"));
  assert.ok(news().includes(often[1].text));
  press(mark("p1"));
  press(mark("p2"));
  assert.deepEqual(looked(card).ties, []);
});

test("somebody holds the bridge, is away and back, and goes with everything", async () => {
  const card = await begun();
  press(mark("p1"));
  press(mark("p2"));
  press(named(card.words["sketch-mode-bridge"]));
  press(mark("p2"));
  press(named(card.words["sketch-mode-away"]));
  press(mark("p2"));
  assert.deepEqual([looked(card).bridge, looked(card).away], ["p2", ["p2"]]);
  assert.ok(find(".tie").getAttribute("class").includes("still"));
  assert.ok(mark("p2").getAttribute("aria-label").includes(card.words["sketch-holds"]));
  named(card.words["sketch-remove"]).click();
  assert.deepEqual([looked(card).bridge, looked(card).away, looked(card).ties], [null, [], []]);
  named(card.words["sketch-undo"]).click();
  assert.deepEqual([looked(card).bridge, looked(card).away], ["p2", ["p2"]]);
  assert.ok(mark("p2"));
});

test("back and forth, and an empty sheet again", async () => {
  const card = await begun();
  const [undo, redo] = ["sketch-undo", "sketch-redo"].map((word) => named(card.words[word]));
  undo.click();
  undo.click();
  assert.equal(undo.disabled, true);
  redo.click();
  assert.equal(looked(card).parties.length, 2);
  find(".often:not([hidden])").click();
  assert.equal(redo.disabled, true);
  named(card.words["sketch-restart"]).click();
  assert.equal(looked(card).parties.length, 1);
});

test("the arrows go from one to the next, and Escape lets go", async () => {
  const card = await begun();
  mark("p1").focus();
  key(mark("p1"), "Enter");
  assert.ok(mark("p1").getAttribute("class").includes("held"));
  key(document.activeElement ?? mark("p1"), "ArrowRight");
  assert.equal(/** @type {any} */ (document.activeElement).dataset.party, "p2");
  key(mark("p2"), "Escape");
  assert.equal(news(), card.words["sketch-let-go"]);
  assert.equal(looked(card).ties.length, 0);
});

test("the table does what the map does, and keeps the focus", async () => {
  const card = await begun();
  named(card.words["sketch-as-table"]).click();
  const row = (/** @type {string} */ id) => find(`th button[data-key="${id}"]`);
  row("p1").focus();
  row("p1").click();
  assert.equal(document.activeElement, row("p1"));
  row("p3").click();
  assert.deepEqual(looked(card).ties, [["p1", "p3", 3]]);
  assert.deepEqual(listed(), [`${own} – ${often[1].text}`]);
  const [list] = document.querySelectorAll(".made select");
  /** @type {any} */ (list).value = "4";
  list.dispatchEvent(new Event("change"));
  assert.deepEqual(looked(card).ties, [["p1", "p3", 4]]);
  find(".made .remove").click();
  assert.deepEqual(looked(card).ties, []);
});

test("the chosen one is renamed and moved in; an empty name is no name", async () => {
  const card = await begun();
  press(mark("p2"));
  const name = find(".who input");
  name.value = "The night team";
  name.dispatchEvent(new Event("change"));
  name.value = " ";
  name.dispatchEvent(new Event("change"));
  assert.equal(name.value, "The night team");
  const where = find(".who select");
  where.value = "inside";
  where.dispatchEvent(new Event("change"));
  assert.deepEqual(looked(card).parties[1], { id: "p2", name: "The night team", inside: true });
});

test("what the map needs is told before the session has looked at anything", async () => {
  await mounted("sketch");
  const told = [...document.querySelectorAll(".goals li")].map((one) => one.firstChild?.textContent);
  assert.deepEqual(told, goals.map((/** @type {{text: string}} */ one) => one.text));
});

test("what the session says stands beside the map, unless the map has changed since", async () => {
  const card = await begun();
  const n = card.sent.filter((one) => one.do === "look").at(-1).n;
  const seen = { turned: "Out", hangs: "Most", apart: "", without: "Without", lost: ["p3"] };
  card.tell("scene", { n: n - 1, goals: [], seen: { ...seen, hangs: "Old" } });
  assert.ok(!find(".says").textContent.includes("Old"));
  card.tell("scene", { n, goals: [{ text: "A tie", done: false }], seen });
  assert.deepEqual([...find(".says").querySelectorAll("p")].map((one) => one.textContent), ["Without", "Most", "Out"]);
  assert.ok(mark("p3").getAttribute("class").includes("lost"));
  assert.ok(find(".goals li").textContent.includes(card.words["sketch-not-met"]));
});

test("what was begun comes back with its words, and what is no drawing does not", async () => {
  const parties = [{ id: "p1", name: "Nights", inside: true }, { id: "p4", name: "Region", inside: false }];
  const draft = { parties, ties: [["p1", "p4", 2]], bridge: "p4", away: [], words: "Begun" };
  let card = await mounted("sketch", { draft });
  assert.deepEqual(listed(), ["Nights – Region"]);
  assert.equal(find("textarea").value, "Begun");
  find(".often").click();
  assert.equal(looked(card).parties.at(-1).id, "p5"); // an id that none has had
  pass(1000);
  assert.equal(card.sent.filter((one) => one.do === "draft").at(-1).value.words, "Begun");
  card = await mounted("sketch", { draft: { parties, ties: [["p1", "p9", 1]] } });
  assert.deepEqual(listed(), []);
});

test("twelve parties stand apart on a telephone, and on the sheet", () => {
  for (const inside of [1, 2, 3, 6]) {
    const { spots, width, height } = laidOut(Array.from({ length: 12 }, (_, i) => i < inside), true);
    for (const [i, { x, y }] of spots.entries()) {
      assert.ok(x > 12 && x < width - 12 && y > 12 && y < height - 12);
      for (const other of spots.slice(i + 1)) assert.ok(Math.hypot(x - other.x, y - other.y) >= 24, `${inside} ${i}`);
    }
  }
});

test("nearer, a mark grows less than the distances and a name not at all; the table needs no such buttons", async () => {
  const card = await begun();
  const map = find(".own-map");
  const box = () => map.getAttribute("viewBox").split(" ").map(Number);
  const [closer, further, whole] = /** @type {any} */ ([...document.querySelectorAll(".zoom button")]);
  const all = box();
  press(mark("p1"));
  closer.click();
  const [left, top, wide] = box();
  assert.equal(Math.round(all[2] / wide * 10), 16);
  assert.equal(Number(map.style.getPropertyValue("--letter")), 1 / 1.6);
  const [, x, y, scale] = (mark("p1").getAttribute("transform") ?? "").split(/[^\d.-]+/).map(Number);
  assert.ok(x > left && x < left + wide && y > top, "whoever was pressed is in view");
  assert.equal(scale.toFixed(3), (1 / Math.sqrt(1.6)).toFixed(3));
  put("Nattpatrullen");
  assert.equal(box()[2], wide); // it stays as near as it was when somebody comes
  key(mark("p1"), "-");
  assert.deepEqual([box(), further.disabled, whole.disabled], [all, true, true]);
  named(card.words["sketch-as-table"]).click();
  assert.equal(find(".zoom").hidden, true);
});
