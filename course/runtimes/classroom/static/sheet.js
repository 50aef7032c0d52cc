// The guide's run sheet on the instructor's desk: the row that the class is at, the clock, what to cut when late.

import { fill, h } from "../../../widgets/static/elements.js";
import { ask } from "./line.js";

/** @import { Language, Words } from "#types" */
/** @import { Activity, Sheet, Step, ToInstructor } from "./types.d.ts" */

const KEPT = "course-class-route";

/** The run sheet of a room; nothing of it stands there before it has been fetched, or where the lesson has none. */
export class RunSheet {
  /** @type {Sheet | null} */
  sheet = null;
  route = kept();

  constructor(/** @type {Words} */ words, /** @type {(step: number) => void} */ go, /** @type {() => void} */ changed) {
    this.words = words;
    this.go = go;
    this.changed = changed;
  }

  /** Fetch it. */
  async fetch(/** @type {string} */ key, /** @type {Language} */ language) {
    const { status, told } = await ask("sheet", { key, in: language });
    if (status !== 200 || !told.sheet) return;
    this.sheet = /** @type {Sheet} */ (told.sheet);
    if (!this.sheet.routes.some(({ id }) => id === this.route)) this.route = this.sheet.routes[0].id;
    this.changed();
  }

  /** The activity that a step belongs to. */
  at(/** @type {number} */ step) {
    return this.sheet?.activities.find(({ steps }) => steps.includes(step)) ?? null;
  }

  /** The minutes that the guide has for a step, where it has some for that step alone. */
  minutes(/** @type {number} */ step) {
    const row = this.at(step);
    const clock = row?.clocks[this.route];
    return row && clock && row.steps.length === 1 ? clock[1] - clock[0] : undefined;
  }

  /** The step that comes after one, as the guide goes; null at its end, and undefined where there is no run sheet. */
  after(/** @type {number} */ step) {
    if (!this.sheet) return undefined;
    const order = this.sheet.activities.filter(({ clocks }) => clocks[this.route]).flatMap(({ steps }) => steps);
    if (step < 0) return order[0] ?? null;
    const here = order.indexOf(step);
    return here < 0 ? null : order[here + 1] ?? null;
  }

  /**
   * What to say, do and read out in the step that the class is at, and the answers to be ready for.
   * @param {number} step
   * @param {boolean} byPhone  whether telephones answer what the guide has hands or slips for
   */
  row(step, byPhone = false) {
    const row = this.at(step);
    return row ? this.led(row, byPhone) : [];
  }

  /** What the guide does beside the steps: before the first of them, or next after one. */
  beside(/** @type {number} */ step) {
    const on = this.sheet?.activities.filter(({ clocks }) => clocks[this.route]) ?? [];
    const row = this.at(step);
    const rest = on.slice(row ? on.indexOf(row) + 1 : 0);
    if ((step >= 0 && !row) || (row && !on.includes(row))) return [];
    const next = rest.findIndex(({ steps }) => steps.length);
    return (next < 0 ? rest : rest.slice(0, next)).flatMap((one) => [h("h2", {}, `${one.name}, ${this.clock(one)}`), ...this.led(one, false)]);
  }

  led(/** @type {Activity} */ { forms, say, do: done, read, expected, questions }, /** @type {boolean} */ byPhone) {
    const { words } = this;
    const label = (/** @type {string} */ key, /** @type {string} */ text) => [h("b", {}, words[key]), " ", text];
    return [h("p", { class: "soft forms" }, forms), h("p", { class: "say-it" }, label("say-it", say)),
      done ? h("p", {}, label("do-it", done)) : null,
      byPhone ? h("p", { class: "soft" }, words["sheet-by-phone"]) : null,
      read.length ? h("details", {}, h("summary", {}, words["read-out"]), read.map((one) => h("p", {}, one))) : null,
      expected.length ? h("details", {}, h("summary", {}, words.expected), h("ul", {}, expected.map((one) => h("li", {}, one)))) : null,
      questions.length ? h("div", {}, h("p", {}, h("b", {}, words["questions-to-end"])), questions.map((one) => h("p", {}, one))) : null,
    ].filter((one) => one !== null);
  }

  /** How far behind or ahead of the guide's clock the class is, `elapsed` minutes after it began; what to cut. */
  late(/** @type {number} */ step, /** @type {number} */ elapsed) {
    const clock = this.at(step)?.clocks[this.route];
    if (!this.sheet || !clock) return "";
    const behind = Math.floor(elapsed - clock[1]);
    return behind > 0 ? `${fill(this.words["sheet-late"], { n: behind })} ${this.sheet.late}` : "";
  }

  /** All activities in order, with the steps of each; those of the lesson that the guide leaves to everyone come last. */
  listed(/** @type {ToInstructor} */ now, /** @type {(step: Step, minutes: number) => string} */ about) {
    const { sheet, words } = this;
    const button = (/** @type {number} */ n) => h("button", { type: "button", class: "step", "data-act": `step-${n}`, "aria-current": n === now.at ? "step" : null, onclick: () => this.go(n) },
      h("span", {}, now.steps[n].title), h("small", {}, about(now.steps[n], this.minutes(n) ?? now.steps[n].minutes)));
    if (!sheet) return [h("h2", {}, words.steps), h("ol", {}, now.steps.map((_, n) => h("li", {}, button(n))))];
    const taken = new Set(sheet.activities.flatMap(({ steps }) => steps));
    const rest = now.steps.map((_, n) => n).filter((n) => !taken.has(n));
    const on = sheet.activities.filter(({ clocks }) => clocks[this.route]);
    const off = sheet.activities.filter((one) => !on.includes(one) && one.steps.length);
    const all = [...off.flatMap(({ steps }) => steps), ...rest];
    return [h("h2", {}, words["run-sheet"]), this.routes(sheet),
      h("ol", {}, on.map((one) => this.activity(one, button))),
      all.length ? h("details", { open: all.includes(now.at) }, h("summary", {}, words["sheet-more"]), h("ol", {}, all.map((n) => h("li", {}, button(n))))) : ""];
  }

  /** When an activity is, on the route. */
  clock(/** @type {Pick<Activity, "clocks">} */ { clocks }) {
    const [from, to] = /** @type {[number, number]} */ (clocks[this.route]);
    return fill(this.words["from-to-minutes"], { from, to });
  }

  activity(/** @type {Activity} */ { name, steps, clocks, say }, /** @type {(n: number) => HTMLElement} */ button) {
    const clock = h("small", { class: "from-to" }, this.clock({ clocks }));
    if (steps.length) return h("li", {}, clock, steps.map(button));
    return h("li", {}, clock, h("details", { class: "no-step" }, h("summary", {}, name), h("p", {}, say)));
  }

  /** Which of the guide's routes it goes by. */
  routes(/** @type {Sheet} */ { routes }) {
    return h("fieldset", { class: "routes" }, h("legend", { class: "unseen" }, this.words["which-route"]), routes.map(({ id, text }) => h("label", { class: "chip" },
      h("input", { type: "radio", name: "route", value: id, checked: id === this.route, "data-act": `route-${id}`, onchange: () => {
        this.route = id;
        keep(id);
        this.changed();
      } }), text)));
  }
}

function kept() {
  try {
    return sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

function keep(/** @type {string} */ route) {
  try {
    sessionStorage.setItem(KEPT, route);
  } catch {
    // It is asked for again in the next tab.
  }
}
