// What the room plays, without a browser: a number, a place or an idea on each telephone, and what the screen shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { classPage, find, roomState, textOf } from "./dom.js";

/** Words that say their own names, and some with what is filled in. */
const WITH_PLACES = /** @type {Record<string, string>} */ ({
  "crowd-when": "when {n}", "play-told": "{n} of {of}", "bridge-across": "across {who}", "bridge-sees": "sees {n}", "bridge-seen": "A {a}/{ofA} B {b}/{ofB}", "bridge-time-1": "first {n}/{needed}", "bridge-time-2": "second {n}/{needed}", "bridge-rule": "rule {n}",
  "channel-patience": "waits {n}", "channel-is-waiting": "place {n}", "channel-new": "new {n}", "channel-waiting": "queue {n}", "channel-tested": "tested {n}", "channel-lost": "lost {n}", "channel-each": "each {n}",
  "channel-is-promised": "quarter {n}", "channel-tested-after": "tested {n}, late {after}", "channel-silent": "silent {n}", "channel-refused": "no {n}", "channel-promised": "dated {n}",
});
const said = /** @type {any} */ (new Proxy({}, { get: (_, name) => WITH_PLACES[String(name)] ?? String(name) }));

test("in a crowd a telephone has its number, waits for its turn, and for one more the second time", async () => {
  const { onPhone, onScreen } = await classPage("crowd");
  const crowd = { what: "crowd", title: "One of a hundred", say: "Invitation" };
  const at = (/** @type {number} */ inEach, play = 1) => roomState({ ...crowd, people: 4, groups: 1, inEach, play, step: inEach, stops: false, times: play > 1 ? [4, inEach] : [inEach] }, "shown");
  const own = { number: 1, group: 0, waits: true };
  assert.match(textOf(onPhone(roomState(crowd, "open"), {}, said)), /crowd-wait/);
  assert.match(textOf(onPhone(at(1), own, said)), /1when 1.*play-waiting/);
  assert.match(textOf(onPhone(at(2), own, said)), /play-begun/);
  assert.match(textOf(onPhone(at(1, 2), own, said)), /2when 2.*crowd-one-more.*play-waiting/);
  assert.match(textOf(onPhone(at(2), {}, said)), /crowd-look-on/); // who came after the numbers were dealt
  find("#here").replaceChildren(...onScreen(at(3), said));
  assert.equal(document.querySelectorAll("circle.begun").length, 3);
  assert.match(find("[role=status]").textContent ?? "", /3 of 4/);
});

test("the screen has both times of a crowd side by side, and so has the summary", async () => {
  const { onScreen, summed } = await classPage("crowd");
  const crowd = { what: "crowd", title: "T", say: "S", people: 4, groups: 1, inEach: 1, play: 2, step: 1, stops: true, times: [4, 1] };
  assert.match(textOf(onScreen(roomState(crowd, "shown"), said)), /crowd-play-14 of 4crowd-play-21 of 4play-step 1 of 4 play-stops/);
  find("#here").replaceChildren(...summed(crowd, said));
  assert.deepEqual([...document.querySelectorAll("svg")].map((one) => one.querySelectorAll(".begun").length), [4, 1]);
});

test("across a bridge a telephone has its place, whom it sees, and whether it has begun", async () => {
  const { onPhone } = await classPage("bridge");
  const bridge = { what: "bridge", title: "The wide bridge", say: "Invitation" };
  const own = { number: 4, group: 0, unit: 1, across: [1, 2], threshold: 3, sees: 1, starts: false, has: false };
  assert.match(textOf(onPhone(roomState(bridge, "open"), {}, said)), /play-wait/);
  assert.match(textOf(onPhone(roomState(bridge, "shown"), own, said)), /bridge-yours4bridge-within across 1, 2rule 3play-waiting sees 1/);
  assert.match(textOf(onPhone(roomState(bridge, "shown"), { ...own, has: true }, said)), /play-begun/);
  assert.match(textOf(onPhone(roomState(bridge, "shown"), { ...own, number: 2, across: [], starts: true }, said)), /bridge-no-acrossbridge-starts/);
  assert.match(textOf(onPhone(roomState(bridge, "shown"), {}, said)), /play-look-on/);
});

test("the screen has both bridges side by side, everyone numbered, and the same in words", async () => {
  const { onScreen } = await classPage("bridge");
  const has = [true, true, true, true, false, false];
  const times = [{ ties: 2, threshold: 1, across: [[0, 3], [1, 3]], has, acting: 4 }, { ties: 3, threshold: 2, across: [[0, 3], [1, 3], [1, 4]], has: has.map(() => true), acting: 6 }];
  const bridge = { what: "bridge", title: "The wide bridge", say: "Invitation", people: 6, groups: 1, units: [3, 3], play: 2, step: 4, stops: true, times };
  assert.match(textOf(onScreen(roomState(bridge, "open"), said)), /Invitationplay-here/);
  const drawn = textOf(onScreen(roomState(bridge, "shown"), said));
  assert.match(drawn, /first 2\/1.*A 3\/3 B 1\/3.*second 3\/2.*A 3\/3 B 3\/3.*6 of 6 play-all/);
  const [narrow, wide] = document.querySelectorAll("svg.bridge");
  assert.deepEqual([narrow, wide].map((one) => one.querySelectorAll(".across").length), [2, 3]);
  assert.deepEqual([narrow, wide].map((one) => one.querySelectorAll(".begun").length), [4, 6]);
  assert.equal(narrow.querySelectorAll(".within").length, 6); // two triangles
  assert.deepEqual([...narrow.querySelectorAll("text")].map((one) => one.textContent), ["1", "2", "3", "4", "5", "6"]);
});

test("what is set for two times follows what is usual until somebody sets it", async () => {
  const { dealing } = await classPage("channel");
  const led = (/** @type {number[]} */ usual) => roomState({
    what: "channel", title: "", say: "", settings: [{ name: "tests", offered: [1, 2, 3, 4], usual }, { name: "replies", offered: [0, 1], usual: [0, 1] }],
  }, "open");
  const made = dealing(led([1, 2]), said);
  find("#here").replaceChildren(made.node);
  made.heard(led([2, 4]));
  assert.deepEqual(made.value(), { tests: [2, 4], replies: [0, 1] });
  find("#set-tests-1").value = "3";
  find("#set-tests-1").dispatchEvent(new Event("change"));
  made.heard(led([1, 2]));
  assert.deepEqual(made.value(), { tests: [2, 3], replies: [0, 1] });
  assert.deepEqual(dealing(led([1, 2]), said).value(), { tests: [2, 3], replies: [0, 1] }); // drawn anew
  assert.deepEqual([...document.querySelectorAll("label")].map((one) => one.getAttribute("for")), ["set-tests-0", "set-replies-0", "set-tests-1", "set-replies-1"]);
});

test("a telephone sends its idea once, and is told where it queues and what became of it", async () => {
  const { onPhone } = await classPage("channel");
  /** @type {any[]} */
  const sent = [];
  const draw = (/** @type {any} */ own, isOpen = true) => textOf(onPhone(roomState({ what: "channel", title: "T", say: "", when: "March", open: isOpen }, "shown"), own, said, "en", (/** @type {any} */ one) => sent.push(one)));
  assert.match(draw({ patience: 2, sent: false }), /Marchwaits 2channel-think/);
  find("form").dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(sent, [{ idea: "sent" }]);
  assert.match(draw({ patience: 2, sent: true }), /channel-is-new/); // taken, and nothing told of it yet
  assert.match(draw({ patience: 2, sent: true, idea: "waiting", place: 3 }), /place 3/);
  assert.match(draw({ patience: 2, sent: true, idea: "lost" }), /channel-is-lost/);
  assert.equal(document.querySelector("form"), null);
  assert.match(draw({ patience: 2, sent: false }, false), /channel-none/);
  assert.match(draw({ replies: true, sent: true, idea: "promised", place: 0, due: 3 }), /channel-repliedquarter 3/);
  assert.match(draw({ replies: true, sent: true, idea: "refused", place: 0, due: 0 }), /channel-is-refused/);
});

test("the screen has a mark for each idea, or for several of many, and the numbers in words", async () => {
  const { onScreen } = await classPage("channel");
  const shown = (/** @type {any[]} */ ...years) => textOf(onScreen(roomState({ what: "channel", title: "T", say: "", when: "March", open: true, years }, "shown"), said));
  const year = { tests: 1, patience: 3, replies: 0, new: 2, waiting: 3, tested: 1, lost: 4, promised: 0, refused: 0, after: 0 };
  assert.doesNotMatch(shown(year), /each/);
  assert.match(find("svg").getAttribute("aria-label") ?? "", /new 2\. queue 3\. tested 1\. lost 4/);
  assert.deepEqual(["circle.new", "circle.waiting", "circle.tested", "path.lost"].map((one) => document.querySelectorAll(one).length), [2, 3, 1, 4]);
  assert.match(shown({ ...year, new: 0, waiting: 0, tested: 600, lost: 400 }, { ...year, new: 0, waiting: 1, tested: 0, lost: 0 }), /each 17/);
  assert.equal(document.querySelectorAll("svg")[0].querySelectorAll(".tested, .lost").length, 36 + 24); // 600 / 17 and 400 / 17, rounded up
  assert.equal(document.querySelectorAll("circle.waiting").length, 1); // one is seen, however many there are
});

test("a year with replies has who was given a date and who was told no; what is tested late is told apart", async () => {
  const { onScreen } = await classPage("channel");
  const silent = { tests: 1, patience: 4, replies: 0, new: 0, waiting: 0, tested: 6, lost: 2, promised: 0, refused: 0, after: 2 };
  const replied = { tests: 1, patience: 3, replies: 1, new: 0, waiting: 0, tested: 1, lost: 0, promised: 3, refused: 4, after: 0 };
  const drawn = textOf(onScreen(roomState({ what: "channel", title: "T", say: "", when: "March", open: false, years: [silent, replied] }, "shown"), said));
  assert.match(drawn, /silent 4.*tested 6, late 2.*channel-with-replies.*dated 3tested 1no 4/);
  const [, second] = document.querySelectorAll("svg");
  assert.deepEqual(["circle.promised", "circle.tested", "path.refused", "path.lost"].map((one) => second.querySelectorAll(one).length), [3, 1, 4, 0]);
});
