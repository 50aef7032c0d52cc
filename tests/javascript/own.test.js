// The page on one's own organisation: what it asks, in which order, and what it never sends back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { organisationMap } from "../../course/widgets/static/own/map.js";
import { ownPage } from "../../course/widgets/static/own/page.js";
import { find, open, ownOf } from "./dom.js";

/** @import { Ask } from "../../course/widgets/static/own/page.js" */

const TIES = "from,to\nAnn,Bo";
const LATER = "from,to\nAnn,Fia";

/** The page over what the session said to these very questions; `asked` has all of them. A table is read in so many `steps`. */
async function page({ kept = false, gone = false, unread = false, planned = false, slow = "", waits = Promise.resolve(), steps = 0 } = {}) {
  open("<main><div id=own></div></main>");
  const said = ownOf();
  /** @type {any[]} */
  const asked = [];
  let isKept = kept;
  /** @type {Ask} */
  const ask = async (question, ties) => {
    asked.push({ ...question, table: new TextDecoder().decode(ties) });
    if (gone && question.do !== "show") throw new Error("500");
    switch (question.do) {
      case "read":
        if (question.steps && steps) {
          steps -= 1;
          await waits;
          await settled();
          return { reading: 7, share: 0.25 };
        }
        return unread ? said.unread : asked.at(-1).table === LATER ? said.later.read : said.read;
      case "compare": return said.later.told;
      case "keep":
        isKept = true;
        return { problem: "", kept: true, saved: { kept: true, words: "" } };
      case "show":
        if (question.part === slow) await waits;
        if (!isKept) return { nothing: true, planned };
        return question.part ? said.parts[String(question.part)] : said.show;
      case "cost": return question.across === "x" ? { problem: "no" } : said.cost;
      case "spread": return said.spread;
      case "plan": return { planned: true, kept: true, saved: { kept: true, words: "" } };
      case "unplan": return { planned: false, kept: true, saved: { kept: true, words: "" } };
      default: return {};
    }
  };
  const root = find("#own");
  const drawn = ownPage(root, said.words, ask);
  if (slow) await settled();
  else await drawn;
  return { root, asked, said };
}

/** Let what has been promised come. */
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

async function press(/** @type {any} */ root, /** @type {string} */ text) {
  const button = [...root.querySelectorAll("button")].find((one) => one.textContent === text);
  assert.ok(button, text);
  button.click();
  for (let i = 0; i < 8; i += 1) await settled();
}

test("units that belong to others stand below them in the list, and people do not", () => {
  open("<main></main>");
  const shown = {
    nodes: [{ text: "Adults", unit: 0, x: 0, y: 0 }, { text: "HR", unit: 1, x: -0.5, y: 0 }, { text: "Children", unit: 0, x: 0.2, y: 0 }],
    units: [{ text: "Families", x: 0.1, y: 0 }, { text: "Staff", x: -0.5, y: 0 }],
    ties: [[0, 1, 2]],
  };
  const listed = (/** @type {boolean} */ ofPeople) => [...organisationMap(ownOf().words, shown, ofPeople).node.querySelectorAll(".names li")].map((one) => one.textContent);
  assert.deepEqual(listed(false), ["1FamiliesAdults, Children", "2StaffHR"]);
  assert.deepEqual(listed(true), ["1Families", "2Staff"]);
});

test("nothing is asked to be kept before the learner agrees, and no name is sent with it", async () => {
  const { root, asked, said } = await page();
  find("#own-ties").value = TIES;
  await press(root, said.words.read);
  assert.deepEqual(asked.map(({ do: what }) => what), ["show", "read"]);
  assert.equal(asked[1].table, TIES);
  assert.match(find(".remarks", root).textContent, /^Row 6: .*\(not used\)$/);
  assert.equal(find("input[type=radio]:checked", root).value, "people");
  await press(root, said.words.use);
  assert.deepEqual(asked.slice(2).map(({ do: what, part }) => [what, part]), [["keep", undefined], ["show", undefined],
    ...["wall", "hangs", "help", "spread", "doubt"].map((part) => ["show", part])]);
  const sent = JSON.stringify(asked.slice(2));
  assert.ok(said.read.key.includes("Eva"));
  for (const name of said.read.key) assert.ok(!sent.includes(`"${name}`), name);
  assert.equal(root.querySelectorAll(".key li").length, 5);
});

test("what the session tells stands there in its order, the spread with a choice of where it begins", async () => {
  const { root, asked, said } = await page({ kept: true });
  const titles = [...root.querySelectorAll(".result h2")].map((/** @type {any} */ one) => one.textContent);
  const { words } = said;
  assert.deepEqual(titles, ["map", "table", "wall", "hangs", "help", "spread", "doubt", "plan"].map((name) => words[name]));
  assert.equal(root.querySelectorAll(".key").length, 0); // nobody knows whose numbers they are
  find("#own-begin").value = "1";
  await press(root, words["spread-run"]);
  assert.deepEqual([asked.at(-1).do, asked.at(-1).begin], ["spread", 1]);
});

test("whoever is chosen in the list is seen with their ties, and once more with all", async () => {
  const { root } = await page({ kept: true });
  const [first] = root.querySelectorAll(".names button");
  /** @type {any} */ (first).click();
  assert.equal(first.getAttribute("aria-pressed"), "true");
  // Ann alone is in touch with IT: one tie within, one out of it, two elsewhere.
  assert.equal(root.querySelectorAll("path.out").length, 2);
  assert.equal(root.querySelectorAll("path.dim").length, 2);
  /** @type {any} */ (first).click();
  assert.equal(root.querySelectorAll("path.out, path.dim").length, 0);
});

test("what cannot be read is told, and what cannot be asked", async () => {
  const bad = await page({ unread: true });
  await press(bad.root, bad.said.words.read);
  assert.equal(find(".news", bad.root).textContent, bad.said.words.nothing);
  find("#own-ties").value = "x";
  await press(bad.root, bad.said.words.read);
  assert.equal(find(".understood .say", bad.root).textContent, bad.said.unread.problem);
  const gone = await page({ gone: true });
  find("#own-ties").value = TIES;
  const { warn } = console;
  console.warn = () => {};
  await press(gone.root, gone.said.words.read);
  console.warn = warn;
  assert.equal(find(".news", gone.root).textContent, gone.said.words.gone);
});

test("a long table shows how far the reading has come, and the table is sent once", async () => {
  /** @type {(value?: any) => void} */
  let go = () => {};
  const { root, asked, said } = await page({ steps: 2, waits: new Promise((resolve) => { go = resolve; }) });
  find("#own-ties").value = TIES;
  await press(root, said.words.read);
  assert.equal(root.querySelectorAll("progress").length, 0);
  go();
  for (let i = 0; i < 8; i += 1) await settled();
  assert.deepEqual(asked.slice(1).map(({ do: what, reading, table }) => [what, reading, table]), [["read", undefined, TIES], ["read", 7, ""], ["read", 7, ""]]);
  assert.equal(root.querySelectorAll("progress").length, 0);
  assert.ok(find(".understood .remarks", root));
});

test("the reading is stopped, and nothing of the table is left", async () => {
  const { root, asked, said } = await page({ steps: 1000 });
  find("#own-ties").value = TIES;
  await press(root, said.words.read);
  assert.equal(find("progress", root).value, 0.25);
  await press(root, said.words["counting-stop"]);
  assert.equal(asked.at(-1).do, "leave");
  assert.equal(find(".news", root).textContent, said.words["reading-left"]);
  assert.equal(root.querySelectorAll("progress, .remarks").length, 0);
  assert.equal(/** @type {any} */ (document.activeElement).id, "own-ties");
});

test("a page that is closed in the middle of a long table leaves nothing of it behind", async () => {
  const { root, asked, said } = await page({ steps: 1000 });
  find("#own-ties").value = TIES;
  await press(root, said.words.read);
  window.dispatchEvent(new Event("pagehide"));
  assert.ok(asked.some((one) => one.do === "leave"));
  await press(root, said.words["counting-stop"]);
  const before = asked.length;
  window.dispatchEvent(new Event("pagehide"));
  assert.equal(asked.length, before); // nothing is being read
});

test("a square is sent as it was filled in, and deleting asks once and then empties the page", async () => {
  const { root, asked, said } = await page({ kept: true });
  find("#own-units-lines").value = "A\nB\n\nA\n";
  await press(root, said.words["grid-make"]);
  const cells = [...root.querySelectorAll(".grid input")];
  assert.deepEqual(cells.map((one) => one.getAttribute("aria-label")), ["From A to B", "From B to A"]);
  /** @type {any} */ (cells[0]).value = "3";
  await press(root, said.words["grid-use"]);
  assert.equal(asked.at(-1).table, "\tA\tB\nA\t\t3\nB\t\t");
  await press(root, said.words["delete-sure"]);
  assert.equal(asked.at(-1).do, "forget");
  assert.equal(root.querySelectorAll(".result *").length, 0);
});

test("it is taken into the plan with the bridge that is chosen, and out again", async () => {
  const { root, asked, said } = await page({ kept: true });
  const { words } = said;
  const part = find("section.plan", root);
  const bridges = [...part.querySelectorAll("[name=own-bridge]")];
  const [help] = said.parts.help.sections;
  assert.equal(bridges.length, help.list.length + 1);
  assert.equal(/** @type {any} */ (bridges.at(-1)).checked, true); // none is chosen until somebody does
  const out = [...part.querySelectorAll("button")].find((one) => one.textContent === words["plan-out"]);
  assert.equal(/** @type {any} */ (out).hidden, true);
  /** @type {any} */ (bridges[0]).click();
  await press(root, words["plan-put"]);
  const { do: what, bridge, named } = asked.at(-1);
  assert.deepEqual([what, bridge, named], ["plan", 0, false]);
  assert.equal(find("[role=status]", part).textContent, words["plan-is-in"]);
  assert.equal(/** @type {any} */ (out).hidden, false);
  await press(root, words["plan-out"]);
  assert.equal(asked.at(-1).do, "unplan");
  assert.equal(find("[role=status]", part).textContent, words["plan-is-out"]);
});

test("what only the plan has can be taken out of it where nothing is kept", async () => {
  const { root, asked, said } = await page({ planned: true });
  await press(root, said.words["plan-out"]);
  assert.equal(asked.at(-1).do, "unplan");
  assert.equal(find(".news", root).textContent, said.words["plan-is-out"]);
  assert.equal(root.querySelectorAll("section.plan").length, 0);
});

test("what a tie costs is asked for, and the ties for the plan are those that are told for it", async () => {
  const { root, asked, said } = await page({ kept: true });
  const { words } = said;
  const of = (/** @type {string} */ id) => /** @type {any} */ (find(`#own-cost-${id}`, root));
  of("across").value = "x";
  await press(root, words["cost-use"]);
  assert.equal(find(".cost .problem", root).textContent, "no");
  [of("within").value, of("across").value, of("budget").value] = ["1", " 1,5 ", "2"];
  await press(root, words["cost-use"]);
  const { do: what, within, across, budget } = asked.at(-1);
  assert.deepEqual([what, within, across, budget], ["cost", "1", "1,5", "2"]);
  const { list, then } = said.cost.section;
  assert.deepEqual([...root.querySelectorAll(".help li")].map((one) => one.textContent), list);
  assert.ok(find(".help", root).textContent.includes(then[0]));
  assert.equal(of("across").value, "1.5"); // as the session has it, in English
  assert.equal(root.querySelectorAll("section.plan").length, 1);
  assert.equal(root.querySelectorAll("[name=own-bridge]").length, list.length + 1);
  await press(root, words["cost-drop"]);
  assert.deepEqual([asked.at(-1).within, asked.at(-1).across, asked.at(-1).budget], ["", "", ""]);
});

test("the bar says what is counted; it can be left off and gone on with, and nothing is drawn twice", async () => {
  /** @type {() => void} */
  let go = () => {};
  const waits = new Promise((resolve) => { go = () => resolve(undefined); });
  const { root, said } = await page({ kept: true, slow: "help", waits });
  const { words } = said;
  for (let i = 0; i < 8; i += 1) await settled();
  const bar = /** @type {any} */ (find("progress", root));
  assert.deepEqual([bar.value, bar.max], [2, 5]);
  assert.match(find(".waiting [role=status]", root).textContent, /\(3 of 5\)$/);
  await press(root, words["counting-stop"]);
  assert.match(find(".waiting [role=status]", root).textContent, /2 of 5/);
  assert.equal(root.dataset.whole, undefined);
  await press(root, words["counting-more"]); // asks for the same part once more
  go();
  for (let i = 0; i < 12; i += 1) await settled();
  assert.equal(root.dataset.whole, "true");
  assert.equal(root.querySelectorAll("progress").length, 0);
  assert.equal(root.querySelectorAll("section.help").length, 1);
});

test("a later table is laid over the map by the keys that the page alone has", async () => {
  const { root, asked, said } = await page();
  const { words } = said;
  find("#own-ties").value = TIES;
  await press(root, words.read);
  assert.ok(![...root.querySelectorAll("button")].some((one) => one.textContent === words.later)); // nothing to compare with
  await press(root, words.use);
  find("#own-ties").value = LATER;
  await press(root, words.read);
  await press(root, words.later);
  const { do: what, match, later } = asked.at(-1);
  assert.equal(what, "compare");
  assert.deepEqual(later, said.later.read.network);
  assert.deepEqual(match.map((/** @type {number} */ at) => said.read.key[at] ?? "new"),
    said.later.read.key.map((/** @type {string} */ name) => (name === "Fia" ? "new" : name)));
  for (const name of said.later.read.key) assert.ok(!JSON.stringify(asked.at(-1)).includes(`"${name}"`), name);
  const [then, now] = root.querySelectorAll(".later figure");
  assert.deepEqual([then, now].map((one) => one.querySelectorAll(".empty").length), [1, 1]); // Fia, and then Cy
  const names = [...root.querySelectorAll(".later .key li")].map((one) => one.textContent);
  assert.equal(names.length, 6);
  assert.match(String(names[5]), /^person 6: Fia$/);
  await press(root, words["later-close"]);
  assert.equal(root.querySelectorAll(".later").length, 0);
});

test("people are not matched where the key is gone with an earlier page", async () => {
  const { root, asked, said } = await page({ kept: true });
  find("#own-ties").value = LATER;
  await press(root, said.words.read);
  await press(root, said.words.later);
  assert.equal(asked.at(-1).match, null);
  await press(root, said.words["later-use"]);
  assert.deepEqual(asked.find((one) => one.do === "keep").network, said.later.read.network);
});

/** Who is full on a sheet. */
const full = (/** @type {any} */ root) => root.querySelectorAll(".spread .sheet svg > path:not(.empty)").length;

test("a practice is stepped through on the map, as things are and with new ties", async () => {
  const { root, said } = await page({ kept: true });
  const { words } = said;
  await press(root, words["spread-run"]);
  const { now, then } = said.spread.play;
  const after = (/** @type {number[]} */ began, /** @type {number} */ at) => began.filter((one) => one >= 0 && one <= at).length;
  assert.equal(full(root), after(now, 0));
  await press(root, words["spread-then"]);
  assert.equal(find(".spread [aria-pressed=true]", root).textContent, words["spread-then"]);
  assert.ok(root.querySelectorAll(".spread path.fresh").length > 0);
  await press(root, words["play-step"]);
  assert.equal(full(root), after(then, 1));
  assert.match(find(".spread p.note[role=status]", root).textContent, /^Round 1 of /);
  await press(root, words["play-rewind"]);
  assert.equal(full(root), after(then, 0));
});

test("who asks for less motion has a picture of each round", async () => {
  const { root, said } = await page({ kept: true });
  const { matchMedia } = window;
  window.matchMedia = /** @type {any} */ (() => ({ matches: true }));
  await press(root, said.words["spread-run"]);
  await press(root, said.words["spread-then"]);
  window.matchMedia = matchMedia;
  const last = Math.max(...said.spread.play.then);
  assert.equal(root.querySelectorAll(".spread figure").length, last + 1);
  assert.ok(![...root.querySelectorAll("button")].some((one) => one.textContent === said.words.play));
});
