// The small scripts of pages: terms, paper, preview.

import assert from "node:assert/strict";
import { test } from "node:test";
import { watchFile } from "../../course/pages/static/preview.js";
import { alive, find, open, pass } from "./dom.js";

let pages = 0;

/** Run a script anew, as a page does that has just been loaded. */
const run = (/** @type {string} */ name) => import(`../../course/pages/static/${name}?page=${++pages}`);

// --- terms ---------------------------------------------------------------------------------------

async function terms() {
  open(`<p>A <a class=term id=t1 href="/en/glossary#broker">broker</a>, a
      <a class=term id=t2 href="/en/glossary#elsewhere">tie</a>.</p>
    <ul><li><b id=term-broker>Broker</b> Whoever stands between groups.</li></ul>
    <script type="application/json" id=lesson>{"words": {"view": {"in-glossary": "In the glossary"}}}</script>`);
  await run("terms.js");
  return find("a.term[role=button]");
}

test("a term opens its meaning below it, and is closed by pressing it again", async () => {
  const button = await terms();
  assert.deepEqual([button.id, button.textContent, button.getAttribute("aria-expanded")], ["t1", "broker", "false"]);
  const meaning = find(`#${button.getAttribute("aria-controls")}`);
  assert.equal(meaning.textContent, ""); // a live region that is there before it speaks
  button.click();
  assert.equal(meaning.textContent.replace(/\s+/g, " ").trim(), "Whoever stands between groups. In the glossary");
  assert.ok(find("a", meaning).href.endsWith("/en/glossary#broker"));
  assert.equal(button.getAttribute("aria-expanded"), "true");
  button.click();
  assert.deepEqual([meaning.textContent, button.getAttribute("aria-expanded")], ["", "false"]);
});

test("Escape closes a meaning from within it, and gives the focus back", async () => {
  const button = await terms();
  button.click();
  const link = find(".meaning a");
  link.focus();
  link.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  assert.equal(find(".meaning").textContent, "");
  assert.equal(document.activeElement, button);
});

test("a term answers to the keys of a button, and to those who want its page beside this one", async () => {
  const term = await terms();
  const told = () => term.getAttribute("aria-expanded");
  /** Whether the browser goes on to do what it does with a link. */
  const goesOn = (/** @type {string} */ type, held = {}) =>
    term.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), held));
  assert.equal(goesOn("keydown", { key: " " }), false); // nothing scrolls
  assert.equal(told(), "true");
  assert.equal(goesOn("click"), false);
  assert.equal(told(), "false");
  assert.equal(goesOn("click", { ctrlKey: true }), true);
  assert.equal(told(), "false");
});

test("a term whose meaning is not on the page stays a link", async () => {
  await terms();
  assert.equal(find("a.term:not([role])").id, "t2");
});

// --- paper ---------------------------------------------------------------------------------------

test("on paper what is folded is open and what was written is whole; afterwards all is as it was", async () => {
  open(`<div class=card><details id=shut></details><details id=own open></details><textarea id=area></textarea></div>
    <details id=rail></details>`);
  await run("paper.js");
  find("#area").value = "Line one\nline two";
  const standing = () => ["shut", "own", "rail"].map((id) => find(`#${id}`).open);
  const before = document.body.innerHTML;
  window.dispatchEvent(new Event("beforeprint"));
  window.dispatchEvent(new Event("beforeprint")); // some browsers tell it twice
  assert.deepEqual(standing(), [true, true, false]);
  assert.deepEqual([...document.querySelectorAll(".on-paper")].map((one) => one.textContent), ["Line one\nline two"]);
  window.dispatchEvent(new Event("afterprint"));
  assert.deepEqual(standing(), [false, true, false]);
  assert.equal(document.body.innerHTML, before);
});

// --- preview -------------------------------------------------------------------------------------

test("a preview is loaded anew when its file has been saved, and not before", async (context) => {
  open();
  let changed = 1;
  const reload = context.mock.fn();
  Object.assign(globalThis, { location: { reload } });
  context.mock.method(globalThis, "fetch", async () => ({ ok: true, json: async () => ({ changed }) }));
  const end = watchFile({ preview: { changed: 1 } });
  const look = async () => {
    pass(200);
    await new Promise(setImmediate);
  };
  await look();
  assert.equal(reload.mock.callCount(), 0);
  changed = 2;
  await look();
  assert.equal(reload.mock.callCount(), 1);
  end();
  assert.equal(alive.timers.size, 0);
});
