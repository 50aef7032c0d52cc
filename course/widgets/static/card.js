// The card that every exercise stands in: its heading, its form, its feedback, whether it is saved.
// A view gives the controls; the rules are the kernel's. All words are set as text, never as HTML.

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

/** What was begun and not yet saved, kept by the tab, so that a reload loses no word. */
function drafts(key) {
  try {
    const all = window.sessionStorage;
    return {
      get: () => JSON.parse(all.getItem(key)),
      set: (answer) => all.setItem(key, JSON.stringify(answer)),
      clear: () => all.removeItem(key),
    };
  } catch {
    return { get: () => null, set: () => {}, clear: () => {} };
  }
}

const PATIENCE = 8000; // ms without a reply, after which the card says so

/**
 * Put a card in `el`. `view({task, words, uid, changed, state, ask, stop})` gives its controls:
 * `node`, `answer()`, `show(answer)`, and, if it has more to say, `judged(verdict)`, `scene(scene)`.
 * Where the button does not always send an answer, `label()` is its word, and `turn()` does what
 * is to be done instead and gives true, or gives false when an answer is to be sent.
 */
export function mount(model, el, view) {
  const task = model.get("task");
  const { words, language } = task;
  const uid = `card-${task.exercise}-${++made}`;
  const draft = drafts(`draft:${task.lesson}/${task.exercise}`);
  let asked = 0;
  let patience = null;

  const send = (content) => {
    clearTimeout(patience);
    patience = setTimeout(() => problem(words["no-reply"]), PATIENCE);
    model.send({ ...content, n: ++asked });
    return asked;
  };
  const changed = () => draft.set(controls.answer());
  const controls = view({
    task, words, uid, language, changed, state: model.get("state"),
    ask: (setting) => send({ do: "look", setting }),
    stop: () => model.send({ do: "stop" }),
  });

  const verdict = h("div", { class: "verdict", role: "status" });
  const saved = h("span", { class: "saved", role: "status" });
  const button = h("button", { type: "submit" });
  const form = h("form", { novalidate: true, onsubmit: submit },
    h("fieldset", { "aria-describedby": `${uid}-prompt` },
      h("legend", { class: "unseen" }, task.title), controls.node),
    verdict,
    h("div", { class: "row" }, button, saved));

  function submit(event) {
    event.preventDefault();
    if (controls.turn?.()) {
      verdict.replaceChildren();
      button.textContent = label(model.get("state"));
      return;
    }
    saved.textContent = words.saving;
    send({ do: "answer", answer: controls.answer() });
  }

  function problem(text) {
    clearTimeout(patience);
    controls.failed?.();
    saved.textContent = "";
    verdict.replaceChildren(said({ text, tone: "not-yet" }));
  }

  function savedAt(state) {
    if (state.kept === false) return words["not-kept"];
    if (!state.time) return "";
    const at = new Date(state.time);
    const today = at.toDateString() === new Date().toDateString();
    const how = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
    return fill(words.saved, { time: new Intl.DateTimeFormat(locale(language), how).format(at) });
  }

  function label({ answered, verdict: given }) {
    if (controls.label?.()) return controls.label();
    if (!answered || given.detail.ended === false) return words[task.button];
    return given.right === false ? words.again : words.change;
  }

  function show(restoring) {
    const state = model.get("state");
    if (state.problem) return problem(state.problem);
    clearTimeout(patience);
    saved.textContent = savedAt(state);
    if (restoring && state.answered) controls.show(state.answer);
    if (state.changed) verdict.replaceChildren(said({ text: words.changed, tone: "note" }));
    const own = state.verdict
      && controls.judged?.(state.verdict, state.answer, restoring, state.fresh);
    button.textContent = label(state);
    if (!state.verdict) return undefined;
    verdict.replaceChildren(...(own ?? state.verdict.said.map(said)));
    if (!restoring) {
      draft.clear();
      el.dispatchEvent(new CustomEvent("course:answered", {
        bubbles: true, detail: { exercise: task.exercise, kept: state.kept },
      }));
    }
    return undefined;
  }

  const scene = () => {
    if (!model.get("scene")?.drawing) return;
    clearTimeout(patience);
    controls.scene?.(model.get("scene"));
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
  scene();
  const begun = draft.get();
  if (begun != null) controls.show(begun);
  model.on("change:state", () => show(false));
  model.on("change:scene", scene);
  el.replaceChildren(card);
  el.dataset.live = "true";
  controls.attached?.();
}
