// A lesson's page comes alive: each card is drawn from the data in the page, and a line to the
// session carries what is answered. When the line is down the page says so; nothing typed is lost.

import { connect, from } from "./connect.js";
import { painted } from "./painted.js";
import { watchPlace } from "./place.js";
import { cellsIn, play } from "./steps.js";

/** @import { Line, Off, Opened, Page, Saved, Standing, State } from "#types" */

/** @typedef {{default: {mount: (line: Line, el: HTMLElement) => Off}}} Module  what a kind's file gives */

/** @type {Page} */
const page = JSON.parse(byId("lesson").textContent);
const { words } = page;
const files = from(page.files);
const engine = byId("engine"); // it may be missed before all below is there
let reach = () => location.reload();
const readable = painted();
const session = await connect(page, page.lesson, { lost, back });
reach = () => session.again();
const seen = await session.seen?.();
Object.assign(page, seen, { cards: { ...page.cards, ...seen?.cards } }); // it has what was begun alone

/**
 * All of them in one file; without it, one by one. To read it takes as long as to lay out the text, which
 * goes before.
 * @type {Promise<Record<string, Module["default"]>>}
 */
const together = readable.then(() => import(`${files}/views.js`)).then((module) => module.default, () => ({}));
/** @type {Map<string, Promise<Module>>} */
const views = new Map();
/** @type {Map<string, Off>} what ends each card */
const ends = new Map();
/** The view of a kind of exercise, which is loaded once. */
function view(/** @type {string} */ kind) {
  const loaded = views.get(kind) ?? together.then((all) => {
    return kind in all ? { default: all[kind] } : import(`${files}/kinds/${kind}/view.js`);
  });
  views.set(kind, loaded);
  return loaded;
}

/** What the page's template has under this id. */
function byId(/** @type {string} */ id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Draw the cards in a part of the page, each once; what is folded is drawn when it is opened. */
function drawIn(/** @type {Element} */ within) {
  /** @type {NodeListOf<HTMLElement>} */
  const places = within.querySelectorAll(".live[data-exercise]:not([data-drawn])");
  const isDue = (/** @type {Element} */ place) => [null, within].includes(place.closest("details.more:not([open])"));
  return Promise.all([...places].filter(isDue).map(draw));
}

/** Draw a card in its place; one that cannot be drawn says so, and the others are drawn. */
async function draw(/** @type {HTMLElement} */ place) {
  place.dataset.drawn = "";
  const id = place.dataset.exercise ?? "";
  const card = page.cards[id];
  try {
    if (!card?.task) throw new Error(card?.problem ?? words.card["not-drawn"]);
    const { default: widget } = await view(card.task.kind);
    /** @type {Line} */
    const own = {
      card: { ...card, task: { ...card.task, words: words.card } },
      send: (message) => session.send(id, message),
      on: (listener) => session.on(id, listener),
      isWaking: () => session.isWaking?.() ?? false,
      certificate: page.certificate,
    };
    ends.set(id, widget.mount(own, place));
  } catch (fault) {
    place.replaceChildren(problem(card?.problem ?? words.card["not-drawn"]));
    if (card?.task) console.error(fault);
  }
  place.removeAttribute("aria-busy");
}

/** How an exercise was answered last, as far as this page knows. */
const known = new Map(Object.entries(page.cards).map(([id, { state }]) => [id, answered(state)]));

function answered(/** @type {State | undefined} */ state) {
  return state?.answered ? `${state.time} ${JSON.stringify(state.answer)}` : "";
}

/** The lesson stands otherwise than this page was drawn: it was answered elsewhere, or earlier. */
function stands(/** @type {Opened} */ now) {
  standing(now.standing);
  saved(now.kept);
  for (const [id, card] of Object.entries(now.cards)) {
    if (answered(card.state) === known.get(id)) continue;
    page.cards[id] = card;
    known.set(id, answered(card.state));
    const place = document.querySelector(`.live[data-exercise="${CSS.escape(id)}"][data-drawn]`);
    if (!(place instanceof HTMLElement)) continue;
    ends.get(id)?.();
    draw(place);
  }
  for (const id of now.answered) unfold(id);
}

function problem(/** @type {string} */ text) {
  const told = document.createElement("p");
  told.className = "say not-yet";
  told.textContent = text;
  return told;
}

/** A figure that gives an answer away opens when its question has been answered, and stays so. */
function unfold(/** @type {string} */ exercise) {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const all = document.querySelectorAll("details[data-after]");
  for (const folded of all) {
    if (folded.dataset.after === exercise) folded.open = true;
  }
}

/** What is done and how long is left, in the head and in the list of lessons. */
function standing(/** @type {Standing} */ { left, percent, done }) {
  byId("left").textContent = left;
  /** @type {HTMLProgressElement} */ (byId("bar")).value = percent;
  /** @type {NodeListOf<HTMLElement>} */
  const links = document.querySelectorAll(".rail [data-lesson]");
  for (const link of links) link.classList.toggle("done", done.includes(link.dataset.lesson ?? ""));
}

function lost() {
  if ("old" in document.documentElement.dataset) return; // which the page says (started.js)
  engine.querySelector("b")?.replaceChildren(words.view["engine-gone-title"]);
  engine.querySelector("p")?.replaceChildren(words.view["engine-gone"]);
  const again = engine.querySelector("button");
  if (again) again.onclick = () => reach();
  engine.hidden = false;
  document.documentElement.dataset.engine = "gone";
}

function back() {
  if (engine.contains(document.activeElement)) byId("content").focus();
  engine.hidden = true;
  delete document.documentElement.dataset.engine;
}

function saved(/** @type {Saved} */ { kept, words: told }) {
  byId("saved").textContent = told;
  byId("saved").parentElement?.toggleAttribute("data-kept", kept);
}

/** A link to a cell of an earlier version leads to where that is now. */
function landed() {
  const to = page.moved[location.hash.slice(1)];
  if (to) history.replaceState(null, "", `#${to}`);
}

session.on("", (name, value) => { if (name === "saved") saved(value); });
for (const id of Object.keys(page.cards)) {
  session.on(id, (name, value) => {
    if (name === "standing") standing(value);
    if (name === "saved") saved(value);
    if (name === "state" && value.answered) {
      known.set(id, answered(value));
      unfold(id);
    }
  });
}
for (const id of page.answered) unfold(id);
if (seen) stands(seen);
session.opened?.(stands);

// Whoever closes the page while something waits to be saved is asked first.
window.addEventListener("beforeunload", (event) => { if (session.busy()) event.preventDefault(); });
// On the way back a browser may show the page as it was left.
window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });

landed();
const rail = document.getElementById("rail");
if (rail instanceof HTMLDetailsElement && window.matchMedia("(max-width: 62rem)").matches) rail.open = false;
const played = page.steps.length ? play({ words: words.view, place: page.place, steps: page.steps, readable }, drawIn) : null;
await (played?.shown ?? drawIn(document.body));
document.documentElement.dataset.live = "true";
performance.mark("course-live");
for (const { task } of Object.values(page.cards)) if (task) view(task.kind).catch(() => {}); // for the steps to come
if (!played) { // cards have changed the height: go once more where the address points
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && window.scrollY > 0) target.scrollIntoView();
}
if (page.preview) import(`${files}/pages/preview.js`).then(({ watchFile }) => watchFile(page));
else {
  const watch = watchPlace(page, (cell) => session.send("", { do: "keep", cell }), played?.cells ?? (() => cellsIn(document.body)));
  played?.moved(watch.look);
}
