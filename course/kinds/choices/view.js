import { boxes, fill, h, reasons, said, widget } from "../../widgets/static/card.js";

function choices({ task, words, changed }) {
  const node = h("div", {}, boxes({ options: task.options, changed }));
  const rows = Object.fromEntries([...node.querySelectorAll(".opt")].map((row) =>
    [row.querySelector("input").value, row]));
  return {
    node,
    answer: () => [...node.querySelectorAll("input:checked")].map((input) => input.value),
    show: (answer) => {
      for (const input of node.querySelectorAll("input")) {
        input.checked = Array.isArray(answer) && answer.includes(input.value);
      }
    },
    judged: (verdict) => {
      reasons(verdict.said, (id) => rows[id], words, "judged");
      const right = verdict.said.filter((one) => one.tone === "right").length;
      const text = fill(words["judged-rightly"], { right, n: verdict.said.length });
      return [said({ text, tone: verdict.right ? "right" : "not-yet" })];
    },
  };
}

export default widget(choices);
