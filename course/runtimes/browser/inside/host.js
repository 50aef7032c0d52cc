// The web server that one file does without: it draws pages, and gives scripts, styles and the parts
// of the engine, all from the file itself. Each page is a visit of its own, whose address is the
// file's and "?sv/01-what-counts"; what stands after "#" is a place in it, as everywhere.
//
// A classic script, since an import map has to stand before any module is asked for.

// biome-ignore lint/suspicious/noRedundantUseStrict: it is redundant in a module, and this is none
"use strict";

{
  /** @type {Map<string, HTMLElement>} the files, each compressed and in base64, by their names in the folder */
  const packed = new Map();

  /** Show one of the sentences that stand in the file from the beginning. */
  function tell(/** @type {string} */ what) {
    /** @type {NodeListOf<HTMLElement>} */
    const all = document.querySelectorAll("[data-told]");
    for (const one of all) one.hidden = one.dataset.told !== what;
  }

  /** Whether this browser has what a page is put together with; the engine says for itself what it lacks. */
  function isNewEnough() {
    return "DecompressionStream" in self && "adoptedStyleSheets" in document && HTMLScriptElement.supports?.("importmap");
  }

  function bytes(/** @type {string} */ name) {
    const text = packed.get(name)?.textContent ?? "";
    return Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  }

  function read(/** @type {string} */ name) {
    const plain = new Blob([bytes(name)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(plain).text();
  }

  // --- addresses ------------------------------------------------------------------------------------

  const root = new URL("../", document.baseURI).href; // pages lie in the folder of their language

  /** The page that is asked for; home in the reader's language where none is, or none that is here. */
  function page() {
    const asked = `${decodeURIComponent(location.search.slice(1))}.html`;
    if (packed.has(asked)) return asked;
    const languages = [...packed.keys()].filter((name) => name.endsWith("/index.html")).map((name) => name.split("/")[0]);
    const own = navigator.languages.map((one) => one.slice(0, 2)).find((one) => languages.includes(one));
    return `${own ?? document.documentElement.lang}/index.html`;
  }

  /** Have the links below an element lead to pages in this file. */
  function lead(/** @type {Element} */ element, /** @type {string} */ from) {
    for (const link of [element, ...element.querySelectorAll("a[href]")]) {
      const href = link.matches("a[href]") ? link.getAttribute("href") ?? "" : "";
      if (!/^(?![?#]|[a-z]+:)./.test(href)) continue; // a place, a download, or somewhere else
      const { pathname, search, hash } = new URL(href, `https://course.invalid/${from}`);
      if (search) continue; // a download that the engine makes
      link.setAttribute("href", `?${pathname.slice(1).replace(/[.]html$/, "")}${hash}`);
    }
  }

  // --- a page -----------------------------------------------------------------------------------------

  /** Addresses of the scripts: by name, which they import each other by, and where pages look for them. */
  function mapped(/** @type {Record<string, string>} */ scripts) {
    const found = /** @type {Record<string, string>} */ ({});
    for (const [name, text] of Object.entries(scripts)) {
      found[name] = found[root + name] = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    }
    const map = document.createElement("script");
    map.type = "importmap";
    map.textContent = JSON.stringify({ imports: found });
    document.head.append(map);
    return found;
  }

  /** The workers of this file begin with a host of their own, which is sent what it is to give. */
  function lendWorkers(/** @type {Record<string, string>} */ scripts, /** @type {string} */ host) {
    const begun = URL.createObjectURL(new Blob([host], { type: "text/javascript" }));
    const isEngine = (/** @type {string} */ name) => name.startsWith("engine/");
    const texts = Object.fromEntries(Object.entries(scripts).filter(([name]) => isEngine(name)));
    const Plain = self.Worker;
    self.Worker = class extends Plain {
      constructor(/** @type {string | URL} */ address) {
        super(begun);
        const parts = [...packed].filter(([name]) => isEngine(name)).map(([name, { textContent }]) => [name, textContent]);
        this.postMessage({ root, address: String(address), texts, packed: Object.fromEntries(parts) });
      }
    };
  }

  async function draw() {
    const name = page();
    const [html, scripts, styles, host] = await Promise.all([read(name), ...["scripts", "styles"].map(async (one) => JSON.parse(await read(one))), read("worker-host")]);
    const drawn = new DOMParser().parseFromString(html, "text/html");
    const wanted = [...drawn.querySelectorAll("script[src]")];
    for (const one of wanted) one.remove();
    const inFolder = (/** @type {string | null} */ address) => new URL(address ?? "", `https://course.invalid/${name}`).pathname.slice(1);
    document.adoptedStyleSheets = [...drawn.querySelectorAll("link[rel=stylesheet]")].map((link) => {
      const sheet = new CSSStyleSheet();
      link.remove();
      sheet.replaceSync(styles[inFolder(link.getAttribute("href"))]);
      return sheet;
    });
    const addresses = mapped(scripts);
    lendWorkers(scripts, host);
    document.documentElement.lang = drawn.documentElement.lang;
    document.title = drawn.title;
    for (const one of document.head.querySelectorAll("style")) one.remove();
    lead(drawn.body, name);
    document.body.replaceWith(document.adoptNode(drawn.body));
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        for (const node of [target, ...addedNodes]) if (node instanceof Element && (node === target ? node.matches("a") : true)) lead(node, name);
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["href"] });
    for (const { attributes } of wanted) {
      const script = document.createElement("script");
      for (const { name: of, value } of attributes) script.setAttribute(of, value);
      script.src = addresses[inFolder(script.getAttribute("src"))];
      script.async = false; // in their order
      document.body.append(script);
    }
    // Go where the address points, as a browser does by itself in a page that it has fetched.
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (location.hash && place) place.scrollIntoView();
  }

  globalThis.courseHost = { address: (name) => root + name };

  document.addEventListener("DOMContentLoaded", () => {
    /** @type {NodeListOf<HTMLElement>} */
    const files = document.querySelectorAll("script[data-file]");
    for (const one of files) packed.set(one.dataset.file ?? "", one);
    if (!isNewEnough()) tell("old");
    else if (!packed.has("end")) tell("torn");
    else draw().catch((fault) => {
      console.error(fault);
      tell("torn");
    });
  });
}
