// One's own organisation in the plan: the bridge that is chosen, whether units have their names there,
// and the way out again.

import { h } from "../elements.js";

/** @import { Words } from "#types" */
/** @import { Told } from "./page.js" */

/**
 * What the page has of the plan.
 * @param {Words} words
 * @param {{ties: string[], hasUnits: boolean, isIn: boolean, planned: {bridge: number | null, named: boolean}}} shown
 *   the ties that were suggested, whether there are units to name, whether the plan has it already, and how
 * @param {(asked: Record<string, unknown>) => Promise<Told>} ask
 */
export function planning(words, { ties, hasUnits, isIn, planned }, ask) {
  const news = h("p", { role: "status" }, isIn ? words["plan-is-in"] : "");
  const named = h("input", { type: "checkbox", checked: planned.named });
  /** @type {number | null} */
  let chosen = planned.bridge;
  const bridge = (/** @type {string} */ text, /** @type {number | null} */ at) => h("label", {},
    h("input", { type: "radio", name: "own-bridge", checked: at === chosen, onchange: () => { chosen = at; } }), text);
  const put = h("button", { type: "button", onclick: () => change({ do: "plan", bridge: chosen, named: named.checked }) });
  const out = h("button", { type: "button", class: "quiet", onclick: () => change({ do: "unplan" }) }, words["plan-out"]);
  const choices = h("fieldset", { class: "who" }, h("legend", {}, words["plan-bridge"]), ties.map((text, at) => bridge(text, at)), bridge(words["plan-none"], null));

  function draw(/** @type {boolean} */ isThere) {
    put.textContent = words[isThere ? "plan-again" : "plan-put"];
    out.hidden = !isThere;
  }

  async function change(/** @type {Record<string, unknown>} */ asked) {
    const told = await ask(asked);
    if (!told) return; // the page has said that nothing answers
    if (!told.planned) put.focus(); // before the button that was pressed goes
    draw(told.planned);
    news.textContent = told.kept ? words[told.planned ? "plan-is-in" : "plan-is-out"] : told.saved.words;
  }

  draw(isIn);
  return h("section", { class: "part plan" }, h("h2", { tabindex: "-1" }, words.plan), h("p", {}, words["plan-about"]), ties.length ? choices : null,
    hasUnits ? h("label", { class: "named" }, named, words["plan-named"]) : null, h("div", { class: "row" }, put, out), news);
}

/** The way out of the plan, where nothing is kept here that could be put into it anew. */
export function leaving(/** @type {Words} */ words, /** @type {() => void} */ leave) {
  return h("section", { class: "part plan" }, h("p", {}, words["plan-is-in"]),
    h("div", { class: "row" }, h("button", { type: "button", class: "quiet", onclick: leave }, words["plan-out"])));
}
