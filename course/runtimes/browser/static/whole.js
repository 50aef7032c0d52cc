// Whether a compressed file came as it left: no end was lost on the way, nothing was changed, and no
// page to log in at came in its place. Each ends with the CRC-32 of all that stands before that
// (compile.mjs), so that the CRC-32 of all of it is the same number for every file.

const WHOLE = 0x2144df1c;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** What is read of a file, part by part. */
export class Sum {
  #sum = -1;

  /** Take the next part. */
  add(/** @type {Uint8Array} */ part) {
    let sum = this.#sum;
    for (let at = 0; at < part.length; at++) sum = (sum >>> 8) ^ TABLE[(sum ^ part[at]) & 255];
    this.#sum = sum;
  }

  /** A fault where this was not a whole file; ``name`` says which. */
  check(/** @type {string} */ name) {
    if (~this.#sum >>> 0 !== WHOLE) throw new Error(`${name}: damaged on the way`);
  }
}

/** The bytes of a file, if they are all of it; a fault if not. */
export function whole(/** @type {ArrayBuffer} */ content, /** @type {string} */ name) {
  const bytes = new Uint8Array(content);
  const sum = new Sum();
  sum.add(bytes);
  sum.check(name);
  return bytes;
}
