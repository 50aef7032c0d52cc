import { widget } from "../../widgets/static/card.js";
import { fill, h, said } from "../../widgets/static/parts.js";

/** @import { View, Words } from "#types" */

/** @typedef {{text: string, people: string[]}} Department */
/** @typedef {number[]} Tie  a person of the first department, and one of the second */
/** @typedef {{departments: [Department, Department], ties: number}} Puzzle */
/** @typedef {{rounds: number[][]}} Spread  who has taken it up after each round */

// Two departments as two columns of people, ties as lines between them. Pressing a person in each
// column places a tie or takes it away; two lists and a button do the same, and a table tells all.

const SVG = "http://www.w3.org/2000/svg";

/** @type {View<Puzzle, Tie[], Spread>} */
function network({ task, words, uid, changed }) {
  const { departments } = task;
  const ties = book(task.ties);
  /** @type {(number | null)[]} */
  let held = [null, null]; // the person held in each column, until the other end is pressed
  /** @type {number[][] | null} */
  let rounds = null; // who has taken it up after each round, when the ties have been tested
  const news = h("p", { class: "news", role: "status" });
  const columns = board(departments, press);
  const placed = placedTies(ties, departments, words, { alter, remove });
  const told = tiesTable(departments, words);
  const left = () => fill(words["ties-left"], { n: ties.left() });
  const tell = (/** @type {string} */ key, /** @type {Tie} */ tie) => { news.textContent = `${fill(words[key], ends(tie, departments))} ${left()}`; };

  function press(/** @type {number} */ side, /** @type {number} */ i) {
    held[side] = held[side] === i ? null : i;
    const [a, b] = held;
    if (a !== null && b !== null) {
      held = [null, null];
      (ties.has([a, b]) ? remove : place)([a, b]);
    }
    draw();
  }

  function place(/** @type {Tie} */ tie) {
    const fault = ties.refusal(tie);
    if (!fault) alter(() => ties.place(tie));
    tell(fault ?? "tie-placed", tie);
  }

  function remove(/** @type {Tie} */ tie) {
    alter(() => ties.remove(tie));
    tell("tie-removed", tie);
  }

  /** Other ties have not been tested. */
  function alter(/** @type {() => void} */ change) {
    change();
    rounds = null;
    changed();
    draw();
    news.textContent = left();
  }

  function draw() {
    const taken = (/** @type {number} */ side, /** @type {number} */ i) => takenUp(rounds, side, i, words);
    columns.show(held, taken);
    placed.draw(columns.people[0][0]);
    told.fill(ties.all(), (side, i) => taken(side, i).when);
    columns.connect(ties.all());
  }

  return {
    node: h("div", {}, h("p", { class: "note" }, words["tap-hint"]), columns.node, news,
      placing(departments, words, uid, place), placed.list, placed.tools, told.node),
    answer: ties.all,
    show: (answer) => {
      ties.begin((Array.isArray(answer) ? answer : []).filter(columns.isTie));
      rounds = null;
      news.textContent = ""; // it was of ties that stood here before
      draw();
    },
    judged: ({ said: pieces, detail }) => {
      rounds = detail.rounds;
      draw();
      return [...pieces.map(said), h("p", { class: "note" }, spreadTo(detail.rounds, departments[1], words))];
    },
    attached: () => { draw(); columns.watch(); },
    ended: columns.ended,
  };
}

/**
 * What is known of when somebody took it up, and whether they have: the first department had it from the start.
 * @param {number[][] | null} rounds
 * @param {number} side
 * @param {number} i
 * @param {Words} words
 */
function takenUp(rounds, side, i, words) {
  if (side === 0) return { round: 0, when: words["from-start"], has: true };
  const round = rounds?.findIndex((adopters) => adopters.includes(i)) ?? -1;
  const when = round < 0 ? words.never : fill(words["in-round"], { n: round });
  return { round: Math.max(round, 0), when, has: round >= 0 };
}

/** How many of the second department it has come to. */
function spreadTo(/** @type {number[][]} */ rounds, /** @type {Department} */ { people, text }, /** @type {Words} */ words) {
  return fill(words["spread-to"], { n: rounds.at(-1)?.length, all: people.length, unit: text });
}

/**
 * The ties that are placed, each with a button that takes it away; the way back, and all away.
 * @param {ReturnType<typeof book>} ties
 * @param {Department[]} departments
 * @param {Words} words
 * @param {{alter: (change: () => void) => void, remove: (tie: Tie) => void}} done
 */
function placedTies(ties, departments, words, { alter, remove }) {
  const list = h("ul", { class: "ties" });
  const undo = h("button", { type: "button", class: "quiet", onclick: () => alter(ties.undo) }, words.undo);
  const clear = h("button", { type: "button", class: "quiet", onclick: () => alter(ties.clear) }, words.clear);
  /** @param {HTMLElement} next  takes the focus, where there is no way back either */
  const draw = (next) => {
    const here = document.activeElement;
    const isOurs = here === undo || here === clear || list.contains(here);
    list.replaceChildren(...ties.all().map((tie) => listed(tie, departments, words, () => remove(tie))));
    undo.disabled = !ties.canUndo();
    clear.disabled = !ties.all().length;
    // A button that goes, or can't be pressed any more, hands the focus on.
    if (isOurs && (!here?.isConnected || here.matches(":disabled"))) (undo.disabled ? next : undo).focus();
  };
  return { list, tools: h("div", { class: "row" }, undo, clear), draw };
}

/** The ties that are placed, with the way back; there are so many and no more. */
function book(/** @type {number} */ most) {
  /** @type {Tie[]} */
  let ties = [];
  /** @type {Tie[][]} */
  const past = [];
  const set = (/** @type {Tie[]} */ next) => {
    past.push(ties);
    ties = next;
  };
  const has = (/** @type {Tie} */ tie) => ties.some(same(tie));
  return {
    all: () => ties,
    has,
    left: () => most - ties.length,
    canUndo: () => past.length > 0,
    /** The key of why a tie cannot be placed, or null if it can. */
    refusal: (/** @type {Tie} */ tie) =>
      (has(tie) ? "tie-exists" : ties.length >= most ? "no-ties-left" : null),
    place: (/** @type {Tie} */ tie) => set([...ties, tie]),
    remove: (/** @type {Tie} */ tie) => set(ties.filter((other) => !same(tie)(other))),
    clear: () => set([]),
    undo: () => { ties = past.pop() ?? ties; },
    begin: (/** @type {Tie[]} */ given) => { ties = given; },
  };
}

/** Whether another tie is this one. */
function same(/** @type {Tie} */ [a, b]) {
  return (/** @type {Tie} */ [c, d]) => a === c && b === d;
}

/** The people at the ends of a tie. */
function ends(/** @type {Tie} */ [a, b], /** @type {Department[]} */ [first, second]) {
  return { from: first.people[a], to: second.people[b] };
}

/**
 * Two columns of people to press, with lines between those who have a tie. The lines are drawn when
 * the page has laid the columns out, and anew whenever they have another size.
 * @param {Department[]} departments
 * @param {(side: number, i: number) => void} press
 */
function board(departments, press) {
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("aria-hidden", "true");
  const people = departments.map((department, side) => department.people.map((name, i) =>
    h("button", { type: "button", class: "person", "aria-pressed": "false", onclick: () => press(side, i) },
      h("span", {}, name))));
  const node = h("div", { class: "board" }, lines, departments.map((department, side) =>
    h("div", { class: "column", role: "group", "aria-label": department.text },
      h("p", {}, department.text), people[side])));
  /** @type {Tie[]} */
  let drawn = [];
  let frame = 0;

  function lay() {
    const { left, top, width, height } = node.getBoundingClientRect();
    lines.setAttribute("viewBox", `0 0 ${width} ${height}`);
    lines.replaceChildren(...drawn.map(([a, b]) => {
      const from = people[0][a].getBoundingClientRect();
      const to = people[1][b].getBoundingClientRect();
      const line = document.createElementNS(SVG, "line");
      line.setAttribute("x1", String(from.right - left));
      line.setAttribute("y1", String(from.top + from.height / 2 - top));
      line.setAttribute("x2", String(to.left - left));
      line.setAttribute("y2", String(to.top + to.height / 2 - top));
      return line;
    }));
  }

  /**
   * @param {(number | null)[]} held
   * @param {(side: number, i: number) => ReturnType<typeof takenUp>} taken
   */
  function show(held, taken) {
    for (const [side, buttons] of people.entries()) {
      for (const [i, button] of buttons.entries()) {
        const { round, when, has } = taken(side, i);
        button.setAttribute("aria-pressed", String(held[side] === i));
        button.classList.toggle("adopted", has);
        button.style.setProperty("--round", String(round));
        button.querySelector("small")?.remove();
        if (side === 1 && has) button.append(h("small", {}, when));
      }
    }
  }

  const watcher = new ResizeObserver(lay);
  return {
    node,
    people,
    show,
    isTie: (/** @type {Tie} */ tie) => tie?.length === 2 && tie.every((i, side) => people[side][i]),
    connect: (/** @type {Tie[]} */ ties) => {
      drawn = ties;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(lay);
    },
    watch: () => watcher.observe(node),
    ended: () => {
      watcher.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

/**
 * Two lists and a button, which place a tie without a pointer.
 * @param {Department[]} departments
 * @param {Words} words
 * @param {string} uid
 * @param {(tie: Tie) => void} place
 */
function placing(departments, words, uid, place) {
  const lists = departments.map(({ people }, side) => h("select", { id: `${uid}-${side}` },
    people.map((name, i) => h("option", { value: i }, name))));
  return h("div", { class: "place" },
    ["from-person", "to-person"].map((key, side) => h("label", { for: `${uid}-${side}` },
      fill(words[key], { unit: departments[side].text }), lists[side])),
    h("button", {
      type: "button", class: "quiet",
      onclick: () => place(lists.map((list) => Number(list.value))),
    }, words["place-tie"]));
}

/**
 * A tie in the list of ties, with a button that takes it away.
 * @param {Tie} tie
 * @param {Department[]} departments
 * @param {Words} words
 * @param {() => void} remove
 */
function listed(tie, departments, words, remove) {
  const names = ends(tie, departments);
  return h("li", {}, `${names.from} – ${names.to}`, h("button", {
    type: "button", class: "remove", "aria-label": fill(words["remove-tie"], names), onclick: remove,
  }, "×"));
}

/**
 * A table of all people: whom they have a tie to, and when they took it up.
 * @param {Department[]} departments
 * @param {Words} words
 */
function tiesTable(departments, words) {
  const body = h("tbody");
  const node = h("details", { class: "figures" }, h("summary", {}, words["ties-table"]),
    h("table", {}, h("caption", { class: "unseen" }, words["ties-table"]),
      h("thead", {}, h("tr", {}, ["person", "ties-to", "takes-up"].map((key) =>
        h("th", { scope: "col" }, words[key])))), body));
  /**
   * @param {Tie[]} ties
   * @param {(side: number, i: number) => string} when
   */
  const filled = (ties, when) => body.replaceChildren(...departments.flatMap(({ people }, side) =>
    people.map((name, i) => {
      const met = ties.filter((tie) => tie[side] === i)
        .map((tie) => departments[1 - side].people[tie[1 - side]]);
      return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, met.join(", ") || "–"),
        h("td", {}, when(side, i)));
    })));
  return { node, fill: filled };
}

export default widget(network);
