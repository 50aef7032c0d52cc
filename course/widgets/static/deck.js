// A deck: cards that are dealt one at a time, each answered by itself and judged by the session. A
// card that was wrong comes back once at the end. At the end all cards are shown, and those that were
// wrong can be dealt again. A kind says what the places are and how a try and an answer are read.

import { alarm, UNTOLD } from "./card-waiting.js";
import { missed, nextCard } from "./deck-order.js";
import { drag } from "./deck-drag.js";
import { allCards, legendOf, onPaper, rowOfMarks } from "./deck-shown.js";
import { reason, summary, triesOf } from "./deck-told.js";
import { fill, h, paragraphs } from "./parts.js";

/** @import { Controls, Deal, Given, Judged, Named, State, Told, Tried, Words } from "#types" */

/** @typedef {string | boolean} Value  what the session calls a place */
/** @typedef {{value: Value, text: string}} Place */
/**
 * @typedef {object} Kind
 * @property {Named[]} cards
 * @property {Place[]} places
 * @property {(value: any) => Value} placed  where a try put its card
 * @property {(answer: any, id: string) => any} first  the try of a card in an answer of the kind
 * @property {(place: Value, more: number | null, earlier: any) => any} [made]  a try; its place, if not given
 * @property {(value: any) => string} [spoken]  a try in words; those of its place, if not given
 * @property {{legend: string, levels: {id: number, text: string}[]}} [more]  what is asked at a first try besides
 * @property {(state: State) => Told} [after]  what is told at the end, below how many were right
 * @property {Element} [below]  what stands below all cards at the end
 */

/**
 * How a deck stands: what the session last told; the deal; the card on the table, none at the end; and
 * where the card is put, while it is asked how sure one is.
 * @typedef {{
 *   state: State, deal: Deal, at: string, stage: "asked" | "sent" | "told" | "end", put: Value | null,
 * }} Standing
 */

/**
 * The controls of a kind that is dealt.
 * @param {Given<any>} given
 * @param {Kind} kind
 * @returns {Controls}
 */
export function deck({ words, uid, state, deal: send, turned }, kind) {
  const ids = kind.cards.map(({ id }) => id);
  /** @type {Standing} */
  const now = { state, deal: newDeal(ids, ids), at: "", stage: "asked", put: null };
  const table = laid(kind, words, uid, { choose, answer });
  const { node, marks, card, places, slot, end } = table;
  const off = drag(card, table.buttons, choose, () => now.stage === "asked");
  const draw = () => drawn(table, now, kind, words, () => { begin(); turned(); });
  const sent = alarm(UNTOLD, () => { if (now.stage === "sent") draw(); });

  function choose(/** @type {number} */ i) {
    if (now.stage !== "asked") return;
    now.put = kind.places[i].value;
    if (!kind.more || now.deal.tries.some(({ about }) => about === now.at)) return answer(null); // once a card
    draw();
    table.levels[0].focus();
  }

  function answer(/** @type {number | null} */ level) {
    const { deal, at, put } = now;
    if (now.stage !== "asked" || put === null) return;
    const earlier = deal.tries.find(({ about }) => about === at)?.value;
    /** @type {Tried[]} */
    const tries = [...deal.tries.map((one) => /** @type {Tried} */ ([one.about, one.value])), [at, kind.made?.(put, level, earlier) ?? put]];
    now.stage = "sent";
    sent.set();
    send(tries, deal.practice ? deal.of : undefined);
  }

  /** Deal the next card, or show them all. */
  function next() {
    put(now, nextCard(now.deal.of, now.deal.tries) ?? "");
    draw();
    (now.at ? card : end).focus({ preventScroll: true });
    if (!now.at) marks.scrollIntoView?.({ block: "start" });
    else for (const part of [places, card]) part.scrollIntoView?.({ block: "nearest" });
  }

  function begin(of = ids) {
    now.deal = newDeal(of, ids);
    next();
  }

  const sum = () => summary({ ...now, kind, words });
  return {
    node,
    answer: () => undefined, // the session keeps each try itself
    show: () => {},
    place: (verdict) => { if (verdict.parentElement !== slot) slot.append(verdict); },
    dealt: (told, restoring) => {
      take(now, told, restoring, kind);
      draw();
      const last = toldOf(now);
      return now.stage === "end" ? sum() : last ? [reason(last, now.deal, words)] : [];
    },
    stands: (button, restoring) => { if (!restoring && now.stage === "told") button.focus(); },
    failed: () => { now.stage = "asked"; draw(); },
    label: () => (now.stage === "told" ? words[nextCard(now.deal.of, now.deal.tries) ? "next-card" : "see-deck"]
      : now.stage === "end" ? words.again : ""),
    turn: () => {
      if (now.stage === "told") next();
      else if (now.stage === "end") begin(missed(now.deal).length ? missed(now.deal) : ids);
      return true;
    },
    told: () => (now.stage === "end" ? sum() : []),
    attached: () => node.closest(".card")?.addEventListener("keydown", /** @type {any} */ (keysOf(now, table, () => { next(); turned(); }))),
    ended: () => { off(); sent.off(); },
  };
}

/**
 * A deal of some of the cards, of which none has been answered.
 * @param {string[]} of
 * @param {string[]} all
 * @returns {Deal}
 */
function newDeal(of, all) {
  return { of, over: false, practice: of.length < all.length, tries: [] };
}

/** Put a card on the table; with none, the end. */
function put(/** @type {Standing} */ now, /** @type {string} */ card) {
  Object.assign(now, { at: card, stage: card ? "asked" : "end", put: null });
}

/**
 * Stand as the session tells: where one was, when the card comes back; else at what it says of the last try.
 * @param {Standing} now
 * @param {State} state
 * @param {boolean} restoring
 * @param {Kind} kind
 */
function take(now, state, restoring, kind) {
  const ids = kind.cards.map(({ id }) => id);
  now.state = state;
  if (state.deal) now.deal = state.deal;
  else if (state.answered && state.verdict) now.deal = { ...newDeal(ids, ids), over: true, tries: triesOf(state, kind) };
  if (restoring) {
    const isUnderWay = state.deal ? !state.deal.over : !state.answered;
    put(now, isUnderWay ? nextCard(now.deal.of, now.deal.tries) ?? "" : "");
  } else if (state.deal) Object.assign(now, { stage: "told", put: null });
  else now.stage = state.answered ? "end" : "asked";
}

/** What the session last said of the card on the table. */
function toldOf(/** @type {Standing} */ { stage, deal }) {
  return stage === "told" ? /** @type {Judged | undefined} */ (deal.tries.at(-1)) : undefined;
}

/**
 * Show the table as it stands.
 * @param {ReturnType<typeof laid>} table
 * @param {Standing} now
 * @param {Kind} kind
 * @param {Words} words
 * @param {() => void} begin  deals all cards again
 */
function drawn({ node, marks, legend, count, what, card, buttons, places, more, end, paper }, now, kind, words, begin) {
  const { state, deal, at, stage, put: here } = now;
  const told = toldOf(now);
  const isEnd = stage === "end";
  const spoken = kind.spoken ?? ((value) => kind.places.find((one) => one.value === kind.placed(value))?.text ?? "");
  node.dataset.stage = stage;
  for (const part of [card, places]) part.hidden = isEnd;
  more.hidden = here === null || stage !== "asked" || !kind.more;
  count.textContent = fill(words[deal.tries.some(({ about }) => about === at) && !told ? "deck-back" : "deck-card"],
    { n: deal.of.indexOf(at) + 1, of: deal.of.length });
  if (!isEnd) what.replaceChildren(...paragraphs(kind.cards.find(({ id }) => id === at)?.text ?? ""));
  for (const [i, button] of buttons.entries()) {
    const { value } = kind.places[i];
    const isPut = told ? kind.placed(told.value) === value : here === value;
    showPlace(button, { isPut, isHere: told?.place === value, isTold: Boolean(told), isAsked: stage === "asked" }, words);
  }
  marks.replaceChildren(...rowOfMarks(deal, isEnd ? "" : at, words));
  legend.textContent = legendOf(deal, words);
  end.hidden = !isEnd;
  if (kind.below instanceof HTMLElement) kind.below.hidden = !isEnd;
  if (isEnd) end.replaceChildren(...allCards({ kind, state, deal, words, spoken, begin }));
  const answer = state.answered ? state.time ?? "" : "none";
  if (paper.dataset.of === answer) return; // it is the largest part, and is the same at every try
  paper.dataset.of = answer;
  paper.replaceChildren(...onPaper({ kind, state, deal, words }));
}

/**
 * What keys do: digits and arrows among what can be pressed, the right arrow on from what is told.
 * @param {Standing} now
 * @param {ReturnType<typeof laid>} table
 * @param {() => void} onward
 */
function keysOf(now, { buttons, levels, more }, onward) {
  return (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (now.stage === "asked") {
      if (!chosenByKey(event.key, more.hidden ? buttons : levels)) return;
    } else if (now.stage === "told" && event.key === "ArrowRight") onward();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Press the button of a digit, or go by an arrow from one to the next; whether the key did either. */
function chosenByKey(/** @type {string} */ key, /** @type {HTMLButtonElement[]} */ choices) {
  const digit = Number(key);
  if (digit >= 1 && digit <= choices.length) {
    choices[digit - 1].click();
    return true;
  }
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (!by) return false;
  // From place to place; from the card to its first or its last.
  const here = choices.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const from = here < 0 && by < 0 ? 0 : here;
  choices[(from + by + choices.length) % choices.length].focus();
  return true;
}

/**
 * What lies on the table: the row of marks, the card, its places, what is asked besides, and the end.
 * @param {Kind} kind
 * @param {Words} words
 * @param {string} uid
 * @param {{choose: (place: number) => void, answer: (level: number) => void}} pressed
 */
function laid(kind, words, uid, { choose, answer }) {
  const marks = h("ol", { class: "marks", "aria-label": words["deck-row"] });
  const legend = h("p", { class: "legend-of-marks", "aria-hidden": "true" });
  const count = h("p", { class: "of", id: `${uid}-of` });
  const what = h("div", { class: "what", id: `${uid}-what` });
  const card = h("div", { class: "dealt", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-of ${uid}-what` }, count, what);
  const buttons = kind.places.map((place, i) => h("button", {
    type: "button", class: "place", "aria-keyshortcuts": String(i + 1), onclick: () => choose(i),
  }, h("span", { class: "name" }, place.text), h("span", { class: "how" }), h("kbd", { "aria-hidden": "true" }, String(i + 1))));
  const places = h("div", { class: "places", role: "group", "aria-labelledby": `${uid}-what` }, buttons);
  const levels = kind.more?.levels.map(({ id, text }) =>
    h("button", { type: "button", class: "chip", onclick: () => answer(id) }, text)) ?? [];
  const more = h("div", { class: "more", role: "group", "aria-label": kind.more?.legend, hidden: true },
    h("p", {}, kind.more?.legend), h("div", { class: "chips" }, levels));
  const slot = h("div", { class: "slot" });
  const end = h("div", { class: "all", role: "group", tabindex: "-1", "aria-label": words["deck-all"] });
  const paper = h("div", { class: "paper" });
  const node = h("div", { class: "deck" }, marks, legend, card, places, more, slot, end, kind.below, paper);
  return { node, marks, legend, count, what, card, buttons, places, levels, more, slot, end, paper };
}

/**
 * Show a place: whether the card was put there, and once that is told, whether it belongs there.
 * @param {HTMLButtonElement} button
 * @param {{isPut: boolean, isHere: boolean, isTold: boolean, isAsked: boolean}} how
 * @param {Words} words
 */
function showPlace(button, { isPut, isHere, isTold, isAsked }, words) {
  const isMissed = isTold && isPut && !isHere;
  button.className = `place${isPut ? " put" : ""}${isHere ? " right" : isMissed ? " not-yet" : ""}`;
  button.setAttribute("aria-pressed", String(isPut));
  button.setAttribute("aria-disabled", String(!isAsked));
  button.querySelector(".how")?.replaceChildren(isHere ? `✓ ${words["deck-here"]}` : isMissed ? words["deck-yours"] : "");
}
