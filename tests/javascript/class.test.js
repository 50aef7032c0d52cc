// The views of a class without a browser: forms whatever the kind, pictures from sums, what is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find, open } from "./dom.js";

/** Words that say their own names. */
const words = /** @type {any} */ (new Proxy({}, { get: (_, name) => String(name) }));
const CODE = "../../course/runtimes/classroom/static";

/** An exercise in a form, with as many rows as are named. */
function exercise(/** @type {any} */ form, /** @type {string[]} */ rows, /** @type {string[]} */ places) {
  const given = places.map((id) => ({ id, text: `place ${id}` }));
  return { id: "one", title: "One", prompt: "?", kind: "Kind", form, rows: rows.map((id) => ({ id, text: `row ${id}`, places: given, area: "", aside: false })) };
}

/** A form in a page, and how often it has changed. */
async function filledIn(/** @type {any} */ asked, /** @type {any} */ begun = {}) {
  open("<div id=here></div>");
  const { form } = await import(`${CODE}/forms.js`);
  let changes = 0;
  const made = form(asked, words, begun, () => { changes += 1; });
  find("#here").append(made.node);
  return { ...made, changes: () => changes };
}

/** Press a control as a hand does. */
function press(/** @type {any} */ input) {
  input.click();
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

test("one place is chosen, and what was begun stands there", async () => {
  const { filled, changes } = await filledIn(exercise("one", ["answer"], ["a", "b"]), { answer: "b" });
  assert.equal(find("input:checked").value, "b");
  press(find('input[value="a"]'));
  assert.deepEqual(filled(), { answer: "a" });
  assert.ok(changes() > 0);
});

test("each row gets a place; long ones among many stand in a list to choose from", async () => {
  const asked = exercise("each", ["x", "y"], ["a", "b", "c", "d", "e"]);
  asked.rows[0].places[0].text = "a place whose words are too long for a button";
  const { filled } = await filledIn(asked);
  assert.equal(document.querySelectorAll("select").length, 2);
  find("select").value = "c";
  find("select").dispatchEvent(new Event("change"));
  assert.deepEqual(filled(), { x: "c" });
});

test("a tick that is taken away leaves nothing behind", async () => {
  const { filled } = await filledIn(exercise("several", ["x", "y"], ["yes", "no"]), { x: "yes", y: "no" });
  assert.deepEqual(filled(), { x: "yes", y: "no" });
  press(find("input"));
  assert.equal(filled().x, undefined);
});

test("steps move by buttons, focus stays, and where each stands is announced", async () => {
  const { filled } = await filledIn(exercise("order", ["x", "y", "z"], ["1", "2", "3"]), { z: "1", x: "2", y: "3" });
  assert.deepEqual(filled(), { z: "1", x: "2", y: "3" });
  const down = find("li button:last-child");
  down.click();
  assert.deepEqual(filled(), { x: "1", z: "2", y: "3" });
  assert.equal(document.activeElement, down);
  assert.equal(find("[role=status]").textContent, "moved");
});

test("no word of an exercise becomes HTML", async () => {
  const asked = exercise("one", ["answer"], ["a", "b"]);
  asked.rows[0].places[0].text = "<img src=x onerror=alert(1)>";
  await filledIn(asked);
  assert.equal(document.querySelector("img"), null);
});

const around = { words, language: "en", smallest: 5 };

/** A picture in a page. */
async function drawn(/** @type {any} */ result, /** @type {any} */ asked, more = {}) {
  open("<div id=here></div>");
  const { picture } = await import(`${CODE}/picture.js`);
  find("#here").append(picture(result, asked, { ...around, ...more }));
}

test("a picture has a bar a round for each place, its number beside it", async () => {
  const cells = [{ places: ["a"], n: [6, 9] }, { places: ["b", "c"], n: [6, 5] }];
  const result = { rounds: [12, 14], rows: [{ id: "answer", cells }], moves: null };
  await drawn(result, exercise("one", ["answer"], ["a", "b", "c"]), { own: { answer: "c" }, held: { right: { answer: "a" }, said: [], lines: [] } });
  assert.deepEqual([...document.querySelectorAll(".amount b")].map((one) => one.textContent), ["6", "9", "6", "5"]);
  const part = find(".amount .part");
  assert.equal(Number(part.getAttribute("width")), 50); // 6 of 12
  const [right, mine] = document.querySelectorAll(".bars li");
  assert.match(right.textContent ?? "", /place a✓ holds/);
  assert.match(mine.textContent ?? "", /place bplace ctogether● mine/);
});

test("where too few have answered there is a sentence and no number", async () => {
  await drawn({ rounds: [null], rows: [{ id: "answer", cells: [] }], moves: null }, exercise("one", ["answer"], ["a", "b"]));
  assert.equal(find(".picture").textContent, "too-few");
  assert.equal(document.querySelector("svg"), null);
});

test("numbers are dots, one an answer", async () => {
  const result = { rounds: [11], rows: [{ id: "answer", cells: [{ places: ["a"], n: [6] }, { places: ["b"], n: [5] }] }], moves: null };
  await drawn(result, exercise("number", ["answer"], ["a", "b"]));
  assert.deepEqual([...document.querySelectorAll(".dots")].map((one) => one.childElementCount), [6, 5]);
});

const between = [{ text: "One", people: ["Ada", "Bo"] }, { text: "Two", people: ["Cy", "Di"] }];
/** A puzzle of two ties at most between two and two. */
const puzzle = { ...exercise("ties", ["0-0", "0-1", "1-0", "1-1"], ["yes", "no"]), departments: between, most: 2 };

test("ties are placed from two lists, as many as may be, and taken away again", async () => {
  const { filled, changes } = await filledIn(puzzle, { "0-0": "yes", "0-1": "no" });
  const place = find("button");
  find("#end-1").value = "1";
  place.click();
  assert.deepEqual(filled(), { "0-0": "yes", "0-1": "yes", "1-0": "no", "1-1": "no" });
  place.click();
  assert.equal(find("[role=status]").textContent, "tie-there");
  find("#end-0").value = "1";
  place.click();
  assert.equal(find("[role=status]").textContent, "ties-full");
  assert.equal(changes(), 1);
  find(".placed button").click();
  assert.equal(filled()["0-0"], "no");
  assert.equal(document.activeElement, place);
});

test("a class's network has each tie as thick as how many placed it, and a table that says the same", async () => {
  const row = (/** @type {string} */ id, /** @type {number} */ yes, /** @type {number} */ no) => ({ id, cells: [{ places: ["yes"], n: [yes] }, { places: ["no"], n: [no] }] });
  const masked = { id: "1-0", cells: [{ places: ["yes", "no"], n: [12] }], most: ["yes"] };
  const few = { id: "1-1", cells: [{ places: ["yes", "no"], n: [12] }], most: ["no"] };
  await drawn({ rounds: [12], rows: [row("0-0", 12, 0), row("0-1", 6, 6), masked, few], moves: null }, puzzle);
  const thick = [...document.querySelectorAll("line.tie")].map((one) => Number(one.getAttribute("stroke-width")));
  assert.deepEqual(thick, [4, 7, 14]); // most, half, all
  assert.equal(document.querySelectorAll("line[stroke-dasharray]").length, 1); // by most, without a number
  const table = [...document.querySelectorAll("tbody tr")].map((one) => [...one.children].map((cell) => cell.textContent));
  assert.deepEqual(table, [["row 0-0", "12"], ["row 0-1", "6"], ["row 1-0", "ties-most"]]);
  assert.match(find(".picture").textContent ?? "", /ties-hidden/);
});

test("the guesses that can be told of are marked in a model by their letters, those of one place together", async () => {
  open("");
  const { marksOf } = await import(`${CODE}/guessed.js`);
  const asked = exercise("one", ["answer"], ["a", "b", "c", "d"]);
  const guesses = { a: [{ at: 4 }], b: [{ at: 9 }, { at: 4 }], c: [{ control: "strength", stop: 1 }], d: [{ at: 7 }] };
  const told = (/** @type {any[]} */ cells, /** @type {any} */ most = undefined) => ({ rounds: [12], rows: [{ id: "answer", cells, most }], moves: null });
  const parts = [{ places: ["a"], n: [6] }, { places: ["b", "c"], n: [6] }, { places: ["d"], n: [0] }];
  assert.deepEqual(marksOf(told(parts), asked, guesses), {
    drawn: [{ at: 4, tag: "A B" }, { at: 9, tag: "B" }], stops: [{ control: "strength", stop: 1, tag: "C" }],
  });
  const all = [{ places: ["a", "b", "c", "d"], n: [9] }];
  assert.deepEqual(marksOf(told(all, ["d"]), asked, guesses).drawn, [{ at: 7, tag: "D" }]); // all that is told is which led
});

test("a guess at somebody has its letter with the name, and hides no unit's", async () => {
  open("");
  const { drawNetwork } = await import("../../course/widgets/static/draw-network.js");
  const people = ["Karin", "Samira"].map((name, i) => ({ name, unit: 0, x: 0, y: 1 - i, weight: 0.2 }));
  const guess = [{ name: "Karin", tag: "C" }, { name: "Samira", tag: "D" }];
  const drawn = drawNetwork({ kind: "network", units: [{ text: "Home care", x: 0, y: 1 }], people, ties: [], named: [1], guess });
  const texts = [...drawn.querySelectorAll("text")].map((one) => one.textContent);
  assert.deepEqual(texts.sort(), ["C · Karin", "D", "Home care", "Samira"]); // whose name stands there already has a letter beside it
});

test("who moved is a band as wide as they are many, and a sentence", async () => {
  /** @type {any} */
  const moves = { n: 20, flow: [["a", "a", 10], ["a", "b", 10]], changed: 10, few: null };
  await drawn({ rounds: [20, 20], rows: [{ id: "answer", cells: [] }], moves }, exercise("one", ["answer"], ["a", "b"]));
  const [stayed, went] = ["stayed", "went"].map((name) => find(`path.${name}`).getAttribute("d"));
  assert.match(stayed, /v50C/); // half of a hundred units
  assert.match(went, /v50C/);
  assert.equal(document.querySelectorAll(".flow li").length, 1);
});

test("a telephone is the same participant when it comes back, and another in another room", async () => {
  const window = open("");
  Object.assign(globalThis, { localStorage: window.localStorage });
  const { keptOf, lastDoor } = await import(`${CODE}/kept.js`);
  const { kept, keep } = keptOf("one");
  kept.n = 3;
  keep();
  assert.match(kept.token, /^[0-9a-f]{32}$/);
  assert.deepEqual(keptOf("one").kept, kept);
  const other = keptOf("other");
  assert.notEqual(other.kept.token, kept.token);
  assert.equal(lastDoor(), "other");
  other.leave();
  other.keep(); // as what was under way when the room ended does
  assert.equal(lastDoor(), "");
  assert.deepEqual(["one", "other"].map((room) => window.localStorage.getItem(`course-class-${room}`) === null), [false, true]);
});
