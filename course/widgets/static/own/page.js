// The page on one's own organisation: bring a table, see how it is understood, agree, look at the map.
// The names of people are here alone, and only until the page is left.

import { fill, h, paragraphs } from "../elements.js";
import { bringing } from "./bring.js";
import { counting } from "./counting.js";
import { helping } from "./helping.js";
import { comparison, matched } from "./later.js";
import { organisationMap } from "./map.js";
import { leaving, planning } from "./planned.js";
import { reading } from "./reading.js";
import { spreading } from "./spread.js";
import { keyOf, section } from "./told.js";
import { understanding } from "./understood.js";

/** @import { Words } from "#types" */

/** @typedef {any} Told  what the session says, as `course.session.own` documents it */
/** @typedef {(asked: Record<string, unknown>, ties?: Uint8Array<ArrayBuffer>, units?: Uint8Array<ArrayBuffer>) => Promise<Told>} Ask */
/** @typedef {{ties: Uint8Array<ArrayBuffer>, units: Uint8Array<ArrayBuffer>}} Brought */

/**
 * Draw the page, and what is kept of an earlier visit.
 * @param {HTMLElement} root
 * @param {Words} words
 * @param {Ask} ask
 */
export async function ownPage(root, words, ask) {
  const page = new OwnPage(root, words, ask);
  page.empty();
  await page.show({ told: words.kept });
  root.dataset.live = "true";
}

class OwnPage {
  /**
   * @param {HTMLElement} root
   * @param {Words} words
   * @param {Ask} ask
   */
  constructor(root, words, ask) {
    this.root = root;
    this.words = words;
    this.ask = ask;
    /** @type {{network: unknown, key: string[]} | undefined} what is on the map, and whose numbers they are */
    this.shown = undefined;
    this.news = h("p", { class: "news", role: "status", tabindex: "-1" });
    this.result = h("div", { class: "result" });
    this.understood = h("div", { class: "understood" });
    this.bring = bringing(words, (brought) => this.read(brought));
    this.care = h("section", { class: "care" }, h("h2", {}, words["care-title"]), paragraphs(words.care));
  }

  /** Nothing is there yet: what to think of first, and the ways to bring a table. */
  empty() {
    delete this.root.dataset.whole;
    this.shown = undefined;
    this.result.replaceChildren();
    this.root.replaceChildren(this.care, this.bring.node, this.understood, this.news);
  }

  say(/** @type {string} */ told) {
    this.news.textContent = told;
  }

  /** Ask, and say so where nothing answers. */
  async asking(/** @type {Parameters<Ask>} */ ...asked) {
    try {
      return await this.ask(...asked);
    } catch (fault) {
      console.warn(fault);
      this.say(this.words.gone);
      return null;
    }
  }

  async read(/** @type {Brought} */ { ties, units }) {
    if (!ties.length) {
      this.say(this.words.nothing);
      return;
    }
    const told = await this.readAs("people", { ties, units });
    if (!told) return;
    const as = async (/** @type {string} */ who) => (who === "units" ? this.readAs(who, { ties, units }) : told);
    const shown = understanding(this.words, told, {
      change: () => {
        this.understood.replaceChildren();
        this.bring.focus();
      },
      use: async (who) => {
        const taken = await as(who);
        if (taken) await this.keep(taken);
      },
      compare: this.shown && (async (who) => {
        const taken = await as(who);
        if (taken) await this.compare(taken);
      }),
    });
    this.understood.replaceChildren(shown.node);
    shown.focus();
  }

  /** What a table says; nothing where it was stopped, or nobody answers. */
  async readAs(/** @type {string} */ who, /** @type {Brought} */ brought) {
    this.say(this.words.reading);
    const { told, isStopped } = await reading(this.words, (...asked) => this.asking(...asked), this.understood, { who, ...brought });
    if (isStopped || told?.nothing) {
      this.say(this.words[isStopped ? "reading-left" : "gone"]);
      this.understood.replaceChildren();
      this.bring.focus();
    } else if (told) this.say("");
    return told?.nothing ? null : told;
  }

  /** A later table beside what is there. */
  async compare(/** @type {Told} */ later) {
    const { network, key } = this.shown ?? { key: [] };
    this.say(this.words.counting);
    const told = await this.asking({ do: "compare", network, later: later.network, match: matched(key, later.key) });
    if (!told) return;
    this.say("");
    const { node, title } = comparison(this.words, told, { before: key, after: later.key }, {
      use: () => this.keep(later),
      close: () => {
        this.understood.replaceChildren();
        this.bring.focus();
      },
    });
    this.understood.replaceChildren(node);
    title.focus();
  }

  async keep(/** @type {Told} */ { network, key }) {
    this.say(this.words.counting);
    const { problem, kept, saved } = await this.asking({ do: "keep", network }) ?? {};
    if (!saved) return; // nothing answered
    const told = kept && !problem ? this.words.kept : fill(this.words["not-kept"], { why: problem || saved.words });
    await this.show({ network, key, told, isNew: true });
  }

  /**
   * The organisation: what is quick first, then the rest.
   * @param {{network?: unknown, key?: string[], told: string, isNew?: boolean}} brought  without a network: the one
   *   that is kept; the key has whose numbers they are, where the page knows
   */
  async show({ network, key = [], told, isNew = false }) {
    const { words } = this;
    const first = await this.asking({ do: "show", network });
    if (!first) return;
    if (first.nothing) {
      if (first.planned) this.root.append(leaving(words, () => this.leave()));
      return;
    }
    this.shown = { network, key };
    const title = h("h2", { tabindex: "-1" }, words.map);
    const parts = h("div", {});
    const plan = h("div", {});
    const counted = counting(words, first.parts, {
      ask: (part) => this.asking({ do: "show", part, network }),
      draw: ({ sections: [told] }) => parts.append(this.part(told, { network, first, plan })),
      done: () => { this.root.dataset.whole = "true"; },
    });
    this.result.replaceChildren(h("p", { class: "say note" }, told),
      h("section", { class: "mapped" }, title, organisationMap(words, first.map, first.people).node),
      keyOf(words, key), ...first.sections.map((/** @type {Told} */ one) => section(one)), parts, counted.node, plan, this.deleting());
    this.understood.replaceChildren();
    const anew = h("details", { class: "anew" }, h("summary", {}, words.anew), this.care, this.bring.node, this.understood);
    this.root.replaceChildren(this.news, this.result, anew);
    this.say("");
    if (isNew) title.focus();
    await counted.run();
  }

  /**
   * One of the parts below the map, as it is told; with the ties that are suggested comes their way into the plan.
   * @param {Told} told
   * @param {{network: unknown, first: Told, plan: HTMLElement}} shown
   */
  part(told, { network, first, plan }) {
    const { words } = this;
    const taken = (/** @type {Told} */ { list, planned }) => plan.replaceChildren(planning(words, {
      ties: list,
      hasUnits: first.map.units.length > 0 || !first.people,
      isIn: first.planned,
      planned,
    }, async (asked) => {
      const done = await this.asking({ ...asked, network });
      if (done) first.planned = done.planned;
      return done;
    }));
    if (told.id === "help") {
      taken(told);
      return helping(words, told, (cost) => this.asking({ do: "cost", network, ...cost }), taken);
    }
    if (told.id === "spread") return spreading(words, told.title, first.map, (begin) => this.asking({ do: "spread", begin, contacts: 2, network }));
    return section(told);
  }

  /** Take it out of the plan, where only the plan has it. */
  async leave() {
    if (!await this.asking({ do: "unplan" })) return;
    this.empty();
    this.say(this.words["plan-is-out"]);
    this.news.focus();
  }

  deleting() {
    const { words } = this;
    const sure = h("button", { type: "button", class: "quiet", onclick: () => this.forget() }, words["delete-sure"]);
    return h("details", { class: "erase" }, h("summary", {}, words.delete), h("p", {}, words["delete-about"]), h("div", { class: "row" }, sure));
  }

  async forget() {
    if (!await this.asking({ do: "forget" })) return;
    this.empty();
    this.say(this.words.deleted);
    this.news.focus();
  }
}
