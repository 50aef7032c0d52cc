// A lesson is played: one step is shown at a time. All steps are in the page from the start; those
// that are not shown are hidden, which costs no layout, and a search in the page still finds them.

import { tell } from "./stepbar.js";

/** @import { Off, Step } from "#types" */
/** @import { Way } from "./stepbar.js" */
/** @typedef {{words: Record<string, string>, place: {cell: string} | null, steps: Step[]}} Played */
/** @typedef {{step: string}} Entry  what a step leaves in the browser's history */

const SELECTOR = "section[data-step]";
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
 * Show the lesson step by step.
 * @param {Played} page
 * @param {(within: Element) => Promise<unknown>} draw  draws the cards in a part of the page
 * @returns {{shown: Promise<unknown>, cells: () => Element[], moved: (heard: () => void) => void, off: Off}}
 */
export function play({ words, place, steps }, draw) {
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(SELECTOR)]);
  const { title } = document;
  /** @type {(() => void)[]} */
  const listeners = [];
  let way = /** @type {Way} */ (wish.get("way") === "all" ? "all" : "short");
  let isWhole = wish.get("show") === "whole";
  let isErrand = false; // came by a link within the text: the place is kept
  let here = steps[0].id;

  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const asked = target && stepOf(target) ? target : null;
  const left = place && document.getElementById(place.cell);
  // Who was at the end begins anew; who was in something folded after it finds that again.
  const resumed = left && stepOf(left) && (left.closest(".more") || kindOf(stepOf(left)) !== "end") ? left : null;
  const begun = show(asked ?? resumed ?? sections[0]);
  if (!isWhole) history.replaceState({ step: here }, "");

  // --- what is shown -----------------------------------------------------------------------------

  function kindOf(/** @type {string | undefined} */ id) {
    return steps.find((one) => one.id === id)?.kind;
  }

  /** Show the step that something stands in, and the place itself unless the step begins there. */
  function show(/** @type {Element} */ element) {
    here = stepOf(element) ?? here;
    if (!along(steps, way).some(({ id }) => id === here)) way = "all"; // a link led beside the short way
    for (let one = element.parentElement; one; one = one.parentElement) {
      if (one instanceof HTMLDetailsElement) one.open = true;
    }
    document.documentElement.dataset.shown = isWhole ? "whole" : "steps";
    document.documentElement.dataset.way = way;
    for (const section of sections) {
      if (isWhole || section.dataset.step === here) section.removeAttribute("hidden");
      else section.setAttribute("hidden", "until-found");
    }
    if (isWhole) for (const folded of folds()) folded.open = true;
    const all = along(steps, way);
    tell({ all, at: all.findIndex(({ id }) => id === here), way, isWhole, words, title });
    const drawn = isWhole ? draw(document.body) : draw(current());
    if (!begins(element)) {
      element.scrollIntoView();
      drawn.then(() => element.scrollIntoView()); // cards have changed the height
    }
    for (const listener of listeners) listener();
    return drawn;
  }

  function current() {
    return sections.find((one) => one.dataset.step === here) ?? sections[0];
  }

  // --- going from one to another -----------------------------------------------------------------

  /** Go to the step that something stands in; the browser's Back leads here again. */
  function go(/** @type {Element} */ element, /** @type {boolean} */ errand) {
    const start = performance.now();
    isErrand = errand;
    const before = here;
    const drawn = show(element);
    const id = element.matches(SELECTOR) ? here : element.id;
    if (isWhole || before !== here || !begins(element)) history.pushState({ step: here }, "", `#${id}`);
    focus(element);
    measured(start, drawn);
  }

  /** A new step has the focus on its heading, another place on itself. */
  function focus(/** @type {Element} */ element) {
    const at = begins(element) ? /** @type {HTMLElement} */ (current().querySelector(".heading")) : element;
    if (!(at instanceof HTMLElement)) return;
    if (at !== element && !isWhole) window.scrollTo(0, 0);
    if (at.tabIndex < 0) at.tabIndex = -1;
    at.focus({ preventScroll: !isWhole });
  }

  function turn(/** @type {number} */ by) {
    const all = along(steps, way);
    const to = all[all.findIndex(({ id }) => id === here) + by];
    const section = to && sections.find((one) => one.dataset.step === to.id);
    if (section) go(section, false);
  }

  /** From step by step to all of the lesson, and back. */
  function turnWhole() {
    isWhole = !isWhole;
    wish.set("show", isWhole ? "whole" : "steps");
    show(current());
    focus(current());
  }

  function choose(/** @type {Way} */ chosen) {
    wish.set("way", chosen);
    way = chosen;
    const all = along(steps, way);
    // Who leaves the whole lesson in a step beside the short way goes on from the one before it.
    const last = steps.findIndex(({ id }) => id === here);
    const to = all.findLast(({ id }) => steps.findIndex((one) => one.id === id) <= last) ?? all[0];
    show(sections.find((one) => one.dataset.step === to.id) ?? sections[0]);
  }

  const off = listen({
    turned: (event) => {
      const by = isWhole ? 0 : turned(event);
      if (by) turn(by);
      return by !== 0;
    },
    pressed: (on) => {
      if (on.id === "whole") turnWhole();
      else if (on instanceof HTMLButtonElement) choose(on.dataset.way === "all" ? "all" : "short");
      else {
        const to = document.getElementById(decodeURIComponent(on.getAttribute("href")?.slice(1) ?? ""));
        if (!to || !stepOf(to)) return false;
        go(to, !on.closest("#go, #of-lesson, .rest"));
        return true;
      }
      return false;
    },
    cameBack: (id, step) => {
      const to = document.getElementById(id) ?? sections.find((one) => one.dataset.step === step);
      if (!to || !stepOf(to)) return;
      isErrand = false;
      show(to);
      focus(to);
    },
    found: (element) => { if (stepOf(element)) show(element); },
    draw,
  });

  return {
    shown: begun,
    cells: () => {
      if (isErrand) return [];
      return isWhole ? cellsIn(document.body) : cellsIn(current()).filter((one) => !one.closest(".more"));
    },
    moved: (heard) => listeners.push(heard),
    off,
  };
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
