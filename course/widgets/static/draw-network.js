// People and ties: units by colour and shape, ties within a unit pale, between units dark.

import { COLOURS, guessTag, inLines, marker, shape, sheet, short, through, unitStyle, words } from "./draw-parts.js";

/** @import { Guess } from "#types" */
/** @import { Point } from "./draw-parts.js" */

/** @typedef {{text: string, x: number, y: number}} Unit */
/** @typedef {{name: string, unit: number, x: number, y: number, weight: number | null}} Person */
/** @typedef {{kind: "network", units: Unit[], people: Person[], ties: number[][], named: number[], guess?: Guess[]}} Network */

const NETWORK = { width: 560, height: 424, scale: 135, label: 13, name: 13 };

/** @typedef {(at: {x: number, y: number}) => Point} Placing  on the sheet */

/** @param {Network} drawing */
export function drawNetwork({ units, people, ties, named, guess = [] }) {
  /** @type {Placing} */
  const place = ({ x, y }) => [
    short(NETWORK.width / 2 + NETWORK.scale * x), short(NETWORK.height / 2 - NETWORK.scale * y)];
  const places = people.map(place);
  const within = (/** @type {number[]} */ [a, b]) => people[a].unit === people[b].unit;
  return sheet(NETWORK.width, NETWORK.height,
    tieLines(ties.filter(within), places, COLOURS.pale, "within"),
    tieLines(ties.filter((tie) => !within(tie)), places, COLOURS.ink, "between"),
    ...units.map((_, i) => unitPeople(i, people, places)),
    ...units.map((unit) => unitLabel(unit, place)),
    ...people.flatMap((person, i) => guess.filter(({ name }) => name === person.name)
      .map(({ tag }) => personGuessed(person, places[i], named.includes(i), tag))),
    ...named.map((person) => personName(people[person], places[person])));
}

/**
 * One path for all ties of a sort: a page draws it in a fraction of the time of hundreds.
 * @param {number[][]} ties
 * @param {Point[]} places of all people
 * @param {string} colour
 * @param {"within" | "between"} sort
 */
function tieLines(ties, places, colour, sort) {
  const d = ties.map(([a, b]) => through([places[a], places[b]])).join("");
  return shape("path", {
    d, class: `ties ${sort}`, fill: "none", stroke: colour, "stroke-width": sort === "within" ? 0.9 : 0.8,
  });
}

/**
 * @param {number} unit
 * @param {Person[]} people
 * @param {Point[]} places of all people
 */
function unitPeople(unit, people, places) {
  const { colour, shape: name } = unitStyle(unit);
  const marks = people.flatMap((person, i) => (person.unit !== unit ? [] : [marker(
    name, places[i][0], places[i][1], personRadius(person), { "data-person": person.name })]));
  return shape("g", { class: "unit", fill: colour, stroke: COLOURS.paper, "stroke-width": 0.8 }, ...marks);
}

/** Half as large as a disc is across; with a weight, its area grows by it. */
function personRadius(/** @type {Person} */ { weight }) {
  return weight === null ? 3.9 : short(2.6 + 8.5 * Math.sqrt(weight));
}

/** A unit's name outside its circle, in as many lines as there is room for. */
function unitLabel(/** @type {Unit} */ unit, /** @type {Placing} */ place) {
  const atSide = Math.abs(unit.x) >= 0.3;
  const reach = atSide ? 1.36 : 1.43;
  const [x, y] = place({ x: unit.x * reach, y: unit.y * reach });
  const room = atSide ? (unit.x > 0 ? NETWORK.width - x : x) : NETWORK.width / 2;
  const anchor = atSide ? (unit.x > 0 ? "start" : "end") : "middle";
  return words(inLines(unit.text, room, NETWORK.label), x, y, {
    size: NETWORK.label, anchor, class: "label",
  });
}

/**
 * A diamond about who was guessed, and below it whose guess it is and the name, where that does not
 * stand there already. Outside the circle is the unit's name, which a letter there would hide.
 */
function personGuessed(/** @type {Person} */ person, /** @type {Point} */ at, /** @type {boolean} */ isNamed, /** @type {string | undefined} */ tag) {
  return shape("g", { class: "guessed" },
    marker("diamond", at[0], at[1], personRadius(person) + 7, { fill: "none", stroke: COLOURS.ink, "stroke-width": 1.8 }),
    ...(isNamed ? guessTag(tag, ...outwards(at, personRadius(person) + 17))
      : [personName({ ...person, name: tag ? `${tag} · ${person.name}` : person.name }, [at[0], at[1] + 2 * personRadius(person) + 24])]));
}

/** So far from a place, away from the middle of the sheet: there is more room than towards it. */
function outwards(/** @type {Point} */ [x, y], /** @type {number} */ far) {
  const [across, down] = [x - NETWORK.width / 2, y - NETWORK.height / 2];
  const long = Math.hypot(across, down) || 1;
  return /** @type {const} */ ([short(x + (far * across) / long), short(y + (far * down) / long)]);
}

function personName(/** @type {Person} */ person, /** @type {Point} */ [x, y]) {
  return words(person.name, x, y - personRadius(person) - 8, {
    size: NETWORK.name, anchor: "middle", bold: true, halo: true, class: "name",
  });
}
