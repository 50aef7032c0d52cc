import { widget } from "../../widgets/static/card.js";
import { check, checked, fill, h, picture, radios, said, table } from "../../widgets/static/parts.js";

/** @import { Named, Picture, View } from "#types" */

/** @typedef {Named & {items: Named[]}} Area */

/** @type {View<{points: string[], areas: Area[]}, Record<string, number>, {picture: Picture}>} */
function scale({ task, words, uid, changed }) {
  /** @type {{id: string, node: Element}[]} */
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
  const of = (/** @type {Element} */ node) => Number(checked(node)) || null;
  return {
    node: h("div", {}, h("div", {}, key, areas), profile), // the key stays with the statements
    answer: () => Object.fromEntries(
      items.map(({ id, node }) => [id, of(node)]).filter(([, point]) => point)),
    show: (answer) => {
      for (const { id, node } of items) check(node, [answer?.[id]]);
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
            h("h5", {}, names[one.about ?? ""]), said(one)))));
      return [said({ text: detail.picture.message, tone: "note" })];
    },
  };
}

export default widget(scale);
