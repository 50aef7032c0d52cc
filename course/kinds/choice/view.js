import { widget } from "../../widgets/static/card.js";
import { check, checked, figureIn, h, radios, said } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

/** @type {View<{options: Named[], bars: string[]}, string>} */
function choice({ task, words, uid, changed }) {
  const node = h("div", {}, radios({ name: uid, options: task.options, changed }));
  const figure = figureIn(node, task.bars, words);
  return {
    node,
    answer: () => checked(node),
    show: (answer) => check(node, [answer]),
    judged: ({ said: pieces, detail }) => {
      figure.show(detail);
      return pieces.map(said);
    },
    cleared: figure.clear,
    place: figure.place,
  };
}

export default widget(choice);
