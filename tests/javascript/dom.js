// A page without a browser: a document of happy-dom's, a clock that the test moves, and a count of
// what listens, so that a test can tell whether anything is left behind.

import { readFileSync } from "node:fs";
import { Window } from "happy-dom";

/** @import { Line, Listener, Message, Off, State, Task, Words } from "#types" */
/** @typedef {{task: Task, blank: State, key: any, judged: State, scene?: any}} Card  the kinds' own answers differ */

/** @type {{words: Words, cards: Record<string, Card>, bundles: Record<string, string>, joined: Record<string, string>, own: any}} */
const made = JSON.parse(readFileSync(new URL("cards.json", import.meta.url), "utf8"));

/** The names of all kinds. */
export const KINDS = Object.keys(made.cards);

/** A kind's view as a notebook gets it: one module, without imports. */
export async function bundleOf(/** @type {string} */ kind) {
  return (await import(`data:text/javascript,${encodeURIComponent(made.bundles[kind])}`)).default;
}

/** What the session says of one's own organisation; a copy, for a test to change. */
export function ownOf() {
  return structuredClone(made.own);
}

/** What a lesson loads in one file, by the file's name. */
export const JOINED = made.joined;

/** The session's own card of a kind; a copy, for a test to change. */
export function cardOf(/** @type {string} */ kind) {
  const card = structuredClone(made.cards[kind]);
  card.task.words = made.words;
  return card;
}

/** What a browser has that is asked for by its name alone. */
const NAMES = ["document", "location", "history", "Element", "HTMLElement", "HTMLDetailsElement", "HTMLButtonElement", "Event",
  "KeyboardEvent", "getComputedStyle", "localStorage", "requestAnimationFrame"];

/** What is alive of those that have to be ended. */
export const alive = {
  /** @type {Map<number, {at: number, act: () => void, every?: number}>} */
  timers: new Map(),
  /** @type {Set<object>} */
  observers: new Set(),
  /** @type {Set<string>} listeners on the window and the document, by type and number */
  listeners: new Set(),
};

const FRAME = 16; // ms between two that are drawn

let now = 0;
let numbers = 0;

function timer(/** @type {() => void} */ act, after = 0, /** @type {number | undefined} */ every = undefined) {
  alive.timers.set(++numbers, { at: now + after, act, every });
  return numbers;
}

/** Let time pass: what is due is done in its order. */
export function pass(/** @type {number} */ ms) {
  const end = now + ms;
  for (;;) {
    const [due] = [...alive.timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
    if (!due) break;
    const [number, { at, act, every }] = due;
    now = at;
    if (every) alive.timers.set(number, { at: at + every, act, every });
    else alive.timers.delete(number);
    act();
  }
  now = end;
}

/** An observer that is alive from its first `observe` to its `disconnect`. */
class Observer {
  observe() { alive.observers.add(this); }
  disconnect() { alive.observers.delete(this); }
}

/** Count what listens to a window or a document. */
function counted(/** @type {any} */ target, /** @type {string} */ name) {
  const { addEventListener, removeEventListener } = target;
  const known = new Map();
  const key = (/** @type {string} */ type, /** @type {object} */ listener) => {
    if (!known.has(listener)) known.set(listener, ++numbers);
    return `${name} ${type} ${known.get(listener)}`;
  };
  target.addEventListener = (/** @type {any[]} */ ...given) => {
    alive.listeners.add(key(given[0], given[1]));
    return addEventListener.apply(target, given);
  };
  target.removeEventListener = (/** @type {any[]} */ ...given) => {
    alive.listeners.delete(key(given[0], given[1]));
    return removeEventListener.apply(target, given);
  };
}

/** Open an empty page, or one with this in its body; everything of an earlier one is gone. */
export function open(html = "", url = "http://localhost/en/06?x=1") {
  const window = /** @type {any} */ (new Window({ url, settings: { disableCSSFileLoading: true } }));
  for (const all of Object.values(alive)) all.clear();
  const global = /** @type {any} */ (globalThis);
  for (const name of NAMES) {
    Object.defineProperty(global, name, { value: window[name], configurable: true, writable: true });
  }
  Object.defineProperty(window.document, "hidden", { value: true, configurable: true }); // nothing is painted here
  counted(window, "window");
  counted(window.document, "document");
  // A drawing asks how wide words are; every letter is as wide here.
  window.HTMLCanvasElement.prototype.getContext = () => ({
    measureText: (/** @type {string} */ text) => ({ width: 55 * text.length }),
  });
  Object.assign(global, {
    window, ResizeObserver: Observer, setTimeout: timer,
    requestAnimationFrame: (/** @type {(time: number) => void} */ act) => timer(() => act(now), FRAME),
    setInterval: (/** @type {() => void} */ act, /** @type {number} */ ms) => timer(act, ms, ms),
    clearTimeout: (/** @type {number} */ one) => alive.timers.delete(one),
  });
  Object.assign(global, { clearInterval: clearTimeout, cancelAnimationFrame: clearTimeout });
  window.document.body.innerHTML = html;
  return window;
}

/** The first element of the page, or within another, that a selector finds. */
export function find(/** @type {string} */ selector, /** @type {ParentNode} */ place = document) {
  const found = place.querySelector(selector);
  if (!found) throw new Error(`no ${selector} in ${document.body.innerHTML.slice(0, 2000)}`);
  return /** @type {any} */ (found); // whatever the selector says it is
}

/**
 * Mount a card in a page of its own, with a line that keeps what is sent and says what is told.
 * @param {string} kind
 * @param {Partial<Line["card"]>} [more]
 */
export async function mounted(kind, more = {}) {
  open("<div id=here></div>");
  const { task, blank, ...others } = cardOf(kind);
  const { default: widget } = await import(`../../course/kinds/${kind}/view.js`);
  /** @type {any[]} */
  const sent = [];
  /** @type {Set<Listener>} */
  const listeners = new Set();
  const given = { isWaking: false };
  /** @type {Line} */
  const line = {
    card: { task, state: blank, saved: { kept: true, words: "Kept" }, ...more },
    send: (/** @type {Message} */ message) => sent.push(message),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isWaking: () => given.isWaking,
  };
  /** @type {(name: any, value: any) => void} */
  const tell = (name, value) => { for (const listener of listeners) listener(name, value); };
  /** @type {Off} */
  const end = widget.mount(line, find("#here"));
  return {
    ...others, task, words: task.words, sent, listeners, tell, end, given,
    submit: () => find("form").dispatchEvent(new Event("submit", { cancelable: true, bubbles: true })),
    answers: () => sent.filter((one) => one.do === "answer"),
    verdict: () => find(".verdict").textContent,
    saved: () => find("form .saved[role=status]").textContent,
    button: () => find("[type=submit]").textContent,
  };
}

let classPages = 0;

/** A page to draw in, and a script of the class's, which knows nothing of an earlier page. */
export async function classPage(/** @type {string} */ script) {
  open("<div id=here></div>");
  return import(`../../course/runtimes/classroom/static/${script}.js?page=${++classPages}`);
}

/** The state of a class's room, as the server tells it. */
export function roomState(/** @type {any} */ together, /** @type {string} */ phase, round = 1) {
  return /** @type {any} */ ({ together, phase, round, answered: 12, actions: [], steps: [], at: 3 });
}

/** The text of nodes, once they stand in the page. */
export function textOf(/** @type {any[]} */ nodes) {
  find("#here").replaceChildren(...nodes);
  return find("#here").textContent ?? "";
}

/** anywidget's model: traits, and those who listen for their changes. */
export function model(/** @type {Record<string, any>} */ traits) {
  /** @type {[string, () => void][]} */
  let listeners = [];
  /** @type {any[]} */
  const sent = [];
  return {
    sent,
    count: () => listeners.length,
    get: (/** @type {string} */ name) => traits[name],
    send: (/** @type {any} */ message) => sent.push(message),
    on: (/** @type {string} */ event, /** @type {() => void} */ heard) => { listeners.push([event, heard]); },
    off: (/** @type {string} */ event, /** @type {() => void} */ heard) => {
      listeners = listeners.filter(([name, one]) => name !== event || one !== heard);
    },
    set: (/** @type {string} */ name, /** @type {any} */ value) => {
      traits[name] = value;
      for (const [event, heard] of listeners) if (event === `change:${name}`) heard();
    },
  };
}
