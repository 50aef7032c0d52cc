// Words in lines, for a drawing: SVG breaks none by itself.

/** Words in lines of so many letters; a longer word has a line to itself. */
export function wrapped(/** @type {string} */ text, /** @type {number} */ letters) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + word.length + 1 > letters) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}
