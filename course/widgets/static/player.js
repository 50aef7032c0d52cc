// What is played round by round: play and pause, a step on or back, from the start. Nothing moves
// but by a press, and who asks for less motion sees the end at once. Whoever draws is told of each state.

import { h } from "./parts.js";

/** @import { Words } from "#types" */

/** Whether the learner has asked for less motion. */
export function isCalm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** A button that is pressed in or not, where `isOn` tells; one to press, where it does not. */
export function button(/** @type {string} */ text, /** @type {() => void} */ onclick, /** @type {boolean | undefined} */ isOn = undefined) {
  return h("button", { type: "button", class: "quiet tool", "aria-pressed": isOn === undefined ? null : String(isOn), onclick }, text);
}

/**
 * Let buttons be pressed, or not; one that cannot be pressed any more hands the focus on.
 * @param {[HTMLButtonElement, boolean][]} buttons
 * @param {HTMLElement} next
 */
export function enable(buttons, next) {
  for (const [one, can] of buttons) {
    if (!can && document.activeElement === one) next.focus();
    one.disabled = !can;
  }
}

/**
 * Where a course of events stands, from 0 to its last state, and the buttons that move it.
 * @param {{words: Words, step?: string, pace: () => number, moved: () => void}} given  `step`: the word for
 *   a step on; `pace`: ms between two states that are played; `moved`: another state is to be drawn
 */
export function player({ words, step: on = words["play-step"], pace, moved }) {
  let at = 0;
  let last = 0;
  let hasPlayed = false; // to its end
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const play = button(words.play, () => (timer === undefined ? start() : go(at)));
  const step = button(on, () => go(at + 1));
  const back = button(words["play-back"], () => go(at - 1));
  const rewind = button(words["play-rewind"], () => go(0));

  function move(/** @type {number} */ to) {
    at = Math.min(Math.max(to, 0), last);
    if (at === last) stop();
    moved();
  }

  /** A step by hand: what was playing stops. */
  function go(/** @type {number} */ to) {
    stop();
    move(to);
  }

  function start() {
    const isAgain = at === last; // then the first state is to be seen as well
    if (isCalm()) {
      move(last);
      return;
    }
    timer = setInterval(() => move(at + 1), pace());
    hasPlayed = true;
    move(isAgain ? 0 : at + 1);
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    at: () => at,
    isPlaying: () => timer !== undefined,
    go,
    stop,
    /** Another course of events, so many states after its first, begins at one of them. */
    begin: (/** @type {number} */ states, first = 0) => {
      stop();
      [at, last, hasPlayed] = [first, states, false];
    },
    /** The same, but longer or shorter. */
    until: (/** @type {number} */ states) => { last = states; },
    buttons: { play, step, back, rewind },
    /** Which buttons can be pressed, and what the first says. */
    draw: () => {
      play.textContent = words[timer !== undefined ? "play-pause" : hasPlayed && at === last ? "play-again" : "play"];
      play.disabled = !last;
      enable([[rewind, at > 0], [back, at > 0], [step, at < last]], play);
    },
  };
}
