// The own map as a picture for files: in the colours of paper, whatever the screen's are.

/** @import { OnePage } from "#types" */

const WIDTHS = [1, 2, 3.5, 5.5]; // of a tie, by its strength
const INK = "#1d282d";
const ACCENT = "#0a6b6b";
const SIZE = 2; // of a unit of the drawing; a picture has two dots for each

/**
 * The map as SVG that needs nothing beside it; empty where none was drawn.
 * @param {OnePage["drawn"]} drawn
 */
export function mapAsSvg({ width = 0, height = 0, parties = [], ties = [] }) {
  if (!parties.length) return "";
  const lines = ties.map(({ one, other, strength }) => {
    const [a, b] = [parties[one], parties[other]];
    return `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="#55636a" stroke-width="${WIDTHS[strength - 1]}"/>`;
  });
  const marks = parties.map(({ x, y, inside, bridge }) => {
    const look = `fill="${inside ? ACCENT : "#ffffff"}" stroke="${ACCENT}" stroke-width="2"`;
    return bridge ? `<rect x="${x - 8}" y="${y - 8}" width="16" height="16" ${look}/>` : `<circle cx="${x}" cy="${y}" r="7" ${look}/>`;
  });
  const names = parties.flatMap(({ x, y, lines: parts, below }) => parts.map((part, i) => {
    const at = below ? y + 21 + 14 * i : y - 12 - 14 * (parts.length - 1 - i);
    return `<text x="${x}" y="${at}" text-anchor="middle" font-family="Arial, sans-serif" font-size="13" fill="${INK}" paint-order="stroke" stroke="#ffffff" stroke-width="3">${escaped(part)}</text>`;
  }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${SIZE * width}" height="${SIZE * height}">`
    + `<rect width="${width}" height="${height}" fill="#ffffff"/>${[...lines, ...marks, ...names].join("")}</svg>`;
}

/**
 * The map as the bytes of a PNG; undefined where none was drawn.
 * @param {OnePage["drawn"]} drawn
 * @param {(svg: string) => Promise<Blob | null>} painted  an image of it, of twice its size
 */
export async function mapAsPng(drawn, painted) {
  const svg = mapAsSvg(drawn);
  if (!svg) return undefined;
  const blob = await painted(svg);
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}

/** What the picture shows, in words. */
export function mapInWords(/** @type {OnePage["drawn"]} */ { told = [], without = "" }) {
  return [...told, without].join(" ").trim();
}

function escaped(/** @type {string} */ text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
