// The drawing of a picture, from the data that says what is drawn (course/plots/shapes): an image
// with a name and a description. All words are set as text, never as HTML.

import { drawCalibration, drawProfile } from "./draw-answers.js";
import { drawCrowd } from "./draw-crowd.js";
import { drawCurves } from "./draw-curves.js";
import { drawMatrix } from "./draw-matrix.js";
import { drawNetwork } from "./draw-network.js";
import { shape } from "./draw-parts.js";
import { drawStations } from "./draw-stations.js";
import { drawUnits } from "./draw-units.js";

/** @type {Record<string, (drawing: any, isWide: boolean) => SVGElement>} each takes the data of its own kind */
const HANDS = {
  calibration: drawCalibration,
  crowd: drawCrowd,
  curves: drawCurves,
  matrix: drawMatrix,
  network: drawNetwork,
  profile: drawProfile,
  stations: drawStations,
  units: drawUnits,
};

let drawings = 0;

/**
 * @param {{name: string, title: string, description: string, drawing: {kind: string}}} picture
 * @param {boolean} [isWide]  whether the page has room for a wide sheet; not every kind has one
 * @returns {SVGElement}
 */
export function draw({ name, title, description, drawing }, isWide = false) {
  const svg = HANDS[drawing.kind](drawing, isWide);
  const id = `${name}-${++drawings}`;
  svg.prepend(shape("title", { id: `${id}-title` }, title), shape("desc", { id: `${id}-desc` }, description));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  svg.dataset.kind = drawing.kind;
  return svg;
}
