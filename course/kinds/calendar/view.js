import { widget } from "../../widgets/static/card.js";
import { fill, h, locale, said } from "../../widgets/static/parts.js";

/** @import { Language, Said, View, Words } from "#types" */

/** @typedef {{day: number, start: number, end: number, text: string, who: string}} Busy */
/** @typedef {{opens: number, closes: number, days: number, hours: number, busy: Busy[]}} Week */
/** @typedef {{long: string, short: string}} Day  its name, and that where there is little room */
/** @typedef {number[]} Hour  a day and the hour at which it begins */

// A week as a table of toggle buttons, with what each hour is taken by. Arrow keys move between hours,
// space and Enter choose. Where it is narrow, one day is shown at a time.
/** @type {Record<string, number[]>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @type {View<Week, Hour[], {clashing: Hour[]}>} */
function calendar({ task, words, language, changed }) {
  const days = daysOf(task.days, language);
  const news = h("p", { class: "news", role: "status" });
  const taken = (/** @type {number} */ day, /** @type {number} */ hour) => task.busy.find((one) =>
    one.day === day && one.start <= hour && hour < one.end);
  /** @type {Map<string, HTMLButtonElement>} */
  const cells = new Map();
  const week = weekTable(task, days, words, (day, hour) => {
    const button = hourButton(days[day].long, hour, taken(day, hour));
    button.dataset.at = `${day}-${hour}`;
    button.onclick = () => toggle(button);
    button.onkeydown = (event) => steer(event, day, hour);
    cells.set(`${day}-${hour}`, button);
    return button;
  });
  const shown = oneDay(week, days, words);

  const chosen = () => [...cells].filter(([, button]) => button.getAttribute("aria-pressed") === "true")
    .map(([at]) => at.split("-").map(Number));

  /** What the marked hours are taken from, each once. */
  function takenFrom() {
    const from = chosen().map(([day, hour]) => {
      const busy = taken(day, hour);
      return busy && `${busy.text} (${days[day].short} ${busy.start}–${busy.end})`;
    });
    return [...new Set(from.filter(Boolean))].join(", ");
  }

  function toggle(/** @type {HTMLButtonElement} */ button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    button.classList.remove("clash");
    const what = takenFrom();
    news.textContent = fill(words["hours-chosen"], { n: chosen().length, all: task.hours })
      + (what ? ` ${fill(words["takes-from"], { what })}` : "");
    shown.mark(chosen());
    changed();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} day
   * @param {number} hour
   */
  function steer(event, day, hour) {
    const by = ARROWS[event.key];
    const next = by && cells.get(`${day + by[0]}-${hour + by[1]}`);
    if (!next) return;
    event.preventDefault();
    if (by[0]) shown.show(day + by[0]);
    next.focus();
  }

  return {
    node: h("div", {}, shown.node, h("div", { class: "scroll" }, week), news),
    answer: chosen,
    show: (answer) => {
      const marked = new Set((Array.isArray(answer) ? answer : []).map(([day, hour]) => `${day}-${hour}`));
      for (const [at, button] of cells) {
        button.setAttribute("aria-pressed", String(marked.has(at)));
        button.classList.remove("clash");
      }
      shown.mark(chosen());
      news.textContent = ""; // it was of hours that one had marked
    },
    judged: ({ said: pieces, detail }) => {
      const clashing = new Set(detail.clashing.map(([day, hour]) => `${day}-${hour}`));
      for (const [at, button] of cells) button.classList.toggle("clash", clashing.has(at));
      return toldOf(pieces, words);
    },
  };
}

/** What is said of the week, and below it what goes without one's hours. */
function toldOf(/** @type {Said[]} */ pieces, /** @type {Words} */ words) {
  const without = pieces.filter(({ tone }) => tone === "note");
  return [...pieces.filter(({ tone }) => tone !== "note").map(said),
    ...(without.length ? [h("h4", {}, words["does-without"]), ...without.map(said)] : [])];
}

/**
 * A week as a table: a column a day, a row an hour.
 * @param {Week} week
 * @param {Day[]} days
 * @param {Words} words
 * @param {(day: number, hour: number) => HTMLElement} cell
 */
function weekTable({ opens, closes, hours: n }, days, words, cell) {
  const hours = Array.from({ length: closes - opens }, (_, i) => opens + i);
  const head = (/** @type {Day} */ { long, short }, /** @type {number} */ day) => h("th", { scope: "col", "data-day": day },
    h("span", { class: "long" }, long), h("abbr", { title: long, class: "short" }, short));
  return h("table", { class: "week" },
    h("caption", {}, fill(words["protect-hours"], { n })),
    h("thead", {}, h("tr", {}, h("td"), days.map(head))),
    h("tbody", {}, hours.map((hour) => h("tr", {}, h("th", { scope: "row" }, `${hour}–${hour + 1}`),
      days.map((_, day) => h("td", { "data-day": day }, cell(day, hour)))))));
}

/**
 * Which day is shown where only one is, and which days have marked hours, for whoever sees one at a time.
 * @param {HTMLElement} week
 * @param {Day[]} days
 * @param {Words} words
 */
function oneDay(week, days, words) {
  const picks = days.map(({ long, short }, day) => h("button", {
    type: "button", class: "quiet", "aria-pressed": "false", "aria-label": long, onclick: () => show(day),
  }, short));

  function show(/** @type {number} */ shown) {
    week.dataset.shown = String(shown);
    picks.forEach((one, day) => { one.setAttribute("aria-pressed", String(day === shown)); });
    for (const one of week.querySelectorAll("[data-day]")) {
      one.classList.toggle("shown", one.getAttribute("data-day") === String(shown));
    }
  }

  function mark(/** @type {Hour[]} */ chosen) {
    const of = chosen.map(([day]) => day);
    picks.forEach((one, day) => { one.classList.toggle("has", of.includes(day)); });
  }

  show(0);
  return { node: h("div", { class: "day-picker", role: "group", "aria-label": words["show-day"] }, picks), show, mark };
}

/**
 * The days of a week from Monday on, by their names.
 * @param {number} n
 * @param {Language} language
 * @returns {Day[]}
 */
function daysOf(n, language) {
  const [long, short] = /** @type {const} */ (["long", "short"]).map((weekday) =>
    new Intl.DateTimeFormat(locale(language), { weekday, timeZone: "UTC" }));
  return Array.from({ length: n }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)))
    .map((date) => ({ long: long.format(date), short: short.format(date) }));
}

/** An hour to mark: what it is taken by stands in its first one, and is told at each. */
function hourButton(/** @type {string} */ day, /** @type {number} */ hour, /** @type {Busy | undefined} */ busy) {
  const begins = busy?.start === hour;
  const ends = busy?.end === hour + 1;
  return h("button", {
    type: "button", class: ["hour", busy && "busy", begins && "begins", ends && "ends"].filter(Boolean).join(" "),
    "aria-pressed": "false",
    "aria-label": [`${day} ${hour}–${hour + 1}`, busy?.text, busy?.who].filter(Boolean).join(", "),
  }, begins ? h("span", { class: "what" }, busy.text) : null, begins && busy.who ? h("small", {}, busy.who) : null);
}

export default widget(calendar);
