import { widget } from "../../widgets/static/card.js";
import { counted, fill, h } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

// Steps in a list, each with a button up and a button down; focus follows the step that moves.
/** @type {View<{cards: Named[]}, string[]>} */
function order({ task, words, changed }) {
  const news = h("p", { class: "news", role: "status" });
  const list = h("ol", { class: "steps" });
  const rows = Object.fromEntries(task.cards.map(({ id, text }) => {
    const move = (/** @type {-1 | 1} */ by, /** @type {string} */ mark, /** @type {string} */ label) => h("button", {
      type: "button", class: "quiet move", "aria-label": fill(words[label], { step: text }),
      onclick: (event) => shift(id, by, event.currentTarget),
    }, mark);
    const node = h("li", { "data-id": id }, h("span", {}, text),
      h("span", { class: "moves" }, move(-1, "↑", "move-up"), move(1, "↓", "move-down")));
    return [id, { node, text }];
  }));
  list.append(...task.cards.map(({ id }) => rows[id].node));
  const ids = () => [...list.children].map((node) => node.getAttribute("data-id") ?? "");

  /**
   * @param {string} id
   * @param {-1 | 1} by
   * @param {HTMLButtonElement} button  which was pressed
   */
  function shift(id, by, button) {
    const { node, text } = rows[id];
    const other = by < 0 ? node.previousElementSibling : node.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(node);
    else other.after(node);
    button.focus();
    news.textContent = fill(words.moved, { step: text, n: ids().indexOf(id) + 1 });
    changed();
  }

  return {
    node: h("div", {}, list, news),
    answer: ids,
    show: (answer) => {
      const known = Array.isArray(answer) ? answer.filter((id) => rows[id]) : [];
      list.append(...known.map((id) => rows[id].node));
      news.textContent = ""; // it was of a step that had moved
    },
    judged: (verdict) =>
      counted(verdict, (id) => rows[id]?.node, words, verdict.right ? words["in-order"] : words.ordered, "kept"),
  };
}

export default widget(order);
