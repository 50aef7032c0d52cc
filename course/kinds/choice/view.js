import { h, radios, widget } from "../../widgets/static/card.js";

function choice({ task, uid, changed }) {
  const node = h("div", {}, radios({ name: uid, options: task.options, changed }));
  return {
    node,
    answer: () => node.querySelector("input:checked")?.value ?? "",
    show: (answer) => {
      for (const input of node.querySelectorAll("input")) input.checked = input.value === answer;
    },
  };
}

export default widget(choice);
