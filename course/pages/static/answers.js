// My answers, looked through: by lesson, by kind, by how it went, by words. What does not fit is out of
// sight. It listens to the document, since a page without a server is drawn again.

/** What is asked for, by name. */
function asked(/** @type {Element} */ finding) {
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (finding.querySelectorAll("select, input"));
  return Object.fromEntries([...fields].map(({ name, value }) => [name, value.trim()]));
}

/** @type {WeakMap<Element, HTMLElement>} the lesson that each row is of, wherever it stands now */
const homes = new WeakMap();

/** All rows in the order of the page, each with its lesson known. */
function rowsOf() {
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("section[data-lesson]"))) {
    for (const row of section.querySelectorAll("[data-kind]")) homes.set(row, section);
  }
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll("section [data-kind]")]);
}

/** Put the rows in the order of their lessons, or all in one list, the latest first. */
function ordered(/** @type {HTMLElement[]} */ rows, /** @type {boolean} */ byTime) {
  const list = document.querySelector("[data-ordered] dl");
  if (!list || byTime === (list.children.length > 0)) return;
  const time = (/** @type {HTMLElement} */ row) => row.dataset.time ?? "";
  if (byTime) {
    for (const [at, row] of rows.entries()) row.dataset.at = String(at);
    list.append(...[...rows].sort((one, other) => time(other).localeCompare(time(one))));
    return;
  }
  for (const row of [...rows].sort((one, other) => Number(one.dataset.at) - Number(other.dataset.at))) homes.get(row)?.querySelector("dl")?.append(row);
}

/** Show what fits, and say how much that is. */
export function find(/** @type {Element} */ finding) {
  const { lesson, kind, went, words, order } = asked(finding);
  const sought = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rows = rowsOf();
  ordered(rows, order === "time");
  let found = 0;
  for (const row of rows) {
    const text = [...row.querySelectorAll("dt, dd:not(.does)")].map((one) => one.textContent).join(" ").toLocaleLowerCase();
    const fits = (!lesson || homes.get(row)?.dataset.lesson === lesson) && (!kind || row.dataset.kind === kind)
      && (!went || (row.dataset.went ?? "").split(" ").includes(went)) && sought.every((word) => text.includes(word));
    row.hidden = !fits;
    if (fits) found += 1;
  }
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("section:is([data-lesson], [data-ordered])"))) {
    section.hidden = !section.querySelector("[data-kind]:not([hidden])");
  }
  const told = /** @type {HTMLElement | null} */ (finding.querySelector("[data-found]"));
  if (told) told.textContent = lesson || kind || went || words ? (told.dataset.found ?? "").replace("{n}", String(found)) : "";
}

document.addEventListener("input", ({ target }) => {
  const finding = target instanceof Element ? target.closest(".finding") : null;
  if (finding) find(finding);
});
document.documentElement.dataset.finding = "";
