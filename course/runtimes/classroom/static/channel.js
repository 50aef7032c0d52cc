// The idea channel, played by the room: an idea from each telephone, the queue and its end on the screen.

import { fill, h } from "../../../widgets/static/elements.js";
import { dealtAsItIs, invited, ledThrough, setTwice } from "./played.js";
import { svg } from "./svg.js";

/** @import { Language, Words } from "#types" */
/** @import { Channel, ChannelYear, Filled, Own, State, ToInstructor } from "./types.d.ts" */

const SILENT = /** @type {const} */ (["new", "waiting", "tested", "lost"]);
const REPLIED = /** @type {const} */ (["new", "promised", "tested", "refused"]);
const COLUMNS = 12; // as in the picture of the model
const MOST = 60; // marks of a year: of more ideas a mark is several

/** What a telephone shows: that it can send its idea; then what has become of it. */
export function onPhone(/** @type {State} */ state, /** @type {Own} */ own, /** @type {Words} */ words, /** @type {Language} */ _, /** @type {(filled: Filled) => void} */ send) {
  const { title, when = "", open: isOpen } = /** @type {Channel} */ (state.together);
  if (state.phase === "open") return [h("h1", {}, title), h("p", {}, words["play-wait"])];
  const { patience, replies, sent: isSent, idea = "new", place, due } = own;
  const mine = isSent ? h("p", { class: idea === "tested" ? "talk" : "look", role: "status" }, h("b", {}, fill(words[`channel-is-${idea}`], { n: replies ? due : place })))
    : isOpen ? h("form", { onsubmit: (event) => {
      event.preventDefault();
      send({ idea: "sent" });
    } }, h("p", {}, words["channel-think"]), h("button", { type: "submit" }, words["channel-send"]))
      : h("p", { class: "look" }, words["channel-none"]);
  return [h("h1", {}, title), h("p", {}, when),
    h("section", { class: "slip", "aria-label": words["channel-mine"] }, replies ? h("p", {}, words["channel-replied"]) : patience ? h("p", {}, fill(words["channel-patience"], { n: patience })) : null, mine)];
}

/** What the big screen shows: the ideas of the year, by what has become of them. */
export function onScreen(/** @type {State & {answered: number}} */ state, /** @type {Words} */ words) {
  if (state.phase === "open") return invited(state, words["play-here"]);
  const channel = /** @type {Channel} */ (state.together);
  return [h("h1", {}, channel.title), ...seen(channel, words)];
}

/** Each year in a picture and in words, side by side once there are two. */
function seen(/** @type {Channel} */ { when = "", years = [] }, /** @type {Words} */ words) {
  const each = Math.max(1, ...years.map((year) => Math.ceil(all(year) / MOST)));
  return [h("p", { class: "count", role: "status" }, when),
    h("div", { class: "plays" }, years.map((year, i) => h("section", {}, h("h2", {}, fill(words[`channel-year-${i + 1}`], { n: year.tests })),
      h("p", { class: "soft" }, year.replies ? words["channel-with-replies"] : fill(words["channel-silent"], { n: year.patience })),
      stations(year, each, words)))),
    each > 1 ? h("p", { class: "soft" }, fill(words["channel-each"], { n: each })) : ""];
}

/** Where an idea can be in a year. */
function places(/** @type {ChannelYear} */ { replies }) {
  return replies ? REPLIED : SILENT;
}

function all(/** @type {ChannelYear} */ year) {
  return places(year).reduce((sum, one) => sum + year[one], 0);
}

/** A line of marks for each of the places where an idea can be, below what it is called. */
function stations(/** @type {ChannelYear} */ year, /** @type {number} */ each, /** @type {Words} */ words) {
  let y = 0;
  const labels = places(year).map((one) => fill(words[`channel-${one === "tested" && year.after ? "tested-after" : one}`], { n: year[one], after: year.after }));
  const drawn = places(year).flatMap((name, i) => {
    const marks = Math.ceil(year[name] / each);
    const top = y + 26;
    y = top + 20 * Math.max(1, Math.ceil(marks / COLUMNS)) + 4;
    return [svg("text", { x: 2, y: top - 8 }, labels[i]),
      ...Array.from({ length: marks }, (_, n) => mark(name, 20 * (n % COLUMNS) + 10, top + 20 * Math.floor(n / COLUMNS) + 8))];
  });
  return svg("svg", { class: "channel", viewBox: `0 0 ${20 * COLUMNS} ${y}`, preserveAspectRatio: "xMinYMin", role: "img", "aria-label": labels.join(". ") }, ...drawn);
}

/** An idea: a ring, filled once it is tested, crossed once it is lost, a line where it was told no. */
function mark(/** @type {string} */ name, /** @type {number} */ x, /** @type {number} */ y) {
  const lines = /** @type {Record<string, string>} */ ({ lost: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`, refused: `M${x - 6} ${y}h12` });
  return lines[name] ? svg("path", { class: name, d: lines[name] }) : svg("circle", { class: name, cx: x, cy: y, r: 6.5 });
}

/** What holds each year, before the channel opens. */
export function dealing(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  if (state.phase === "open") return setTwice(state, words);
  return dealtAsItIs();
}

/** How it stands, for the instructor. */
export function standing(/** @type {ToInstructor} */ { together, phase, answered }, /** @type {Words} */ words) {
  return phase === "open" ? fill(words["play-here"], { n: answered }) : /** @type {Channel} */ (together).when ?? "";
}

/** What the instructor leads it by. */
export function ledBy(/** @type {ToInstructor} */ state, /** @type {Words} */ words) {
  return ledThrough(state, words, () => seen(/** @type {Channel} */ (state.together), words));
}

/** What the class's summary has of it: how it stood in the end. */
export function summed(/** @type {import("./types.d.ts").Together} */ together, /** @type {Words} */ words) {
  return seen(/** @type {Channel} */ (together), words);
}
