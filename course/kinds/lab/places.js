// Where people stand on the map of the units, and what stands about them: the same person always in
// the same place, on a wide sheet and, laid out anew, on a narrow one.

import { short } from "../../widgets/static/draw-parts.js";

/** @typedef {{x: number, y: number, angle: number}} Spot  a person's place, and its direction from the middle of the unit */
/** @typedef {{x: number, y: number, under: number, width: number, height: number}} Ground  a unit's middle, its name's line, its building's size */
/** @typedef {{width: number, height: number, spots: Spot[], grounds: Ground[]}} Layout */

/** Middles of units by how many there are: on a wide sheet, and on a narrow one. */
const WIDE = new Map([
  [1, { width: 880, height: 440, middles: [[440, 200]], reach: 220 }],
  [2, { width: 880, height: 400, middles: [[240, 185], [640, 185]], reach: 96 }],
  [6, { width: 880, height: 500, middles: [[160, 120], [440, 120], [720, 120], [160, 365], [440, 365], [720, 365]], reach: 46 }],
  [8, { width: 880, height: 545, middles: [[140, 425], [430, 447], [735, 430], [765, 232], [640, 82], [385, 80], [108, 205], [480, 262]], reach: 34 }],
]);
const TELEPHONE = new Map([
  [1, { width: 340, height: 400, middles: [[170, 180]], reach: 70 }],
  [2, { width: 340, height: 600, middles: [[170, 135], [170, 430]], reach: 64 }],
  [6, { width: 340, height: 560, middles: [[88, 92], [252, 92], [88, 275], [252, 275], [88, 458], [252, 458]], reach: 32 }],
  [8, { width: 340, height: 890, middles: [[82, 610], [82, 805], [256, 805], [256, 620], [256, 250], [82, 250], [82, 425], [170, 70]], reach: 24 }],
]);

/** People up to whose number a unit's ring grows; more stand closer. */
const GROWS = 14;
/** People for whom the outer ring has room. */
const ROOM = 22;
/** Rings of a unit with more, by how large they are: two have room for 36 people, three for 45 or so. */
const RINGS = [1, 0.68, 0.38];
/** What a mark and its rim need, from the middle of it to the edge of the sheet. */
const RIM = 14;

/**
 * Where the people of a unit stand about its middle, the outer ring first.
 * @param {number} people
 * @returns {{share: number, angle: number}[]}
 */
export function ringed(people) {
  const rings = people <= ROOM ? RINGS.slice(0, 1) : people <= ROOM * (RINGS[0] + RINGS[1]) ? RINGS.slice(0, 2) : RINGS;
  const all = rings.reduce((sum, share) => sum + share, 0);
  let left = people;
  return rings.flatMap((share, i) => {
    const here = i === rings.length - 1 ? left : Math.round(people * share / all);
    left -= here;
    return Array.from({ length: here }, (_, n) => ({ share, angle: 2 * Math.PI * n / here - Math.PI / 2 }));
  });
}

/**
 * Places for people, unit by unit.
 * @param {number[]} unitOf  the place of each person's unit
 * @param {number} units
 * @param {boolean} isNarrow
 * @returns {Layout}
 */
export function laidOut(unitOf, units, isNarrow) {
  const sheets = isNarrow ? TELEPHONE : WIDE;
  const known = [...sheets.keys()].find((most) => units <= most) ?? 8;
  const { width, height, middles, reach } = /** @type {NonNullable<ReturnType<typeof WIDE.get>>} */ (sheets.get(known));
  /** @type {Spot[]} */
  const spots = [];
  const grounds = middles.slice(0, units).map(([x, y], unit) => {
    const people = unitOf.flatMap((of, i) => (of === unit ? [i] : []));
    const name = units === 2 ? 48 : isNarrow ? 28 : 38; // below the ring
    const grown = Math.min(people.length, GROWS);
    const across = short(Math.min(reach + grown * (isNarrow ? 3.6 : 4), x - RIM, width - x - RIM));
    const down = short(Math.min(reach * 0.85 + grown * (isNarrow ? 3.2 : 2.8), y - RIM, height - y - name - 5));
    for (const [n, { share, angle }] of ringed(people.length).entries()) {
      spots[people[n]] = { x: short(x + share * across * Math.cos(angle)), y: short(y + share * down * Math.sin(angle)), angle };
    }
    return { x, y, under: y + down + name, width: across * 1.05, height: down * 0.95 };
  });
  return { width, height, spots, grounds };
}

/** Land and water behind eight units; parts by the names of their colours. */
export const COUNTRY = {
  wide: [
    ["land2", "M900 300c-90-30-180 10-260 0s-150 30-190 90 60 150 20 200h430zM0 0h180c20 60-80 60-100 110S20 150 0 150z"],
    ["water", "M190-10c-10 70 40 110 66 170s20 110 16 180-30 160-10 260h62c-20-90 6-170 12-250s-6-130-34-190-60-110-44-170z"],
    ["ripple", "M240 90q12-7 24 0M290 250q12-7 24 0M290 420q12-7 24 0M282 530q12-7 24 0"],
    ["quay", "M252 322q46-14 92 0M216 150q46-14 92 0"],
    ["road", "M248 323q50-15 100 0M212 151q50-15 100 0"],
  ],
  narrow: [
    ["land2", "M340 420c-70 0-110 60-90 130s50 90 90 90zM0 0h90c10 60-50 90-90 90z"],
    ["water", "M-10 320c70-10 150 10 176 24s26 70 18 150-22 200 0 420h-36c-20-180-6-320-2-420s-60-90-156-84z"],
    ["ripple", "M60 338q10-6 20 0M158 520q8-5 16 0M156 700q8-5 16 0M162 850q8-5 16 0"],
    ["quay", "M128 470q40-10 76 0M126 720q40-10 76 0"],
    ["road", "M124 471q42-11 84 0M122 721q42-11 84 0"],
  ],
};

/**
 * A building for each unit of the municipality, in the units' order: how large its drawing is, and its parts.
 * @type {{size: number[], parts: string[][]}[]}
 */
export const BUILDINGS = [
  { size: [150, 90], parts: [
    ["wall4", "M4 38h42v48H4z"], ["roof", "M0 40 25 14l25 26z"], ["wall1", "M46 30h50v56H46z"], ["roof2", "M42 32 71 4l29 28z"],
    ["wall3", "M96 40h50v46H96z"], ["roof", "M92 42l29-24 29 24z"],
    ["win", "M12 48h10v12H12zM30 48h10v12H30zM55 42h11v13H55zM77 42h11v13H77zM55 64h11v12H55zM104 50h11v12h-11zM126 50h11v12h-11z"],
    ["roof2", "M20 68h11v18H20zM77 64h11v22H77zM116 68h11v18h-11z"]] },
  { size: [120, 105], parts: [
    ["wall1", "M10 24h100v77H10z"], ["roof", "M4 26 30 8h60l26 18z"],
    ["win", "M20 34h14v14H20zM53 34h14v14H53zM86 34h14v14H86zM20 58h14v14H20zM53 58h14v14H53zM86 58h14v14H86zM20 82h14v12H20zM86 82h14v12H86z"],
    ["roof2", "M52 80h16v21H52zM16 50h22v2H16zM49 50h22v2H49zM82 50h22v2H82zM16 74h22v2H16zM49 74h22v2H49zM82 74h22v2H82z"]] },
  { size: [130, 80], parts: [
    ["wall1", "M8 36h114v40H8z"], ["roof", "M2 38 26 16h78l24 22z"], ["win", "M18 46h14v12H18zM98 46h14v12H98zM42 46h10v12H42z"],
    ["roof2", "M60 48h16v28H60zM52 45h34v2H52z"], ["tree", "M12 72a8 8 0 1 1 16 0a8 8 0 1 1-16 0zM102 72a8 8 0 1 1 16 0a8 8 0 1 1-16 0z"]] },
  { size: [100, 95], parts: [
    ["wall2", "M10 22h80v69H10z"], ["roof2", "M6 14h88v10H6z"],
    ["win", "M19 32h12v12H19zM44 32h12v12H44zM69 32h12v12H69zM19 52h12v12H19zM44 52h12v12H44zM69 52h12v12H69zM19 72h12v12H19zM69 72h12v12H69z"],
    ["roof2", "M43 70h14v21H43z"]] },
  { size: [150, 95], parts: [
    ["wall3", "M6 40h138v50H6z"], ["roof2", "M4 30h142v12H4z"], ["wall1", "M54 24h42v66H54z"], ["roof", "M48 26 75 6l27 20z"],
    ["win", "M14 50h14v13H14zM34 50h14v13H34zM102 50h14v13h-14zM122 50h14v13h-14zM14 70h14v12H14zM34 70h14v12H34zM102 70h14v12h-14zM122 70h14v12h-14zM62 36h10v12H62zM78 36h10v12H78z"],
    ["roof2", "M66 64h18v26H66z"]] },
  { size: [100, 95], parts: [
    ["wall1", "M10 22h80v69H10z"], ["roof", "M4 24 50 4l46 20z"],
    ["win", "M19 34h12v12H19zM44 34h12v12H44zM69 34h12v12H69zM19 56h12v12H19zM44 56h12v12H44zM69 56h12v12H69z"],
    ["roof2", "M43 74h14v17H43z"]] },
  { size: [130, 90], parts: [
    ["wall3", "M6 26h118v60H6z"], ["roof2", "M2 20h126v9H2z"],
    ["win", "M14 38h20v12H14zM96 38h20v12H96zM14 60h20v12H14zM96 60h20v12H96zM44 38h10v12H44zM76 38h10v12H76z"],
    ["roof2", "M54 60h22v26H54z"], ["wall4", "M58 42h14v4H58zM63 37h4v14h-4z"]] },
  { size: [130, 120], parts: [
    ["wall2", "M6 58h118v58H6z"], ["roof2", "M2 60 20 42h90l18 18z"], ["wall2", "M50 28h30v34H50z"], ["roof", "M46 30 65 2l19 28z"],
    ["win", "M58 42a7 7 0 1 1 14 0a7 7 0 1 1-14 0zM16 68h12v15H16zM36 68h12v15H36zM82 68h12v15H82zM102 68h12v15h-12zM16 92h12v14H16zM36 92h12v14H36zM82 92h12v14H82zM102 92h12v14h-12z"],
    ["roof2", "M56 116V92q9-12 18 0v24z"]] },
];
