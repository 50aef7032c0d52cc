// An archive that lies in a browser's memory is put into Python's file system.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, unpack } from "../../course/runtimes/browser/static/archive.js";

/** A zip file of texts as Python's zipfile writes it where nothing is compressed. */
function zipped(/** @type {Record<string, string>} */ files) {
  const letters = new TextEncoder();
  const parts = Object.entries(files).map(([name, text]) => {
    const [title, content] = [letters.encode(name), letters.encode(text)];
    const head = new DataView(new ArrayBuffer(30));
    head.setUint32(0, 0x04034b50, true);
    head.setUint32(18, content.length, true);
    head.setUint32(22, content.length, true);
    head.setUint16(26, title.length, true);
    return [new Uint8Array(head.buffer), title, content];
  });
  const end = letters.encode("PK\x01\x02 and what each file is once more");
  const all = [...parts.flat(), end];
  const whole = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of all) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

const files = { "course/words.json": '{"å": 1}', "course/empty.pyc": "", "six.pyc": "six" };

test("every file is there by its name, also an empty one", () => {
  const found = Object.fromEntries([...entries(zipped(files))].map(([name, content]) => [name, new TextDecoder().decode(content)]));
  assert.deepEqual(found, files);
});

test("each folder is made once, before what lies in it", () => {
  /** @type {string[]} */
  const done = [];
  unpack(zipped(files), "/course", { mkdirTree: (path) => done.push(path), writeFile: (path) => done.push(path) });
  assert.deepEqual(done, [
    "/course/course", "/course/course/words.json", "/course/course/empty.pyc", "/course", "/course/six.pyc",
  ]);
});
