// How a practice spreads, round by round: step, play, from the start.

import { fill, h } from "../../widgets/static/parts.js";
import { roundBars } from "./figures.js";
import { button, enable } from "./tools.js";

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
  let at = 0;
  let last = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const told = h("p", { role: "status" });
  const bars = h("div", { class: "rounds", "aria-hidden": "true" });
  const step = button(words["lab-step"], () => go(at + 1));
  const play = button(words["lab-play"], () => (timer === undefined ? start() : go(at, true)));
  const rewind = button(words["lab-rewind"], () => go(0, true));

  function go(/** @type {number} */ to, stands = false) {
    at = Math.min(to, last);
    if (stands || at === last) stop();
    draw();
  }

  function start() {
    if (at === last) at = 0;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      go(last);
      return;
    }
    timer = setInterval(() => go(at + 1), PACE);
    go(at + 1);
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    at: () => at,
    restart: () => { stop(); at = 0; },
    node: h("section", { class: "panel" }, h("h4", {}, words["lab-rounds"]), bars, told),
    tools: h("div", { class: "set" }, step, play, rewind),
    draw: (/** @type {Measured | null} */ known, /** @type {number} */ begins) => {
      const rounds = Object.values(known?.rounds ?? {});
      last = Math.max(0, ...rounds);
      play.textContent = words[timer === undefined ? "lab-play" : "lab-pause"];
      step.disabled = play.disabled = !rounds.length || !last;
      enable([[rewind, at > 0]], play);
      bars.replaceChildren(...roundBars(rounds, at));
      const n = rounds.filter((one) => one <= at).length;
      const now = !begins ? words["lab-nobody-begins"]
        : known ? fill(words[at === last ? "lab-stops" : "lab-reached"], { n, all: known.people, at }) : "";
      if (told.textContent !== now) told.textContent = now; // what is put there is read aloud, the same once more too
    },
    ended: stop,
  };
}
