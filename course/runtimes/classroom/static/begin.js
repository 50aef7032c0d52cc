// Where an instructor begins a room: which lesson, and from how many answers anything is told.

import { h } from "../../../widgets/static/elements.js";
import { ask, given, sameInOther, secretOf } from "./line.js";

/** @import { Named } from "#types" */

const { language, words, limits } = given();
const view = /** @type {HTMLElement} */ (document.getElementById("view"));
const key = secretOf("begin");
sameInOther(key);
draw();

async function draw() {
  try {
    const { status, told } = await ask("lessons", { key, in: language });
    if (status === 200) show(told.lessons);
    else showProblem(told.problem ?? words["no-server"]);
  } catch {
    showProblem(words["no-server"]);
  }
}

function showProblem(/** @type {string} */ problem) {
  view.replaceChildren(h("h1", {}, words["begin-room"]), h("p", { class: "problem", role: "alert" }, problem));
}

function show(/** @type {Named[]} */ lessons) {
  const lesson = h("select", { id: "lesson" }, lessons.map(({ id, text }) => h("option", { value: id }, text)));
  const smallest = h("select", { id: "smallest", "aria-describedby": "smallest-told" }, Array.from({ length: limits.most - limits.least + 1 }, (_, i) =>
    h("option", { value: limits.least + i, selected: limits.least + i === limits.usual }, String(limits.least + i))));
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
