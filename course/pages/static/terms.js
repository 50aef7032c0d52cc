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
// The page has gone where its address points before the term there had its button.
const target = document.getElementById(location.hash.slice(1));
if (target?.matches(".term")) target.scrollIntoView({ block: "center" });

/** Put a button in the link's place, and after it the room for the meaning, empty until asked. */
function open(/** @type {HTMLAnchorElement} */ link, /** @type {Element} */ entry) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.id = link.id;
  button.append(...link.childNodes);
  // A live region that is there from the start: what is put into it is read aloud.
  const meaning = document.createElement("span");
  meaning.className = "meaning";
  meaning.id = `${link.id}-meaning`;
  meaning.setAttribute("role", "status");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", meaning.id);

  const show = (/** @type {boolean} */ open) => {
    button.setAttribute("aria-expanded", String(open));
    meaning.replaceChildren(...(open ? told(entry, link.href) : []));
  };
  button.onclick = () => show(button.getAttribute("aria-expanded") === "false");
  const close = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") === "false") return;
    show(false);
    button.focus();
  };
  button.onkeydown = close;
  meaning.onkeydown = close;
  link.replaceWith(button, meaning);
}

function told(/** @type {Element} */ entry, /** @type {string} */ address) {
  const more = document.createElement("a");
  more.href = address;
  more.textContent = words.view["in-glossary"];
  const copies = [...entry.childNodes].map((node) => node.cloneNode(true));
  return [...copies.filter((node) => !(node instanceof Element && node.id)), " ", more];
}
