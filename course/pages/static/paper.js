// On paper nothing can be opened or scrolled: what is folded is printed open, and what was written is
// printed whole. Afterwards the page is as it was.

const FOLDED = ".pictured details:not([open]), .card details:not([open]), details.more:not([open])";

/** @type {(() => void)[]} */
const undo = [];

let isPrinted = false;

function prepare() {
  isPrinted = true;
  unfold();
  copy();
}

function unfold() {
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const all = document.querySelectorAll(FOLDED);
  for (const folded of all) {
    folded.open = true;
    undo.push(() => { folded.open = false; });
  }
}

/** What was written, beside the field that would show only a part of it; each once. */
function copy() {
  for (const area of document.querySelectorAll("textarea")) {
    if (area.nextElementSibling?.className === "on-paper") continue;
    const written = document.createElement("div");
    written.className = "on-paper";
    written.textContent = area.value;
    area.after(written);
    undo.push(() => written.remove());
  }
}

function restore() {
  isPrinted = false;
  for (const step of undo.splice(0)) step();
}

window.addEventListener("beforeprint", prepare);
// Cards of steps that were not shown are drawn for the paper, a moment later.
window.addEventListener("drawn-for-paper", () => { if (isPrinted) prepare(); });
window.addEventListener("afterprint", restore);
