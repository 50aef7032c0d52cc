// My answers, looked through: by lesson, by kind, by how it went, by words. What does not fit is out of
// sight. It listens to the document, since a page without a server is drawn again.

/** What is asked for, by name. */
function asked(/** @type {Element} */ finding) {
  const fields = /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (finding.querySelectorAll("select, input"));
  return Object.fromEntries([...fields].map(({ name, value }) => [name, value.trim()]));
}

/** Show what fits, and say how much that is. */
export function find(/** @type {Element} */ finding) {
  const { lesson, kind, went, words } = asked(finding);
  const sought = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("section[data-lesson]"))) {
    const isMeant = !lesson || section.dataset.lesson === lesson;
    let here = 0;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-kind]"))) {
      const text = [...row.querySelectorAll("dt, dd:not(.does)")].map((one) => one.textContent).join(" ").toLocaleLowerCase();
      const fits = isMeant && (!kind || row.dataset.kind === kind)
        && (!went || (row.dataset.went ?? "").split(" ").includes(went)) && sought.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) here += 1;
    }
    section.hidden = here === 0;
    found += here;
  }
  const told = /** @type {HTMLElement | null} */ (finding.querySelector("[data-found]"));
  if (told) told.textContent = lesson || kind || went || words ? (told.dataset.found ?? "").replace("{n}", String(found)) : "";
}

document.addEventListener("input", ({ target }) => {
  const finding = target instanceof Element ? target.closest(".finding") : null;
  if (finding) find(finding);
});
document.documentElement.dataset.finding = "";
