// Where the learner reads: offered, kept, carried along to the other language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { watchPlace } from "../../course/pages/static/place.js";
import { alive, find, open, pass } from "./dom.js";

/** A page of four cells, each as high as the window; `scroll(1)` has the second at its top. */
function page(place = /** @type {string | null} */ (null), hash = "") {
  const window = open(`<a id=twin href="/sv/06"></a><p id=resume hidden><a href="#">On to <span></span></a></p>
    <main>${[0, 1, 2, 3].map((n) => `<section class=text id=c${n}>${n === 3 ? "" : `<h2>Heading ${n}</h2>`}</section>`).join("")}</main>`,
  `http://localhost/en/06${hash}`);
  let at = 0;
  for (const [n, cell] of document.querySelectorAll("section").entries()) {
    cell.getBoundingClientRect = () => /** @type {any} */ ({ top: (n - at) * window.innerHeight });
  }
  /** @type {string[]} */
  const kept = [];
  const shown = () => [...document.querySelectorAll("section")];
  const { off: end } = watchPlace({ place: place ? { cell: place } : null }, (cell) => kept.push(cell), shown);
  const scroll = (/** @type {number} */ to) => {
    at = to;
    document.dispatchEvent(new Event("scroll"));
  };
  return { kept, end, scroll };
}

const offered = () => (find("#resume").hidden ? null : [find("#resume a").getAttribute("href"), find("#resume span").textContent]);

test("the place of the last visit is offered by the heading above it", () => {
  page("c2");
  assert.deepEqual(offered(), ["#c2", "Heading 2"]);
  page("c3");
  assert.deepEqual(offered(), ["#c3", "Heading 2"]);
});

test("the top is not offered, nor a cell that is gone, nor anything where an address points", () => {
  page("c0");
  assert.equal(offered(), null);
  page("gone");
  assert.equal(offered(), null);
  page(null);
  assert.equal(offered(), null);
  page("c2", "#c1");
  assert.equal(offered(), null);
});

test("a place counts when one has stayed there a second and a half, and is told once", () => {
  const { kept, scroll } = page();
  scroll(1);
  pass(1400);
  scroll(2);
  pass(1499);
  assert.deepEqual(kept, []);
  pass(1);
  scroll(2);
  pass(5000);
  assert.deepEqual(kept, ["c2"]);
});

test("whoever goes up to the top keeps the place: the one of this visit, or of the last", () => {
  const { kept, scroll } = page("c3");
  pass(1500);
  assert.deepEqual(kept, ["c3"]);
  scroll(2);
  pass(1500);
  scroll(0);
  pass(1500);
  assert.deepEqual(kept, ["c3", "c2"]);
});

test("the other language opens where one reads", () => {
  const { scroll } = page();
  assert.equal(find("#twin").getAttribute("href"), "/sv/06");
  scroll(2);
  assert.equal(find("#twin").getAttribute("href"), "/sv/06#c2");
  const linked = page(null, "#c1"); // a link into the lesson counts as a place
  linked.scroll(0);
  assert.equal(find("#twin").getAttribute("href"), "/sv/06#c1");
});

test("a watch that has ended hears and keeps nothing", () => {
  const { kept, end, scroll } = page();
  scroll(2);
  end();
  scroll(1);
  pass(5000);
  assert.deepEqual([kept, alive.timers.size, alive.listeners.size], [[], 0, 0]);
});
