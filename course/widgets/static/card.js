// The card that every exercise stands in: its heading, its form, its feedback, whether it is saved.
// A view gives the controls; the rules are the session's. All words are set as text, never as HTML.

import { draw } from "./draw.js";
import { legendMark } from "./draw-parts.js";

/** @import { Controls, Language, Line, Message, Model, Named, Off, Picture, Said, Saved, State, Table, Told, View, Words } from "#types" */

/** @typedef {Node | string | false | null | undefined} Child */
/** @typedef {(event: any) => void} Heard  which event it is follows from the attribute's name */
/** @typedef {Record<string, string | number | boolean | null | undefined | Heard>} Attributes */

let made = 0;

/**
 * An element: attributes, `on…` listeners and `class`; children that are nothing are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Child | Child[] | Child[][])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(2).filter((child) => child != null && child !== false));
  return element;
}

/**
 * Words with their {places} filled.
 * @param {string} words
 * @param {Record<string, any>} values  anything that can be written; those that have no place are left
 * @returns {string}
 */
export function fill(words, values) {
  return words.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/**
 * Paragraphs from text with empty lines between them.
 * @param {string} text
 * @param {Attributes} [attributes]
 */
export function paragraphs(text, attributes = {}) {
  return text.split(/\n\s*\n/).map((part) => h("p", attributes, part.trim()));
}

/** The language with its country, for numbers, days and times: English here is British. */
export function locale(/** @type {Language} */ language) {
  return { sv: "sv-SE", en: "en-GB" }[language];
}

/** A number as the language writes it. */
export function written(/** @type {number} */ number, /** @type {Language} */ language) {
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 2 }).format(number);
}

/** Feedback: its first sentence is the verdict and stands out, the rest is the reason. */
export function said(/** @type {Pick<Said, "text" | "tone">} */ { text, tone }) {
  const [, verdict, reason] = text.match(/^(.+?[.!?…]["”»]?)(?:\s+(?=[\p{Lu}"”»\d–])([\s\S]*))?$/u)
    ?? [null, text, ""];
  const [first, ...rest] = paragraphs(reason || "");
  return h("div", { class: `say ${tone}` }, h("b", {}, verdict), reason ? first : null, ...rest);
}

/**
 * Radio buttons, whole rows to press.
 * @param {{
 *   name: string, options: {id: string | number, text: string, spoken?: string}[], changed: Heard,
 *   className?: string,
 * }} given  `spoken` is what is said of one whose text is a number
 */
export function radios({ name, options, changed, className = "opt" }) {
  return options.map(({ id, text, spoken }) =>
    h("label", { class: className },
      h("input", { type: "radio", name, value: id, onchange: changed, "aria-label": spoken }),
      h("span", {}, text)));
}

/** The value of the first control that is chosen in a node; empty for none. */
export function checked(/** @type {Element} */ node, selector = "input:checked") {
  const input = /** @type {HTMLInputElement | null} */ (node.querySelector(selector));
  return input?.value ?? "";
}

/** Check those controls in a node whose value is one of these, and no other. */
export function check(/** @type {Element} */ node, /** @type {unknown[]} */ values, selector = "input") {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (node.querySelectorAll(selector))) {
    input.checked = values.some((value) => String(value) === input.value);
  }
}

/** Check boxes, whole rows to press. */
export function boxes(/** @type {{options: Named[], changed: Heard}} */ { options, changed }) {
  return options.map(({ id, text }) => h("label", { class: "opt" },
    h("input", { type: "checkbox", value: id, onchange: changed }), h("span", {}, text)));
}

/**
 * Each reason at the thing that it is about; a thing is `placed` well, or `judged` as it is.
 * @param {Said[]} pieces
 * @param {(about: string) => Element | undefined} nodeOf
 * @param {Words} words
 * @param {"placed" | "judged"} how
 */
export function reasons(pieces, nodeOf, words, how = "placed") {
  for (const one of pieces) {
    const node = nodeOf(one.about ?? "");
    if (!node) continue;
    const placed = words[`${how}-${one.tone === "right" ? "right" : "wrong"}`];
    node.parentElement?.querySelector(`:scope > .reason[data-about="${one.about}"]`)?.remove();
    node.querySelector(":scope > .reason")?.remove();
    const reason = h("div", { class: "reason", "data-about": one.about },
      h("span", { class: `placed ${one.tone}` }, placed), said(one));
    if (node.matches("label")) node.after(reason);
    else node.append(reason);
  }
}

/**
 * A picture's table, folded unless it stands for the picture.
 * @param {Table} given
 * @param {Words} words
 * @param {boolean} open
 */
export function table({ caption, columns, rows }, words, open = false) {
  return h("details", { class: "figures", open }, h("summary", {}, words["as-table"]),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
      h("table", {}, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, columns.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, rows.map(([head, ...cells]) =>
          h("tr", {}, h("th", { scope: "row" }, head), cells.map((text) => h("td", {}, text))))))));
}

/** A figure with its message, its words, its table and, where it is narrow, its legend. */
export function picture(/** @type {Picture} */ drawn) {
  const legend = drawn.legend?.length
    ? h("ul", { class: "legend", "aria-hidden": "true" }, drawn.legend.map(({ unit, text }) =>
      h("li", {}, h("span", { class: "mark" }, legendMark(unit)), text)))
    : null;
  return h("figure", { class: `narrow-${drawn.narrow}` },
    h("div", { class: "drawing" }, draw(drawn)), legend,
    h("figcaption", {}, h("b", {}, drawn.message), " ", drawn.caption));
}

/**
 * A kind's view, for a page to mount and for anywidget to render; both give what ends it.
 * @param {View<any>} view  whatever it asks for in its task
 */
export function widget(view) {
  return {
    mount: (/** @type {Line} */ line, /** @type {HTMLElement} */ el) => mount(line, el, view),
    render: (/** @type {{model: Model, el: HTMLElement}} */ { model, el }) => mount(lineOf(model), el, view),
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

const PATIENCE = 8000; // ms without a reply, after which the card says so
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
  const asking = numbered(line, () => problem(words["no-reply"]));
  const drafting = alarm(DRAFT_AFTER, () => line.send({ do: "draft", value: controls.answer() }));

  const controls = view({
    task, words, uid, language, state, certificate: line.certificate,
    changed: drafting.set,
    ask: (setting) => asking.send({ do: "look", setting }),
    stop: () => line.send({ do: "stop" }),
  });
  const { card, verdict, saved, button } = frame(line, uid, controls, submit);
  const label = () => controls.label?.() || buttonWord(task.button, state, words);

  function submit() {
    if (isUnderWay) return; // pressed twice
    if (controls.turn?.()) {
      verdict.replaceChildren();
      button.textContent = label();
      return;
    }
    drafting.off(); // the answer is kept in place of what was begun
    saved.textContent = words.saving;
    isUnderWay = true;
    asking.send({ do: "answer", answer: controls.answer() });
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
    const told = verdictOf(controls, state, restoring);
    button.textContent = label();
    verdict.replaceChildren(...(state.changed ? earlier(state, words) : []), ...told);
  }

  function tellSaved(/** @type {Saved} */ { kept, words: told }) {
    if (state.time) saved.textContent = kept ? savedAt(state.time, words, language) : told;
  }

  if (state.answered) controls.show(state.answer);
  show(true);
  tellSaved(line.card.saved);
  if (line.card.draft != null) begin(controls, state, line.card.draft);

  const off = line.on((name, value) => {
    if (name === "saved") tellSaved(value);
    if (name === "scene") {
      asking.heard();
      controls.scene?.(value);
    }
    if (name === "state" && value.problem) problem(value.problem);
    else if (name === "state") {
      state = value;
      show(false);
    }
  });
  for (const leaving of LEAVING) window.addEventListener(leaving, drafting.now);
  const end = () => {
    off();
    drafting.now();
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
 * What waits for a reply: each message has a number, and whoever hears nothing for long is told.
 * @param {Line} line
 * @param {() => void} silent
 */
function numbered(line, silent) {
  const patience = alarm(PATIENCE, silent);
  let asked = 0;
  const send = (/** @type {Message} */ message) => {
    patience.set();
    line.send({ ...message, n: ++asked });
    return asked;
  };
  return { send, heard: patience.off };
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
 * Something that is done in a while, unless it is set again, called off, or done now.
 * @param {number} after ms
 * @param {() => void} act
 */
function alarm(after, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const off = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    if (timer === undefined) return;
    off();
    act();
  };
  const set = () => {
    off();
    timer = setTimeout(now, after);
  };
  return { set, off, now };
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

/**
 * What stands below the controls about an answer. A view that fails in drawing the verdict costs the
 * learner no reason: they are told as they are.
 * @param {Controls} controls
 * @param {State} state
 * @param {boolean} restoring
 * @returns {Told}
 */
function verdictOf(controls, state, restoring) {
  if (!state.verdict) return [];
  try {
    const own = controls.judged?.(state.verdict, state.answer, restoring, state.fresh);
    if (own) return own;
  } catch (fault) {
    console.error(fault);
  }
  return state.verdict.said.map(said);
}

/**
 * What the button says.
 * @param {string} first  the key of its word before the first answer
 * @param {State} state
 * @param {Words} words
 */
function buttonWord(first, { answered, verdict }, words) {
  if (!answered || verdict?.detail.ended === false) return words[first];
  return verdict?.right === false ? words.again : words.change;
}

/**
 * What an answer to an earlier version of the exercise was.
 * @param {State} state
 * @param {Words} words
 */
function earlier({ before }, words) {
  const told = said({ text: words.changed, tone: "note" });
  return before ? [told, h("p", { class: "note before" }, fill(words.before, { words: before }))] : [told];
}

/**
 * When an answer was saved: the hour, and the day too unless it is today.
 * @param {string} time
 * @param {Words} words
 * @param {Language} language
 */
function savedAt(time, words, language) {
  const at = new Date(time);
  const isToday = at.toDateString() === new Date().toDateString();
  const hour = new Intl.DateTimeFormat(locale(language), {
    dateStyle: isToday ? undefined : "medium", timeStyle: "short",
  });
  return fill(words.saved, { time: hour.format(at) });
}
