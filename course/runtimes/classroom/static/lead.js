// The instructor's view: the next step, how many have answered, what holds and why, shared words that wait.

import { fill, h, locale, paragraphs } from "../../../widgets/static/elements.js";
import { inHalves, square } from "./code.js";
import { ask, given, line, saidOf, sameInOther, secretOf } from "./line.js";
import { RunSheet } from "./sheet.js";
import { PLAYS } from "./plays.js";
import { know, shownBy } from "./together.js";

/** @import { Step, ToInstructor } from "./types.d.ts" */

const ORDER = ["close", "show", "revise", "deal", "part", "reveal"]; // what leads on; the first that is offered is the next step

know(PLAYS);
const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const key = secretOf("lead");
sameInOther(key);

/** @type {ToInstructor | undefined} */
let state;
let ahead = 0; // seconds that the server's clock is before this one's
let isEnding = false;
let isSteering = false; // what is pressed until the class stands as asked would be pressed blind

const reach = h("p", { class: "reach", role: "status" });
const problem = h("p", { class: "reach in-view", role: "alert" });
const top = h("header", {});
const stands = h("div", {});
const dealing = h("div", {});
const doing = h("div", {});
const next = h("div", { class: "next" }, stands, dealing, doing);
const clock = h("p", { class: "clock" });
const task = h("section", { class: "task" });
const notes = h("section", { class: "notes" });
const steps = h("nav", { "aria-label": words.steps });
const end = h("div", { class: "end" });
/** @type {ReturnType<import("./together.js").Shown["dealing"]> | undefined} */
let dealt; // how what is done together is to be dealt out
const drawnFrom = new Map(); // what each part of the page was last drawn from
const sheet = new RunSheet(words, (n) => steer("go", n), () => { if (state) draw(state); });
sheet.fetch(key, language).catch(() => {}); // without it the exercises stand in the lesson's order
view.replaceChildren(reach, problem, top, h("div", { class: "desk" }, h("div", {}, next, clock, notes, task), h("div", {}, steps, end)));
setInterval(tick, 1000);

const room = line({
  view: "lead", secret: key, language,
  heard: (now) => {
    if (now.ended) return over();
    state = now;
    ahead = now.now - Date.now() / 1000;
    draw(now);
  },
  reached: (how) => { reach.textContent = saidOf(how, words); },
});

/** Have something done: what was told of it, or null where it cannot be, which is said in words. */
async function done(/** @type {string} */ what, /** @type {Record<string, unknown>} */ sent = {}) {
  try {
    const { status, told } = await ask(what, { key, in: language, ...sent });
    problem.textContent = status === 200 ? "" : told.problem ?? words["no-server"];
    return status === 200 ? told : null;
  } catch {
    problem.textContent = words["no-server"];
    return null;
  }
}

/** Go on with the class. */
async function steer(/** @type {string} */ action, /** @type {unknown} */ value = undefined) {
  if (isSteering) return;
  isSteering = true;
  showSteering();
  const now = await done("steer", { version: state?.version, action, value });
  isSteering = false;
  if (now) room.take(now);
  else await room.again();
  showSteering();
}

/** Show whether something is under way. The buttons keep their focus, so they are not disabled. */
function showSteering() {
  for (const one of view.querySelectorAll("button")) {
    if (isSteering) one.setAttribute("aria-disabled", "true");
    else one.removeAttribute("aria-disabled");
  }
}

function draw(/** @type {ToInstructor} */ now) {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.act : undefined;
  part(top, [now.lesson, now.code, now.door, now.connected], () => [head(now)]);
  part(stands, [now.at, now.phase, now.round, now.answered], () => standing(now));
  drawDealing(now);
  const led = sheet.after(now.at);
  part(doing, [now.at, now.phase, now.actions, led], () => [actions(now, led)]);
  part(notes, now.notes, () => shared(now));
  notes.hidden = !now.notes.length;
  const { together } = now;
  part(task, [now.at, now.round, now.phase === "revealed", sheet.sheet && sheet.route, together && [now.phase, { ...together, held: 0, sizes: 0 }]], () => asked(now));
  task.hidden = !task.childElementCount;
  part(steps, [now.at, now.steps, sheet.sheet && sheet.route], () => sheet.listed(now, about));
  if (!isEnding) part(end, now.ends, () => ending(now));
  tick();
  if (isSteering) showSteering(); // on what was drawn just now
  if (focused && document.activeElement === document.body) {
    /** @type {HTMLElement | null} */
    const again = view.querySelector(`[data-act="${focused}"]`) ?? next.querySelector("button");
    again?.focus();
  }
}

/** Draw a part anew, if what it shows has changed: what somebody types or has opened there stays. */
function part(/** @type {HTMLElement} */ place, /** @type {unknown} */ shows, /** @type {() => (Node | string)[]} */ nodes) {
  const from = JSON.stringify(shows);
  if (drawnFrom.get(place) === from) return;
  drawnFrom.set(place, from);
  place.replaceChildren(...nodes());
}

function head(/** @type {ToInstructor} */ now) {
  const screen = new URL(`screen?in=${language}#${now.door}`, location.href).href;
  return h("div", { class: "bar" }, h("p", { class: "lesson" }, now.lesson),
    h("p", {}, words.code, " ", h("b", { class: "code" }, inHalves(now.code))),
    h("p", {}, fill(words["here-now"], { n: now.connected })),
    h("p", {}, h("a", { href: screen, target: "_blank", rel: "noopener", "data-act": "screen" }, words["open-screen"])));
}

/** What the class is at, and how it stands. */
function standing(/** @type {ToInstructor} */ now) {
  const { exercise, together, phase, answered, smallest } = now;
  if (together) return [h("h1", {}, together.title), h("p", { class: "stands" }, h("b", {}, shownBy(together).standing(now, words)))];
  if (!exercise) return [h("h1", {}, words["before-start"])];
  const counted = Boolean(exercise.form);
  const needsMore = counted && answered < smallest && phase !== "revealed";
  return [h("h1", {}, exercise.title),
    h("p", { class: "stands" }, h("b", {}, counted ? words[`stands-${phase}`] : words["stands-aloud"]), " ",
      counted ? fill(words[now.round > 1 ? "again-answered" : "alone-answered"], { n: answered }) : ""),
    needsMore ? h("p", { class: "soft" }, fill(words["needs-more"], { n: smallest })) : ""];
}

/** What has to be tried or chosen before it begins; then how it was dealt. */
function drawDealing(/** @type {ToInstructor} */ now) {
  const { together, phase } = now;
  if (!together) return part(dealing, now.exercise ? "" : [now.reached, now.address, now.square], () => (now.exercise ? [] : [tried(now)]));
  part(dealing, [now.at, phase, phase === "open" ? "" : together], () => {
    dealt = shownBy(together).dealing(now, words);
    return [dealt.node];
  });
  dealt?.heard(now);
}

/** The next step first, then what else can be done. */
function actions(/** @type {ToInstructor} */ now, /** @type {number | null | undefined} */ led) {
  const { exercise, together, phase } = now;
  const then = led === undefined ? (now.at < now.of - 1 ? now.at + 1 : null) : led;
  const go = then === null ? null : button(words[now.at < 0 ? "begin-first" : "go-on"], "go", () => steer("go", then));
  const counted = Boolean(together ?? exercise?.form);
  const offered = counted ? ORDER.filter((one) => now.actions.includes(one)) : [];
  const named = together ? `${together.what}-` : "";
  const buttons = offered.map((one) => button(words[`do-${named}${one}`], one, () => steer(one, one === "deal" ? dealt?.value() : undefined)));
  const back = /** @type {const} */ (["undo", "again"]).filter((one) => counted && now.actions.includes(one)).map((one) => button(words[`do-${one}`], one, () => steer(one), "quiet"));
  const all = (!counted || phase === "revealed" ? [go, ...buttons] : [...buttons, go]).filter((one) => one !== null);
  all.forEach((one, i) => { one.classList.toggle("second", i > 0); });
  return h("div", { class: "acts" }, all, back);
}

function button(/** @type {string} */ text, /** @type {string} */ act, /** @type {() => void} */ onclick, className = "") {
  return h("button", { type: "button", class: className, "data-act": act, onclick }, text);
}

/** Whether a telephone finds its way here, before the class comes. */
function tried(/** @type {ToInstructor} */ now) {
  return h("div", { class: "tried" }, square(now.square, words["square-told"]), h("div", {},
    h("p", { role: "status" }, h("b", {}, words[now.reached ? "was-reached" : "try-first"])),
    h("p", {}, fill(words["try-how"], { address: now.address })),
    now.reached ? null : h("details", {}, h("summary", {}, words["not-reached"]), h("ul", {}, ["firewall", "isolated", "loopback", "hotspot"].map((one) => h("li", {}, words[`not-reached-${one}`]))))));
}

/** What is asked, what holds and why, and hands to be counted. */
function asked(/** @type {ToInstructor} */ now) {
  const { exercise, held, together } = now;
  const beside = sheet.beside(now.at);
  const isDone = now.phase === "revealed"; // then what comes next stands first
  const [first, last] = isDone && beside.length ? [[...beside, h("h2", {}, (together ?? exercise)?.title)], []] : [[], beside];
  if (together) return [...first, ...sheet.row(now.at), ...shownBy(together).ledBy(now, words, language), ...last];
  if (!exercise) return beside;
  const row = exercise.rows[0];
  return [...first, ...sheet.row(now.at, Boolean(exercise.form)),
    h("h2", {}, words["what-is-asked"]), ...paragraphs(exercise.prompt),
    h("h2", {}, words["what-holds-for-you"]),
    ...(exercise.form === "one" ? [h("ul", { class: "options" }, row.places.map((place) => {
      const said = held?.said.find(({ about }) => about === place.id);
      const isRight = held?.right[row.id] === place.id;
      return h("li", { class: isRight ? "right" : "" }, h("p", {}, h("b", {}, `${isRight ? "✓ " : ""}${place.text}`)), said ? paragraphs(said.text) : null);
    }))] : held?.lines.length ? [h("ul", {}, held.lines.map((one) => h("li", {}, one))), h("details", {}, h("summary", {}, words.why), held.said.map(({ text }) => h("p", {}, text)))]
      : [h("p", {}, words["nothing-right"])]),
    exercise.form === "one" ? hands(now) : "", ...last];
}

/** Hands that are counted in the room, for whoever has no telephone. */
function hands(/** @type {ToInstructor} */ now) {
  const row = now.exercise?.rows[0];
  if (!row) return "";
  const inputs = row.places.map((place, i) => [place, h("input", { id: `hand-${i}`, type: "text", inputmode: "numeric", size: "3", value: String(now.hands?.[row.id]?.[place.id] ?? "") })]);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    steer("hands", { [row.id]: Object.fromEntries(inputs.map(([place, input]) => [/** @type {any} */ (place).id, Number.parseInt(/** @type {HTMLInputElement} */ (input).value, 10) || 0])) });
  };
  return h("details", { class: "hands" }, h("summary", {}, words.hands), h("p", {}, fill(words["hands-how"], { n: now.smallest })),
    h("form", { onsubmit: submit }, row.places.map((place, i) => h("p", {}, h("label", { for: `hand-${i}` }, place.text), /** @type {HTMLInputElement} */ (inputs[i][1]))),
      h("button", { type: "submit", class: "quiet" }, words["hands-count"])));
}

function shared(/** @type {ToInstructor} */ now) {
  return [h("h2", {}, words["shared-words"]), h("ul", {}, now.notes.map(({ id, text, shown }) => h("li", {}, h("p", {}, text),
    shown ? h("small", {}, words["on-screen"], " ") : button(words["let-in"], `in-${id}`, () => steer("let-in", id), "quiet"), " ",
    button(words["take-away"], `away-${id}`, () => steer("take-away", id), "quiet"))))];
}

function about(/** @type {Step} */ { core, counted, phase, isTogether }, /** @type {number} */ minutes) {
  const isDealt = isTogether && phase === "shown";
  const was = isDealt ? words["was-dealt"] : phase && counted ? words[`was-${phase}`] : "";
  const said = [fill(words.minutes, { n: minutes }), core ? words.core : "", counted ? "" : words["is-aloud"], was];
  return said.filter(Boolean).join(" · ");
}

/** How long is left of the exercise's minutes, by the server's clock. */
function tick() {
  if (!state || state.begun === null || state.minutes === undefined) {
    clock.textContent = "";
    return;
  }
  const now = Date.now() / 1000 + ahead;
  const of = state.together ? state.minutes : sheet.minutes(state.at) ?? state.minutes;
  const left = Math.ceil(of - (now - state.begun) / 60);
  const text = left > 0 ? fill(words["minutes-left"], { n: left, of }) : fill(words["minutes-over"], { n: -left, of });
  const late = state.started === null ? "" : sheet.late(state.at, (now - state.started) / 60);
  const said = `${text} ${late}`.trim();
  if (clock.textContent !== said) clock.textContent = said;
}

/** What is taken along, and the end, which is asked for twice. */
function ending(/** @type {ToInstructor} */ now) {
  const ends = new Date(1000 * now.ends).toLocaleString(locale(language), { weekday: "long", hour: "2-digit", minute: "2-digit" });
  const sure = () => {
    isEnding = true;
    drawnFrom.delete(end);
    end.replaceChildren(h("p", { role: "alert" }, words["end-sure"]), button(words["end-now"], "end", () => done("end")), " ", // the line tells that it has ended
    button(words["end-not"], "end-not", () => {
      isEnding = false;
      if (state) draw(state);
      end.querySelector("button")?.focus();
    }, "quiet"));
    end.querySelector("button")?.focus();
  };
  const summary = new URL(`summary?in=${language}#${key}`, location.href).href;
  return [h("p", {}, h("a", { href: summary, target: "_blank", rel: "noopener", "data-act": "summary" }, words.summary), h("br"), h("small", {}, words["to-take"])),
    h("p", { class: "acts" }, button(words["end-room"], "end", sure, "quiet")),
    h("p", { class: "soft" }, fill(words["ends-itself"], { when: ends }))];
}

function over() {
  room.off();
  state = undefined;
  view.replaceChildren(h("h1", {}, words.ended), h("p", {}, words["ended-for-you"]));
  view.focus({ preventScroll: true });
}
