// The network lab: what is done to the map, by pointer, by keys and in the table; back and forth;
// what is asked of the session, and what it shows of the rounds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { laidOut } from "../../course/kinds/lab/places.js";
import { MANY, scattered } from "../../course/kinds/lab/tools.js";
import { beside } from "../../course/widgets/static/map-parts.js";
import { cardOf, find, mounted, pass } from "./dom.js";

const { people } = /** @type {any} */ (cardOf("lab").task).network;
const place = (/** @type {string} */ id) => people.findIndex((/** @type {{id: string}} */ one) => one.id === id);
const mark = (/** @type {string} */ id) => find(`[data-person="${place(id)}"]`);
const news = () => find(".news").textContent;
const press = (/** @type {Element} */ target) => target.dispatchEvent(new Event("click", { bubbles: true }));
const key = (/** @type {Element} */ target, /** @type {string} */ name) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
const named = (/** @type {string} */ text) =>
  /** @type {any} */ ([...document.querySelectorAll("button")].find((one) => one.textContent === text));

/** Tie two people, the way one does on the map. */
function tie(/** @type {string} */ one, /** @type {string} */ other) {
  press(mark(one));
  press(mark(other));
}

/** What the session was asked last. */
const looked = (/** @type {{sent: any[]}} */ { sent }) => sent.filter((one) => one.do === "look").at(-1).setting;

/** What the session would tell, with these rounds. */
function measured(/** @type {any} */ card, /** @type {Record<string, number>} */ rounds) {
  const n = card.sent.filter((/** @type {any} */ one) => one.do === "look").at(-1).n;
  card.tell("scene", {
    setting: {}, progress: 1, n, goals: [{ text: "Two ways", done: true }],
    measured: {
      ties: 10, external: 4, ei: -0.2, ei_text: "-0.20", chance: 0.7, chance_text: "+0.70", linked: 3, pairs: 28,
      on_one: 1, people: 59, rounds,
    },
  });
}

test("pressing two people ties them, and the session is asked at once", async () => {
  const card = await mounted("lab");
  tie("Karin", "Ali");
  assert.deepEqual(looked(card).tied, [["Ali", "Karin", 3]]);
  assert.ok(news().includes("Karin") && news().includes("Ali"));
  assert.deepEqual([...document.querySelectorAll(".made li")].map((one) => one.textContent?.slice(0, 11)), ["Ali – Karin"]);
});

test("a tie is cut where it is tied, and no more are made than there are", async () => {
  const card = await mounted("lab");
  for (const [one, other] of [["Karin", "Ali"], ["Karin", "Lena"], ["Karin", "Jenny"]]) tie(one, other);
  tie("Karin", "Oskar");
  assert.equal(news(), card.words["lab-none-left"]);
  assert.equal(looked(card).tied.length, 3);
  find(".made .remove").click();
  assert.equal(looked(card).tied.length, 2);
  press(named(card.words["lab-mode-cut"]));
  tie("Karin", "Johan"); // several joint projects on the map
  assert.deepEqual(looked(card).cut, [["Johan", "Karin"]]);
  tie("Karin", "Johan");
  assert.ok(news().includes("Johan"));
  assert.deepEqual(looked(card).cut, [["Johan", "Karin"]]);
});

test("another strength changes a tie that is there", async () => {
  const card = await mounted("lab");
  const list = find("select");
  list.value = "1";
  list.dispatchEvent(new Event("change"));
  tie("Karin", "Johan");
  assert.deepEqual(looked(card).tied, [["Johan", "Karin", 1]]);
});

test("arrows move between people, Enter chooses, Escape lets go", async () => {
  const card = await mounted("lab");
  mark("Karin").focus();
  key(mark("Karin"), "ArrowRight");
  const here = /** @type {Element} */ (document.activeElement);
  assert.notEqual(here, mark("Karin"));
  assert.equal(document.querySelectorAll('[data-person][tabindex="0"]').length, 1);
  key(here, "Enter");
  assert.equal(here.getAttribute("aria-pressed"), "true");
  key(here, "Escape");
  assert.equal(here.getAttribute("aria-pressed"), "false");
  assert.equal(news(), card.words["lab-let-go"]);
});

test("everybody can be reached by the arrows, on a wide map and on a narrow one", () => {
  const { units } = /** @type {any} */ (cardOf("lab").task).network;
  const unitOf = people.map((/** @type {any} */ { unit }) => units.findIndex((/** @type {any} */ { id }) => id === unit));
  for (const isNarrow of [false, true]) {
    const { spots } = laidOut(unitOf, units.length, isNarrow);
    const reached = new Set([0]);
    for (const from of reached) { // which grows as it is gone through
      for (const way of [[-1, 0], [1, 0], [0, -1], [0, 1]]) reached.add(beside(spots, from, way));
    }
    assert.equal(reached.size, people.length);
  }
});

test("nobody stands nearer to another than a finger is wide, on a telephone of 320 px", () => {
  const { units } = /** @type {any} */ (cardOf("lab").task).network;
  const unitOf = people.map((/** @type {any} */ { unit }) => units.findIndex((/** @type {any} */ { id }) => id === unit));
  const { spots, width } = laidOut(unitOf, units.length, true);
  const scale = 286 / width; // the map is as wide as the card
  const gaps = spots.flatMap((one, i) => spots.slice(i + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)));
  assert.ok(scale * Math.min(...gaps) >= 24, String(scale * Math.min(...gaps)));
});

test("everybody stands on the sheet, apart, and within the unit, however many a unit has", () => {
  // A unit of one and one of forty-five, as a municipality of one's own may have them; eight of twenty each.
  const worlds = [[45, 9, 6, 7, 1], [1, 45], [45, 45], Array(8).fill(20), [1, 1, 22, 23, 36, 37, 45, 45]];
  for (const sizes of worlds) {
    const unitOf = sizes.flatMap((/** @type {number} */ size, /** @type {number} */ unit) => Array(size).fill(unit));
    for (const isNarrow of [false, true]) {
      const { spots, grounds, width, height } = laidOut(unitOf, sizes.length, isNarrow);
      const what = JSON.stringify({ sizes, isNarrow });
      assert.equal(spots.length, unitOf.length, what);
      for (const [i, { x, y }] of spots.entries()) {
        assert.ok(x >= 13 && x <= width - 13 && y >= 13 && y <= height - 13, `${what} ${i}: ${x}, ${y}`);
        const own = Math.hypot(x - grounds[unitOf[i]].x, y - grounds[unitOf[i]].y);
        const others = grounds.filter((_, unit) => unit !== unitOf[i]).map((ground) => Math.hypot(x - ground.x, y - ground.y));
        assert.ok(own < Math.min(...others), `${what} ${i} stands nearer to another unit`);
        const gaps = spots.slice(i + 1).map((other) => Math.hypot(x - other.x, y - other.y));
        assert.ok(Math.min(...gaps, Infinity) >= 12, `${what} ${i}: ${Math.min(...gaps)}`);
      }
      for (const { under } of grounds) assert.ok(under <= height, `${what}: a name at ${under}`);
    }
  }
});

test("whoever is looked at is named with their ties, and the rest is dimmed", async () => {
  const card = await mounted("lab");
  mark("Ali").focus();
  const told = find(".who").textContent;
  assert.ok(told.includes("Ali Rahimi") && told.includes("Samira") && told.includes(card.words["grade-3"]));
  assert.ok(mark("Birgitta").getAttribute("class").includes("dim"));
  assert.ok(!mark("Lena").getAttribute("class").includes("dim"));
});

test("who is pressed to be looked at is told of with how many ties", async () => {
  const card = await mounted("lab");
  press(named(card.words["lab-mode-see"]));
  named(card.words["lab-as-table"]).click();
  named("Eva Rosander").click();
  const ties = card.words["lab-ties-of"].replace("{n}", "2").replace("{out}", "0"); // data/municipality: both in the staff
  assert.equal(news(), `Eva Rosander. ${ties}`);
});

test("who is taken away comes back, and the ties lie still meanwhile", async () => {
  const card = await mounted("lab");
  press(named(card.words["lab-mode-away"]));
  press(mark("Samira")); // away in the exercise
  assert.deepEqual(looked(card).away, []);
  press(mark("Ali"));
  assert.deepEqual(looked(card).away, ["Ali"]);
  assert.ok(find(".tie.still").getAttribute("d").length > 0);
  assert.ok(mark("Ali").getAttribute("aria-label").includes(card.words["lab-away"]));
});

test("undo and redo go back and forth, and start again does too", async () => {
  const card = await mounted("lab");
  const [undo, redo, again] = ["lab-undo", "lab-redo", "lab-restart"].map((name) => named(card.words[name]));
  assert.deepEqual([undo.disabled, redo.disabled, again.disabled], [true, true, true]);
  tie("Karin", "Ali");
  tie("Karin", "Lena");
  undo.click();
  assert.equal(looked(card).tied.length, 1);
  redo.click();
  assert.equal(looked(card).tied.length, 2);
  again.click();
  assert.equal(looked(card).tied.length, 0);
  undo.click();
  assert.equal(looked(card).tied.length, 2);
});

test("a practice is stepped through, played and stopped; numbers stand at who is reached", async () => {
  const card = await mounted("lab");
  measured(card, { Karin: 0, Johan: 1, Ali: 2 });
  assert.equal(find(".goals .met").textContent.startsWith("Two ways"), true);
  assert.equal(mark("Ali").querySelector("text"), null);
  named(card.words["lab-step"]).click();
  assert.equal(mark("Johan").querySelector("text").textContent, "1");
  assert.ok(mark("Johan").getAttribute("aria-label").includes("1"));
  named(card.words.play).click();
  pass(3000);
  assert.equal(mark("Ali").querySelector("text").textContent, "2");
  const stops = card.words["lab-stops"].replace("{n}", "3").replace("{all}", "59").replace("{at}", "2");
  assert.ok([...document.querySelectorAll("[role=status]")].some((one) => one.textContent === stops));
  named(card.words["play-rewind"]).click();
  assert.equal(mark("Ali").querySelector("text").textContent, "");
});

test("who pauses can play on, and a button that cannot be pressed any more hands the focus on", async () => {
  const card = await mounted("lab");
  measured(card, { Karin: 0, Johan: 1, Ali: 2 });
  const play = named(card.words.play);
  play.click();
  assert.equal(play.textContent, card.words["play-pause"]);
  play.click();
  assert.equal(play.textContent, card.words.play);
  const rewind = named(card.words["play-rewind"]);
  rewind.focus();
  rewind.click();
  assert.equal(document.activeElement, play);
});

test("what is reached is not said again when another is looked at", async () => {
  const card = await mounted("lab");
  const told = () => [...document.querySelectorAll(".under [role=status]")][0];
  assert.equal(told().textContent, ""); // nothing is counted yet
  measured(card, { Karin: 0, Johan: 1 });
  const [words] = told().childNodes;
  mark("Ali").focus();
  assert.equal(told().childNodes[0], words);
});

test("a comparison is run once at a time, and its button keeps the focus", async () => {
  const { task } = cardOf("lab");
  const card = await mounted("lab", { task: /** @type {any} */ ({ ...task, compares: true }) });
  const asked = () => card.sent.filter((one) => one.setting?.do === "compare").length;
  const run = named(card.words["lab-compare"]);
  run.focus();
  run.click();
  run.click();
  assert.equal(asked(), 1);
  assert.equal(document.activeElement, run);
  const { n } = card.sent.filter((one) => one.do === "look").at(-1);
  const row = { name: "own", text: "Yours", friday: 10, friday_text: "10", end: 20, end_text: "20" };
  for (const [progress, live] of [[0.5, "off"], [1, "polite"]]) {
    card.tell("scene", { setting: {}, progress, n, compared: [row] });
    assert.equal(find(".compared ~ .told-at-last [role=status]").getAttribute("aria-live"), live);
  }
  run.click();
  assert.equal(asked(), 2);
});

test("what a race says at last has its room from the first round on, so that nothing below it moves", async () => {
  const { task } = cardOf("lab");
  const card = await mounted("lab", { task: /** @type {any} */ ({ ...task, asks: "round", rounds: 2 }) });
  find("input[type=range]").value = "1";
  find("input[type=range]").dispatchEvent(new Event("input"));
  find("form").dispatchEvent(new Event("submit", { cancelable: true }));
  card.tell("state", { answered: true, answer: { round: 1 }, time: "", verdict: { right: true, said: [], detail: {} } });
  const { n } = card.sent.filter((one) => one.do === "look").at(-1);
  const digits = ["0".repeat(100), "1".repeat(100), "2".repeat(100)];
  const race = {
    people: { line: digits, full: digits }, line: [0, 0.5, 1], full: [0, 0.5, 1],
    line_text: ["0", "0.5", "1"], full_text: ["0", "0.5", "1"], problems: 5,
  };
  const [note, room] = find(".told-at-last").children;
  const last = card.words["lab-race-note"].replace("{n}", "5");
  card.tell("scene", { setting: {}, progress: 0.2, n, race });
  assert.deepEqual([note.textContent, room.textContent], [card.words["lab-racing"].replace("{percent}", "20"), last]);
  assert.equal(room.getAttribute("aria-hidden"), "true");
  card.tell("scene", { setting: {}, progress: 1, n, race });
  assert.deepEqual([note.textContent, room.textContent], [last, last]);
});

test("what is changed while the session counts is not overwritten by what it counted before", async () => {
  const card = await mounted("lab");
  const early = card.sent.filter((one) => one.do === "look").at(-1).n;
  tie("Karin", "Ali");
  card.tell("scene", { setting: {}, progress: 1, n: early, measured: { rounds: { Karin: 0, Ali: 1 } }, goals: [] });
  assert.equal(find(".goals").children.length, 0);
});

test("an answer can be given again, and what is changed after it is judged anew", async () => {
  const card = await mounted("lab");
  assert.equal(card.button(), card.words["lab-judge"]);
  tie("Karin", "Ali");
  card.submit();
  card.tell("state", card.judged);
  assert.equal(find("[type=submit]").hidden, false);
  assert.notEqual(card.button(), card.words["lab-judge"]);
  tie("Karin", "Lena");
  assert.equal(card.button(), card.words["lab-judge"]);
  assert.equal(find("[type=submit]").hidden, false);
});

test("to try again asks anew what is met, of a network without the ties that were made", async () => {
  const card = await mounted("lab");
  tie("Karin", "Ali");
  card.submit();
  card.tell("state", card.judged);
  pass(60_000);
  const before = card.sent.filter((one) => one.do === "look").length;
  card.submit();
  assert.equal(card.button(), card.words["lab-judge"]);
  assert.equal(news(), "");
  assert.equal(card.sent.filter((one) => one.do === "look").length, before + 1);
  assert.deepEqual(looked(card).tied, []);
});

test("the table does what the map does", async () => {
  const card = await mounted("lab");
  named(card.words["lab-as-table"]).click();
  assert.equal(find(".lab-map .scroll").hidden, false);
  named("Karin Lindqvist").click();
  assert.equal(named("Karin Lindqvist").getAttribute("aria-pressed"), "true");
  named("Ali Rahimi").click();
  assert.deepEqual(looked(card).tied, [["Ali", "Karin", 3]]);
});

test("what was begun comes back, and what is of another network does not", async () => {
  const draft = { tied: [["Ali", "Karin", 3]], cut: [], away: ["Samira"], begin: [], threshold: 2, noise: false, counted: 3 };
  const card = await mounted("lab", { draft });
  assert.deepEqual(looked(card).tied, draft.tied);
  const other = await mounted("lab", { draft: { ...draft, tied: [["Ali", "Nobody", 3]] } });
  assert.deepEqual(looked(other).tied, []);
});

test("as many ties as one sets are spread out between units, where there are none", () => {
  const none = () => false;
  const unit = (/** @type {string} */ id) => people[place(id)].unit;
  for (const n of [0, 1, 15, MANY]) {
    const ties = scattered(people, none, n);
    assert.equal(new Set(ties.map(String)).size, n);
    assert.ok(ties.every(([a, b]) => unit(a) !== unit(b) && a < b));
    assert.deepEqual(scattered(people, none, n), ties);
  }
  const [first] = scattered(people, none, 1);
  const others = scattered(people, (key) => key === first.join("|"), MANY);
  assert.ok(!others.map(String).includes(String(first)));
  assert.notDeepEqual(scattered(people, none, 15), scattered(people, none, 16).slice(0, 15));
  assert.deepEqual(scattered(people, () => true, 15), []);
});

test("in a sandbox the learner sets how many, and only some are listed by name", async () => {
  const { task } = /** @type {any} */ (cardOf("lab"));
  Object.assign(task, { free: true, asks: "any", goal: "free", most: null });
  const card = await mounted("lab", { task });
  const number = find(".settings input[type=number]");
  number.value = "999";
  key(number, "Enter");
  assert.equal(number.value, String(MANY));
  const { tied } = looked(card);
  assert.ok(tied.length > 100);
  const rows = [...document.querySelectorAll(".made li")];
  assert.equal(rows.length, 16); // the fifteen of a puzzle, and how many more
  assert.equal(rows.at(-1)?.textContent, card.words["lab-and-more"].replace("{n}", String(tied.length - 15)));
  assert.deepEqual(card.answers(), []);
  named(card.words["lab-undo"]).click();
  assert.deepEqual(looked(card).tied, []);
});

// --- nearer, further, along ------------------------------------------------------------------------

const map = () => find(".people-map");
const box = () => map().getAttribute("viewBox").split(" ").map(Number);
const isIn = (/** @type {string} */ id) => {
  const [x, y] = mark(id).getAttribute("transform").match(/-?[\d.]+/g).map(Number);
  const [left, top, wide, high] = box();
  return x > left && x < left + wide && y > top && y < top + high;
};

/** A lab whose map is 880 px wide, a px a unit of its sheet. */
async function lab() {
  const card = await mounted("lab");
  map().getBoundingClientRect = () => ({ left: 0, top: 0, width: 880, height: 545 });
  const hand = (/** @type {string} */ name, /** @type {object} */ at, on = map()) =>
    on.dispatchEvent(Object.assign(new Event(name, { bubbles: true, cancelable: true }), { pointerId: 1, pointerType: "mouse" }, at));
  const zoom = ["map-closer", "map-further", "map-whole"].map((key) =>
    /** @type {any} */ ([...document.querySelectorAll(".zoom button")].find((one) => [one.getAttribute("aria-label"), one.textContent].includes(card.words[key]))));
  return { ...card, hand, zoom };
}

test("nearer, everybody has a name that is no smaller; the whole map has one press back", async () => {
  const { zoom: [closer, further, whole] } = await lab();
  assert.deepEqual(box(), [0, 0, 880, 545]);
  assert.ok(document.querySelectorAll(".name").length < 5); // whoever is away
  assert.deepEqual([closer, further, whole].map((one) => one.disabled), [false, true, true]);
  closer.click();
  const [left, top, wide, high] = box(); // 1.6 times as near, about the middle
  assert.deepEqual([left + wide / 2, top + high / 2, wide].map(Math.round), [440, 273, 550]);
  assert.equal(document.querySelectorAll(".name").length, people.length);
  assert.equal(Number(map().style.getPropertyValue("--letter")), 1 / 1.6); // of a sheet 1.6 times as large
  for (let i = 0; i < 5; i++) closer.click();
  assert.deepEqual([Math.round(box()[2]), closer.disabled], [220, true]); // four times, and no more
  whole.click();
  assert.deepEqual(box(), [0, 0, 880, 545]);
});

test("+ and − go nearer to whoever has the focus, and the arrows keep them in view", async () => {
  await lab();
  press(mark("Karin"));
  for (let i = 0; i < 3; i++) key(mark("Karin"), "+");
  assert.ok(isIn("Karin") && !isIn("Samira"));
  for (const way of ["ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp", "ArrowUp"]) key(/** @type {Element} */ (document.activeElement), way);
  const here = people[Number(document.activeElement?.getAttribute("data-person"))].id;
  assert.ok(here !== "Karin" && isIn(here), here);
  for (let i = 0; i < 9; i++) key(mark(here), "-");
  assert.deepEqual(box(), [0, 0, 880, 545]);
});

test("the wheel goes nearer to the pointer with Ctrl, and is the page's without", async () => {
  const { hand } = await lab();
  const at = { clientX: 220, clientY: 109, deltaY: -200 };
  assert.equal(hand("wheel", at), true); // nobody has stopped it
  assert.deepEqual(box(), [0, 0, 880, 545]);
  assert.equal(hand("wheel", { ...at, ctrlKey: true }), false);
  const [left, top, wide, high] = box();
  assert.ok(wide < 880);
  assert.ok(Math.abs((220 - left) / wide - 0.25) < 0.001 && Math.abs((109 - top) / high - 0.2) < 0.001); // it is where it was
});

test("two fingers that part bring the map nearer, one moves it, and neither presses anybody", async () => {
  const { hand, sent } = await lab();
  const finger = (/** @type {string} */ name, /** @type {number} */ pointerId, /** @type {number} */ clientX, on = map()) =>
    hand(name, { pointerId, clientX, clientY: 270, pointerType: "touch" }, on);
  finger("pointerdown", 1, 340);
  finger("pointermove", 1, 300); // seen whole: the page scrolls, and the map stands
  finger("pointermove", 1, 340);
  finger("pointerdown", 2, 540);
  finger("pointermove", 2, 740);
  assert.ok(Math.abs(box()[2] - 440) < 1); // twice as far from each other
  finger("pointerup", 2, 740);
  const before = box()[0];
  finger("pointermove", 1, 240, mark("Karin"));
  assert.ok(Math.abs(box()[0] - before - 50) < 1); // 100 px are 50 units there
  finger("pointerup", 1, 240, mark("Karin"));
  const asked = sent.length;
  press(mark("Karin"));
  assert.equal(mark("Karin").getAttribute("aria-pressed"), "false");
  assert.equal(sent.length, asked);
  press(mark("Karin")); // the next is a press again
  assert.equal(mark("Karin").getAttribute("aria-pressed"), "true");
});

test("the ground is dragged by a mouse, and from somebody a line is pulled to where the pointer is", async () => {
  const { hand, zoom: [closer] } = await lab();
  closer.click();
  const [left, top] = box();
  hand("pointerdown", { clientX: 400, clientY: 200, button: 0 });
  hand("pointermove", { clientX: 480, clientY: 200 });
  hand("pointerup", { clientX: 480, clientY: 200 });
  assert.deepEqual(box().slice(0, 2).map(Math.round), [Math.round(left - 50), Math.round(top)]); // 80 px at 1.6 times
  hand("pointerdown", { clientX: 0, clientY: 0, button: 0 }, mark("Karin"));
  hand("pointermove", { clientX: 160, clientY: 80 }, mark("Karin"));
  const end = find(".pulled").getAttribute("d").match(/-?[\d.]+/g).map(Number).slice(-2);
  assert.deepEqual(end.map(Math.round), [left - 50 + 100, top + 50].map(Math.round));
});

test("a finger at the edge of the map scrolls the page, so that a map as large as a telephone keeps nobody", async () => {
  const { hand, zoom: [closer] } = await lab();
  /** @type {number[]} */
  const scrolled = [];
  Object.assign(window, { scrollBy: (/** @type {{top: number}} */ { top }) => { scrolled.push(Math.round(2 * top) / 2); } });
  closer.click();
  const [, top] = box(); // 102 units are above what is in view, and as many below
  const finger = (/** @type {string} */ name, /** @type {number} */ clientY, pointerType = "touch") =>
    hand(name, { clientX: 400, clientY, pointerType });
  finger("pointerdown", 500);
  finger("pointermove", 420); // 80 px are 50 units there
  assert.deepEqual([Math.round(box()[1] - top), scrolled], [50, []]);
  finger("pointermove", 300); // 120 px are 75 units, of which 52.2 are left: 36.5 px
  assert.deepEqual([Math.round(box()[1] - top), scrolled], [102, [36.5]]);
  finger("pointerup", 300);
  finger("pointerdown", 300, "mouse");
  finger("pointermove", 200, "mouse"); // has a wheel for the page
  assert.deepEqual(scrolled, [36.5]);
});
