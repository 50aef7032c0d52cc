// The plan as one slide, by npm's pptxgenjs: the decision asked for, what it rests on, and the map.

import { mapInWords } from "./plan-picture.js";

/** @import { OnePage, Words } from "#types" */
/** @typedef {typeof import("pptxgenjs").default} Pptx */

const INK = "1D282D";
const ACCENT = "0A6B6B";
const SOFT = "55636A";
const LANGUAGES = { sv: "sv-SE", en: "en-GB" };
const SHOWN = ["problem", "smallest-test", "measure", "stop-rule"]; // what a decision needs to be seen beside it
const MOST = 260; // letters of each; the sheet has the rest

/** A text that has room, cut after a sentence, or after a word where that would leave too little. */
function short(/** @type {string} */ text) {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MOST) return line;
  const head = line.slice(0, MOST);
  const ends = [...head.matchAll(/[.!?](?= \p{Lu})/gu)].map(({ index }) => index + 1); // "kap. 2" is no end
  const end = ends.at(-1) ?? 0;
  return `${end > MOST / 2 ? head.slice(0, end) : head.replace(/\s+\S*$/, "")} …`;
}

/**
 * The presentation, with its one slide.
 * @param {Pptx} Pptx  the library
 * @param {OnePage} page
 * @param {Words} words  what the plan's page says
 * @param {Uint8Array} [map]  the own map as PNG
 */
export function asSlide(Pptx, page, words, map) {
  const deck = new Pptx();
  const lang = LANGUAGES[page.language];
  const [title, unit, name] = page.head.map((one) => one.words);
  Object.assign(deck, { layout: "LAYOUT_WIDE", title: title || words.title, author: name || words.title, company: unit || "" });
  deck.theme = { headFontFace: "Georgia", bodyFontFace: "Calibri" };
  deck.defineSlideMaster({ title: "PLAN", background: { color: "FFFFFF" }, objects: [
    { rect: { x: 0, y: 0, w: 0.18, h: 7.5, fill: { color: ACCENT } } },
    { placeholder: { options: { name: "title", type: "title", x: 0.6, y: 0.35, w: 12.1, h: 0.9, fontSize: 34, bold: true, color: INK, align: "left", valign: "middle", margin: 0 }, text: "" } },
  ] });
  const slide = deck.addSlide({ masterName: "PLAN" });
  slide.addText(title || words.title, { placeholder: "title", lang });
  const given = [unit, name, page.starts].filter(Boolean).join(" · ");
  if (given) slide.addText(given, { x: 0.6, y: 1.2, w: 12.1, h: 0.4, fontSize: 16, color: SOFT, lang, margin: 0 });
  const decision = page.body.find(({ id }) => id === "decision");
  const box = (/** @type {string} */ heading, /** @type {string} */ said, /** @type {number} */ size) => [
    { text: heading, options: { bold: true, color: ACCENT, fontSize: Math.max(size - 5, 13), breakLine: true, lang } },
    { text: said, options: { color: INK, fontSize: size, lang } },
  ];
  if (decision) slide.addText(box(decision.heading, short(decision.words), 22), { x: 0.6, y: 1.75, w: 12.1, h: 1.45, valign: "top", margin: 0 });
  const shown = page.body.filter(({ id, words: said }) => SHOWN.includes(id) && said);
  const [w, h] = [map ? 3.35 : 5.95, 1.9];
  shown.forEach(({ heading, words: said }, i) => {
    const [x, y] = [0.6 + (i % 2) * (w + 0.2), 3.35 + Math.floor(i / 2) * (h + 0.05)];
    slide.addText(box(heading, short(said), map ? 13 : 16), { x, y, w, h, valign: "top", margin: 0, fit: "shrink" });
  });
  if (map) {
    const width = 5.2;
    const height = width * (page.drawn.height ?? 1) / (page.drawn.width ?? 1);
    slide.addImage({ data: `image/png;base64,${base64(map)}`, x: 7.6, y: 3.4, w: width, h: height, altText: mapInWords(page.drawn) });
    slide.addText(page.drawn.without || words["map-widths"], { x: 7.6, y: 3.45 + height, w: width, h: 0.5, fontSize: 12, color: SOFT, lang, margin: 0, valign: "top" });
  }
  return deck;
}

function base64(/** @type {Uint8Array} */ bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
