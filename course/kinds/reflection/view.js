import { widget } from "../../widgets/static/card.js";
import { fill, h } from "../../widgets/static/parts.js";

/** @import { View } from "#types" */

/** @type {View<{hints: string[], longest: number}, string>} */
function reflection({ task, words, uid, changed }) {
  const left = h("span", { class: "saved" });
  const area = h("textarea", {
    id: uid, rows: "6", maxlength: task.longest, "aria-describedby": `${uid}-note`,
    oninput: () => { count(); changed(); },
  });
  function count() {
    const n = task.longest - area.value.length;
    left.textContent = n < 500 ? fill(words["letters-left"], { n }) : "";
  }
  return {
    node: h("div", {},
      task.hints.length ? h("ul", { class: "hints" }, task.hints.map((hint) => h("li", {}, hint))) : null,
      h("label", { for: uid }, words["your-answer"]), area, left,
      h("p", { id: `${uid}-note`, class: "note" }, words["free-text"])),
    answer: () => area.value,
    show: (answer) => { area.value = answer ?? ""; count(); },
  };
}

export default widget(reflection);
