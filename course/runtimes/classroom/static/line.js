// How a view reaches its room: a WebSocket that tells what changes; where none gets through, it asks.

/** @import { Words } from "#types" */
/** @import { Given } from "./types.d.ts" */
/** @typedef {"live" | "asking" | "lost"} Reach  by a line, by asking again and again, or not at all */

const ASKS_EVERY = 2000; // ms, where there is no line
const PATIENCE = 5000; // ms that a line may take to open
const LONGEST_WAIT = 30_000; // ms between two tries to open one

/** What the page was given to draw with. */
export function given() {
  return /** @type {Given} */ (JSON.parse(/** @type {HTMLElement} */ (document.getElementById("view")).dataset.given ?? ""));
}

/**
 * Ask the server for something. Throws where it cannot be reached.
 * @param {string} what
 * @param {Record<string, unknown>} body
 * @returns {Promise<{status: number, told: any}>} what it told is that of course/runtimes/classroom/api.py
 */
export async function ask(what, body) {
  const answer = await fetch(new URL(`api/${what}`, location.href), {
    method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" },
  });
  const text = await answer.text();
  return { status: answer.status, told: text.startsWith("{") ? JSON.parse(text) : {} };
}

/**
 * How a page hears of its room.
 * @typedef {{
 *   view: "phone" | "screen" | "lead", secret: string, language: string,
 *   heard: (state: any) => void, reached: (how: Reach) => void,
 * }} Hearing  `secret` is the presenter's key, or what the room's address has
 */

/** Hear how a room stands, from now on, until `off`. */
export function line(/** @type {Hearing} */ hearing) {
  return new Line(hearing);
}

class Line {
  /** @type {WebSocket | undefined} */
  socket;
  failed = 0;
  isLive = false;
  isOver = false;
  since = -1;
  /** @type {Set<any>} */
  timers = new Set();

  constructor(/** @type {Hearing} */ hearing) {
    this.hearing = hearing;
    this.connect();
  }

  later(/** @type {() => void} */ act, /** @type {number} */ ms) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, ms);
    this.timers.add(timer);
    return timer;
  }

  /** Tell of a state, from wherever it came, if none newer has been told of. */
  take(/** @type {any} */ state) {
    if (this.isOver || state.same !== undefined || state.version < this.since) return;
    if (state.ended) this.off();
    else this.since = state.version;
    this.hearing.heard(state);
  }

  connect() {
    const { view, secret, language } = this.hearing;
    const address = new URL("live", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.hash = address.search = "";
    const socket = new WebSocket(address);
    this.socket = socket;
    const patience = this.later(() => socket.close(), PATIENCE);
    socket.onopen = () => socket.send(JSON.stringify({ view, secret, in: language }));
    socket.onmessage = ({ data }) => {
      clearTimeout(patience);
      this.failed = 0;
      this.isLive = true;
      this.hearing.reached("live");
      this.take(JSON.parse(data));
    };
    socket.onclose = () => {
      clearTimeout(patience);
      if (socket === this.socket) this.closed();
    };
  }

  /** The line is gone, or never was: ask, and try to open one again. */
  closed() {
    if (this.isOver) return;
    const wasLive = this.isLive;
    this.isLive = false;
    this.failed += 1;
    if (wasLive || this.failed === 1) this.askOn();
    this.later(() => this.connect(), Math.min(LONGEST_WAIT, 500 * 2 ** this.failed) * (0.5 + Math.random() / 2));
  }

  /** Ask until there is a line. */
  async askOn() {
    if (this.isOver || this.isLive) return;
    await this.again();
    this.later(() => this.askOn(), ASKS_EVERY);
  }

  /** Ask how the room stands now. */
  async again() {
    const { view, secret, language, reached } = this.hearing;
    const body = { view, [view === "lead" ? "key" : "door"]: secret, since: this.since, in: language };
    try {
      const { status, told } = await ask("state", body);
      if (this.isOver) return;
      if (status === 410) this.take({ ended: true });
      else if (status === 200) {
        if (!this.isLive) reached("asking");
        this.take(told);
      }
    } catch {
      if (!this.isLive && !this.isOver) reached("lost");
    }
  }

  off() {
    this.isOver = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.socket?.close();
  }
}

/** What to say of how a room is reached; nothing where all is well. */
export function saidOf(/** @type {Reach} */ how, /** @type {Words} */ words) {
  return { live: "", asking: words["by-asking"], lost: words["no-line"] }[how];
}

/** Let the link to the other language lead to the same room. */
export function sameInOther(/** @type {string} */ secret) {
  const other = /** @type {HTMLAnchorElement} */ (document.getElementById("other"));
  other.addEventListener("click", () => { other.hash = secret; });
}

/** Let somebody keep a file. */
export function save(/** @type {string} */ name, /** @type {BlobPart} */ text, /** @type {string} */ type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What stood after # in the address, which leaves the address bar; it is kept in this tab. */
export function secretOf(/** @type {string} */ name) {
  const kept = `course-${name}`;
  const shown = location.hash.slice(1);
  try {
    if (shown) sessionStorage.setItem(kept, shown);
    return shown || (sessionStorage.getItem(kept) ?? "");
  } catch {
    return shown; // a browser that keeps nothing
  } finally {
    if (shown) history.replaceState(null, "", location.pathname + location.search);
  }
}
