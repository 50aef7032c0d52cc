// The instructor's view without a browser: what is typed or opened there outlives a telephone's arrival.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { find, open } from "./dom.js";

const YAML = readFileSync(new URL("../../course/words/class.yml", import.meta.url), "utf8");

/** Words that say their own names; the views are given them as JSON. */
const words = Object.fromEntries([...YAML.matchAll(/^class-view\.([\w-]+):/gm)].map(([, name]) => [name, name]));

const steps = ["a", "b"].map((title) => ({ title, minutes: 3, core: false, counted: true, phase: null }));
const network = { what: "network", title: "Network", say: "Ask", units: [], strengths: [], usual: ["A", "B"] };
const split = {
  what: "split", title: "Jigsaw", say: "Invitation", parts: 2, tables: ["A"], rooms: 0, usual: 20, sizes: [{ size: 8, rooms: 1 }, { size: 20, rooms: 1 }],
  held: [], key: "Key", law: "Law", debrief: [], phases: [], observers: "Watch",
};
const places = ["x", "y"].map((id) => ({ id, text: `place ${id}` }));
const exercise = { id: "one", title: "One", prompt: "?", kind: "Kind", form: "one", rows: [{ id: "answer", text: "", places, area: "", aside: false }] };
const SHEET = {
  routes: [{ id: "hour", text: "60" }], late: "",
  activities: [{ name: "One", steps: [1], clocks: { hour: [0, 10] }, forms: "alone", say: "Say.", do: "", read: [], expected: ["Be ready."], questions: [] }],
};

/** The page, which hears of states over a line, and what it sends. */
async function desk() {
  const window = open(`<main id=view></main><a id=other></a>`);
  find("#view").dataset.given = JSON.stringify({ language: "en", words, limits: {} });
  /** @type {any[]} */
  const lines = [];
  /** @type {any[]} */
  const sent = [];
  Object.assign(globalThis, {
    sessionStorage: window.sessionStorage,
    WebSocket: class { constructor() { lines.push(this); } },
    fetch: async (/** @type {URL} */ address, /** @type {{body: string}} */ { body }) => {
      if (address.pathname.endsWith("sheet")) return { status: 200, text: async () => JSON.stringify({ sheet: SHEET }) };
      sent.push(JSON.parse(body));
      return { status: 409, text: async () => JSON.stringify({ problem: "no" }) };
    },
  });
  await import(`../../course/runtimes/classroom/static/lead.js?${Math.random()}`);
  await new Promise(setImmediate); // the run sheet is fetched
  let version = 0;
  return {
    sent,
    /** Tell it how the room stands; one more telephone is there each time. */
    hear: (/** @type {any} */ more) => lines[0].onmessage({
      data: JSON.stringify({
        version: ++version, now: 0, lesson: "Six", at: 1, of: 2, smallest: 5, exercise: null, round: 1, phase: "open", code: "ABC234", address: "http://here/", wifi: "",
        square: ["1"], answered: version, notes: [], door: "d", ends: 1e9, connected: version, reached: false, actions: ["deal"], steps, begun: null, started: null, ...more,
      }),
    }),
  };
}

test("what is typed of the units is left alone when somebody comes, and all of it is sent", async () => {
  const { hear, sent } = await desk();
  hear({ together: network });
  const list = find("textarea");
  list.value = "A\nB\nC";
  list.dispatchEvent(new Event("input"));
  list.focus();
  hear({ together: { ...network } });
  assert.equal(find("textarea"), list);
  assert.equal(document.activeElement, list);
  find('[data-act="deal"]').click();
  assert.deepEqual(sent[0].value, ["A", "B", "C"]);
});

test("how many share a room stays chosen in the same list, and the rooms are those of who is here now", async () => {
  const { hear } = await desk();
  hear({ together: split });
  const list = find("#size");
  hear({ together: { ...split, sizes: [{ size: 8, rooms: 3 }, { size: 20, rooms: 2 }] } });
  assert.equal(find("#size"), list);
  assert.match(find(".stands").textContent, /split-here/);
});

test("what was opened stays open when somebody comes or it is dealt to one more", async () => {
  const { hear } = await desk();
  const dealt = { phase: "shown", actions: ["part"] };
  hear({ ...dealt, together: { ...split, held: [[1]] } });
  const expected = find(".task details");
  expected.open = true;
  const step = find(".step");
  hear({ ...dealt, together: { ...split, held: [[2]] } });
  assert.equal(find(".task details"), expected);
  assert.equal(find(".step"), step);
  assert.match(find(".held").textContent, /A 2/);
  hear({ ...dealt, together: { ...split, held: [[2]] }, steps: [{ ...steps[0], phase: "shown" }, steps[1]] });
  assert.match(find("nav").textContent, /was-shown/);
});

test("why nobody gets here stays open while the telephones that do come in", async () => {
  const { hear } = await desk();
  hear({ at: -1, actions: [] });
  const why = find(".tried details");
  hear({ at: -1, actions: [] });
  assert.equal(find(".tried details"), why);
  hear({ at: -1, actions: [], reached: true });
  assert.equal(document.querySelector(".tried details"), null);
});

test("hands that are typed stay until the next round, which has its own", async () => {
  const { hear } = await desk();
  const open = { exercise, held: { right: {}, said: [], lines: [] }, actions: ["close"] };
  hear({ ...open, hands: { answer: { x: 3 } } });
  const [first] = [find("#hand-0")];
  assert.equal(first.value, "3");
  hear({ ...open, hands: { answer: { x: 3 } } });
  assert.equal(find("#hand-0"), first);
  hear({ ...open, round: 2, hands: {} });
  assert.equal(find("#hand-0").value, "");
});
