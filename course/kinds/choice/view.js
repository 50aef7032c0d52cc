import { widget } from "../../widgets/static/card.js";
import { check, checked, h, radios } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

/** @type {View<{options: Named[]}, string>} */
function choice({ task, uid, changed }) {
  const node = h("div", {}, radios({ name: uid, options: task.options, changed }));
  return {
    node,
    answer: () => checked(node),
    show: (answer) => check(node, [answer]),
  };
}

export default widget(choice);
