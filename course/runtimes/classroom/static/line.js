// How a view reaches its room: a WebSocket that tells what changes; where none gets through, it asks.

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
 * Hear how a room stands, from now on.
 * @param {{
 *   view: "phone" | "screen" | "lead", secret: string, language: string,
 *   heard: (state: any) => void, reached: (how: Reach) => void,
 * }} given  `secret` is the presenter's key, or what the room's address has
 * @returns {{again: () => void, off: () => void}} `again` asks how it stands now
 */
export function line({ view, secret, language, heard, reached }) {
  /** @type {WebSocket | undefined} */
  let socket;
  let failed = 0;
  let isLive = false;
  let isOver = false;
  let since = -1;
  /** @type {any[]} */
  let timers = [];
  const later = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    const timer = setTimeout(() => {
      timers = timers.filter((one) => one !== timer);
      act();
    }, ms);
    timers.push(timer);
    return timer;
  };

  function take(/** @type {any} */ state) {
    if (isOver) return;
    if (state.ended) off();
    else if (state.same === undefined) since = state.version;
    if (state.same === undefined) heard(state);
  }

  function connect() {
    const address = new URL("live", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.hash = address.search = "";
    const mine = new WebSocket(address);
    socket = mine;
    const patience = later(() => mine.close(), PATIENCE);
    mine.onopen = () => mine.send(JSON.stringify({ view, secret, in: language }));
    mine.onmessage = ({ data }) => {
      clearTimeout(patience);
      failed = 0;
      isLive = true;
      reached("live");
      take(JSON.parse(data));
    };
    mine.onclose = () => {
      clearTimeout(patience);
      if (isOver || mine !== socket) return;
      const wasLive = isLive;
      isLive = false;
      failed += 1;
      if (wasLive || failed === 1) askOn();
      later(connect, Math.min(LONGEST_WAIT, 500 * 2 ** failed) * (0.5 + Math.random() / 2));
    };
  }

  /** Ask until there is a line. */
  async function askOn() {
    if (isOver || isLive) return;
    await askOnce();
    later(askOn, ASKS_EVERY);
  }

  async function askOnce() {
    const body = { view, [view === "lead" ? "key" : "door"]: secret, since, in: language };
    try {
      const { status, told } = await ask("state", body);
      if (isOver) return;
      if (status === 410) take({ ended: true });
      else if (status === 200) {
        if (!isLive) reached("asking");
        take(told);
      }
    } catch {
      if (!isLive && !isOver) reached("lost");
    }
  }

  function off() {
    isOver = true;
    for (const timer of timers) clearTimeout(timer);
    socket?.close();
  }

  connect();
  return { again: askOnce, off };
}

/** Let somebody keep a text as a file. */
export function save(/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ type) {
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
