// What a worker begins with where all lies in one file: the first message brings the scripts and the
// parts of the engine, and from then on the worker's own scripts find them as they would on a server.
//
// From file:// a browser starts no worker but a classic one, and that imports nothing but data.

self.onmessage = async ({ data: { root, address, texts, packed } }) => {
  /** @type {MessageEvent[]} what comes before there is somebody to hear it */
  const early = [];
  self.onmessage = (message) => { early.push(message); };
  // Pyodide takes no classic worker, which it knows by this; what it needs modules for is given below.
  Object.assign(self, { importScripts: undefined });

  /**
   * A script as an address. What it imports it asks the host for while it runs: Firefox and WebKit take
   * no module from here whose first lines name another.
   */
  function script(/** @type {string} */ name) {
    const asking = texts[name].replace(/(?<![\w.$])import\(/g, "courseHost.module(");
    const whole = asking.replace(/import *({[^}]*}) *from *"(engine[/][^"]+)"/g, (/** @type {string} */ _, /** @type {string} */ names, /** @type {string} */ other) => {
      return `const ${names.replace(/ as /g, ": ")} = await courseHost.module("${root}${other}")`;
    });
    return `data:text/javascript,${encodeURIComponent(whole)}`;
  }

  function bytes(/** @type {string} */ name) {
    return Uint8Array.fromBase64?.(packed[name]) ?? Uint8Array.from(atob(packed[name]), (one) => one.charCodeAt(0));
  }

  /** A file as a server would answer: those that end in .bin lie compressed for its readers as well. */
  function given(/** @type {string} */ name) {
    if (name.endsWith(".bin")) return new Response(bytes(name));
    const { body } = new Response(bytes(name)); // a Blob cannot be read here in WebKit
    return new Response(/** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream("gzip")));
  }

  const named = (/** @type {string} */ at) => at.slice(root.length).split("?")[0];

  self.fetch = async (asked) => {
    const address = String(asked instanceof Request ? asked.url : asked);
    const name = named(address);
    return name in packed ? given(name) : new Response(null, { status: 404 });
  };

  /** For Python, which waits for what it asks: of a request what it takes to have a file at once. */
  class Waiting {
    status = 0;
    response = new ArrayBuffer(0);
    #name = "";

    open(/** @type {string} */ _how, /** @type {string} */ at) {
      this.#name = named(at);
    }

    send() {
      this.status = this.#name in packed ? 200 : 404;
      if (this.status === 200) this.response = bytes(this.#name).buffer;
    }
  }
  Object.assign(self, { XMLHttpRequest: Waiting });

  globalThis.courseHost = {
    address: (name) => (name === named(address) ? address : root + name),
    module: async (at) => {
      const name = named(at);
      if (!(name in texts)) texts[name] = await given(name).text();
      return import(script(name));
    },
  };

  await courseHost.module?.(address);
  for (const message of early) self.onmessage?.(message);
};
