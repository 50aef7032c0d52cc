// What says where one is among a lesson's steps: the bar, the list beside the text, the page's title,
// and what Back and Next lead to.

/** @import { Step } from "#types" */
/** @typedef {"short" | "all"} Way  how much of the lesson */

/**
 * @typedef {object} Where  where one is
 * @property {Step[]} all  the steps of the way that is gone
 * @property {number} at  the one that is shown, counted from 0
 * @property {Way} way
 * @property {boolean} isWhole  whether all of the lesson is shown at once
 * @property {Record<string, string>} words
 * @property {string} title  the page's own
 */

/** How many whole minutes are left from a step on; at least one until the last. */
export function minutesLeft(/** @type {Step[]} */ steps, /** @type {number} */ from) {
  const left = steps.slice(from).reduce((sum, { minutes }) => sum + minutes, 0);
  return from < steps.length - 1 ? Math.max(1, Math.round(left)) : 0;
}

/** Say where one is, wherever that is said. */
export function tell(/** @type {Where} */ where) {
  const { all, at, way, isWhole, words, title } = where;
  const numbers = { n: at + 1, of: all.length };
  const minutes = minutesLeft(all, at);
  set("where", filled(words["step-of"], numbers));
  set("step-left", minutes ? filled(words["minutes-left"], { n: minutes }) : "");
  set("whole", words[isWhole ? "show-steps" : "show-whole"]);
  for (const button of document.querySelectorAll("button[data-way]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-way") === way));
  }
  draw(where);
  list(where);
  name();
  link("back", all[at - 1]);
  link("next", all[at + 1]);
  const onward = document.getElementById("onward");
  if (onward) onward.hidden = at < all.length - 1;
  document.documentElement.toggleAttribute("data-edge", at === 0 || at === all.length - 1);
  // The lesson's title is the heading of its first step, and need not be said twice.
  const step = title.startsWith(all[at].title) ? title : `${all[at].title} – ${title}`;
  document.title = isWhole ? title : filled(words["step-title"], { ...numbers, step });
}

/** A piece for each step, filled as far as one has come. */
function draw(/** @type {Where} */ { all, at }) {
  /** @type {NodeListOf<HTMLElement>} */
  const segments = document.querySelectorAll("#segments > li");
  for (const [n, segment] of segments.entries()) {
    segment.hidden = n >= all.length;
    segment.className = n < at ? "done" : n === at ? "here" : "";
  }
}

/** The steps beside the text: those of the way that is gone, and which one is shown. */
function list(/** @type {Where} */ { all, at, isWhole }) {
  /** @type {NodeListOf<HTMLElement>} */
  const links = document.querySelectorAll("#of-lesson a[data-to]");
  for (const one of links) {
    const to = all.findIndex(({ id }) => id === one.dataset.to);
    if (one.parentElement) one.parentElement.hidden = !isWhole && to < 0;
    one.classList.toggle("done", !isWhole && to < at);
    if (isWhole || to !== at) one.removeAttribute("aria-current");
    else {
      one.setAttribute("aria-current", "step");
      keepInView(one);
    }
  }
}

/** The lesson's name in the bar is the first heading of a step that has no such heading itself. */
function name() {
  const bar = document.querySelector(".stepbar .of");
  const hasOwn = document.querySelector("section[data-step]:not([hidden]) h1") !== null;
  for (const [attribute, value] of [["role", "heading"], ["aria-level", "1"]]) {
    if (hasOwn) bar?.removeAttribute(attribute);
    else bar?.setAttribute(attribute, value);
  }
}

/** Let the list of steps scroll to one of them, where it scrolls by itself; the page stays. */
function keepInView(/** @type {HTMLElement} */ one) {
  const rail = one.closest(".rail");
  if (!rail || rail.scrollHeight <= rail.clientHeight) return;
  const list = rail.getBoundingClientRect();
  const { top, bottom } = one.getBoundingClientRect();
  if (top < list.top || bottom > list.bottom) rail.scrollTop += top - list.top - rail.clientHeight / 2;
}

function link(/** @type {string} */ id, /** @type {Step | undefined} */ step) {
  const to = /** @type {HTMLAnchorElement} */ (document.getElementById(id));
  to.hidden = !step;
  if (step) to.setAttribute("href", `#${step.id}`);
}

function set(/** @type {string} */ id, /** @type {string} */ text) {
  document.getElementById(id)?.replaceChildren(text);
}

function filled(/** @type {string} */ words, /** @type {Record<string, string | number>} */ values) {
  return words.replace(/\{(\w+)\}/g, (hole, key) => String(values[key] ?? hole));
}
