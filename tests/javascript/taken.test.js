// What is taken along: which file a link asks the engine for, and that nothing else is touched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { offerFiles } from "../../course/runtimes/browser/static/taken.js";
import { open } from "./dom.js";

/** A page with a link, and what the session has been asked for when it has been pressed. */
async function pressed(/** @type {string} */ html) {
  open(html);
  /** @type {string[][]} */
  const asked = [];
  Object.assign(globalThis, { HTMLAnchorElement: document.createElement("a").constructor, URL: Object.assign(URL, {
    createObjectURL: () => "blob:made", revokeObjectURL: () => {},
  }) });
  offerFiles({ call: async (name, ...given) => { asked.push([name, ...given.map(String)]); return "e30="; } }); // {} in base64
  const event = new Event("click", { bubbles: true, cancelable: true });
  document.querySelector("a")?.dispatchEvent(event);
  await new Promise((resolve) => { setImmediate(resolve); });
  return { asked, isStopped: event.defaultPrevented };
}

test("each download has its name with the engine", async () => {
  for (const [href, ...expected] of [
    ["?download=1", "answers", ""],
    ["?download=zip", "answers.zip", ""],
    ["?download=text", "plan.txt", ""],
    ["?download=page", "plan.html", ""],
    ["?download=dates", "plan.ics", ""],
    ["plan.html?download=calendar&lesson=04-leadership", "calendar", "04-leadership"],
  ]) {
    const { asked, isStopped } = await pressed(`<a href="${href.replace("&", "&amp;")}" download="x">Take along</a>`);
    assert.deepEqual([asked, isStopped], [[["file", ...expected]], true]);
  }
});

test("a link to a page goes where it leads", async () => {
  assert.deepEqual(await pressed('<a href="plan.html">My plan</a>'), { asked: [], isStopped: false });
});
