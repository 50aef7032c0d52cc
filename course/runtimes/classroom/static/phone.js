// A participant's telephone: comes in, answers, waits, sees how the class answered and what holds.

import { fill, h, paragraphs } from "../../../widgets/static/elements.js";
import { form } from "./forms.js";
import { keptOf, lastDoor, leave } from "./kept.js";
import { ask, given, line, save } from "./line.js";
import { picture, saying } from "./picture.js";

/** @import { Form } from "./forms.js" */
/** @import { Reach } from "./line.js" */
/** @import { Filled, Own, State } from "./types.d.ts" */

const TRIES_AGAIN = 2000; // ms, and longer each time, until an answer is acknowledged
const LONGEST_TRY = 15_000;
const SPREAD = 1500; // ms over which a class asks for its own answers, once they are revealed

const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const news = /** @type {HTMLElement} */ (document.getElementById("told"));

const other = /** @type {HTMLAnchorElement} */ (document.getElementById("other"));
const door = location.hash.slice(1) || lastDoor();
history.replaceState(null, "", location.pathname + location.search); // the room's address stays in no bar
if (door) inRoom(door);
else atDoor("");

/** Ask for the code that is on the screen. */
function atDoor(/** @type {string} */ problem) {
  const input = h("input", { id: "code", type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "12", "aria-describedby": "code-help" });
  const wrong = h("p", { class: "problem", role: "alert" }, problem);
  const enter = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      const { status, told } = await ask("enter", { code: input.value, in: language });
      if (status === 200) return inRoom(told.door);
      wrong.textContent = told.problem ?? words["no-server"];
    } catch {
      wrong.textContent = words["no-server"];
    }
    input.focus();
  };
  view.replaceChildren(h("form", { class: "door", onsubmit: enter },
    h("h1", {}, words["come-in"]), h("label", { for: "code" }, words.code), input,
    h("p", { id: "code-help", class: "soft" }, words["code-help"]), wrong,
    h("button", { type: "submit" }, words.enter)));
}

/** Be in a room until it ends. */
function inRoom(/** @type {string} */ door) {
  const { kept, keep } = keptOf(door);
  const who = { door, token: kept.token, in: language };
  /** @type {State | undefined} */
  let state;
  /** @type {Own} */
  let own = { filled: {}, said: [] };
  /** @type {Form | undefined} */
  let answering;
  let drawn = ""; // what of the state is on the page
  let wait = TRIES_AGAIN;
  let isSending = false;
  let isCut = false; // the server could not be reached with an answer, whatever the line says
  let refused = "";
  /** @type {Reach} */
  let how = "live";

  const head = h("p", { class: "where" });
  const body = h("div", {});
  const status = h("p", { class: "status", role: "status" });
  const reach = h("p", { class: "reach", role: "status" });
  const home = h("button", { type: "button", class: "quiet", onclick: takeHome }, words["take-home"]);
  const homeTold = h("p", { role: "status" });
  view.replaceChildren(reach, head, body, status,
    h("details", { class: "kept" }, h("summary", {}, words["what-is-kept"]), paragraphs(words["kept-told"]), home, homeTold));

  const room = line({
    view: "phone", secret: door, language,
    heard: (now) => {
      if (now.ended) return ended();
      const before = state;
      state = now;
      const isNew = !before || before.at !== now.at || before.round !== now.round;
      if (isNew) refused = "";
      if (isNew || (now.phase === "revealed" && before?.phase !== "revealed")) askOwn(Boolean(before) && now.phase === "revealed");
      else draw();
    },
    reached: (now) => {
      how = now;
      reach.textContent = { live: "", asking: words["by-asking"], lost: words["no-line"] }[now];
      if (now !== "lost" && kept.waiting) send();
    },
  });
  if (kept.waiting) send();
  other.addEventListener("click", () => { other.hash = door; });

  /** What this telephone has answered here: it may have been closed, or be another tab. */
  async function askOwn(/** @type {boolean} */ spread) {
    if (spread) await new Promise((go) => setTimeout(go, Math.random() * SPREAD));
    try {
      const { status: code, told } = await ask("own", who);
      if (code === 200) own = told;
    } catch {
      // Drawn without it; the line tells that it is lost.
    }
    if (own.said.length) keepFile();
    draw();
  }

  /** Whether an answer to this round is with the server. */
  const has = () => Boolean(state && own.filled[state.round]);
  const waits = () => Boolean(kept.waiting && state && kept.waiting.step === state.at && kept.waiting.round === state.round);

  function draw() {
    if (!state) return;
    head.textContent = state.at < 0 ? state.lesson : `${state.lesson} · ${fill(words["step-of"], { n: state.at + 1, of: state.of })}`;
    const isOpen = state.phase === "open" || (!has() && state.phase !== "revealed");
    const key = [state.at, state.round, state.phase, isOpen, state.version].join();
    const stays = answering && isOpen && drawn.startsWith(`${[state.at, state.round].join()},`);
    if (!stays) { // what is being filled in is left alone
      const isNew = drawn !== "" && !drawn.startsWith(`${state.at},${state.round},${state.phase},`);
      answering = undefined;
      body.replaceChildren(...parts(isOpen));
      drawn = key;
      if (isNew) {
        news.textContent = body.querySelector("h1, h2")?.textContent ?? "";
        if (document.activeElement === document.body) view.focus({ preventScroll: true });
      }
    }
    tell();
  }

  /** @returns {(Node | string)[]} */
  function parts(/** @type {boolean} */ isOpen) {
    if (!state?.exercise) return [h("h1", {}, words["you-are-in"]), h("p", {}, words["wait-for-start"])];
    const { exercise } = state;
    const asked = [h("h1", {}, exercise.title), ...paragraphs(exercise.prompt)];
    if (!exercise.form) return [...asked, aloud(state)];
    if (isOpen) return [state.round > 1 ? h("p", { class: "again" }, words["think-again"]) : "", ...asked, open(state)].filter(Boolean);
    const mine = own.filled[state.round] ?? own.filled[1];
    return [...asked,
      state.result && state.phase !== "closed" ? picture(state.result, exercise, { words, language, smallest: state.smallest, own: mine, held: state.held, said: said() }) : h("p", { class: "look" }, words["look-at-screen"]),
      state.phase === "shown" && state.round === 1 ? h("p", { class: "talk" }, words.talk) : "",
      state.held ? told() : ""].filter(Boolean);
  }

  /** The form of an exercise that takes answers. */
  function open(/** @type {State} */ now) {
    const { exercise } = now;
    if (!exercise) return "";
    const begun = waits() ? kept.waiting?.filled : own.filled[now.round] ?? own.filled[1];
    answering = form(exercise, words, begun ?? {}, () => {
      refused = "";
      tell();
    });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!answering || !state) return;
      kept.n += 1;
      kept.waiting = { step: state.at, round: state.round, n: kept.n, filled: answering.filled() };
      keep();
      wait = TRIES_AGAIN;
      send();
    };
    return h("form", { onsubmit: submit, novalidate: true }, answering.node, h("button", { type: "submit" }, words[has() ? "change" : "send"]));
  }

  /** What is said of the exercise once it is revealed: to the own answer, or else to the one that holds. */
  const said = () => own.said.length ? own.said : state?.held?.said;

  /** What was said to the own answer, and what holds. Where there are several rows it stands beside each. */
  function told() {
    const { held, exercise } = state ?? {};
    if (!held || !exercise || exercise.rows.length > 1) return "";
    const right = held.said.filter(({ tone }) => tone !== "not-yet");
    const isApart = own.said.length && own.right === false; // what holds is told besides
    return h("section", { class: "told" },
      own.said.length ? [h("h2", {}, words["said-to-you"]), ...own.said.map(saying)] : null,
      (isApart || !own.said.length) && right.length ? [h("h2", {}, words["what-holds"]), ...right.map(saying)] : null);
  }

  /** An exercise that is done aloud: own words, which stay here unless they are shared. */
  function aloud(/** @type {State} */ now) {
    const id = String(now.at);
    const area = h("textarea", { id: "note", rows: "4", maxlength: "600", oninput: () => { kept.notes[id] = area.value; keep(); } });
    area.value = kept.notes[id] ?? "";
    const line = h("p", { role: "status" });
    const sure = h("div", { class: "sure", hidden: true }, h("p", {}, words["share-sure"]),
      h("button", { type: "button", onclick: share }, words["share-now"]), " ",
      h("button", { type: "button", class: "quiet", onclick: () => { sure.hidden = true; area.focus(); } }, words["share-not"]));
    async function share() {
      sure.hidden = true;
      try {
        const { told } = await ask("share", { ...who, step: now.at, text: area.value });
        line.textContent = told.problem ?? words.shared;
      } catch {
        line.textContent = words["not-shared"];
      }
      area.focus();
    }
    const begin = () => {
      sure.hidden = false;
      sure.querySelector("button")?.focus();
    };
    return h("div", { class: "aloud" }, h("p", { class: "look" }, words.aloud),
      h("label", { for: "note" }, words["own-words"]), area, h("p", { class: "soft" }, words["stays-here"]),
      h("button", { type: "button", class: "quiet", onclick: begin }, words.share), sure, line);
  }

  /** Send the answer that waits, until it is acknowledged or refused. */
  async function send() {
    const sent = kept.waiting;
    if (!sent || isSending) return;
    isSending = true;
    tell();
    let isDone = false;
    try {
      const { status: code, told } = await ask("answer", { ...who, ...sent });
      isDone = code === 200 || (code >= 400 && code < 500);
      if (code === 200 && state && sent.step === state.at) own.filled[sent.round] = sent.filled;
      if (code === 410) ended();
      else refused = told.problem ?? "";
      isCut = false;
    } catch {
      refused = "";
      isCut = true;
    }
    isSending = false;
    const isNewer = kept.waiting !== sent;
    if (isDone && !isNewer) kept.waiting = null;
    keep();
    if (kept.waiting) setTimeout(send, isNewer ? 0 : wait);
    wait = Math.min(LONGEST_TRY, 2 * wait);
    const button = body.querySelector('form button[type="submit"]');
    if (button && has()) button.textContent = words.change;
    if (isDone && state?.phase !== "open") draw();
    tell();
  }

  /** Whether the answer is with the class. */
  function tell() {
    const isOpen = Boolean(answering);
    const same = isOpen && state && JSON.stringify(answering?.filled()) === JSON.stringify(own.filled[state.round]);
    status.className = "status";
    if (refused) status.textContent = refused;
    else if (kept.waiting && waits()) status.textContent = how === "lost" || isCut ? words["kept-here"] : words.sending;
    else if (!isOpen && has() && state?.phase === "closed") status.textContent = words.received;
    else if (same) status.textContent = state?.phase === "open" ? words["received-change"] : words.received;
    else if (isOpen && state?.phase !== "open") status.textContent = fill(words["late-joins"], { n: state?.smallest });
    else status.textContent = "";
    status.classList.toggle("problem", Boolean(refused));
    status.classList.toggle("done", Boolean(same));
  }

  /** Have the file at hand, for it cannot be asked for when the room has ended. */
  async function keepFile() {
    try {
      const { status: code, told } = await ask("home", who);
      if (code === 200) kept.file = told.file;
      keep();
    } catch {
      // It is asked for again at the next reveal.
    }
  }

  async function takeHome() {
    await keepFile();
    if (kept.file) save("course-answers.jsonl", kept.file, "application/x-ndjson");
    homeTold.textContent = kept.file ? words["taken-home"] : words["nothing-yet"];
  }

  function ended() {
    room.off();
    leave();
    reach.textContent = status.textContent = "";
    head.textContent = "";
    body.replaceChildren(h("h1", {}, words.ended), h("p", {}, words["ended-told"]));
    answering = undefined;
    kept.waiting = null;
    keep();
    view.focus({ preventScroll: true });
  }
}
