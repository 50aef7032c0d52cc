// A drawing on its way from one state to the next, as data that the hands can draw.

/** @import { Crowd } from "./draw-crowd.js" */
/** @import { Curve, Curves } from "./draw-curves.js" */
/** @import { Stations } from "./draw-stations.js" */
/** @import { Units } from "./draw-units.js" */

const lerp = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ share) => from + (to - from) * share;

/** @type {Map<string, (from: any, to: any, share: number) => any>} each takes the data of its own kind */
const WAYS = new Map(Object.entries({
  crowd: crowdBetween, curves: curvesBetween, stations: stationsBetween, units: unitsBetween,
}));

/**
 * What is to be seen when a share of the way from one drawing to the next has been gone.
 * @param {{kind: string}} from
 * @param {{kind: string}} to  of the same kind
 * @param {number} share  from 0 to 1
 */
export function between(from, to, share) {
  const way = WAYS.get(to.kind);
  return way && share < 1 ? way(from, to, share) : to;
}

/** One after another changes group; the words are those of where they come from. */
function crowdBetween(/** @type {Crowd} */ from, /** @type {Crowd} */ to, /** @type {number} */ share) {
  const bounds = (/** @type {Crowd} */ { groups }, /** @type {number} */ i) => groups.slice(0, i + 1).reduce((sum, { n }) => sum + n, 0);
  let before = 0;
  const groups = from.groups.map((group, i) => {
    const bound = Math.floor(lerp(bounds(from, i), bounds(to, i), share));
    const n = bound - before;
    before = bound;
    return { ...group, n };
  });
  return { ...to, groups };
}

/** Everybody walks straight to where they stand next. */
function stationsBetween(/** @type {Stations} */ from, /** @type {Stations} */ to, /** @type {number} */ share) {
  return { ...to, from: from.stations, share };
}

/** What each has solved grows, or shrinks. */
function unitsBetween(/** @type {Units} */ from, /** @type {Units} */ to, /** @type {number} */ share) {
  const people = to.people.map((person, i) => {
    const { solved } = from.people[i];
    return solved === undefined || person.solved === undefined ? person
      : { ...person, solved: lerp(solved, person.solved, share) };
  });
  return { ...to, people };
}

/** A curve grows at its end, or rises and falls where it has as many points. */
function curvesBetween(/** @type {Curves} */ from, /** @type {Curves} */ to, /** @type {number} */ share) {
  const curves = to.curves.map((curve, i) => grown(from.curves[i] ?? curve, curve, share));
  return { ...to, curves, notes: from.notes };
}

function grown(/** @type {Curve} */ from, /** @type {Curve} */ to, /** @type {number} */ share) {
  if (from.up.length === to.up.length) return { ...to, up: to.up.map((up, n) => lerp(from.up[n], up, share)) };
  const [longer, points] = [from.up.length > to.up.length ? from : to, Math.round(lerp(from.up.length, to.up.length, share))];
  return { ...longer, across: longer.across.slice(0, points), up: longer.up.slice(0, points) };
}
