// The picture of a model, and what is played in it: state by state, gliding from one to the next.

import { between } from "../../widgets/static/draw-moving.js";
import { draw } from "../../widgets/static/draw.js";
import { fill, h, picture } from "../../widgets/static/parts.js";
import { isCalm, player } from "../../widgets/static/player.js";

/** @import { Guess, Scene, Words } from "#types" */

const LONGEST = 12_000; // ms that all states together take at most
const SLOWEST = 1_100; // ms from one state to the next
const GLIDES = 0.75; // of that time something moves
const WIDE = 544; // px, as in card.css, from which there is room for a wide sheet

/** Slow at both ends. */
const eased = (/** @type {number} */ share) => share * share * (3 - 2 * share);

/**
 * @param {Words} words
 * @param {string} uid
 */
export function stage(words, uid) {
  /** @type {Scene | null} */
  let scene = null;
  /** @type {Guess[]} */
  let guess = [];
  let isWide = false;
  let isTouched = false; // something has been stepped or played
  let seen = 0; // the state that is drawn
  let gliding = 0;

  const play = player({ words, pace, moved });
  const { buttons } = play;
  const slider = h("input", {
    id: `${uid}-at`, type: "range", min: "0", step: "1", "aria-label": words["play-set"],
    oninput: () => play.go(Number(slider.value)),
  });
  const told = h("p", { class: "told", role: "status" });
  const tools = h("div", { class: "playing", role: "group", "aria-label": words["play-set"], hidden: true },
    h("div", { class: "set" }, buttons.play, buttons.back, buttons.step, buttons.rewind), slider, told);
  const shown = h("div", { class: "shown" }, tools); // steps are told in a region that was there before
  const watcher = new ResizeObserver(() => {
    if (shown.clientWidth >= WIDE === isWide) return;
    isWide = !isWide;
    if (scene) drawNow();
  });

  const frames = () => scene?.frames ?? [];
  const drawingAt = (/** @type {number} */ at) => frames()[at]?.drawing ?? scene?.drawing;

  function pace() {
    return Math.min(SLOWEST, LONGEST / Math.max(1, frames().length - 1));
  }

  function show(/** @type {any} */ drawing) {
    if (scene) find(".drawing").replaceChildren(draw({ ...scene, drawing: { ...drawing, guess } }, isWide));
  }

  const find = (/** @type {string} */ selector) => /** @type {Element} */ (shown.querySelector(selector));

  function drawNow() {
    cancelAnimationFrame(gliding);
    seen = play.at();
    show(drawingAt(seen));
  }

  /** From what is seen to another state, unless nothing is to move. */
  function glide() {
    cancelAnimationFrame(gliding);
    const [from, to, long] = [drawingAt(seen), drawingAt(play.at()), GLIDES * pace()];
    seen = play.at();
    let began = -1;
    const next = (/** @type {number} */ now) => {
      if (began < 0) began = now;
      const share = Math.min(1, (now - began) / long);
      show(between(from, to, eased(share)));
      if (share < 1) gliding = requestAnimationFrame(next);
    };
    gliding = requestAnimationFrame(next);
  }

  function moved() {
    isTouched = true;
    if (isCalm() || play.at() < seen) drawNow();
    else glide();
    tell();
  }

  function tell() {
    const [at, last] = [play.at(), frames().length - 1];
    const words_ = frames()[at]?.told ?? "";
    const place = fill(words["play-at"], { at, last });
    slider.max = String(last);
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", `${place}. ${words_}`);
    told.setAttribute("aria-live", isTouched && !play.isPlaying() ? "polite" : "off"); // steps are read aloud
    if (told.textContent !== words_) told.textContent = words_;
    play.draw();
    buttons.play.hidden = isCalm(); // then the end is shown, and there are steps
  }

  return {
    node: shown,
    /** What is shown for a setting, at its end. */
    draw: (/** @type {Scene} */ drawn) => {
      scene = drawn;
      isTouched = false;
      const last = Math.max(0, frames().length - 1);
      play.begin(last, last);
      tools.hidden = !last;
      shown.replaceChildren(picture(drawn));
      find(".drawing").after(tools);
      drawNow();
      if (last) tell();
    },
    guess: (/** @type {Guess[]} */ guessed) => {
      guess = guessed;
      if (scene) drawNow();
    },
    attached: () => watcher.observe(shown),
    ended: () => {
      watcher.disconnect();
      play.stop();
      cancelAnimationFrame(gliding);
    },
  };
}
