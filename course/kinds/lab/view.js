import { widget } from "../../widgets/static/card.js";
import { legendMark } from "../../widgets/static/draw-parts.js";
import { fill, h } from "../../widgets/static/parts.js";
import { peopleMap } from "../../widgets/static/people-map.js";
import { comparison, explorerOfRace, measures, roundBars } from "../../widgets/static/people-figures.js";
import { savePicture } from "../../widgets/static/save-picture.js";

/** @import { Given, View, Words } from "#types" */
/** @import { Network, Tie } from "../../widgets/static/people-map.js" */
/** @import { Measured } from "../../widgets/static/people-figures.js" */

/**
 * @typedef {{
 *   goal: string, asks: "person" | "round" | "ties" | "any", network: Network, counted: number, away: string[],
 *   most: number | null, threshold: number, begin: string[], spreads: boolean, free: boolean, compares: boolean,
 *   rounds: number | null,
 * }} Lab
 */
/**
 * @typedef {{
 *   tied: [string, string, number][], cut: [string, string][], away: string[], begin: string[],
 *   threshold: number, noise: boolean, counted: number, person?: string,
 * }} Made  what has been done to the network; people by their ids
 */
/** @typedef {"see" | "tie" | "cut" | "away" | "begin"} Mode */

// What is done to the network is the answer. The page draws it at once; measures, rounds and the
// parts of the goal come from the session, so that they are the same wherever the course runs.

const PACE = 900; // ms between two rounds that are played
const NARROW = 640; // px, below which the map is laid out for a telephone
const GRADES = [4, 3, 2, 1];
const GRADE_WORDS = ["", "lab-grade-1", "lab-grade-2", "lab-grade-3", "lab-grade-4"];
const MODE_WORDS = {
  see: "lab-mode-see", tie: "lab-mode-tie", cut: "lab-mode-cut", away: "lab-mode-away", begin: "lab-mode-begin",
};

/** @type {View<Lab, Made>} */
function lab(given) {
  return given.task.asks === "round" ? explorerOfRace(given) : network(given);
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
  const waves = task.free ? thresholds() : null;
  if (waves) settings.append(waves.set, waves.label);

  function thresholds() {
    const buttons = [1, 2, 3].map((n) => button(String(n), () => alter((now) => { now.threshold = n; }), n === task.threshold));
    const box = h("input", { type: "checkbox", onchange: () => alter((now) => { now.noise = box.checked; }) });
    const show = () => {
      for (const [i, one] of buttons.entries()) one.setAttribute("aria-pressed", String(i + 1 === done.now().threshold));
      box.checked = done.now().noise;
    };
    return {
      show,
      set: h("div", { class: "set", role: "group", "aria-label": words["lab-thresholds"] },
        h("span", { "aria-hidden": "true" }, words["lab-thresholds"]), buttons),
      label: h("label", {}, box, words["lab-noise"]),
    };
  }

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
    } else if (mode === "see") draw();
    else if (held === null) {
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

  /** All ties as they are now: those of the map that are not cut, and one's own. */
  function tiesNow() {
    const now = done.now();
    const own = new Set(now.tied.map(([a, b]) => pair(a, b)));
    const gone = new Set(now.cut.map(([a, b]) => pair(a, b)));
    /** @type {Tie[]} */
    const found = [];
    for (const [a, b, grown] of ties) {
      const key = pair(people[a].id, people[b].id);
      if (!own.has(key) && !gone.has(key)) {
        found.push({ from: a, to: b, strength: grown, counts: grown >= now.counted, mine: false });
      }
    }
    for (const [a, b, grown] of now.tied) {
      found.push({ from: place.get(a) ?? 0, to: place.get(b) ?? 0, strength: grown, counts: grown >= now.counted, mine: true });
    }
    return found;
  }

  function draw() {
    const now = done.now();
    const all = tiesNow();
    const away = new Set(now.away.map((id) => place.get(id) ?? 0));
    const rounds = new Map(Object.entries(known?.rounds ?? {}).map(([id, at]) => [place.get(id) ?? 0, at]));
    const reached = new Map([...rounds].filter(([, at]) => at <= spread.at()));
    const spoken = (/** @type {number} */ i) => [people[i].name, people[i].role, units.find(({ id }) => id === people[i].unit)?.text,
      away.has(i) && words["lab-away"], reached.has(i) && inRound(reached.get(i), words)].filter(Boolean).join(", ");
    const chosen = now.person === undefined ? null : place.get(now.person) ?? null;
    map.draw({ ties: all, seen, held, chosen, away, reached, isRunning: spread.at() > 0, spoken });
    if (asTable.getAttribute("aria-pressed") === "true") table.draw(all, away, reached, held ?? chosen);
    tell(all, away);
    spread.draw(known, now.begin.length || task.begin.length);
    grade.show(strength);
    counted.show(now.counted);
    waves?.show();
    for (const [one, can] of /** @type {const} */ ([[undo, done.canUndo()], [redo, done.canRedo()], [again, done.canRestart()]])) {
      if (!can && document.activeElement === one) modes[0].focus(); // a button that cannot be pressed hands the focus on
      one.disabled = !can;
    }
    made.replaceChildren(...listed());
  }

  /** The ties that one has made, each with a button that takes it away; or whom one has chosen. */
  function listed() {
    const { tied, person } = done.now();
    if (task.asks === "person") {
      const name = person === undefined ? "–" : people[place.get(person) ?? 0].name;
      return [h("li", {}, fill(words["lab-your-answer"], { name }))];
    }
    return tied.map(([a, b, grown]) => h("li", {}, `${a} – ${b}`,
      task.compares ? null : h("small", {}, words[GRADE_WORDS[grown]]), h("button", {
      type: "button", class: "remove", "aria-label": fill(words["lab-remove-tie"], { from: a, to: b }),
      onclick: () => { cut(place.get(a) ?? 0, place.get(b) ?? 0); modes[0].focus(); },
    }, "×")));
  }

  /** The panel: who it is, and the ties by strength. */
  function tell(/** @type {Tie[]} */ all, /** @type {Set<number>} */ away) {
    const about = seen ?? held ?? selected;
    if (about === null) {
      panel.replaceChildren(h("p", { class: "note" }, words["lab-nobody"]));
      return;
    }
    const { name, role, unit } = people[about];
    const of = units.find(({ id }) => id === unit);
    const own = all.filter(({ from, to }) => from === about || to === about);
    const others = own.map(({ from, to, strength: grown }) => ({ i: from === about ? to : from, grown }));
    const out = others.filter(({ i }) => people[i].unit !== unit).length;
    panel.replaceChildren(
      h("h4", {}, h("span", { class: "mark", "aria-hidden": "true" }, legendMark(of?.mark ?? 0)), name),
      h("p", { class: "note" }, [role, of?.text].filter(Boolean).join(", ")),
      h("p", {}, own.length ? fill(words["lab-ties-of"], { n: own.length, out }) : words["lab-no-ties"],
        away.has(about) ? ` ${words["lab-lie-still"]}` : ""),
      ...GRADES.filter((grown) => others.some((one) => one.grown === grown)).map((grown) =>
        h("p", { class: `grade grade-${grown}` }, h("b", {}, words[GRADE_WORDS[grown]]), " ",
          others.filter((one) => one.grown === grown).map(({ i }, n) => h("span", {
            class: people[i].unit === unit ? "" : "out",
          }, `${n ? ", " : ""}${people[i].id}`)))));
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
      if (scene.compared) learnt.draw(scene.compared, scene.progress);
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

/** What there is to do to a person, by what is asked. */
function modesOf(/** @type {Lab} */ { asks, free, compares }) {
  if (asks === "person") return /** @type {Mode[]} */ (["see", "away"]);
  if (compares) return /** @type {Mode[]} */ (["see", "tie", "cut"]);
  return /** @type {Mode[]} */ (free ? ["see", "tie", "cut", "away", "begin"] : ["see", "tie", "cut", "away"]);
}

/** Two people as one key, whichever comes first. */
function pair(/** @type {string} */ one, /** @type {string} */ other) {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

/** When somebody was reached, in words. */
function inRound(/** @type {number | undefined} */ at, /** @type {Words} */ words) {
  if (at === undefined) return words["lab-not-reached"];
  return at === 0 ? words["lab-from-start"] : fill(words["lab-in-round"], { n: at });
}

/** A button that is pressed in or not, where `isOn` tells; one to press, where it does not. */
function button(/** @type {string} */ text, /** @type {() => void} */ onclick, /** @type {boolean | undefined} */ isOn = undefined) {
  return h("button", { type: "button", class: "quiet tool", "aria-pressed": isOn === undefined ? null : String(isOn), onclick }, text);
}

/** A list of the four strengths. */
function picker(/** @type {string} */ id, /** @type {string} */ text, /** @type {Words} */ words, /** @type {number} */ first,
  /** @type {(to: number) => void} */ picked) {
  const list = h("select", { id, onchange: () => picked(Number(list.value)) },
    [1, 2, 3, 4].map((n) => h("option", { value: n, selected: n === first }, words[GRADE_WORDS[n]])));
  return { node: h("label", { for: id }, text, list), show: (/** @type {number} */ n) => { list.value = String(n); } };
}

/** What has been done, with the way back and forth. */
function history(/** @type {Lab} */ task) {
  /** @returns {Made} */
  const blank = () => ({
    tied: [], cut: [], away: [...task.away].sort(), begin: [], threshold: task.threshold, noise: false, counted: task.counted,
  });
  let now = blank();
  /** @type {Made[]} */
  let past = [];
  /** @type {Made[]} */
  let future = [];
  const to = (/** @type {Made | undefined} */ next, /** @type {Made[]} */ kept) => {
    if (!next) return false;
    kept.push(now);
    now = next;
    return true;
  };
  return {
    now: () => now,
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    canRestart: () => JSON.stringify(now) !== JSON.stringify(blank()),
    add: (/** @type {(now: Made) => void} */ change) => {
      const next = structuredClone(now);
      change(next);
      future = [];
      to(next, past);
    },
    undo: () => to(past.pop(), future),
    redo: () => to(future.pop(), past),
    restart: () => to(blank(), past),
    /** Go on with an answer, or from the start; throw for one that is of another network. */
    begin: (/** @type {Partial<Made> | null} */ answer, /** @type {Map<string, number>} */ place) => {
      const next = { ...blank(), ...answer };
      const named = [...next.tied.flatMap((tied) => tied.slice(0, 2)), ...next.cut.flat(), ...next.away, ...next.begin];
      if (next.person !== undefined) named.push(next.person);
      if (named.some((id) => !place.has(String(id)))) throw new Error("someone is not on this map");
      [now, past, future] = [next, [], []];
    },
  };
}

/** Step, play, from the start; what has been reached, in words and in bars. */
function spreading(/** @type {Words} */ words, /** @type {() => void} */ draw) {
  let at = 0;
  let last = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  const told = h("p", { role: "status" });
  const bars = h("div", { class: "rounds", "aria-hidden": "true" });
  const step = button(words["lab-step"], () => go(at + 1));
  const play = button(words["lab-play"], () => (timer === undefined ? start() : stop()));
  const rewind = button(words["lab-rewind"], () => { stop(); go(0); });

  function go(/** @type {number} */ to) {
    at = Math.min(to, last);
    if (at === last) stop();
    draw();
  }

  function start() {
    if (at === last) at = 0;
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
      go(last);
      return;
    }
    timer = setInterval(() => go(at + 1), PACE);
    go(at + 1);
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    at: () => at,
    restart: () => { stop(); at = 0; },
    node: h("section", { class: "panel" }, h("h4", {}, words["lab-rounds"]), bars, told),
    tools: h("div", { class: "set" }, step, play, rewind),
    draw: (/** @type {Measured | null} */ known, /** @type {number} */ begins) => {
      const rounds = Object.values(known?.rounds ?? {});
      last = Math.max(0, ...rounds);
      play.textContent = words[timer === undefined ? "lab-play" : "lab-pause"];
      step.disabled = play.disabled = !rounds.length || !last;
      rewind.disabled = at === 0;
      bars.replaceChildren(...roundBars(rounds, at));
      const n = rounds.filter((one) => one <= at).length;
      told.textContent = begins && known
        ? fill(words[at === last ? "lab-stops" : "lab-reached"], { n, all: known.people, at }) : words["lab-nobody-begins"];
    },
    ended: stop,
  };
}

/** Everybody in a table: the names are buttons that do what pressing on the map does. */
function peopleTable(/** @type {Lab} */ { network: { people, units }, spreads }, /** @type {Words} */ words,
  /** @type {string} */ uid, /** @type {(person: number) => void} */ press) {
  const buttons = people.map(({ name }, i) => h("button", { type: "button", class: "quiet", onclick: () => press(i) }, name));
  const cells = people.map(() => [h("td"), h("td"), h("td")]);
  const columns = ["lab-person", "lab-unit", "lab-within", "lab-between", ...(spreads ? ["lab-reached-in"] : [])];
  const node = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": `${uid}-title ${uid}-table` },
    h("table", {}, h("caption", { id: `${uid}-table`, class: "unseen" }, words["lab-table-of"]),
      h("thead", {}, h("tr", {}, columns.map((key) => h("th", { scope: "col" }, words[key])))),
      h("tbody", {}, people.map(({ unit }, i) => h("tr", {}, h("th", { scope: "row" }, buttons[i]),
        h("td", {}, units.find(({ id }) => id === unit)?.text ?? ""), cells[i].slice(0, spreads ? 3 : 2))))));
  /**
   * @param {Tie[]} ties
   * @param {Set<number>} away
   * @param {Map<number, number>} reached
   * @param {number | null} held
   */
  const draw = (ties, away, reached, held) => {
    const counts = people.map(() => [0, 0]);
    for (const { from, to, counts: does } of ties) {
      if (!does || away.has(from) || away.has(to)) continue;
      const side = people[from].unit === people[to].unit ? 0 : 1;
      counts[from][side] += 1;
      counts[to][side] += 1;
    }
    for (const [i, [within, between, round]] of cells.entries()) {
      buttons[i].setAttribute("aria-pressed", String(i === held));
      within.textContent = away.has(i) ? words["lab-away"] : String(counts[i][0]);
      between.textContent = away.has(i) ? "–" : String(counts[i][1]);
      round.textContent = inRound(reached.get(i), words);
    }
  };
  return { node, draw };
}

/** Two buttons that save the map as it stands. */
function saving(/** @type {Words} */ words, /** @type {string} */ name, /** @type {ReturnType<typeof peopleMap>} */ map) {
  return h("span", { class: "set" }, /** @type {const} */ (["svg", "png"]).map((as) => h("button", {
    type: "button", class: "quiet tool", "aria-label": fill(words["lab-save-as"], { as: as.toUpperCase() }),
    onclick: () => savePicture(map.node, map.sheet(), name, as),
  }, `↓ ${as.toUpperCase()}`)));
}

export default widget(lab);
