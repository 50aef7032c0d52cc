// Where an instructor begins a room: which lesson, and from how many answers anything is told.

import { h } from "../../../widgets/static/elements.js";
import { ask, given, secretOf } from "./line.js";

/** @import { Named } from "#types" */

const LEAST = 4;
const MOST = 10;
const USUAL = 5;

const { language, words } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const other = /** @type {HTMLAnchorElement} */ (document.getElementById("other"));
const key = secretOf("begin");
other.addEventListener("click", () => { other.hash = key; });
draw();

async function draw() {
  try {
    const { status, told } = await ask("lessons", { key, in: language });
    if (status === 200) show(told.lessons);
    else view.replaceChildren(h("h1", {}, words["begin-room"]), h("p", { class: "problem" }, told.problem ?? words["no-server"]));
  } catch {
    view.replaceChildren(h("h1", {}, words["begin-room"]), h("p", { class: "problem", role: "alert" }, words["no-server"]));
  }
}

function show(/** @type {Named[]} */ lessons) {
  const lesson = h("select", { id: "lesson" }, lessons.map(({ id, text }) => h("option", { value: id }, text)));
  const smallest = h("select", { id: "smallest", "aria-describedby": "smallest-told" }, Array.from({ length: MOST - LEAST + 1 }, (_, i) =>
    h("option", { value: LEAST + i, selected: LEAST + i === USUAL }, String(LEAST + i))));
  const problem = h("p", { class: "problem", role: "alert" });
  const begin = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      const { status, told } = await ask("begin", { key, lesson: lesson.value, smallest: Number(smallest.value), in: language });
      if (status === 200) location.assign(`lead?in=${language}#${told.key}`);
      else problem.textContent = told.problem ?? words["no-server"];
    } catch {
      problem.textContent = words["no-server"];
    }
  };
  view.replaceChildren(h("form", { class: "door", onsubmit: begin }, h("h1", {}, words["begin-room"]),
    h("label", { for: "lesson" }, words["which-lesson"]), lesson,
    h("label", { for: "smallest" }, words["smallest-group"]), smallest, h("p", { id: "smallest-told", class: "soft" }, words["smallest-told"]),
    problem, h("button", { type: "submit" }, words["begin-now"])));
}
