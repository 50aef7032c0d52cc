// What has been done to a network, which is the answer; the way back and forth in it; the ties then.

import { backAndForth } from "../../widgets/static/history.js";

/** @import { Network, Tie } from "./map.js" */

/**
 * @typedef {{
 *   goal: string, asks: "person" | "round" | "ties" | "any", network: Network, counted: number, away: string[],
 *   most: number | null, threshold: number, begin: string[], spreads: boolean, free: boolean, compares: boolean,
 *   rounds: number | null,
 * }} Lab
 */
/**
 * @typedef {{
 *   tied: [string, string, number][], cut: [string, string][], away: string[], begin: string[],
 *   threshold: number, noise: boolean, counted: number, person?: string,
 * }} Made  what has been done to the network; people by their ids
 */

/** Two people as one key, whichever comes first. */
export function pair(/** @type {string} */ one, /** @type {string} */ other) {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

/** What has been done, with the way back and forth. */
export function history(/** @type {Lab} */ task) {
  /** @returns {Made} */
  const blank = () => ({
    tied: [], cut: [], away: [...task.away].sort(), begin: [], threshold: task.threshold, noise: false, counted: task.counted,
  });
  const steps = backAndForth(blank);
  return {
    ...steps,
    /** Go on with an answer, or from the start; throw for one that is of another network. */
    begin: (/** @type {Partial<Made> | null} */ answer, /** @type {Map<string, number>} */ place) => {
      const next = { ...blank(), ...answer };
      const named = [...next.tied.flatMap((tied) => tied.slice(0, 2)), ...next.cut.flat(), ...next.away, ...next.begin];
      if (next.person !== undefined) named.push(next.person);
      if (named.some((id) => !place.has(String(id)))) throw new Error("someone is not on this map");
      steps.begin(next);
    },
  };
}

/** How strong the ties of a map are before anything is done, by their two people as one key. */
export function baseOf(/** @type {Network} */ { people, ties }) {
  return new Map(ties.map(([a, b, strength]) => [pair(people[a].id, people[b].id), strength]));
}

/**
 * How strong the tie of two is now; 0 for none.
 * @param {Made} now
 * @param {Map<string, number>} base
 * @param {string} key  the two as one
 */
export function strengthOf(now, base, key) {
  const own = now.tied.find(([a, b]) => pair(a, b) === key);
  const isCut = now.cut.some(([a, b]) => pair(a, b) === key);
  return own?.[2] ?? (isCut ? 0 : base.get(key) ?? 0);
}

/**
 * Tie two so strongly; a tie of the map that is given its own strength back is none of one's own.
 * @param {Made} next  is changed
 * @param {Map<string, number>} base
 * @param {string} key
 * @param {number} strength
 */
export function tieIn(next, base, key, strength) {
  next.tied = next.tied.filter(([a, b]) => pair(a, b) !== key);
  next.cut = next.cut.filter(([a, b]) => pair(a, b) !== key);
  const [a, b] = key.split("|");
  if (base.get(key) !== strength) next.tied.push([a, b, strength]);
}

/**
 * Take a tie away: one's own first, and then the map's has its strength back.
 * @param {Made} next  is changed
 * @param {Map<string, number>} base
 * @param {string} key
 */
export function cutIn(next, base, key) {
  const isOwn = next.tied.some(([a, b]) => pair(a, b) === key);
  next.tied = next.tied.filter(([a, b]) => pair(a, b) !== key);
  const [a, b] = key.split("|");
  if (base.has(key) && !isOwn) next.cut.push([a, b]);
}

/**
 * All ties as they are now: those of the map that are not cut, and one's own.
 * @param {Network} network
 * @param {Made} now
 */
export function tiesNow({ people, ties }, now) {
  const place = new Map(people.map(({ id }, i) => [id, i]));
  const own = new Set(now.tied.map(([a, b]) => pair(a, b)));
  const gone = new Set(now.cut.map(([a, b]) => pair(a, b)));
  /** @type {Tie[]} */
  const found = [];
  for (const [a, b, strength] of ties) {
    const key = pair(people[a].id, people[b].id);
    if (!own.has(key) && !gone.has(key)) {
      found.push({ from: a, to: b, strength, counts: strength >= now.counted, mine: false });
    }
  }
  for (const [a, b, strength] of now.tied) {
    found.push({ from: place.get(a) ?? 0, to: place.get(b) ?? 0, strength, counts: strength >= now.counted, mine: true });
  }
  return found;
}
