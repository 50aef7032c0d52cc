// What a class does together, by its name: how each view shows it.

import * as network from "./own-network.js";
import * as split from "./split.js";

/** @import { Together } from "./types.d.ts" */

/** @typedef {typeof split | typeof network | (typeof import("./plays.js").PLAYS)[keyof typeof import("./plays.js").PLAYS]} Shown */

/** @type {Record<string, Shown>} */
const known = { split, network };

/** Know how plays are shown. A telephone fetches them when its class comes to one: most never do. */
export function know(/** @type {Record<string, Shown>} */ plays) {
  Object.assign(known, plays);
}

/** Whether it is known how a thing is shown. */
export function isKnown(/** @type {Together} */ { what }) {
  return what in known;
}

/** How a thing is shown: on the telephone, on the screen, and how the instructor leads it. */
export function shownBy(/** @type {Together} */ { what }) {
  return known[what];
}
