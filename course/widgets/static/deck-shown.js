// How a deck is shown: the row of small marks, all cards at the end, and all of them on paper.

import { markOf, missed } from "./deck-order.js";
import { fill, h, paragraphs } from "./parts.js";

/** @import { Deal, State, Words } from "#types" */
/** @import { Kind } from "./deck.js" */
/** @import { Mark } from "./deck-order.js" */

/** @typedef {Mark | "earlier"} Seen  `earlier`: on an earlier visit, of which only the first try is known */

/** @type {Record<Seen, string>} a sign for each mark; its words are told beside it */
const SIGNS = { open: "", right: "✓", back: "↺", mended: "↺✓", missed: "○", earlier: "○" };
/** @type {Record<Seen, string>} the keys of its words */
const TOLD = {
  open: "mark-open", right: "mark-right", back: "mark-back", mended: "mark-mended", missed: "mark-missed",
  earlier: "mark-earlier",
};

/**
 * How a card is seen to stand: in a deal that is over none comes back any more.
 * @param {string} id
 * @param {Deal} deal
 * @returns {Seen}
 */
function seenAs(id, { tries, over }) {
  const mark = markOf(id, tries);
  return over && mark === "back" ? "earlier" : mark;
}

/**
 * A small card for each card of the deal, with its sign and, for who listens, its words.
 * @param {Deal} deal
 * @param {string} at  the card on the table
 * @param {Words} words
 */
export function rowOfMarks(deal, at, words) {
  return deal.of.map((id, i) => {
    const mark = seenAs(id, deal);
    return h("li", { class: `mark ${mark}`, "aria-current": id === at ? "true" : null, title: words[TOLD[mark]] },
      h("span", { "aria-hidden": "true" }, SIGNS[mark] || String(i + 1)),
      h("span", { class: "unseen" }, fill(words.mark, { n: i + 1, how: words[TOLD[mark]] })));
  });
}

/** What the signs in the row mean, those that stand there; who listens is told at each mark. */
export function legendOf(/** @type {Deal} */ deal, /** @type {Words} */ words) {
  const there = new Set(deal.of.map((id) => seenAs(id, deal)));
  const all = /** @type {const} */ (["right", "back", "mended", "missed", "earlier"]);
  return all.filter((mark) => there.has(mark)).map((mark) => `${SIGNS[mark]} ${words[TOLD[mark]]}`).join("   ");
}

/** @typedef {{kind: Kind, state: State, deal: Deal, words: Words}} Shown */

/**
 * All cards, those that were missed opened, and a way to deal all of them again.
 * @param {Shown & {spoken: (value: any) => string, begin: () => void}} given
 */
export function allCards({ kind, state, deal, words, spoken, begin }) {
  const again = missed(deal);
  const reasons = new Map((state.verdict?.said ?? []).map((one) => [one.about, one]));
  const rows = kind.cards.map(({ id, text }) => {
    const value = deal.tries.find(({ about }) => about === id)?.value ?? kind.first(state.answer, id);
    const where = kind.places.find((one) => one.value === state.places?.[id])?.text ?? "";
    const isRight = kind.placed(value) === state.places?.[id];
    const told = isRight
      ? fill(words["deck-yours-right"], { said: spoken(value) })
      : fill(words["deck-yours-not"], { said: spoken(value), place: where });
    return h("li", {}, h("details", { open: again.includes(id), class: isRight ? "right" : "not-yet" },
      h("summary", {}, h("span", { class: "sign", "aria-hidden": "true" }, isRight ? "✓" : "↺"),
        h("span", {}, text, h("span", { class: "unseen" }, ` ${words[isRight ? "mark-right" : "mark-missed"]}`))),
      h("p", { class: "yours" }, told), paragraphs(reasons.get(id)?.text ?? "")));
  });
  const whole = again.length
    ? h("button", { type: "button", class: "quiet", onclick: () => begin() }, words["deck-whole"]) : null;
  return [h("ul", {}, rows),
    h("p", { class: "note" }, again.length ? fill(words["deck-deals"], { n: again.length }) : words["deck-deals-all"]), whole]
    .filter((part) => part !== null);
}

/** Every card with its places, as on paper: to be filled in with a pen, or as it was answered. */
export function onPaper(/** @type {Shown} */ { kind, state, words }) {
  const reasons = new Map((state.verdict?.said ?? []).map((one) => [one.about, one]));
  return kind.cards.map(({ id, text }) => {
    const put = state.answered && state.answer ? kind.placed(kind.first(state.answer, id)) : null;
    const one = reasons.get(id);
    return h("div", { class: "sortable" }, h("p", {}, text),
      h("div", { class: "chips" }, kind.places.map((place) =>
        h("span", { class: "chip" }, `${put === place.value ? "●" : "○"} ${place.text}`))),
      kind.more && !state.answered
        ? h("div", { class: "chips" }, `${kind.more.legend} `, kind.more.levels.map((level) => h("span", { class: "chip" }, `○ ${level.text}`))) : null,
      one ? h("div", { class: "reason" },
        h("span", { class: `placed ${one.tone}` }, words[one.tone === "right" ? "mark-right" : "mark-missed"]), paragraphs(one.text)) : null);
  });
}
