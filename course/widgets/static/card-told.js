// What a card says about an answer: the verdict, the button's word, and when it was saved.

import { fill, h, locale, said } from "./parts.js";

/** @import { Controls, Language, State, Told, Words } from "#types" */

/**
 * What stands below the controls about an answer. A view that fails in drawing the verdict costs the
 * learner no reason: they are told as they are.
 * @param {Controls} controls
 * @param {State} state
 * @param {boolean} restoring
 * @returns {Told}
 */
export function verdictOf(controls, state, restoring) {
  try {
    const dealt = controls.dealt?.(state, restoring);
    if (dealt) return dealt;
    if (!state.verdict) return [];
    const own = controls.judged?.(state.verdict, state.answer, restoring, state.fresh);
    if (own) return own;
  } catch (fault) {
    console.error(fault);
  }
  return state.verdict?.said.map(said) ?? [];
}

/**
 * What the button says: answer, and then try again, or change what is neither right nor wrong.
 * @param {string} first  the key of its word before an answer
 * @param {State | null} state  as it is told; null where nothing is
 * @param {Words} words
 */
export function buttonWord(first, state, words) {
  if (!state?.answered || state.verdict?.detail.ended === false) return words[first];
  return state.verdict?.right === null ? words.change : words.again;
}

/** Bring what is said into view, without moving more than that takes. */
export function inView(/** @type {HTMLElement} */ verdict) {
  const end = verdict.parentElement?.querySelector(":scope > .row") ?? verdict;
  end.scrollIntoView?.({ block: "nearest" });
  verdict.scrollIntoView?.({ block: "nearest" });
}

/**
 * What an answer to an earlier version of the exercise was.
 * @param {State} state
 * @param {Words} words
 */
export function earlier({ before }, words) {
  const told = said({ text: words.changed, tone: "note" });
  return before ? [told, h("p", { class: "note before" }, fill(words.before, { words: before }))] : [told];
}

/**
 * When an answer was saved: the hour, and the day too unless it is today.
 * @param {string} time
 * @param {Words} words
 * @param {Language} language
 */
export function savedAt(time, words, language) {
  const at = new Date(time);
  const isToday = at.toDateString() === new Date().toDateString();
  const hour = new Intl.DateTimeFormat(locale(language), {
    dateStyle: isToday ? undefined : "medium", timeStyle: "short",
  });
  return fill(words.saved, { time: hour.format(at) });
}
