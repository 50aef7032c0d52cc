import { widget } from "../../widgets/static/card.js";
import { check, checked, fill, h, picture, radios, reasons, said, table } from "../../widgets/static/parts.js";

/** @import { Named, Picture, View } from "#types" */

/** @typedef {{holds: boolean | null, sure: number | null}} Sure */
/** @typedef {{right: number, n: number, picture: Picture}} Detail */

/** @type {View<{cards: Named[], sure: number[]}, Record<string, Sure>, Detail>} */
function confidence({ task, words, uid, changed }) {
  const truths = [{ id: "true", text: words.holds }, { id: "false", text: words["holds-not"] }];
  const levels = task.sure.map((sure) => ({ id: sure, text: fill(words["per-cent"], { n: sure }) }));
  const rows = Object.fromEntries(task.cards.map(({ id, text }) => {
    const node = h("fieldset", { class: "sortable" }, h("legend", {}, text),
      h("div", { class: "chips" },
        radios({ name: `${uid}-${id}`, options: truths, changed, className: "chip" })),
      h("fieldset", { class: "sure" }, h("legend", {}, words["how-sure"]),
        h("div", { class: "chips" },
          radios({ name: `${uid}-${id}-sure`, options: levels, changed, className: "chip" }))));
    return [id, node];
  }));
  const named = (/** @type {string} */ name) => `input[name="${name}"]`;
  const shown = h("div", { class: "profile" });
  return {
    node: h("div", {}, h("div", { class: "cards" }, Object.values(rows)), shown),
    answer: () => Object.fromEntries(Object.entries(rows).map(([id, node]) => {
      const holds = checked(node, `${named(`${uid}-${id}`)}:checked`);
      const sure = checked(node, `${named(`${uid}-${id}-sure`)}:checked`);
      return [id, { holds: holds ? holds === "true" : null, sure: Number(sure) || null }];
    })),
    show: (answer) => {
      for (const [id, node] of Object.entries(rows)) {
        check(node, [answer?.[id]?.holds], named(`${uid}-${id}`));
        check(node, [answer?.[id]?.sure], named(`${uid}-${id}-sure`));
      }
    },
    judged: ({ said: pieces, detail, right }) => {
      reasons(pieces, (id) => rows[id], words, "judged");
      shown.replaceChildren(picture(detail.picture), table(detail.picture.table, words));
      const lead = fill(words["judged-rightly"], { right: detail.right, n: detail.n });
      return [said({ text: `${lead} ${detail.picture.reading}`, lead, tone: right ? "right" : "not-yet" })];
    },
  };
}

export default widget(confidence);
