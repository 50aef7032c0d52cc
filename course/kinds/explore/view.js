import { widget } from "../../widgets/static/card.js";
import { check, checked, figureIn, fill, h, paragraphs, radios, said, table } from "../../widgets/static/parts.js";
import { settable } from "./settings.js";
import { stage } from "./stage.js";

/** @import { Guess, Named, Scene, Setting, View, Words } from "#types" */
/** @import { Control } from "./settings.js" */

/**
 * @typedef {{
 *   options: Named[], bars: string[], controls: Control[], guesses: Record<string, Guess[]>, leaves_out: string,
 * }} Model
 */

// Predict, then run: the model stays closed until a guess is made, and the guess is marked in it. While a slider is dragged one
// question at a time is under way, and the latest setting is asked for when its answer has come.
// A simulation answers many times, each time more surely; it can be stopped, and gone on with. A picture that
// was shown whole is kept in the page, and stands there at once when its setting comes back.

const KEPT = 100; // pictures, of some ten thousand letters each
const NARROW = 544; // px, as in card.css, below which some figures give way to their table

/** @type {View<Model, string>} */
function explore({ task, words, uid, changed, ask, stop }) {
  const node = h("div", {}, radios({ name: uid, options: task.options, changed }));
  const figure = figureIn(node, task.bars, words);
  /** @type {Setting} */
  const setting = Object.fromEntries(task.controls.map(({ id, start }) => [id, start]));
  const asking = latest(ask);
  const kept = keeping();
  const draw = (/** @type {Scene} */ scene) => model.draw(scene, () => node.clientWidth < NARROW);
  const set = () => {
    const before = kept.of(setting);
    if (!before) return look();
    asking.pass();
    draw(before);
  };
  const look = () => {
    if (!asking.wants({ ...setting })) return;
    model.run.begin();
    if (!model.isDrawn()) model.run.at(0); // there is something in the picture's place from the start
  };
  const model = modelOf(task, words, uid, setting, { set, look, stop });
  const { after, shown } = model;

  return {
    node,
    after,
    answer: () => checked(node),
    show: (answer) => check(node, [answer]),
    judged: ({ said: pieces, detail }, answer, restoring) => {
      figure.show(detail);
      model.mark(answer);
      after.hidden = false;
      asking.leave(); // an answer leaves off what the model was asked before
      if (!restoring) look();
      return pieces.map(said);
    },
    cleared: figure.clear,
    place: figure.place,
    failed: () => {
      asking.leave();
      if (model.isDrawn()) shown.again(); // no picture comes that would mark the guess
      else model.run.at(1);
    },
    scene: (scene) => {
      if (asking.isOld(scene)) return; // of a setting that has been left
      asking.leave();
      kept.keep(scene);
      if (asking.isBehind()) look();
      else draw(scene);
    },
    // A simulation that comes back is run when its card stands there, so that no page waits for it.
    attached: () => {
      shown.attached();
      if (!after.hidden && !model.isDrawn()) look();
    },
    ended: shown.ended,
  };
}

/** One question at a time, and the latest setting next. */
function latest(/** @type {(setting: Setting) => number} */ ask) {
  let underWay = false;
  let isBehind = false; // another setting is wanted than the one that was asked for
  let asked = 0;
  return {
    /** Ask, unless a question is under way; whether it was asked. */
    wants: (/** @type {Setting} */ setting) => {
      isBehind = underWay;
      if (underWay) return false;
      underWay = true;
      asked = ask(setting);
      return true;
    },
    leave: () => { underWay = false; },
    /** What is under way, if anything is, is not wanted any more. */
    pass: () => {
      [underWay, isBehind] = [false, false];
      asked += 0.5; // past the last question, and before the next
    },
    isBehind: () => isBehind,
    isOld: (/** @type {Scene} */ { n }) => (n ?? 0) < asked,
  };
}

/** Whole pictures by their setting: the latest that came, when there are many. */
function keeping() {
  /** @type {Map<string, Scene>} */
  const all = new Map();
  return {
    of: (/** @type {Setting} */ setting) => all.get(JSON.stringify(setting)),
    keep: (/** @type {Scene} */ scene) => {
      if (scene.progress < 1) return;
      all.set(JSON.stringify(scene.setting), scene);
      if (all.size > KEPT) all.delete(/** @type {string} */ (all.keys().next().value));
    },
  };
}

/**
 * The model below the question, hidden until it is run: what is set, how far it has come, the guess, the
 * picture, what it says in words and figures.
 * @param {Model & {exercise: string}} task
 * @param {Words} words
 * @param {string} uid
 * @param {Setting} setting
 * @param {{set: () => void, look: () => void, stop: () => void}} asked  `set`: another setting is to be shown
 */
function modelOf({ controls, options, guesses, leaves_out }, words, uid, setting, { set: another, look, stop }) {
  const sets = controls.map((control) => settable(control, uid, setting, another, words));
  const run = progress({
    words, uid, stop, goOn: look,
    leave: () => first()?.focus(), // the button goes when the run is over
  });
  const guessed = h("p", { class: "your-guess" });
  const shown = stage(words, uid);
  const reading = h("p", { class: "reading", role: "status" });
  const figures = h("div");
  const after = h("div", { class: "model", hidden: true },
    sets.map(({ node: control }) => control), run.node, guessed, shown.node, reading, figures,
    h("details", {}, h("summary", {}, words["leaves-out"]), paragraphs(leaves_out)));
  /** What can be set first. */
  const first = () => /** @type {HTMLElement | null} */ (after.querySelector(".control input:checked, .control input[type=range]"));
  for (const { id, set } of sets) set(setting[id]);
  let isDrawn = false;

  function draw(/** @type {Scene} */ scene, /** @type {() => boolean} */ isNarrow) {
    for (const { id, set } of sets) set(scene.setting[id]);
    shown.draw(scene);
    reading.setAttribute("aria-live", scene.progress < 1 ? "off" : "polite");
    reading.textContent = scene.reading;
    const open = figures.querySelector("details")?.open ?? (scene.narrow === "table" && isNarrow()); // to ask how wide it is has the page laid out
    figures.replaceChildren(table(scene.table, words, open));
    if (scene.progress < 1) run.stays();
    run.at(scene.progress);
    after.dataset.setting = JSON.stringify(scene.setting);
    after.dataset.progress = String(scene.progress);
    isDrawn = true;
  }

  /** The guess in its words, with the sign that it has in the picture, which the next one marks. */
  function mark(/** @type {string} */ answer) {
    const guess = guesses[answer] ?? [];
    const text = options.find(({ id }) => id === answer)?.text ?? "";
    guessed.replaceChildren(h("span", { "aria-hidden": "true" }, "◇ "), fill(words["explore-guess"], { text }));
    shown.guess(guess);
    for (const one of sets) one.guessed(guess);
  }

  return { after, shown, run, draw, mark, isDrawn: () => isDrawn };
}

/**
 * How far a simulation has come, with a button to stop it and, once stopped, to go on.
 * @param {{words: Words, uid: string, stop: () => void, goOn: () => void, leave: () => void}} given
 */
function progress({ words, uid, stop, goOn, leave }) {
  let at = 1;
  let stopped = false;
  const bar = h("progress", { id: `${uid}-run`, max: "1" });
  const label = h("label", { for: `${uid}-run` });
  const button = h("button", { type: "button", class: "quiet", onclick: pressed });
  const node = h("div", { class: "run", hidden: true }, label, bar, button);

  function pressed() {
    stopped = !stopped;
    if (stopped) stop();
    else goOn();
    say();
  }

  function say() {
    const percent = String(Math.round(100 * at));
    bar.value = at;
    label.textContent = fill(words[stopped ? "stopped-at" : "running"], { percent });
    button.textContent = words[stopped ? "go-on" : "stop"];
  }

  return {
    node,
    begin: () => { stopped = false; },
    /** A run that lasts leaves its room behind: the picture, and what stands below, stay where they are. */
    stays: () => node.classList.add("stays"),
    at: (/** @type {number} */ share) => {
      at = share;
      if (share === 1 && node.contains(document.activeElement)) leave();
      node.hidden = share === 1;
      say();
    },
  };
}

export default widget(explore);
