// The picture of a model, and what is played in it: state by state, gliding from one to the next.

import { between } from "../../widgets/static/draw-moving.js";
import { draw } from "../../widgets/static/draw.js";
import { fill, h, picture } from "../../widgets/static/parts.js";
import { isCalm, player } from "../../widgets/static/player.js";

/** @import { Frame, Guess, Scene, Words } from "#types" */

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
  let isTouched = false; // something has been stepped or played
  let seen = 0; // the state that is drawn

  const play = player({ words, pace, moved });
  const told = tellingOf(words, uid, play);
  const shown = h("div", { class: "shown" }, told.node); // steps are told in a region that was there before
  const sheet = sheetIn(shown);

  const frames = () => scene?.frames ?? [];
  const drawing = () => frames()[play.at()]?.drawing ?? scene?.drawing;

  function pace() {
    return Math.min(SLOWEST, LONGEST / Math.max(1, frames().length - 1));
  }

  function moved() {
    isTouched = true;
    if (isCalm() || play.at() < seen) sheet.put(drawing());
    else sheet.glide(drawing(), GLIDES * pace());
    seen = play.at();
    told.draw(frames(), isTouched);
  }

  return {
    node: shown,
    /** What is shown for a setting, at its end. */
    draw: (/** @type {Scene} */ drawn) => {
      scene = drawn;
      isTouched = false;
      const last = Math.max(0, frames().length - 1);
      play.begin(last, last);
      seen = last;
      told.node.hidden = !last;
      shown.replaceChildren(picture(drawn, sheet.begin(drawn, drawing())));
      shown.querySelector(".drawing")?.after(told.node);
      if (last) told.draw(frames(), isTouched);
    },
    guess: sheet.guess,
    again: sheet.again,
    attached: sheet.attached,
    ended: () => {
      play.stop();
      sheet.ended();
    },
  };
}

/**
 * What plays the states, and what each is in words.
 * @param {Words} words
 * @param {string} uid
 * @param {ReturnType<typeof player>} play
 */
function tellingOf(words, uid, play) {
  const { buttons } = play;
  const slider = h("input", {
    id: `${uid}-at`, type: "range", min: "0", step: "1", "aria-label": words["play-set"],
    oninput: () => play.go(Number(slider.value)),
  });
  const told = h("p", { class: "told", role: "status" });
  return {
    node: h("div", { class: "playing", role: "group", "aria-label": words["play-set"], hidden: true },
      h("div", { class: "set" }, buttons.play, buttons.back, buttons.step, buttons.rewind), slider, told),
    draw: (/** @type {Frame[]} */ frames, /** @type {boolean} */ isTouched) => {
      const [at, last] = [play.at(), frames.length - 1];
      const text = frames[at]?.told ?? "";
      slider.max = String(last);
      slider.value = String(at);
      slider.setAttribute("aria-valuetext", `${fill(words["play-at"], { at, last })}. ${text}`);
      told.setAttribute("aria-live", isTouched && !play.isPlaying() ? "polite" : "off"); // steps are read aloud
      if (told.textContent !== text) told.textContent = text;
      play.draw();
      buttons.play.hidden = isCalm(); // then the end is shown, and there are steps
    },
  };
}

/**
 * Where a scene is drawn, wide where there is room: one drawing in another's place, or gliding there.
 * @param {HTMLElement} shown  has the picture, and in it the place for its drawing
 */
function sheetIn(shown) {
  /** @type {Scene | null} */
  let scene = null;
  /** @type {any} */
  let drawing; // what stands there, or what it glides to
  /** @type {Guess[]} */
  let guess = [];
  let isWide = false;
  let gliding = 0;
  const watcher = new ResizeObserver(() => {
    if (shown.clientWidth >= WIDE === isWide) return;
    isWide = !isWide;
    if (scene) put(drawing);
  });

  const drawn = (/** @type {Scene} */ of, /** @type {any} */ one) => draw({ ...of, drawing: { ...one, guess } }, isWide);

  function show(/** @type {any} */ one) {
    if (scene) shown.querySelector(".drawing")?.replaceChildren(drawn(scene, one));
  }

  function put(/** @type {any} */ next) {
    cancelAnimationFrame(gliding);
    drawing = next;
    show(drawing);
  }

  /** From what is seen to another drawing, in so many ms. */
  function glide(/** @type {any} */ to, /** @type {number} */ long) {
    cancelAnimationFrame(gliding);
    const from = drawing;
    drawing = to;
    let began = -1;
    const next = (/** @type {number} */ now) => {
      if (began < 0) began = now;
      const share = Math.min(1, (now - began) / long);
      show(between(from, to, eased(share)));
      if (share < 1) gliding = requestAnimationFrame(next);
    };
    gliding = requestAnimationFrame(next);
  }

  return {
    put,
    glide,
    /** The first drawing of a scene, for the picture that is about to stand there. */
    begin: (/** @type {Scene} */ next, /** @type {any} */ first) => {
      cancelAnimationFrame(gliding);
      [scene, drawing] = [next, first];
      return drawn(next, first);
    },
    /** What was guessed, which the next drawing marks. */
    guess: (/** @type {Guess[]} */ guessed) => { guess = guessed; },
    again: () => put(drawing),
    attached: () => watcher.observe(shown),
    ended: () => {
      watcher.disconnect();
      cancelAnimationFrame(gliding);
    },
  };
}
