// A lesson's page comes alive: each card is drawn from the data in the page, and a line to the
// session carries what is answered. When the line is down the page says so; nothing typed is lost.

import { watchPlace } from "./place.js";
import { SocketSession } from "./socket.js";

/** @type {any} what `course.pages.render` puts into the page */
const page = JSON.parse(document.getElementById("lesson").textContent);
const { base, files, language, words } = page;
const line = `${base}/${language}/line?lesson=${encodeURIComponent(page.lesson)}`;
const session = new SocketSession(line, { lost, back });

const views = new Map();
/** The view of a kind of exercise, which is loaded once. */
function view(kind) {
  if (!views.has(kind)) views.set(kind, import(`${files}/kinds/${kind}/view.js`));
  return views.get(kind);
}

/** Draw a card in its place; one that cannot be drawn says so, and the others are drawn. */
async function draw(place) {
  const id = place.dataset.exercise;
  const card = page.cards[id];
  try {
    if (!card?.task) throw new Error(card?.problem ?? words.view["cell-error"]);
    const { default: widget } = await view(card.task.kind);
    const own = {
      card: { ...card, task: { ...card.task, words: words.card } },
      send: (message) => session.send(id, message),
      on: (listener) => session.on(id, listener),
      certificate: `${base}/${language}/certificate`,
    };
    widget.mount(own, place);
  } catch (fault) {
    place.replaceChildren(problem(card?.problem ?? words.view["cell-error"]));
    if (card?.task) console.error(fault);
  }
  place.removeAttribute("aria-busy");
}

function problem(text) {
  const told = document.createElement("p");
  told.className = "say not-yet";
  told.textContent = text;
  return told;
}

/** A figure that gives an answer away opens when its question has been answered, and stays so. */
function unfold(exercise) {
  for (const folded of document.querySelectorAll("details[data-after]")) {
    if (folded.dataset.after === exercise) folded.open = true;
  }
}

/** What is done and how long is left, in the head and in the list of lessons. */
function standing({ left, percent, done }) {
  document.getElementById("left").textContent = left;
  document.getElementById("bar").value = percent;
  for (const link of document.querySelectorAll(".rail [data-lesson]")) {
    link.classList.toggle("done", done.includes(link.dataset.lesson));
  }
}

const engine = document.getElementById("engine");

function lost() {
  engine.querySelector("b").textContent = words.view["engine-gone-title"];
  engine.querySelector("p").textContent = words.view["engine-gone"];
  engine.querySelector("button").onclick = () => session.again();
  engine.hidden = false;
  document.documentElement.dataset.engine = "gone";
}

function back() {
  if (engine.contains(document.activeElement)) document.getElementById("content").focus();
  engine.hidden = true;
  delete document.documentElement.dataset.engine;
}

function saved({ words: told }) {
  document.getElementById("saved").textContent = told;
}

/** A link to a cell of an earlier version leads to where that is now. */
function landed() {
  const to = page.moved[location.hash.slice(1)];
  if (to) history.replaceState(null, "", `#${to}`);
}

session.on("", (name, value) => { if (name === "saved") saved(value); });
for (const id of Object.keys(page.cards)) {
  session.on(id, (name, value) => {
    if (name === "standing") standing(value);
    if (name === "saved") saved(value);
    if (name === "state" && value.answered) unfold(id);
  });
}
for (const id of page.answered) unfold(id);

// Whoever closes the page while something waits to be saved is asked first.
window.addEventListener("beforeunload", (event) => { if (session.busy()) event.preventDefault(); });
// On the way back a browser may show the page as it was left.
window.addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });

landed();
const rail = document.getElementById("rail");
if (rail && window.matchMedia("(max-width: 62rem)").matches) rail.open = false;
await Promise.all([...document.querySelectorAll(".live[data-exercise]")].map(draw));
document.documentElement.dataset.live = "true";
performance.mark("course-live");
// Cards have changed the height: go once more where the address points.
const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (target && window.scrollY > 0) target.scrollIntoView();
if (page.preview) import("./preview.js").then(({ watchFile }) => watchFile(page));
else watchPlace(page, (cell) => session.send("", { do: "keep", cell }));
