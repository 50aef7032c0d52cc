// How a practice spreads, round by round: step, play, from the start.

import { fill, h } from "../../widgets/static/parts.js";
import { player } from "../../widgets/static/player.js";
import { roundBars } from "./figures.js";

/** @import { Words } from "#types" */
/** @import { Measured } from "./figures.js" */

const PACE = 900; // ms between two rounds that are played

/** When somebody was reached, in words. */
export function inRound(/** @type {number | undefined} */ at, /** @type {Words} */ words) {
  if (at === undefined) return words["lab-not-reached"];
  return at === 0 ? words["lab-from-start"] : fill(words["lab-in-round"], { n: at });
}

/** Step, play, from the start; what has been reached, in words and in bars. */
export function spreading(/** @type {Words} */ words, /** @type {() => void} */ draw) {
  let last = 0;
  const told = h("p", { role: "status" });
  const bars = h("div", { class: "rounds", "aria-hidden": "true" });
  const rounds = player({ words, step: words["lab-step"], pace: () => PACE, moved: draw });
  const { step, play, rewind } = rounds.buttons;

  return {
    at: rounds.at,
    restart: () => rounds.begin(last),
    node: h("section", { class: "panel" }, h("h4", {}, words["lab-rounds"]), bars, told),
    tools: h("div", { class: "set" }, step, play, rewind),
    draw: (/** @type {Measured | null} */ known, /** @type {number} */ begins) => {
      const reached = Object.values(known?.rounds ?? {});
      const at = rounds.at();
      last = Math.max(0, ...reached);
      rounds.until(last);
      rounds.draw();
      bars.replaceChildren(...roundBars(reached, at));
      const n = reached.filter((one) => one <= at).length;
      const now = !begins ? words["lab-nobody-begins"]
        : known ? fill(words[at === last ? "lab-stops" : "lab-reached"], { n, all: known.people, at }) : "";
      if (told.textContent !== now) told.textContent = now; // what is put there is read aloud, the same once more too
    },
    ended: rounds.stop,
  };
}
