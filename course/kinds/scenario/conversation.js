// A conversation as far as it has come: what was said, where that led, how everybody looks.

/** @import { Mood } from "../../widgets/static/face.js" */
/** @import { Talk, Turn } from "./replay.js" */

/** @typedef {{steps: Turn[], why: string[], best?: Turn[], score: number | null}} Told */

/** @param {Talk} task */
export function conversation(task) {
  /** @type {Told} */
  let told = { steps: [], why: [], score: null };
  let isBegun = false;
  /** The scene after n replies. */
  const at = (/** @type {number} */ n) => task.scenes[n ? told.steps[n - 1].scene : task.first];
  const length = () => told.steps.length;
  return {
    told: () => told,
    length,
    at,
    here: () => at(length()),
    isBegun: () => isBegun,
    hasEnded: () => isBegun && !at(length()).replies.length,
    replyOf: (/** @type {number} */ n) => at(n).replies.find(({ id }) => id === told.steps[n].reply)?.text ?? "",
    /**
     * How somebody looks after n replies: as the last of them left them, or as the scene has it.
     * @param {string} person
     * @param {number} n
     * @returns {Mood}
     */
    moodOf: (person, n) => {
      const left = n && at(n).replies.length ? told.steps[n - 1].moods[person] : undefined;
      return left ?? at(n).moods[person] ?? "calm";
    },
    /** The replies that lead to each part of what stands in the log, beginning with none. */
    parts: () => (isBegun ? [...told.steps.keys(), length()].map((n) =>
      told.steps.slice(0, n).map(({ reply }) => reply).join(" ")) : []),
    /** Go back to where n replies were said. */
    back: (/** @type {number} */ n) => {
      told = { steps: told.steps.slice(0, n), why: told.why.slice(0, n), score: null };
      isBegun = true;
    },
    /** Go on as the session has it. */
    take: (/** @type {Told} */ next) => {
      told = next;
      isBegun = true;
    },
  };
}
