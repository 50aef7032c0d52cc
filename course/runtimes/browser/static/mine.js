// Pages that tell of the learner: drawn for nobody when the folder was built, and drawn anew by the
// engine as soon as it is awake.

import { WorkerSession } from "./worker-session.js";

const { dataset } = /** @type {HTMLElement} */ (document.querySelector("script[data-page]"));
const { page = "", files = "", gone = "" } = dataset;
const language = /** @type {import("#types").Language} */ (document.documentElement.lang);
const engine = new URL("./", import.meta.url).href.slice(0, -1);
const session = WorkerSession.of(engine, language, "", { lost, back: () => {} });

/** The page stays as it is for nobody, and says why. */
function lost() {
  document.querySelector(".standing")?.removeAttribute("data-kept");
  document.getElementById("saved")?.replaceChildren(gone);
}

/** Have the engine draw the page, and put it in place of what is there. */
async function draw(news = "") {
  const text = await session.call("page", page, news);
  const drawn = new DOMParser().parseFromString(text, "text/html");
  for (const part of ["header", "main"]) {
    const to = document.querySelector(part);
    const from = drawn.querySelector(part);
    if (to && from) to.replaceChildren(...from.childNodes);
  }
  for (const form of document.querySelectorAll("main form")) form.addEventListener("submit", sent);
  document.getElementById("print")?.addEventListener("click", () => window.print());
  if (document.getElementById("returning")) await import(new URL(`${files}/pages/returning.js`, document.baseURI).href);
  if (document.getElementById("planned")) await import(new URL(`${files}/pages/plan.js`, document.baseURI).href);
  document.documentElement.dataset.live = "true";
}

/** A form of the page of answers: a file is brought back, or all is deleted. */
async function sent(/** @type {Event} */ event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const [file] = form.querySelector("input[type=file]") instanceof HTMLInputElement
    ? /** @type {HTMLInputElement} */ (form.querySelector("input[type=file]")).files ?? [] : [];
  const isErasing = form.querySelector("[name=delete]") !== null;
  if (!isErasing && !file) return;
  const news = isErasing ? await session.call("erase")
    : await session.call("bring_in", new Uint8Array(await file.arrayBuffer()), file.name);
  await draw(news);
}

await draw();
