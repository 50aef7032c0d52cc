import { fill, h, picture, radios, said, table, widget } from "../../widgets/static/card.js";

function scale({ task, words, uid, changed }) {
  const items = [];
  const points = task.points.map((spoken, i) => ({ id: i + 1, text: String(i + 1), spoken }));
  const key = h("p", { class: "key" }, task.points.map((text, i) => h("span", {}, `${i + 1} ${text}`)));
  const areas = task.areas.map((area) => h("section", { class: "area" }, h("h4", {}, area.text),
    area.items.map((item) => {
      const node = h("fieldset", { class: "item" }, h("legend", {}, item.text),
        h("div", { class: "points" },
          radios({ name: `${uid}-${item.id}`, options: points, changed, className: "point-chip" })));
      items.push({ id: item.id, node });
      return node;
    })));
  const profile = h("div", { class: "profile" });
  const of = (node) => Number(node.querySelector("input:checked")?.value) || null;
  return {
    node: h("div", {}, h("div", {}, key, areas), profile), // the key stays with the statements
    answer: () => Object.fromEntries(
      items.map(({ id, node }) => [id, of(node)]).filter(([, point]) => point)),
    show: (answer) => {
      for (const { id, node } of items) {
        for (const input of node.querySelectorAll("input")) {
          input.checked = Number(input.value) === answer?.[id];
        }
      }
    },
    judged: ({ said: pieces, detail }) => {
      const names = Object.fromEntries(task.areas.map(({ id, text }, i) => {
        const [, then, now] = detail.picture.table.rows[i];
        return [id, now ? fill(words["then-now"], { area: text, then, now }) : text];
      }));
      profile.replaceChildren(h("h4", {}, words.profile), picture(detail.picture),
        table(detail.picture.table, words),
        h("details", {}, h("summary", {}, words["profile-areas"]),
          pieces.map((one) => h("div", { class: "area-reading" },
            h("h5", {}, names[one.about]), said(one)))));
      return [said({ text: detail.picture.message, tone: "note" })];
    },
  };
}

export default widget(scale);
