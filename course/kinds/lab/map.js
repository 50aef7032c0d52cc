// A map of people in units, to look at and to press: by pointer, by touch, and by the arrow keys.
//
// Plain SVG and pointer events: sixty people need no zoom, a browser finds by itself what is under a
// finger, and a library for either is larger than all of this and would have to be kept.

import { marker, shape, through, unitStyle, widthOf } from "../../widgets/static/draw-parts.js";
import { beside, puller, STEPS, WIDTHS } from "../../widgets/static/map-parts.js";
import { BUILDINGS, COUNTRY, laidOut } from "./places.js";

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
/**
 * @typedef {{
 *   press: (person: number) => void, look: (person: number | null) => void, escape: () => void,
 *   drawn: (from: number, to: number) => boolean,
 * }} Heard  `drawn` tells whether a line was wanted from one person to another
 */

const RADIUS = 8.5;
const RING = 13.5;
const TARGETS = { wide: 18, narrow: 14.5 }; // of the disc that is pressed: 24 px across where the map is smallest
const FEW = 20; // people, of whom all names have room
const NAME = 13; // px, the size of a name, as in view.css

/**
 * @param {Network} network
 * @param {string} label  what the map is
 * @param {Heard} heard
 */
export function peopleMap(network, label, heard) {
  const { people, units } = network;
  const unitOf = people.map(({ unit }) => units.findIndex(({ id }) => id === unit));
  const node = shape("svg", { role: "group", "aria-label": label, class: "people-map" });
  const [ground, lines, labels, dots, names, pull] =
    ["ground", "lines", "labels", "dots", "names", "pull"].map((name) => shape("g", { class: name }));
  node.append(ground, lines, labels, dots, names, pull);
  const marks = people.map((_, i) => personMark(units[unitOf[i]].mark, i));
  dots.append(...marks.map(({ node: mark }) => mark));
  /** @type {number[]} */
  const widths = []; // of the names that have been shown
  let here = 0; // who has the map's one stop of the Tab key
  /** @type {Layout} */
  let layout;
  /** @type {Standing | null} */
  let standing = null;

  function lay(/** @type {boolean} */ isNarrow) {
    layout = laidOut(unitOf, units.length, isNarrow);
    node.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
    node.classList.toggle("narrow", isNarrow);
    ground.replaceChildren(...grounds(layout, units, isNarrow));
    labels.replaceChildren(...units.map(({ text, mark }, i) => shape("text", {
      class: "unit-name", x: layout.grounds[i].x, y: layout.grounds[i].under, fill: unitStyle(mark).colour,
    }, text)));
    for (const [i, { node: mark, hit }] of marks.entries()) {
      hit.setAttribute("r", String(TARGETS[isNarrow ? "narrow" : "wide"]));
      mark.setAttribute("transform", `translate(${layout.spots[i].x} ${layout.spots[i].y})`);
    }
    if (standing) draw(standing);
  }

  /** A line for the sake of which no element is made: all of a sort are one path. */
  const path = (/** @type {Tie[]} */ ties, /** @type {string} */ sort, /** @type {number} */ width) =>
    shape("path", { class: sort, "stroke-width": width, d: ties.map(({ from, to }) =>
      through([from, to].map((i) => [layout.spots[i].x, layout.spots[i].y]))).join("") });

  function draw(/** @type {Standing} */ now) {
    standing = now;
    const about = now.seen ?? now.held;
    const isOf = (/** @type {Tie} */ { from, to }) => from === about || to === about;
    const lies = (/** @type {Tie} */ { from, to }) => now.away.has(from) || now.away.has(to);
    const rest = now.ties.filter((tie) => !isOf(tie) && !tie.mine && !lies(tie) && tie.counts);
    const isWithin = (/** @type {Tie} */ { from, to }) => unitOf[from] === unitOf[to];
    const grades = (/** @type {Tie[]} */ ties, /** @type {string} */ sort) => [1, 2, 3, 4].map((strength) =>
      path(ties.filter((tie) => tie.strength === strength), sort, WIDTHS[strength]));
    const near = now.ties.filter((tie) => isOf(tie) && !lies(tie));
    lines.classList.toggle("dim", about !== null);
    lines.replaceChildren(
      path(rest.filter(isWithin), "tie within", 1), path(rest.filter((tie) => !isWithin(tie)), "tie between", 1.3),
      path(now.ties.filter((tie) => lies(tie) && (isOf(tie) || about === null)), "tie still", 2),
      ...grades(near.filter(({ mine }) => !mine), "tie near"),
      ...grades(now.ties.filter((tie) => tie.mine && !lies(tie)), "tie mine"));
    const friends = new Set(now.ties.filter(isOf).flatMap(({ from, to }) => [from, to]));
    for (const [i, mark] of marks.entries()) {
      mark.draw({
        isDim: about !== null && i !== about && !friends.has(i) && !now.isRunning,
        isHeld: i === now.held, isSeen: i === about, isChosen: i === now.chosen, isAway: now.away.has(i),
        round: now.reached.get(i), spoken: now.spoken(i), isStop: i === here,
      });
    }
    names.replaceChildren(...named(about, friends, now));
  }

  /** The names of who is looked at and of their contacts; on a narrow sheet only the first. */
  function named(/** @type {number | null} */ about, /** @type {Set<number>} */ friends, /** @type {Standing} */ now) {
    const isNarrow = node.classList.contains("narrow");
    const everyone = people.length <= FEW ? people.keys() : [];
    const shown = new Set([about, now.held, now.chosen, ...(isNarrow ? [] : friends), ...now.away, ...everyone]);
    return [...shown].filter((i) => i !== null).map((i) => {
      const { x, y, angle } = layout.spots[i];
      const [side, up] = [Math.cos(angle), Math.sin(angle)];
      widths[i] ??= widthOf(people[i].id, NAME, true);
      const wide = widths[i];
      // Beside the person, or above whoever stands at the sheet's edge.
      if (side < 0 ? x - 14 < wide : x + 14 + wide > layout.width) {
        const middle = Math.min(Math.max(x, wide / 2), layout.width - wide / 2);
        return shape("text", { class: "name", x: middle, y: y - 15, "text-anchor": "middle" }, people[i].id);
      }
      const isAbove = Math.abs(side) < 0.35;
      return shape("text", {
        class: "name", x: x + side * 14, y: y + up * 15 + 4 + (isAbove ? up * 4 : 0),
        "text-anchor": isAbove ? "middle" : side > 0 ? "start" : "end",
      }, people[i].id);
    });
  }

  const personAt = (/** @type {EventTarget | null} */ target) => {
    const found = target instanceof Element ? target.closest("[data-person]") : null;
    return found ? Number(found.getAttribute("data-person")) : null;
  };

  /** Give somebody the map's stop, and the focus. */
  function focus(/** @type {number} */ i) {
    marks[here].node.setAttribute("tabindex", "-1");
    here = i;
    marks[here].node.setAttribute("tabindex", "0");
    /** @type {any} */ (marks[here].node).focus({ preventScroll: true });
  }

  node.addEventListener("keydown", (event) => {
    const { key, target } = /** @type {KeyboardEvent} */ (event);
    const person = personAt(target);
    if (person === null) return;
    if (key in STEPS) focus(beside(layout.spots, person, STEPS[/** @type {keyof typeof STEPS} */ (key)]));
    else if (key === "Enter" || key === " ") heard.press(person);
    else if (key === "Escape") heard.escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  node.addEventListener("focusin", ({ target }) => heard.look(personAt(target)));
  node.addEventListener("focusout", () => heard.look(null));
  node.addEventListener("pointerover", (event) => {
    const person = personAt(event.target);
    if (person !== null && /** @type {PointerEvent} */ (event).pointerType === "mouse") heard.look(person);
  });
  node.addEventListener("pointerleave", () => heard.look(personAt(document.activeElement)));
  const pulling = puller(node, pull, personAt, (i) => layout.spots[i], heard.drawn);
  node.addEventListener("click", ({ target }) => {
    const person = personAt(target);
    if (pulling.hasDrawn() || person === null) return;
    focus(person);
    heard.press(person);
  });

  lay(false);
  return { node, lay, draw, focus, sheet: () => ({ width: layout.width, height: layout.height }) };
}

/** A person: a shape in the unit's colour, a larger disc to press, and the round in which they were reached. */
function personMark(/** @type {number} */ unit, /** @type {number} */ i) {
  const { colour, shape: name } = unitStyle(unit);
  const hit = shape("circle", { class: "hit" });
  const ring = shape("circle", { class: "ring", r: RING });
  const small = marker(name, 0, 0, RADIUS, { class: "dot", fill: colour });
  const large = marker(name, 0, 0, RADIUS + 3, { class: "dot reached", fill: colour });
  const text = shape("text", { class: "round", y: 4 });
  const node = shape("g", { "data-person": String(i), role: "button", tabindex: i ? "-1" : "0" }, hit, ring, small, large, text);
  /** @param {{isDim: boolean, isHeld: boolean, isSeen: boolean, isChosen: boolean, isAway: boolean, round: number | undefined, spoken: string, isStop: boolean}} now */
  const draw = ({ isDim, isHeld, isSeen, isChosen, isAway, round, spoken, isStop }) => {
    node.setAttribute("class", ["person-mark", isDim && "dim", isHeld && "held", isSeen && "seen", isChosen && "chosen",
      isAway && "away", round !== undefined && "lit"].filter(Boolean).join(" "));
    node.setAttribute("aria-label", spoken);
    node.setAttribute("aria-pressed", String(isHeld || isChosen));
    node.setAttribute("tabindex", isStop ? "0" : "-1");
    text.textContent = round === undefined ? "" : String(round);
  };
  return { node, hit, draw };
}

/**
 * Land, water, and each unit's building.
 * @param {Layout} layout
 * @param {{mark: number}[]} units
 * @param {boolean} isNarrow
 */
function grounds(layout, units, isNarrow) {
  const land = shape("rect", { class: "land", width: layout.width, height: layout.height });
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
