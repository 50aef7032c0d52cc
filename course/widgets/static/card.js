// The card that every exercise stands in: its heading, its form, its feedback, whether it is saved.
// A view gives the controls; the rules are the session's.

import { buttonWord, earlier, inView, savedAt, verdictOf } from "./card-told.js";
import { alarm, numbered } from "./card-waiting.js";
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
 * Put a card in `el`.
 * @param {Line} line
 * @param {HTMLElement} el
 * @param {View<any>} view
 * @returns {Off} what ends the card: nothing of it is left, and what was begun is kept
 */
export function mount(line, el, view) {
  const { task } = line.card;
  const { words, language } = task;
  const uid = `card-${task.exercise}-${++made}`;
  let { state } = line.card;
  let isUnderWay = false; // an answer is
  let isTold = false; // a verdict is
  const asking = numbered(line, silent);
  const drafting = alarm(DRAFT_AFTER, () => {
    const value = controls.answer();
    if (value !== undefined) line.send({ do: "draft", value });
  });
  const settling = alarm(SETTLES, () => { isSettled = true; });
  let isSettled = true;
  const late = said({ text: words["no-reply"], tone: "not-yet" });

  const controls = view({
    task, words, uid, language, state, certificate: line.certificate,
    changed: () => {
      drafting.set();
      if (isTold && isWhole()) forget();
    },
    ask: (setting) => asking.send({ do: "look", setting }),
    deal: (tries, of) => asking.send(of ? { do: "try", tries, of } : { do: "try", tries }),
    stop: () => line.send({ do: "stop" }),
    turned: () => turned(),
  });
  const { card, verdict, saved, button } = frame(line, uid, controls, submit);
  /** Whether what was answered is all of an answer, and not a turn in something longer. */
  const isWhole = () => state.verdict?.detail.ended !== false;
  const label = () => {
    const own = controls.label?.();
    button.hidden = own === "";
    button.textContent = own || buttonWord(task.button, isTold ? state : null, words);
  };

  /** What was said is about an answer that stands here no longer. */
  function forget() {
    isTold = false;
    verdict.replaceChildren();
    for (const reason of card.querySelectorAll(".reason")) reason.remove();
    controls.cleared?.();
    controls.place?.(verdict);
    label();
  }

  /** Begin anew: the card is as it was before any answer. What is neither right nor wrong stays to be changed. */
  function again() {
    if (state.verdict?.right !== null) {
      controls.show(null);
      forget();
    }
    /** @type {HTMLElement | null} */
    const first = controls.node.querySelector("input:not(:disabled), select, textarea, button:not(:disabled)");
    first?.focus();
  }

  /** What was said is about what the view showed before it turned. */
  function turned() {
    verdict.replaceChildren(...(controls.told?.() ?? []));
    label();
  }

  function submit() {
    if (isUnderWay) return; // pressed twice
    if (controls.turn?.()) return turned();
    if (isTold && isWhole()) {
      if (isSettled) again();
      return;
    }
    drafting.off(); // the answer is kept in place of what was begun
    saved.textContent = words.saving;
    isUnderWay = true;
    asking.send({ do: "answer", answer: controls.answer() });
  }

  /** No reply has come for long. A reason that is told stays: it is a model that lets wait. */
  function silent() {
    if (isUnderWay || !isTold) return problem(words["no-reply"]);
    controls.failed?.();
    verdict.append(late);
  }

  function problem(/** @type {string} */ text) {
    asking.heard();
    isUnderWay = false;
    controls.failed?.();
    saved.textContent = "";
    verdict.replaceChildren(said({ text, tone: "not-yet" }));
    drafting.set();
  }

  function show(/** @type {boolean} */ restoring) {
    asking.heard();
    isUnderWay = false;
    isTold = state.answered;
    if (!restoring) {
      isSettled = false;
      settling.set();
    }
    controls.place?.(verdict);
    const told = verdictOf(controls, state, restoring);
    label();
    verdict.replaceChildren(...(state.changed ? earlier(state, words) : []), ...told);
    controls.stands?.(button, restoring);
    if (!restoring && told.length) inView(verdict);
  }

  function tellSaved(/** @type {Saved} */ { kept, words: told }) {
    if (state.time) saved.textContent = kept ? savedAt(state.time, words, language) : told;
  }

  if (state.answered) controls.show(state.answer);
  show(true);
  tellSaved(line.card.saved);
  if (line.card.draft != null) {
    begin(controls, state, line.card.draft);
    if (isTold && isWhole()) forget(); // it was changed after the answer
  }

  const off = line.on((name, value) => {
    if (name === "saved") tellSaved(value);
    if (name === "scene") {
      asking.heard();
      late.remove();
      controls.scene?.(value);
    }
    if (name === "state" && value.problem) problem(value.problem);
    else if (name === "state") {
      if (value.time !== state.time) saved.textContent = words.saving; // of a deck's last card, say
      state = value;
      show(false);
    }
  });
  for (const leaving of LEAVING) window.addEventListener(leaving, drafting.now);
  const end = () => {
    off();
    drafting.now();
    settling.off();
    asking.heard();
    for (const leaving of LEAVING) window.removeEventListener(leaving, drafting.now);
    controls.ended?.();
    card.remove();
  };
  el.replaceChildren(card);
  el.dataset.live = "true";
  try {
    controls.attached?.();
  } catch (fault) {
    end();
    throw fault;
  }
  return end;
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
    h("fieldset", { "aria-describedby": `${uid}-prompt` },
      h("legend", { class: "unseen" }, task.title), controls.node),
    verdict,
    h("div", { class: "row" }, button, saved));
  const card = h("div", {
    class: `card ${task.kind}`, lang: task.language, role: "group", "aria-labelledby": `${uid}-title`,
  },
  h("p", { class: "tag" }, h("b", {}, words[`kind-${task.kind}`]),
    h("span", {}, fill(words.minutes, { n: task.minutes })),
    task.core ? h("span", { class: "core" }, words.core) : null),
  h("h3", { id: `${uid}-title` }, task.title),
  h("div", { id: `${uid}-prompt`, class: "prompt" }, paragraphs(task.prompt)),
  form, controls.after);
  return { card, verdict, saved, button };
}
