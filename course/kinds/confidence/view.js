import { widget } from "../../widgets/static/card.js";
import { deck } from "../../widgets/static/deck.js";
import { fill, h, picture, table } from "../../widgets/static/parts.js";

/** @import { Named, Picture, View } from "#types" */

/** @typedef {{holds: boolean, sure: number}} Sure */
/** @typedef {{right: number, n: number, picture: Picture}} Detail */

/** @type {View<{cards: Named[], sure: number[]}, Record<string, Sure>, Detail>} */
function confidence(given) {
  const { task, words } = given;
  const percent = (/** @type {number} */ n) => fill(words["per-cent"], { n });
  const shown = h("div", { class: "profile" });
  return deck(given, {
    cards: task.cards,
    places: [{ value: true, text: words.holds }, { value: false, text: words["holds-not"] }],
    placed: ({ holds }) => holds,
    first: (answer, id) => answer[id],
    made: (holds, sure, earlier) => ({ holds, sure: sure ?? earlier.sure }),
    spoken: ({ holds, sure }) =>
      fill(words["judged-so"], { answer: words[holds ? "holds" : "holds-not"], sure: percent(sure) }),
    more: { legend: words["how-sure"], levels: task.sure.map((id) => ({ id, text: percent(id) })) },
    // How sure one was is asked at the first try, so that is the answer in the picture.
    after: ({ first, verdict }) => {
      const drawn = (first ?? verdict)?.detail.picture;
      if (!drawn) return [];
      shown.replaceChildren(picture(drawn), table(drawn.table, words));
      return [h("p", { class: "note" }, drawn.reading)];
    },
    below: shown,
  });
}

export default widget(confidence);
