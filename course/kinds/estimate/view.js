import { widget } from "../../widgets/static/card.js";
import { fill, h, said, written } from "../../widgets/static/parts.js";

/** @import { View } from "#types" */

/** @typedef {{lowest: number, highest: number, unit: string}} Range */

/** @type {View<Range, number | string, {guess: number, answer: number}>} */
function estimate({ task, words, uid, language, changed }) {
  const input = h("input", {
    id: uid, type: "text", inputmode: "decimal", autocomplete: "off", size: "6", oninput: changed,
    "aria-describedby": `${uid}-unit`,
  });
  const line = h("div", { class: "line" });
  const share = (/** @type {number} */ n) => `${(100 * (n - task.lowest)) / (task.highest - task.lowest)}%`;
  const at = (/** @type {number} */ n, /** @type {string} */ what, /** @type {string} */ kind) =>
    h("div", { class: `point ${kind}`, style: `--at:${share(n)}` },
      h("i", { "aria-hidden": "true" }), h("span", {}, `${what}: ${written(n, language)}`));
  return {
    node: h("div", {},
      h("div", { class: "ask" },
        h("label", { for: uid }, words["your-guess"]), input,
        h("span", { id: `${uid}-unit` },
          fill(words.range, {
            unit: task.unit,
            lowest: written(task.lowest, language),
            highest: written(task.highest, language),
          }))),
      line),
    answer: () => input.value,
    show: (answer) => {
      input.value = typeof answer === "number" ? written(answer, language) : answer ?? "";
    },
    judged: ({ said: pieces, detail }) => {
      line.replaceChildren(
        at(detail.guess, words["your-guess"], "guess"),
        at(detail.answer, words["the-answer"], "truth"));
      return pieces.map(said);
    },
    cleared: () => line.replaceChildren(),
  };
}

export default widget(estimate);
