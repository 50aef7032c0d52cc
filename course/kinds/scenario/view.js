import { widget } from "../../widgets/static/card.js";
import { face, MOOD_WORDS } from "../../widgets/static/face.js";
import { fill, h, paragraphs } from "../../widgets/static/parts.js";
import { conversation } from "./conversation.js";
import { levels, replay, touched } from "./replay.js";

/** @import { Named, View, Words } from "#types" */
/** @import { Mood } from "../../widgets/static/face.js" */
/** @import { Talk, Turn } from "./replay.js" */

/** @typedef {{path: Turn[], best?: Turn[], ended: boolean}} Detail */

// The answer is the path: each reply is sent as the path so far with that reply at its end. To try
// another line is to send a path that leaves the earlier one there; both stay in the journal.
/** @type {View<Talk, string[], Detail>} */
function scenario({ task, words, uid, changed }) {
  const talk = conversation(task);
  let chosen = ""; // what is being said, until it is answered
  const log = logOf(words, (n) => [...(n ? mine(n - 1, talk, task, words, another) : []), ...spoken(n, talk, task, words)]);
  const whole = h("details", { class: "whole", open: true }, h("summary", {}, words["whole-talk"]), log.node);
  const ask = h("div", { class: "talk-ask", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-ask` });
  const end = h("div", { class: "talk-end" });
  const node = h("div", { class: "talk", onkeydown: (event) => press(event, ask) }, whole, ask, end);
  const another = (/** @type {number} */ n) => anotherWay(n, words, () => { rewind(n); changed(); });

  function draw() {
    const lines = talk.isBegun() ? talk.here().replies : [];
    ask.hidden = !lines.length;
    ask.replaceChildren(...(lines.length ? asked(talk, task, words, uid, say) : []));
    end.hidden = !talk.hasEnded();
    end.replaceChildren(...(talk.hasEnded() ? replay({ ...talk.told(), replyOf: talk.replyOf, another, task, words, uid }) : []));
    log.draw(talk.parts());
    node.className = ["talk", talk.hasEnded() ? "ended" : talk.isBegun() && "going"].filter(Boolean).join(" ");
    whole.hidden = !talk.isBegun();
  }

  function say(/** @type {string} */ id) {
    if (chosen) return; // pressed twice
    chosen = id;
    node.closest("form")?.requestSubmit();
  }

  /** Go on from where n replies were said. */
  function rewind(/** @type {number} */ n) {
    talk.back(n);
    whole.open = true;
    draw();
    stand(log.node.lastElementChild);
  }

  /** Stand where one goes on, and see what is new from its beginning. */
  function stand(/** @type {Element | null} */ fresh) {
    const place = /** @type {HTMLElement | null} */ (talk.hasEnded() ? end.querySelector("h4") : ask);
    place?.focus({ preventScroll: true });
    fresh?.scrollIntoView({ block: "start" });
  }

  draw();
  return {
    node,
    answer: () => [...talk.told().steps.map(({ reply }) => reply), ...(chosen ? [chosen] : [])],
    label: () => (talk.isBegun() ? words["begin-talk-again"] : words["begin-talk"]),
    turn: () => {
      if (chosen) return false;
      if (!talk.isBegun() || talk.hasEnded()) { rewind(0); changed(); }
      return true;
    },
    show: (path) => { // what was begun: a conversation from its start, or from a line to try anew
      if (!Array.isArray(path)) return;
      if (path.some((id, i) => talk.told().steps[i]?.reply !== id)) return; // the verdict brings the rest
      talk.back(path.length);
      whole.open = true;
      draw();
    },
    judged: ({ said, detail, score }, _, restoring) => {
      chosen = "";
      talk.take({ steps: detail.path, why: said.map(({ text }) => text), best: detail.best, score });
      draw();
      if (restoring) whole.open = !talk.hasEnded();
      else stand(log.node.lastElementChild);
      return [];
    },
    failed: () => { chosen = ""; },
  };
}

/** @typedef {ReturnType<typeof conversation>} Conversation */

/**
 * What has been said.
 * @param {Words} words
 * @param {(n: number) => HTMLElement[]} turn  what stands in the part after n replies
 */
function logOf(words, turn) {
  const node = h("div", { class: "talk-log", role: "log", "aria-label": words.conversation });
  /** @type {string[]} */
  let drawn = []; // the replies that lead to each part
  /** Draw what is not there yet: a log that is written anew would be read aloud from its beginning. */
  const draw = (/** @type {string[]} */ parts) => {
    const same = parts.findIndex((part, i) => drawn[i] !== part);
    const keep = same < 0 ? parts.length : same;
    while (node.children.length > keep) node.lastElementChild?.remove();
    for (let n = keep; n < parts.length; n++) node.append(h("div", { class: "said-turn" }, turn(n)));
    drawn = parts;
  };
  return { node, draw };
}

/**
 * What there is to say: to whom, how they look, and the lines.
 * @param {Conversation} talk
 * @param {Talk} task
 * @param {Words} words
 * @param {string} uid
 * @param {(id: string) => void} say
 */
function asked(talk, task, words, uid, say) {
  const { replies, moods } = talk.here();
  const [person] = Object.keys(moods);
  const mood = person ? talk.moodOf(person, talk.length()) : "calm";
  return [
    h("div", { class: "stage" }, person ? face(person, mood, task.faces) : null,
      h("div", {}, person ? looks(task.people[person], mood, words) : null, levels(talk.told().steps, task))),
    h("p", { class: "asks", id: `${uid}-ask` }, words["what-you-say"]),
    h("div", { class: "replies" }, replies.map((reply, i) => line(reply, i + 1, say))),
  ];
}

/**
 * What is said and happens after n replies, one bubble a voice.
 * @param {number} n
 * @param {Conversation} talk
 * @param {Talk} task
 * @param {Words} words
 */
function spoken(n, talk, task, words) {
  return talk.at(n).lines.map(({ by, text }) => {
    if (!by) return h("div", { class: "cue" }, paragraphs(text));
    return bubble(task, words, { by, text, mood: talk.moodOf(by, n) });
  });
}

/**
 * My n-th line, counted from 0, and at once what it did.
 * @param {number} n
 * @param {Conversation} talk
 * @param {Talk} task
 * @param {Words} words
 * @param {(n: number) => HTMLElement} another
 */
function mine(n, talk, task, words, another) {
  const { steps, why } = talk.told();
  return [
    bubble(task, words, { by: task.you, text: talk.replyOf(n), mood: "calm" }),
    h("div", { class: steps[n].good ? "say right" : "say not-yet" },
      h("b", {}, steps[n].good ? words["line-works"] : words["line-costs"]), paragraphs(why[n]),
      touched(steps[n], task, words), another(n)),
  ];
}

/** A button that leads back to where n replies were said. */
function anotherWay(/** @type {number} */ n, /** @type {Words} */ words, /** @type {() => void} */ onclick) {
  return h("button", { type: "button", class: "quiet back", "aria-label": fill(words["another-way"], { n: n + 1 }), onclick },
    words["back-here"]);
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
