// A face beside what somebody says: the portrait that the session draws, or where a task has none, a
// sign that shows the mood and nobody in particular. The mood is always said in words beside it, so the
// face says nothing by itself. A portrait is shown as a picture and never becomes part of the page.

import { h } from "./parts.js";

/** @typedef {"calm" | "doubtful" | "worried" | "relieved" | "pleased" | "weary"} Mood */

/** @type {Record<Mood, string>} the keys of the words for each mood */
export const MOOD_WORDS = {
  calm: "mood-calm", doubtful: "mood-doubtful", worried: "mood-worried", relieved: "mood-relieved",
  pleased: "mood-pleased", weary: "mood-weary",
};

/** @typedef {Record<string, Record<Mood, string>>} Faces  the SVG of each mood, by the ids of people */

const SPACE = "http://www.w3.org/2000/svg";

/** Mouth, eyes and brows of each mood, in a square of 48. */
const FEATURES = /** @type {Record<Mood, string[]>} */ ({
  calm: ["M17 31h14", "M17 21v2", "M31 21v2"],
  doubtful: ["M17 32l14-3", "M17 21v2", "M31 21v2", "M28 14l6 2"],
  worried: ["M17 33q7-6 14 0", "M17 22v2", "M31 22v2", "M14 17l6-3", "M28 14l6 3"],
  relieved: ["M18 29q6 4 12 0", "M14 22q3-3 6 0", "M28 22q3-3 6 0"],
  pleased: ["M15 28q9 10 18 0", "M17 20v3", "M31 20v3"],
  weary: ["M18 32q6-2 12 0", "M14 22h6", "M28 22h6", "M15 26h4", "M29 26h4"],
});

/**
 * How a person looks in a mood; hidden from screen readers, since words beside it say it.
 * @param {string} person  the id, such as "johan"
 * @param {Mood} mood
 * @param {Faces} [faces]
 * @returns {HTMLElement | SVGElement}
 */
export function face(person, mood, faces) {
  const drawn = faces?.[person]?.[mood];
  const shown = drawn ? portraitOf(drawn) : signOf(mood);
  shown.dataset.person = person;
  shown.dataset.mood = mood;
  return shown;
}

function portraitOf(/** @type {string} */ svg) {
  return h("img", { class: "face", alt: "", src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
}

function signOf(/** @type {Mood} */ mood) {
  const drawn = element("svg", { viewBox: "0 0 48 48", class: "face", "aria-hidden": "true", focusable: "false" });
  drawn.append(element("circle", { cx: "24", cy: "24", r: "22" }),
    ...(FEATURES[mood] ?? FEATURES.calm).map((d) => element("path", { d })));
  return drawn;
}

function element(/** @type {string} */ name, /** @type {Record<string, string>} */ attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SPACE, name));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
