// What a card waits for: a while without another change, and the session's reply.

/** @import { Line, Message } from "#types" */

/**
 * ms that a reply may be under way before anything shows it. Most come within two hundredths of a second, and
 * what changed until then would have the page painted once, which the verdict would have to wait for.
 */
export const UNTOLD = 100;
const PATIENCE = 8000; // ms without a reply, after which the card says so

/**
 * Something that is done in a while, unless it is set again, called off, or done now.
 * @param {number} after ms
 * @param {() => void} act
 */
export function alarm(after, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const off = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    if (timer === undefined) return;
    off();
    act();
  };
  const set = () => {
    off();
    timer = setTimeout(now, after);
  };
  return { set, off, now };
}

/**
 * What waits for a reply: each message has a number, and whoever hears nothing for long is told. While
 * that which answers is still on its way, patience begins anew.
 * @param {Line} line
 * @param {() => void} silent
 */
export function numbered(line, silent) {
  const patience = alarm(PATIENCE, () => {
    if (line.isWaking?.()) patience.set();
    else silent();
  });
  let asked = 0;
  const send = (/** @type {Message} */ message) => {
    patience.set();
    line.send({ ...message, n: ++asked });
    return asked;
  };
  return { send, heard: patience.off };
}
