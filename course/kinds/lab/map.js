// A map of people in units, to look at and to press: by pointer, by touch, and by the arrow keys.
//
// Plain SVG and pointer events: a browser finds by itself what is under a finger. Seen whole, only those who
// are looked at have names; nearer, everybody has, as large as the text about the map.

import { marker, shape, through, unitStyle, widthOf } from "../../widgets/static/draw-parts.js";
import { hear } from "../../widgets/static/map-hands.js";
import { WIDTHS } from "../../widgets/static/map-parts.js";
import { zooming } from "../../widgets/static/map-zoom.js";
import { BUILDINGS, COUNTRY, laidOut } from "./places.js";

/** @import { Words } from "#types" */
/** @import { Heard } from "../../widgets/static/map-hands.js" */
/** @import { Layout } from "./places.js" */

/** @typedef {{id: string, name: string, unit: string, role: string}} Person */
/** @typedef {{people: Person[], units: {id: string, text: string, mark: number}[], ties: number[][]}} Network */
/** @typedef {{from: number, to: number, strength: number, counts: boolean, mine: boolean}} Tie */
/**
 * How the map is to stand: who is looked at, held and chosen; who is away; and, of those whom the
 * practice has reached, in which round.
 * @typedef {{
 *   ties: Tie[], seen: number | null, held: number | null, chosen: number | null, away: Set<number>,
 *   reached: Map<number, number>, isRunning: boolean, spoken: (person: number) => string,
 * }} Standing
 */
const RADIUS = 8.5;
const RING = 13.5;
const TARGETS = { wide: 18, narrow: 14.5 }; // of the disc that is pressed: 24 px across where the map is smallest
const FEW = 20; // people, of whom all names have room
const NAMED = 1.5; // times as large as the whole, from where on everybody has a name
const NAME = 13; // px, the size of a name, as in view.css

/**
 * @param {Network} network
 * @param {string} label  what the map is
 * @param {Words} words
 * @param {Heard} heard
 */
export function peopleMap({ people, units }, label, words, heard) {
  const unitOf = people.map(({ unit }) => units.findIndex(({ id }) => id === unit));
  const node = shape("svg", { role: "group", "aria-label": label, class: "people-map" });
  const [ground, lines, labels, dots, names, pull] =
    ["ground", "lines", "labels", "dots", "names", "pull"].map((name) => shape("g", { class: name }));
  node.append(ground, lines, labels, dots, names, pull);
  const marks = people.map((_, i) => personMark(units[unitOf[i]].mark, i));
  dots.append(...marks.map(({ node: mark }) => mark));
  const named = nameTags(people);
  const zoom = zooming(node, words, () => { stand(); if (standing) draw(standing); }, () => (isMet ? layout.spots[here] : undefined));
  let here = 0; // who has the map's one stop of the Tab key
  let isMet = false; // whether one has gone to anybody
  /** @type {Layout} */
  let layout;
  /** @type {Standing | null} */
  let standing = null;

  function lay(/** @type {boolean} */ isNarrow) {
    layout = laidOut(unitOf, units.length, isNarrow);
    node.classList.toggle("narrow", isNarrow);
    zoom.lay(layout.width, layout.height);
    ground.replaceChildren(...grounds(layout, units, isNarrow));
    labels.replaceChildren(...unitNames(units, layout));
    for (const { hit } of marks) hit.setAttribute("r", String(TARGETS[isNarrow ? "narrow" : "wide"]));
    stand();
    if (standing) draw(standing);
  }

  /** Put everybody in their place. A mark grows less than the distances do, and a name not at all. */
  function stand() {
    const scale = 1 / Math.sqrt(zoom.times());
    node.style.setProperty("--letter", String(1 / zoom.times()));
    for (const [i, { x, y }] of layout.spots.entries()) {
      marks[i].node.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
    }
  }

  function draw(/** @type {Standing} */ now) {
    standing = now;
    const about = now.seen ?? now.held;
    const friends = new Set(now.ties.filter(({ from, to }) => from === about || to === about).flatMap(({ from, to }) => [from, to]));
    lines.classList.toggle("dim", about !== null);
    lines.replaceChildren(...linesOf(now, about, unitOf, layout.spots));
    for (const [i, mark] of marks.entries()) {
      mark.draw({
        isDim: about !== null && i !== about && !friends.has(i) && !now.isRunning,
        isHeld: i === now.held, isSeen: i === about, isChosen: i === now.chosen, isAway: now.away.has(i),
        round: now.reached.get(i), spoken: now.spoken(i), isStop: i === here,
      });
    }
    const times = zoom.times();
    const everyone = people.length <= FEW || times >= NAMED ? people.keys() : [];
    const near = node.classList.contains("narrow") ? [] : friends; // of these a narrow sheet has no room for
    names.replaceChildren(...inSight(now, near, everyone).map((i) => named(i, layout, times)));
  }

  /** Give somebody the map's stop, and the focus. */
  function focus(/** @type {number} */ i) {
    marks[here].set("tabindex", "-1");
    [here, isMet] = [i, true];
    marks[here].set("tabindex", "0");
    zoom.bring(layout.spots[i]);
    /** @type {any} */ (marks[here].node).focus({ preventScroll: true });
  }

  hear({ node, layer: pull, at: personAt, spots: () => layout.spots, focus }, heard);
  lay(false);
  return { node, zoom: zoom.node, lay, draw, focus, sheet: () => ({ width: layout.width, height: layout.height }) };
}

/**
 * Whose names stand on the map: of who is looked at and those near, who is away, and everybody where there is room.
 * @param {Standing} now
 * @param {Iterable<number>} near
 * @param {Iterable<number>} everyone
 */
function inSight({ seen, held, chosen, away }, near, everyone) {
  return [...new Set([seen ?? held, held, chosen, ...near, ...away, ...everyone])].filter((i) => i !== null);
}

/** Who is under a pointer, if anybody. */
function personAt(/** @type {EventTarget | null} */ target) {
  const found = target instanceof Element ? target.closest("[data-person]") : null;
  return found ? Number(found.getAttribute("data-person")) : null;
}

/**
 * All ties: those of whoever is looked at one by one sort of strength, and one's own; the others are a path
 * a sort, for the sake of which no element is made for each.
 * @param {Standing} now
 * @param {number | null} about
 * @param {number[]} unitOf
 * @param {{x: number, y: number}[]} spots
 */
function linesOf({ ties, away }, about, unitOf, spots) {
  const path = (/** @type {Tie[]} */ of, /** @type {string} */ sort, /** @type {number} */ width) =>
    shape("path", { class: sort, "stroke-width": width, d: of.map(({ from, to }) =>
      through([from, to].map((i) => [spots[i].x, spots[i].y]))).join("") });
  const grades = (/** @type {Tie[]} */ of, /** @type {string} */ sort) => [1, 2, 3, 4].map((strength) =>
    path(of.filter((tie) => tie.strength === strength), sort, WIDTHS[strength]));
  const isOf = (/** @type {Tie} */ { from, to }) => from === about || to === about;
  const lies = (/** @type {Tie} */ { from, to }) => away.has(from) || away.has(to);
  const isWithin = (/** @type {Tie} */ { from, to }) => unitOf[from] === unitOf[to];
  const rest = ties.filter((tie) => !isOf(tie) && !tie.mine && !lies(tie) && tie.counts);
  return [
    path(rest.filter(isWithin), "tie within", 1), path(rest.filter((tie) => !isWithin(tie)), "tie between", 1.3),
    path(ties.filter((tie) => lies(tie) && (isOf(tie) || about === null)), "tie still", 2),
    ...grades(ties.filter((tie) => isOf(tie) && !lies(tie) && !tie.mine), "tie near"),
    ...grades(ties.filter((tie) => tie.mine && !lies(tie)), "tie mine"),
  ];
}

/** Names of people, each beside its person, or above whoever stands at the sheet's edge; `times`: how near one is. */
function nameTags(/** @type {Person[]} */ people) {
  /** @type {number[]} */
  const widths = []; // of the names that have been shown
  return (/** @type {number} */ i, /** @type {Layout} */ { spots, width }, /** @type {number} */ times) => {
    const { x, y, angle } = spots[i];
    const [side, up] = [Math.cos(angle), Math.sin(angle)];
    widths[i] ??= widthOf(people[i].id, NAME, true);
    const wide = widths[i] / times;
    const off = 14 / Math.sqrt(times); // beside the mark, whose size it follows
    if (side < 0 ? x - off < wide : x + off + wide > width) {
      const middle = Math.min(Math.max(x, wide / 2), width - wide / 2);
      return shape("text", { class: "name", x: middle, y: y - off - 1 / times, "text-anchor": "middle" }, people[i].id);
    }
    const isAbove = Math.abs(side) < 0.35;
    return shape("text", {
      class: "name", x: x + side * off, y: y + up * (off + 1 / times) + (4 + (isAbove ? up * 4 : 0)) / times,
      "text-anchor": isAbove ? "middle" : side > 0 ? "start" : "end",
    }, people[i].id);
  };
}

/** What each unit is called, under its ground and in its colour. */
function unitNames(/** @type {Network["units"]} */ units, /** @type {Layout} */ layout) {
  return units.map(({ text, mark }, i) => shape("text", {
    class: "unit-name", x: layout.grounds[i].x, y: layout.grounds[i].under, fill: unitStyle(mark).colour,
  }, text));
}

/** A person: a shape in the unit's colour, a larger disc to press, and the round in which they were reached. */
function personMark(/** @type {number} */ unit, /** @type {number} */ i) {
  const { colour, shape: name } = unitStyle(unit);
  const hit = shape("circle", { class: "hit" });
  const ring = shape("circle", { class: "ring", r: RING });
  const small = marker(name, 0, 0, RADIUS, { class: "dot", fill: colour });
  const node = shape("g", { "data-person": String(i), role: "button", tabindex: i ? "-1" : "0" }, hit, ring, small);
  /** @type {SVGElement | undefined} the round in words, and with it the larger mark: made once somebody is reached */
  let text;
  /** @type {Record<string, string>} what stands there: a map is drawn at every move, and most of it stays as it was */
  const stands = {};
  const set = (/** @type {string} */ attribute, /** @type {string} */ value) => {
    if (stands[attribute] === value) return;
    stands[attribute] = value;
    node.setAttribute(attribute, value);
  };
  const tell = (/** @type {number | undefined} */ round) => {
    if (round !== undefined && !text) {
      text = shape("text", { class: "round", y: 4 });
      node.append(marker(name, 0, 0, RADIUS + 3, { class: "dot reached", fill: colour }), text);
    }
    const told = round === undefined ? "" : String(round);
    if (text && text.textContent !== told) text.textContent = told;
  };
  /** @param {{isDim: boolean, isHeld: boolean, isSeen: boolean, isChosen: boolean, isAway: boolean, round: number | undefined, spoken: string, isStop: boolean}} now */
  const draw = ({ isDim, isHeld, isSeen, isChosen, isAway, round, spoken, isStop }) => {
    set("class", ["person-mark", isDim && "dim", isHeld && "held", isSeen && "seen", isChosen && "chosen",
      isAway && "away", round !== undefined && "lit"].filter(Boolean).join(" "));
    set("aria-label", spoken);
    set("aria-pressed", String(isHeld || isChosen));
    set("tabindex", isStop ? "0" : "-1");
    tell(round);
  };
  return { node, hit, set, draw };
}

/**
 * Land, water, and each unit's building.
 * @param {Layout} layout
 * @param {{mark: number}[]} units
 * @param {boolean} isNarrow
 */
function grounds(layout, units, isNarrow) {
  const land = shape("rect", { class: "land", width: layout.width, height: layout.height });
  if (units.length === 1) return [land];
  if (units.length === 6) return [land, ...layout.grounds.map(({ x, y, width, height }) =>
    shape("ellipse", { class: "land2", cx: x, cy: y, rx: width * 1.25, ry: height * 1.35 }))];
  const country = units.length > 2 ? COUNTRY[isNarrow ? "narrow" : "wide"] : [];
  return [land, ...country.map(([name, d]) => shape("path", { class: name, d })), ...units.map(({ mark }, i) => {
    const { x, y, width, height } = layout.grounds[i];
    const { size: [across, down], parts } = BUILDINGS[mark % BUILDINGS.length];
    const scale = Math.min(width / across, height / down);
    return shape("g", {
      class: "building", transform: `translate(${x - scale * across / 2} ${y - scale * down / 2}) scale(${scale})`,
    }, ...parts.map(([name, d]) => shape("path", { class: name, d })));
  })];
}
