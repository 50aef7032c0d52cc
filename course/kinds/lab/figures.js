// The figures beside the map: measures, bars for each round, and how placements of ties do.

import { fill, h } from "../../widgets/static/parts.js";
import { button } from "../../widgets/static/player.js";

/** @import { Words } from "#types" */

/**
 * @typedef {{
 *   ties: number, external: number, ei: number | null, ei_text: string, chance: number, chance_text: string,
 *   linked: number, pairs: number, on_one: number, people: number, rounds: Record<string, number>,
 * }} Measured
 */
/** @typedef {{name: string, text: string, friday: number, friday_text: string, end: number, end_text: string}} Placed */
/** The E-I index beside chance, on a line from -1 to +1, and what bridges there are. */
export function measures(/** @type {Measured} */ known, /** @type {Words} */ words) {
  const place = (/** @type {number} */ value) => `${((value + 1) * 50).toFixed(1)}%`;
  const own = h("i", { class: "own" }, h("b", {}, known.ei_text));
  const chance = h("i", { class: "chance" }, fill(words["lab-chance"], { n: known.chance_text }));
  own.style.left = place(known.ei ?? 0);
  chance.style.left = place(known.chance);
  const spoken = fill(words["lab-ei"], { ei: known.ei_text, chance: known.chance_text });
  const row = (/** @type {string} */ key, /** @type {number} */ n, /** @type {number} */ of) =>
    [h("dt", {}, words[key]), h("dd", {}, String(n), h("small", {}, ` ${fill(words["lab-of"], { n: of })}`))];
  return [
    h("h4", {}, words["lab-measures"]),
    h("div", { class: "ei", role: "img", "aria-label": spoken }, known.ei === null ? null : own, chance),
    h("dl", {}, row("lab-external", known.external, known.ties), row("lab-linked", known.linked, known.pairs),
      row("lab-on-one", known.on_one, known.linked)),
  ];
}

const BAR = 52; // px of the highest bar

/** A bar for each round: how many were new in it; those to come stand open. */
export function roundBars(/** @type {number[]} */ rounds, /** @type {number} */ at) {
  const last = Math.max(-1, ...rounds);
  const counts = Array.from({ length: last + 1 }, (_, round) => rounds.filter((one) => one === round).length);
  const most = Math.max(1, ...counts);
  return counts.map((count, round) => {
    const isOver = round <= at;
    const bar = h("u");
    bar.style.height = `${isOver ? Math.max(2, BAR * count / most) : 12}px`;
    return h("div", { class: isOver ? "" : "later" }, isOver ? String(count) : "?", bar, String(round));
  });
}

/**
 * A note that says how far something has come, in as much room as what it says at last takes: what stands
 * below it would move just as somebody is about to press it.
 * @param {HTMLElement} note
 */
export function placeOf(note) {
  const last = h("p", { class: "note", "aria-hidden": "true" });
  return {
    node: h("div", { class: "told-at-last" }, note, last),
    keep: (/** @type {string} */ text) => { last.textContent = text; },
  };
}

/**
 * One's own placement beside others: bars that grow surer as the session computes.
 * @param {Words} words
 * @param {() => void} ask
 */
export function comparison(words, ask) {
  const told = h("p", { class: "note", role: "status" });
  const place = placeOf(told);
  const rows = h("div", { class: "compared" });
  const again = button(words["lab-compare"], begin);

  /** While it runs the button keeps the focus, and does nothing. */
  function running(/** @type {boolean} */ isRunning) {
    again.setAttribute("aria-disabled", String(isRunning));
    told.setAttribute("aria-live", isRunning ? "off" : "polite"); // the end is read aloud, not each part of it
  }

  function begin() {
    if (again.getAttribute("aria-disabled") === "true") return;
    running(true);
    told.textContent = fill(words["lab-learning"], { percent: 0 });
    ask();
  }

  const bar = (/** @type {number} */ percent, /** @type {string} */ text, /** @type {string} */ when) => {
    const drawn = h("u");
    drawn.style.width = `${percent}%`;
    return h("span", { class: when }, drawn, text);
  };
  return {
    node: h("section", { class: "panel" }, h("h4", {}, words["lab-solved"]), h("div", { class: "set" }, again), rows,
      h("p", { class: "key", "aria-hidden": "true" }, h("span", { class: "friday" }, h("u"), words["lab-friday"]),
        h("span", { class: "end" }, h("u"), words["lab-end"])),
      place.node),
    begin,
    /** What was compared has been changed. */
    stale: () => {
      rows.classList.add("stale");
      running(false);
    },
    draw: (/** @type {Placed[]} */ placed, /** @type {number} */ progress, /** @type {string} */ fewer) => {
      rows.classList.remove("stale");
      running(progress < 1);
      rows.replaceChildren(...placed.map((one) => h("div", { class: one.name },
        h("b", {}, one.text), h("div", {},
          bar(one.friday, `${one.friday_text} %`, "friday"), bar(one.end, `${one.end_text} %`, "end")))));
      const last = `${fewer} ${words["lab-model-note"]}`.trim();
      place.keep(last);
      told.textContent = progress < 1 ? fill(words["lab-learning"], { percent: Math.round(100 * progress) }) : last;
    },
  };
}
