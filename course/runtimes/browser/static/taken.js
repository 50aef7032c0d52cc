// What is taken along: a link to a download asks the engine, and what it says is made into a file.

/** @import { WorkerSession } from "./worker-session.js" */

const ZIP = "application/zip"; // no text: it comes in base64

/** What a link asks for, by the word in its address: the engine's name of it, and its kind. */
const FILES = /** @type {Record<string, [string, string]>} */ ({
  1: ["answers", "application/x-ndjson"],
  zip: ["answers.zip", ZIP],
  text: ["plan.txt", "text/plain"],
  page: ["plan.html", "text/html"],
  dates: ["plan.ics", "text/calendar"],
  calendar: ["calendar", "text/calendar"],
});

/** Let the links of this page to downloads give what the session has. */
export function offerFiles(/** @type {Pick<WorkerSession, "call">} */ session) {
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[download]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.protocol === "blob:") return;
    event.preventDefault();
    const wanted = new URL(link.href).searchParams;
    const [name, kind] = FILES[wanted.get("download") ?? ""] ?? [];
    if (!name) return;
    const content = await session.call("file", name, wanted.get("lesson") ?? "");
    save(content, kind, link.download || name);
  });
}

/**
 * Give a file to keep.
 * @param {string} content
 * @param {string} kind
 * @param {string} name
 */
export function save(content, kind, name) {
  const saved = document.createElement("a");
  const bytes = kind === ZIP ? Uint8Array.from(atob(content), (one) => one.charCodeAt(0)) : content;
  saved.href = URL.createObjectURL(new Blob([bytes], { type: kind === ZIP ? kind : `${kind};charset=utf-8` }));
  saved.download = name;
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 10_000);
}
