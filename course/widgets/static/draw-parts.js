// What all drawings are made of: SVG elements, the page's colours, markers, and words in lines.

const NAMESPACE = "http://www.w3.org/2000/svg";

/** The page's colours for figures, each with its light value where a page has no palette. */
export const COLOURS = {
  ink: "var(--figure-ink, #1d282d)",
  soft: "var(--figure-soft, #55636a)",
  line: "var(--figure-line, #dad8cf)",
  pale: "var(--figure-pale, #879391)",
  paper: "var(--figure-paper, #ffffff)",
  accent: "var(--figure-accent, #0a6b6b)",
  warm: "var(--figure-warm, #8a4b08)",
};

const UNIT_COLOURS = [
  "#0b6e6e", "#b4540a", "#5b4b9a", "#2f6db5", "#8a1c4a", "#5e6b1d", "#a67c00", "#37474f",
].map((light, i) => `var(--figure-unit-${i + 1}, ${light})`);

const UNIT_SHAPES = ["disc", "square", "up", "diamond", "down", "pentagon", "hexagon", "plus"];

/** @typedef {Record<string, string | number | null | undefined>} Attributes  of an SVG element */
/** @typedef {(value: number) => number} Scaled  a place on a line, from a place on an axis */
/** @typedef {number[]} Point  across and down */

/**
 * The colour and the shape of a unit: nobody has to tell units apart by colour.
 * @param {number} unit counted from 0
 * @returns {{colour: string, shape: string}}
 */
export function unitStyle(unit) {
  const i = unit % UNIT_COLOURS.length;
  return { colour: UNIT_COLOURS[i], shape: UNIT_SHAPES[i] };
}

/**
 * An SVG element. `fill` and `stroke` are set as styles, since they name the page's colours.
 * @param {string} tag
 * @param {Attributes} [attributes] those without a value
 *   are left out
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function shape(tag, attributes = {}, ...children) {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "fill" || name === "stroke") element.style[name] = String(value);
    else if (value != null) element.setAttribute(name, String(value));
  }
  if (children.length) element.append(...children);
  return element;
}

/** How wide a sheet is, in units: for a narrow page, and for one where a card has its full width. */
export const SHEET_WIDTHS = { narrow: 300, wide: 640 };

/**
 * A sheet to draw on, as wide and high as told, in units that a narrow page shows as pixels.
 * @param {number} width
 * @param {number} height
 * @param {...Node} children
 */
export function sheet(width, height, ...children) {
  return shape("svg", { viewBox: `0 0 ${width} ${height}` }, ...children);
}

/** A number short enough for many of them: to a hundredth. */
export function short(/** @type {number} */ number) {
  return Math.round(number * 100) / 100;
}

/**
 * Places on a line from places on an axis.
 * @param {number} lowest
 * @param {number} highest
 * @param {number} start where `lowest` is
 * @param {number} end where `highest` is
 * @returns {Scaled}
 */
export function scaled(lowest, highest, start, end) {
  return (value) => short(start + (end - start) * (value - lowest) / (highest - lowest));
}

/**
 * A path through points, from one to the next.
 * @param {Point[]} points
 */
export function through(points) {
  return `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;
}

// Corners of each shape about the point where it stands, and about as large as a disc of radius 1.
const around = (/** @type {number} */ corners, /** @type {number} */ reach, turn = 0) =>
  Array.from({ length: corners }, (_, i) => {
    const angle = 2 * Math.PI * (i / corners + turn);
    return [reach * Math.sin(angle), -reach * Math.cos(angle)];
  });
const PLUS = [[-1, -3], [1, -3], [1, -1], [3, -1], [3, 1], [1, 1], [1, 3], [-1, 3], [-1, 1], [-3, 1],
  [-3, -1], [-1, -1]].map(([x, y]) => [0.37 * x, 0.37 * y]);
/** @type {Record<string, Point[]>} */
const SHAPES = {
  square: around(4, 1.24, 1 / 8),
  up: around(3, 1.36),
  diamond: around(4, 1.24),
  down: around(3, 1.36, 1 / 2),
  pentagon: around(5, 1.14),
  hexagon: around(6, 1.1),
  plus: PLUS,
  cross: PLUS.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]),
};
const paths = new Map();

/** The outline of a shape as large as a disc of a radius, about the origin. */
function outline(/** @type {string} */ name, /** @type {number} */ radius) {
  const key = `${name} ${radius}`;
  if (!paths.has(key)) {
    const r = short(radius);
    paths.set(key, name === "disc"
      ? `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
      : `${through(SHAPES[name].map((corner) => corner.map((at) => short(at * radius))))}z`);
  }
  return paths.get(key);
}

/**
 * A marker at a point.
 * @param {string} name of its shape
 * @param {number} x
 * @param {number} y
 * @param {number} radius of a disc that is about as large
 * @param {Attributes} [attributes]
 */
export function marker(name, x, y, radius, attributes = {}) {
  return shape("path", {
    d: outline(name, radius), transform: `translate(${x} ${y})`, ...attributes,
  });
}

/**
 * What was guessed: a dashed line down to where it stands, with an open diamond on it.
 * @param {number} x
 * @param {number} top
 * @param {number} bottom
 * @param {number} width  of the sheet, within which the whole mark stands
 * @param {string} [tag]  whose guess it is, where several are marked
 */
export function guessMark(x, top, bottom, width, tag) {
  const at = short(Math.min(Math.max(x, 6), width - 6));
  return shape("g", { class: "guessed" },
    guessLine(at, top, bottom),
    guessSign(at, (top + bottom) / 2),
    ...guessTag(tag, at, top - 2));
}

/** Whose guess it is, where several are marked in one picture; words to read across lines. */
export function guessTag(/** @type {string | undefined} */ tag, /** @type {number} */ x, /** @type {number} */ y) {
  return tag ? [words(tag, x, y, { size: 15, anchor: "middle", bold: true, halo: true, class: "tag" })] : [];
}

/** A span that was guessed: a dashed line with an open diamond at each end. */
export function guessSpan(/** @type {number} */ x, /** @type {number} */ top, /** @type {number} */ bottom) {
  return shape("g", {}, guessLine(x, top, bottom), guessSign(x, top), guessSign(x, bottom));
}

function guessLine(/** @type {number} */ x, /** @type {number} */ top, /** @type {number} */ bottom) {
  return shape("path", {
    d: `M${short(x)} ${short(top)}V${short(bottom)}`, stroke: COLOURS.ink, "stroke-width": 1.8, "stroke-dasharray": "4 3",
  });
}

/** The sign of a guess: an open diamond. */
export function guessSign(/** @type {number} */ x, /** @type {number} */ y) {
  return marker("diamond", short(x), short(y), 5, { fill: COLOURS.paper, stroke: COLOURS.ink, "stroke-width": 1.8 });
}

/** A unit's marker alone, for a legend. */
export function legendMark(/** @type {number} */ unit) {
  const { colour, shape: name } = unitStyle(unit);
  return sheet(10, 10, marker(name, 5, 5, 4, { fill: colour }));
}

// --- words ---------------------------------------------------------------------------------------

// As `--sans` in tokens.css. To ask the page for it has a browser lay out all that was changed before,
// at every word: it took longer than all else of a lesson's cards.
const FAMILY = '"Course Sans", "Source Sans 3", "Source Sans Pro", system-ui, "Segoe UI", sans-serif';

/** @type {CanvasRenderingContext2D | undefined} */
let ruler;

/**
 * How wide words are in the page's font, a little too wide rather than too narrow.
 * @param {string} text
 * @param {number} size
 * @param {boolean} [bold]
 */
export function widthOf(text, size, bold = false) {
  ruler ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  ruler.font = `${bold ? 700 : 400} 100px ${FAMILY}`;
  return 1.04 * ruler.measureText(text).width * size / 100;
}

/**
 * Words in lines that have room; a single word is never divided.
 * @param {string} text
 * @param {number} room
 * @param {number} size
 * @param {boolean} [bold]
 * @returns {string[]}
 */
export function inLines(text, room, size, bold = false) {
  const lines = [""];
  for (const word of text.split(/[ \n]+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (!lines.at(-1) || widthOf(longer, size, bold) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** From one line of words to the next, in sizes. */
export const LEADING = 1.15;

const HALO = {
  stroke: COLOURS.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke",
};

/**
 * Words, the middle of their lines at `y`.
 * @param {string | string[]} text a line, or several
 * @param {number} x
 * @param {number} y
 * @param {{size?: number, anchor?: "start" | "middle" | "end", bold?: boolean, colour?: string,
 *   halo?: boolean, [attribute: string]: any}} [options] with a `halo` they can be read across lines
 */
export function words(text, x, y, options = {}) {
  const { size = 13, anchor = "start", bold, colour = COLOURS.ink, halo, ...attributes } = options;
  const lines = typeof text === "string" ? [text] : text;
  const first = y + size * (0.34 - LEADING * (lines.length - 1) / 2);
  const element = shape("text", {
    x: short(x), y: short(first), "text-anchor": anchor, "font-size": size, fill: colour,
    "font-weight": bold ? 650 : null,
    ...(halo ? HALO : {}), ...attributes,
  });
  if (lines.length === 1) element.textContent = lines[0];
  else {
    element.append(...lines.map((line, i) =>
      shape("tspan", { x: short(x), dy: i ? short(size * LEADING) : 0 }, line)));
  }
  return element;
}
