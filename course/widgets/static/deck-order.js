// What is dealt next, and how each card stands: what follows from the tries of a deal alone.

/** @import { Deal } from "#types" */

/** @typedef {{about: string, tone: string}} Told  as much of a try as its order needs */
/** @typedef {"open" | "right" | "back" | "mended" | "missed"} Mark */

/**
 * The card that is dealt next; none when the deal is over. First each card in its order, then those
 * whose first try was wrong, once more and in the same order.
 * @param {string[]} of  the cards in the deal
 * @param {Told[]} tries
 * @returns {string | undefined}
 */
export function nextCard(of, tries) {
  const at = (/** @type {string} */ id) => tries.filter((one) => one.about === id);
  return of.find((id) => at(id).length === 0)
    ?? of.find((id) => at(id).length === 1 && at(id)[0].tone !== "right");
}

/**
 * How a card stands: not tried yet, right at once, to come back, right when it came back, or not.
 * @param {string} id
 * @param {Told[]} tries
 * @returns {Mark}
 */
export function markOf(id, tries) {
  const [first, second] = tries.filter((one) => one.about === id);
  if (!first) return "open";
  if (first.tone === "right") return "right";
  if (!second) return "back";
  return second.tone === "right" ? "mended" : "missed";
}

/** The cards that were not right at their first try, in the deal's order. */
export function missed(/** @type {Pick<Deal, "of"> & {tries: Told[]}} */ { of, tries }) {
  return of.filter((id) => !["right", "open"].includes(markOf(id, tries)));
}
