// Runs a Python file in the Python of a folder that was built, without a browser, and prints what
// an expression comes to: node in_node.mjs PYODIDE ENGINE FILE EXPRESSION

import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { zstdDecompressSync } from "node:zlib";

const [pyodide, engine, file, expression] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`).href);
const library = join(tmpdir(), `library-${process.pid}.zip`);
writeFileSync(library, zstdDecompressSync(readFileSync(`${engine}/python/python_stdlib.zip.bin`)));
const python = await loadPyodide({ indexURL: `${pyodide}/`, stdLibURL: library });
python.unpackArchive(new Uint8Array(zstdDecompressSync(readFileSync(`${engine}/course.zip.bin`))), "zip", { extractDir: "/course" });
python.runPython('import sys; sys.path.insert(0, "/course")');
python.runPython(readFileSync(file, "utf-8"));
process.stdout.write(python.runPython(expression));
