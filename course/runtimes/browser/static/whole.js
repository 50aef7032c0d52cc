// Whether a compressed file came as it left: no end was lost on the way, nothing was changed, and no
// page to log in at came in its place. Each ends with the CRC-32 of all that stands before that
// (compile.mjs), so that the CRC-32 of all of it is the same number for every file.

const WHOLE = 0x2144df1c;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The bytes of a file, if they are all of it; a fault if not. */
export function whole(/** @type {ArrayBuffer} */ content, /** @type {string} */ name) {
  const bytes = new Uint8Array(content);
  let sum = -1;
  for (let at = 0; at < bytes.length; at++) sum = (sum >>> 8) ^ TABLE[(sum ^ bytes[at]) & 255];
  if (~sum >>> 0 !== WHOLE) throw new Error(`${name}: damaged on the way`);
  return bytes;
}
