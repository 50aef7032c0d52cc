import { widget } from "../../widgets/static/card.js";
import { check, checked, counted, h, radios } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

/** @type {View<{cards: Named[], groups: Named[]}, Record<string, string>>} */
function sort({ task, words, uid, changed }) {
  const cards = task.cards.map((card) => {
    const node = h("fieldset", { class: "sortable" },
      h("legend", {}, card.text),
      h("div", { class: "chips" },
        radios({ name: `${uid}-${card.id}`, options: task.groups, changed, className: "chip" })));
    return { id: card.id, node };
  });
  return {
    node: h("div", { class: "cards" }, cards.map((card) => card.node)),
    answer: () => Object.fromEntries(cards.map(({ id, node }) => [id, checked(node)])),
    show: (answer) => {
      for (const { id, node } of cards) check(node, [answer?.[id]]);
    },
    judged: (verdict) =>
      counted(verdict, (id) => cards.find((card) => card.id === id)?.node, words, words.sorted),
  };
}

export default widget(sort);
