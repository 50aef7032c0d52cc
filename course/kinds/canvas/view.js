import { widget } from "../../widgets/static/card.js";
import { h, paragraphs, said } from "../../widgets/static/parts.js";

/** @import { View } from "#types" */

/** @typedef {{id: string, text: string, hint: string}} Field */

/** @type {View<{fields: Field[], longest: number}, Record<string, string>>} */
function canvas({ task, words, uid, changed }) {
  const rows = Object.fromEntries(task.fields.map(({ id, text, hint }) => {
    const area = h("textarea", {
      id: `${uid}-${id}`, rows: "2", maxlength: task.longest, oninput: changed,
      "aria-describedby": `${uid}-${id}-hint ${uid}-note`,
    });
    const model = h("div", { class: "model-answer" });
    const node = h("div", { class: "field" }, h("label", { for: `${uid}-${id}` }, text),
      h("p", { id: `${uid}-${id}-hint`, class: "note" }, hint), area, model);
    return [id, { node, area, model }];
  }));
  return {
    node: h("div", {}, h("div", { class: "fields" }, Object.values(rows).map(({ node }) => node)),
      h("p", { id: `${uid}-note`, class: "note" }, words["free-text"])),
    answer: () => Object.fromEntries(Object.entries(rows).map(([id, { area }]) => [id, area.value])),
    show: (answer) => {
      for (const [id, { area }] of Object.entries(rows)) area.value = answer?.[id] ?? "";
    },
    judged: ({ said: [after, ...models] }) => {
      for (const { about, text } of models) {
        rows[about ?? ""].model.replaceChildren(h("details", {},
          h("summary", {}, words["model-answer"]), paragraphs(text)));
      }
      return [said(after)];
    },
  };
}

export default widget(canvas);
