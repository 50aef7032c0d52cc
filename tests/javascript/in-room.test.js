// A telephone in its room, without a browser: what it ticks while the class goes on.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { find, open } from "./dom.js";

const split = { what: "split", title: "Jigsaw", say: "Invitation", parts: 2, tables: ["A"], rooms: 1, do: "Read.", minutes: 8 };
const state = { version: 1, at: 3, of: 4, round: 1, phase: "shown", lesson: "Six", smallest: 5, together: split, exercise: null };

/** Words that say their own names; the views are given them as JSON. */
const YAML = readFileSync(new URL("../../course/words/class.yml", import.meta.url), "utf8");
const words = Object.fromEntries([...YAML.matchAll(/^class-view\.([\w-]+):/gm)].map(([, name]) => [name, name]));

test("a tick outlives the part that comes just then, and two ticks arrive in their order", async () => {
  const window = open("<main id=view></main><p id=told></p><a id=other></a>");
  find("#view").dataset.given = JSON.stringify({ language: "en", words, limits: { note: 900 } });
  /** @type {any[]} */
  const lines = [];
  /** @type {{what: string, body: any, reply: (told?: any) => Promise<void>}[]} */
  const asked = [];
  Object.assign(globalThis, {
    localStorage: window.localStorage,
    WebSocket: class { constructor() { lines.push(this); } },
    fetch: (/** @type {URL} */ address, /** @type {{body: string}} */ { body }) => new Promise((done) => {
      const reply = async (/** @type {any} */ told = {}) => {
        done({ status: 200, text: async () => JSON.stringify(told) });
        await new Promise(setImmediate);
      };
      asked.push({ what: address.pathname.split("/").at(-1) ?? "", body: JSON.parse(body), reply });
    }),
  });
  const { InRoom } = await import("../../course/runtimes/classroom/static/in-room.js");
  new InRoom("door");
  const hear = async (/** @type {any} */ more) => {
    lines[0].onmessage({ data: JSON.stringify({ ...state, ...more }) });
    await new Promise(setImmediate);
  };
  const next = () => /** @type {typeof asked[0]} */ (asked.shift());
  const slip = (/** @type {string[]} */ ...told) => ({ filled: {}, said: [], slip: { unit: "A", facts: ["One.", "Two."], told, room: 0 } });
  await hear({});
  await next().reply(slip());
  await hear({ version: 2, round: 2 });
  const before = next();
  assert.equal(before.what, "own");
  find("#fact-0").click(); // while the telephone asks how its slip stands in the next part
  find("#fact-1").click();
  await new Promise(setImmediate);
  await before.reply(slip()); // which the server told before it heard of the tick
  const [first, none] = asked.splice(0);
  assert.deepEqual([first.what, first.body.filled, none], ["answer", { 0: "told" }, undefined]);
  await first.reply();
  const second = next();
  assert.deepEqual([second.what, second.body.filled], ["answer", { 0: "told", 1: "told" }]);
  await second.reply();
  const after = next();
  assert.equal(after.what, "own");
  await after.reply(slip("0", "1"));
  assert.deepEqual([find("#fact-0").checked, find("#fact-1").checked], [true, true]);
  assert.deepEqual(asked, []);
});
