// What a hand looks for in a card, and what the card says: by roles and words, many at a time, for
// a question for each would take longer than the answers do.

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const all = (place, what) => [...place.querySelectorAll(what)];
const label = (one) => plain(one.labels[0]?.innerText);

/** What belongs to a heading in a card: to a statement, a pair, a step, an area, a field. */
function below(card, words) {
  const head = all(card, "legend, label, h4:has(button), h5, li > span:first-child").find((one) =>
    plain(one.innerText) === words
    || (one.matches("h5") && plain(one.innerText).startsWith(`${words}: `)));
  if (!head) return null;
  return head.matches("label.opt") ? head.nextElementSibling : head.parentElement;
}

// --- controls ------------------------------------------------------------------------------------

const ROLES = {
  submit: "button[type=submit]", button: "button", radio: "input[type=radio]",
  checkbox: "input[type=checkbox]", textbox: "input[type=text], textarea", hour: ".hour",
  slider: "input[type=range]",
};
const names = (one) => [
  one.getAttribute("aria-label") ?? ((one.labels ?? [])[0] ?? one).innerText,
  one.matches("[type=radio]") ? one.nextElementSibling?.innerText : null, // without a row's figure
  one.firstElementChild?.innerText, // a person's name, without what is said of that person
  one.dataset.at, // the day and the hour in a week
].map(plain);

/** A control by its role and name, and by the statement that it stands below, if there is one. */
function control(card, { role, name, row }) {
  const place = row ? below(card, row) : card;
  return place && all(place, ROLES[role]).find((one) =>
    (!name || names(one).includes(name)) && (role !== "button" || one.checkVisibility()));
}

const isOn = (one) => one.checked ?? one.getAttribute("aria-pressed") === "true";

const EDGE = 40; // px from the window's edge, within which a page scrolls to what is pressed

/** The middle of something, if it is well within the window and nothing covers it there. */
function middle(target) {
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const isWithin = y > EDGE && y < window.innerHeight - EDGE;
  return isWithin && target.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
}

/**
 * Where to press for some controls, one after another: for as many as can be reached when the first
 * of them is in view. None where a control is on or off already, as it should be. The first is
 * waited for, at most `patience` ms: until it is there and can be pressed, with nothing over it; and
 * the button below a model or a map until it stands still, since what is told above it comes after.
 */
async function reach(find, { wanted, patience }) {
  const end = Date.now() + patience;
  for (;;) {
    const places = placesOf(find(), wanted);
    const mayMove = wanted[0].role === "submit" && find()?.matches(".lab, .sketch, .explore");
    if (places.length && (!mayMove || await staysPut(() => placesOf(find(), wanted), places))) return places;
    if (Date.now() > end) throw new Error(`cannot press ${JSON.stringify(wanted[0])}`);
    await pause();
  }
}

function placesOf(card, wanted) {
  const places = [];
  for (const one of wanted) {
    const found = card && control(card, one);
    if (!found || found.disabled) break;
    if ("on" in one && isOn(found) === one.on) {
      places.push(null);
      continue;
    }
    const target = found.closest("label") ?? found;
    const first = !places.some(Boolean);
    if (first && !middle(target)) target.scrollIntoView({ block: "center", behavior: "instant" });
    const place = middle(target);
    if (!place) break;
    places.push(place);
    if (card.querySelector(".reason")) break; // the first change takes it away, and all below it moves up
  }
  return places;
}

/** Whether what was found is found in the same place a while after. */
async function staysPut(find, found) {
  for (let n = 0; n < 6; n += 1) {
    await pause();
    if (JSON.stringify(find()) !== JSON.stringify(found)) return false;
  }
  return true;
}

const pause = () => new Promise((go) => setTimeout(go, 20));

// --- claims --------------------------------------------------------------------------------------

const regions = (card) => all(card, "[role=status], [role=log]").map((one) => plain(one.innerText));
const listed = (card, what) => all(card, what).map((one) => plain(one.innerText));

/** Every claim that can be made of a card, by what it is about. */
const CLAIMS = {
  // What the card says: anywhere, at a thing, folded there, and in a live region.
  says: (card, words) => plain(card.innerText).includes(words),
  reason: (card, [row, words]) => plain(below(card, row)?.innerText).includes(words),
  folded: (card, [row, words]) => plain(below(card, row)?.textContent).includes(words),
  announces: (card, words) => regions(card).some((said) => said.includes(words)),
  saved: (card, word) => regions(card).some((said) =>
    said.startsWith(word) && /\d[:.]\d\d/.test(said)),
  pictured: (card, isAnnounced) => {
    const [message] = listed(card, ".profile figcaption b");
    return message && (!isAnnounced || CLAIMS.announces(card, message));
  },
  regions: (card, n) => all(card, "[role=status]").length === n,
  listed: (card, [what, words]) => listed(card, what).length === words.length
    && listed(card, what).every((said, i) => said.includes(words[i])),
  link: (card, [name, address]) => all(card, "a").some((one) =>
    plain(one.innerText) === name && one.getAttribute("href") === address),
  // How its controls stand.
  focus: (card, what) => document.activeElement === (typeof what === "string"
    ? card.querySelector(what) : control(card, what)),
  shut: (card, what) => all(card, what).every((one) => one.disabled),
  stands: (card, one) => control(card, one) && isOn(control(card, one)) === one.on,
  written: (card, [name, words]) => all(card, ROLES.textbox).some((one) =>
    one.value === words && (name === null || label(one) === name)),
  picked: (card, [name, words]) => all(card, "select").some((one) =>
    label(one) === name && plain(one.selectedOptions[0].text) === words),
  clashing: (card, hours) => all(card, ".hour.clash").length === hours.length
    && hours.every(([at, taken]) => {
      const hour = card.querySelector(`.hour.clash[data-at="${at}"]`);
      return hour?.getAttribute("aria-label").includes(taken)
        && getComputedStyle(hour).borderTopWidth === "3px";
    }),
  // What its model shows.
  model: (card, setting) => {
    const shown = JSON.parse(card.querySelector(".model:not([hidden])")?.dataset.setting ?? "null");
    return shown && Object.entries(setting).every(([id, stop]) => shown[id] === stop);
  },
  // Where a thing that can be set stands: a slider, or one of a few buttons.
  stop: (card, [name, words]) => {
    const few = all(card, "[role=radiogroup]").find((one) => plain(one.querySelector(".what")?.innerText) === plain(name));
    return few ? few.querySelector(":checked")?.getAttribute("aria-label") === words
      : control(card, { role: "slider", name })?.getAttribute("aria-valuetext") === words;
  },
  table: (card, [caption, rows]) => all(card, "table").some((one) =>
    one.caption?.textContent === caption && one.rows.length === 1 + rows),
};

/** The claims that do not hold, at the end of `patience` (in ms) at the latest. */
async function missing(find, { claims, patience }) {
  const end = Date.now() + patience;
  for (;;) {
    const card = find(); // anew each time: it may have been drawn anew
    const left = claims.filter((claim) => !card
      || !Object.entries(claim).every(([what, it]) => CLAIMS[what](card, it)));
    if (!left.length || Date.now() > end) return left;
    await pause();
  }
}
