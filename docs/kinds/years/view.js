import { fill, h, reasons, said, widget } from "../../widgets/static/card.js";

/** @import { Named, View } from "#types" */

// A row for each event, with the list of periods to choose from.
/** @type {View<{cards: Named[], periods: Named[]}, Record<string, string>>} */
function years({ task, words, uid, changed }) {
  const rows = Object.fromEntries(task.cards.map(({ id, text }) => {
    const select = h("select", { id: `${uid}-${id}`, onchange: changed },
      h("option", { value: "" }, words["years-choose"]),
      task.periods.map((one) => h("option", { value: one.id }, one.text)));
    const node = h("div", { class: "event" },
      h("label", { for: `${uid}-${id}` }, text), select);
    return [id, { node, select }];
  }));
  return {
    node: h("div", { class: "cards" }, Object.values(rows).map(({ node }) => node)),
    answer: () => Object.fromEntries(
      Object.entries(rows).map(([id, { select }]) => [id, select.value])),
    show: (answer) => {
      for (const [id, { select }] of Object.entries(rows)) select.value = answer?.[id] ?? "";
    },
    judged: (verdict) => {
      reasons(verdict.said, (id) => rows[id]?.node, words);
      const right = verdict.said.filter((one) => one.tone === "right").length;
      const text = fill(words["years-right"], { right, n: verdict.said.length });
      return [said({ text, tone: verdict.right ? "right" : "not-yet" })];
    },
  };
}

export default widget(years);
