import { widget } from "../../widgets/static/card.js";
import { face, MOOD_WORDS } from "../../widgets/static/face.js";
import { fill, h, paragraphs } from "../../widgets/static/parts.js";
import { levels, replay, touched } from "./replay.js";

/** @import { Named, View, Words } from "#types" */
/** @import { Mood } from "../../widgets/static/face.js" */
/** @import { Talk, Turn } from "./replay.js" */

/** @typedef {{path: Turn[], best?: Turn[], ended: boolean}} Detail */

// The answer is the path: each reply is sent as the path so far with that reply at its end. To try
// another line is to send a path that leaves the earlier one there; both stay in the journal.
/** @type {View<Talk, string[], Detail>} */
function scenario({ task, words, uid, changed }) {
  /** @type {{steps: Turn[], why: string[], best?: Turn[], score: number | null}} */
  let talk = { steps: [], why: [], score: null };
  let isBegun = false;
  let chosen = ""; // what is being said, until it is answered

  const log = h("div", { class: "talk-log", role: "log", "aria-label": words.conversation });
  const whole = h("details", { class: "whole", open: true }, h("summary", {}, words["whole-talk"]), log);
  const ask = h("div", { class: "talk-ask", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-ask` });
  const end = h("div", { class: "talk-end" });
  const node = h("div", { class: "talk", onkeydown: (event) => press(event, ask) }, whole, ask, end);

  const at = (/** @type {number} */ n) => task.scenes[n ? talk.steps[n - 1].scene : task.first];
  const here = () => at(talk.steps.length);
  const hasEnded = () => isBegun && !here().replies.length;
  const replyOf = (/** @type {number} */ n) =>
    at(n).replies.find(({ id }) => id === talk.steps[n].reply)?.text ?? "";

  /** How somebody looks after n replies: as the last of them left them, or as the scene has it. */
  function moodOf(/** @type {string} */ person, /** @type {number} */ n) {
    const left = n && at(n).replies.length ? talk.steps[n - 1].moods[person] : undefined;
    return left ?? at(n).moods[person] ?? "calm";
  }

  /** What is said and happens after n replies, one bubble a voice. */
  const spoken = (/** @type {number} */ n) => at(n).lines.map(({ by, text }) => {
    if (!by) return h("div", { class: "cue" }, paragraphs(text));
    return bubble(task, words, { by, text, mood: moodOf(by, n) });
  });

  /** My n-th line, counted from 0, and at once what it did. */
  const mine = (/** @type {number} */ n) => [
    bubble(task, words, { by: task.you, text: replyOf(n), mood: "calm" }),
    h("div", { class: talk.steps[n].good ? "say right" : "say not-yet" },
      h("b", {}, talk.steps[n].good ? words["line-works"] : words["line-costs"]), paragraphs(talk.why[n]),
      touched(talk.steps[n], task, words), another(n)),
  ];

  const another = (/** @type {number} */ n) => h("button", {
    type: "button", class: "quiet back", "aria-label": fill(words["another-way"], { n: n + 1 }),
    onclick: () => { rewind(n); changed(); },
  }, words["back-here"]);

  /** @type {string[]} what stands in the log: the replies of each part, beginning with none */
  let drawn = [];

  /** Draw what is not there yet: a log that is written anew would be read aloud from its beginning. */
  function draw() {
    const parts = isBegun ? [...talk.steps.keys(), talk.steps.length].map((n) =>
      talk.steps.slice(0, n).map(({ reply }) => reply).join(" ")) : [];
    const same = parts.findIndex((part, i) => drawn[i] !== part);
    const keep = same < 0 ? parts.length : same;
    while (log.children.length > keep) log.lastElementChild?.remove();
    drawAsk();
    drawEnd();
    for (let n = keep; n < parts.length; n++) {
      log.append(h("div", { class: "said-turn" }, n ? mine(n - 1) : null, spoken(n)));
    }
    drawn = parts;
    node.classList.toggle("going", isBegun && !hasEnded());
    node.classList.toggle("ended", hasEnded());
    whole.hidden = !isBegun;
  }

  function drawAsk() {
    const { replies = [], moods = {} } = isBegun ? here() : {};
    ask.hidden = !replies.length;
    ask.replaceChildren();
    if (!replies.length) return;
    const [person] = Object.keys(moods);
    ask.append(
      h("div", { class: "stage" }, person ? face(person, moodOf(person, talk.steps.length), task.faces) : null,
        h("div", {}, person ? looks(task.people[person], moodOf(person, talk.steps.length), words) : null, levels(talk.steps, task))),
      h("p", { class: "asks", id: `${uid}-ask` }, words["what-you-say"]),
      h("div", { class: "replies" }, replies.map((reply, i) => line(reply, i + 1, say))));
  }

  function drawEnd() {
    end.hidden = !hasEnded();
    end.replaceChildren(...(hasEnded() ? replay({ ...talk, replyOf, another, task, words, uid }) : []));
  }

  function say(/** @type {string} */ id) {
    if (chosen) return; // pressed twice
    chosen = id;
    node.closest("form")?.requestSubmit();
  }

  /** Go on from where n replies were said. */
  function rewind(/** @type {number} */ n) {
    talk = { steps: talk.steps.slice(0, n), why: talk.why.slice(0, n), score: null };
    isBegun = true;
    whole.open = true;
    draw();
    stand(log.lastElementChild);
  }

  /** Stand where one goes on, and see what is new from its beginning. */
  function stand(/** @type {Element | null} */ fresh) {
    const place = /** @type {HTMLElement | null} */ (hasEnded() ? end.querySelector("h4") : ask);
    place?.focus({ preventScroll: true });
    fresh?.scrollIntoView({ block: "start" });
  }

  draw();
  return {
    node,
    answer: () => [...talk.steps.map(({ reply }) => reply), ...(chosen ? [chosen] : [])],
    label: () => (isBegun ? words["begin-talk-again"] : words["begin-talk"]),
    turn: () => {
      if (chosen) return false;
      if (!isBegun || hasEnded()) {
        rewind(0);
        changed();
      }
      return true;
    },
    show: (path) => { // what was begun: a conversation from its start, or from a line to try anew
      if (!Array.isArray(path)) return;
      if (path.some((id, i) => talk.steps[i]?.reply !== id)) return; // the verdict brings the rest
      const { steps, why } = talk;
      talk = { steps: steps.slice(0, path.length), why: why.slice(0, path.length), score: null };
      isBegun = whole.open = true;
      draw();
    },
    judged: ({ said, detail, score }, _, restoring) => {
      chosen = "";
      isBegun = true;
      talk = { steps: detail.path, why: said.map(({ text }) => text), best: detail.best, score };
      draw();
      if (restoring) whole.open = !hasEnded();
      else stand(log.lastElementChild);
      return [];
    },
    failed: () => { chosen = ""; },
  };
}

/**
 * What somebody says, with a face; mine stands on the other side and says who I am.
 * @param {Talk} task
 * @param {Words} words
 * @param {{by: string, text: string, mood: Mood}} said
 */
function bubble(task, words, { by, text, mood }) {
  const isMine = by === task.you;
  const name = isMine ? fill(words["you-are"], { name: task.people[by] }) : task.people[by];
  return h("div", { class: isMine ? "bubble mine" : "bubble" }, by ? face(by, mood, task.faces) : null,
    h("div", { class: "speech" }, h("span", { class: isMine ? "unseen" : "who" }, name ?? words.you, isMine ? ":" : ""),
      paragraphs(text)));
}

/** How somebody looks, in words. */
function looks(/** @type {string} */ name, /** @type {Mood} */ mood, /** @type {Words} */ words) {
  return h("p", { class: "looks" }, h("b", {}, name), " ", h("span", { class: "chip" }, words[MOOD_WORDS[mood]]));
}

/** A line to say, by a press or by its digit. */
function line(/** @type {Named} */ { id, text }, /** @type {number} */ n, /** @type {(id: string) => void} */ say) {
  return h("button", { type: "button", class: "reply", value: id, "aria-keyshortcuts": String(n), onclick: () => say(id) },
    h("span", {}, text), h("kbd", { "aria-hidden": "true" }, String(n)));
}

/** A digit says the line that has it, and arrows go between lines, with the focus in the conversation alone. */
function press(/** @type {KeyboardEvent} */ event, /** @type {HTMLElement} */ ask) {
  if (event.ctrlKey || event.altKey || event.metaKey || ask.hidden) return;
  const replies = [.../** @type {NodeListOf<HTMLButtonElement>} */ (ask.querySelectorAll(".reply"))];
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const from = replies.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  if (by && (from >= 0 || document.activeElement === ask)) {
    event.preventDefault();
    replies.at((from + by + (from < 0 && by < 0 ? 1 : 0)) % replies.length)?.focus();
  } else if (/^[1-9]$/.test(event.key) && replies[Number(event.key) - 1] && !event.repeat) {
    event.preventDefault();
    replies[Number(event.key) - 1].click();
  }
}

export default widget(scenario);
