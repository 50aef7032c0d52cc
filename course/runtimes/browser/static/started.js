// Says that the exercises cannot start, where no module can say it: in an old browser, or where a
// script is missing or comes as another kind of file. What is read is in the page all the same.
//
// No module, and in the language of old browsers, so that they understand this one.

function watchTheStart() {
  var words = /** @type {HTMLElement} */ (document.querySelector("script[data-old-title]")).dataset;

  function tell(/** @type {string | undefined} */ title, /** @type {string | undefined} */ text) {
    var saved = document.getElementById("saved");
    if (saved) {
      saved.textContent = title || "";
      /** @type {HTMLElement} */ (saved.parentElement).removeAttribute("data-kept");
    }
    var told = document.getElementById("engine");
    if (!told) return;
    /** @type {HTMLElement} */ (told.querySelector("b")).textContent = title || "";
    /** @type {HTMLElement} */ (told.querySelector("p")).textContent = text || "";
    told.hidden = false;
  }

  /** What is too old stays so: that the engine cannot be had then says less (lesson.js). */
  function tellOld() {
    document.documentElement.setAttribute("data-old", "");
    tell(words.oldTitle, words.old);
  }

  function failed(/** @type {ErrorEvent} */ event) {
    if (event.target instanceof HTMLScriptElement) tell(words.goneTitle, words.gone);
    else if (/SyntaxError/.test(event.message || "")) tellOld();
  }

  window.addEventListener("error", failed, true);

  var hasModules = "noModule" in document.createElement("script");
  if (!hasModules || !window.Worker || !window.WebAssembly || !window.BroadcastChannel) tellOld();
}

watchTheStart();
