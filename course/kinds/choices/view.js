import { widget } from "../../widgets/static/card.js";
import { boxes, check, counted, h } from "../../widgets/static/parts.js";

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
    judged: (verdict) => counted(verdict, (id) => rows[id], words, words["judged-rightly"], "judged"),
  };
}

export default widget(choices);
