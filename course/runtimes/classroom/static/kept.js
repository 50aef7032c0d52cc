// What a telephone keeps: who it is in a room, and the answer that the server has not got yet.

/** @import { Filled } from "./types.d.ts" */
/** @typedef {{step: number, round: number, n: number, filled: Filled}} Waiting */
/** @typedef {{token: string, n: number, waiting: Waiting | null, notes: Record<string, string>, file: string}} Kept */

const LAST = "course-class-door";

/** Random numbers as text; what browsers have for it elsewhere needs https. */
function token() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
}

function read(/** @type {string} */ name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** Keep a text under a name; null leaves nothing there. */
function write(/** @type {string} */ name, /** @type {string | null} */ value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It is kept in memory, and gone with the page.
  }
}

/** The room that this telephone was in last; empty for none. */
export function lastDoor() {
  return read(LAST) ?? "";
}

/**
 * What is kept of a room; `keep`, which keeps it as it is now; and `leave`, for a room that is no more:
 * who this telephone was there, its answers and its own words go with it.
 * @param {string} door
 * @returns {{kept: Kept, keep: () => void, leave: () => void}}
 */
export function keptOf(door) {
  const name = `course-class-${door}`;
  /** @type {Kept} */
  let kept = { token: token(), n: 0, waiting: null, notes: {}, file: "" };
  try {
    kept = { ...kept, ...JSON.parse(read(name) ?? "{}") };
  } catch {
    // Somebody has edited it: begin anew.
  }
  let hasLeft = false;
  const keep = () => {
    if (!hasLeft) write(name, JSON.stringify(kept)); // what is under way at the end comes back later
  };
  const leave = () => {
    hasLeft = true;
    for (const one of [LAST, name]) write(one, null);
  };
  write(LAST, door);
  keep();
  return { kept, keep, leave };
}
