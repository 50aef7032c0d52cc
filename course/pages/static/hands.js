// A question to a room: the answers, how many hands each got, and which holds once it is revealed.
// Hands are counted here and nowhere else; they go when the page does.

/** @import { Words } from "#types" */

/** @typedef {typeof import("../../widgets/static/parts.js")} Parts  which lie where the page says */
/** @typedef {{id: string, text: string, right: boolean | null, why: string}} Answer */
/** @typedef {{id: string, text: string, options: Answer[]}} Question */
/** @typedef {{node: HTMLElement, reveal: (shown: boolean) => void, leading: () => string}} Asked */

const SHORT = 40; // letters: answers as short as that stand two beside each other
const FEW = 5; // answers that have room to stand wide apart; more stand closer
const MOST = 999; // hands; a room of a thousand has its phones

/**
 * @param {Parts} parts
 * @param {Question} question
 * @param {Map<string, number>} hands  by the ids of the answers
 * @param {Words} words
 * @param {string} uid
 * @returns {Asked}
 */
export function showOfHands(parts, question, hands, words, uid) {
  const { fill, h } = parts;
  const reason = h("div", { class: "why", role: "status" });
  const total = h("p", { class: "total", role: "status" });
  const rows = question.options.map((option, n) => row(parts, option, `${uid}-${n}`, hands, words, counted, () => tell(option)));
  const clear = h("button", { type: "button", class: "quiet", onclick: () => {
    hands.clear();
    for (const one of rows) one.count(0);
    counted();
  } }, words.clear);
  const node = h("div", { class: "hands" },
    h("ul", { class: laidOut(question) }, rows.map(({ node: item }) => item)), reason,
    h("div", { class: "sum" }, total, clear));

  function counted() {
    const all = [...hands.values()].reduce((sum, one) => sum + one, 0);
    total.textContent = all === 0 ? words.none : all === 1 ? words["counted-one"] : fill(words.counted, { n: all });
    clear.hidden = all === 0;
    for (const one of rows) one.drawn(all);
  }

  function tell(/** @type {Answer} */ option) {
    reason.replaceChildren(h("b", {}, option.text), h("p", {}, option.why));
  }

  counted();
  return {
    node,
    leading: () => leading(question, hands),
    reveal: (shown) => {
      node.classList.toggle("revealed", shown);
      for (const one of rows) one.reveal(shown);
      const holds = question.options.find(({ right }) => right);
      if (shown && holds) tell(holds);
      else reason.replaceChildren();
    },
  };
}

/** How the answers stand, so that all of them, and a reason below, have room on a small projector. */
function laidOut(/** @type {Question} */ { options }) {
  if (options.every(({ text }) => text.length <= SHORT)) return "answers short";
  return options.length <= FEW ? "answers" : "answers many";
}

/**
 * The answer that most hands were raised for; where none was, the one that holds.
 * @param {Question} question
 * @param {Map<string, number>} hands
 */
export function leading(question, hands) {
  const most = Math.max(0, ...hands.values());
  const first = most ? question.options.find(({ id }) => hands.get(id) === most) : question.options.find(({ right }) => right);
  return (first ?? question.options[0]).id;
}

/**
 * An answer: its words, a field for the hands, the bar that they make.
 * @param {Parts} parts
 * @param {Answer} option
 * @param {string} uid
 * @param {Map<string, number>} hands
 * @param {Words} words
 * @param {() => void} counted
 * @param {() => void} tell
 */
function row({ fill, h }, option, uid, hands, words, counted, tell) {
  const field = /** @type {HTMLInputElement} */ (h("input", {
    type: "number", id: uid, min: "0", max: String(MOST), inputmode: "numeric", value: String(hands.get(option.id) ?? 0),
    "aria-label": fill(words.hands, { text: option.text }), oninput: () => take(Number(field.value)),
  }));
  const more = h("button", {
    type: "button", class: "quiet", "aria-label": fill(words.more, { text: option.text }),
    onclick: () => { count((hands.get(option.id) ?? 0) + 1); counted(); },
  }, "+");
  const bar = h("i");
  const share = h("span", { class: "share" });
  const mark = h("b", { class: "mark", hidden: true }, `✓ ${words.holds}`);
  const why = h("button", {
    type: "button", class: "quiet ask", hidden: true, "aria-label": fill(words["why-of"], { text: option.text }), onclick: tell,
  }, words.why);
  const node = h("li", {},
    h("span", { class: "words" }, h("span", {}, option.text), mark),
    h("span", { class: "count" }, why, field, more),
    h("span", { class: "bar", "aria-hidden": "true" }, bar), share);

  function take(/** @type {number} */ n) {
    hands.set(option.id, Math.min(MOST, Math.max(0, Math.round(n) || 0)));
    counted();
  }

  function count(/** @type {number} */ n) {
    hands.set(option.id, Math.min(MOST, n));
    field.value = String(Math.min(MOST, n));
  }

  return {
    node,
    count,
    drawn: (/** @type {number} */ all) => {
      const part = all ? (hands.get(option.id) ?? 0) / all : 0;
      bar.style.width = `${100 * part}%`;
      share.textContent = all ? fill(words.share, { n: Math.round(100 * part) }) : "";
    },
    reveal: (/** @type {boolean} */ shown) => {
      node.classList.toggle("holds", shown && option.right === true);
      mark.hidden = !(shown && option.right);
      why.hidden = !(shown && option.why);
    },
  };
}
