// The course is kept for later: what the foot of a page says of it, and when a newer version is taken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./dom.js";

const SAID = { ready: "kept", newer: "newer", insecure: "no https" };
const FOOT = `<p id="offline" hidden ${Object.entries(SAID).map(([key, text]) => `data-${key}="${text}"`).join(" ")}></p>`;
let loaded = 0;
/** What was promised has been done; the test's own clock stands. */
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

/**
 * A page of the course in a browser, and what its service worker has been told.
 * @param {{waiting?: boolean, fails?: boolean, main?: string}} how
 */
async function shown({ waiting = false, fails = false, main = "" }) {
  open(main + FOOT, "https://localhost/en/06");
  /** @type {string[]} */
  const heard = [];
  const worker = (/** @type {string} */ name) => ({ postMessage: (/** @type {string} */ what) => heard.push(`${name} ${what}`) });
  const registration = { waiting: waiting ? worker("waiting") : null, addEventListener: () => {} };
  /** @type {string[]} */
  const asked = [];
  const serviceWorker = {
    controller: {},
    ready: Promise.resolve({ active: worker("active") }),
    register: async (/** @type {string} */ address) => {
      asked.push(address);
      if (fails) throw new Error("blocked");
      return registration;
    },
  };
  Object.defineProperty(navigator, "serviceWorker", { value: serviceWorker, configurable: true });
  await import(`../../course/runtimes/browser/static/offline.js?${++loaded}`);
  await settled();
  return { asked, heard, foot: /** @type {HTMLElement} */ (document.getElementById("offline")) };
}

test("a page without exercises has the course kept at once, and says so", async () => {
  const { asked, heard, foot } = await shown({});
  assert.match(asked[0], /\/keeper[.]js$/);
  assert.deepEqual(heard, ["active tidy"]);
  assert.equal(foot.hidden, false);
  assert.equal(foot.textContent, SAID.ready);
});

test("a page with exercises waits for the engine", async () => {
  const { asked } = await shown({ main: '<script type="application/json" id="lesson">{}</script>' });
  assert.deepEqual(asked, []);
  document.dispatchEvent(new Event("course-awake"));
  await settled();
  assert.equal(asked.length, 1);
});

test("a newer version is told of, and taken when the page is left and not before", async () => {
  const { heard, foot } = await shown({ waiting: true });
  assert.equal(foot.textContent, SAID.newer);
  assert.equal(foot.getAttribute("role"), "status");
  assert.ok(!heard.includes("waiting take"));
  window.dispatchEvent(new Event("pagehide"));
  assert.ok(heard.includes("waiting take"));
});

test("a browser that keeps nothing is no fault of the page", async () => {
  const { foot } = await shown({ fails: true });
  assert.equal(foot.hidden, true);
});
