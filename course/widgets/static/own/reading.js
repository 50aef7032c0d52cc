// A table is read in steps: a bar shows how far that has come, and it can be stopped. What is read at once
// shows no bar.

import { h } from "../elements.js";

/** @import { Words } from "#types" */
/** @import { Ask, Told } from "./page.js" */

/**
 * Read a table to its end, or until somebody stops it: nothing is told then.
 * @param {Words} words
 * @param {(...asked: Parameters<Ask>) => Promise<Told>} ask  gives nothing where nobody answers
 * @param {HTMLElement} place  where the bar stands meanwhile
 * @param {{who: string, ties: Uint8Array<ArrayBuffer>, units: Uint8Array<ArrayBuffer>}} brought
 * @returns {Promise<{told: Told, isStopped: boolean}>}
 */
export async function reading(words, ask, place, { who, ties, units }) {
  let isStopped = false;
  const bar = h("progress", { max: "1", value: "0", "aria-label": words["reading-bar"] });
  const stop = h("button", { type: "button", class: "quiet", onclick: () => { isStopped = true; } }, words["counting-stop"]);
  const node = h("div", { class: "waiting" }, bar, h("div", { class: "row" }, stop));
  const leave = () => ask({ do: "leave" });
  window.addEventListener("pagehide", leave); // names do not outlive the page that brought them
  let told = await ask({ do: "read", who, steps: true }, ties, units);
  while (told?.reading && !isStopped) {
    if (!node.isConnected) {
      place.replaceChildren(node);
      node.scrollIntoView({ block: "nearest" }); // what was pressed may be the last thing in the window
    }
    bar.value = told.share;
    told = await ask({ do: "read", who, steps: true, reading: told.reading });
  }
  window.removeEventListener("pagehide", leave);
  if (isStopped) await leave();
  node.remove();
  return { told: isStopped ? null : told, isStopped };
}
