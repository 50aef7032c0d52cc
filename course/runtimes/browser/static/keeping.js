// "Keep nothing on this computer": one press deletes what is kept, and nothing is kept from then on, in
// any page, until it is pressed again. What a page has in memory stays in it until it is left.

import { open } from "./kept.js";

const { dataset } = /** @type {HTMLElement} */ (document.querySelector("script[data-nothing]"));
const { nothing: told = "", kept: keptWords = "" } = dataset;
const others = new BroadcastChannel("course"); // this page's own engine hears it as well
const root = document.documentElement;

/** Show how it stands; a page with an engine has its own words for the rest. */
function show(/** @type {boolean} */ isNothing) {
  root.toggleAttribute("data-nothing", isNothing);
  const saved = document.getElementById("saved");
  if (isNothing || saved?.textContent === told) saved?.replaceChildren(isNothing ? told : keptWords);
  saved?.parentElement?.toggleAttribute("data-kept", !isNothing);
}

others.addEventListener("message", ({ data }) => {
  if (data.keeping !== undefined) show(!data.keeping);
});

/** The whole of what this page has put by: how lessons are shown. */
function forget() {
  for (const name of Object.keys(localStorage)) if (name.startsWith("course-")) localStorage.removeItem(name);
}

document.addEventListener("click", async (event) => {
  if (!(event.target instanceof Element) || !event.target.closest("[data-keeping]")) return;
  const isNothing = !root.hasAttribute("data-nothing");
  await (await open()).keepNothing(isNothing);
  if (isNothing) forget();
  others.postMessage({ keeping: !isNothing });
  show(isNothing);
});

// Without a database nothing is kept anyhow, and the head says so.
const isNothing = await open().then((kept) => kept.keepsNothing(), () => null);
if (isNothing) show(true);
root.toggleAttribute("data-may-keep", isNothing !== null);
