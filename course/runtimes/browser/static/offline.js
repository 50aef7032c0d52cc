// The course is kept for when there is no network: when the engine has loaded what the lesson leans on,
// so that nobody waits for it. A newer version is told of when it is all here: the next page is of it,
// and this one stays as it is.

const told = /** @type {HTMLElement} */ (document.getElementById("offline"));
/** The root of the folder; this script lies in ``engine/<version>/``. */
const root = new URL("../../", import.meta.url).href;

/** Say one of the sentences that stand in the page. */
function say(/** @type {"ready" | "newer" | "insecure"} */ what) {
  if (what === "newer") told.setAttribute("role", "status"); // the others are no news on every page
  told.hidden = false;
  told.textContent = told.dataset[what] ?? "";
}

async function keep() {
  try {
    await navigator.serviceWorker.register(`${root}keeper.js`, { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ script: import.meta.url.slice(root.length) });
    if (told.hidden) say("ready");
  } catch { // blocked, full, or the network went: the course goes on as it is, and tries at the next page
  }
}

if (!location.protocol.startsWith("http")) told.hidden = true; // one file: it is here already
else if (!("serviceWorker" in navigator)) {
  if (!isSecureContext) say("insecure");
} else {
  // Another worker has come to answer for this page, which was answered for by one before.
  navigator.serviceWorker.addEventListener("controllerchange", () => say("newer"));
  if (document.querySelector("#lesson, script[data-page]")) document.addEventListener("course-warm", keep, { once: true });
  else keep();
}
