// A telephone in a room: it answers, waits, sees how the class answered and what holds, until the end.

import { fill, h, paragraphs } from "../../../widgets/static/elements.js";
import { aloud } from "./aloud.js";
import { form } from "./forms.js";
import { keptOf } from "./kept.js";
import { ask, given, line, saidOf, sameInOther, save } from "./line.js";
import { picture, saying } from "./picture.js";
import { Sending } from "./sending.js";
import { isKnown, know, shownBy } from "./together.js";

/** @import { Form } from "./forms.js" */
/** @import { Reach } from "./line.js" */
/** @import { Filled, Own, State } from "./types.d.ts" */

const SPREAD = 1500; // ms over which a class asks for its own answers, once they are revealed

const { language, words, limits } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const news = /** @type {HTMLElement} */ (document.getElementById("told"));

export class InRoom {
  /** @type {State | undefined} */
  state;
  /** @type {Own} */
  own = { filled: {}, said: [] };
  /** @type {Form | undefined} */
  answering;
  asked = 0; // times that the own answers were asked for
  taken = Promise.resolve(); // done when what was sent last in what the class does together has arrived
  drawn = ""; // what of the state is on the page
  /** @type {Reach} */
  how = "live";

  /**
   * @param {string} door
   * @param {State} [now]  how the room stands, where that is known already
   */
  constructor(door, now) {
    const { kept, keep, leave } = keptOf(door);
    this.kept = kept;
    this.keep = keep;
    this.leave = leave;
    this.who = { door, token: kept.token, in: language };
    this.head = h("p", { class: "where" });
    this.body = h("div", {});
    this.status = h("p", { class: "status", role: "status" });
    this.reach = h("p", { class: "reach", role: "status" });
    this.homeTold = h("p", { role: "status" });
    const home = h("button", { type: "button", class: "quiet", onclick: () => this.takeHome() }, words["take-home"]);
    view.replaceChildren(this.reach, this.head, this.body, this.status,
      h("details", { class: "kept" }, h("summary", {}, words["what-is-kept"]), paragraphs(words["kept-told"]), home, this.homeTold));
    this.sending = new Sending(this.who, kept, keep, this);
    this.line = line({
      view: "phone", secret: door, language,
      heard: (now) => this.hear(now),
      reached: (now) => this.reached(now),
    });
    this.sending.send();
    sameInOther(door);
    window.addEventListener("online", () => this.sending.send());
    if (now) this.hear(now);
  }

  hear(/** @type {State} */ now) {
    if (now.ended) return this.ended();
    const before = this.state;
    this.state = now;
    const isNew = !before || before.at !== now.at || before.round !== now.round;
    const isDealt = Boolean(now.together) && now.phase === "shown" && before?.phase === "open";
    const isRevealed = isDealt || (now.phase === "revealed" && before?.phase !== "revealed");
    if (isNew) this.sending.refused = "";
    const hasSent = this.kept.n > 0; // else the server has nothing of this telephone to wait for
    if (!(isNew || isRevealed) || (now.exercise && !hasSent)) this.draw();
    if (isNew || isRevealed) this.askOwn(Boolean(before) && isRevealed);
  }

  reached(/** @type {Reach} */ now) {
    this.how = now;
    this.reach.textContent = saidOf(now, words);
    if (now !== "lost") this.sending.send();
  }

  /** What this telephone has answered here: it may have been closed, or be another tab. */
  async askOwn(/** @type {boolean} */ spread) {
    const turn = ++this.asked;
    if (spread) await new Promise((go) => setTimeout(go, Math.random() * SPREAD));
    if (!this.state || turn !== this.asked) return; // the room has ended meanwhile, or gone on
    try {
      let { taken } = this, { status, told } = await this.taken.then(() => ask("own", this.who));
      while (taken !== this.taken) { // something was sent meanwhile, of which the reply does not know
        ({ taken } = this);
        ({ status, told } = await this.taken.then(() => ask("own", this.who)));
      }
      if (status === 410) return this.ended();
      if (turn !== this.asked) return; // a reply that comes late knows nothing of the reveal
      if (status === 200) this.own = told;
    } catch { // drawn without it, and asked for again; the line tells that it is lost
      setTimeout(() => { if (turn === this.asked) this.askOwn(false); }, SPREAD);
    }
    if (this.state && this.own.said.length) this.keepFile();
    this.draw();
  }

  /** Whether an answer to this round is with the server. */
  get has() {
    return Boolean(this.state && this.own.filled[this.state.round]);
  }

  draw() {
    const { state } = this;
    if (!state) return;
    this.head.textContent = state.lesson;
    const isOpen = state.phase === "open" || (!this.has && state.phase !== "revealed");
    const isFilledIn = this.answering && isOpen && this.drawn.startsWith(`${state.at},${state.round},`);
    if (!isFilledIn) this.replace(isOpen); // what is being filled in is left alone
    this.tell();
  }

  replace(/** @type {boolean} */ isOpen) {
    const { at, round, phase } = /** @type {State} */ (this.state);
    const now = `${at},${round},${phase}`;
    const isNew = this.drawn !== "" && this.drawn !== now;
    const focused = this.drawn.startsWith(`${at},`) && document.activeElement?.id;
    this.answering = undefined;
    this.body.replaceChildren(...this.parts(isOpen));
    this.drawn = now;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true }); // others did something meanwhile
    if (!isNew) return;
    news.textContent = this.body.querySelector("h1")?.textContent ?? "";
    if (document.activeElement === document.body) view.focus({ preventScroll: true });
  }

  /** @returns {(Node | string)[]} */
  parts(/** @type {boolean} */ isOpen) {
    const { state } = this;
    if (state?.together && !isKnown(state.together)) {
      this.fetchPlays();
      return [h("h1", {}, state.together.title), h("p", {}, words["play-wait"])];
    }
    if (state?.together) return shownBy(state.together).onPhone(state, this.own, words, language, (filled) => this.takePart(filled));
    if (!state?.exercise) return [h("h1", {}, words["you-are-in"]), h("p", {}, words["wait-for-start"])];
    const { exercise } = state;
    const asked = [h("h1", {}, exercise.title), ...paragraphs(exercise.prompt)];
    if (!exercise.form) return [...asked, aloud(state.at, this, limits.note, words)];
    if (isOpen) return [state.round > 1 ? h("p", { class: "again" }, words["think-again"]) : "", ...asked, this.open(state)];
    const mine = this.own.filled[state.round] ?? this.own.filled[1];
    const around = { words, language, smallest: state.smallest, own: mine, held: state.held, said: this.own.said.length ? this.own.said : state.held?.said };
    return [...asked,
      state.result && state.phase !== "closed" ? picture(state.result, exercise, around) : h("p", { class: "look" }, words["look-at-screen"]),
      state.phase === "shown" && state.round === 1 ? h("p", { class: "talk" }, words.talk) : "",
      this.told(state)];
  }

  /** Have how plays are shown; where that cannot be had now, it is tried anew. */
  async fetchPlays() {
    try {
      know((await import("./plays.js")).PLAYS);
      this.draw();
    } catch {
      setTimeout(() => this.draw(), SPREAD);
    }
  }

  /** The form of an exercise that takes answers. */
  open(/** @type {State} */ { exercise, at, round }) {
    if (!exercise) return "";
    const begun = this.sending.waits(at, round)?.filled ?? this.own.filled[round] ?? this.own.filled[1];
    const answering = form(exercise, words, begun ?? {}, () => {
      this.sending.refused = "";
      this.tell();
    });
    this.answering = answering;
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.sending.give(at, round, answering.filled());
    };
    return h("form", { onsubmit: submit, novalidate: true }, answering.node, h("button", { type: "submit" }, words[this.has ? "change" : "send"]));
  }

  /** Send what is filled in together with the class, after what was sent before. */
  takePart(/** @type {Filled} */ filled) {
    this.taken = this.taken.then(() => this.sendPart(filled));
    return this.taken;
  }

  /** What is refused is said, and can be sent again. */
  async sendPart(/** @type {Filled} */ filled) {
    const { state, status } = this;
    if (!state) return;
    let problem = "";
    try {
      const { status: code, told } = await ask("answer", { ...this.who, step: state.at, round: 1, n: 1, filled });
      if (code === 410) return this.ended();
      if (code === 200) this.own = { ...this.own, sent: true };
      else problem = told.problem ?? words["no-server"];
    } catch {
      problem = words["no-server"];
    }
    if (!problem) {
      this.draw();
      news.textContent = this.body.querySelector("[role=status]")?.textContent ?? "";
      if (document.activeElement === document.body) view.focus({ preventScroll: true }); // what was pressed is gone
    }
    status.textContent = problem;
    status.classList.toggle("problem", Boolean(problem));
  }

  /** What was said to the own answer, and what holds. Where there are several rows it stands beside each. */
  told(/** @type {State} */ { held, exercise }) {
    const { said, right: isRight } = this.own;
    if (!held || !exercise || (exercise.rows.length > 1 && exercise.form !== "ties")) return "";
    const right = held.said.filter(({ tone }) => tone !== "not-yet");
    const isApart = !said.length || isRight === false; // what holds is told besides
    return h("section", { class: "told" },
      said.length ? [h("h2", {}, words["said-to-you"]), ...said.map(saying)] : null,
      isApart && right.length ? [h("h2", {}, words["what-holds"]), ...right.map(saying)] : null);
  }

  /** An answer is with the server, was refused, or waits. */
  sent(/** @type {boolean} */ isDone, /** @type {import("./kept.js").Waiting} */ { step, round, filled }, isKept = false) {
    if (isKept && step === this.state?.at) this.own.filled[round] = filled;
    const button = this.body.querySelector('form button[type="submit"]');
    if (button && this.has) button.textContent = words.change;
    if (isDone && this.state?.phase !== "open") this.draw();
    this.tell();
  }

  /** Whether the answer is with the class. */
  tell() {
    const { state, sending, status } = this;
    const filled = this.answering?.filled();
    const isSame = Boolean(state && filled && JSON.stringify(filled) === JSON.stringify(this.own.filled[state.round]));
    const isOpen = state?.phase === "open";
    status.textContent = sending.refused || (state && sending.waits(state.at, state.round) ? words[this.how === "lost" || sending.isCut ? "kept-here" : "sending"]
      : isSame ? words[isOpen ? "received-change" : "received"]
      : !filled && this.has && state?.phase === "closed" ? words.received
      : filled && !isOpen ? fill(words["late-joins"], { n: state?.smallest }) : "");
    status.classList.toggle("problem", Boolean(sending.refused));
    status.classList.toggle("done", isSame);
  }

  /** Have the file at hand, for it cannot be asked for when the room has ended. */
  async keepFile() {
    try {
      const { status, told } = await ask("home", this.who);
      if (status === 200) this.kept.file = told.file;
      this.keep();
    } catch {
      // It is asked for again at the next reveal.
    }
  }

  async takeHome() {
    await this.keepFile();
    const { file } = this.kept;
    if (file) save("course-answers.jsonl", file, "application/x-ndjson");
    this.homeTold.textContent = words[file ? "taken-home" : "nothing-yet"];
  }

  ended() {
    this.line.off();
    this.sending.forget();
    this.leave();
    this.state = this.answering = undefined; // what comes late of the room draws nothing any more
    for (const part of [this.reach, this.status, this.head]) part.textContent = "";
    this.body.replaceChildren(h("h1", {}, words.ended), h("p", {}, words["ended-told"]));
    view.focus({ preventScroll: true });
  }
}
