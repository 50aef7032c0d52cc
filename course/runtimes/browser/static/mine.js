// Pages that tell of the learner: drawn for nobody when the folder was built, and drawn anew by the
// engine as soon as it is awake.

import { save } from "./taken.js";
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
  await show(await session.call("page", page, news));
}

async function show(/** @type {string} */ text) {
  const drawn = new DOMParser().parseFromString(text, "text/html");
  if (drawn.getElementById("returning")) await styled();
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
  if (document.querySelector("[data-print]")) window.print();
}

/** Have the style come that only who comes back needs; nothing is put into the page before. */
async function styled() {
  /** @type {HTMLLinkElement | null} */
  const style = document.querySelector("link[disabled]");
  if (!style) return; // it is here: in the one file all styles are
  await new Promise((come) => {
    style.onload = style.onerror = come; // without it all of it can be read as well
    style.disabled = false;
    if (style.sheet) come(undefined); // a browser that had fetched it all the same
  });
}

/** What each form comes to, by its name: the page is drawn anew with what is to be said. */
const FORMS = /** @type {Record<string, (form: HTMLFormElement, pressed: HTMLButtonElement | null) => Promise<void>>} */ ({
  certificate, verify: (form) => withFile(form, "verify"), import: (form) => withFile(form, "bring_in"), delete: erase, forget,
});

function sent(/** @type {Event} */ event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const by = event instanceof SubmitEvent ? event.submitter : null;
  const pressed = by instanceof HTMLButtonElement ? by : null;
  FORMS[form.dataset.form ?? ""]?.(form, pressed);
}

/** A file is brought back, or looked at. */
async function withFile(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
  const field = form.querySelector("input[type=file]");
  const [file] = field instanceof HTMLInputElement ? field.files ?? [] : [];
  if (file) await draw(await session.call(name, new Uint8Array(await file.arrayBuffer()), file.name));
}

async function erase() {
  await draw(await session.call("erase"));
}

/** The answers to one exercise are deleted. */
async function forget(/** @type {HTMLFormElement} */ form) {
  const given = new FormData(form);
  await draw(await session.call("forget", given.get("lesson"), given.get("exercise")));
}

/** The sheet with a name on it, which is printed, or a file; the name goes no further. */
async function certificate(/** @type {HTMLFormElement} */ form, /** @type {HTMLButtonElement | null} */ pressed) {
  const given = new FormData(form);
  const does = pressed?.value || "show";
  const text = await session.call("certificate", given.get("holder") ?? "", given.has("timed"), does);
  if (does === "page") save(text, "text/html", pressed?.dataset.file ?? "");
  else await show(text);
}

await draw();
