// The people of a lab in words: who somebody is, with their ties by strength, and everybody in a table.

import { legendMark } from "../../widgets/static/draw-parts.js";
import { GRADE_WORDS } from "../../widgets/static/map-parts.js";
import { fill, h } from "../../widgets/static/parts.js";
import { inRound } from "./spread.js";

/** @import { Words } from "#types" */
/** @import { Network, Tie } from "./map.js" */
/** @import { Lab } from "./made.js" */

const GRADES = [4, 3, 2, 1];

/**
 * How many ties somebody has, and how many of them leave the unit, in words.
 * @param {number} about
 * @param {Network} network
 * @param {Tie[]} ties
 * @param {Words} words
 */
export function tiesOf(about, { people }, ties, words) {
  const others = ties.filter(({ from, to }) => from === about || to === about)
    .map(({ from, to }) => (from === about ? to : from));
  const out = others.filter((i) => people[i].unit !== people[about].unit).length;
  return others.length ? fill(words["lab-ties-of"], { n: others.length, out }) : words["lab-no-ties"];
}

/**
 * Who it is, and the ties by strength; that nobody is looked at.
 * @param {number | null} about
 * @param {Network} network
 * @param {Tie[]} ties
 * @param {Set<number>} away
 * @param {Words} words
 */
export function toldOf(about, network, ties, away, words) {
  const { people, units } = network;
  if (about === null) return [h("p", { class: "note" }, words["lab-nobody"])];
  const { name, role, unit } = people[about];
  const of = units.find(({ id }) => id === unit);
  const others = ties.filter(({ from, to }) => from === about || to === about)
    .map(({ from, to, strength }) => ({ i: from === about ? to : from, strength }));
  return [
    h("h4", {}, h("span", { class: "mark", "aria-hidden": "true" }, legendMark(of?.mark ?? 0)), name),
    h("p", { class: "note" }, [role, of?.text].filter(Boolean).join(", ")),
    h("p", {}, tiesOf(about, network, ties, words), away.has(about) ? ` ${words["lab-lie-still"]}` : ""),
    ...GRADES.filter((grade) => others.some((one) => one.strength === grade)).map((grade) =>
      h("p", { class: `grade grade-${grade}` }, h("b", {}, words[GRADE_WORDS[grade]]), " ",
        others.filter((one) => one.strength === grade).map(({ i }, n) => h("span", {
          class: people[i].unit === unit ? "" : "out",
        }, `${n ? ", " : ""}${people[i].id}`)))),
  ];
}

/** Everybody in a table: the names are buttons that do what pressing on the map does. */
export function peopleTable(/** @type {Lab} */ { network: { people, units }, spreads }, /** @type {Words} */ words,
  /** @type {string} */ uid, /** @type {(person: number) => void} */ press) {
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  /** @type {HTMLTableCellElement[][]} */
  let cells = [];
  const body = h("tbody");
  const columns = ["lab-person", "lab-unit", "lab-within", "lab-between", ...(spreads ? ["lab-reached-in"] : [])];
  const node = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": `${uid}-title ${uid}-table` },
    h("table", {}, h("caption", { id: `${uid}-table`, class: "unseen" }, words["lab-table-of"]),
      h("thead", {}, h("tr", {}, columns.map((key) => h("th", { scope: "col" }, words[key])))),
      body));
  /** A row for each, made when the table is first looked at: most never is. */
  const fillRows = () => {
    buttons = people.map(({ name }, i) => h("button", { type: "button", class: "quiet", onclick: () => press(i) }, name));
    cells = people.map(() => [h("td"), h("td"), h("td")]);
    body.append(...people.map(({ unit }, i) => h("tr", {}, h("th", { scope: "row" }, buttons[i]),
      h("td", {}, units.find(({ id }) => id === unit)?.text ?? ""), cells[i].slice(0, spreads ? 3 : 2))));
  };
  /**
   * @param {Tie[]} ties
   * @param {Set<number>} away
   * @param {Map<number, number>} reached
   * @param {number | null} held
   */
  const draw = (ties, away, reached, held) => {
    if (!buttons.length) fillRows();
    const counts = people.map(() => [0, 0]);
    for (const { from, to, counts: does } of ties) {
      if (!does || away.has(from) || away.has(to)) continue;
      const side = people[from].unit === people[to].unit ? 0 : 1;
      counts[from][side] += 1;
      counts[to][side] += 1;
    }
    for (const [i, [within, between, round]] of cells.entries()) {
      buttons[i].setAttribute("aria-pressed", String(i === held));
      within.textContent = away.has(i) ? words["lab-away"] : String(counts[i][0]);
      between.textContent = away.has(i) ? "–" : String(counts[i][1]);
      round.textContent = inRound(reached.get(i), words);
    }
  };
  return { node, draw };
}
