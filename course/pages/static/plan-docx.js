// The plan as a Word document, by npm's docx: styles with names, headings, tables with heads, the
// language of the words, and the map in words beside its picture. It is written from the session's
// document, so that every runtime gives the same.

import { mapInWords } from "./plan-picture.js";

/** @import { OnePage, PlanField, Words } from "#types" */
/** @typedef {typeof import("docx")} Docx */
/** @typedef {import("docx").FileChild} Child */

const ACCENT = "0A6B6B";
const WARM = "8A4B08";
const SOFT = "55636A";
const LINE = "DAD8CF";
const SIZES = { usual: 20, small: 18, smallest: 16 }; // half points
const LANGUAGES = { sv: "sv-SE", en: "en-GB" };
const NARROW = 82; // millimetres of a column
const WIDE = 180;
const NAME = 48; // of a column with names of units

/** The styles of all that is in the document, by the names that Word shows. */
function styles(/** @type {OnePage} */ { language, size: how }) {
  const size = SIZES[how];
  const heading = (/** @type {number} */ more, /** @type {number} */ before) => ({
    run: { size: size + more, bold: true, color: ACCENT, font: "Calibri" },
    paragraph: { spacing: { before, after: 0 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { font: "Calibri", size, language: { value: LANGUAGES[language] } } },
      title: { run: { size: 40, bold: true, font: "Georgia", color: "1D282D" }, paragraph: { spacing: { after: 20 } } },
      heading1: heading(1, 90), heading2: heading(4, 200), heading3: heading(1, 120),
    },
    paragraphStyles: [
      { id: "Given", name: "Plan Given", basedOn: "Normal", quickFormat: true, run: { color: SOFT }, paragraph: { spacing: { after: 40 } } },
      { id: "Rule", name: "Plan Stop Rule", basedOn: "Normal", quickFormat: true, paragraph: { shading: { fill: "FBF0DE" }, border: { left: { style: /** @type {const} */ ("single"), size: 18, space: 6, color: WARM } } } },
      { id: "Appendix", name: "Plan Appendix", basedOn: "Heading1", next: "Normal", quickFormat: true, run: { size: 32 }, paragraph: { outlineLevel: 0, keepNext: true } },
    ],
  };
}

/**
 * Paragraphs of what somebody wrote, a paragraph a line; one empty one to write in where it is blank.
 * @param {Docx} docx
 * @param {string} words
 * @param {{style?: string}} [how]
 */
function said({ Paragraph }, words, how = {}) {
  return words.split("\n").map((text) => new Paragraph({ text, ...how }));
}

/** A field under its heading. */
function part(/** @type {Docx} */ docx, /** @type {PlanField} */ { heading, words, form, beside }) {
  const head = new docx.Paragraph({ text: heading, heading: docx.HeadingLevel.HEADING_1 });
  return [head, ...said(docx, words, form === "rule" ? { style: "Rule" } : {}), ...(beside ? said(docx, beside, { style: "Given" }) : [])];
}

/**
 * A table whose first row is its head.
 * @param {Docx} docx
 * @param {string[][]} head  the lines of each cell; the first is strong
 * @param {string[][][]} rows
 * @param {number[]} widths  in millimetres
 */
function table(docx, head, rows, widths) {
  const { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, convertMillimetersToTwip: mm } = docx;
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" };
  const cell = (/** @type {string[]} */ lines, /** @type {number} */ i, isHead = false) => new TableCell({
    width: { size: mm(widths[i]), type: WidthType.DXA },
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    children: lines.map((text, n) => new Paragraph({ children: [new TextRun({ text, bold: isHead && n === 0 })] })),
  });
  return new Table({
    width: { size: mm(widths.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
    columnWidths: widths.map((one) => mm(one)),
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((lines, i) => cell(lines, i, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((lines, i) => cell(lines, i)) })),
    ],
  });
}

/**
 * A map as a picture, with its words.
 * @param {Docx} docx
 * @param {OnePage["drawn"]} drawn
 * @param {Uint8Array} data
 * @param {string} name
 */
function pictured({ ImageRun, Paragraph }, drawn, data, name) {
  const width = 290;
  return new Paragraph({ children: [new ImageRun({
    type: "png", data,
    transformation: { width, height: Math.round(width * (drawn.height ?? 1) / (drawn.width ?? 1)) },
    altText: { name, title: name, description: mapInWords(drawn) },
  })] });
}

/**
 * The profile as a table, and the map with its words. LibreOffice moves a table that ends columns.
 * @param {Docx} docx
 * @param {OnePage} page
 * @param {Words} words
 * @param {Uint8Array | undefined} map
 * @param {(id: string) => boolean} stands  whether a figure stands here, and not on the other of page and appendix
 */
function figures(docx, { drawn, areas: all }, words, map, stands) {
  const { HeadingLevel, Paragraph } = docx;
  const areas = stands("climate") ? all : [];
  /** @type {Child[]} */
  const found = [];
  if (areas.length) {
    found.push(new Paragraph({ text: words.climate, heading: HeadingLevel.HEADING_1 }), table(docx,
      [[words["area-name"]], [words.before], [words.after]],
      areas.map(({ about, before, after }) => [[about], [before || "–"], [after || "–"]]),
      [NARROW - 32, 16, 16]));
  }
  const isDrawn = map && stands("map");
  if (isDrawn) {
    found.push(new Paragraph({ text: words.map, heading: HeadingLevel.HEADING_1 }), pictured(docx, drawn, map, words.map), ...said(docx, [drawn.without ? words["map-bridge"] : words["map-widths"], drawn.without].join(" ").trim(), { style: "Given" }));
  }
  if (areas.length && !isDrawn) found.push(new Paragraph({}));
  return found;
}

/** The ninety days, and what somebody else said of the plan. */
function below(/** @type {Docx} */ docx, /** @type {OnePage} */ { line, asked }, /** @type {Words} */ words) {
  const heading = (/** @type {string} */ text) => new docx.Paragraph({ text, heading: docx.HeadingLevel.HEADING_1 });
  const third = [WIDE / 3, WIDE / 3, WIDE / 3];
  const planned = line.map(({ field }) => field.words.split("\n"));
  const happened = line.map(({ outcome: { heading: head, words: given } }) => given ? `${head}: ${given}`.split("\n") : [""]);
  return [
    heading(words.line),
    table(docx, line.map(({ dated, field }) => [field.heading, ...(dated ? [dated] : [])]), line.some(({ outcome }) => outcome.words) ? [planned, happened] : [planned], third),
    heading(words.second),
    table(docx, asked.map(({ heading: head }) => [head]), [asked.map(({ words: given }) => given.split("\n"))], third),
  ];
}

/**
 * One's own organisation, where it was taken along.
 * @param {Docx} docx
 * @param {OnePage["ours"]} ours
 * @param {Words} words
 * @param {Uint8Array | undefined} map
 */
function organisation(docx, ours, words, map) {
  const { HeadingLevel, Paragraph } = docx;
  if (!ours) return [];
  const under = (/** @type {string} */ text) => new Paragraph({ text, heading: HeadingLevel.HEADING_3 });
  const column = (WIDE - NAME) / Math.max(1, ours.head.length - 1);
  return [
    new Paragraph({ text: words.ours, heading: HeadingLevel.HEADING_2 }), ...ours.told.flatMap((text) => said(docx, text)),
    ...(ours.bridge ? [under(words["ours-bridge"]), ...said(docx, ours.bridge)] : []),
    ...(map ? [pictured(docx, ours.drawn, map, words.ours), ...said(docx, ours.note, { style: "Given" })] : []),
    ...(ours.cells.length ? [under(words["ours-table"]), ...said(docx, ours.about), table(docx,
      ours.head.map((text) => [text]), ours.cells.map((row) => row.map((text) => [text])),
      ours.head.map((_, at) => (at ? Math.min(column, 12) : NAME)))] : []),
  ];
}

/**
 * What the learner has moved from the page.
 * @param {Docx} docx
 * @param {OnePage} page
 * @param {Words} words
 * @param {Uint8Array | undefined} map
 */
function moved(docx, page, words, map) {
  const there = page.moved;
  if (!there.length) return [];
  return [new docx.Paragraph({ text: words.moved, style: "Appendix" }),
    ...page.body.filter(({ id }) => there.includes(id)).flatMap((one) => part(docx, one)),
    ...figures(docx, page, words, map, (id) => there.includes(id))];
}

/**
 * All else that was chosen and written.
 * @param {Docx} docx
 * @param {OnePage} page
 * @param {Words} words
 * @param {Uint8Array | undefined} ours  a picture of one's own organisation
 */
function appendix(docx, page, words, ours) {
  const { HeadingLevel, Paragraph } = docx;
  if (!page.appendix.length && !page.ours) return [];
  return [new Paragraph({ text: words.appendix, style: "Appendix" }), ...organisation(docx, page.ours, words, ours), ...page.appendix.flatMap(({ heading, items }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...items.flatMap(({ label, words: given, advice }) => [
      new Paragraph({ text: label, heading: HeadingLevel.HEADING_3 }), ...said(docx, given),
      ...(advice ? said(docx, advice, { style: "Given" }) : []),
    ]),
  ])];
}

/**
 * The document.
 * @param {Docx} docx  the library
 * @param {OnePage} page
 * @param {Words} words  what the plan's page says
 * @param {Uint8Array} [map]  the own map as PNG
 * @param {Uint8Array} [ours]  one's own organisation as PNG
 */
export function asDocx(docx, page, words, map, ours) {
  const { Document, HeadingLevel, Paragraph, SectionType, convertMillimetersToTwip: mm } = docx;
  const [title, unit, name] = page.head.map((one) => one.words);
  const given = [unit, name, page.starts].filter(Boolean).join(" · ");
  const [first, ...rest] = page.body;
  const margin = { top: mm(11), bottom: mm(10), left: mm(15), right: mm(15), header: mm(5), footer: mm(5) };
  const sheet = { page: { size: { width: mm(210), height: mm(297) }, margin } };
  const goesOn = { ...sheet, type: SectionType.CONTINUOUS };
  return new Document({
    title: title || words.title,
    creator: name || words.title,
    lastModifiedBy: name || words.title,
    styles: styles(page),
    sections: [
      { properties: sheet, children: [
        new Paragraph({ text: title || words.title, heading: HeadingLevel.TITLE }),
        ...(given ? said(docx, given, { style: "Given" }) : []),
        ...part(docx, first),
      ] },
      { properties: { ...goesOn, column: { count: 2, space: mm(WIDE - 2 * NARROW) } }, children: [
        ...rest.filter(({ id }) => !page.moved.includes(id)).flatMap((one) => part(docx, one)),
        ...figures(docx, page, words, map, (id) => !page.moved.includes(id)),
      ] },
      { properties: goesOn, children: below(docx, page, words) },
      ...(page.appendix.length || page.ours || page.moved.length
        ? [{ properties: { ...sheet, type: SectionType.NEXT_PAGE }, children: [...moved(docx, page, words, map), ...appendix(docx, page, words, ours)] }] : []),
    ],
  });
}
