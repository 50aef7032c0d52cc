// Whether the plan has room on one sheet of paper, and what can be moved into its appendix. It is measured
// on the printed layout: the page takes that on between two pictures of it on the screen, so nobody sees it.

/** @import { OnePage, Words } from "#types" */

const MM = 96 / 25.4; // CSS pixels
const WIDTH = (210 - 2 * 13) * MM; // inside the margins that one-page.css gives an A4
const HEIGHT = (297 - 2 * 10) * MM;
const OFFERED = 3; // parts that one may move

/** @typedef {{id: string, heading: string, lines: number}} Part  what goes with it, in lines */

/**
 * How many lines the plan runs over one page, and the parts with which most of them would go.
 * @param {HTMLElement} sheet
 * @param {string[]} movable
 * @returns {{lines: number, parts: Part[]}}
 */
function measured(sheet, movable) {
  const over = () => sheet.getBoundingClientRect().height - HEIGHT;
  const far = over();
  const line = Number.parseFloat(getComputedStyle(sheet).lineHeight);
  if (far < 0.5) return { lines: 0, parts: [] };
  const nodes = partsOf(sheet).filter((one) => movable.includes(nameOf(one)));
  const parts = nodes.map((one) => {
    one.style.display = "none";
    const lines = Math.floor((far - over()) / line);
    one.style.display = "";
    return { id: nameOf(one), heading: one.querySelector("h2")?.textContent ?? "", lines };
  });
  const most = parts.filter(({ lines }) => lines > 0).sort((a, b) => b.lines - a.lines);
  return { lines: Math.ceil(far / line), parts: most.slice(0, OFFERED) };
}

/**
 * Measure something while the page looks as it does on paper.
 * @template T
 * @param {HTMLElement} sheet
 * @param {() => T} measure
 */
function onPaper(sheet, measure) {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
    .filter((rule) => rule instanceof CSSMediaRule).filter(({ media }) => /^(print|screen)\b/.test(media.mediaText));
  const usual = rules.map(({ media }) => media.mediaText);
  const [left, top] = [window.scrollX, window.scrollY];
  const moved = movedOf(sheet);
  for (const { media } of rules) media.mediaText = media.mediaText.startsWith("print") ? "all" : "not all";
  sheet.style.width = `${WIDTH}px`;
  moved.style.display = "none";
  try {
    return measure();
  } finally {
    for (const [at, { media }] of rules.entries()) media.mediaText = usual[at];
    sheet.style.width = "";
    moved.style.display = "";
    window.scrollTo({ left, top, behavior: "instant" });
  }
}

const movedOf = (/** @type {HTMLElement} */ sheet) => /** @type {HTMLElement} */ (sheet.querySelector(".in-appendix"));
const nameOf = (/** @type {Element} */ part) => /** @type {HTMLElement} */ (part).dataset.part ?? "";
const partsOf = (/** @type {ParentNode} */ place) => /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-part]")]);

/**
 * Have the parts stand on the page, or in the appendix where they were moved to, each in its order.
 * @param {HTMLElement} sheet
 * @param {OnePage} page
 */
function arrange(sheet, { body, moved }) {
  const order = [...body.map(({ id }) => id), "map", "climate"];
  const away = movedOf(sheet);
  for (const part of partsOf(sheet)) {
    const goes = moved.includes(nameOf(part));
    if (away.contains(part) === goes) continue;
    const kind = part.parentElement?.matches(".figures") ? ".parts.figures" : ".parts:not(.figures)";
    const place = [...sheet.querySelectorAll(kind)].find((one) => away.contains(one) === goes);
    const next = partsOf(place ?? sheet).find((one) => order.indexOf(nameOf(one)) > order.indexOf(nameOf(part)));
    place?.insertBefore(part, next ?? null);
  }
  away.hidden = !moved.length;
}

/**
 * Tell whether the plan has room, anew each time that it has changed.
 * @param {HTMLElement} sheet
 * @param {Words} words
 * @param {typeof import("../../widgets/static/elements.js")} elements
 * @param {(moved: string[]) => void} move  have these parts stand in the appendix
 */
export function fitting(sheet, words, { fill, h }, move) {
  const place = /** @type {HTMLElement} */ (document.getElementById("plan-long"));
  const told = /** @type {HTMLElement} */ (document.getElementById("plan-over"));
  const row = /** @type {HTMLElement} */ (place.querySelector(".row"));
  let wasOver = false;
  let isMoving = false;
  const lines = (/** @type {number} */ n) => fill(words[n === 1 ? "one-line" : "lines"], { n });

  function offer(/** @type {Part} */ { id, heading, lines: n }, /** @type {string[]} */ moved) {
    const go = () => {
      isMoving = true;
      move([...moved, id]);
    };
    return h("button", { type: "button", class: "quiet", onclick: go }, fill(words["move-part"], { what: heading, lines: lines(n) }));
  }

  /** A way back for each part that was moved. */
  function back(/** @type {string[]} */ moved) {
    for (const part of partsOf(sheet)) {
      part.querySelector(".back")?.remove();
      if (!moved.includes(nameOf(part))) continue;
      const go = () => {
        isMoving = true;
        move(moved.filter((one) => one !== nameOf(part)));
      };
      part.append(h("button", { type: "button", class: "as-link back on-screen", onclick: go }, fill(words["move-back"], { what: part.querySelector("h2")?.textContent ?? "" })));
    }
  }

  return (/** @type {OnePage} */ page) => {
    arrange(sheet, page);
    back(page.moved);
    const { lines: n, parts } = onPaper(sheet, () => measured(sheet, page.movable.filter((one) => !page.moved.includes(one))));
    place.hidden = !n && !wasOver;
    wasOver ||= n > 0;
    const said = n ? `${fill(words.over, { lines: lines(n) })} ${words[parts.length ? "over-move" : "over-cut"]}` : words.fits;
    if (!place.hidden && told.textContent !== said) told.textContent = said;
    row.replaceChildren(...parts.map((one) => offer(one, page.moved)));
    if (isMoving) (place.hidden ? document.getElementById("plan-said") : told)?.focus(); // the button that was pressed is gone
    isMoving = false;
  };
}
