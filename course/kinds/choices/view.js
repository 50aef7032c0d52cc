import { widget } from "../../widgets/static/card.js";
import { deck } from "../../widgets/static/deck.js";
import { boxes, check, counted, h } from "../../widgets/static/parts.js";
import { boarded } from "./board.js";

/** @import { Given, Named, View } from "#types" */
/** @import { Board } from "./board.js" */
/** @typedef {{options: Named[], together: boolean, board: Board | null, takes: string | null, leaves: string | null}} Options */

/** @type {View<Options, string[]>} */
function choices(given) {
  const { together, board } = given.task;
  if (board) return boarded(given, board);
  return together ? listed(given) : dealt(given);
}

/** Each option by itself: it belongs, or it does not. */
function dealt(/** @type {Given<Options>} */ given) {
  const { task, words } = given;
  return deck(given, {
    cards: task.options,
    places: [{ value: true, text: task.takes ?? words.takes }, { value: false, text: task.leaves ?? words.leaves }],
    placed: (taken) => taken,
    first: (answer, id) => answer.includes(id),
  });
}

/** All options at once, since they are weighed against one another. */
function listed(/** @type {Given<Options>} */ { task, words, changed }) {
  const node = h("div", {}, boxes({ options: task.options, changed }));
  const rows = Object.fromEntries(task.options.map(({ id }, i) => [id, node.children[i]]));
  const inputs = node.querySelectorAll("input");
  return {
    node,
    answer: () => task.options.map(({ id }) => id).filter((_, i) => inputs[i].checked),
    show: (/** @type {unknown} */ answer) => check(node, Array.isArray(answer) ? answer : []),
    judged: (/** @type {any} */ verdict) =>
      counted(verdict, (id) => rows[id], words, words["judged-rightly"], "judged"),
  };
}

export default widget(choices);
