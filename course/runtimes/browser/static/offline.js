// The course is kept for when there is no network: after the engine is awake, so that nobody waits for
// it. A newer version is told of, and taken when the reader leaves the page: never under an answer.

const told = /** @type {HTMLElement} */ (document.getElementById("offline"));
/** The root of the folder; this script lies in ``engine/<version>/``. */
const root = new URL("../../", import.meta.url).href;

/** Say one of the sentences that stand in the page. */
function say(/** @type {"ready" | "newer" | "insecure"} */ what) {
  if (what === "newer") told.setAttribute("role", "status"); // the others are no news on every page
  told.hidden = false;
  told.textContent = told.dataset[what] ?? "";
}

/** @param {ServiceWorkerRegistration} registration */
function newer({ waiting }) {
  if (!waiting || !navigator.serviceWorker.controller) return;
  say("newer");
  // The next page may still be the old one, whose files are there as well; the one after it is not.
  window.addEventListener("pagehide", () => waiting.postMessage("take"), { once: true });
}

async function keep() {
  try {
    const registration = await navigator.serviceWorker.register(`${root}keeper.js`, { updateViaCache: "none" });
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => newer(registration));
    });
    newer(registration);
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage("tidy");
    if (told.hidden) say("ready");
  } catch { // blocked, full, or the network went: the course goes on as it is, and tries at the next page
  }
}

if (!location.protocol.startsWith("http")) told.hidden = true; // one file: it is here already
else if (!("serviceWorker" in navigator)) {
  if (!isSecureContext) say("insecure");
} else if (document.querySelector("#lesson, script[data-page]")) document.addEventListener("course-awake", keep, { once: true });
else keep();
