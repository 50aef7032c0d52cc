import { widget } from "../../widgets/static/card.js";
import { fill, h, locale, said } from "../../widgets/static/parts.js";

/** @import { View } from "#types" */

/** @typedef {{day: number, start: number, end: number, text: string, who: string}} Busy */
/** @typedef {{opens: number, closes: number, days: number, hours: number, busy: Busy[]}} Week */
/** @typedef {number[]} Hour  a day and the hour at which it begins */

// A week as a table of toggle buttons, with what each hour is taken by. Arrow keys move between hours,
// space and Enter choose. Where it is narrow, one day is shown at a time.
/** @type {Record<string, number[]>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @type {View<Week, Hour[], {clashing: Hour[]}>} */
function calendar({ task, words, language, changed }) {
  const days = Array.from({ length: task.days }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)));
  const name = (/** @type {"long" | "short"} */ style) => (/** @type {Date} */ date) =>
    new Intl.DateTimeFormat(locale(language), { weekday: style, timeZone: "UTC" }).format(date);
  const hours = Array.from({ length: task.closes - task.opens }, (_, i) => task.opens + i);
  const news = h("p", { class: "news", role: "status" });
  const taken = (/** @type {number} */ day, /** @type {number} */ hour) => task.busy.find((one) =>
    one.day === day && one.start <= hour && hour < one.end);

  /** @type {Map<string, HTMLButtonElement>} */
  const cells = new Map();
  const cell = (/** @type {number} */ day, /** @type {number} */ hour) => {
    const busy = taken(day, hour);
    const when = `${name("long")(days[day])} ${hour}–${hour + 1}`;
    const begins = busy?.start === hour;
    const button = h("button", {
      type: "button", class: ["hour", busy && "busy", begins && "begins", busy && hour + 1 === busy.end && "ends"].filter(Boolean).join(" "),
      "aria-pressed": "false", "data-at": `${day}-${hour}`,
      "aria-label": [when, busy?.text, busy?.who].filter(Boolean).join(", "),
      onclick: () => toggle(button), onkeydown: (event) => steer(event, day, hour),
    }, begins ? h("span", { class: "what" }, busy?.text) : null,
    begins && busy?.who ? h("small", {}, busy.who) : null);
    cells.set(`${day}-${hour}`, button);
    return h("td", { "data-day": day }, button);
  };
  const head = (/** @type {Date} */ date, /** @type {number} */ day) => h("th", { scope: "col", "data-day": day },
    h("span", { class: "long" }, name("long")(date)), h("abbr", { title: name("long")(date), class: "short" }, name("short")(date)));
  const week = h("table", { class: "week" },
    h("caption", {}, fill(words["protect-hours"], { n: task.hours })),
    h("thead", {}, h("tr", {}, h("td"), days.map(head))),
    h("tbody", {}, hours.map((hour) => h("tr", {},
      h("th", { scope: "row" }, `${hour}–${hour + 1}`), days.map((_, day) => cell(day, hour))))));
  const picks = days.map((date, day) => h("button", {
    type: "button", class: "quiet", "aria-pressed": "false", "aria-label": name("long")(date), onclick: () => showDay(day),
  }, name("short")(date)));
  const picker = h("div", { class: "day-picker", role: "group", "aria-label": words["show-day"] }, picks);

  /** Which day is shown where only one is. */
  function showDay(/** @type {number} */ shown) {
    week.dataset.shown = String(shown);
    picks.forEach((one, day) => { one.setAttribute("aria-pressed", String(day === shown)); });
    for (const one of week.querySelectorAll("[data-day]")) {
      one.classList.toggle("shown", one.getAttribute("data-day") === String(shown));
    }
  }

  const chosen = () => [...cells].filter(([, button]) => button.getAttribute("aria-pressed") === "true")
    .map(([at]) => at.split("-").map(Number));

  /** What the marked hours are taken from, each once. */
  function takenFrom() {
    const from = chosen().map(([day, hour]) => {
      const busy = taken(day, hour);
      return busy && `${busy.text} (${name("short")(days[day])} ${busy.start}–${busy.end})`;
    });
    return [...new Set(from.filter(Boolean))].join(", ");
  }

  function toggle(/** @type {HTMLButtonElement} */ button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    button.classList.remove("clash");
    const what = takenFrom();
    news.textContent = fill(words["hours-chosen"], { n: chosen().length, all: task.hours })
      + (what ? ` ${fill(words["takes-from"], { what })}` : "");
    mark();
    changed();
  }

  /** How many hours are marked in each day, for whoever sees one day at a time. */
  function mark() {
    const of = chosen().map(([day]) => day);
    picks.forEach((one, day) => { one.classList.toggle("has", of.includes(day)); });
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
    if (by[0]) showDay(day + by[0]);
    next.focus();
  }

  showDay(0);
  return {
    node: h("div", {}, picker, h("div", { class: "scroll" }, week), news),
    answer: chosen,
    show: (answer) => {
      const marked = new Set((Array.isArray(answer) ? answer : []).map(([day, hour]) => `${day}-${hour}`));
      for (const [at, button] of cells) button.setAttribute("aria-pressed", String(marked.has(at)));
      mark();
    },
    judged: ({ said: pieces, detail }) => {
      const clashing = new Set(detail.clashing.map(([day, hour]) => `${day}-${hour}`));
      for (const [at, button] of cells) button.classList.toggle("clash", clashing.has(at));
      const without = pieces.filter(({ tone }) => tone === "note");
      return [...pieces.filter(({ tone }) => tone !== "note").map(said),
        ...(without.length ? [h("h4", {}, words["does-without"]), ...without.map(said)] : [])];
    },
  };
}

export default widget(calendar);
