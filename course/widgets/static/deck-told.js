// What a deck says: of the card that was just tried, at the end, and of an answer from an earlier visit.

import { markOf, missed } from "./deck-order.js";
import { fill, said } from "./parts.js";

/** @import { Deal, Judged, State, Told, Words } from "#types" */
/** @import { Kind } from "./deck.js" */

/** How a card that was just tried is told: right, to come back, or where it belongs. */
export function reason(/** @type {Judged} */ one, /** @type {Deal} */ deal, /** @type {Words} */ words) {
  const mark = markOf(one.about, deal.tries);
  const lead = words[{ right: "deck-right", mended: "deck-mended", back: "deck-comes-back", missed: "deck-missed", open: "" }[mark]];
  return said({ text: `${lead}\n\n${one.text}`, lead, tone: one.tone });
}

/**
 * How many were right, now and the first time, and what the kind tells besides.
 * @param {{deal: Deal, state: State, kind: Kind, words: Words}} played
 * @returns {Told}
 */
export function summary({ deal, state, kind, words }) {
  const right = deal.of.length - missed(deal).length;
  const lead = fill(words[deal.practice ? "deck-practised" : "deck-told"], { right, n: deal.of.length });
  const first = deal.practice ? { held: held(state), of: kind.cards.length } : state.first;
  const text = first ? `${lead} ${fill(words["deck-first"], { right: first.held, n: first.of })}` : lead;
  const tone = right === deal.of.length ? "right" : "note";
  return [said({ text, lead, tone }), ...(kind.after?.(state) ?? [])];
}

/**
 * The tries of an answer from an earlier visit, of which no more is known than how the first ones went.
 * @param {State} state
 * @param {Kind} kind
 */
export function triesOf({ answer: given, verdict, places: where }, kind) {
  return (verdict?.said ?? []).filter(({ about }) => about !== null).map((one) => ({
    ...one, about: one.about ?? "", value: kind.first(given, one.about ?? ""), hint: false, place: where?.[one.about ?? ""],
  }));
}

/** How many cards were right in the answer that is shown. */
function held(/** @type {State} */ { first, verdict }) {
  return first?.held ?? verdict?.said.filter(({ tone }) => tone === "right").length ?? 0;
}
