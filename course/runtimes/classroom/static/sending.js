// An answer on its way: it is kept in the telephone until the server has acknowledged or refused it.

import { ask } from "./line.js";

/** @import { Kept, Waiting } from "./kept.js" */
/** @import { Filled } from "./types.d.ts" */
/** @typedef {{sent: (isDone: boolean, sent: Waiting, isKept?: boolean) => void, tell: () => void, ended: () => void}} Sender */

const TRIES_AGAIN = 2000; // ms, and longer each time, until an answer is acknowledged
const LONGEST_TRY = 15_000;

export class Sending {
  wait = TRIES_AGAIN;
  isSending = false;
  isCut = false; // the server could not be reached with an answer, whatever the line says
  refused = ""; // why, in words

  /**
   * @param {Record<string, string>} who  is sent along
   * @param {Kept} kept
   * @param {() => void} keep
   * @param {Sender} sender  is told what becomes of it
   */
  constructor(who, kept, keep, sender) {
    this.who = who;
    this.kept = kept;
    this.keep = keep;
    this.sender = sender;
  }

  /** What waits to be sent of a round. */
  waits(/** @type {number} */ step, /** @type {number} */ round) {
    const { waiting } = this.kept;
    return waiting && waiting.step === step && waiting.round === round ? waiting : null;
  }

  /** Send an answer, in place of one that still waits. */
  give(/** @type {number} */ step, /** @type {number} */ round, /** @type {Filled} */ filled) {
    this.kept.n += 1;
    this.kept.waiting = { step, round, n: this.kept.n, filled };
    this.keep();
    this.wait = TRIES_AGAIN;
    this.send();
  }

  /** Send what waits, until it is acknowledged or refused. */
  async send() {
    const sent = this.kept.waiting;
    if (!sent || this.isSending) return;
    this.isSending = true;
    this.sender.tell();
    let status = 0;
    try {
      const { status: code, told } = await ask("answer", { ...this.who, ...sent });
      status = code;
      this.refused = code === 200 ? "" : told.problem ?? "";
    } catch {
      this.refused = "";
    }
    this.isCut = status === 0;
    this.isSending = false;
    if (status === 410) return this.sender.ended();
    const isDone = status === 200 || (status >= 400 && status < 500);
    const isNewer = this.kept.waiting !== sent;
    if (isDone && !isNewer) this.kept.waiting = null;
    this.keep();
    if (this.kept.waiting) setTimeout(() => this.send(), isNewer ? 0 : this.wait);
    this.wait = Math.min(LONGEST_TRY, 2 * this.wait);
    this.sender.sent(isDone, sent, status === 200);
  }

  /** Nothing waits any more. */
  forget() {
    this.kept.waiting = null;
    this.keep();
  }
}
