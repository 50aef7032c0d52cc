// What a line did, and how a conversation went: one's own way beside one that holds.

import { face, MOOD_WORDS } from "../../widgets/static/face.js";
import { fill, h } from "../../widgets/static/parts.js";

/** @import { Named, Words } from "#types" */
/** @import { Faces, Mood } from "../../widgets/static/face.js" */

/** @typedef {Record<string, Mood>} Moods  by the ids of people, the first foremost */
/** @typedef {{lines: {by: string, text: string}[], moods: Moods, replies: Named[]}} Scene */
/** @typedef {{reply: string, scene: string, good: boolean, moods: Moods, changes: Record<string, number>}} Turn */
/**
 * @typedef {{
 *   first: string, scenes: Record<string, Scene>, qualities: Named[], people: Record<string, string>, you: string,
 *   faces?: Faces,
 * }} Talk
 */

const signed = (/** @type {number} */ n) => (n > 0 ? `+${n}` : String(n).replace("-", "−"));

/**
 * How people look after a line, in a face and a word, and what it has changed.
 * @param {Turn} step
 * @param {Talk} task
 * @param {Words} words
 */
export function touched({ moods, changes }, task, words) {
  return h("p", { class: "chips" },
    Object.entries(moods).map(([id, mood]) => h("span", { class: "chip" }, face(id, mood, task.faces),
      h("span", {}, fill(words.looks, { name: task.people[id], mood: words[MOOD_WORDS[mood]] })))),
    task.qualities.filter(({ id }) => changes[id]).map(({ id, text }) =>
      h("span", { class: changes[id] > 0 ? "chip up" : "chip down" }, `${text} ${signed(changes[id])}`)));
}

const MOST = 2; // marks on each side of nought

/**
 * Where each quality stands: a number, and marks on both sides of nought.
 * @param {Turn[]} steps
 * @param {Talk} task
 */
export function levels(steps, task) {
  return h("ul", { class: "levels" }, task.qualities.map(({ id, text }) => {
    const level = steps.reduce((sum, { changes }) => sum + (changes[id] ?? 0), 0);
    const marks = Array.from({ length: 2 * MOST + 1 }, (_, i) => i - MOST).map((mark) => {
      const isOn = mark * level > 0 && Math.abs(mark) <= Math.abs(level);
      return h("i", { class: mark ? (isOn ? "on" : "") : "nought" });
    });
    return h("li", { class: level < 0 ? "down" : "up" }, `${text} ${signed(level)} `,
      h("span", { class: "marks", "aria-hidden": "true" }, marks));
  }));
}

/**
 * The end: how it went, and each turn of one's own way beside one that holds.
 * @param {{
 *   steps: Turn[], best?: Turn[], score: number | null, replyOf: (n: number) => string,
 *   another: (n: number) => HTMLElement, task: Talk, words: Words, uid: string,
 * }} given
 */
export function replay({ steps, best, score, replyOf, another, task, words, uid }) {
  const told = score === null ? "went" : score === 1 ? "went-well" : score < 0.5 ? "went-badly" : "went-halfway";
  /** @type {(n: number) => string} the scene in which the n-th line of the best way is said */
  const bestAt = (n) => (n ? /** @type {Turn[]} */ (best)[n - 1].scene : task.first);
  const own = steps.map((step, n) => turn(step, replyOf(n), task, words, another(n)));
  const other = (best ?? []).map((step, n) => {
    const isSame = steps[n]?.reply === step.reply && (n ? steps[n - 1].scene : task.first) === bestAt(n);
    const text = task.scenes[bestAt(n)].replies.find(({ id }) => id === step.reply)?.text ?? "";
    return turn(step, text, task, words, isSame ? h("span", { class: "note same" }, words["same-line"]) : null);
  });
  return [
    h("h4", { tabindex: "-1" }, words["how-it-went"]),
    h("p", { class: `outcome ${score === 1 ? "full" : ""}` }, h("b", {}, words[told])),
    h("p", { class: "note" }, words["try-from-here"]),
    h("div", { class: score === 1 || !best ? "two-ways one" : "two-ways" },
      way(`${uid}-own`, words["your-way"], own),
      score === 1 || !best ? null : way(`${uid}-best`, words["good-way"], other)),
  ];
}

/**
 * @param {string} id
 * @param {string} name
 * @param {HTMLElement[]} turns
 */
function way(id, name, turns) {
  return h("section", {}, h("h5", { id }, name), h("ol", { class: "way", "aria-labelledby": id }, turns));
}

/**
 * @param {Turn} step
 * @param {string} text
 * @param {Talk} task
 * @param {Words} words
 * @param {Node | null} more
 */
function turn(step, text, task, words, more) {
  const [[person, mood] = ["", /** @type {Mood} */ ("calm")]] = Object.entries(step.moods);
  return h("li", { class: step.good ? "good" : "" }, person ? face(person, mood, task.faces) : h("span"),
    h("div", {}, h("p", { class: "said-line" }, text),
      h("p", { class: "did" }, step.good ? words["line-works"] : words["line-costs"]),
      touched(step, task, words), more));
}
