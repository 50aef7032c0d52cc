// A lesson is played: one step is shown at a time. All steps are in the page from the start; those
// that are not shown are hidden, which costs no layout, and a search in the page still finds them.

import { tell } from "./stepbar.js";

/** @import { Off, Step } from "#types" */
/** @import { Way } from "./stepbar.js" */
/** @typedef {{words: Record<string, string>, place: {cell: string} | null, steps: Step[], readable: Promise<unknown>}} Played */
/** @typedef {{step: string}} Entry  what a step leaves in the browser's history */

const SELECTOR = "section[data-step]";
const UNDRAWN = 300; // ms after which steps whose cards are not drawn are shown without
// Where the arrows are somebody else's: what is written in, chosen from, or scrolls by itself.
const OWN_KEYS = ".live, input, select, textarea, [contenteditable], pre, .scroll, [role=slider]";

/** What this browser remembers of how the learner wants lessons shown; nothing where it keeps nothing. */
export const wish = {
  get: (/** @type {string} */ name) => {
    try {
      return localStorage.getItem(`course-${name}`);
    } catch {
      return null;
    }
  },
  set: (/** @type {string} */ name, /** @type {string} */ value) => {
    try {
      localStorage.setItem(`course-${name}`, value);
    } catch { /* it is as it was on the next page */ }
  },
};

/** The steps of one of the ways through a lesson. */
export function along(/** @type {Step[]} */ steps, /** @type {Way} */ way) {
  return way === "all" ? steps : steps.filter(({ core }) => core);
}

/** Where a key leads: on, back, or nowhere, as with the focus in a card or a field. */
export function turned(/** @type {KeyboardEvent} */ event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return 0;
  if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return 0;
  return { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
}

/** The id of the step that something stands in. */
function stepOf(/** @type {Element} */ element) {
  return element.closest(SELECTOR)?.getAttribute("data-step") ?? undefined;
}

/** Whether something is where its step begins. */
function begins(/** @type {Element} */ element) {
  return element.id === stepOf(element) || element.matches(SELECTOR);
}

/** The link or button of the lesson that a plain press is on; null where it is on none. */
function pressedIn(/** @type {MouseEvent} */ event) {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return event.target instanceof Element ? event.target.closest("a[href^='#'], button[data-way], #whole") : null;
}

/**
 * How the lesson is shown: along which way, whole or a step at a time, and which; and whether the learner
 * came by a link within the text, so that the place is kept.
 * @typedef {{way: Way, isWhole: boolean, here: string, isErrand: boolean}} Standing
 */
/** @typedef {(within: Element) => Promise<unknown>} Draw  draws the cards in a part of the page */

/**
 * Show the lesson step by step.
 * @param {Played} page
 * @param {Draw} draw
 * @returns {{shown: Promise<unknown>, cells: () => Element[], moved: (heard: () => void) => void, off: Off}}
 */
export function play(page, draw) {
  const { place, steps, readable } = page;
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {Standing} */
  const now = {
    way: wish.get("way") === "all" ? "all" : "short", isWhole: wish.get("show") === "whole", here: steps[0].id, isErrand: false,
  };
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(SELECTOR)]);
  const lesson = showing(page, now, sections, draw, () => { for (const listener of listeners) listener(); });
  const start = begunAt(place, steps) ?? sections[0];
  // To lay out all steps takes long: where the first one is read first, the others wait for that, and
  // for their cards, so that it is done once; but not for cards that are long in coming.
  const isFirst = now.isWhole && begins(start) && start.closest("[data-here]") === sections[0];
  if (isFirst) document.documentElement.dataset.first = ""; // steps.css hides the others
  const begun = lesson.show(start);
  const all = isFirst && readable
    .then(() => Promise.race([begun, new Promise((done) => { setTimeout(done, UNDRAWN); })]))
    .then(() => { delete document.documentElement.dataset.first; });
  if (!now.isWhole) history.replaceState({ step: now.here }, "");
  const ways = going(steps, now, lesson);

  const off = listen({
    turned: (event) => {
      const by = now.isWhole ? 0 : turned(event);
      if (by) ways.turn(by);
      return by !== 0;
    },
    pressed: (on) => {
      if (on.id === "whole") ways.turnWhole();
      else if (on instanceof HTMLButtonElement) ways.choose(on.dataset.way === "all" ? "all" : "short");
      else {
        const to = document.getElementById(decodeURIComponent(on.getAttribute("href")?.slice(1) ?? ""));
        if (!to || !stepOf(to)) return false;
        ways.go(to, !on.closest("#go, #of-lesson, .rest"));
        return true;
      }
      return false;
    },
    cameBack: (id, step) => {
      const to = document.getElementById(id) ?? sections.find((one) => one.dataset.step === step);
      if (!to || !stepOf(to)) return;
      now.isErrand = false;
      lesson.show(to);
      lesson.focus(to);
    },
    found: (element) => { if (stepOf(element)) lesson.show(element); },
    draw,
  });

  return {
    shown: Promise.all([begun, all]), // where the reader is, is seen when all steps have their places
    cells: () => {
      if (now.isErrand) return [];
      return now.isWhole ? cellsIn(document.body) : cellsIn(lesson.current()).filter((one) => !one.closest(".more"));
    },
    moved: (heard) => listeners.push(heard),
    off,
  };
}

/**
 * Where to begin: at what the address names, or where the learner left off. Who was at the end begins
 * anew; who was in something folded after it finds that again.
 * @param {Played["place"]} place
 * @param {Step[]} steps
 */
function begunAt(place, steps) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && stepOf(target)) return target;
  const left = place && document.getElementById(place.cell);
  const id = left && stepOf(left);
  if (!id) return null;
  return left.closest(".more") || steps.find((one) => one.id === id)?.kind !== "end" ? left : null;
}

/**
 * The lesson on the screen.
 * @param {Played} page
 * @param {Standing} now
 * @param {HTMLElement[]} sections
 * @param {Draw} draw
 * @param {() => void} moved
 */
function showing({ words, steps }, now, sections, draw, moved) {
  const { title } = document;

  function current() {
    return sections.find((one) => one.dataset.step === now.here) ?? sections[0];
  }

  /** Show the step that something stands in, and the place itself unless the step begins there. */
  function show(/** @type {Element} */ element) {
    now.here = stepOf(element) ?? now.here;
    if (!along(steps, now.way).some(({ id }) => id === now.here)) now.way = "all"; // a link led beside the short way
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (one instanceof HTMLDetailsElement) one.open = true;
    }
    document.documentElement.dataset.shown = now.isWhole ? "whole" : "steps";
    document.documentElement.dataset.way = now.way;
    for (const section of sections) {
      if (now.isWhole || section.dataset.step === now.here) section.removeAttribute("hidden");
      else section.setAttribute("hidden", "until-found");
    }
    if (now.isWhole) for (const folded of folds()) folded.open = true;
    const all = along(steps, now.way);
    tell({ all, at: all.findIndex(({ id }) => id === now.here), way: now.way, isWhole: now.isWhole, words, title });
    const drawn = draw(now.isWhole ? document.body : current());
    if (!begins(element)) {
      element.scrollIntoView();
      drawn.then(() => element.scrollIntoView()); // cards have changed the height
    }
    moved();
    return drawn;
  }

  /** A new step has the focus on its heading, another place on itself. */
  function focus(/** @type {Element} */ element) {
    const at = begins(element) ? /** @type {HTMLElement} */ (current().querySelector(".heading")) : element;
    if (!(at instanceof HTMLElement)) return;
    if (at !== element && !now.isWhole) window.scrollTo(0, 0);
    if (at.tabIndex < 0) at.tabIndex = -1;
    at.focus({ preventScroll: !now.isWhole });
  }

  /** The part of the page that is a step. */
  const of = (/** @type {string} */ id) => sections.find((one) => one.dataset.step === id);
  return { current, show, focus, of };
}

/**
 * Going from one step to another.
 * @param {Step[]} steps
 * @param {Standing} now
 * @param {ReturnType<typeof showing>} lesson
 */
function going(steps, now, lesson) {
  /** Go to the step that something stands in; the browser's Back leads here again. */
  function go(/** @type {Element} */ element, /** @type {boolean} */ errand) {
    const start = performance.now();
    now.isErrand = errand;
    const before = now.here;
    const drawn = lesson.show(element);
    const id = element.matches(SELECTOR) ? now.here : element.id;
    if (now.isWhole || before !== now.here || !begins(element)) history.pushState({ step: now.here }, "", `#${id}`);
    lesson.focus(element);
    measured(start, drawn);
  }

  function turn(/** @type {number} */ by) {
    const all = along(steps, now.way);
    const to = all[all.findIndex(({ id }) => id === now.here) + by];
    const section = to && lesson.of(to.id);
    if (section) go(section, false);
  }

  /** From step by step to all of the lesson, and back. */
  function turnWhole() {
    now.isWhole = !now.isWhole;
    wish.set("show", now.isWhole ? "whole" : "steps");
    lesson.show(lesson.current());
    lesson.focus(lesson.current());
  }

  function choose(/** @type {Way} */ chosen) {
    wish.set("way", chosen);
    now.way = chosen;
    const all = along(steps, now.way);
    // Who leaves the whole lesson in a step beside the short way goes on from the one before it.
    const last = steps.findIndex(({ id }) => id === now.here);
    const to = all.findLast(({ id }) => steps.findIndex((one) => one.id === id) <= last) ?? all[0];
    lesson.show(lesson.of(to.id) ?? lesson.current());
  }

  return { go, turn, turnWhole, choose };
}

/**
 * Hear what leads from step to step, and what wakes cards: keys, presses, the browser's Back, a search
 * in the page, something unfolded, paper.
 * @param {object} heard
 * @param {(event: KeyboardEvent) => boolean} heard.turned  whether the key led on or back
 * @param {(on: Element) => boolean} heard.pressed  whether the press on a link led within the lesson
 * @param {(id: string, step: string | undefined) => void} heard.cameBack
 * @param {(element: Element) => void} heard.found
 * @param {(within: Element) => Promise<unknown>} heard.draw
 * @returns {Off}
 */
function listen({ turned, pressed, cameBack, found, draw }) {
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener("keydown", (event) => { if (turned(event)) event.preventDefault(); }, { signal });
  document.addEventListener("click", (event) => {
    const on = pressedIn(event);
    if (on && pressed(on)) event.preventDefault();
  }, { signal });
  window.addEventListener("popstate", ({ state }) => {
    cameBack(decodeURIComponent(location.hash.slice(1)), state?.step);
  }, { signal });
  // A search in the page has found something in a step that is not shown.
  document.addEventListener("beforematch", ({ target }) => {
    if (target instanceof Element) found(target);
  }, { signal });
  document.addEventListener("toggle", ({ target: folded }) => {
    if (folded instanceof HTMLDetailsElement && folded.open && folded.matches(".more")) draw(folded);
  }, { signal, capture: true });
  // On paper is all of the lesson, with its cards as they stand.
  window.addEventListener("beforeprint", () => {
    const drawn = [document.body, ...folds()].map(draw);
    Promise.all(drawn).then(() => window.dispatchEvent(new Event("drawn-for-paper")));
  }, { signal });
  return () => controller.abort();
}

/** The cells of a part of the page, in order. */
export function cellsIn(/** @type {Element} */ within) {
  return [...within.querySelectorAll(".text[id]:not(.words), .hood[id], .pictured[id], .live[id]")];
}

/** What lies folded after the end. */
function folds() {
  return /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details.more")]);
}

/** From the press to the step on the screen, for ``python -m course bench`` and the browser's tools. */
function measured(/** @type {number} */ start, /** @type {Promise<unknown>} */ drawn) {
  drawn.then(() => requestAnimationFrame(() => setTimeout(() => {
    performance.measure("course-step", { start, end: performance.now() });
  })));
}
