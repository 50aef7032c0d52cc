import { widget } from "../../widgets/static/card.js";
import { checked, fill, h, radios, said } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

/** @typedef {{text: string, replies: Named[]}} Scene */
/** @typedef {{reply: string, scene: string}} Step  where a reply led */
/** @typedef {{first: string, scenes: Record<string, Scene>, qualities: Named[]}} Talk */

// The answer is the path: each reply is sent as the path so far with that reply at its end. The
// way behind stays on the page as a map, and any step of it can be taken anew.
/** @type {View<Talk, string[], {path: Step[], levels: Record<string, number | string>}>} */
function scenario({ task, words, uid, changed }) {
  /** @type {string[]} */
  let path = [];
  let ended = false;
  const map = h("ol", { class: "path" });
  const scene = h("div", { class: "scene" });
  const replyOf = (/** @type {string} */ at, /** @type {string} */ id) =>
    task.scenes[at].replies.find((reply) => reply.id === id)?.text ?? "";

  function draw(/** @type {Step[]} */ steps) {
    const scenes = [task.first, ...steps.map((step) => step.scene)];
    map.replaceChildren(...steps.map((step, i) => h("li", {},
      h("p", {}, task.scenes[scenes[i]].text),
      h("p", { class: "reply" }, h("b", {}, words["you-said"]), " ", replyOf(scenes[i], step.reply)),
      h("button", {
        type: "button", class: "quiet back",
        "aria-label": fill(words["another-way"], { n: i + 1 }), onclick: () => back(steps, i),
      }, words["back-here"]))));
    show(scenes[steps.length]);
  }

  function show(/** @type {string} */ id) {
    const { text, replies } = task.scenes[id];
    ended = !replies.length;
    const name = `${uid}-${path.length}`;
    scene.replaceChildren(h("p", { class: "says" }, text),
      h("div", {}, radios({ name, options: replies, changed })),
      ended ? h("p", { class: "note" }, words["conversation-ended"]) : "");
  }

  function back(/** @type {Step[]} */ steps, /** @type {number} */ i) {
    path = path.slice(0, i);
    draw(steps.slice(0, i));
    changed();
    scene.querySelector("input")?.focus();
  }

  draw([]);
  return {
    node: h("div", {}, map, scene),
    answer: () => {
      const next = checked(scene);
      return next ? [...path, next] : ended ? path : [];
    },
    show: () => {}, // the verdict carries the path; a reply begun and not sent is chosen again
    judged: ({ said: pieces, detail }, answer) => {
      path = answer;
      draw(detail.path);
      const signed = (/** @type {number} */ level) => (level > 0 ? `+${level}` : String(level).replace("-", "−"));
      const levels = task.qualities.map(({ id, text }) => `${text} ${signed(Number(detail.levels[id]))}`).join(", ");
      const told = fill(words["changed-so-far"], { levels });
      return [...pieces.map(said), ...(levels ? [h("p", { class: "note" }, told)] : [])];
    },
  };
}

export default widget(scenario);
