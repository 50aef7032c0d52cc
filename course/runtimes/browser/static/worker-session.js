// A session in a worker. What is sent before the engine is awake waits there; an answer counts as
// under way until it is durable.

import { open } from "./kept.js";
import { offerFiles } from "./taken.js";

/** @import { Change, Language, Listener, Message, Session } from "#types" */
/** @typedef {{lost: () => void, back: () => void}} Watcher  told when the engine cannot be had */

/** @implements {Session} */
export class WorkerSession {
  /** @type {Map<string, Set<Listener>>} */
  #listeners = new Map();
  /** @type {Set<string>} what is not known to be durable: exercise and number */
  #unsaved = new Set();
  /** @type {Map<number, (value: string) => void>} */
  #calls = new Map();
  /** @type {((standing: any) => void)[]} */
  #openers = [];
  /** @type {Watcher[]} */
  #watchers = [];
  #isLost = false;
  #isAwake = false;
  #called = 0;
  #hasAsked = false;
  /** @type {WorkerSession | undefined} */
  static #ours;

  /**
   * The session of this page: its scripts share one engine.
   * @param {string} engine  the folder of the engine
   * @param {Language} language
   * @param {string} lesson
   * @param {Watcher} watcher
   * @param {boolean} [forgets]  whether nothing of it is kept, as where a room is shown a lesson
   */
  static of(engine, language, lesson, watcher, forgets = false) {
    if (WorkerSession.#ours) WorkerSession.#ours.watch(watcher);
    else {
      WorkerSession.#ours = new WorkerSession(engine, language, lesson, watcher, forgets);
      offerFiles(WorkerSession.#ours);
    }
    return WorkerSession.#ours;
  }

  /**
   * @param {string} engine  the folder of the engine
   * @param {Language} language
   * @param {string} lesson
   * @param {Watcher} watcher
   * @param {boolean} [forgets]
   */
  constructor(engine, language, lesson, watcher, forgets = false) {
    this.language = language;
    this.lesson = lesson;
    this.watch(watcher);
    this.#leaveAndReturn();
    try {
      this.worker = new Worker(`${engine}/worker.js?language=${language}&lesson=${encodeURIComponent(lesson)}${forgets ? "&forgets=1" : ""}`, { type: "module" });
      this.worker.onmessage = ({ data }) => this.#receive(data);
      this.worker.onerror = () => this.#lost();
    } catch (fault) { // a browser without workers, or where somebody has forbidden them
      console.error(fault);
      this.worker = null;
      this.#lost();
    }
  }

  /**
   * A page that is left may be put aside whole, worker and all, for who comes back; what that was writing
   * then holds up all other pages (seen in Firefox). It ends with the page, and a return begins anew.
   */
  #leaveAndReturn() {
    window.addEventListener("pagehide", ({ persisted }) => { if (persisted) this.worker?.terminate(); });
    window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  }

  /** Tell one more script of the page when the engine cannot be had, also where that is known already. */
  watch(/** @type {Watcher} */ watcher) {
    this.#watchers.push(watcher);
    if (this.#isLost) watcher.lost();
  }

  #lost() {
    this.#isLost = true;
    for (const { lost } of this.#watchers) lost();
  }

  /**
   * @param {string} exercise
   * @param {Message} message
   */
  send(exercise, message) {
    const isKept = ["answer", "try", "recall", "promise", "outcome", "plan"].includes(message.do);
    const named = isKept ? { ...message, id: identifier() } : message;
    if (isKept) this.#unsaved.add(`${exercise} ${message.n}`);
    this.worker?.postMessage({ exercise, message: named });
  }

  /**
   * @param {string} exercise
   * @param {Listener} listener
   */
  on(exercise, listener) {
    const all = this.#listeners.get(exercise) ?? new Set();
    this.#listeners.set(exercise, all.add(listener));
    return () => all.delete(listener);
  }

  busy() {
    return this.#unsaved.size > 0;
  }

  again() {
    location.reload();
  }

  /** The engine is on its way: on a slow computer what is sent first waits for ten seconds and more. */
  isWaking() {
    return !this.#isAwake && !this.#isLost;
  }

  /** How the lesson stood when this browser saw it last; undefined on the first visit. */
  async seen() {
    try {
      return await (await open()).seen(`${this.language}/${this.lesson}`);
    } catch {
      return undefined; // a browser that keeps nothing; the head says so when the engine is awake
    }
  }

  /** What meets who comes back: its data, when its parts stand in the page. */
  async returning() {
    const { html, ...data } = JSON.parse(await this.call("returning", this.lesson));
    const place = document.getElementById("returned");
    if (place) place.innerHTML = html; // drawn by the course's own templates, as the page was
    return data;
  }

  /** Hear how the lesson stands: when the engine is awake, and after each change. */
  opened(/** @type {(standing: any) => void} */ heard) {
    this.#openers.push(heard);
  }

  /**
   * Have the engine do something, and give what it says.
   * @param {string} name
   * @param {...unknown} given
   * @returns {Promise<string>}
   */
  call(name, ...given) {
    return new Promise((resolve) => {
      this.#calls.set(++this.#called, resolve);
      this.worker?.postMessage({ call: name, given, number: this.#called });
    });
  }

  #receive(/** @type {any} */ told) {
    if (told.failed) this.#lost();
    else if (told.ready) {
      this.#isAwake = true;
      performance.mark("course-awake");
      document.dispatchEvent(new Event("course-awake"));
    }
    else if (told.warm) document.dispatchEvent(new Event("course-warm"));
    else if (told.opened) for (const heard of this.#openers) heard(told.opened);
    else if (told.called) {
      this.#calls.get(told.called)?.(told.value);
      this.#calls.delete(told.called);
    } else if (told.name) this.#change(told);
  }

  /** Ask the browser once not to clear what is kept when it is short of space. */
  #remain() {
    if (!this.#hasAsked) navigator.storage?.persist?.();
    this.#hasAsked = true;
  }

  #change(/** @type {any} */ { exercise, name, value }) {
    if (name === "saved" && value.kept) {
      this.#unsaved.delete(`${exercise} ${value.n}`);
      this.#remain();
    }
    const isNothingToSave = name === "state" && value.deal && (!value.deal.over || value.deal.practice);
    if (isNothingToSave || (name === "state" && value.problem)) this.#unsaved.delete(`${exercise} ${value.n}`);
    const change = /** @type {Change} */ ([name, value]);
    for (const listener of this.#listeners.get(exercise) ?? []) listener(...change);
  }
}

/** A name for an event that no other has; ``randomUUID`` is missing where a page comes by plain http. */
function identifier() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
