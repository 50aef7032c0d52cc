// Whether a file came as it left is known by its checksum; Node's own says what that is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import { whole } from "../../course/runtimes/browser/static/whole.js";

/** A text with its checksum at the end, as the files of the folder have it. */
function summed(/** @type {string} */ text) {
  const content = new TextEncoder().encode(text);
  const file = new Uint8Array(content.length + 4);
  file.set(content);
  new DataView(file.buffer).setUint32(content.length, crc32(content), true);
  return file;
}

const file = summed("Sju sjösjuka sjömän");

test("a whole file is given as it is, also an empty one", () => {
  assert.deepEqual(whole(file.buffer, "a"), file);
  assert.deepEqual(whole(summed("").buffer, "a"), summed(""));
});

test("what is torn, changed or something else is told by its name", () => {
  const changed = file.map((byte, at) => (at === 5 ? byte ^ 1 : byte));
  const other = new TextEncoder().encode("<title>Logga in</title>");
  for (const one of [file.slice(0, 9), file.slice(0, 0), changed, other]) {
    assert.throws(() => whole(one.buffer, "course.zip"), /course[.]zip/);
  }
});
