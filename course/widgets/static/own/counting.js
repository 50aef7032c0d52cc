// What is counted part by part below the map: each stands there when it is done, a bar shows how far that
// has come, and it can be left off and gone on with.

import { fill, h } from "../elements.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */

/**
 * Count the parts in their order, until all are there or somebody leaves it off.
 * @param {Words} words
 * @param {{id: string, title: string}[]} parts
 * @param {{ask: (id: string) => Promise<Told>, draw: (told: Told) => void, done: () => void}} hands  `ask` gives
 *   nothing where nobody answers
 */
export function counting(words, parts, { ask, draw, done }) {
  let at = 0;
  let runs = 0; // what an earlier run still hears is not drawn: the session counts it to its end
  const bar = h("progress", { max: String(parts.length), value: "0", "aria-label": words["counting-bar"] });
  const told = h("p", { role: "status" });
  const stop = h("button", { type: "button", class: "quiet", onclick: () => leave() }, words["counting-stop"]);
  const more = h("button", { type: "button", class: "quiet", hidden: true, onclick: () => run() }, words["counting-more"]);
  const node = h("div", { class: "waiting" }, told, bar, h("div", { class: "row" }, stop, more));

  /** Show one of the two buttons; the focus goes along. */
  function turn(/** @type {HTMLElement} */ one, /** @type {HTMLElement} */ other) {
    one.hidden = false;
    if (document.activeElement === other) one.focus();
    other.hidden = true;
  }

  function leave() {
    runs += 1;
    told.textContent = fill(words["counting-left"], { n: at, all: parts.length });
    turn(more, stop);
  }

  async function run() {
    runs += 1;
    const mine = runs;
    turn(stop, more);
    while (at < parts.length) {
      const { id, title } = parts[at];
      told.textContent = fill(words["counting-at"], { what: title, n: at + 1, all: parts.length });
      const found = await ask(id);
      if (mine !== runs) return;
      if (!found) {
        leave();
        return;
      }
      draw(found);
      at += 1;
      bar.value = at;
    }
    if (document.activeElement === stop) node.nextElementSibling?.querySelector("h2")?.focus();
    node.remove();
    done();
  }

  return { node, run };
}
