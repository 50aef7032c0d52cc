// A budget board: options with a cost each, put on or taken off; a bar that fills; what is left, and no
// more than there is money and room for. The options keep their places, so that nothing moves as one chooses.

import { boxes, check, counted, fill, h, written } from "../../widgets/static/parts.js";
import { draggable } from "./board-drag.js";

/** @import { Controls, Given, Named, Verdict, Words } from "#types" */
/** @typedef {{budget: number, most: number, costs: Record<string, number>}} Board */

const SORTS = 4; // of stripes in the bar, one after another

/**
 * @param {Given<{options: Named[]}>} given
 * @param {Board} board
 * @returns {Controls<string[]>}
 */
export function boarded({ task, words, language, changed }, { budget, most, costs }) {
  const { options } = task;
  const money = (/** @type {number} */ n) => fill(words["board-money"], { n: written(n, language) });
  const rows = boxes({ options, changed: () => {} });
  const inputs = rows.map((row) => /** @type {HTMLInputElement} */ (row.querySelector("input")));
  const news = h("p", { class: "news", role: "status" });
  const account = accountOf({ budget, most, costs }, words, money);
  const slots = h("ol", { class: "slots" });
  const board = h("div", { class: "board", role: "group", "aria-label": words.board }, account.sums, account.bar, slots, news);
  for (const [i, row] of rows.entries()) {
    row.dataset.cost = money(costs[options[i].id]);
    inputs[i].addEventListener("change", () => turned(i));
    draggable(row, board, { isOver: (inside) => inside && !inputs[i].checked, drop: () => turn(inputs[i], true) });
  }

  const chosen = () => options.filter((_, i) => inputs[i].checked);
  const sum = () => chosen().reduce((all, { id }) => all + costs[id], 0);

  function turned(/** @type {number} */ i) {
    const cost = costs[options[i].id];
    const isOn = inputs[i].checked;
    const before = budget - sum() + (isOn ? cost : 0);
    const why = isOn && chosen().length > most ? fill(words["board-full"], { most })
      : isOn && cost > before ? fill(words["board-too-dear"], { cost: money(cost), left: money(Math.max(0, before)) }) : "";
    if (why) inputs[i].checked = false;
    else changed();
    news.classList.toggle("refused", Boolean(why));
    news.textContent = why || fill(words[isOn ? "board-put" : "board-taken"], { cost: money(cost), left: money(Math.max(0, budget - sum())) });
    draw();
  }

  function draw() {
    const on = chosen();
    account.draw(on, sum());
    slots.replaceChildren(...Array.from({ length: Math.max(most, on.length) }, (_, n) =>
      slot(on[n], n, words, board, () => turn(inputs[options.indexOf(on[n])], false))));
  }

  draw();
  return {
    node: h("div", { class: "budget" },
      board, h("div", { class: "trials" }, rows.map((row) => h("div", { class: "trial" }, row)))),
    answer: () => chosen().map(({ id }) => id),
    show: (/** @type {unknown} */ answer) => {
      for (const row of rows) check(row, Array.isArray(answer) ? answer : []);
      news.textContent = "";
      news.classList.remove("refused");
      draw();
    },
    judged: (/** @type {Verdict} */ verdict) => {
      const told = counted(verdict, (id) => rows[options.findIndex((one) => one.id === id)], words, words["judged-rightly"], "judged");
      tellChoices(rows, inputs, words);
      return told;
    },
  };
}

/**
 * What is spent and left, and how much room there is, in words and in a bar.
 * @param {Board} board
 * @param {Words} words
 * @param {(n: number) => string} money
 */
function accountOf({ budget, most, costs }, words, money) {
  const bar = h("div", { class: "bar", "aria-hidden": "true" });
  const [spent, left, room] = [h("b"), h("span", { class: "left" }), h("span")];
  const draw = (/** @type {Named[]} */ on, /** @type {number} */ sum) => {
    const all = Math.max(budget, sum);
    bar.replaceChildren(...on.filter(({ id }) => costs[id]).map(({ id }, n) =>
      h("i", { class: `sort-${n % SORTS}`, style: `--share:${(100 * costs[id]) / all}%` })));
    spent.textContent = fill(words["board-spent"], { spent: money(sum), budget: money(budget) });
    left.textContent = sum > budget ? fill(words["board-over"], { over: money(sum - budget) })
      : fill(words["board-left"], { left: money(budget - sum) });
    left.classList.toggle("over", sum > budget);
    room.textContent = fill(words["board-room"], { n: on.length, most });
  };
  return { sums: h("p", { class: "sums" }, spent, left, room), bar, draw };
}

/**
 * A place on the board: what lies there, and a button that takes it off; it may be dragged off as well.
 * @param {Named | undefined} option
 * @param {number} n
 * @param {Words} words
 * @param {HTMLElement} board
 * @param {() => void} off
 */
function slot(option, n, words, board, off) {
  if (!option) return h("li", { class: "empty" }, words["board-empty"]);
  const node = h("li", { class: `sort-${n % SORTS}` },
    h("button", { type: "button", class: "off", "aria-label": fill(words["board-take-off"], { text: option.text }), onclick: off }, "×"),
    h("span", { class: "what" }, option.text));
  draggable(node, board, { isOver: (inside) => !inside, drop: off });
  return node;
}

/** Put an option on or take it off, as if its box had been pressed, and leave the focus there. */
function turn(/** @type {HTMLInputElement} */ input, /** @type {boolean} */ isOn) {
  input.checked = isOn;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.focus({ preventScroll: true });
}

/** Each reason says whether it is about something on the board. */
function tellChoices(/** @type {HTMLElement[]} */ rows, /** @type {HTMLInputElement[]} */ inputs, /** @type {Words} */ words) {
  for (const [i, input] of inputs.entries()) {
    const placed = rows[i].parentElement?.querySelector(".placed");
    if (placed) placed.textContent = `${words[input.checked ? "board-chosen" : "board-not-chosen"]}. ${placed.textContent}`;
  }
}
