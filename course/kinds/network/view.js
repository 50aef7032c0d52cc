import { fill, h, said, widget } from "../../widgets/static/card.js";

// Two departments as two columns of people, ties as lines between them. Pressing a person in each
// column places a tie or takes it away; two lists and a button do the same, and a table tells all.

const SVG = "http://www.w3.org/2000/svg";

function network({ task, words, uid, changed }) {
  const [first, second] = task.departments;
  let ties = [];
  let held = [null, null]; // the person held in each column, until the other end is pressed
  let past = [];
  let watch = null;
  let rounds = null; // who has taken it up after each round, when the ties have been tested

  const news = h("p", { class: "news", role: "status" });
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("aria-hidden", "true");
  const people = [first, second].map((department, side) => department.people.map((name, i) =>
    h("button", { type: "button", class: "person", "aria-pressed": "false", onclick: () => press(side, i) },
      h("span", {}, name))));
  const board = h("div", { class: "board" }, lines, [first, second].map((department, side) =>
    h("div", { class: "column", role: "group", "aria-label": department.text },
      h("p", {}, department.text), people[side])));

  const lists = [first, second].map((department, side) => h("select", { id: `${uid}-${side}` },
    department.people.map((name, i) => h("option", { value: i }, name))));
  const placed = h("ul", { class: "ties" });
  const undo = h("button", { type: "button", class: "quiet", onclick: goBack }, words.undo);
  const clear = h("button", { type: "button", class: "quiet", onclick: startOver }, words.clear);
  const body = h("tbody");
  const told = h("details", { class: "figures" }, h("summary", {}, words["ties-table"]),
    h("table", {}, h("caption", { class: "unseen" }, words["ties-table"]),
      h("thead", {}, h("tr", {}, ["person", "ties-to", "takes-up"].map((key) =>
        h("th", { scope: "col" }, words[key])))), body));

  const who = ([a, b]) => ({ from: first.people[a], to: second.people[b] });
  const same = ([a, b]) => ([c, d]) => a === c && b === d;

  const isTie = (tie) => tie?.length === 2 && tie.every((i, side) => people[side][i]);

  function press(side, i) {
    held[side] = held[side] === i ? null : i;
    if (held[0] != null && held[1] != null) {
      toggle([held[0], held[1]]);
      held = [null, null];
    }
    draw();
  }

  function toggle(tie) {
    if (ties.some(same(tie))) remove(tie);
    else place(tie);
  }

  function place(tie) {
    if (ties.some(same(tie))) return tell("tie-exists", tie);
    if (ties.length >= task.ties) return tell("no-ties-left", tie);
    set([...ties, tie]);
    return tell("tie-placed", tie);
  }

  function remove(tie) {
    set(ties.filter((other) => !same(tie)(other)));
    tell("tie-removed", tie);
  }

  function tell(key, tie) {
    news.textContent = `${fill(words[key], who(tie))} ${left()}`;
  }

  const left = () => fill(words["ties-left"], { n: task.ties - ties.length });

  function set(next) {
    past.push(ties);
    ties = next;
    rounds = null;
    changed();
    draw();
  }

  function goBack() {
    if (!past.length) return;
    ties = past.pop();
    rounds = null;
    changed();
    draw();
    news.textContent = left();
  }

  function startOver() {
    set([]);
    news.textContent = left();
  }

  const roundOf = (i) => rounds?.findIndex((adopters) => adopters.includes(i)) ?? -1;

  function state(side, i) {
    if (side === 0) return words["from-start"];
    const round = roundOf(i);
    return round < 0 ? words.never : fill(words["in-round"], { n: round });
  }

  function draw() {
    const here = document.activeElement;
    const isOurs = [undo, clear].includes(here) || placed.contains(here);
    for (const side of [0, 1]) {
      people[side].forEach((button, i) => {
        const takenUp = side === 0 || roundOf(i) >= 0;
        button.setAttribute("aria-pressed", String(held[side] === i));
        button.classList.toggle("adopted", takenUp);
        button.style.setProperty("--round", String(Math.max(roundOf(i), 0)));
        button.querySelector("small")?.remove();
        if (side === 1 && takenUp) button.append(h("small", {}, state(side, i)));
      });
    }
    const ends = ties.map((tie) => who(tie));
    placed.replaceChildren(...ties.map((tie, i) => h("li", {},
      `${ends[i].from} – ${ends[i].to}`,
      h("button", {
        type: "button", class: "remove", "aria-label": fill(words["remove-tie"], ends[i]),
        onclick: () => remove(tie),
      }, "×"))));
    undo.disabled = !past.length;
    clear.disabled = !ties.length;
    // A button that goes, or can't be pressed any more, hands the focus on.
    if (isOurs && (here.disabled || !here.isConnected)) (undo.disabled ? people[0][0] : undo).focus();
    body.replaceChildren(...[first, second].flatMap((department, side) =>
      department.people.map((name, i) => {
        const met = ties.filter((tie) => tie[side] === i)
          .map((tie) => [first, second][1 - side].people[tie[1 - side]]);
        return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, met.join(", ") || "–"),
          h("td", {}, state(side, i)));
      })));
    requestAnimationFrame(connect);
  }

  function connect() {
    const frame = board.getBoundingClientRect();
    lines.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    lines.replaceChildren(...ties.map(([a, b]) => {
      const from = people[0][a].getBoundingClientRect();
      const to = people[1][b].getBoundingClientRect();
      const line = document.createElementNS(SVG, "line");
      line.setAttribute("x1", from.right - frame.left);
      line.setAttribute("y1", from.top + from.height / 2 - frame.top);
      line.setAttribute("x2", to.left - frame.left);
      line.setAttribute("y2", to.top + to.height / 2 - frame.top);
      return line;
    }));
  }

  return {
    node: h("div", {},
      h("p", { class: "note" }, words["tap-hint"]), board, news,
      h("div", { class: "place" },
        h("label", { for: `${uid}-0` }, fill(words["from-person"], { unit: first.text }), lists[0]),
        h("label", { for: `${uid}-1` }, fill(words["to-person"], { unit: second.text }), lists[1]),
        h("button", {
          type: "button", class: "quiet",
          onclick: () => place(lists.map((list) => Number(list.value))),
        }, words["place-tie"])),
      placed, h("div", { class: "row" }, undo, clear), told),
    answer: () => ties,
    show: (answer) => {
      ties = (Array.isArray(answer) ? answer : []).filter(isTie);
      past = [];
      rounds = null;
      draw();
    },
    judged: ({ said: pieces, detail }) => {
      rounds = detail.rounds;
      draw();
      const spread = fill(words["spread-to"], {
        n: rounds.at(-1).length, all: second.people.length, unit: second.text,
      });
      return [...pieces.map(said), h("p", { class: "note" }, spread)];
    },
    attached: () => {
      draw();
      watch = new ResizeObserver(connect);
      watch.observe(board);
    },
    ended: () => watch?.disconnect(),
  };
}

export default widget(network);
