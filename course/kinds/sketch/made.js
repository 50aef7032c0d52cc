// What has been drawn, and the ways in which it changes.

import { backAndForth } from "../../widgets/static/history.js";

/** @import { Party, Tie } from "./map.js" */
/** @typedef {{parties: Party[], ties: Tie[], bridge: string | null, away: string[]}} Drawn */

/** A sheet with one's own unit alone on it, and the way back and forth. */
export function drawing(/** @type {string} */ own) {
  /** @type {() => Drawn} */
  const blank = () => ({ parties: [{ id: "p1", name: own, inside: true }], ties: [], bridge: null, away: [] });
  const steps = backAndForth(blank);
  const at = (/** @type {Drawn} */ drawn, /** @type {string} */ id) => drawn.parties.findIndex((one) => one.id === id);
  /** A tie is told from whom was put out first. */
  const ends = (/** @type {string} */ one, /** @type {string} */ other) => {
    const now = steps.now();
    return at(now, one) < at(now, other) ? [one, other] : [other, one];
  };
  const isOf = (/** @type {string[]} */ [one, other]) => (/** @type {Tie} */ tie) => tie[0] === one && tie[1] === other;
  return {
    ...steps,
    party: (/** @type {string} */ id) => steps.now().parties.find((one) => one.id === id),
    named: (/** @type {string} */ name) =>
      steps.now().parties.find((one) => one.name.toLowerCase() === name.toLowerCase()),
    /** How strong the tie of two is; 0 for none. */
    strength: (/** @type {string} */ one, /** @type {string} */ other) =>
      steps.now().ties.find(isOf(ends(one, other)))?.[2] ?? 0,
    put: (/** @type {string} */ name, /** @type {boolean} */ inside) => {
      const last = Math.max(...steps.now().parties.map(({ id }) => Number(id.slice(1))));
      const id = `p${last + 1}`;
      steps.add(({ parties }) => { parties.push({ id, name, inside }); });
      return id;
    },
    change: (/** @type {string} */ id, /** @type {Partial<Party>} */ to) =>
      steps.add((next) => { Object.assign(next.parties[at(next, id)], to); }),
    remove: (/** @type {string} */ id) => steps.add((next) => {
      next.parties = next.parties.filter((one) => one.id !== id);
      next.ties = next.ties.filter(([one, other]) => one !== id && other !== id);
      next.away = next.away.filter((one) => one !== id);
      if (next.bridge === id) next.bridge = null;
    }),
    /** Tie two so strongly; not at all, with 0. */
    tie: (/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ strength) => {
      const [first, second] = ends(one, other);
      steps.add((next) => {
        const place = next.ties.findIndex(isOf([first, second]));
        if (!strength) next.ties.splice(place, 1);
        else if (place < 0) next.ties.push([first, second, strength]);
        else next.ties[place][2] = strength;
      });
    },
    /** Go on with a drawing, or from the start; throw for what is none. */
    show: (/** @type {Partial<Drawn> | null} */ given) => {
      if (!given) return steps.begin(blank());
      const { parties, ties = [], bridge = null, away = [] } = given;
      const known = new Set(parties?.map(({ id }) => id));
      if (!parties?.[0]?.inside || ties.some(([one, other]) => !known.has(one) || !known.has(other))) {
        throw new Error("this is no drawing");
      }
      steps.begin(structuredClone({ parties, ties, bridge, away }));
    },
  };
}
