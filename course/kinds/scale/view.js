import { widget } from "../../widgets/static/card.js";
import { check, checked, fill, h, picture, radios, said, table } from "../../widgets/static/parts.js";

/** @import { Named, Picture, View } from "#types" */

/** @typedef {Named & {items: Named[]}} Area */

/** @type {View<{points: string[], areas: Area[]}, Record<string, number>, {picture: Picture}>} */
function scale({ task, words, uid, changed }) {
  /** @type {{id: string, node: Element}[]} */
  const items = [];
  const of = (/** @type {Element} */ node) => Number(checked(node)) || null;
  const points = task.points.map((spoken, i) => ({ id: i + 1, text: String(i + 1), spoken: `${i + 1}, ${spoken}` }));
  const key = h("p", { class: "key" }, task.points.map((text, i) => h("span", {}, `${i + 1} ${text}`)));
  // One area is open from the start; the next opens as soon as the one before it has its answers.
  const areas = task.areas.map((area, n) => {
    const count = h("small", { class: "count" });
    const node = h("details", { class: "area", open: n === 0 },
      h("summary", {}, h("h4", {}, area.text), count), area.items.map(statement));
    const own = items.slice(-area.items.length);
    return { node, tell: () => {
      const given = own.filter((one) => of(one.node)).length;
      count.textContent = fill(words["of-area"], { n: given, all: own.length });
      return given === own.length;
    } };
  });

  function statement(/** @type {Named} */ { id, text }) {
    const node = h("fieldset", { class: "item" }, h("legend", {}, text), h("div", { class: "points" },
      radios({ name: `${uid}-${id}`, options: points, changed: answered, className: "point-chip" })));
    items.push({ id, node });
    return node;
  }

  /** Areas that are full, and the one that comes after each. */
  function unfold() {
    const full = areas.map(({ tell }) => tell());
    full.forEach((isFull, n) => {
      if (isFull && areas[n + 1]) areas[n + 1].node.open = true;
    });
  }

  function answered() {
    unfold();
    changed();
  }

  const profile = h("div", { class: "profile" });
  unfold();
  return {
    node: h("div", {}, h("div", {}, key, areas.map(({ node }) => node)), profile), // the key stays with the statements
    answer: () => Object.fromEntries(
      items.map(({ id, node }) => [id, of(node)]).filter(([, point]) => point)),
    show: (answer) => {
      for (const { id, node } of items) check(node, [answer?.[id]]);
      for (const { node } of areas) node.open ||= Boolean(node.querySelector(":checked"));
      unfold();
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
