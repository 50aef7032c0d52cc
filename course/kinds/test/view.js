import { fill, h, paragraphs, radios, said, widget } from "../../widgets/static/card.js";

// One question at a time. The card's button sends an answer while there is a question to answer;
// otherwise it turns the page: to the first question, to the next one, to the result. An attempt
// that is not begun yet comes with the state (`fresh`), and its first answer begins it.
function test({ task, words, uid, state, changed, certificate }) {
  const node = h("div", { class: "asked" });
  const hints = h("ul", { class: "hints" }, task.hints.map((hint) => h("li", {}, hint)));
  let fresh = null; // the attempt that can be begun
  let attempt = null; // the one under way, as far as it has been answered
  let here = null; // the question that waits for its answer
  let onward = null; // where the button leads when it sends nothing: a word for it, and the turn

  function stand(content, focus) {
    node.replaceChildren(content);
    if (focus) content.focus();
  }

  function question(step, answered) {
    const { title, text, options } = task.questions[step.question];
    const ordered = step.order.map((id) => options.find((option) => option.id === id));
    const content = h("div", {
      class: "question", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-n ${uid}-title-of`,
      "aria-describedby": `${uid}-text`,
    },
    h("p", { id: `${uid}-n`, class: "note" }, fill(words["question-of"], { n: step.n, of: task.of })),
    h("h4", { id: `${uid}-title-of` }, title), h("div", { id: `${uid}-text` }, paragraphs(text)),
    radios({ name: `${uid}-${step.n}`, options: ordered, changed }));
    for (const input of content.querySelectorAll("input")) {
      input.disabled = answered !== undefined;
      input.checked = input.value === answered;
    }
    return content;
  }

  function ask(from, step, focus) {
    attempt = { seed: from.seed, drawn: from.drawn, given: from.given };
    here = step;
    onward = null;
    stand(question(step), focus);
  }

  function rest(begun) {
    fresh = begun;
    here = null;
    onward = { word: "begin-test", turn: () => ask(fresh, fresh.next, true) };
    stand(hints);
  }

  /** The lessons in which an answer did not hold, with those questions and their reasons. */
  function again({ pieces, answer, lessons }) {
    const weaker = task.lessons.filter(({ id }) => lessons[id] && lessons[id].held < lessons[id].of);
    const told = (piece) => {
      const { title, text, options } = task.questions[piece.about];
      const chosen = answer.given[answer.drawn.indexOf(piece.about)];
      return h("div", { class: "area-reading" }, h("h5", {}, title), paragraphs(text),
        h("p", {}, h("b", {}, words["you-answered"]), " ", options.find(({ id }) => id === chosen).text),
        said(piece));
    };
    return weaker.length ? [h("h4", {}, words["look-again"]),
      h("ul", { class: "again" }, weaker.map(({ id, text, href, questions }) => h("li", {},
        h("a", { href }, text), " · ", h("span", { class: "note" }, fill(words["held-here"], lessons[id])),
        h("details", {}, h("summary", {}, words["questions-reasons"]),
          pieces.filter(({ about, tone }) => tone !== "right" && questions.includes(about)).map(told)))))]
      : [];
  }

  function result({ said: pieces, detail, right }, answer, focus) {
    const text = [fill(words.held, { held: detail.held, of: task.of }),
      fill(words[right ? "mastered" : "not-mastered"], task)].join(" ");
    onward = { word: "new-questions", turn: () => ask(fresh, fresh.next, true) };
    stand(h("div", { class: "question", role: "group", tabindex: "-1", "aria-labelledby": `${uid}-result` },
      h("div", { id: `${uid}-result` }, said({ text, tone: right ? "right" : "not-yet" })),
      right && certificate ? h("p", {}, h("a", { href: certificate }, words["to-certificate"])) : null,
      again({ pieces, answer, lessons: detail.lessons })), focus);
  }

  if (state.fresh) rest(state.fresh);
  return {
    node,
    answer: () => ({
      ...attempt,
      given: [...(attempt?.given ?? []), node.querySelector("input:checked:enabled")?.value ?? ""],
    }),
    show: (begun) => { // a choice made and not yet sent; the verdict carries what was sent
      const from = attempt ?? fresh;
      if (!from || begun?.seed !== from.seed || begun.given.length !== from.given.length + 1) return;
      if (!here) ask(from, from.next, false);
      for (const input of node.querySelectorAll("input")) input.checked = input.value === begun.given.at(-1);
    },
    judged: (verdict, answer, restoring, begin) => {
      const { detail, said: pieces } = verdict;
      fresh = begin;
      if (restoring && !detail.ended) ask(answer, detail.next, false);
      else if (restoring) result(verdict, answer, false);
      if (restoring) return [];
      const stood = node.contains(document.activeElement);
      attempt = here = null;
      stand(question(detail.here, answer.given.at(-1)));
      if (stood) node.closest("form").querySelector("[type=submit]").focus();
      onward = detail.ended
        ? { word: "see-result", turn: () => result(verdict, answer, true) }
        : { word: "next-question", turn: () => ask(answer, detail.next, true) };
      return [said(pieces.at(-1))];
    },
    label: () => words[onward ? onward.word : "answer"],
    turn: () => {
      const turned = onward !== null;
      onward?.turn();
      return turned;
    },
  };
}

export default widget(test);
