import { fill, h, picture, radios, reasons, said, table, widget } from "../../widgets/static/card.js";

function confidence({ task, words, uid, changed }) {
  const truths = [{ id: "true", text: words.holds }, { id: "false", text: words["holds-not"] }];
  const levels = task.sure.map((sure) => ({ id: sure, text: `${sure} %` }));
  const rows = Object.fromEntries(task.cards.map(({ id, text }) => {
    const node = h("fieldset", { class: "sortable" }, h("legend", {}, text),
      h("div", { class: "chips" },
        radios({ name: `${uid}-${id}`, options: truths, changed, className: "chip" })),
      h("fieldset", { class: "sure" }, h("legend", {}, words["how-sure"]),
        h("div", { class: "chips" },
          radios({ name: `${uid}-${id}-sure`, options: levels, changed, className: "chip" }))));
    return [id, node];
  }));
  const of = (node, name) => node.querySelector(`input[name="${name}"]:checked`)?.value;
  const check = (node, name, value) => {
    for (const input of node.querySelectorAll(`input[name="${name}"]`)) {
      input.checked = input.value === String(value);
    }
  };
  const shown = h("div", { class: "profile" });
  return {
    node: h("div", {}, h("div", { class: "cards" }, Object.values(rows)), shown),
    answer: () => Object.fromEntries(Object.entries(rows).map(([id, node]) => {
      const holds = of(node, `${uid}-${id}`);
      const sure = of(node, `${uid}-${id}-sure`);
      return [id, { holds: holds == null ? null : holds === "true", sure: Number(sure) || null }];
    })),
    show: (answer) => {
      for (const [id, node] of Object.entries(rows)) {
        check(node, `${uid}-${id}`, answer?.[id]?.holds);
        check(node, `${uid}-${id}-sure`, answer?.[id]?.sure);
      }
    },
    judged: ({ said: pieces, detail, right }) => {
      reasons(pieces, (id) => rows[id], words, "judged");
      shown.replaceChildren(picture(detail.picture), table(detail.picture.table, words));
      const text = `${fill(words["judged-rightly"], { right: detail.right, n: detail.n })} ${detail.picture.reading}`;
      return [said({ text, tone: right ? "right" : "not-yet" })];
    },
  };
}

export default widget(confidence);
