// The parties of a drawing in words: putting them out, the one that is chosen, all of them in a table.

import { GRADE_WORDS } from "../../widgets/static/map-parts.js";
import { fill, h } from "../../widgets/static/parts.js";

/** @import { Named, Words } from "#types" */
/** @import { Party, Standing, Tie } from "./map.js" */

/** Whether it is with us or not, to pick from. */
function whereabouts(/** @type {string} */ id, /** @type {Words} */ words, /** @type {(inside: boolean) => void} */ picked) {
  const list = h("select", { id, onchange: () => picked(list.value === "inside") },
    h("option", { value: "outside" }, words["sketch-outside"]), h("option", { value: "inside" }, words["sketch-inside"]));
  return list;
}

/**
 * A field for a name of one's own, and those whom many have ties to, to put out by one press.
 * @param {{parties: Named[], longest_name: number}} task
 * @param {Words} words
 * @param {string} uid
 * @param {(name: string, inside: boolean) => boolean} put  tells whether it was put out
 */
export function putting({ parties, longest_name: longest }, words, uid, put) {
  const name = h("input", { id: `${uid}-new`, type: "text", maxlength: longest, autocomplete: "off", "aria-describedby": `${uid}-note`, onkeydown: keyed });
  const where = whereabouts(`${uid}-where`, words, () => {});
  where.setAttribute("aria-label", words["sketch-where"]);
  const add = h("button", { type: "button", class: "quiet tool", onclick: own }, words["sketch-add"]);
  const often = parties.map(({ text }) => h("button", {
    type: "button", class: "quiet tool often", onclick: () => { if (put(text, false)) next(); },
  }, `+ ${text}`));

  /** Enter puts out, and does not send the card. */
  function keyed(/** @type {KeyboardEvent} */ event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    own();
  }

  function own() {
    if (put(name.value.trim().replace(/\s+/g, " "), where.value === "inside")) name.value = "";
    name.focus();
  }

  /** What was pressed is gone: the focus goes on to the next of them. */
  function next() {
    (often.find((one) => !one.hidden) ?? name).focus();
  }

  return {
    node: h("div", { class: "putting" },
      h("div", { class: "set" }, h("label", { for: `${uid}-new` }, words["sketch-name"]), name,
        where, add),
      h("div", { class: "set", role: "group", "aria-label": words["sketch-often"] }, often)),
    show: (/** @type {(name: string) => boolean} */ isThere) => {
      for (const [i, one] of often.entries()) one.hidden = isThere(parties[i].text);
    },
  };
}

/** Somebody's ties, strongest first, with how strong they are. */
export function tiesOf(/** @type {string} */ id, /** @type {Party[]} */ parties, /** @type {Tie[]} */ ties, /** @type {Words} */ words) {
  const name = (/** @type {string} */ of) => parties.find((one) => one.id === of)?.name;
  const own = ties.filter(([one, other]) => one === id || other === id).sort((a, b) => b[2] - a[2]);
  return own.map(([one, other, strength]) => `${name(one === id ? other : one)} (${words[GRADE_WORDS[strength]]})`).join(", ");
}

/**
 * The party that is chosen: its name to change, where it is, its ties, and away with it.
 * @param {Words} words
 * @param {string} uid
 * @param {number} longest  a name
 * @param {{change: (id: string, to: Partial<Party>) => void, remove: (id: string) => void}} heard
 */
export function chosen(words, uid, longest, heard) {
  let about = "";
  const name = h("input", {
    id: `${uid}-called`, type: "text", maxlength: longest, autocomplete: "off", onchange: renamed,
    onkeydown: (event) => { if (event.key === "Enter") { event.preventDefault(); renamed(); } },
  });
  const where = whereabouts(`${uid}-is`, words, (inside) => heard.change(about, { inside }));
  const ties = h("p", {});
  const remove = h("button", { type: "button", class: "quiet tool", onclick: () => heard.remove(about) }, words["sketch-remove"]);
  const whereIs = h("label", { for: `${uid}-is` }, words["sketch-where"], where);
  const some = h("div", {}, h("label", { for: `${uid}-called` }, words["sketch-called"], name), whereIs, ties, remove);
  const none = h("p", { class: "note" }, words["sketch-nobody"]);
  let now = ""; // the name as it stands on the map

  function renamed() {
    const to = name.value.trim().replace(/\s+/g, " ");
    if (to && to !== now) heard.change(about, { name: to });
    else name.value = now;
  }

  return {
    node: h("section", { class: "panel who", "aria-labelledby": `${uid}-about` },
      h("h4", { id: `${uid}-about` }, words["sketch-about"]), none, some),
    name,
    show: (/** @type {Standing} */ { parties, ties: all, selected }) => {
      const party = parties.find(({ id }) => id === selected);
      none.hidden = Boolean(party);
      some.hidden = !party;
      if (!party) return;
      const isOther = about !== party.id;
      [about, now] = [party.id, party.name];
      if (isOther || document.activeElement !== name) name.value = party.name;
      where.value = party.inside ? "inside" : "outside";
      whereIs.hidden = remove.hidden = party === parties[0];
      ties.textContent = tiesOf(party.id, parties, all, words) || words["sketch-no-ties"];
    },
  };
}

/** Everybody in a table: the names are buttons that do what pressing on the map does. */
export function partyTable(/** @type {Words} */ words, /** @type {string} */ uid, /** @type {(id: string) => void} */ press) {
  const body = h("tbody");
  const columns = ["sketch-party", "sketch-where", "sketch-ties", "sketch-mark"];
  const node = h("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": `${uid}-title ${uid}-table` },
    h("table", {}, h("caption", { id: `${uid}-table`, class: "unseen" }, words["sketch-table-of"]),
      h("thead", {}, h("tr", {}, columns.map((key) => h("th", { scope: "col" }, words[key])))), body));
  const fillIn = rows(body);
  const row = (/** @type {Party} */ { id, name, inside }, /** @type {Standing} */ { parties, ties, bridge, away, lost, held }) => {
    const marks = [id === bridge && words["sketch-holds"], away.includes(id) && words["sketch-away"], lost.includes(id) && words["sketch-lost"]];
    const cells = [words[inside ? "sketch-inside" : "sketch-outside"], tiesOf(id, parties, ties, words) || "–", marks.filter(Boolean).join(", ") || "–"];
    const isHeld = id === held;
    return { key: id, tells: [name, cells, isHeld], make: () => h("tr", {}, h("th", { scope: "row" }, h("button", {
      type: "button", class: "quiet", "data-key": id, "aria-pressed": String(isHeld), onclick: () => press(id),
    }, name)), cells.map((text) => h("td", {}, text))) };
  };
  return { node, draw: (/** @type {Standing} */ now) => fillIn(now.parties.map((party) => row(party, now))) };
}

/** The ties, each with its strength to change and a button that takes it away. */
export function tieList(/** @type {Words} */ words, /** @type {(one: string, other: string, strength: number) => void} */ tie) {
  const node = h("ul", { class: "made" });
  const fillIn = rows(node);
  const item = (/** @type {Tie} */ [a, b, strength], /** @type {Party[]} */ parties) => {
    const [one, other] = [a, b].map((id) => parties.find((party) => party.id === id)?.name);
    const list = h("select", {
      "data-key": `${a} ${b} of`, "aria-label": fill(words["sketch-strength-of"], { one, other }), onchange: () => tie(a, b, Number(list.value)),
    }, [1, 2, 3, 4].map((n) => h("option", { value: n, selected: n === strength }, words[GRADE_WORDS[n]])));
    const make = () => h("li", {}, h("span", {}, `${one} – ${other}`), list, h("button", {
      type: "button", class: "remove", "data-key": `${a} ${b}`, "aria-label": fill(words["sketch-remove-tie"], { one, other }),
      onclick: () => tie(a, b, 0),
    }, "×"));
    return { key: `${a} ${b}`, tells: [one, other, strength], make };
  };
  return { node, draw: (/** @type {Standing} */ { parties, ties }) => fillIn(ties.map((one) => item(one, parties))) };
}

/**
 * Rows of a node, each kept as it is while what it tells is the same: whoever is in one stays there. One
 * that is made anew gives the focus to the same control in the new one.
 * @param {HTMLElement} node
 */
function rows(node) {
  /** @type {Map<string, {told: string, row: HTMLElement}>} */
  const known = new Map();
  return (/** @type {{key: string, tells: unknown, make: () => HTMLElement}[]} */ wanted) => {
    for (const [key, { row }] of known) {
      if (wanted.some((one) => one.key === key)) continue;
      row.remove();
      known.delete(key);
    }
    for (const [i, { key, tells, make }] of wanted.entries()) {
      const told = JSON.stringify(tells);
      const old = known.get(key);
      const row = old?.told === told ? old.row : make();
      if (row === old?.row && row === node.children[i]) continue;
      const focused = old?.row.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : null;
      if (row !== old?.row) old?.row.remove();
      node.insertBefore(row, node.children[i] ?? null);
      known.set(key, { told, row });
      const again = [...row.querySelectorAll("[data-key]")].find((one) => one.getAttribute("data-key") === focused);
      if (focused != null) /** @type {HTMLElement | undefined} */ (again)?.focus();
    }
  };
}
