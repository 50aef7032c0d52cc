// The models that a room can play, by their names: how each view shows them.

import * as bridge from "./bridge.js";
import * as channel from "./channel.js";
import * as crowd from "./crowd.js";

export const PLAYS = { crowd, bridge, channel };
