// The line to the session: what waits, what is sent again, what is told, and when.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SocketSession } from "../../course/pages/static/socket.js";
import { alive, open, pass } from "./dom.js";
import { Wire } from "./wire.js";

/** A session with its first socket not open yet, and what its watcher has been told. */
function connect() {
  open();
  Wire.install();
  /** @type {string[]} */
  const told = [];
  const session = new SocketSession("/sv/line?lesson=06", {
    lost: () => told.push("lost"), back: () => told.push("back"),
  });
  return { session, told };
}

const answer = (/** @type {number} */ n) => ({ do: /** @type {const} */ ("answer"), answer: "a", n });
const draft = (/** @type {string} */ value) => ({ do: /** @type {const} */ ("draft"), value });
const doings = (/** @type {Wire} */ wire) => wire.sent.map(({ message }) => message.do);

test("the address is the page's own, as a socket's", () => {
  connect();
  assert.equal(Wire.latest.url, "ws://localhost/sv/line?lesson=06");
});

test("what is sent before the line is open waits, in its order", () => {
  const { session } = connect();
  session.send("", { do: "keep", cell: "c1" });
  session.send("x", { do: "look", setting: {}, n: 1 });
  Wire.latest.open();
  assert.deepEqual(doings(Wire.latest), ["keep", "look"]);
});

test("an answer has an id of its own, and is sent again with it until it is durable", () => {
  const { session } = connect();
  Wire.latest.open();
  session.send("x", answer(1));
  const [{ message }] = Wire.latest.sent;
  assert.match(message.id, /^[0-9a-f]{32}$/);
  Wire.latest.close();
  pass(200);
  Wire.latest.open();
  assert.deepEqual(Wire.latest.sent, [{ exercise: "x", message }]);
  Wire.latest.tell("x", "saved", { kept: false, words: "", n: 1 });
  assert.equal(session.busy(), true);
  Wire.latest.tell("y", "saved", { kept: true, words: "", n: 1 }); // another exercise's
  assert.equal(session.busy(), true);
  Wire.latest.tell("x", "saved", { kept: true, words: "", n: 1 });
  assert.equal(session.busy(), false);
  Wire.latest.close();
  pass(200);
  Wire.latest.open();
  assert.deepEqual(Wire.latest.sent, []);
});

test("a later answer is not done when an earlier one is saved", () => {
  const { session } = connect();
  Wire.latest.open();
  session.send("x", answer(1));
  session.send("x", answer(2));
  Wire.latest.tell("x", "saved", { kept: true, words: "", n: 1 });
  assert.equal(session.busy(), true);
  Wire.latest.tell("x", "saved", { kept: true, words: "", n: 2 });
  assert.equal(session.busy(), false);
});

test("an answer that cannot be judged is not sent again", () => {
  const { session } = connect();
  Wire.latest.open();
  session.send("x", answer(1));
  Wire.latest.tell("x", "state", { answered: false, problem: "why", n: 1 });
  assert.equal(session.busy(), false);
});

test("where a page has no secure context, an answer has an id all the same", (context) => {
  const { session } = connect();
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  context.after(() => Reflect.deleteProperty(crypto, "randomUUID"));
  session.send("x", answer(1));
  Wire.latest.open();
  assert.match(Wire.latest.sent[0].message.id, /^[0-9a-f]{32}$/);
});

test("a draft is sent again when the line comes back at once, and not when it was surely kept", () => {
  const { session } = connect();
  Wire.latest.open();
  session.send("x", draft("a"));
  Wire.latest.close();
  assert.equal(session.busy(), true);
  pass(200);
  Wire.latest.open();
  assert.deepEqual(Wire.latest.sent, [{ exercise: "x", message: draft("a") }]);
  pass(2000);
  Wire.latest.close();
  pass(200);
  Wire.latest.open();
  assert.deepEqual(Wire.latest.sent, []);
});

test("a draft that was sent again is kept for as long as one that is sent the first time", () => {
  const { session } = connect();
  Wire.latest.open();
  session.send("x", draft("a"));
  Wire.latest.close();
  pass(200);
  Wire.latest.open();
  pass(1900); // two seconds since it was sent first, and not on this line
  Wire.latest.close();
  pass(200);
  Wire.latest.open();
  assert.deepEqual(Wire.latest.sent, [{ exercise: "x", message: draft("a") }]);
});

test("of drafts that wait only the latest is sent, and none after an answer", () => {
  const { session } = connect();
  session.send("x", draft("a"));
  session.send("x", draft("b"));
  session.send("y", draft("c"));
  session.send("y", answer(1));
  Wire.latest.open();
  assert.deepEqual(Wire.latest.sent.map(({ exercise, message }) => [exercise, message.do, message.value]),
    [["y", "answer", undefined], ["x", "draft", "b"]]);
});

test("it comes back ever more slowly, every three seconds at last", () => {
  connect();
  const pauses = [];
  for (let n = 0; n < 7; n++) {
    const before = Wire.all.length;
    Wire.latest.close();
    let waited = 0;
    while (Wire.all.length === before && waited < 10_000) {
      pass(100);
      waited += 100;
    }
    pauses.push(waited);
  }
  assert.deepEqual(pauses, [200, 400, 800, 1500, 3000, 3000, 3000]);
  Wire.latest.open(); // and quickly again the next time
  Wire.latest.close();
  const before = Wire.all.length;
  pass(200);
  assert.equal(Wire.all.length, before + 1);
});

test("a short break is told nobody; a long one is told once, and that it is over", () => {
  const { told } = connect();
  Wire.latest.open();
  Wire.latest.close();
  pass(200);
  Wire.latest.open();
  pass(10_000);
  assert.deepEqual(told, []);
  Wire.latest.close();
  pass(200);
  Wire.latest.close();
  pass(1299);
  assert.deepEqual(told, []);
  pass(1);
  assert.deepEqual(told, ["lost"]);
  pass(10_000);
  Wire.latest.open();
  assert.deepEqual(told, ["lost", "back"]);
});

test("whoever presses to come back need not wait, and presses a line that is up for nothing", () => {
  const { session } = connect();
  for (let n = 0; n < 5; n++) {
    Wire.latest.close();
    pass(3000);
  }
  Wire.latest.close();
  const before = Wire.all.length;
  session.again();
  assert.equal(Wire.all.length, before + 1);
  pass(3000); // the attempt that was to come has been made
  assert.equal(Wire.all.length, before + 1);
  Wire.latest.open();
  session.again();
  assert.equal(Wire.all.length, before + 1);
});

test("each exercise hears its own changes, until its listener is off", () => {
  const { session } = connect();
  Wire.latest.open();
  /** @type {any[]} */
  const heard = [];
  const off = session.on("x", (name, value) => { heard.push(["first", name, value]); });
  session.on("x", (name, _) => { heard.push(["second", name]); });
  session.on("y", () => { heard.push(["y"]); });
  Wire.latest.tell("x", "event", { id: "1" });
  off();
  Wire.latest.tell("x", "event", { id: "2" });
  assert.deepEqual(heard, [["first", "event", { id: "1" }], ["second", "event"], ["second", "event"]]);
});

test("a session that is closed stays closed, and leaves no timer", () => {
  const { session, told } = connect();
  Wire.latest.close();
  assert.equal(alive.timers.size, 2); // the next attempt, and patience
  session.close();
  assert.equal(alive.timers.size, 0);
  session.again();
  pass(60_000);
  assert.equal(Wire.all.length, 1);
  assert.deepEqual(told, []);
});
