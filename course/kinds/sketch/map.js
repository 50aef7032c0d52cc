// The drawing of a learner's own network: parties that come and go, and lines between them; to look at
// and to press, by pointer, by touch and by the arrow keys.

import { inLines, LEADING, marker, shape, through, unitStyle } from "../../widgets/static/draw-parts.js";
import { hear } from "../../widgets/static/map-hands.js";
import { WIDTHS } from "../../widgets/static/map-parts.js";
import { zooming } from "../../widgets/static/map-zoom.js";
import { laidOut } from "./places.js";

/** @import { Words } from "#types" */
/** @import { Layout } from "./places.js" */

/** @typedef {{id: string, name: string, inside: boolean}} Party */
/** @typedef {[one: string, other: string, strength: number]} Tie */
/**
 * How the map is to stand.
 * @typedef {{
 *   parties: Party[], ties: Tie[], bridge: string | null, away: string[], lost: string[],
 *   seen: string | null, held: string | null, selected: string | null, spoken: (party: Party) => string,
 * }} Standing
 */
/** @typedef {{press: (id: string) => void, look: (id: string | null) => void, escape: () => void, drawn: (from: string, to: string) => boolean}} Heard */

const RADIUS = 12;
const RING = 18;
const TARGET = 24; // of the disc that is pressed: 24 px and more across where the map is smallest
const NAME = 14; // px, the size of a name, as in view.css
const LINES = 2; // of a name at most; the rest is told beside the map
const [OWN, OTHERS] = [0, 3]; // which units' colour and shape are one's own, and those of others

/**
 * @param {Words} words
 * @param {Heard} heard
 */
export function ownMap(words, heard) {
  const node = shape("svg", { role: "group", class: "own-map" });
  const [ground, lines, dots, names, pull] =
    ["ground", "lines", "dots", "names", "pull"].map((name) => shape("g", { class: name }));
  node.append(ground, lines, dots, names, pull);
  const marks = partyMarks(dots);
  const zoom = zooming(node, words, () => { if (standing) draw(standing); }, () => layout.spots[place(marks.met())]);
  let isNarrow = false;
  /** @type {Layout} */
  let layout = laidOut([true], false);
  /** @type {Standing | null} */
  let standing = null;

  function lay(/** @type {boolean} */ narrow) {
    isNarrow = narrow;
    node.classList.toggle("narrow", isNarrow);
    layout = laidOut(standing?.parties.map(({ inside }) => inside) ?? [true], isNarrow);
    zoom.lay(layout.width, layout.height);
    if (standing) draw(standing);
  }

  function draw(/** @type {Standing} */ now) {
    standing = now;
    layout = laidOut(now.parties.map(({ inside }) => inside), isNarrow);
    ground.replaceChildren(...grounds(layout, words));
    const about = now.seen ?? now.held;
    const lies = (/** @type {Tie} */ [one, other]) => now.away.includes(one) || now.away.includes(other);
    const isOf = (/** @type {Tie} */ [one, other]) => one === about || other === about;
    const ends = (/** @type {Tie} */ [one, other]) => [one, other].map((id) => layout.spots[place(id)]);
    lines.classList.toggle("dim", about !== null && now.ties.some(isOf));
    lines.replaceChildren(...now.ties.map((tie) =>
      line(ends(tie), tie[2], [lies(tie) && "still", isOf(tie) && "near"].filter(Boolean).join(" "))));
    // A mark grows less than the distances do, and a name not at all.
    const times = zoom.times();
    node.style.setProperty("--letter", String(1 / times));
    marks.draw(now, about, layout, 1 / Math.sqrt(times));
    names.replaceChildren(...now.parties.map((party, i) => named(party, i, now, layout, times, words)));
  }

  const place = (/** @type {string} */ id) => standing?.parties.findIndex((one) => one.id === id) ?? -1;
  const idOf = (/** @type {number} */ i) => standing?.parties[i].id ?? "";
  const at = (/** @type {EventTarget | null} */ target) => {
    const id = target instanceof Element ? target.closest("[data-party]")?.getAttribute("data-party") : null;
    return id ? place(id) : null;
  };
  /** Give a party the map's stop, and the focus. */
  function focus(/** @type {string} */ id) {
    const spot = layout.spots[place(id)];
    if (spot) zoom.bring(spot);
    marks.focus(id);
  }

  hear({ node, layer: pull, at, spots: () => layout.spots, focus: (i) => focus(idOf(i)) }, {
    press: (i) => heard.press(idOf(i)),
    look: (i) => heard.look(i === null ? null : idOf(i)),
    escape: heard.escape,
    drawn: (from, to) => heard.drawn(idOf(from), idOf(to)),
  });

  lay(false);
  return { node, zoom: zoom.node, lay, draw, focus, sheet: () => ({ width: layout.width, height: layout.height }) };
}

/** Land, and the ground of one's own organisation with what it is called. */
function grounds(/** @type {Layout} */ { width, height, middle: { x, y, rx, ry } }, /** @type {Words} */ words) {
  return [shape("rect", { class: "land", width, height }), shape("ellipse", { class: "land2", cx: x, cy: y, rx, ry }),
    shape("text", { class: "ground-name", x, y: y - ry + 20 }, words["sketch-ours"])];
}

/**
 * @param {{x: number, y: number}[]} ends
 * @param {number} strength
 * @param {string} sort
 */
function line(ends, strength, sort) {
  return shape("path", {
    class: `tie ${sort}`, "stroke-width": 1.4 * WIDTHS[strength], d: through(ends.map(({ x, y }) => [x, y])),
  });
}

/**
 * A name in two lines at most, with what its party is marked as below it.
 * @param {Party} party
 * @param {number} i
 * @param {Standing} now
 * @param {Layout} layout
 * @param {number} times  how near the map is
 * @param {Words} words
 */
function named({ id, name }, i, now, layout, times, words) {
  const { x, y, isBelow, room } = layout.spots[i];
  const all = inLines(name, room * times, NAME, true);
  const shown = all.slice(0, LINES).map((text, n) => (n === LINES - 1 && all.length > LINES ? `${text} …` : text));
  const marked = [id === now.bridge && words["sketch-bridge"], now.away.includes(id) && words["sketch-away"],
    now.lost.includes(id) && words["sketch-lost"]].filter((one) => one !== false);
  const rows = marked.length ? [...shown, marked.join(", ")] : shown;
  const letter = NAME / times;
  const step = letter * LEADING;
  const ring = RING / Math.sqrt(times);
  const first = isBelow ? y + ring + letter : y - ring - 4 / times - step * (rows.length - 1);
  const wide = Math.max(...rows.map((row) => row.length)) * letter * 0.28; // a little more than half of most words
  const middle = Math.min(Math.max(x, wide), layout.width - wide);
  return shape("text", { class: "name", "text-anchor": "middle" }, ...rows.map((row, n) => shape("tspan", {
    x: middle, y: first + step * n, class: n >= shown.length ? "as" : null,
  }, row)));
}

/**
 * Marks for those who are there, each kept as long as its party is, so that no focus is lost; one of them
 * is the map's one stop of the Tab key.
 * @param {SVGElement} layer
 */
function partyMarks(layer) {
  /** @type {Map<string, ReturnType<typeof partyMark>>} */
  const marks = new Map();
  let here = "";
  let isMet = false; // whether one has gone to anybody

  /**
   * @param {Standing} now
   * @param {string | null} about  who is looked at
   * @param {Layout} layout
   * @param {number} scale
   */
  function draw(now, about, layout, scale) {
    for (const [id, mark] of marks) {
      if (now.parties.some((one) => one.id === id)) continue;
      mark.node.remove();
      marks.delete(id);
    }
    if (!now.parties.some(({ id }) => id === here)) here = now.parties[0]?.id ?? "";
    for (const [i, party] of now.parties.entries()) {
      const mark = marks.get(party.id) ?? partyMark(party.id);
      marks.set(party.id, mark);
      if (!mark.node.parentNode) layer.append(mark.node);
      const { x, y } = layout.spots[i];
      mark.node.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
      mark.draw(party, now, party.id === about, party.id === here);
    }
  }

  /** Give a party the map's stop, and the focus. */
  function focus(/** @type {string} */ id) {
    marks.get(here)?.node.setAttribute("tabindex", "-1");
    [here, isMet] = [id, true];
    const mark = marks.get(here)?.node;
    mark?.setAttribute("tabindex", "0");
    /** @type {any} */ (mark)?.focus({ preventScroll: true });
  }

  return { draw, focus, met: () => (isMet ? here : "") };
}

/** A party: a disc for one's own, a diamond for others, and a larger disc to press. */
function partyMark(/** @type {string} */ id) {
  const body = shape("g");
  const node = shape("g", { "data-party": id, role: "button" },
    shape("circle", { class: "hit", r: TARGET }), shape("circle", { class: "ring", r: RING }), body);
  let drawn = "";
  const draw = (/** @type {Party} */ party, /** @type {Standing} */ now, /** @type {boolean} */ isSeen, /** @type {boolean} */ isStop) => {
    const style = unitStyle(party.inside ? OWN : OTHERS);
    if (drawn !== style.shape) body.replaceChildren(marker(style.shape, 0, 0, RADIUS, { class: "dot", fill: style.colour }), bridgeSign());
    drawn = style.shape;
    const isHeld = id === now.held;
    node.setAttribute("class", ["party-mark", isHeld && "held", isSeen && "seen", id === now.selected && "selected",
      id === now.bridge && "bridge", now.away.includes(id) && "away", now.lost.includes(id) && "lost"].filter(Boolean).join(" "));
    node.setAttribute("aria-label", now.spoken(party));
    node.setAttribute("aria-pressed", String(isHeld));
    node.setAttribute("tabindex", isStop ? "0" : "-1");
  };
  return { node, draw };
}

/** A small arched bridge in the mark of whoever holds it. */
function bridgeSign() {
  return shape("path", { class: "sign", d: "M-7 4v-1q7-9 14 0v1M-7-1h14" });
}
