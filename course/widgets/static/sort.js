import { fill, h, mount, radios, said } from "./card.js";

function sort({ task, words, uid, changed }) {
  const cards = task.cards.map((card) => {
    const feedback = h("div", { class: "reason" });
    const node = h("fieldset", { class: "sortable" },
      h("legend", {}, card.text),
      h("div", { class: "chips" },
        radios({ name: `${uid}-${card.id}`, options: task.groups, changed, className: "chip" })),
      feedback);
    return { id: card.id, node, feedback };
  });
  const of = (node) => node.querySelector("input:checked")?.value ?? "";
  return {
    node: h("div", { class: "cards" }, cards.map((card) => card.node)),
    answer: () => Object.fromEntries(cards.map(({ id, node }) => [id, of(node)])),
    show: (answer) => {
      for (const { id, node } of cards) {
        for (const input of node.querySelectorAll("input")) {
          input.checked = input.value === answer?.[id];
        }
      }
    },
    judged: (verdict) => {
      for (const { id, feedback } of cards) {
        const one = verdict.said.find((piece) => piece.about === id);
        if (!one) continue;
        const placed = one.tone === "right" ? words["placed-right"] : words["placed-wrong"];
        feedback.replaceChildren(h("span", { class: `placed ${one.tone}` }, placed), said(one));
      }
      const right = verdict.said.filter((one) => one.tone === "right").length;
      const text = fill(words.sorted, { right, n: verdict.said.length });
      return [said({ text, tone: verdict.right ? "right" : "not-yet" })];
    },
  };
}

export default { render: ({ model, el }) => mount(model, el, sort) };
