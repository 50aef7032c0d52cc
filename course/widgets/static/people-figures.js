// The figures beside a map of people: measures, bars for each round, how placements do, and a race.

import { shape, through } from "./draw-parts.js";
import { fill, h } from "./parts.js";

/** @import { Controls, Given, Words } from "#types" */

/**
 * @typedef {{
 *   ties: number, external: number, ei: number | null, ei_text: string, chance: number, chance_text: string,
 *   linked: number, pairs: number, on_one: number, people: number, rounds: Record<string, number>,
 * }} Measured
 */
/** @typedef {{name: string, text: string, friday: number, friday_text: string, end: number, end_text: string}} Placed */
/**
 * @typedef {{
 *   people: {line: string[], full: string[]}, line: number[], full: number[], line_text: string[], full_text: string[],
 *   problems: number,
 * }} Race
 */

/** The E-I index beside chance, on a line from -1 to +1, and what bridges there are. */
export function measures(/** @type {Measured} */ known, /** @type {Words} */ words) {
  const place = (/** @type {number} */ value) => `${((value + 1) * 50).toFixed(1)}%`;
  const own = h("i", { class: "own" }, h("b", {}, known.ei_text));
  const chance = h("i", { class: "chance" }, fill(words["lab-chance"], { n: known.chance_text }));
  own.style.left = place(known.ei ?? 0);
  chance.style.left = place(known.chance);
  const spoken = fill(words["lab-ei"], { ei: known.ei_text, chance: known.chance_text });
  const row = (/** @type {string} */ key, /** @type {number} */ n, /** @type {number} */ of) =>
    [h("dt", {}, words[key]), h("dd", {}, String(n), h("small", {}, ` ${fill(words["lab-of"], { n: of })}`))];
  return [
    h("h4", {}, words["lab-measures"]),
    h("div", { class: "ei", role: "img", "aria-label": spoken }, known.ei === null ? null : own, chance),
    h("dl", {}, row("lab-external", known.external, known.ties), row("lab-linked", known.linked, known.pairs),
      row("lab-on-one", known.on_one, known.linked)),
  ];
}

const BAR = 52; // px of the highest bar

/** A bar for each round: how many were new in it; those to come stand open. */
export function roundBars(/** @type {number[]} */ rounds, /** @type {number} */ at) {
  const last = Math.max(-1, ...rounds);
  const counts = Array.from({ length: last + 1 }, (_, round) => rounds.filter((one) => one === round).length);
  const most = Math.max(1, ...counts);
  return counts.map((count, round) => {
    const isOver = round <= at;
    const bar = h("u");
    bar.style.height = `${isOver ? Math.max(2, BAR * count / most) : 12}px`;
    return h("div", { class: isOver ? "" : "later" }, isOver ? String(count) : "?", bar, String(round));
  });
}

/**
 * One's own placement beside others: bars that grow surer as the session computes.
 * @param {Words} words
 * @param {() => void} ask
 */
export function comparison(words, ask) {
  const told = h("p", { class: "note" });
  const rows = h("div", { class: "compared" });
  const button = h("button", { type: "button", class: "quiet tool", onclick: begin }, words["lab-compare"]);

  function begin() {
    button.disabled = true;
    told.textContent = fill(words["lab-learning"], { percent: 0 });
    ask();
  }

  const bar = (/** @type {number} */ percent, /** @type {string} */ text, /** @type {string} */ when) => {
    const drawn = h("u");
    drawn.style.width = `${percent}%`;
    return h("span", { class: when }, drawn, text);
  };
  return {
    node: h("section", { class: "panel" }, h("h4", {}, words["lab-solved"]), h("div", { class: "set" }, button), rows,
      h("p", { class: "key", "aria-hidden": "true" }, h("span", { class: "friday" }, h("u"), words["lab-friday"]),
        h("span", { class: "end" }, h("u"), words["lab-end"])),
      told),
    begin,
    /** What was compared has been changed. */
    stale: () => {
      rows.classList.add("stale");
      button.disabled = false;
    },
    draw: (/** @type {Placed[]} */ placed, /** @type {number} */ progress) => {
      rows.classList.remove("stale");
      button.disabled = progress < 1;
      rows.replaceChildren(...placed.map((one) => h("div", { class: one.name },
        h("b", {}, one.text), h("div", {},
          bar(one.friday, `${one.friday_text} %`, "friday"), bar(one.end, `${one.end_text} %`, "end")))));
      told.textContent = progress < 1
        ? fill(words["lab-learning"], { percent: Math.round(100 * progress) }) : words["lab-model-note"];
    },
  };
}

const FRAME = 120; // ms between two rounds of a race
const SIDE = 10; // people in a row of a crowd
const APART = 20; // units of the sheet between two of them

/**
 * The line and the crowd: guess in which round the one passes the other; then see them race.
 * @param {Given<any>} given
 * @returns {Controls}
 */
export function explorerOfRace({ task, words, uid, changed, ask }) {
  const most = task.rounds;
  /** @type {Race | null} */
  let race = null;
  let at = 0;
  /** @type {number | null} */
  let guess = null;
  let hasAnswered = false;
  let asked = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;

  const output = h("output", { for: `${uid}-round` });
  const slider = h("input", {
    id: `${uid}-round`, type: "range", min: "0", max: String(most), step: "1", value: "0",
    oninput: () => { guess = Number(slider.value); name(); changed(); },
  });
  const boards = /** @type {const} */ (["line", "full"]).map((which) => crowd(which, words[which === "line" ? "lab-line" : "lab-full"]));
  const curves = raceCurves();
  const reading = h("p", { class: "reading", role: "status" });
  const note = h("p", { class: "note" }, words["lab-after-answer"]);
  const tool = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", class: "quiet tool", onclick }, words[key]);
  const step = tool("lab-step", () => go(at + 1, true));
  const play = tool("lab-play", () => (timer === undefined ? start() : go(at, true)));
  const rewind = tool("lab-rewind", () => go(0, true));
  const after = h("div", { class: "model", hidden: true }, h("div", { class: "boards" }, boards.map(({ node }) => node)),
    curves.node, reading, h("div", { class: "set" }, step, play, rewind), note);

  function name() {
    output.textContent = guess === null ? "–" : guess === 0
      ? words["lab-guess-never"] : fill(words["lab-guess-at"], { n: guess });
    slider.setAttribute("aria-valuetext", output.textContent);
  }

  function go(/** @type {number} */ to, stands = false) {
    at = Math.min(to, most);
    if (stands || at === most) stop();
    draw();
  }

  function start() {
    if (at === most) at = 0;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      go(most);
      return;
    }
    timer = setInterval(() => go(at + 1), FRAME);
    draw();
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  function draw() {
    if (!race) return;
    for (const { which, show } of boards) show(race.people[which][at], race[`${which}_text`][at]);
    curves.draw(race, at, guess, words);
    play.textContent = words[timer === undefined ? "lab-play" : "lab-pause"];
    rewind.disabled = at === 0;
    step.disabled = at === most;
    reading.setAttribute("aria-live", timer === undefined ? "polite" : "off");
    reading.textContent = fill(words["lab-race-now"], { at, line: race.line_text[at], full: race.full_text[at] });
  }

  const look = () => { asked = ask(/** @type {any} */ ({ do: "race" })); };
  name();
  return {
    node: h("div", {}, h("div", { class: "control" },
      h("label", { for: `${uid}-round` }, words["lab-guess-round"]), output, slider)),
    after,
    label: () => (hasAnswered ? undefined : words["lab-run"]),
    answer: () => ({ round: guess }),
    show: (answer) => {
      guess = typeof answer?.round === "number" ? answer.round : null;
      slider.value = String(guess ?? 0);
      name();
    },
    judged: (_, __, restoring) => {
      hasAnswered = true;
      after.hidden = false;
      if (!restoring) look();
      return undefined;
    },
    cleared: () => { hasAnswered = false; },
    scene: (/** @type {any} */ scene) => {
      if ((scene.n ?? 0) < asked || !scene.race) return;
      race = scene.race;
      note.textContent = scene.progress < 1
        ? fill(words["lab-racing"], { percent: Math.round(100 * scene.progress) })
        : fill(words["lab-race-note"], { n: scene.race.problems });
      draw();
    },
    attached: () => { if (hasAnswered) look(); },
    ended: stop,
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
