import { widget } from "../../widgets/static/card.js";
import { counted, lists } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

/** @type {View<{cards: Named[], matches: Named[]}, Record<string, string>>} */
function match({ task, words, uid, changed }) {
  const pairs = lists({
    things: task.cards, choices: task.matches, empty: words["choose-group"], uid, className: "pair", changed,
  });
  return {
    node: pairs.node,
    answer: pairs.answer,
    show: pairs.show,
    judged: (verdict) => counted(verdict, pairs.nodeOf, words, words.matched, "paired"),
  };
}

export default widget(match);
