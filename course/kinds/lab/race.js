// The race: in which round does the line pass the crowd? A guess first; then both are seen round by round.

import { shape, through } from "../../widgets/static/draw-parts.js";
import { fill, h } from "../../widgets/static/parts.js";
import { player } from "../../widgets/static/player.js";
import { placeOf } from "./figures.js";

/** @import { Controls, Given, Words } from "#types" */

/**
 * @typedef {{
 *   people: {line: string[], full: string[]}, line: number[], full: number[], line_text: string[], full_text: string[],
 *   problems: number,
 * }} Race
 */

const FRAME = 120; // ms between two rounds of a race
const SIDE = 10; // people in a row of a crowd
const APART = 20; // units of the sheet between two of them

/**
 * The line and the crowd: guess in which round the one passes the other; then see them race.
 * @param {Given<any>} given
 * @returns {Controls}
 */
export function raceOf({ task, words, uid, changed, ask }) {
  let hasAnswered = false;
  let asked = 0;
  const guessed = roundGuessed(`${uid}-round`, task.rounds, words, changed);
  const track = trackOf(task.rounds, words, guessed.now);
  const look = () => { asked = ask(/** @type {any} */ ({ do: "race" })); };
  return {
    node: h("div", {}, guessed.node),
    after: track.node,
    label: () => (hasAnswered ? undefined : words["lab-run"]),
    answer: () => ({ round: guessed.now() }),
    show: (answer) => guessed.set(typeof answer?.round === "number" ? answer.round : null),
    judged: (_, __, restoring) => {
      hasAnswered = true;
      track.node.hidden = false;
      if (!restoring) look();
      return undefined;
    },
    cleared: () => { hasAnswered = false; },
    scene: (/** @type {any} */ scene) => {
      if ((scene.n ?? 0) < asked || !scene.race) return;
      track.draw(scene.race, scene.progress);
    },
    attached: () => { if (hasAnswered) look(); },
    ended: track.stop,
  };
}

/**
 * A round that is guessed, on a slider; none before it is touched.
 * @param {string} id
 * @param {number} most
 * @param {Words} words
 * @param {() => void} changed
 */
function roundGuessed(id, most, words, changed) {
  /** @type {number | null} */
  let guess = null;
  const output = h("output", { for: id });
  const slider = h("input", {
    id, type: "range", min: "0", max: String(most), step: "1", value: "0",
    oninput: () => { guess = Number(slider.value); name(); changed(); },
  });
  function name() {
    output.textContent = guess === null ? "–" : guess === 0
      ? words["lab-guess-never"] : fill(words["lab-guess-at"], { n: guess });
    slider.setAttribute("aria-valuetext", output.textContent);
  }
  name();
  return {
    node: h("div", { class: "control" }, h("label", { for: id }, words["lab-guess-round"]), output, slider),
    now: () => guess,
    set: (/** @type {number | null} */ to) => {
      guess = to;
      slider.value = String(guess ?? 0);
      name();
    },
  };
}

/**
 * The race itself, hidden until it is run: the line beside the crowd, how both have done, and what plays it.
 * @param {number} most  rounds
 * @param {Words} words
 * @param {() => number | null} guess
 */
function trackOf(most, words, guess) {
  /** @type {Race | null} */
  let race = null;
  const boards = /** @type {const} */ (["line", "full"]).map((which) => crowd(which, words[which === "line" ? "lab-line" : "lab-full"]));
  const curves = raceCurves();
  const reading = h("p", { class: "reading", role: "status" });
  const note = h("p", { class: "note" }, words["lab-after-answer"]);
  const place = placeOf(note);
  const rounds = player({ words, step: words["lab-step"], pace: () => FRAME, moved: draw });
  const { step, play, rewind } = rounds.buttons;
  rounds.begin(most);

  function draw() {
    if (!race) return;
    const at = rounds.at();
    for (const { which, show } of boards) show(race.people[which][at], race[`${which}_text`][at]);
    curves.draw(race, at, guess(), words);
    rounds.draw();
    reading.setAttribute("aria-live", rounds.isPlaying() ? "off" : "polite");
    reading.textContent = fill(words["lab-race-now"], { at, line: race.line_text[at], full: race.full_text[at] });
  }

  return {
    node: h("div", { class: "model", hidden: true }, h("div", { class: "boards" }, boards.map(({ node }) => node)),
      curves.node, reading, h("div", { class: "set" }, step, play, rewind), place.node),
    draw: (/** @type {Race} */ found, /** @type {number} */ progress) => {
      race = found;
      const last = fill(words["lab-race-note"], { n: race.problems });
      place.keep(last);
      note.textContent = progress < 1 ? fill(words["lab-racing"], { percent: Math.round(100 * progress) }) : last;
      draw();
    },
    stop: rounds.stop,
  };
}

/**
 * A hundred people, drawn as a line that goes to and fro, or as a crowd in one room.
 * @param {"line" | "full"} which
 * @param {string} text  what it is called
 */
function crowd(which, text) {
  const spots = Array.from({ length: SIDE * SIDE }, (_, i) => {
    const row = Math.floor(i / SIDE);
    const column = which === "line" && row % 2 ? SIDE - 1 - i % SIDE : i % SIDE;
    return [APART * (column + 0.5), APART * (row + 0.5)];
  });
  const size = APART * SIDE;
  const dots = spots.map(([cx, cy]) => shape("circle", { cx, cy, r: 7 }));
  const tie = which === "line" ? shape("path", { class: "string", d: through(spots) })
    : shape("rect", { class: "room", width: size, height: size, rx: 12 });
  const score = h("b");
  const show = (/** @type {string} */ digits, /** @type {string} */ mean) => {
    for (const [i, dot] of dots.entries()) dot.setAttribute("class", `score-${digits[i]}`);
    score.textContent = mean;
  };
  return { which, show, node: h("div", { class: `crowd ${which}` }, h("p", {}, text, " ", score),
    shape("svg", { viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" }, tie, ...dots)) };
}

const TRACK = { width: 460, height: 130, left: 4, top: 10, bottom: 108 };

/** How both have done so far, with the round that was guessed. */
function raceCurves() {
  const svg = shape("svg", { viewBox: `0 0 ${TRACK.width} ${TRACK.height}`, "aria-hidden": "true", class: "curves" });
  /**
   * @param {Race} race
   * @param {number} at
   * @param {number | null} guess
   * @param {Words} words
   */
  const draw = (race, at, guess, words) => {
    const across = (/** @type {number} */ round) => TRACK.left + (TRACK.width - 2 * TRACK.left) * round / (race.line.length - 1);
    const up = (/** @type {number} */ score) => TRACK.bottom - (TRACK.bottom - TRACK.top) * score;
    const curve = (/** @type {"line" | "full"} */ which) => shape("path", {
      class: `curve ${which}`, d: through(race[which].slice(0, at + 1).map((score, round) => [across(round), up(score)])) });
    const mark = guess ? [
      shape("path", { class: "guess", d: `M${across(guess)} ${TRACK.top}V${TRACK.bottom}` }),
      shape("text", { x: across(guess) + (guess > 70 ? -5 : 5), y: TRACK.top + 4, "text-anchor": guess > 70 ? "end" : "start" }, words["lab-your-guess"])] : [];
    const ticks = [0, 20, 40, 60, 80, 100].filter((round) => round < race.line.length).map((round) =>
      shape("text", { x: across(round), y: TRACK.bottom + 16, "text-anchor": round === 0 ? "start" : round === 100 ? "end" : "middle" },
        round ? String(round) : `0 ${words["lab-round-axis"]}`));
    svg.replaceChildren(shape("path", { class: "floor", d: `M${TRACK.left} ${TRACK.bottom}H${TRACK.width - TRACK.left}` }),
      ...mark, curve("full"), curve("line"), ...ticks);
  };
  return { node: svg, draw };
}
