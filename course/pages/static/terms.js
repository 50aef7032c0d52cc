// A term in the text opens its meaning right below the line that it stands in, and so does the mark
// that says how strong the evidence of a case is.
//
// Without this script a term is a link to the glossary's page, and so it stays for a term whose
// meaning is not on this page. It does not wait for the cards.

/** @import { Page } from "#types" */

/** @type {Page} */
const { words } = JSON.parse(document.getElementById("lesson")?.textContent ?? "");

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a.term");
for (const link of links) {
  const id = link.dataset.entry ?? `term-${decodeURIComponent(link.hash.slice(1))}`;
  const entry = document.getElementById(id)?.closest("li");
  if (entry) open(link, entry);
}
const target = document.getElementById(location.hash.slice(1));
if (target?.matches(".term")) target.scrollIntoView({ block: "center" });

/**
 * Make the link a button, and put after it the room for the meaning, empty until asked. It stays the
 * element that it is: a button of HTML breaks over a line as a block does, and takes the comma after
 * it to a line of its own.
 */
function open(/** @type {HTMLAnchorElement} */ link, /** @type {Element} */ entry) {
  link.setAttribute("role", "button");
  // A live region that is there from the start: what is put into it is read aloud.
  const meaning = document.createElement("span");
  meaning.className = "meaning";
  meaning.id = `${link.id}-meaning`;
  meaning.setAttribute("role", "status");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-controls", meaning.id);

  const show = (/** @type {boolean} */ open) => {
    link.setAttribute("aria-expanded", String(open));
    meaning.replaceChildren(...(open ? told(entry, link.href) : []));
  };
  const isOpen = () => link.getAttribute("aria-expanded") === "true";
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a page of its own, as any link
    event.preventDefault();
    show(!isOpen());
  };
  const close = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    link.focus();
  };
  link.onkeydown = (event) => {
    if (event.key === " ") {
      event.preventDefault(); // the page does not scroll
      show(!isOpen());
    } else close(event);
  };
  meaning.onkeydown = close;
  link.after(meaning);
}

function told(/** @type {Element} */ entry, /** @type {string} */ address) {
  const more = document.createElement("a");
  more.href = address;
  more.textContent = words.view["in-glossary"];
  const copies = [...entry.childNodes].map((node) => node.cloneNode(true));
  return [...copies.filter((node) => !(node instanceof Element && node.id)), " ", more];
}
