// Pages that tell of the learner: drawn for nobody when the folder was built, and drawn anew by the
// engine as soon as it is awake. What is taken along is made into a file here.

import { WorkerSession } from "./worker-session.js";

const { dataset } = /** @type {HTMLElement} */ (document.querySelector("script[data-page]"));
const { page = "", files = "", gone = "" } = dataset;
const language = /** @type {import("#types").Language} */ (document.documentElement.lang);
const engine = new URL("./", import.meta.url).href.slice(0, -1);
const session = WorkerSession.of(engine, language, "", { lost, back: () => {} });

const KINDS = /** @type {Record<string, string>} */ ({
  answers: "application/x-ndjson", "plan.txt": "text/plain", "plan.html": "text/html", calendar: "text/calendar",
});
/** What a link to a download asks for, by the word in its address. */
const FILES = /** @type {Record<string, string>} */ ({ 1: "answers", text: "plan.txt", page: "plan.html", calendar: "calendar" });

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

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[download]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.protocol === "blob:") return;
  event.preventDefault();
  const wanted = new URL(link.href).searchParams;
  const name = FILES[wanted.get("download") ?? ""];
  if (!name) return;
  const content = await session.call("file", name, wanted.get("lesson") ?? "");
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([content], { type: `${KINDS[name]};charset=utf-8` }));
  saved.download = link.download || name;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 10_000);
});

await draw();
