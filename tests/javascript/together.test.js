// What a class does together, without a browser: the slip, the parts, the run sheet on the desk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { classPage, find, open, roomState, textOf } from "./dom.js";

/** Words that say their own names. */
const words = /** @type {any} */ (new Proxy({}, { get: (_, name) => String(name) }));
const CODE = "../../course/runtimes/classroom/static";

const split = { what: "split", title: "Jigsaw", say: "Invitation", parts: 2, tables: ["A", "B"], rooms: 1 };
const part = { ...split, do: "Read your slip.", minutes: 10 };
const facts = [{ unit: "A", facts: [{ text: "Fallen.", rooms: 1, part: 2 }, { text: "A rug.", rooms: 0, part: 0 }] }];
const told = { ...part, key: "The key", law: "The law", debrief: ["Who?"], facts };

test("a telephone waits, has its slip and the part, and in the end the key", async () => {
  const { onPhone } = await classPage("split");
  assert.match(textOf(onPhone(roomState(split, "open"), {}, words)), /split-wait/);
  const own = { slip: { unit: "Home care", facts: ["<b>Fallen</b> twice.", "A rug."], told: ["1"], room: 2 } };
  const dealt = textOf(onPhone(roomState(part, "shown"), own, words));
  assert.match(dealt, /split-room.*Home care ?<b>Fallen<\/b> twice.*split-tick.*split-secret.*Read your slip\./);
  assert.doesNotMatch(dealt, /The key/);
  assert.equal(document.querySelector("#here b"), null); // no word of a slip becomes HTML
  assert.match(textOf(onPhone(roomState(told, "revealed"), own, words)), /The key.*The law.*Who\?.*AFallen\. split-told-partA rug\. split-untold/);
  assert.equal(find("#fact-1").disabled, true); // it is over
});

test("a telephone ticks what it has told, all that is ticked each time, and can take it away", async () => {
  const { onPhone } = await classPage("split");
  /** @type {any[]} */
  const sent = [];
  const own = { slip: { unit: "A", facts: ["One.", "Two."], told: ["1"], room: 0 } };
  const draw = () => textOf(onPhone(roomState(part, "shown"), own, words, "en", (/** @type {any} */ one) => sent.push(one)));
  draw();
  assert.deepEqual([find("#fact-0").checked, find("#fact-1").checked], [false, true]);
  find("#fact-0").click();
  draw();
  find("#fact-1").click();
  assert.deepEqual(sent, [{ 0: "told", 1: "told" }, { 0: "told" }]);
});

test("the big screen has the invitation, the tables and the part, and no slip", async () => {
  const { onScreen } = await classPage("split");
  assert.match(textOf(onScreen(roomState(split, "open"), words)), /InvitationAB.*split-here/);
  assert.match(textOf(onScreen(roomState(part, "shown"), words)), /Read your slip\./);
  const shown = textOf(onScreen(roomState(told, "revealed"), words));
  assert.match(shown, /The key.*split-facts-short split-told-of/);
  assert.doesNotMatch(shown, /A rug/); // what, stands on the telephones
});

test("the instructor chooses how many share a room, and it stays chosen when somebody comes", async () => {
  const { dealing } = await classPage("split");
  /** As the server tells it, of so many rooms of eight and of twenty. */
  const led = (/** @type {number} */ eights, /** @type {number} */ twenties) => roomState({ ...split, held: [], usual: 20, sizes: [{ size: 8, rooms: eights }, { size: 20, rooms: twenties }] }, "open");
  const said = /** @type {any} */ (new Proxy({}, { get: (_, name) => (name === "split-rooms" ? "{rooms} of {tables}" : String(name)) }));
  const made = dealing(led(2, 1), said);
  find("#here").replaceChildren(made.node);
  assert.equal(made.value(), 20);
  assert.equal(find("[role=status]").textContent, "1 of 2");
  find("select").value = "8";
  find("select").dispatchEvent(new Event("change"));
  assert.equal(find("[role=status]").textContent, "2 of 2");
  made.heard(led(5, 2));
  assert.deepEqual([find("select").value, find("[role=status]").textContent], ["8", "5 of 2"]);
  assert.equal(dealing(led(5, 2), said).value(), 8);
});

/** A run sheet of two rows, the second of which is in the long route alone. */
const SHEET = {
  routes: [{ id: "hour", text: "60" }, { id: "long", text: "90" }], late: "Cut the table.",
  activities: [
    { name: "One", steps: [2], clocks: { hour: [0, 10], long: [0, 15] }, forms: "alone", say: "Say one.", do: "Do one.", read: ["Once."], expected: ["Be ready."], questions: [] },
    { name: "Two", steps: [0], clocks: { hour: null, long: [15, 30] }, forms: "pairs", say: "Say two.", do: "", read: [], expected: [], questions: [] },
    { name: "End", steps: [], clocks: { hour: [10, 15], long: [30, 35] }, forms: "all", say: "Say end.", do: "Do end.", read: [], expected: [], questions: ["Who?"] },
  ],
};

/** A desk's run sheet, fetched. */
async function sheet(/** @type {any} */ told = SHEET) {
  const { RunSheet } = await classPage("sheet");
  const store = new Map();
  Object.assign(globalThis, {
    location: { href: "http://here/lead" }, fetch: async () => ({ status: 200, text: async () => JSON.stringify({ sheet: told }) }),
    sessionStorage: { getItem: (/** @type {string} */ name) => store.get(name) ?? null, setItem: (/** @type {string} */ name, /** @type {string} */ value) => store.set(name, value) },
  });
  const made = new RunSheet(words, () => {}, () => {});
  await made.fetch("key", "en");
  return made;
}

test("the next step is the guide's, on the route that is chosen", async () => {
  const made = await sheet();
  assert.deepEqual([made.after(-1), made.after(2), made.after(0)], [2, null, null]);
  made.route = "long";
  assert.deepEqual([made.after(-1), made.after(2), made.after(0)], [2, 0, null]);
  assert.deepEqual([made.minutes(2), made.minutes(0)], [15, 15]);
});

test("the row says what to say, what to do, what to read out and which answers to be ready for", async () => {
  const made = await sheet();
  assert.match(textOf(made.row(2)), /say-it Say one\..*do-it Do one\..*read-outOnce\..*Be ready\./);
  assert.doesNotMatch(textOf(made.row(2)), /sheet-by-phone/);
  assert.match(textOf(made.row(2, true)), /sheet-by-phone/); // what is raised in the guide is pressed here
  assert.deepEqual(made.row(7), []);
});

test("what the guide does without an exercise stands before the first step, or after the one that it follows", async () => {
  const made = await sheet({ ...SHEET, activities: [{ ...SHEET.activities[2], name: "Opening", say: "Say first.", questions: [], clocks: { hour: [0, 0], long: [0, 0] } }, ...SHEET.activities] });
  assert.match(textOf(made.beside(-1)), /^Opening, .*say-it Say first\./);
  assert.match(textOf(made.beside(2)), /^End, .*say-it Say end\..*do-it Do end\..*Who\?$/);
  made.route = "long"; // where another exercise comes between
  assert.deepEqual(made.beside(2), []);
  assert.match(textOf(made.beside(0)), /^End, /);
  assert.deepEqual(made.beside(7), []); // of none of the rows
});

test("a class that is late is told what to cut, and one in time nothing", async () => {
  const made = await sheet();
  assert.equal(made.late(2, 9), "");
  assert.match(made.late(2, 14), /sheet-late Cut the table\./);
});

test("each step is in the list once; what the route leaves out is folded", async () => {
  const made = await sheet();
  const steps = ["a", "b", "c"].map((title) => ({ title, minutes: 3, core: false, counted: true, phase: null }));
  textOf(made.listed({ ...roomState(undefined, "open"), at: 2, steps }, () => ""));
  assert.deepEqual([...document.querySelectorAll(".step span")].map((one) => one.textContent), ["c", "a", "b"]);
  assert.equal(find("details:last-of-type .step span").textContent, "a");
  assert.equal(find("[aria-current=step] span").textContent, "c");
});

test("a picture of its own has its words, a bar a round and its numbers, and escapes what somebody wrote", async () => {
  const window = open("<div id=here></div>");
  Object.assign(globalThis, { XMLSerializer: window.XMLSerializer });
  const { asSVG } = await import(`${CODE}/as-svg.js`);
  const { wrapped } = await import(`${CODE}/wrapped.js`);
  const places = ["a", "b"].map((id) => ({ id, text: `<place ${id}>` }));
  const exercise = { id: "one", title: "One", prompt: "?", kind: "Kind", form: "one", rows: [{ id: "answer", text: "", places, area: "", aside: false }] };
  const cells = [{ places: ["a"], n: [6, 9] }, { places: ["b"], n: [6, 5] }];
  const image = asSVG({ exercise, result: { rounds: [12, 14], rows: [{ id: "answer", cells }], moves: null }, held: { right: { answer: "a" }, said: [], lines: [] } }, "Lesson 6", words, "en");
  const drawn = new window.DOMParser().parseFromString(image, "image/svg+xml");
  assert.equal(drawn.querySelector("parsererror"), null);
  assert.deepEqual([...drawn.querySelectorAll("text")].map((one) => one.textContent).slice(-6), ["<place a> ✓ holds", "6", "9", "<place b>", "6", "5"]);
  assert.equal(drawn.querySelectorAll("rect").length, 1 + 2 + 2 * 4);
  assert.deepEqual(wrapped("one two three", 8), ["one two", "three"]);
});

/** The class's own network, as it is asked about. */
const network = { what: "network", title: "Network", say: "Ask", units: ["A", "B", "C"], strengths: ["none", "one", "two", "three", "four"] };

/** Let somebody choose in a list. */
function pick(/** @type {string} */ id, /** @type {string} */ value) {
  find(`#n-${id}`).value = value;
  find(`#n-${id}`).dispatchEvent(new Event("change"));
}

test("a telephone answers for its own unit, of every other, and keeps what is begun when a state comes", async () => {
  const { onPhone } = await classPage("own-network");
  /** @type {any[]} */
  const sent = [];
  const draw = (own = {}) => textOf(onPhone({ ...roomState(network, "shown"), at: 5 }, own, words, "en", (/** @type {any} */ one) => sent.push(one)));
  draw();
  assert.equal(document.querySelectorAll("select").length, 1);
  pick("from", "1");
  assert.deepEqual([...document.querySelectorAll("select")].map(({ id }) => id), ["n-from", "n-0", "n-2"]);
  pick("2", "4");
  find("#n-within").value = "3";
  find("#n-within").dispatchEvent(new Event("input"));
  draw();
  assert.deepEqual([find("#n-2").value, find("#n-within").value], ["4", "3"]);
  find("form").dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(sent, [{ from: "1", 2: "4", within: "3" }]);
  assert.match(draw({ sent: true }), /network-sent/);
});

test("every unit that is written is sent, one too many as well: the server says how many there can be", async () => {
  const { dealing } = await classPage("own-network");
  const made = dealing(roomState({ ...network, usual: ["A", "B"] }, "open"), words);
  find("#here").replaceChildren(made.node);
  assert.deepEqual(made.value(), ["A", "B"]);
  const thirteen = Array.from({ length: 13 }, (_, i) => `unit ${i}`);
  find("textarea").value = `${thirteen.join("\n")}\n \n`;
  find("textarea").dispatchEvent(new Event("input"));
  assert.deepEqual(made.value(), thirteen);
});

test("the map has a line for each tie, the same in words, and the index beside chance", async () => {
  const { map } = await classPage("own-network");
  const told = { n: 9, ties: [[0, 1, 3], [0, 2, 1]], alone: [2], ei: -0.25, chance: 0.33 };
  const said = textOf(map({ ...network, map: told, theirs: { name: "Town", ei: "−0.12", chance: "+0.76" } }, 5, new Proxy(words, { get: (_, name) => name === "network-ei" ? "{ei} by {chance}" : String(name) }), "en"));
  assert.equal(document.querySelectorAll(".own-map line").length, 2);
  assert.equal(document.querySelectorAll(".own-map .alone").length, 1);
  assert.match(said, /threeA – BoneA – C.*−0\.25 by \+0\.33.*network-theirs/);
  assert.match(textOf(map({ ...network, map: { ...told, n: null } }, 5, words, "en")), /^network-few$/);
});
