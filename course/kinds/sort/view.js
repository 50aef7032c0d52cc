import { widget } from "../../widgets/static/card.js";
import { deck } from "../../widgets/static/deck.js";

/** @import { Named, View } from "#types" */

/** @type {View<{cards: Named[], groups: Named[]}, Record<string, string>>} */
function sort(given) {
  const { cards, groups } = given.task;
  return deck(given, {
    cards,
    places: groups.map(({ id, text }) => ({ value: id, text })),
    placed: (group) => group,
    first: (answer, id) => answer[id],
  });
}

export default widget(sort);
