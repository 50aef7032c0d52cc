// The card that every exercise stands in: its heading, its form, its feedback, whether it is saved.
// A view gives the controls; the rules are the session's.

import { buttonWord, earlier, inView, savedAt, verdictOf } from "./card-told.js";
import { alarm, numbered, UNTOLD } from "./card-waiting.js";
import { fill, h, paragraphs, said } from "./parts.js";

/** @import { Controls, Line, Model, Off, Saved, State, View } from "#types" */

let made = 0;

/**
 * A kind's view, for a page to mount and for anywidget to render; both give what ends it.
 * @param {View<any>} view  whatever it asks for in its task
 */
export function widget(view) {
  return {
    mount: (/** @type {Line} */ line, /** @type {HTMLElement} */ el) => mount(line, el, view),
    render: (/** @type {{model: Model, el: HTMLElement}} */ { model, el }) => {
      try {
        return mount(lineOf(model), el, view);
      } catch (fault) { // a notebook goes on, as a page does
        console.error(fault);
        const words = model.get("task").words;
        el.replaceChildren(said({ text: words["not-drawn"], tone: "not-yet" }));
        return () => {};
      }
    },
  };
}

/**
 * anywidget's model as a line.
 * @param {Model} model
 * @returns {Line}
 */
function lineOf(model) {
  return {
    card: {
      task: model.get("task"), state: model.get("state"), draft: model.get("draft"), saved: model.get("saved"),
    },
    send: (message) => model.send(message),
    on: (listener) => {
      const ends = /** @type {const} */ (["state", "scene", "saved"]).map((name) => {
        const heard = () => listener(name, model.get(name));
        model.on(`change:${name}`, heard);
        return () => model.off(`change:${name}`, heard);
      });
      return () => { for (const end of ends) end(); };
    },
  };
}

const SETTLES = 400; // ms after a verdict, within which a second click is still of the first press
const DRAFT_AFTER = 250; // ms without another change, after which what was begun is kept
// The first comes before the next page is asked for, which may be this one again; on a telephone only
// the second may come.
const LEAVING = ["beforeunload", "pagehide"];

/**
 * How a card stands: what was last told of it; whether an answer is under way, and a verdict told; whether
 * that has been told for a while.
 * @typedef {{state: State, isUnderWay: boolean, isTold: boolean, isSettled: boolean}} Standing
 */
/** @typedef {ReturnType<typeof alarm>} Alarm */

/**
 * Put a card in `el`.
 * @param {Line} line
 * @param {HTMLElement} el
 * @param {View<any>} view
 * @returns {Off} what ends the card: nothing of it is left, and what was begun is kept
 */
export function mount(line, el, view) {
  const { task, state } = line.card;
  const uid = `card-${task.exercise}-${++made}`;
  /** @type {Standing} */
  const now = { state, isUnderWay: false, isTold: false, isSettled: true };
  const asking = numbered(line, () => acts.silent());
  const drafting = alarm(DRAFT_AFTER, () => {
    const value = controls.answer();
    if (value !== undefined) line.send({ do: "draft", value });
  });
  const settling = alarm(SETTLES, () => { now.isSettled = true; });
  const controls = view({
    task, words: task.words, uid, language: task.language, state, certificate: line.certificate,
    changed: () => {
      drafting.set();
      if (now.isTold && isWhole(now)) told.forget();
    },
    ask: (setting) => asking.send({ do: "look", setting }),
    deal: (tries, of) => asking.send(of ? { do: "try", tries, of } : { do: "try", tries }),
    stop: () => line.send({ do: "stop" }),
    turned: () => told.turned(),
  });
  const parts = frame(line, uid, controls, () => acts.submit());
  const told = telling(task, now, controls, parts);
  const saving = alarm(UNTOLD, () => told.saving());
  const acts = acting(task, now, controls, told, { asking, drafting, settling, saving });
  restore(line, now, controls, told);
  const off = line.on(acts.hear);
  for (const leaving of LEAVING) window.addEventListener(leaving, drafting.now);
  const end = () => {
    off();
    drafting.now();
    settling.off();
    saving.off();
    asking.heard();
    for (const leaving of LEAVING) window.removeEventListener(leaving, drafting.now);
    controls.ended?.();
    parts.card.remove();
  };
  el.replaceChildren(parts.card);
  el.dataset.live = "true";
  try {
    controls.attached?.();
  } catch (fault) {
    end();
    throw fault;
  }
  return end;
}

/** Whether what was answered is all of an answer, and not a turn in something longer. */
function isWhole(/** @type {Standing} */ { state }) {
  return state.verdict?.detail.ended !== false;
}

/**
 * What is told in a card: the verdict, what its button says, whether it is saved.
 * @param {Line["card"]["task"]} task
 * @param {Standing} now
 * @param {Controls} controls
 * @param {ReturnType<typeof frame>} parts
 */
function telling({ words, language, button: word }, now, controls, { card, verdict, saved, button }) {
  const late = said({ text: words["no-reply"], tone: "not-yet" });

  function label() {
    const own = controls.label?.();
    button.hidden = own === "";
    button.textContent = own || buttonWord(word, now.isTold ? now.state : null, words);
  }

  /** What was said is about an answer that stands here no longer. */
  function forget() {
    now.isTold = false;
    verdict.replaceChildren();
    for (const reason of card.querySelectorAll(".reason")) reason.remove();
    controls.cleared?.();
    controls.place?.(verdict);
    label();
  }

  return {
    forget,
    /** What was said is about what the view showed before it turned. */
    turned: () => {
      verdict.replaceChildren(...(controls.told?.() ?? []));
      label();
    },
    show: (/** @type {boolean} */ restoring) => {
      now.isUnderWay = false;
      now.isTold = now.state.answered;
      controls.place?.(verdict);
      const told = verdictOf(controls, now.state, restoring);
      label();
      verdict.replaceChildren(...(now.state.changed ? earlier(now.state, words) : []), ...told);
      controls.stands?.(button, restoring);
      if (!restoring && told.length) inView(verdict);
    },
    problem: (/** @type {string} */ text) => {
      now.isUnderWay = false;
      controls.failed?.();
      saved.textContent = "";
      verdict.replaceChildren(said({ text, tone: "not-yet" }));
    },
    isLate: () => { verdict.append(late); },
    isInTime: () => late.remove(),
    saving: () => { saved.textContent = words.saving; },
    saved: (/** @type {Saved} */ { kept, words: told }) => {
      if (now.state.time) saved.textContent = kept ? savedAt(now.state.time, words, language) : told;
    },
  };
}

/**
 * What is done when the card's button is pressed, when the session tells something, and when it does not.
 * @param {Line["card"]["task"]} task
 * @param {Standing} now
 * @param {Controls} controls
 * @param {ReturnType<typeof telling>} told
 * @param {{asking: ReturnType<typeof numbered>, drafting: Alarm, settling: Alarm, saving: Alarm}} timed
 */
function acting({ words }, now, controls, told, { asking, drafting, settling, saving }) {
  /** Begin anew: the card is as it was before any answer. What is neither right nor wrong stays to be changed. */
  function again() {
    if (now.state.verdict?.right !== null) {
      controls.show(null);
      told.forget();
    }
    /** @type {HTMLElement | null} */
    const first = controls.node.querySelector("input:not(:disabled), select, textarea, button:not(:disabled)");
    first?.focus();
  }

  function submit() {
    if (now.isUnderWay) return; // pressed twice
    if (controls.turn?.()) return told.turned();
    if (now.isTold && isWhole(now)) {
      if (now.isSettled) again();
      return;
    }
    drafting.off(); // the answer is kept in place of what was begun
    saving.set();
    now.isUnderWay = true;
    asking.send({ do: "answer", answer: controls.answer() });
  }

  function problem(/** @type {string} */ text) {
    saving.off();
    asking.heard();
    told.problem(text);
    drafting.set();
  }

  /** No reply has come for long. A reason that is told stays: it is a model that lets wait. */
  function silent() {
    if (now.isUnderWay || !now.isTold) return problem(words["no-reply"]);
    controls.failed?.();
    told.isLate();
  }

  /** @type {Parameters<Line["on"]>[0]} */
  const hear = (name, value) => {
    if (name === "saved") told.saved(value);
    if (name === "scene") {
      asking.heard();
      told.isInTime();
      controls.scene?.(value);
    }
    if (name === "state" && value.problem) problem(value.problem);
    else if (name === "state") {
      saving.off();
      if (value.time !== now.state.time) told.saving();
      now.state = value;
      asking.heard();
      now.isSettled = false;
      settling.set();
      told.show(false);
    }
  };

  return { submit, silent, hear };
}

/**
 * The card as it was left: its answer and verdict, and what was begun after them.
 * @param {Line} line
 * @param {Standing} now
 * @param {Controls} controls
 * @param {ReturnType<typeof telling>} told
 */
function restore({ card: { saved, draft } }, now, controls, told) {
  if (now.state.answered) controls.show(now.state.answer);
  told.show(true);
  told.saved(saved);
  if (draft == null) return;
  begin(controls, now.state, draft);
  if (now.isTold && isWhole(now)) told.forget(); // it was changed after the answer
}

/**
 * Go on with what was begun. Of an earlier version it may not fit any more: then the card is as it was.
 * @param {Controls} controls
 * @param {State} state
 * @param {unknown} draft
 */
function begin(controls, state, draft) {
  try {
    controls.show(draft);
  } catch {
    controls.show(state.answered ? state.answer : null);
  }
}

/**
 * The card's own parts about a view's controls.
 * @param {Line} line
 * @param {string} uid
 * @param {Controls} controls
 * @param {() => void} submit
 */
function frame({ card: { task } }, uid, controls, submit) {
  const { words } = task;
  const verdict = h("div", { class: "verdict", role: "status" });
  const saved = h("span", { class: "saved", role: "status" });
  const button = h("button", { type: "submit" });
  /** A key that is held down has been pressed once. */
  const hold = (/** @type {KeyboardEvent} */ event) => {
    const isWriting = event.target instanceof Element && event.target.matches("textarea");
    if (event.repeat && event.key === "Enter" && !isWriting) event.preventDefault();
  };
  const sent = (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  };
  const form = h("form", { novalidate: true, onsubmit: sent, onkeydown: hold },
    h("div", { class: "controls" }, controls.node),
    verdict,
    h("div", { class: "row" }, button, saved));
  const card = h("div", {
    class: `card ${task.kind}`, lang: task.language, role: "group", "aria-labelledby": `${uid}-title`,
    "aria-describedby": `${uid}-prompt`, // one group: its title is read once, and what is asked after it
  },
  h("p", { class: "tag" }, h("b", {}, words[`kind-${task.kind}`]),
    h("span", {}, fill(words.minutes, { n: task.minutes })),
    task.core ? h("span", { class: "core" }, words.core) : null),
  h("h3", { id: `${uid}-title` }, task.title),
  h("div", { id: `${uid}-prompt`, class: "prompt" }, paragraphs(`${task.prompt} ${task.on_screen}`.trim())),
  form, controls.after);
  return { card, verdict, saved, button };
}
