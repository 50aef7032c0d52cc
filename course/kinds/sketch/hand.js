// What one has in hand: what one has set out to do, whom one holds and looks at; and what a press on a
// party then does to the drawing.

import { GRADE_WORDS } from "../../widgets/static/map-parts.js";
import { fill } from "../../widgets/static/parts.js";
import { tiesOf } from "./parties.js";

/** @import { Words } from "#types" */
/** @import { drawing } from "./made.js" */
/** @import { Party } from "./map.js" */

/** @typedef {"see" | "tie" | "cut" | "bridge" | "away"} Mode */
/**
 * @typedef {{
 *   mode: Mode, held: string | null, seen: string | null, selected: string | null, strength: number,
 * }} Hand  `held`: the first of two; `seen`: who is looked at just now; `selected`: whom the panel is about;
 *   `strength`: of the ties that are made
 */
/** @typedef {{say: (told: string) => void, draw: () => void, altered: (told: string) => void, refocus: () => void}} Page */

const USUAL = 3; // the strength of a new tie, until another is picked

/**
 * @param {Words} words
 * @param {ReturnType<typeof drawing>} done
 * @param {Page} page  `refocus`: where the focus goes when what was pressed is no more
 */
export function handOn(words, done, page) {
  const { say, draw } = page;
  /** @type {Hand} */
  const hand = { mode: "tie", held: null, seen: null, selected: null, strength: USUAL };
  const name = (/** @type {string} */ id) => done.party(id)?.name ?? "";
  const { tie, cut, grown } = tying(words, done, hand, page);
  const { mark, leave, change, remove } = marking(words, done, page);

  function look(/** @type {string | null} */ id) {
    if (hand.seen === id) return;
    hand.seen = id;
    draw();
  }

  function letGo() {
    if (hand.held !== null) say(words["sketch-let-go"]);
    hand.held = null;
    draw();
  }

  function press(/** @type {string} */ id) {
    hand.selected = id;
    if (hand.mode === "bridge") mark(id);
    else if (hand.mode === "away") leave(id);
    else if (hand.mode === "see") {
      say(`${name(id)}. ${tiesOf(id, done.now().parties, done.now().ties, words) || words["sketch-no-ties"]}`);
      draw();
    } else if (hand.held === null) {
      hand.held = id;
      say(fill(words["sketch-held"], { name: name(id) }));
      draw();
    } else if (hand.held === id) letGo();
    else if (hand.mode === "tie") tie(hand.held, id);
    else cut(hand.held, id);
  }

  /** A line was pulled from one party to another: a tie, where ties are made. */
  function drawn(/** @type {string} */ from, /** @type {string} */ to) {
    if (hand.mode === "tie") tie(from, to);
    return hand.mode === "tie";
  }

  /** Whoever has left the sheet is neither held nor told of. */
  function forget() {
    if (hand.held !== null && !done.party(hand.held)) hand.held = null;
    if (hand.selected !== null && !done.party(hand.selected)) hand.selected = null;
  }

  return { hand, press, look, escape: letGo, drawn, grown, change, remove, forget };
}

/**
 * Ties that are made, changed and cut.
 * @param {Words} words
 * @param {ReturnType<typeof drawing>} done
 * @param {Hand} hand
 * @param {Page} page
 */
function tying(words, done, hand, { say, draw, altered, refocus }) {
  const name = (/** @type {string} */ id) => done.party(id)?.name ?? "";

  /** Make a tie so strong; with 0 it is cut. */
  function grown(/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ to, /** @type {string} */ key) {
    hand.held = null;
    const told = key ? fill(words[key], { one: name(one), other: name(other), grade: words[GRADE_WORDS[to]] }) : "";
    if (done.strength(one, other) === to) {
      say(told);
      draw();
      return;
    }
    done.tie(one, other, to);
    altered(told);
    if (document.activeElement === document.body) refocus(); // what was pressed is gone with its tie
  }

  return {
    grown,
    tie: (/** @type {string} */ one, /** @type {string} */ other) =>
      grown(one, other, hand.strength, done.strength(one, other) === hand.strength ? "sketch-tied-already" : "sketch-tied"),
    cut: (/** @type {string} */ one, /** @type {string} */ other) =>
      grown(one, other, 0, done.strength(one, other) ? "sketch-cut" : "sketch-not-tied"),
  };
}

/**
 * What is done to one party: who holds the bridge, who is away, what it is called, whether it is there.
 * @param {Words} words
 * @param {ReturnType<typeof drawing>} done
 * @param {Page} page
 */
function marking(words, done, { altered, refocus }) {
  const name = (/** @type {string} */ id) => done.party(id)?.name ?? "";
  return {
    mark: (/** @type {string} */ id) => {
      const isIt = done.now().bridge === id;
      done.add((next) => { next.bridge = isIt ? null : id; });
      altered(isIt ? words["sketch-no-bridge"] : fill(words["sketch-is-bridge"], { name: name(id) }));
    },
    leave: (/** @type {string} */ id) => {
      const isAway = done.now().away.includes(id);
      done.add((next) => { next.away = isAway ? next.away.filter((one) => one !== id) : [...next.away, id]; });
      altered(fill(words[isAway ? "sketch-is-back" : "sketch-is-away"], { name: name(id) }));
    },
    change: (/** @type {string} */ id, /** @type {Partial<Party>} */ to) => {
      done.change(id, to);
      altered("");
    },
    remove: (/** @type {string} */ id) => {
      const told = fill(words["sketch-removed"], { name: name(id) });
      done.remove(id);
      altered(told);
      refocus();
    },
  };
}
