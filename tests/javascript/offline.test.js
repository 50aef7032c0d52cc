// The course is kept for later: what the foot of a page says of it, and when a newer version is told of.

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
 * @param {{fails?: boolean, main?: string}} how
 */
async function shown({ fails = false, main = "" }) {
  open(main + FOOT, "https://localhost/en/06");
  /** @type {{script: string}[]} */
  const heard = [];
  /** @type {string[]} */
  const asked = [];
  const serviceWorker = Object.assign(new window.EventTarget(), {
    ready: Promise.resolve({ active: { postMessage: (/** @type {{script: string}} */ what) => heard.push(what) } }),
    register: async (/** @type {string} */ address) => {
      asked.push(address);
      if (fails) throw new Error("blocked");
    },
  });
  Object.defineProperty(navigator, "serviceWorker", { value: serviceWorker, configurable: true });
  await import(`../../course/runtimes/browser/static/offline.js?${++loaded}`);
  await settled();
  return { asked, heard, serviceWorker, foot: /** @type {HTMLElement} */ (document.getElementById("offline")) };
}

test("a page without exercises has the course kept at once, says so, and tells of which version it is", async () => {
  const { asked, heard, foot } = await shown({});
  assert.match(asked[0], /\/keeper[.]js$/);
  assert.match(heard[0].script, /browser\/static\/offline[.]js/);
  assert.equal(foot.hidden, false);
  assert.equal(foot.textContent, SAID.ready);
});

test("a page with exercises waits until the engine has loaded what they lean on", async () => {
  const { asked } = await shown({ main: '<script type="application/json" id="lesson">{}</script>' });
  assert.deepEqual(asked, []);
  document.dispatchEvent(new Event("course-awake"));
  await settled();
  assert.deepEqual(asked, []);
  document.dispatchEvent(new Event("course-warm"));
  await settled();
  assert.equal(asked.length, 1);
});

test("a newer version is told of when it is what answers for the page, and not when the first one is", async () => {
  const { foot, serviceWorker } = await shown({});
  assert.equal(foot.textContent, SAID.ready);
  assert.equal(foot.getAttribute("role"), null);
  serviceWorker.dispatchEvent(new Event("controllerchange"));
  assert.equal(foot.textContent, SAID.newer);
  assert.equal(foot.getAttribute("role"), "status");
});

test("a browser that keeps nothing is no fault of the page", async () => {
  const { foot } = await shown({ fails: true });
  assert.equal(foot.hidden, true);
});
