import { widget } from "../../widgets/static/card.js";
import { check, checked, fill, h, paragraphs, radios, said } from "../../widgets/static/parts.js";

/** @import { Named, Said, Verdict, View, Words } from "#types" */

/** @typedef {{title: string, text: string, options: Named[]}} Question */
/** @typedef {{n: number, question: string, order: string[]}} Asked  a question, and the order of its options */
/** @typedef {{seed: number, drawn: string[], given: string[]}} Attempt  given: an option for each one answered */
/** @typedef {Attempt & {next: Asked}} Fresh  an attempt that can be begun */
/** @typedef {{held: number, of: number}} Held */
/** @typedef {Named & {href: string, questions: string[]}} Lesson */
/**
 * @typedef {object} Test
 * @property {string[]} hints
 * @property {Record<string, Question>} questions
 * @property {Lesson[]} lessons
 * @property {number} of
 */
/**
 * @typedef {object} Detail
 * @property {boolean} ended
 * @property {Asked} here  the question that has been answered
 * @property {Asked} next  where there is one
 * @property {number} held
 * @property {Record<string, Held>} lessons
 */

// One question at a time. The card's button sends an answer while there is a question to answer;
// otherwise it turns the page: to the first question, to the next one, to the result. An attempt
// that is not begun yet comes with the state (`fresh`), and its first answer begins it.
/** @type {View<Test, Attempt, Detail, Fresh>} */
function test({ task, words, uid, state, changed, certificate }) {
  const node = h("div", { class: "asked" });
  const hints = h("ul", { class: "hints" }, task.hints.map((hint) => h("li", {}, hint)));
  /** @type {Fresh | null} */
  let fresh = null; // the attempt that can be begun
  /** @type {Attempt | null} */
  let attempt = null; // the one under way, as far as it has been answered
  /** @type {{word: string, turn: () => void} | null} */
  let onward = null; // where the button leads when it sends nothing: a word for it, and the turn
  const question = (/** @type {Asked} */ step, /** @type {string | undefined} */ answered = undefined) =>
    questionOf(task, step, answered, { words, uid, changed });

  function stand(/** @type {HTMLElement} */ content, focus = false) {
    node.replaceChildren(content);
    if (focus) content.focus();
  }

  function ask(/** @type {Attempt} */ from, /** @type {Asked} */ step, /** @type {boolean} */ focus) {
    attempt = { seed: from.seed, drawn: from.drawn, given: from.given };
    onward = null;
    stand(question(step), focus);
  }

  function rest(/** @type {Fresh} */ begun) {
    fresh = begun;
    onward = { word: "begin-test", turn: () => ask(begun, begun.next, true) };
    stand(hints);
  }

  function result(/** @type {Verdict<Detail>} */ verdict, /** @type {Attempt} */ answer, /** @type {boolean} */ focus) {
    onward = { word: "new-questions", turn: () => { if (fresh) ask(fresh, fresh.next, true); } };
    stand(resultOf(task, verdict, answer, { words, uid, certificate }), focus);
  }

  if (state.fresh) rest(state.fresh);
  return {
    node,
    answer: () => ({
      ...attempt,
      given: [...(attempt?.given ?? []), checked(node, "input:checked:not(:disabled)")],
    }),
    show: (begun) => { // a choice made and not yet sent; the verdict carries what was sent
      const from = attempt ?? fresh;
      if (!from || begun?.seed !== from.seed || begun.given.length !== from.given.length + 1) return;
      if (!attempt && fresh) ask(fresh, fresh.next, false);
      check(node, [begun.given.at(-1)]);
    },
    judged: (verdict, answer, restoring, begin) => {
      const { detail, said: pieces } = verdict;
      fresh = begin;
      if (restoring && !detail.ended) ask(answer, detail.next, false);
      else if (restoring) result(verdict, answer, false);
      if (restoring) return [];
      const stood = node.contains(document.activeElement);
      attempt = null;
      stand(question(detail.here, answer.given.at(-1)));
      if (stood) /** @type {HTMLElement | null | undefined} */ (node.closest("form")?.querySelector("[type=submit]"))?.focus();
      onward = detail.ended
        ? { word: "see-result", turn: () => result(verdict, answer, true) }
        : { word: "next-question", turn: () => ask(answer, detail.next, true) };
      return pieces.slice(-1).map(said);
    },
    label: () => words[onward ? onward.word : "answer"],
    turn: () => {
      const turned = onward !== null;
      onward?.turn();
      return turned;
    },
  };
}

/**
 * A question to answer, or with what was answered to it, which cannot be changed.
 * @param {Test} task
 * @param {Asked} step
 * @param {string | undefined} answered
 * @param {{words: Words, uid: string, changed: () => void}} card
 */
function questionOf(task, step, answered, { words, uid, changed }) {
  const { title, text, options } = task.questions[step.question];
  const ordered = step.order.flatMap((id) => options.filter((option) => option.id === id));
  const content = h("div", {
    class: "question", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-n ${uid}-title-of`,
    "aria-describedby": `${uid}-text`,
  },
  h("p", { id: `${uid}-n`, class: "note" }, fill(words["question-of"], { n: step.n, of: task.of })),
  h("h4", { id: `${uid}-title-of` }, title), h("div", { id: `${uid}-text` }, paragraphs(text)),
  radios({ name: `${uid}-${step.n}`, options: ordered, changed }));
  for (const input of content.querySelectorAll("input")) input.disabled = answered !== undefined;
  check(content, [answered]);
  return content;
}

/**
 * How it went: how many held, where to look again, and the way to the certificate.
 * @param {Test} task
 * @param {Verdict<Detail>} verdict
 * @param {Attempt} answer
 * @param {{words: Words, uid: string, certificate?: string}} card
 */
function resultOf(task, { said: pieces, detail, right }, answer, { words, uid, certificate }) {
  const lead = fill(words.held, { held: detail.held, of: task.of });
  const text = `${lead} ${fill(words[right ? "mastered" : "not-mastered"], task)}`;
  return h("div", { class: "question", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-result` },
    h("div", { id: `${uid}-result` }, said({ text, lead, tone: right ? "right" : "not-yet" })),
    right && certificate ? h("p", {}, h("a", { href: certificate }, words["to-certificate"])) : null,
    weaker(task, words, pieces, answer, detail.lessons));
}

/**
 * The lessons in which an answer did not hold, with those questions and their reasons.
 * @param {Test} task
 * @param {Words} words
 * @param {Said[]} pieces
 * @param {Attempt} answer
 * @param {Record<string, Held>} lessons
 */
function weaker(task, words, pieces, answer, lessons) {
  const told = (/** @type {Said} */ piece) => {
    const about = piece.about ?? "";
    const { title, text, options } = task.questions[about];
    const chosen = answer.given[answer.drawn.indexOf(about)];
    return h("div", { class: "area-reading" }, h("h5", {}, title), paragraphs(text),
      h("p", {}, h("b", {}, words["you-answered"]), " ", options.find(({ id }) => id === chosen)?.text),
      said(piece));
  };
  const listed = task.lessons.filter(({ id }) => lessons[id] && lessons[id].held < lessons[id].of)
    .map(({ id, text, href, questions }) => h("li", {},
      h("a", { href }, text), " · ", h("span", { class: "note" }, fill(words["held-here"], lessons[id])),
      h("details", {}, h("summary", {}, words["questions-reasons"]),
        pieces.filter(({ about, tone }) => tone !== "right" && questions.includes(about ?? "")).map(told))));
  return listed.length ? [h("h4", {}, words["look-again"]), h("ul", { class: "again" }, listed)] : [];
}

export default widget(test);
