// The session in a worker: what is sent, what counts as saved, what is told, and to whom.

import assert from "node:assert/strict";
import { test } from "node:test";
import { WorkerSession } from "../../course/runtimes/browser/static/worker-session.js";
import { open } from "./dom.js";
import { Engine } from "./worker.js";

/** A session whose engine the test plays, and what its watcher has been told. */
function start() {
  open();
  Engine.install();
  /** @type {string[]} */
  const told = [];
  const session = new WorkerSession("http://localhost/engine/abc", "sv", "06-a&b", {
    lost: () => told.push("lost"), back: () => told.push("back"),
  });
  return { session, told, engine: Engine.latest };
}

const answer = (/** @type {number} */ n) => ({ do: /** @type {const} */ ("answer"), answer: "a", n });

test("the worker knows the language and the lesson", () => {
  const { engine } = start();
  assert.equal(engine.url, "http://localhost/engine/abc/worker.js?language=sv&lesson=06-a%26b");
  assert.equal(engine.type, "module");
});

test("the page is told when the engine is awake, and when it has loaded what the lesson leans on", () => {
  const { engine } = start();
  /** @type {string[]} */
  const heard = [];
  for (const event of ["course-awake", "course-warm"]) document.addEventListener(event, () => heard.push(event));
  engine.say({ ready: true });
  assert.deepEqual(heard, ["course-awake"]);
  engine.say({ warm: true });
  assert.deepEqual(heard, ["course-awake", "course-warm"]);
});

test("the engine is on its way until it is awake, or is known never to be", () => {
  const first = start();
  assert.equal(first.session.isWaking(), true);
  first.engine.say({ ready: true });
  assert.equal(first.session.isWaking(), false);
  const second = start();
  second.engine.say({ failed: "torn" });
  assert.equal(second.session.isWaking(), false);
});

test("a page that is put aside ends its engine, which would hold up the others; one that is left for good does not", () => {
  const { engine } = start();
  const left = (/** @type {boolean} */ persisted) =>
    window.dispatchEvent(Object.assign(new Event("pagehide"), { persisted }));
  left(false);
  assert.equal(engine.isOver, false);
  left(true);
  assert.equal(engine.isOver, true);
});

test("an answer has an id of its own, and is under way until it is kept", () => {
  const { session, engine } = start();
  session.send("x", answer(1));
  const [{ exercise, message }] = engine.sent;
  assert.equal(exercise, "x");
  assert.match(message.id, /^[0-9a-f]{32}$/);
  assert.equal(session.busy(), true);
  engine.tell("x", "saved", { kept: false, words: "", n: 1 });
  engine.tell("y", "saved", { kept: true, words: "", n: 1 });
  assert.equal(session.busy(), true);
  engine.tell("x", "saved", { kept: true, words: "", n: 1 });
  assert.equal(session.busy(), false);
});

test("what cannot be judged has nothing to keep", () => {
  const { session, engine } = start();
  session.send("x", answer(1));
  engine.tell("x", "state", { problem: "Choose one.", n: 1 });
  assert.equal(session.busy(), false);
});

test("a card that is dealt is kept when its deck is over, and practice never", () => {
  const { session, engine } = start();
  session.send("x", answer(1));
  engine.tell("x", "state", { deal: { over: false }, n: 1 });
  assert.equal(session.busy(), false);
  session.send("x", answer(2));
  engine.tell("x", "state", { deal: { over: true }, n: 2 });
  assert.equal(session.busy(), true);
  session.send("x", answer(3));
  engine.tell("x", "saved", { kept: true, words: "", n: 2 });
  engine.tell("x", "state", { deal: { over: true, practice: true }, n: 3 });
  assert.equal(session.busy(), false);
});

test("a look and a draft are sent as they are, and keep nothing waiting", () => {
  const { session, engine } = start();
  session.send("x", { do: "look", setting: {}, n: 1 });
  session.send("x", { do: "draft", value: "a" });
  assert.deepEqual(engine.sent.map(({ message }) => message.id), [undefined, undefined]);
  assert.equal(session.busy(), false);
});

test("those who listen to an exercise hear of it, until they are done", () => {
  const { session, engine } = start();
  /** @type {string[]} */
  const heard = [];
  const off = session.on("x", (...[name]) => { heard.push(name); });
  engine.tell("x", "state", {});
  engine.tell("y", "state", {});
  off();
  engine.tell("x", "scene", {});
  assert.deepEqual(heard, ["state"]);
});

test("what is called for comes back to who called, in whatever order", async () => {
  const { session, engine } = start();
  const [first, second] = [session.call("page", "home", ""), session.call("file", "answers")];
  assert.deepEqual(engine.sent.map(({ call, given }) => [call, given]), [["page", ["home", ""]], ["file", ["answers"]]]);
  const [one, two] = engine.sent.map(({ number }) => number);
  engine.say({ called: two, value: "b" });
  engine.say({ called: one, value: "a" });
  assert.deepEqual([await first, await second], ["a", "b"]);
});

test("how the lesson stands is told to all who asked", () => {
  const { session, engine } = start();
  /** @type {any[]} */
  const heard = [];
  session.opened((now) => heard.push(now));
  session.opened((now) => heard.push(now));
  engine.say({ opened: { answered: ["x"] } });
  assert.deepEqual(heard, [{ answered: ["x"] }, { answered: ["x"] }]);
});

test("an engine that fails, or is not there, is told as a lost line is", () => {
  const { told, engine } = start();
  engine.say({ failed: "no such file" });
  engine.onerror();
  assert.deepEqual(told, ["lost", "lost"]);
});

test("all scripts of a page are told that the engine is missing, whichever of them came first", () => {
  const { session, told, engine } = start();
  /** @type {string[]} */
  const other = [];
  const watcher = { lost: () => other.push("lost"), back: () => {} };
  session.watch(watcher);
  engine.say({ failed: "no such file" });
  session.watch(watcher); // came too late to hear it
  assert.deepEqual([told, other], [["lost"], ["lost", "lost"]]);
});

test("a browser that keeps nothing has seen nothing", async () => {
  const { session } = start();
  Object.assign(globalThis, { indexedDB: undefined });
  assert.equal(await session.seen(), undefined);
});

test("a browser that starts no worker is told as one whose engine is missing, and nothing breaks", () => {
  open();
  Object.assign(globalThis, { Worker: class { constructor() { throw new Error("forbidden"); } } });
  const { error } = console;
  console.error = () => {};
  /** @type {string[]} */
  const told = [];
  const session = new WorkerSession("http://localhost/engine/abc", "sv", "x", { lost: () => told.push("lost"), back: () => {} });
  session.send("x", answer(1));
  console.error = error;
  assert.deepEqual(told, ["lost"]);
});
