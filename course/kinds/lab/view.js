import { widget } from "../../widgets/static/card.js";
import { GRADE_WORDS, picker, saving } from "../../widgets/static/map-parts.js";
import { fill, h } from "../../widgets/static/parts.js";
import { button, enable } from "../../widgets/static/player.js";
import { peopleMap } from "./map.js";
import { comparison, measures } from "./figures.js";
import { history, pair, tiesNow } from "./made.js";
import { peopleTable, tiesOf, toldOf } from "./people.js";
import { raceOf } from "./race.js";
import { inRound, spreading } from "./spread.js";
import { howMany, MODE_WORDS, modesOf, scattered, thresholds } from "./tools.js";

/** @import { Given, View } from "#types" */
/** @import { Measured } from "./figures.js" */
/** @import { Lab, Made } from "./made.js" */
/** @import { Mode } from "./tools.js" */

// What is done to the network is the answer. The page draws it at once; measures, rounds and the
// parts of the goal come from the session, so that they are the same wherever the course runs.

const LISTED = 15; // ties that are told one by one; the rest by their number
const NARROW = 640; // px, below which the map is laid out for a telephone

/** @type {View<Lab, Made>} */
function lab(given) {
  return given.task.asks === "round" ? raceOf(given) : network(given);
}

/** @param {Given<Lab>} given */
function network({ task, words, uid, changed, ask }) {
  const { people, units, ties } = task.network;
  const place = new Map(people.map(({ id }, i) => [id, i]));
  const base = new Map(ties.map(([a, b, strength]) => [pair(people[a].id, people[b].id), strength]));
  const done = history(task);
  /** @type {Mode} */
  let mode = task.asks === "ties" ? "tie" : "see";
  /** @type {number | null} */
  let held = null; // the first of two
  /** @type {number | null} */
  let seen = null; // who is looked at just now
  /** @type {number | null} */
  let selected = null; // whom the panel tells of
  let strength = task.counted;
  let asked = 0;
  /** @type {Measured | null} */
  let known = null;
  let isNarrow = false;
  let isAnswered = false;

  // --- what can be pressed ---

  // Whom one has pointed out stands below the map as well; the sentence is for those who do not see it.
  const news = h("p", { class: task.asks === "person" ? "unseen" : "news", role: "status" });
  const goals = h("ul", { class: "goals" });
  const label = fill(words["lab-map"], { n: people.length, units: units.length });
  const map = peopleMap(task.network, label, {
    press, look, escape: letGo,
    drawn: (from, to) => { if (mode !== "tie") return false; tie(from, to); return true; },
  });
  const chart = h("div", {}, map.node);
  const board = h("div", { class: "lab-map" }, chart);
  const watcher = new ResizeObserver(() => {
    if (board.clientWidth < NARROW === isNarrow) return;
    isNarrow = !isNarrow;
    map.lay(isNarrow);
  });
  const panel = h("section", { class: "panel who" });
  const figures = h("section", { class: "panel" });
  const made = h("ul", { class: "made" });
  const spread = spreading(words, draw);
  const learnt = comparison(words, () => { asked = ask(/** @type {any} */ ({ ...done.now(), do: "compare" })); });
  const grade = picker(`${uid}-strength`, words["lab-strength"], words, strength, (to) => { strength = to; });
  const counted = picker(`${uid}-counted`, words["lab-counted"], words, task.counted, (to) =>
    alter((now) => { now.counted = to; }));
  const modes = modesOf(task).map((name) => button(words[MODE_WORDS[name]], () => choose(name), name === mode));
  const back = (/** @type {() => boolean} */ go, /** @type {string} */ told) => () => { if (go()) altered(told); };
  const undo = button(words["lab-undo"], back(done.undo, words["lab-undone"]));
  const redo = button(words["lab-redo"], back(done.redo, words["lab-redone"]));
  const again = button(words["lab-restart"], back(done.restart, words["lab-undone"]));
  const asTable = button(words["lab-as-table"], showTable, false);
  const tools = h("div", { class: "tools" },
    h("div", { class: "set", role: "group", "aria-label": words["lab-modes"] }, modes),
    task.asks === "person" ? null : h("div", { class: "set" }, undo, redo, again));
  const settings = h("div", { class: "settings" },
    task.spreads ? spread.tools : null,
    task.asks === "person" || task.compares ? null : grade.node, task.free ? counted.node : null);
  const waves = task.free ? thresholds(words, done.now, alter) : null;
  if (waves) settings.append(waves.set, waves.label, howMany(`${uid}-many`, words, scatter));

  function choose(/** @type {Mode} */ to) {
    mode = to;
    held = null;
    for (const [i, one] of modes.entries()) one.setAttribute("aria-pressed", String(modesOf(task)[i] === mode));
    draw();
  }

  function showTable() {
    const isTable = asTable.getAttribute("aria-pressed") !== "true";
    asTable.setAttribute("aria-pressed", String(isTable));
    chart.hidden = isTable;
    table.node.hidden = !isTable;
    draw();
  }

  // --- what is done ---

  function alter(/** @type {(now: Made) => void} */ change, told = "") {
    done.add(change);
    altered(told);
  }

  function altered(/** @type {string} */ told) {
    changed();
    spread.restart();
    learnt.stale();
    say(told);
    measure();
    draw();
  }

  const say = (/** @type {string} */ told) => { news.textContent = told; };

  function look(/** @type {number | null} */ person) {
    if (seen === person) return;
    seen = person;
    if (person !== null) selected = person;
    draw();
  }

  function letGo() {
    if (held !== null) say(words["lab-let-go"]);
    held = null;
    draw();
  }

  function press(/** @type {number} */ person) {
    selected = person;
    const { id, name } = people[person];
    if (mode === "away") toggle("away", id, "lab-is-away", "lab-is-back");
    else if (mode === "begin") toggle("begin", id, "lab-begins", "lab-begins-not");
    else if (mode === "see" && task.asks === "person") {
      alter((now) => { now.person = id; }, fill(words["lab-your-answer"], { name }));
    } else if (mode === "see") { // the panel may be out of view, and is not read aloud
      say(`${name}. ${tiesOf(person, task.network, tiesNow(task.network, done.now()), words)}`);
      draw();
    } else if (held === null) {
      held = person;
      say(fill(words["lab-held"], { name }));
      draw();
    } else if (held === person) letGo();
    else {
      const other = held;
      held = null;
      if (mode === "tie") tie(other, person);
      else cut(other, person);
    }
  }

  function toggle(/** @type {"away" | "begin"} */ list, /** @type {string} */ id, /** @type {string} */ is, /** @type {string} */ isNot) {
    const has = done.now()[list].includes(id);
    alter((now) => { now[list] = has ? now[list].filter((one) => one !== id) : [...now[list], id].sort(); },
      fill(words[has ? isNot : is], { name: id }));
  }

  function tie(/** @type {number} */ from, /** @type {number} */ to) {
    held = null;
    const ends = { one: people[from].id, other: people[to].id, grade: words[GRADE_WORDS[strength]] };
    const key = pair(ends.one, ends.other);
    const now = done.now();
    const own = now.tied.find((tied) => pair(tied[0], tied[1]) === key);
    const isCut = now.cut.some(([a, b]) => pair(a, b) === key);
    if ((own?.[2] ?? (isCut ? 0 : base.get(key))) === strength) say(fill(words["lab-tied-already"], ends));
    else if (!own && task.most !== null && left() < 1 && !(isCut && base.get(key) === strength)) say(words["lab-none-left"]);
    else {
      alter((next) => {
        next.tied = next.tied.filter((tied) => pair(tied[0], tied[1]) !== key);
        next.cut = next.cut.filter(([a, b]) => pair(a, b) !== key);
        const [a, b] = key.split("|");
        if (base.get(key) !== strength) next.tied.push([a, b, strength]);
      }, fill(words["lab-tied"], ends));
      return;
    }
    draw();
  }

  /** So many ties of one's own, spread out; those that one had made are gone. */
  function scatter(/** @type {number} */ n) {
    const made = scattered(people, (key) => base.has(key), n);
    alter((next) => {
      next.tied = made.map(([a, b]) => /** @type {[string, string, number]} */ ([a, b, strength]));
    }, fill(words["lab-scattered"], { n: made.length, grade: words[GRADE_WORDS[strength]] }));
  }

  function cut(/** @type {number} */ from, /** @type {number} */ to) {
    const ends = { one: people[from].id, other: people[to].id };
    const key = pair(ends.one, ends.other);
    const now = done.now();
    const isTied = now.tied.some(([a, b]) => pair(a, b) === key);
    const isBase = base.has(key) && !now.cut.some(([a, b]) => pair(a, b) === key);
    if (!isTied && !isBase) {
      say(fill(words["lab-not-tied"], ends));
      draw();
      return;
    }
    alter((next) => {
      next.tied = next.tied.filter(([a, b]) => pair(a, b) !== key);
      const [a, b] = key.split("|");
      if (base.has(key) && !isTied) next.cut.push([a, b]);
    }, fill(words["lab-cut"], ends));
  }

  const left = () => (task.most ?? Number.POSITIVE_INFINITY) - done.now().tied.length;
  const measure = () => { asked = ask(/** @type {any} */ ({ ...done.now(), do: "measure" })); };

  // --- what is shown ---

  function draw() {
    const now = done.now();
    const all = tiesNow(task.network, now);
    const away = new Set(now.away.map((id) => place.get(id) ?? 0));
    const rounds = new Map(Object.entries(known?.rounds ?? {}).map(([id, at]) => [place.get(id) ?? 0, at]));
    const reached = new Map([...rounds].filter(([, at]) => at <= spread.at()));
    const spoken = (/** @type {number} */ i) => [people[i].name, people[i].role, units.find(({ id }) => id === people[i].unit)?.text,
      away.has(i) && words["lab-away"], reached.has(i) && inRound(reached.get(i), words)].filter(Boolean).join(", ");
    const chosen = now.person === undefined ? null : place.get(now.person) ?? null;
    map.draw({ ties: all, seen, held, chosen, away, reached, isRunning: spread.at() > 0, spoken });
    if (asTable.getAttribute("aria-pressed") === "true") table.draw(all, away, reached, held ?? chosen);
    panel.replaceChildren(...toldOf(seen ?? held ?? selected, task.network, all, away, words));
    spread.draw(known, now.begin.length || task.begin.length);
    grade.show(strength);
    counted.show(now.counted);
    waves?.show();
    enable([[undo, done.canUndo()], [redo, done.canRedo()], [again, done.canRestart()]], modes[0]);
    made.replaceChildren(...listed());
  }

  /** The ties that one has made, each with a button that takes it away; or whom one has chosen. */
  function listed() {
    const { tied, person } = done.now();
    if (task.asks === "person") {
      const name = person === undefined ? "–" : people[place.get(person) ?? 0].name;
      return [h("li", {}, fill(words["lab-your-answer"], { name }))];
    }
    const more = tied.length > LISTED ? [h("li", {}, fill(words["lab-and-more"], { n: tied.length - LISTED }))] : [];
    return tied.slice(0, LISTED).map(([a, b, grown]) => h("li", {}, `${a} – ${b}`,
      task.compares ? null : h("small", {}, words[GRADE_WORDS[grown]]), h("button", {
      type: "button", class: "remove", "aria-label": fill(words["lab-remove-tie"], { from: a, to: b }),
      onclick: () => { cut(place.get(a) ?? 0, place.get(b) ?? 0); modes[0].focus(); },
    }, "×"))).concat(more);
  }

  const table = peopleTable(task, words, uid, press);
  table.node.hidden = true;
  board.append(table.node);

  return {
    node: h("div", {}, h("div", { class: "banner" }, h("b", { class: "unseen" }, words["lab-goals"]), goals),
      h("div", { class: "bench" },
        h("div", { class: "main" }, tools, settings, board,
          h("div", { class: "below" }, h("p", { class: "note keys" }, words["lab-keys"]),
            h("div", { class: "set" }, asTable, saving(words, task.exercise, map))), news, made),
        h("div", { class: "aside" }, panel, figures),
        h("div", { class: "under" }, task.spreads ? spread.node : null, task.compares ? learnt.node : null))),
    answer: () => (task.asks === "person" ? { person: done.now().person, away: done.now().away } : done.now()),
    show: (/** @type {Made | null} */ answer) => {
      done.begin(answer, place);
      spread.restart();
      draw();
    },
    label: () => (isAnswered ? undefined : words[task.free ? "lab-keep" : task.asks === "person" ? "lab-answer" : "lab-judge"]),
    judged: (/** @type {unknown} */ _, /** @type {unknown} */ __, /** @type {boolean} */ restoring) => {
      isAnswered = true;
      if (task.compares && !restoring) learnt.begin();
      return undefined;
    },
    cleared: () => { isAnswered = false; },
    failed: learnt.stale,
    scene: (/** @type {any} */ scene) => {
      if ((scene.n ?? 0) < asked) return; // of something that has been changed since
      if (scene.compared) learnt.draw(scene.compared, scene.progress, scene.without);
      if (!scene.measured) return;
      known = scene.measured;
      figures.replaceChildren(...measures(scene.measured, words));
      goals.replaceChildren(...goalsNow(scene.goals));
      draw();
    },
    attached: () => {
      watcher.observe(board);
      measure();
      draw();
    },
    ended: () => {
      watcher.disconnect();
      spread.ended();
    },
  };

  function goalsNow(/** @type {{text: string, done: boolean}[]} */ parts) {
    const told = parts.map(({ text, done: isMet }) => h("li", { class: isMet ? "met" : "" }, text,
      h("span", { class: "unseen" }, `: ${words[isMet ? "lab-met" : "lab-not-met"]}`)));
    if (task.most !== null) {
      told.push(h("li", { class: "left" }, fill(words["lab-left"], { n: left(), most: task.most })));
    }
    return told;
  }
}

export default widget(lab);
