// What waits until the page can be read: till then, half a second at most, or not at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { painted } from "../../course/pages/static/painted.js";
import { open, pass } from "./dom.js";

/** Whether what waits has gone on, each time after so many milliseconds. */
async function goneOn(/** @type {number[]} */ ...waits) {
  let gone = false;
  painted().then(() => { gone = true; });
  const told = [];
  for (const wait of waits) {
    pass(wait);
    await new Promise(setImmediate);
    told.push(gone);
  }
  return told;
}

/** @type {((seen: {getEntriesByName: (name: string) => object[]}) => void)[]} */
let watching = [];

/** A page that is shown; its browser tells of what it paints. */
function shown() {
  open();
  Object.defineProperty(document, "hidden", { value: false });
  watching = [];
  Object.assign(globalThis, {
    PerformanceObserver: class {
      constructor(/** @type {typeof watching[0]} */ heard) { this.heard = heard; }
      observe() { watching.push(this.heard); }
      disconnect() { watching = watching.filter((one) => one !== this.heard); }
    },
  });
}

function paint(/** @type {string} */ what) {
  for (const heard of watching) heard({ getEntriesByName: (name) => (name === what ? [{}] : []) });
}

test("it goes on when text is on the screen, not when the first colour is", async () => {
  shown();
  const told = goneOn(0, 0);
  paint("first-paint");
  assert.deepEqual(await told, [false, false]);
  const then = goneOn(0);
  paint("first-contentful-paint");
  assert.deepEqual(await then, [true]);
  assert.equal(watching.length, 0); // both have heard it
});

test("it goes on after half a second where nothing is told", async () => {
  shown();
  assert.deepEqual(await goneOn(499, 1), [false, true]);
});

test("nothing waits where no page is shown, or where it can be read already", async () => {
  open(); // nothing is painted without a browser
  assert.deepEqual(await goneOn(0), [true]);
  shown();
  performance.mark("first-contentful-paint");
  assert.deepEqual(await goneOn(0), [true]);
  performance.clearMarks();
});
