import { widget } from "../../widgets/static/card.js";
import { fill, h, locale, said } from "../../widgets/static/parts.js";

/** @import { View } from "#types" */

/** @typedef {{day: number, start: number, end: number, text: string}} Busy */
/** @typedef {{opens: number, closes: number, hours: number, busy: Busy[]}} Week */
/** @typedef {number[]} Hour  a day and the hour at which it begins */

// A week as a table of toggle buttons. Arrow keys move between hours, space and Enter choose.
/** @type {Record<string, number[]>} */
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @type {View<Week, Hour[], {clashing: Hour[]}>} */
function calendar({ task, words, language, changed }) {
  const days = [0, 1, 2, 3, 4].map((day) => new Date(Date.UTC(2024, 0, 1 + day)));
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
    const button = h("button", {
      type: "button", class: busy ? "hour busy" : "hour", "aria-pressed": "false",
      "aria-label": busy ? `${when}, ${busy.text}` : when, "data-at": `${day}-${hour}`,
      onclick: () => toggle(button), onkeydown: (event) => steer(event, day, hour),
    }, busy ? h("span", { class: "unseen" }, busy.text) : "");
    if (busy) button.title = busy.text;
    cells.set(`${day}-${hour}`, button);
    return h("td", {}, button);
  };
  const node = h("div", {},
    h("div", { class: "scroll" }, h("table", { class: "week" },
      h("caption", {}, fill(words["protect-hours"], { n: task.hours })),
      h("thead", {}, h("tr", {}, h("td"), days.map((date) =>
        h("th", { scope: "col" }, h("abbr", { title: name("long")(date) }, name("short")(date)))))),
      h("tbody", {}, hours.map((hour) => h("tr", {},
        h("th", { scope: "row" }, `${hour}–${hour + 1}`), days.map((_, day) => cell(day, hour))))))),
    h("ul", { class: "busy-key" }, [...new Set(task.busy.map((one) => one.text))].map((text) =>
      h("li", {}, text, " ", h("small", {}, task.busy.filter((one) => one.text === text)
        .map((one) => `${name("short")(days[one.day])} ${one.start}–${one.end}`).join(", "))))),
    news);

  const chosen = () => [...cells].filter(([, button]) => button.getAttribute("aria-pressed") === "true")
    .map(([at]) => at.split("-").map(Number));

  function toggle(/** @type {HTMLButtonElement} */ button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    button.classList.remove("clash");
    news.textContent = fill(words["hours-chosen"], { n: chosen().length, all: task.hours });
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
    next.focus();
  }

  return {
    node,
    answer: chosen,
    show: (answer) => {
      const marked = new Set((Array.isArray(answer) ? answer : []).map(([day, hour]) => `${day}-${hour}`));
      for (const [at, button] of cells) button.setAttribute("aria-pressed", String(marked.has(at)));
    },
    judged: ({ said: pieces, detail }) => {
      const clashing = new Set(detail.clashing.map(([day, hour]) => `${day}-${hour}`));
      for (const [at, button] of cells) button.classList.toggle("clash", clashing.has(at));
      return pieces.map(said);
    },
  };
}

export default widget(calendar);
