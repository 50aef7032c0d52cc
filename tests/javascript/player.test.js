// What is played: state by state, by a press alone, and what is to be seen between two states.

import assert from "node:assert/strict";
import { test } from "node:test";
import { between } from "../../course/widgets/static/draw-moving.js";
import { open, pass } from "./dom.js";

const WORDS = {
  play: "Play", "play-pause": "Pause", "play-again": "Replay", "play-step": "On", "play-back": "Back",
  "play-rewind": "Start",
};
const PACE = 500; // ms

/** A player of four states after the first, and the states that it has told of. */
async function made({ first = 0, isCalm = false } = {}) {
  open();
  window.matchMedia = /** @type {any} */ (() => ({ matches: isCalm }));
  const { player } = await import("../../course/widgets/static/player.js");
  /** @type {number[]} */
  const seen = [];
  const play = player({ words: WORDS, pace: () => PACE, moved: () => { seen.push(play.at()); play.draw(); } });
  play.begin(4, first);
  play.draw();
  document.body.append(...Object.values(play.buttons));
  return { seen, ...play, ...play.buttons };
}

test("nothing moves before a press; then one state follows another to the last", async () => {
  const { seen, play } = await made();
  pass(5000);
  assert.deepEqual(seen, []);
  play.click();
  assert.deepEqual(seen, [1]);
  pass(PACE);
  assert.deepEqual(seen, [1, 2]);
  assert.equal(play.textContent, "Pause");
  pass(5000);
  assert.deepEqual(seen, [1, 2, 3, 4]);
  assert.equal(play.textContent, "Replay");
});

test("from its end it is played from the first state", async () => {
  const { seen, play } = await made({ first: 4 });
  assert.equal(play.textContent, "Play"); // it has not been played yet
  play.click();
  pass(5000);
  assert.deepEqual(seen, [0, 1, 2, 3, 4]);
});

test("a pause stands, and a step by hand stops what was playing", async () => {
  const { seen, play, step, back } = await made();
  play.click();
  play.click();
  pass(5000);
  assert.deepEqual(seen, [1, 1]);
  play.click();
  step.click();
  back.click();
  pass(5000);
  assert.deepEqual(seen.slice(2), [2, 3, 2]);
  assert.equal(play.textContent, "Play");
});

test("at an end the button that leads beyond it cannot be pressed, and hands the focus on", async () => {
  const { play, step, back, rewind } = await made({ first: 4 });
  assert.deepEqual([step, back, rewind].map(({ disabled }) => disabled), [true, false, false]);
  rewind.focus();
  rewind.click();
  assert.deepEqual([step, back, rewind].map(({ disabled }) => disabled), [false, true, true]);
  assert.ok(document.activeElement === play);
});

test("who asks for less motion is shown the end at once", async () => {
  const { seen, play } = await made({ isCalm: true });
  play.click();
  assert.deepEqual(seen, [4]);
  pass(5000);
  assert.deepEqual(seen, [4]);
});

test("between two states of a crowd one after another changes group, and nobody is lost", () => {
  const crowd = (/** @type {number} */ n) => ({ kind: "crowd", columns: 10, groups: [{ n }, { n: 20 - n }] });
  const shares = [0, 0.26, 0.51, 0.76, 1];
  const groups = shares.map((share) => /** @type {any} */ (between(crowd(4), crowd(8), share)).groups.map((/** @type {any} */ one) => one.n));
  assert.deepEqual(groups, [[4, 16], [5, 15], [6, 14], [7, 13], [8, 12]]);
});

test("between two states a curve grows at its end, or rises where it has as many points", () => {
  const curve = (/** @type {number[]} */ ...up) => ({ kind: "curves", notes: [], curves: [{ up, across: up.map((_, n) => n) }] });
  const half = (/** @type {any} */ from, /** @type {any} */ to) => /** @type {any} */ (between(from, to, 0.5)).curves[0];
  assert.deepEqual(half(curve(1, 2), curve(1, 2, 3, 4)), { up: [1, 2, 3], across: [0, 1, 2] });
  assert.deepEqual(half(curve(1, 2), curve(3, 6)), { up: [2, 4], across: [0, 1] });
});

test("between two states everybody is on the way, and what each has solved grows", () => {
  const stations = (/** @type {number[][]} */ ...who) => ({ kind: "stations", stations: who.map((each) => ({ who: each })) });
  const [from, to] = [stations([1, 2], []), stations([2], [1])];
  assert.deepEqual(between(from, to, 0.25), { ...to, from: from.stations, share: 0.25 });
  const units = (/** @type {number} */ solved) => ({ kind: "units", people: [{ unit: 0, solved }] });
  assert.deepEqual(between(units(0.2), units(0.6), 0.5), units(0.4));
  assert.equal(between(from, to, 1), to); // the end is what is shown
});
