// What meets who comes back: at most three things asked anew, one at a time; a promise for a day, and
// how it went; what became of the plan. It has a line of its own to the session, and does not wait for the cards. All that an
// author or a learner wrote becomes text.

import { connect, from } from "./connect.js";
import { painted } from "./painted.js";

/** @import { Anew, FollowUp, Message, Pledge, Promised, Recalled, Returning } from "#types" */

/** @type {Returning} */
const page = JSON.parse(document.getElementById("returning")?.textContent ?? "");
const { plan, words } = page;
await painted(); // the text goes before
/** @type {typeof import("../../widgets/static/elements.js")} */
const { fill, h } = await import(`${from(page.files)}/widgets/static/elements.js`);
const LONG = 40; // letters of an answer that wants a line to itself
let sent = 0;
const quiet = () => {};
const session = await connect(page, "", { lost: quiet, back: quiet });
Object.assign(page, await session.returning?.());

/**
 * Send something that is kept, and hear what the session says to it.
 * @param {string} channel
 * @param {Message} message
 */
function send(channel, message) {
  session.send(channel, { ...message, n: ++sent });
}

/** A button. */
function button(/** @type {string} */ text, /** @type {() => void} */ onclick, className = "") {
  return h("button", { type: "button", class: className, onclick }, text);
}

// --- asked anew ------------------------------------------------------------------------------------

const anew = document.getElementById("anew");
let remembered = 0;

/** Ask the thing at this place in the row, or say how it went. */
function ask(/** @type {number} */ at, /** @type {boolean} */ focus) {
  if (!anew) return;
  const { cards } = page;
  if (at === cards.length) {
    const key = remembered === cards.length ? "done-all" : "done";
    const end = h("p", { class: "thing", tabindex: "-1" }, fill(words.recall[key], { n: remembered, of: cards.length }));
    anew.replaceChildren(end);
    end.focus();
    return;
  }
  const card = cards[at];
  const told = h("div", { class: "told", role: "status" });
  const answers = card.options.map((option, i) => h("button", { type: "button", onclick: () => choose(i) },
    h("kbd", { "aria-hidden": "true" }, String(i + 1)), h("span", {}, option.text)));
  const long = card.options.some(({ text }) => text.length > LONG);
  const thing = h("p", { class: "thing", id: "anew-thing", tabindex: "-1" }, card.text);
  const more = h("div", { class: "row" });
  let isChosen = false;

  function choose(/** @type {number} */ i) {
    if (isChosen) return;
    isChosen = true;
    for (const one of answers) one.setAttribute("aria-disabled", "true");
    answers[i].classList.add("chosen");
    const { exercise, lesson, item } = card;
    const off = session.on(exercise, (name, value) => {
      if (name !== "recalled") return;
      off();
      judged(value);
    });
    send(exercise, { do: "recall", lesson, item, answer: card.options[i].id });
  }

  function judged(/** @type {Recalled} */ value) {
    if (value.right) remembered += 1;
    card.options.forEach(({ id }, i) => {
      const marks = [...(id === value.key ? [`✓ ${words.recall.right}`] : []), ...(id === value.answer ? [words.recall.yours] : [])];
      answers[i].classList.toggle("key", id === value.key);
      if (marks.length) answers[i].append(h("small", {}, marks.join(" · ")));
    });
    const verdict = words.recall[value.right ? "remembered" : "forgotten"];
    told.replaceChildren(h("div", { class: `say ${value.right ? "right" : "not-yet"}` },
      h("b", {}, `${value.right ? "✓" : "↺"} ${verdict}`), h("p", {}, value.text), h("p", { class: "back" }, value.back)));
    const last = at + 1 === page.cards.length;
    const next = button(words.recall[last ? "finish" : "next"], () => ask(at + 1, true));
    more.replaceChildren(next);
    next.focus({ preventScroll: true });
    told.scrollIntoView({ block: "nearest" });
  }

  anew.replaceChildren(
    h("p", { class: "from" }, h("b", {}, fill(words.recall.of, { n: at + 1, of: cards.length })), h("span", {}, card.from)),
    h("p", { class: "prompt" }, card.prompt || card.title), thing,
    h("div", { class: `answers${long ? " long" : ""}`, role: "group", "aria-labelledby": "anew-thing" }, answers),
    told, more);
  // Digits count only with the focus in the card.
  anew.onkeydown = ({ key, ctrlKey, altKey, metaKey }) => {
    const i = Number(key) - 1;
    if (!ctrlKey && !altKey && !metaKey && answers[i]) choose(i);
  };
  anew.removeAttribute("aria-busy");
  if (focus) thing.focus();
}

// --- a promise for a day ---------------------------------------------------------------------------

function calendar(/** @type {Pledge} */ { lesson }) {
  const address = `${plan}?download=calendar&lesson=${encodeURIComponent(lesson)}`;
  return h("a", { class: "button quiet", href: address, download: "" }, words.monday.calendar);
}

/** Whether a day is a Monday; then it is called so. */
function isMonday(/** @type {string} */ day) {
  return new Date(`${day}T12:00`).getDay() === 1;
}

function entitled(/** @type {string} */ id, /** @type {string} */ text) {
  return h("h2", { id, tabindex: "-1" }, text);
}

/** The promise that is next on the home page; from its day on, how it went. */
function showAsked(/** @type {HTMLElement} */ place, /** @type {Pledge} */ pledge) {
  const { monday } = words;
  const day = isMonday(pledge.day) ? "" : "-day";
  const key = pledge.due ? `how${day}` : "title-day";
  const thing = [
    entitled("asked-title", fill(monday[key], { date: pledge.dated })),
    h("p", { class: "thing" }, pledge.words),
    h("p", { class: "from" }, pledge.from),
  ];
  if (!pledge.due) {
    place.replaceChildren(...thing, h("div", { class: "row" }, calendar(pledge)));
    return;
  }
  const line = h("input", { type: "text", id: "asked-line", maxlength: "500", autocomplete: "off" });
  const answer = (/** @type {string} */ given) => () => {
    const off = session.on("promise", (name, value) => {
      if (name !== "promised" || !value.promise?.outcome) return;
      off();
      const thanks = h("p", { class: "note", tabindex: "-1", role: "status" }, monday[`thanks-${given}`]);
      place.replaceChildren(...thing, thanks, h("div", { class: "row" }, h("a", { class: "button quiet", href: plan }, monday["to-plan"])));
      thanks.focus();
    });
    send("promise", { do: "outcome", promise: pledge.id, answer: given, words: line.value });
  };
  place.replaceChildren(...thing,
    h("label", { for: "asked-line" }, monday.line), line,
    h("div", { class: "row" }, button(monday.done, answer("done")), button(monday["not-yet"], answer("not-yet"), "quiet")));
}

/** A day of the plan has come: what was planned for it, and what happened. */
function showFollowUp(/** @type {HTMLElement} */ place, /** @type {FollowUp} */ { field, days, passed, started, title, planned }) {
  const { follow, monday } = words;
  const thing = [
    entitled("follow-title", fill(follow.title, { n: passed, date: started })),
    ...(planned ? [h("p", { class: "note" }, fill(follow.planned, { n: days })), h("p", { class: "thing" }, planned)] : []),
    h("p", { class: "from" }, title),
  ];
  const said = h("textarea", { id: "follow-words", rows: "3", maxlength: "1500" });
  const problem = h("p", { class: "problem", role: "alert" });
  const answer = (/** @type {string} */ given) => {
    const off = session.on(`plan-${field}`, (name, value) => {
      if (name !== "planned") return;
      off();
      problem.textContent = value.problem;
      if (value.problem) return;
      const thanks = h("p", { class: "note", tabindex: "-1", role: "status" }, given ? follow.saved : follow.later);
      place.replaceChildren(...thing, thanks, h("div", { class: "row" }, h("a", { class: "button quiet", href: plan }, monday["to-plan"])));
      thanks.focus();
    });
    send(`plan-${field}`, { do: "plan", field, words: given });
  };
  const keep = () => {
    if (said.value.trim()) return answer(said.value.trim());
    problem.textContent = follow.empty;
    said.focus();
  };
  place.replaceChildren(...thing, h("label", { for: "follow-words" }, follow.what), said, problem,
    h("div", { class: "row" }, button(follow.save, keep), button(follow["not-now"], () => answer(""), "quiet")));
}

/** At the end of a lesson: what was promised, or the form for it. */
function showPromise(/** @type {HTMLElement} */ place, /** @type {NonNullable<Returning["promised"]>} */ promised) {
  const { promise } = promised;
  if (promise && !promise.outcome) made(place, promised, promise);
  else form(place, promised, promise);
}

function made(/** @type {HTMLElement} */ place, /** @type {NonNullable<Returning["promised"]>} */ promised, /** @type {Pledge} */ pledge, focus = false) {
  const { monday } = words;
  const title = entitled("promise-title", fill(monday.promised, { date: pledge.dated }));
  place.replaceChildren(title, h("p", { class: "thing" }, pledge.words),
    h("div", { class: "row" }, calendar(pledge), button(monday.change, () => form(place, promised, pledge, true), "quiet")));
  if (focus) title.focus();
}

function form(/** @type {HTMLElement} */ place, /** @type {NonNullable<Returning["promised"]>} */ promised, /** @type {Pledge | null} */ earlier, focus = false) {
  const { monday } = words;
  const said = h("textarea", { id: "promise-words", rows: "4", maxlength: "500" });
  said.value = earlier?.words ?? promised.suggestion;
  const day = h("input", { type: "date", id: "promise-day", min: promised.today });
  day.value = earlier && earlier.day >= promised.today ? earlier.day : promised.monday;
  const problem = h("p", { class: "problem", role: "status" });
  const { problem: own } = page.yours;
  const helps = own ? [h("p", { class: "note" }, `${fill(words.yours.problem, { words: own })} ${words.yours.monday}`)] : [];
  const keep = () => {
    const off = session.on("promise", (name, /** @type {any} */ told) => {
      if (name !== "promised") return;
      off();
      const { problem: why, promise } = /** @type {Promised} */ (told);
      if (promise) made(place, promised, promise, true);
      else problem.textContent = why ?? "";
    });
    send("promise", { do: "promise", lesson: promised.lesson, words: said.value, day: day.value });
  };
  place.replaceChildren(entitled("promise-title", monday.make), ...helps,
    h("label", { for: "promise-words" }, monday.own), said,
    h("label", { for: "promise-day" }, monday["which-day"]), day, problem,
    h("div", { class: "row" }, button(monday.promise, keep)));
  if (focus) said.focus();
}

if (anew && page.cards.length) ask(0, false);
const asked = document.getElementById("asked");
if (asked && page.asked) showAsked(asked, page.asked);
const follow = document.getElementById("follow");
if (follow && page.follow) showFollowUp(follow, page.follow);
const promise = document.getElementById("promise");
if (promise && page.promised) showPromise(promise, page.promised);
document.documentElement.dataset.returning = "true";
