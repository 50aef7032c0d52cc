// A drawing as a file: SVG as it stands on the page, or PNG of twice its size.

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "opacity",
  "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "display"];

/**
 * Save a drawing.
 * @param {SVGElement} svg
 * @param {{width: number, height: number}} size
 * @param {string} name  of the file, without its ending
 * @param {"svg" | "png"} as
 */
export function savePicture(svg, { width, height }, name, as) {
  const text = standingAlone(svg, width, height);
  if (as === "svg") download(new Blob([text], { type: "image/svg+xml" }), `${name}.svg`);
  else painted(text).then((blob) => { if (blob) download(blob, `${name}.png`); });
}

/**
 * A drawing that stands alone as PNG, twice as fine; null where the browser makes none of it, and
 * rejected where it is no image.
 * @param {string} text  SVG with its width and height
 * @returns {Promise<Blob | null>}
 */
export async function painted(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** The drawing with its styles in it, for where there is no page about it. */
export function standingAlone(/** @type {SVGElement} */ svg, /** @type {number} */ width, /** @type {number} */ height) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  const [shown, written] = [svg, copy].map((one) => [one, ...one.querySelectorAll("*")]);
  for (const [i, element] of shown.entries()) {
    const style = getComputedStyle(element);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value) written[i].setAttribute(name, value);
    }
    for (const name of ["style", "tabindex", "class"]) written[i].removeAttribute(name);
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** Let the browser save a file. */
export function download(/** @type {Blob} */ blob, /** @type {string} */ name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
