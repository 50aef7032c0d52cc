// What a class does together, by its name: how each view shows it.

import * as bridge from "./bridge.js";
import * as channel from "./channel.js";
import * as crowd from "./crowd.js";
import * as network from "./own-network.js";
import * as split from "./split.js";

/** @import { Together } from "./types.d.ts" */

/** @typedef {typeof split | typeof network | typeof crowd | typeof bridge | typeof channel} Shown */

const THINGS = { split, network, crowd, bridge, channel };

/** How a thing is shown: on the telephone, on the screen, and how the instructor leads it. */
export function shownBy(/** @type {Together} */ { what }) {
  return THINGS[what];
}
