import { boxes, check, fill, h, reasons, said, widget } from "../../widgets/static/card.js";

/** @import { Named, View } from "#types" */

/** @type {View<{options: Named[]}, string[]>} */
function choices({ task, words, changed }) {
  const node = h("div", {}, boxes({ options: task.options, changed }));
  const rows = Object.fromEntries(task.options.map(({ id }, i) => [id, node.children[i]]));
  const inputs = node.querySelectorAll("input");
  return {
    node,
    answer: () => task.options.map(({ id }) => id).filter((_, i) => inputs[i].checked),
    show: (answer) => check(node, Array.isArray(answer) ? answer : []),
    judged: (verdict) => {
      reasons(verdict.said, (id) => rows[id], words, "judged");
      const right = verdict.said.filter((one) => one.tone === "right").length;
      const text = fill(words["judged-rightly"], { right, n: verdict.said.length });
      return [said({ text, tone: verdict.right ? "right" : "not-yet" })];
    },
  };
}

export default widget(choices);
