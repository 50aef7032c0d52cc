// A lesson's page comes alive: the text is there, the kernel works, each exercise is drawn as its
// widget arrives. When the engine is slow or gone, the page says so, and what was typed is kept.

import { Kernel } from "./kernel.js";
import { watchPlace } from "./place.js";

const { base, server, language, preview, words, arrived } = window.course;
const PATIENCE = 20000; // ms before an exercise that sleeps is said to sleep

let kernel = null;
let finished = false;

const views = new Map();
function view(kind) {
  if (!views.has(kind)) views.set(kind, import(`${base}/widgets/${kind}.js`));
  return views.get(kind);
}

async function arrive(event) {
  if (event.kernel) {
    kernel = new Kernel(server, event.kernel, () => engine("gone"));
  } else if (event.model) {
    const model = await kernel.model(event.model);
    const { default: widget } = await view(model.get("task").kind);
    const place = document.getElementById(event.cell);
    widget.render({ model, el: place });
    place.removeAttribute("aria-busy");
    settle();
  } else if (event.error !== undefined) {
    fail(event.cell, event.error || words["cell-error"]);
  } else if (event.finished) {
    finished = true;
    settle();
  }
}

/** Once everything is in its place, go where the address points: cards have changed the height. */
let settled = false;
function settle() {
  if (settled || !finished || document.querySelector('.live[aria-busy="true"]')) return;
  settled = true;
  document.documentElement.dataset.live = "true";
  performance.mark("course-live");
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && window.scrollY > 0) target.scrollIntoView();
}

function fail(cell, message) {
  const place = document.getElementById(cell);
  if (!place) return;
  place.removeAttribute("aria-busy");
  const waking = place.querySelector(".waking");
  if (waking) waking.textContent = message;
  settle();
}

function engine(how) {
  const banner = document.getElementById("engine");
  banner.querySelector("b").textContent = words[`engine-${how}-title`];
  banner.querySelector("p").textContent = words[`engine-${how}`];
  banner.querySelector("button").onclick = () => location.reload();
  banner.hidden = false;
  document.documentElement.dataset.engine = how;
  for (const place of document.querySelectorAll('.live[aria-busy="true"] .waking')) {
    place.textContent = words["engine-slow-short"];
  }
}

/** After an answer: what is done and how long is left, in the head and in the lesson list. */
async function refresh() {
  const answer = await fetch(`${base}/api/standing/${language}`);
  if (!answer.ok) return;
  const standing = await answer.json();
  document.getElementById("saved").textContent = standing.saved;
  document.getElementById("left").textContent = standing.left;
  const bar = document.getElementById("bar");
  bar.setAttribute("aria-valuenow", standing.percent);
  bar.firstElementChild.style.width = `${standing.percent}%`;
  for (const link of document.querySelectorAll(".rail [data-lesson]")) {
    link.classList.toggle("done", standing.done.includes(link.dataset.lesson));
  }
}

/** The page goes, and its kernel with it, also when the browser keeps the page for the way back. */
function leave() {
  if (!kernel) return;
  kernel.close();
  const form = new FormData();
  form.set("_xsrf", document.cookie.match(/\b_xsrf=([^;]*)/)?.[1] ?? "");
  navigator.sendBeacon(`${base}/api/leave/${kernel.id}`, form);
}

/** A figure that gives an answer away opens when the question has been answered. */
function unfold({ detail }) {
  for (const folded of document.querySelectorAll("details[data-after]")) {
    if (folded.dataset.after === detail.exercise) folded.open = true;
  }
}

document.addEventListener("course:answered", refresh);
document.addEventListener("course:answered", unfold);
window.addEventListener("pagehide", leave);
window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
setTimeout(() => { if (!settled && !document.documentElement.dataset.engine) engine("slow"); }, PATIENCE);

for (const event of arrived.splice(0)) arrive(event);
arrived.push = arrive;

function whenRead() {
  const rail = document.getElementById("rail");
  if (rail && window.matchMedia("(max-width: 62rem)").matches) rail.open = false;
  if (preview) import("./preview.js").then(({ watchFile }) => watchFile(window.course));
  else watchPlace(window.course);
}
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", whenRead);
else whenRead();
