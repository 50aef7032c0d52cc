// The engine: Python in a worker, which answers what a page asks and keeps what it is told to.
// One message is answered at a time, in order; a model is stepped, and left off when a newer message
// about its exercise has come. What could not be kept is tried again with the next message.

import { unpack } from "./archive.js";
import { open, REFUSED } from "./kept.js";
import { whole } from "./whole.js";

/** @typedef {{exercise: string, message: {do: string, n?: number}}} Asking */

const here = new URL("./", import.meta.url).href;
const BUILT = here.split("/").at(-2); // the folder that the engine lies in is named by its version
/** @type {Record<string, string>} with ``forgets``, for a room, nothing is kept */
const { language, lesson, forgets } = Object.fromEntries(new URL(import.meta.url).searchParams);
const others = new BroadcastChannel("course");
/** @type {any[]} what waits to be answered, while the engine wakes and after */
const waiting = [];
/** @type {Map<string, number | null>} what a page waits to hear is saved: exercises, and the message's number */
const unsaved = new Map();
const WAITED_FOR = ["answer", "try", "recall", "promise", "outcome", "plan"];
let isAnswering = true; // waking counts
let isNothing = false; // the learner wants nothing kept
/** @type {any} */
let engine = null;
/** @type {any} */
let kept = null;
/** @type {any} */
let python = null;

self.onmessage = ({ data }) => {
  waiting.push(data);
  answerAll();
};
others.onmessage = ({ data }) => {
  if (forgets) return;
  waiting.push({ hear: data });
  answerAll();
};

const BEGIN = `
import json, sys
from pathlib import Path
sys.path.insert(0, "/course")
from course.runtimes.browser.engine import Engine, packed
from course.runtimes.browser.rest import Rest
def begin(language, lines, small, built, fetched):
    archive = Path("/rest.zip")
    def fetch():
        from _zstd import ZstdDecompressor
        archive.write_bytes(ZstdDecompressor().decompress(fetched().to_py()))
    Rest(json.loads(Path("/course/rest.json").read_text()), archive, fetch).install()
    return Engine(packed(), language, lines.encode("utf-8", "surrogateescape"), small, built)
`;

// What is large lies there compressed (pack.py). Pyodide asks for it by its own names.
const plainly = self.fetch;
/** What unpacks: zstd itself, as WebAssembly, in a fifth of the time that JavaScript takes for it. */
const unpacking = import(`${here}python/zstddec.js`).then(async (/** @type {typeof import("zstddec")} */ { ZSTDDecoder }) => {
  const unpacker = new ZSTDDecoder();
  await unpacker.init();
  return unpacker;
});
/** What it is made of instead when all is unpacked. */
const NOTHING = { instance: { exports: { memory: { buffer: new ArrayBuffer(0) } } } };
self.fetch = async (asked, how) => {
  const address = String(asked instanceof Request ? asked.url : asked);
  if (address.startsWith("data:")) return standing(address);
  if (!/[.](wasm|zip)$/.test(address)) return plainly(asked, how);
  const content = unpacked(address);
  content.catch(failed); // Pyodide waits for ever for what does not come, and says nothing
  const type = address.endsWith(".wasm") ? "application/wasm" : "application/zip";
  return new Response(await content, { headers: { "Content-Type": type } });
};

/** What stands in its own address, in base64: a host's policy may let nobody ask for that. */
function standing(/** @type {string} */ address) {
  return new Response(Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (one) => one.charCodeAt(0)));
}

/** What lies compressed under an address, unpacked; a fault where it does not, or came torn. */
async function unpacked(/** @type {string} */ address) {
  const answer = await plainly(`${address}.bin`);
  if (!answer.ok) throw new Error(`${address}.bin: ${answer.status}`);
  const content = await answer.arrayBuffer();
  const found = /** @type {Uint8Array<ArrayBuffer>} */ ((await unpacking).decode(whole(content, address)));
  /** @type {any} */ (content).transfer?.(0); // gone now, and not when the browser next tidies up
  return found;
}

/** What Python turns out to need of the rest of its modules: it waits for them, so this does. */
function fetched() {
  const asked = new XMLHttpRequest();
  asked.open("GET", `${here}rest.zip.bin`, false);
  asked.responseType = "arraybuffer";
  asked.send();
  if (asked.status !== 200) throw new Error(`${here}rest.zip.bin: ${asked.status}`);
  return whole(asked.response, "rest.zip.bin");
}

function failed(/** @type {unknown} */ fault) {
  self.postMessage({ failed: String(fault) });
}

async function wake() {
  const course = unpacked(`${here}course.zip`);
  course.catch(failed); // told at once, and not when the rest is there
  const database = forgets ? new Error("nothing is to be kept") : open().catch((fault) => fault);
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(`${here}python/pyodide.js`);
  python = await loadPyodide({ indexURL: `${here}python/`, stdLibURL: `${here}python/python_stdlib.zip` });
  performance.mark("python-awake");
  unpack(await course, "/course", python.FS);
  (await unpacking)._init(/** @type {any} */ (NOTHING)); // it would keep 13 MB, which nobody needs again
  python.runPython(BEGIN);
  const opening = await database;
  const isKept = !(opening instanceof Error) && typeof opening?.lines === "function";
  if (isKept) kept = opening;
  const lines = isKept ? await kept.lines() : [];
  const small = isKept ? await kept.small() : {};
  engine = python.globals.get("begin")(language, lines.join("\n"), JSON.stringify(small), BUILT, fetched);
  isNothing = isKept && await kept.keepsNothing();
  if (!forgets && (!isKept || isNothing)) engine.told(isKept ? "nothing" : "permission");
  await opened();
  isAnswering = false;
  self.postMessage({ ready: true });
  await answerAll();
  warm().catch(console.error).then(() => { self.postMessage({ warm: true }); });
}

/** Load what the lesson's exercises lean on, while nothing is asked; what is asked comes in between. */
async function warm() {
  const warming = lesson ? engine.warming(lesson) : null;
  while (warming?.step()) await new Promise((resolve) => { setTimeout(resolve); });
  warming?.destroy();
}

/** Tell the page how its lesson stands, and remember that for the next time. */
async function opened(whole = false) {
  if (!lesson) return;
  const standing = JSON.parse(engine.opened(lesson, whole));
  self.postMessage({ opened: standing });
  await kept?.see(`${language}/${lesson}`, standing).catch(() => {});
}

async function answerAll() {
  if (isAnswering) return;
  isAnswering = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    try {
      await answer(next);
    } catch (fault) { // of the course's own: the page says that nothing answers, and the next one is tried
      console.error(fault);
      failed(fault);
    }
  }
  isAnswering = false;
}

async function answer(/** @type {any} */ asked) {
  if (asked.hear?.keeping !== undefined) {
    isNothing = !asked.hear.keeping;
    self.postMessage({ exercise: "", name: "saved", value: await keep() });
  } else if (asked.hear) {
    engine.hear(JSON.stringify(asked.hear));
    await opened(asked.hear.cleared);
  } else if (asked.call) {
    const value = engine[asked.call](...asked.given.map((/** @type {unknown} */ one) => (one instanceof Uint8Array ? python.toPy(one) : one)));
    await keep();
    self.postMessage({ called: asked.number, value });
  } else await converse(asked);
}

async function converse(/** @type {Asking} */ { exercise, message }) {
  const changes = engine.ask(lesson, exercise, JSON.stringify(message));
  for (let change = changes.step(); change; change = changes.step()) {
    self.postMessage(JSON.parse(change));
    if (message.do !== "look") continue;
    await new Promise((resolve) => { setTimeout(resolve); });
    if (waiting.some((one) => one.exercise === exercise && one.message.do !== "draft")) break;
  }
  changes.destroy();
  const saved = await keep();
  if (WAITED_FOR.includes(message.do)) unsaved.set(exercise, message.n ?? null);
  for (const [of, n] of unsaved) self.postMessage({ exercise: of, name: "saved", value: { ...saved, n } });
  if (saved.kept) unsaved.clear();
  if (WAITED_FOR.includes(message.do) || message.do === "keep") await opened();
}

/** Make durable what there is to, and give what to say of it. */
async function keep() {
  const text = engine.hand_over();
  let why = kept || forgets ? "" : "permission";
  if (isNothing) why = "nothing";
  try {
    if (text && !why && kept) {
      const handed = JSON.parse(text);
      await kept.keep(handed);
      if (handed.cleared || handed.lines.length) others.postMessage({ cleared: handed.cleared, lines: handed.lines });
    }
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : "";
    isNothing = name === REFUSED; // another page was told, and this one has not heard it yet
    if (!isNothing) console.error(fault);
    why = isNothing ? "nothing" : name === "QuotaExceededError" ? "full" : "other";
  }
  return JSON.parse(engine.told(why));
}

wake().catch(failed);
