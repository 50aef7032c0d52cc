// A zip file whose entries are not compressed, put into Python's file system. Python's own way of
// unpacking takes a hundred times as long, and needs the modules for it first.

const ENTRY = 0x04034b50;

/** @typedef {{mkdirTree: (path: string) => void, writeFile: (path: string, content: Uint8Array, how: {canOwn: boolean}) => void}} Files */

/**
 * The files in an archive, each by its name.
 * @param {Uint8Array} archive
 * @returns {Generator<[string, Uint8Array]>}
 */
export function* entries(archive) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const letters = new TextDecoder();
  for (let at = 0; view.getUint32(at, true) === ENTRY;) {
    const size = view.getUint32(at + 18, true);
    const name = at + 30;
    const content = name + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    yield [letters.decode(archive.subarray(name, name + view.getUint16(at + 26, true))), archive.subarray(content, content + size)];
    at = content + size;
  }
}

/**
 * Put every file of an archive below a folder.
 * @param {Uint8Array} archive
 * @param {string} to
 * @param {Files} files
 */
export function unpack(archive, to, files) {
  const made = new Set();
  for (const [name, content] of entries(archive)) {
    const path = `${to}/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) files.mkdirTree(folder);
    made.add(folder);
    files.writeFile(path, content, { canOwn: true });
  }
}
