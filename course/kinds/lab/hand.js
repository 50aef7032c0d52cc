// What one has in hand: what one has set out to do, whom one holds and looks at; and what a press on
// somebody then does to the network.

import { GRADE_WORDS } from "../../widgets/static/map-parts.js";
import { fill } from "../../widgets/static/parts.js";
import { baseOf, cutIn, pair, strengthOf, tieIn, tiesNow } from "./made.js";
import { tiesOf } from "./people.js";
import { scattered } from "./tools.js";

/** @import { Words } from "#types" */
/** @import { history, Lab, Made } from "./made.js" */
/** @import { Mode } from "./tools.js" */

/**
 * @typedef {{
 *   mode: Mode, held: number | null, seen: number | null, selected: number | null, strength: number,
 * }} Hand  `held`: the first of two; `seen`: who is looked at just now; `selected`: whom the panel tells of;
 *   `strength`: of the ties that are made
 */

/**
 * @param {Lab} task
 * @param {Words} words
 * @param {ReturnType<typeof history>} done
 * @param {{say: (told: string) => void, draw: () => void, altered: (told: string) => void}} page
 */
export function handOn(task, words, done, { say, draw, altered }) {
  const { people } = task.network;
  /** @type {Hand} */
  const hand = { mode: task.asks === "ties" ? "tie" : "see", held: null, seen: null, selected: null, strength: task.counted };
  const { tie, cut, scatter } = tying(task, words, done, hand, { tell, alter });

  /** Say what changes no network. */
  function tell(/** @type {string} */ told) {
    say(told);
    draw();
  }

  function alter(/** @type {(now: Made) => void} */ change, told = "") {
    done.add(change);
    altered(told);
  }

  function look(/** @type {number | null} */ person) {
    if (hand.seen === person) return;
    hand.seen = person;
    if (person !== null) hand.selected = person;
    draw();
  }

  function letGo() {
    if (hand.held !== null) say(words["lab-let-go"]);
    hand.held = null;
    draw();
  }

  function press(/** @type {number} */ person) {
    hand.selected = person;
    const { id, name } = people[person];
    if (hand.mode === "away") toggle("away", id, "lab-is-away", "lab-is-back");
    else if (hand.mode === "begin") toggle("begin", id, "lab-begins", "lab-begins-not");
    else if (hand.mode === "see" && task.asks === "person") {
      alter((now) => { now.person = id; }, fill(words["lab-your-answer"], { name }));
    } else if (hand.mode === "see") { // the panel may be out of view, and is not read aloud
      tell(`${name}. ${tiesOf(person, task.network, tiesNow(task.network, done.now()), words)}`);
    } else if (hand.held === null) {
      hand.held = person;
      tell(fill(words["lab-held"], { name }));
    } else if (hand.held === person) letGo();
    else {
      const other = hand.held;
      hand.held = null;
      if (hand.mode === "tie") tie(other, person);
      else cut(other, person);
    }
  }

  function toggle(/** @type {"away" | "begin"} */ list, /** @type {string} */ id, /** @type {string} */ is, /** @type {string} */ isNot) {
    const has = done.now()[list].includes(id);
    alter((now) => { now[list] = has ? now[list].filter((one) => one !== id) : [...now[list], id].sort(); },
      fill(words[has ? isNot : is], { name: id }));
  }

  /** Set out to do something else. */
  function take(/** @type {Mode} */ mode) {
    Object.assign(hand, { mode, held: null });
    draw();
  }

  /** A line was pulled from one person to another: a tie, where ties are made. */
  function drawn(/** @type {number} */ from, /** @type {number} */ to) {
    if (hand.mode === "tie") tie(from, to);
    return hand.mode === "tie";
  }

  return { hand, press, look, escape: letGo, drawn, take, cut, scatter, alter };
}

/**
 * Ties that are made, cut and spread out, and why one is not.
 * @param {Lab} task
 * @param {Words} words
 * @param {ReturnType<typeof history>} done
 * @param {Hand} hand
 * @param {{tell: (told: string) => void, alter: (change: (now: Made) => void, told: string) => void}} said
 */
function tying(task, words, done, hand, { tell, alter }) {
  const { people } = task.network;
  const base = baseOf(task.network);

  function tie(/** @type {number} */ from, /** @type {number} */ to) {
    hand.held = null;
    const { strength } = hand;
    const ends = { one: people[from].id, other: people[to].id, grade: words[GRADE_WORDS[strength]] };
    const key = pair(ends.one, ends.other);
    const now = done.now();
    const isOwn = now.tied.some(([a, b]) => pair(a, b) === key);
    const isBack = now.cut.some(([a, b]) => pair(a, b) === key) && base.get(key) === strength; // it costs none
    if (strengthOf(now, base, key) === strength) tell(fill(words["lab-tied-already"], ends));
    else if (!isOwn && !isBack && task.most !== null && now.tied.length >= task.most) tell(words["lab-none-left"]);
    else alter((next) => tieIn(next, base, key, strength), fill(words["lab-tied"], ends));
  }

  function cut(/** @type {number} */ from, /** @type {number} */ to) {
    const ends = { one: people[from].id, other: people[to].id };
    const key = pair(ends.one, ends.other);
    if (strengthOf(done.now(), base, key)) alter((next) => cutIn(next, base, key), fill(words["lab-cut"], ends));
    else tell(fill(words["lab-not-tied"], ends));
  }

  /** So many ties of one's own, spread out; those that one had made are gone. */
  function scatter(/** @type {number} */ n) {
    const { strength } = hand;
    const made = scattered(people, (key) => base.has(key), n);
    alter((next) => {
      next.tied = made.map(([a, b]) => /** @type {[string, string, number]} */ ([a, b, strength]));
    }, fill(words["lab-scattered"], { n: made.length, grade: words[GRADE_WORDS[strength]] }));
  }

  return { tie, cut, scatter };
}
