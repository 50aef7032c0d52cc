// The plan as a document and as a slide: written in the page, by libraries that are loaded when
// somebody asks for a file. Nothing is sent anywhere.

import { from } from "./connect.js";
import { asDocx } from "./plan-docx.js";
import { mapAsPng } from "./plan-picture.js";
import { asSlide } from "./plan-slide.js";

/** @import { PlanPage } from "#types" */

/** The plan as a Word document. */
async function word(/** @type {PlanPage} */ { page, words, files }) {
  const [docx, map, ours] = await Promise.all([
    import(`${from(files)}/pages/kept/docx.js`), picture(page.drawn, files), picture(page.ours?.drawn ?? {}, files),
  ]);
  return docx.Packer.toBlob(asDocx(docx, page, words, map, ours));
}

/** The plan as one slide. */
async function slide(/** @type {PlanPage} */ { page, words, files }) {
  const [{ default: Pptx }, map] = await Promise.all([import(`${from(files)}/pages/kept/pptxgenjs.js`), picture(page.drawn, files)]);
  return /** @type {Promise<Blob>} */ (asSlide(Pptx, page, words, map).write({ outputType: "blob" }));
}

/** @param {PlanPage["page"]["drawn"]} drawn @param {string} files */
async function picture(drawn, files) {
  /** @type {typeof import("../../widgets/static/save-picture.js")} */
  const { painted } = await import(`${from(files)}/widgets/static/save-picture.js`);
  return mapAsPng(drawn, painted);
}

/** Give a file of this kind, made of the plan as it stands. */
export async function give(/** @type {"docx" | "pptx"} */ kind, /** @type {PlanPage} */ data) {
  const [made, files] = await Promise.all([(kind === "docx" ? word : slide)(data), import(`${from(data.files)}/widgets/static/save-picture.js`)]);
  files.download(made, `${data.words.file}.${kind}`);
}
