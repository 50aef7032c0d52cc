// The card that every exercise stands in: its heading, its form, its feedback, whether it is saved.
// A view gives the controls; the rules are the session's. All words are set as text, never as HTML.

import { draw } from "./draw.js";
import { legendMark } from "./draw-parts.js";

let made = 0;

/** An element: attributes, `on…` listeners and `class`; children that are nothing are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** Words with their {places} filled. */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Paragraphs from text with empty lines between them. */
export function paragraphs(text, attributes = {}) {
  return text.split(/\n\s*\n/).map((part) => h("p", attributes, part.trim()));
}

/** The language with its country, for numbers, days and times: English here is British. */
export function locale(language) {
  return { sv: "sv-SE", en: "en-GB" }[language];
}

/** A number as the language writes it. */
export function written(number, language) {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 2 }).format(number);
}

/** Feedback: its first sentence is the verdict and stands out, the rest is the reason. */
export function said({ text, tone }) {
  const [, verdict, reason] = text.match(/^(.+?[.!?…]["”»]?)(?:\s+(?=[\p{Lu}"”»\d–])([\s\S]*))?$/u)
    ?? [null, text, ""];
  const [first, ...rest] = paragraphs(reason || "");
  return h("div", { class: `say ${tone}` }, h("b", {}, verdict), reason ? first : null, ...rest);
}

/** Radio buttons, whole rows to press. */
export function radios({ name, options, changed, className = "opt" }) {
  return options.map(({ id, text, spoken }) =>
    h("label", { class: className },
      h("input", { type: "radio", name, value: id, onchange: changed, "aria-label": spoken }),
      h("span", {}, text)));
}

/** Check boxes, whole rows to press. */
export function boxes({ options, changed }) {
  return options.map(({ id, text }) => h("label", { class: "opt" },
    h("input", { type: "checkbox", value: id, onchange: changed }), h("span", {}, text)));
}

/** Each reason at the thing that it is about; a thing is `placed` well, or `judged` as it is. */
export function reasons(pieces, nodeOf, words, how = "placed") {
  for (const one of pieces) {
    const node = nodeOf(one.about);
    if (!node) continue;
    const placed = words[`${how}-${one.tone === "right" ? "right" : "wrong"}`];
    node.parentElement.querySelector(`:scope > .reason[data-about="${one.about}"]`)?.remove();
    node.querySelector(":scope > .reason")?.remove();
    const reason = h("div", { class: "reason", "data-about": one.about },
      h("span", { class: `placed ${one.tone}` }, placed), said(one));
    if (node.matches("label")) node.after(reason);
    else node.append(reason);
  }
}

/** A picture's table, folded unless it stands for the picture. */
export function table({ caption, columns, rows }, words, open = false) {
  return h("details", { class: "figures", open }, h("summary", {}, words["as-table"]),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
      h("table", {}, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, columns.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, rows.map(([head, ...cells]) =>
          h("tr", {}, h("th", { scope: "row" }, head), cells.map((text) => h("td", {}, text))))))));
}

/** A figure with its message, its words, its table and, where it is narrow, its legend. */
export function picture(drawn) {
  const legend = drawn.legend?.length
    ? h("ul", { class: "legend", "aria-hidden": "true" }, drawn.legend.map(({ unit, text }) =>
      h("li", {}, h("span", { class: "mark" }, legendMark(unit)), text)))
    : null;
  return h("figure", { class: `narrow-${drawn.narrow}` },
    h("div", { class: "drawing" }, draw(drawn)), legend,
    h("figcaption", {}, h("b", {}, drawn.message), " ", drawn.caption));
}

/**
 * One exercise's line to its session.
 * @typedef {object} Line
 * @property {{task: any, state: any, draft?: any, saved: any}} card  how the exercise stands when it is drawn
 * @property {(message: object) => void} send
 * @property {(listener: (name: string, value: any) => void) => () => void} on
 *   calls the listener with each change, until the function that it gives is called
 * @property {string} [certificate]  where the certificate is, in the course's own pages
 */

/** A kind's view, for a page to mount and for anywidget to render; both give what ends it. */
export function widget(view) {
  return {
    mount: (line, el) => mount(line, el, view),
    render: ({ model, el }) => mount(lineOf(model), el, view),
  };
}

/** anywidget's model as a line. */
function lineOf(model) {
  return {
    card: Object.fromEntries(["task", "state", "draft", "saved"].map((name) => [name, model.get(name)])),
    send: (message) => model.send(message),
    on: (listener) => {
      const ends = ["state", "scene", "saved"].map((name) => {
        const heard = () => listener(name, model.get(name));
        model.on(`change:${name}`, heard);
        return () => model.off(`change:${name}`, heard);
      });
      return () => ends.forEach((end) => end());
    },
  };
}

const PATIENCE = 8000; // ms without a reply, after which the card says so
const DRAFT_AFTER = 250; // ms without another change, after which what was begun is kept
// The first comes before the next page is asked for, which may be this one again; on a telephone only
// the second may come.
const LEAVING = ["beforeunload", "pagehide"];

/**
 * Put a card in `el`. `view({task, words, uid, changed, state, ask, stop})` gives its controls:
 * `node`, `answer()`, `show(answer)`, and, if it has more to say, `judged(verdict)`, `scene(scene)`.
 * Where the button does not always send an answer, `label()` is its word, and `turn()` does what
 * is to be done instead and gives true, or gives false when an answer is to be sent.
 * @param {Line} line
 * @returns {() => void} what ends the card
 */
export function mount(line, el, view) {
  const { task } = line.card;
  const { words, language } = task;
  const uid = `card-${task.exercise}-${++made}`;
  let { state } = line.card;
  let asked = 0;
  let answering = 0; // the number of the answer that is under way
  let patience = null;
  let drafting = null;

  const send = (content) => {
    clearTimeout(patience);
    patience = setTimeout(() => problem(words["no-reply"]), PATIENCE);
    line.send({ ...content, n: ++asked });
    return asked;
  };
  const changed = () => {
    clearTimeout(drafting);
    drafting = setTimeout(keepDraft, DRAFT_AFTER);
  };
  const keepDraft = () => {
    if (drafting === null) return;
    clearTimeout(drafting);
    drafting = null;
    line.send({ do: "draft", value: controls.answer() });
  };
  const controls = view({
    task, words, uid, language, changed, state, certificate: line.certificate,
    ask: (setting) => send({ do: "look", setting }),
    stop: () => line.send({ do: "stop" }),
  });

  const verdict = h("div", { class: "verdict", role: "status" });
  const saved = h("span", { class: "saved", role: "status" });
  const button = h("button", { type: "submit" });
  const form = h("form", { novalidate: true, onsubmit: submit, onkeydown: hold },
    h("fieldset", { "aria-describedby": `${uid}-prompt` },
      h("legend", { class: "unseen" }, task.title), controls.node),
    verdict,
    h("div", { class: "row" }, button, saved));

  function submit(event) {
    event.preventDefault();
    if (answering) return; // pressed twice
    if (controls.turn?.()) {
      verdict.replaceChildren();
      button.textContent = label();
      return;
    }
    clearTimeout(drafting); // the answer is kept in place of what was begun
    drafting = null;
    saved.textContent = words.saving;
    answering = send({ do: "answer", answer: controls.answer() });
  }

  /** A key that is held down has been pressed once. */
  function hold(event) {
    if (event.repeat && event.key === "Enter" && !event.target.matches("textarea")) {
      event.preventDefault();
    }
  }

  function problem(text) {
    clearTimeout(patience);
    answering = 0;
    controls.failed?.();
    saved.textContent = "";
    verdict.replaceChildren(said({ text, tone: "not-yet" }));
    changed();
  }

  function savedAt(time) {
    const at = new Date(time);
    const today = at.toDateString() === new Date().toDateString();
    const how = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
    return fill(words.saved, { time: new Intl.DateTimeFormat(locale(language), how).format(at) });
  }

  function label() {
    if (controls.label?.()) return controls.label();
    if (!state.answered || state.verdict.detail.ended === false) return words[task.button];
    return state.verdict.right === false ? words.again : words.change;
  }

  /** What an answer to an earlier version of the exercise was. */
  function earlier() {
    const told = [said({ text: words.changed, tone: "note" })];
    if (state.before) told.push(h("p", { class: "note before" }, fill(words.before, { words: state.before })));
    return told;
  }

  function show(restoring) {
    clearTimeout(patience);
    answering = 0;
    if (restoring && state.answered) controls.show(state.answer);
    const own = state.verdict
      && controls.judged?.(state.verdict, state.answer, restoring, state.fresh);
    button.textContent = label();
    const told = state.verdict ? own ?? state.verdict.said.map(said) : [];
    verdict.replaceChildren(...(state.changed ? earlier() : []), ...told);
  }

  /** What was begun of an earlier version may not fit any more: then the card is as it was. */
  function begin(draft) {
    try {
      controls.show(draft);
    } catch {
      controls.show(state.answered ? state.answer : null);
    }
  }

  const hear = {
    state: (value) => {
      if (value.problem) return problem(value.problem);
      state = value;
      return show(false);
    },
    saved: ({ kept, words: told }) => {
      if (state.time) saved.textContent = kept ? savedAt(state.time) : told;
    },
    scene: (scene) => {
      clearTimeout(patience);
      controls.scene?.(scene);
    },
  };

  const card = h("div", {
    class: `card ${task.kind}`, lang: language, role: "group", "aria-labelledby": `${uid}-title`,
  },
  h("p", { class: "tag" }, h("b", {}, words[`kind-${task.kind}`]),
    h("span", {}, fill(words.minutes, { n: task.minutes })),
    task.core ? h("span", { class: "core" }, words.core) : null),
  h("h3", { id: `${uid}-title` }, task.title),
  h("div", { id: `${uid}-prompt`, class: "prompt" }, paragraphs(task.prompt)),
  form, controls.after);

  show(true);
  hear.saved(line.card.saved);
  if (line.card.draft != null) begin(line.card.draft);
  const off = line.on((name, value) => hear[name]?.(value));
  for (const leaving of LEAVING) window.addEventListener(leaving, keepDraft);
  el.replaceChildren(card);
  el.dataset.live = "true";
  controls.attached?.();
  return () => {
    off();
    keepDraft();
    clearTimeout(patience);
    for (const leaving of LEAVING) window.removeEventListener(leaving, keepDraft);
    controls.ended?.();
  };
}
