import { widget } from "../../widgets/static/card.js";
import { counted, fill, h } from "../../widgets/static/parts.js";

/** @import { Named, View } from "#types" */

// One thing is open at a time, and what may belong to it stands below it in full. A press puts it
// there and opens the next thing that has nothing yet; a mouse may drag it to any thing instead.
/** @type {View<{cards: Named[], matches: Named[]}, Record<string, string>>} */
function match({ task, words, uid, changed }) {
  /** @type {Record<string, string>} */
  const placed = {};
  let open = task.cards[0].id;
  let dragged = "";
  const news = h("p", { class: "news", role: "status" });
  const pool = h("div", { class: "pool", role: "group", "aria-label": words["what-belongs"] });

  const rows = new Map(task.cards.map(({ id, text }) => {
    const thing = h("button", { type: "button", class: "thing", onclick: () => turnTo(id) }, h("span", {}, text));
    const chosen = h("p", { class: "with", id: `${uid}-${id}` });
    const node = h("div", {
      class: "pair", ondragover: (event) => { if (dragged) event.preventDefault(); },
      ondrop: (event) => { event.preventDefault(); put(dragged, id); },
    }, h("h4", {}, thing), chosen);
    thing.setAttribute("aria-describedby", chosen.id);
    return [id, { node, thing, chosen }];
  }));
  const row = (/** @type {string} */ id) => /** @type {{node: HTMLElement, thing: HTMLElement, chosen: HTMLElement}} */ (rows.get(id));
  const textOf = (/** @type {string} */ id) => task.matches.find((one) => one.id === id)?.text ?? "";

  function draw() {
    for (const [id, { node, thing, chosen }] of rows) {
      const isOpen = id === open;
      node.classList.toggle("open", isOpen);
      node.classList.toggle("has", Boolean(placed[id]));
      thing.setAttribute("aria-expanded", String(isOpen));
      chosen.textContent = placed[id] ? textOf(placed[id]) : words["nothing-yet"];
      if (isOpen) chosen.after(pool);
    }
    if (!open) pool.remove();
    const taken = new Set(Object.values(placed));
    pool.replaceChildren(...task.matches.map(({ id, text }, i) => h("div", {},
      h("button", {
        type: "button", class: "piece", "aria-pressed": String(placed[open] === id), draggable: "true",
        "aria-describedby": taken.has(id) && placed[open] !== id ? `${uid}-taken-${i}` : null,
        onclick: () => put(id, open), ondragstart: () => { dragged = id; }, ondragend: () => { dragged = ""; },
      }, h("span", {}, text)),
      taken.has(id) && placed[open] !== id
        ? h("small", { class: "taken", id: `${uid}-taken-${i}` }, words["put-elsewhere"]) : null)));
  }

  function turnTo(/** @type {string} */ id) {
    open = id;
    draw();
  }

  /**
   * @param {string} piece
   * @param {string} id  the thing that it is put with
   */
  function put(piece, id) {
    if (!piece) return;
    placed[id] = piece;
    unjudge(row(id).node);
    open = task.cards.find((one) => !placed[one.id])?.id ?? "";
    const left = task.cards.filter((one) => !placed[one.id]).length;
    news.textContent = left ? fill(words["pairs-left"], { n: left }) : words["all-paired"];
    draw();
    row(open || id).thing.focus();
    changed();
  }

  /** What was said of a pair that is no more. */
  function unjudge(/** @type {HTMLElement} */ node) {
    node.querySelector(":scope > .reason")?.remove();
  }

  draw();
  return {
    node: h("div", {}, h("div", { class: "pairs" }, [...rows.values()].map(({ node }) => node)), news),
    answer: () => Object.fromEntries(task.cards.map(({ id }) => [id, placed[id] ?? ""])),
    show: (answer) => {
      for (const { id } of task.cards) placed[id] = answer?.[id] ?? "";
      open = task.cards.find(({ id }) => !placed[id])?.id ?? "";
      draw();
    },
    judged: (verdict) => {
      open = news.textContent = "";
      draw();
      return counted(verdict, (id) => rows.get(id)?.node, words, words.matched, "paired");
    },
  };
}

export default widget(match);
