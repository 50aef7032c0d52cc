// On paper nothing can be opened or scrolled: what is folded is printed open, and what was written is
// printed whole. Afterwards the page is as it was.

const FOLDED = ".pictured details:not([open]), .card details:not([open]), details.more:not([open])";

/** @type {(() => void)[]} */
const undo = [];

function prepare() {
  if (undo.length) return;
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const all = document.querySelectorAll(FOLDED);
  for (const folded of all) {
    folded.open = true;
    undo.push(() => { folded.open = false; });
  }
  for (const area of document.querySelectorAll("textarea")) {
    const written = document.createElement("div");
    written.className = "on-paper";
    written.textContent = area.value;
    area.after(written);
    undo.push(() => written.remove());
  }
}

function restore() {
  for (const step of undo.splice(0)) step();
}

window.addEventListener("beforeprint", prepare);
window.addEventListener("afterprint", restore);
