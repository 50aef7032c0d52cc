// The plan as files: what is written by docx and pptxgenjs is read back as Word and PowerPoint read it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asDocx } from "../../course/pages/static/plan-docx.js";
import { mapAsPng, mapAsSvg, mapInWords } from "../../course/pages/static/plan-picture.js";
import { asSlide } from "../../course/pages/static/plan-slide.js";
import { unzipSync } from "fflate";

/** @import { OnePage, PlanField } from "#types" */

// By names that the type checker does not follow: it would read the libraries themselves.
const KEPT = "../../course/pages/static/kept/";
/** @type {typeof import("docx")} */
const docx = await import(`${KEPT}docx.js`);
/** @type {{default: typeof import("pptxgenjs").default}} */
const { default: Pptx } = await import(`${KEPT}pptxgenjs.js`);

const PNG = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));
const WORDS = {
  title: "Min plan", line: "Nittio dagar", second: "När någon annan har läst", map: "Vårt nätverk", climate: "Klimatet", appendix: "Bilaga", moved: "Bilaga: ur planen", ours: "Vår egen organisation", "ours-bridge": "Bron", "ours-table": "Gränserna",
  before: "Före", after: "Efter", "area-name": "Område", "map-bridge": "Fyrkanten håller bron.", "map-widths": "Ju bredare, desto starkare.",
};

/** @returns {PlanField} */
function field(/** @type {string} */ id, words = "", /** @type {PlanField["form"]} */ form = "half") {
  return { id, heading: `Rubrik ${id}`, words, hint: "Ledtråd", form, beside: "" };
}

/** @returns {OnePage} */
function plan(/** @type {Partial<OnePage>} */ more = {}) {
  return {
    language: "sv", starts: "Startar 30 augusti 2027", size: "usual", empty: false,
    head: [field("title", "Sex ansikten"), field("unit", "Hemtjänsten"), field("name", ""), field("start", "2027-08-30")],
    body: [field("decision", "Ja till <försöket> & sex veckor", "wide"), field("problem", "Nio olika\nRäknat i augusti"), field("stop-rule", "När …", "rule"), field("owner")],
    line: [30, 60, 90].map((days) => ({ days, day: "2027-09-29", dated: "29 september 2027", reached: false, field: field(`day-${days}`, "Räknat"), outcome: field(`day-${days}-outcome`, "", "outcome") })),
    asked: [field("reader", "Chefen")],
    drawn: {
      width: 360, height: 216, told: ["Hos oss: A & B."], without: "Utan B nås ingen.",
      parties: [{ name: "A & B", lines: ["A & B"], inside: true, bridge: false, x: 180, y: 106, below: true }, { name: "C", lines: ["C"], inside: false, bridge: true, x: 180, y: 40, below: false }],
      ties: [{ one: 0, other: 1, strength: 4 }],
    },
    areas: [{ about: "Trygghet", before: "2,0", after: "", shares: [0.25, null] }],
    ours: null,
    appendix: [{ heading: "Lektion 0", lesson: "00-start", items: [{ label: "En tanke", words: "Fredagar", advice: "Bra." }] }],
    moved: [], movable: [],
    ...more,
  };
}

/** The files of an archive, as text. */
function read(/** @type {Uint8Array} */ bytes) {
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, decoder.decode(content)]));
}

async function written(/** @type {OnePage} */ page, /** @type {Uint8Array | null} */ map = PNG, /** @type {Uint8Array | undefined} */ ours = undefined) {
  return read(await docx.Packer.pack(asDocx(docx, page, WORDS, map ?? undefined, ours), "uint8array"));
}

/** Each paragraph's style and words. */
function paragraphs(/** @type {string} */ xml) {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside]) => [
    /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1] ?? "",
    [...inside.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(""),
  ]);
}

test("every heading has a style, and every word of the learner stands under its own", async () => {
  const found = paragraphs((await written(plan()))["word/document.xml"]);
  assert.deepEqual(found.slice(0, 9), [
    ["Title", "Sex ansikten"], ["Given", "Hemtjänsten · Startar 30 augusti 2027"],
    ["Heading1", "Rubrik decision"], ["", "Ja till &lt;försöket&gt; &amp; sex veckor"],
    ["Heading1", "Rubrik problem"], ["", "Nio olika"], ["", "Räknat i augusti"],
    ["Heading1", "Rubrik stop-rule"], ["Rule", "När …"],
  ]);
  assert.deepEqual(found.slice(-5), [["Appendix", "Bilaga"], ["Heading2", "Lektion 0"], ["Heading3", "En tanke"], ["", "Fredagar"], ["Given", "Bra."]]);
  assert.ok(!found.some(([, text]) => text.includes("Ledtråd")), "a hint is not what the learner said");
});

test("the language is set, tables have heads, and the map has its words", async () => {
  for (const [language, tag] of /** @type {const} */ ([["sv", "sv-SE"], ["en", "en-GB"]])) {
    const files = await written(plan({ language }));
    assert.match(files["word/styles.xml"], new RegExp(`<w:docDefaults>.*<w:lang w:val="${tag}"/>.*</w:docDefaults>`, "s"));
    assert.equal(files["word/document.xml"].match(/<w:tblHeader\/>/g)?.length, 3);
    assert.match(files["word/document.xml"], /<wp:docPr[^>]*descr="Hos oss: A &amp; B\. Utan B nås ingen\."/);
    assert.match(files["docProps/core.xml"], /<dc:title>Sex ansikten<\/dc:title>/);
  }
});

test("what happened is a row of its own below what was planned, once some of it is told", async () => {
  const page = plan();
  const rows = async () => (await written(page))["word/document.xml"].match(/<w:tr>/g)?.length ?? 0;
  const before = await rows();
  page.line[1].outcome.words = "Vi hann inte\nmen vet varför";
  assert.equal(await rows(), before + 1);
  const found = paragraphs((await written(page))["word/document.xml"]).map(([, text]) => text);
  const at = found.indexOf("Rubrik day-60-outcome: Vi hann inte");
  assert.deepEqual(found.slice(at - 4, at + 3), ["Räknat", "Räknat", "Räknat", "", "Rubrik day-60-outcome: Vi hann inte", "men vet varför", ""]);
});

test("one's own organisation begins the appendix, and the bridge that was chosen stands under its field", async () => {
  const beside = "Bron som vi väljer: Enhet 1 och enhet 2.";
  const { drawn } = plan();
  const xml = (await written(plan({
    body: [field("decision"), { ...field("bridges", "Ekonomi"), beside }],
    appendix: [],
    ours: { told: ["Mest hänger på enhet 2."], bridge: "Enhet 1 och enhet 2.", about: "Raden …", head: ["Från", "1", "2"], cells: [["1. Enhet 1", "", "3"], ["2. Enhet 2", "1", ""]], drawn, note: "Ju bredare …" },
  }), PNG, PNG))["word/document.xml"];
  const found = paragraphs(xml);
  const texts = found.map(([, text]) => text);
  assert.deepEqual(found[texts.indexOf(beside)], ["Given", beside]);
  assert.deepEqual(found[texts.indexOf("Mest hänger på enhet 2.") - 1], ["Heading2", "Vår egen organisation"]);
  assert.ok(texts.indexOf("Mest hänger på enhet 2.") > texts.indexOf("Bilaga"));
  assert.ok(texts.includes("2. Enhet 2"));
  assert.equal(xml.match(/<pic:pic /g)?.length, 2);
});

test("what was moved from the page stands first in the appendix, once", async () => {
  const xml = (await written(plan({ moved: ["owner", "map"], body: [field("decision"), field("owner", "Enhetschefen")] })))["word/document.xml"];
  const found = paragraphs(xml);
  const at = found.findIndex(([, text]) => text === "Bilaga: ur planen");
  assert.deepEqual(found.slice(at, at + 4), [["Appendix", "Bilaga: ur planen"], ["Heading1", "Rubrik owner"], ["", "Enhetschefen"], ["Heading1", "Vårt nätverk"]]);
  const titles = found.map(([, text]) => text);
  for (const text of ["Enhetschefen", "Vårt nätverk", "Klimatet"]) assert.equal(titles.filter((one) => one === text).length, 1, text);
  assert.ok(titles.indexOf("Klimatet") < at, "the profile was not moved");
  assert.equal(xml.match(/<pic:pic /g)?.length, 1);
});

test("what was not given is not made up", async () => {
  const bare = plan({ head: ["title", "unit", "name", "start"].map((id) => field(id)), starts: "", drawn: {}, areas: [], appendix: [] });
  const files = await written(bare, null);
  const found = paragraphs(files["word/document.xml"]);
  assert.deepEqual(found[0], ["Title", "Min plan"]);
  assert.deepEqual(found[1], ["Heading1", "Rubrik decision"]);
  assert.ok(!found.some(([style]) => style === "Appendix"));
  assert.ok(!files["word/document.xml"].includes("<w:drawing>"));
});

test("the slide has its title in a title's place, the decision, and the map with its words", async () => {
  const bytes = /** @type {Uint8Array} */ (await asSlide(Pptx, plan(), WORDS, PNG).write({ outputType: "uint8array" }));
  const files = read(bytes);
  assert.deepEqual(Object.keys(files).filter((name) => /slides\/slide\d+\.xml$/.test(name)), ["ppt/slides/slide1.xml"]);
  const slide = files["ppt/slides/slide1.xml"];
  assert.match(slide, /<p:ph[^>]*type="title"/);
  assert.match(slide, /descr="Hos oss: A &amp; B\. Utan B nås ingen\."/);
  for (const text of ["Sex ansikten", "Ja till &lt;försöket&gt; &amp; sex veckor", "När …"]) assert.ok(slide.includes(`${text}</a:t>`), text);
  assert.ok(slide.includes(' lang="sv-SE"'));
  assert.ok(!slide.includes('<a:rPr lang="en-US"'), "no text is said to be in another language");
});

test("what has no room on the slide ends with a sentence, or else with a word", async () => {
  const law = "Den som märker det rapporterar genast enligt lex Sarah (SoL 27 kap. 2 §), också om det är kväll.";
  const whole = `${"Då tar vi tillbaka schemat samma dag. ".repeat(5)}${law}`; // 5 times 38 letters are before it
  const slide = async (/** @type {string} */ words) => {
    const page = plan({ body: [field("decision", "Ja"), field("stop-rule", words, "rule")] });
    return read(/** @type {Uint8Array} */ (await asSlide(Pptx, page, WORDS).write({ outputType: "uint8array" })))["ppt/slides/slide1.xml"];
  };
  assert.ok((await slide(whole)).includes("schemat samma dag. …</a:t>"));
  assert.ok((await slide(law + law)).includes(`${law}${law}</a:t>`), "what has room is whole");
  assert.ok((await slide("ett ord till ".repeat(40))).includes("ett ord till …</a:t>")); // 13 letters 20 times
});

test("the map is a picture that stands alone, and no name in it is markup", () => {
  const svg = mapAsSvg(plan().drawn);
  assert.ok(svg.includes(">A &amp; B</text>") && svg.includes('stroke-width="5.5"') && svg.includes("<rect x=\"172\""));
  assert.ok(!svg.includes("var("));
  assert.equal(mapAsSvg({}), "");
  assert.equal(mapInWords({}), "");
});

test("without a map no picture is painted", async () => {
  assert.equal(await mapAsPng({}, async () => assert.fail("nothing to paint")), undefined);
  const painted = await mapAsPng(plan().drawn, async (svg) => new Blob([/ width="\d+" height="\d+"/.exec(svg)?.[0] ?? ""]));
  assert.equal(new TextDecoder().decode(painted), ' width="720" height="432"');
});
