// A class's guesses as marks in the model's own picture. Each answer has a letter; answers that so few
// gave that they are told together have their letters there together, and their number in the bars.

import { draw } from "../../../widgets/static/draw.js";
import { fill, h } from "../../../widgets/static/elements.js";
import { lettersOf } from "./picture.js";

/** @import { Guess, Scene, Words } from "#types" */
/** @import { Asked, Result } from "./types.d.ts" */
/** @typedef {{id: string, text: string, stops: string[]}} Control */
/** @typedef {{scene: Scene, controls: Control[], guesses: Record<string, Guess[]>}} Modelled  as course/runtimes/classroom/models.py gives it */

/** The answers that somebody gave, as far as can be told, in the round that was shown last. */
export function givenIn(/** @type {Result} */ { rounds, rows: [summed] }) {
  const last = rounds.findLastIndex((n) => n !== null);
  const leading = summed.most?.[last];
  if (leading) return [leading];
  return summed.cells.filter(({ n }) => n[last]).flatMap(({ places }) => places);
}

/** The marks of those answers: those that stand in the picture, and those that are a stop of a control. */
export function marksOf(/** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {Modelled["guesses"]} */ guesses) {
  const letters = lettersOf(exercise);
  /** @type {Map<string, Guess & {tag: string}>} several guess the same place */
  const found = new Map();
  const given = givenIn(result);
  for (const id of Object.keys(letters).filter((one) => given.includes(one))) {
    for (const guess of guesses[id] ?? []) {
      const at = JSON.stringify(guess);
      const before = found.get(at)?.tag;
      found.set(at, { ...guess, tag: before ? `${before} ${letters[id]}` : letters[id] });
    }
  }
  const all = [...found.values()];
  return { drawn: all.filter(({ control }) => !control), stops: all.filter(({ control }) => control) };
}

/** The model with the marks, and in words what stands at which stop. */
export function modelOf(/** @type {Modelled} */ { scene, controls, guesses }, /** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {Words} */ words) {
  const { drawn, stops } = marksOf(result, exercise, guesses);
  const marked = controls.flatMap(({ id, text, stops: names }) => {
    const these = stops.filter(({ control }) => control === id).sort((a, b) => (a.stop ?? 0) - (b.stop ?? 0));
    return these.length ? [h("p", { class: "stops" }, `${text}: `, these.map(({ stop = 0, tag }) => h("span", {}, `${names[stop]} `, h("b", {}, `◇ ${tag}`))))] : [];
  });
  return h("figure", { class: "model" },
    draw({ ...scene, drawing: { ...scene.drawing, guess: drawn } }, true),
    h("figcaption", {}, h("b", {}, scene.message), " ", fill(words["model-marked"], {})), marked);
}
