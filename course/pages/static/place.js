// Where the learner is: told to the session now and then, offered on the next visit, and carried
// along to the other language, whose cells have the same names.

/** @import { Off, Page, Place } from "#types" */

const PAUSE = 1500; // ms of reading in one place before it counts

/**
 * @param {Pick<Page, "place">} page
 * @param {(cell: string) => void} keep
 * @param {() => Element[]} shown  the cells that are shown now, in order
 * @returns {{look: () => void, off: Off}} what looks again when others are shown, and what ends the watch
 */
export function watchPlace({ place }, keep, shown) {
  const twin = /** @type {HTMLAnchorElement} */ (document.getElementById("twin"));
  const twinPage = twin.getAttribute("href") ?? "";
  const top = document.querySelector("main .text[id]")?.id;
  /** @type {string | undefined} */
  let here;
  // Where the reader last stayed a while in this visit, the top aside.
  let rested = shown().find(({ id }) => location.hash === `#${id}` && id !== top)?.id ?? null;
  /** @type {string | undefined} */
  let told;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  offer(place, shown());

  // Whoever goes up to the links at the head of the page is on an errand: the place is kept.
  function look() {
    const line = window.innerHeight / 3;
    const cells = shown();
    const above = cells.filter((cell) => cell.getBoundingClientRect().top <= line);
    here = above.at(-1)?.id ?? cells[0]?.id ?? here;
    const at = here === top ? rested : here;
    twin.href = at ? `${twinPage}#${at}` : twinPage;
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
  }

  function tell() {
    if (here && here !== top) rested = here;
    const at = rested ?? place?.cell ?? top;
    if (!at || at === told) return;
    told = at;
    keep(at);
  }

  document.addEventListener("scroll", look, { passive: true });
  look();
  return {
    look,
    off: () => {
      document.removeEventListener("scroll", look);
      clearTimeout(timer);
    },
  };
}

/**
 * A quiet link to where the last visit ended, unless that is the top.
 * @param {Place | null} place
 * @param {Element[]} cells
 */
function offer(place, cells) {
  const target = place && document.getElementById(place.cell);
  if (!target || cells.indexOf(target) < 1 || location.hash) return;
  const heading = cells.slice(0, cells.indexOf(target) + 1).reverse()
    .map((cell) => cell.querySelector("h2, h3") ?? cell.parentElement?.querySelector(".heading")).find(Boolean);
  if (!heading) return;
  const resume = /** @type {HTMLElement} */ (document.getElementById("resume"));
  resume.querySelector("a")?.setAttribute("href", `#${target.id}`);
  resume.querySelector("span")?.replaceChildren(heading.textContent);
  resume.hidden = false;
}
