// The picture of a class: how many chose what, round beside round, and who moved. Drawn from sums alone.

import { fill, h, paragraphs, written } from "../../../widgets/static/elements.js";
import { svg } from "./svg.js";
import { network } from "./ties.js";

/** @import { Language, Said, Words } from "#types" */
/** @import { Asked, Cell, Filled, Held, Moves, Result, Row, Summed } from "./types.d.ts" */
/** @typedef {{words: Words, language: Language, smallest: number, own?: Filled, held?: Held, said?: Said[], isApart?: boolean, letters?: Record<string, string>}} Around */

const DOTS = 40; // drawn one by one; more become a bar
const FEWEST = 12; // dots that a line has room for, at least
const SORTS = 6; // of parts in a bar
const MOST_IN_FLOW = 100; // units high

/**
 * How the class answered.
 * @param {Result} result
 * @param {Asked} exercise
 * @param {Around} around  `own` is what whoever looks has answered; `held` is there once it is revealed, and `said` where the rows have reasons beside them;
 *   `isApart`: who moved stands elsewhere; `letters` of the places, where they stand in a model as well
 */
export function picture(result, exercise, around) {
  const { words, smallest } = around;
  if (result.rounds.every((n) => n === null)) {
    return h("div", { class: "picture" }, h("p", { class: "few" }, fill(words["too-few"], { n: smallest })));
  }
  const rows = exercise.rows.filter(({ aside }) => !aside);
  const draw = exercise.form === "ties" ? ties : exercise.form === "scale" ? profile : rows.length === 1 ? alone : each;
  return h("div", { class: `picture of-${rows.length === 1 || exercise.form === "ties" ? exercise.form : "rows"}` },
    h("p", { class: "rounds" }, result.rounds.map((n, i) => h("span", { class: `round-${i + 1}` },
      fill(words[n === null ? "round-few" : "round-of"], { round: words[`round-${i + 1}`], n: n ?? smallest })))),
    draw(rows, result, exercise, around),
    around.isApart ? null : movedIn(result, exercise, around));
}

/** The class's network, the sum of what each has placed. */
function ties(/** @type {Row[]} */ _, /** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {Around} */ around) {
  return [network(result, exercise, around)];
}

/** Who moved, where two rounds have been shown. */
export function movedIn(/** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {Around} */ around) {
  return result.moves ? moved(result.moves, exercise.rows[0], around) : null;
}

/** The words of places that are told together. */
function named(/** @type {Row} */ row, /** @type {string[]} */ places) {
  return row.places.filter(({ id }) => places.includes(id)).map(({ text }) => text);
}

/** A letter for each place of an exercise with one row: it stands at the place and in the picture of a model. */
export function lettersOf(/** @type {Asked} */ { rows: [row] }) {
  return Object.fromEntries(row.places.map(({ id }, i) => [id, String.fromCharCode(65 + i)]));
}

/** One question: a line for each place, as bars; numbers as dots. */
function alone(/** @type {Row[]} */ [row], /** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {Around} */ around) {
  const { words, own, held, smallest } = around;
  const [summed] = result.rows;
  const isNumber = exercise.form === "number";
  const wide = Math.max(FEWEST, ...summed.cells.flatMap(({ n }) => n.map((one) => one ?? 0)));
  return [
    h("ul", { class: "bars" }, summed.cells.map((cell) => {
      const isRight = held && cell.places.includes(held.right[row.id]);
      const isMine = !isNumber && own && cell.places.includes(own[row.id]);
      const texts = row.places.filter(({ id }) => cell.places.includes(id)).map(({ id, text: its }) => (around.letters ? `${around.letters[id]}. ${its}` : its));
      const isSpan = isNumber && texts.length > 1;
      return h("li", { class: `${isRight ? "right" : ""}${isMine ? " mine" : ""}` },
        h("div", { class: "what" },
          isSpan ? h("span", {}, `${texts[0]} … ${texts[texts.length - 1]}`) : texts.map((text) => h("span", {}, text)),
          cell.places.length > 1 && !isSpan ? h("small", {}, fill(words.together, { n: smallest })) : null,
          isRight ? h("small", { class: "mark" }, `✓ ${isNumber || cell.places.length === 1 ? words.holds : fill(words["holds-among"], { text: text(row, held.right[row.id]) })}`) : null,
          isMine ? h("small", { class: "mark" }, `● ${words.mine}`) : null),
        cell.n.map((n, i) => n === null ? null : amount(n, result.rounds[i] ?? n, i, isNumber && wide <= DOTS ? wide : 0)));
    })),
    most(row, summed, words),
  ];
}

function text(/** @type {Row} */ row, /** @type {string | null} */ id) {
  return row.places.find((place) => place.id === id)?.text ?? "";
}

/** A bar, or dots where there is room for as many as `wide`, and its number. */
function amount(/** @type {number} */ n, /** @type {number} */ of, /** @type {number} */ round, wide = 0) {
  const drawn = wide
    ? svg("svg", { class: "dots", viewBox: `0 0 ${wide * 5} 5`, preserveAspectRatio: "xMinYMid meet", "aria-hidden": "true" },
      ...Array.from({ length: n }, (_, i) => svg("circle", { cx: 5 * i + 2.5, cy: 2.5, r: 2 })))
    : svg("svg", { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "all", width: 100, height: 10 }), svg("rect", { class: "part", width: (100 * n) / Math.max(of, 1), height: 10 }));
  return h("div", { class: `amount round-${round + 1}` }, drawn, h("b", {}, String(n)));
}

/** That places could not be told apart, and which of them led. */
function most(/** @type {Row} */ row, /** @type {Summed} */ { most: leading, cells }, /** @type {Words} */ words) {
  const last = leading?.filter((one) => one !== undefined).at(-1);
  if (!leading || !cells.length || row.places.length < 2) return null;
  return h("p", { class: "most" }, last ? fill(words.most, { text: text(row, last) }) : words["no-most"]);
}

/** Several rows: a bar in parts for each, and its numbers in words. */
function each(/** @type {Row[]} */ rows, /** @type {Result} */ result, /** @type {Asked} */ exercise, /** @type {Around} */ { words, held, own, said }) {
  return h("ul", { class: "each" }, rows.map((row) => {
    const summed = /** @type {Summed} */ (result.rows.find(({ id }) => id === row.id));
    const right = held?.right[row.id];
    const reason = said?.find(({ about }) => about === row.id);
    const isOne = summed.cells.length === 1;
    return h("li", {},
      h("p", { class: "what" }, row.text),
      isOne ? null : result.rounds.map((n, i) => n === null ? null : parts(summed.cells, i)),
      isOne ? most(row, summed, words) : h("p", { class: "key" }, summed.cells.map((cell, i) => h("span", { class: `part-${i % SORTS}` },
        `${exercise.form === "order" ? fill(words.place, { n: range(named(row, cell.places)) }) : named(row, cell.places).join(" / ")}: `,
        h("b", {}, cell.n.filter((n) => n !== null).join(" → "))))),
      summed.cells.length ? null : h("p", { class: "few" }, words["row-few"]),
      right ? h("p", { class: "holds" }, `✓ ${words.holds}: ${text(row, right)}`) : null,
      right && own?.[row.id] && own[row.id] !== right ? h("p", { class: "mine" }, `● ${words.mine}: ${text(row, own[row.id])}`) : null,
      reason ? saying(reason) : null);
  }));
}

/** What is said to an answer: its first sentence is the verdict, the rest the reason. */
export function saying(/** @type {Said} */ { text, lead, tone }) {
  return h("div", { class: `say ${tone}` }, h("b", {}, lead), paragraphs(text.slice(lead.length).trim()));
}

function range(/** @type {string[]} */ texts) {
  return texts.length > 1 ? `${texts[0]}–${texts[texts.length - 1]}` : texts[0];
}

/** A bar of one round, in parts. */
function parts(/** @type {Cell[]} */ cells, /** @type {number} */ round) {
  const all = cells.reduce((sum, { n }) => sum + (n[round] ?? 0), 0) || 1;
  let at = 0;
  return svg("svg", { class: `parts round-${round + 1}`, viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...cells.map(({ n }, i) => {
      const width = (100 * (n[round] ?? 0)) / all;
      at += width;
      return svg("rect", { class: `part-${i % SORTS}`, x: at - width, width: Math.max(0, width - 0.4), height: 10 });
    }));
}

/** A scale: the mean of each area on a line, from the first point to the last. */
function profile(/** @type {Row[]} */ rows, /** @type {Result} */ result, /** @type {Asked} */ _, /** @type {Around} */ { words, language }) {
  const areas = [...new Set(rows.map(({ area }) => area))];
  const points = rows[0].places;
  return h("ul", { class: "profile" }, areas.map((area) => {
    const ids = rows.filter((row) => row.area === area).map(({ id }) => id);
    const means = result.rounds.map((_, i) => meanOf(result.rows.filter(({ id }) => ids.includes(id)).map(({ mean }) => mean?.[i] ?? null)));
    const x = (/** @type {number} */ mean) => 4 + (92 * (mean - 1)) / (points.length - 1);
    return h("li", {}, h("p", { class: "what" }, area),
      svg("svg", { class: "line", viewBox: "0 0 100 10", "aria-hidden": "true" },
        svg("line", { x1: 4, x2: 96, y1: 5, y2: 5 }), ...points.map((_, i) => svg("line", { x1: x(i + 1), x2: x(i + 1), y1: 3.4, y2: 6.6 })),
        ...means.flatMap((mean, i) => mean === null ? [] : [svg("circle", { class: `round-${i + 1}`, cx: x(mean), cy: 5, r: 2.6 })])),
      h("p", { class: "key" }, means.map((mean, i) => h("span", { class: `round-${i + 1}` },
        mean === null ? words["row-few"] : fill(words["mean-of"], { round: words[`round-${i + 1}`], mean: written(Math.round(10 * mean) / 10, language), n: points.length })))));
  }));
}

function meanOf(/** @type {(number | null)[]} */ means) {
  const known = means.filter((mean) => mean !== null);
  return known.length ? known.reduce((sum, mean) => sum + mean, 0) / known.length : null;
}

/** Who moved: bands from the places of the first round to those of the second, or how many changed. */
function moved(/** @type {Moves} */ { n, flow, changed, few }, /** @type {Row} */ row, /** @type {Around} */ { words, smallest }) {
  const said = changed === null ? fill(words[`few-${few}`], { n: smallest, of: n })
    : fill(words.changed, { n: changed, of: n });
  return h("div", { class: "moved" }, h("h2", {}, words["who-moved"]), h("p", {}, said),
    flow ? [bands(flow, row), h("ul", { class: "flow" }, flow.filter(([from, to]) => from !== to).map(([from, to, moving]) =>
      h("li", {}, fill(words["from-to"], { n: moving, from: text(row, from), to: text(row, to) }))))] : null);
}

function bands(/** @type {[string, string, number][]} */ flow, /** @type {Row} */ row) {
  const order = row.places.map(({ id }) => id);
  const all = flow.reduce((sum, [, , n]) => sum + n, 0);
  const sorted = [...flow].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]) || order.indexOf(a[1]) - order.indexOf(b[1]));
  const high = (/** @type {number} */ n) => (MOST_IN_FLOW * n) / all;
  const gap = 3;
  const starts = sides(sorted, 0);
  const ends = sides(sorted, 1);
  /** Where each place begins on a side, and how far it is filled. */
  function sides(/** @type {[string, string, number][]} */ given, /** @type {0 | 1} */ side) {
    let at = 0;
    return new Map(order.filter((id) => given.some((one) => one[side] === id)).map((id) => {
      const here = at;
      const height = high(given.filter((one) => one[side] === id).reduce((sum, one) => sum + one[2], 0));
      at += height + gap;
      return [id, { top: here, height, used: 0 }];
    }));
  }
  const height = MOST_IN_FLOW + gap * Math.max(starts.size, ends.size);
  const drawn = sorted.map(([from, to, n]) => {
    const [a, b] = [starts.get(from), ends.get(to)];
    if (!a || !b) return "";
    const [y1, y2, w] = [a.top + a.used, b.top + b.used, high(n)];
    a.used += w;
    b.used += w;
    return svg("path", { class: from === to ? "stayed" : "went", d: `M8 ${y1}C50 ${y1} 50 ${y2} 92 ${y2}v${w}C50 ${y2 + w} 50 ${y1 + w} 8 ${y1 + w}z` });
  });
  const blocks = [starts, ends].flatMap((side, i) => [...side].flatMap(([id, { top, height: tall }]) => [
    svg("rect", { x: i ? 92 : 5, y: top, width: 3, height: tall }),
    svg("text", { x: i ? 99 : 1, y: top + tall / 2 + 2, "text-anchor": i ? "end" : "start" }, String.fromCharCode(65 + order.indexOf(id)))]));
  return h("div", { class: "bands" }, svg("svg", { viewBox: `0 0 100 ${height}`, "aria-hidden": "true" }, ...drawn, ...blocks),
    h("p", { class: "letters" }, order.filter((id) => starts.has(id) || ends.has(id)).map((id) => h("span", {}, h("b", {}, String.fromCharCode(65 + order.indexOf(id))), ` ${text(row, id)}`))));
}
