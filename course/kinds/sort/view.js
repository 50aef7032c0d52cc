import { check, checked, fill, h, radios, reasons, said, widget } from "../../widgets/static/card.js";

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
    judged: (verdict) => {
      reasons(verdict.said, (id) => cards.find((card) => card.id === id)?.node, words);
      const right = verdict.said.filter((one) => one.tone === "right").length;
      const text = fill(words.sorted, { right, n: verdict.said.length });
      return [said({ text, tone: verdict.right ? "right" : "not-yet" })];
    },
  };
}

export default widget(sort);
