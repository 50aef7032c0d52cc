// An exercise that is done aloud: own words, which stay in the telephone unless they are shared.

import { h } from "../../../widgets/static/elements.js";
import { ask } from "./line.js";

/** @import { Words } from "#types" */
/** @import { Kept } from "./kept.js" */

/**
 * @param {number} step
 * @param {{who: Record<string, string>, kept: Kept, keep: () => void}} telephone  `who` is sent along
 * @param {number} longest  of what is shared, in letters
 * @param {Words} words
 */
export function aloud(step, { who, kept, keep }, longest, words) {
  const area = h("textarea", { id: "note", rows: "4", maxlength: longest, oninput: () => {
    kept.notes[step] = area.value;
    keep();
  } });
  area.value = kept.notes[step] ?? "";
  const told = h("p", { role: "status" });
  const begin = () => {
    sure.hidden = false;
    sure.querySelector("button")?.focus();
  };
  const not = () => {
    sure.hidden = true;
    area.focus();
  };
  const share = async () => {
    not();
    told.textContent = await shared({ ...who, step, text: area.value }, words);
  };
  const sure = h("div", { class: "sure", hidden: true }, h("p", {}, words["share-sure"]),
    h("button", { type: "button", onclick: share }, words["share-now"]), " ",
    h("button", { type: "button", class: "quiet", onclick: not }, words["share-not"]));
  return h("div", { class: "aloud" }, h("p", { class: "look" }, words.aloud),
    h("label", { for: "note" }, words["own-words"]), area, h("p", { class: "soft" }, words["stays-here"]),
    h("button", { type: "button", class: "quiet", onclick: begin }, words.share), sure, told);
}

/** Send words to the instructor; what to say of it. */
async function shared(/** @type {Record<string, unknown>} */ sent, /** @type {Words} */ words) {
  try {
    const { told } = await ask("share", sent);
    return told.problem ?? words.shared;
  } catch {
    return words["not-shared"];
  }
}
