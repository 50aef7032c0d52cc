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
  const pressed = { turnTo, put, drag: (/** @type {string} */ id) => { dragged = id; }, dragged: () => dragged };
  const rows = new Map(task.cards.map((card) => [card.id, pairOf(card, uid, pressed)]));

  function draw() {
    for (const [id, { node, thing, chosen }] of rows) {
      const isOpen = id === open;
      node.classList.toggle("open", isOpen);
      node.classList.toggle("has", Boolean(placed[id]));
      thing.setAttribute("aria-expanded", String(isOpen));
      chosen.textContent = placed[id] ? task.matches.find((one) => one.id === placed[id])?.text ?? "" : words["nothing-yet"];
      if (isOpen) chosen.after(pool);
    }
    if (!open) pool.remove();
    const taken = new Set(Object.values(placed));
    pool.replaceChildren(...task.matches.map((one, i) => {
      const isHere = placed[open] === one.id;
      const note = taken.has(one.id) && !isHere ? h("small", { class: "taken", id: `${uid}-taken-${i}` }, words["put-elsewhere"]) : null;
      return pieceOf(one, isHere, note, { ...pressed, put: () => put(one.id, open) });
    }));
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
    const row = rows.get(id);
    if (!piece || !row) return;
    placed[id] = piece;
    row.node.querySelector(":scope > .reason")?.remove(); // of a pair that is no more
    open = task.cards.find((one) => !placed[one.id])?.id ?? "";
    const left = task.cards.filter((one) => !placed[one.id]).length;
    news.textContent = left ? fill(words["pairs-left"], { n: left }) : words["all-paired"];
    draw();
    rows.get(open || id)?.thing.focus();
    changed();
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

/**
 * A thing, what has been put with it, and room to drop another.
 * @param {Named} card
 * @param {string} uid
 * @param {{turnTo: (id: string) => void, put: (piece: string, id: string) => void, dragged: () => string}} pressed
 */
function pairOf({ id, text }, uid, { turnTo, put, dragged }) {
  const thing = h("button", { type: "button", class: "thing", "aria-describedby": `${uid}-${id}`, onclick: () => turnTo(id) },
    h("span", {}, text));
  const chosen = h("p", { class: "with", id: `${uid}-${id}` });
  const node = h("div", {
    class: "pair", ondragover: (event) => { if (dragged()) event.preventDefault(); },
    ondrop: (event) => { event.preventDefault(); put(dragged(), id); },
  }, h("h4", {}, thing), chosen);
  return { node, thing, chosen };
}

/**
 * A piece that may belong to the thing that is open, to press or to drag.
 * @param {Named} piece
 * @param {boolean} isHere
 * @param {HTMLElement | null} note  that it has been put elsewhere
 * @param {{put: () => void, drag: (id: string) => void}} pressed
 */
function pieceOf({ id, text }, isHere, note, { put, drag }) {
  return h("div", {}, h("button", {
    type: "button", class: "piece", "aria-pressed": String(isHere), draggable: "true", "aria-describedby": note?.id ?? null,
    onclick: put, ondragstart: () => drag(id), ondragend: () => drag(""),
  }, h("span", {}, text)), note);
}

export default widget(match);
