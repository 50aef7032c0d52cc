// How a page reaches its session: over a socket where a server answers, or else in a worker.

import { SocketSession } from "./socket.js";

/** @import { Reached, Session } from "#types" */
/** @typedef {{lost: () => void, back: () => void}} Watcher  told when the session is out of reach, and back */
/** @typedef {Session & {again: () => void}} Connected */

/**
 * @param {Reached} page
 * @param {string} lesson  empty for what concerns none
 * @param {Watcher} watcher
 * @returns {Promise<Connected>}
 */
export async function connect({ line, engine, language, forgets }, lesson, watcher) {
  if (!engine) return new SocketSession(`${line}?lesson=${encodeURIComponent(lesson)}`, watcher);
  const module = await import(`${from(engine)}/worker-session.js`).catch(() => null);
  if (!module) { // the scripts of the engine cannot be had: the page can be read, and says so
    watcher.lost();
    return new Promise(() => {});
  }
  const ours = JSON.parse(document.getElementById("lesson")?.textContent ?? "{}").lesson ?? lesson;
  return module.WorkerSession.of(from(engine), language, ours, watcher, forgets);
}

/**
 * An address in a page, as one that a module can go by: that of a folder may begin with "..".
 * @param {string} address
 */
export function from(address) {
  return new URL(address, document.baseURI).href;
}
