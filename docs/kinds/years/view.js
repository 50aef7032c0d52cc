import { widget } from "../../widgets/static/card.js";
import { counted, lists } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

// A row for each event, with the list of periods to choose from.
/** @type {View<{cards: Named[], periods: Named[]}, Record<string, string>>} */
function years({ task, words, uid, changed }) {
  const events = lists({
    things: task.cards, choices: task.periods, empty: words["years-choose"], uid, className: "event", changed,
  });
  return {
    node: events.node,
    answer: events.answer,
    show: events.show,
    judged: (verdict) => counted(verdict, events.nodeOf, words, words["years-right"]),
  };
}

export default widget(years);
