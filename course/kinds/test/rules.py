"""Test: questions drawn from a bank, one at a time, each with its reason. As often as one likes.

An answer is an attempt so far: its seed, the questions that were drawn, and the option chosen in
each that has been answered. Any beginning of an attempt is an answer, so a learner can stop in the
middle. The seed gives the order of everything, and so the same to whoever comes back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from glob import escape
from hashlib import sha256
from math import ceil
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from course.faults import Fault
from course.kinds.choice.rules import Choice
from course.kinds.exercise import Exercise
from course.kinds.kind import AnswerError, Recallable, Said, Verdict
from course.kinds.options import asked_anew, judge_option, shown
from course.kinds.test.bank import (
    SEEDS,
    attempts,
    by_lot,
    choices,
    of_lessons,
    step,
)
from course.plain import Json
from course.words import say

SECONDS = 15
"""Answering a question."""


@frozen
class Question:
    """A question of the bank: the file that it lies in, whose folder is its lesson."""

    file: Path
    exercise: Exercise

    @property
    def id(self) -> str:
        """The name of its file, which no other question of the bank has."""
        return self.exercise.id

    @property
    def lesson(self) -> str:
        """The lesson that it belongs to."""
        return self.file.parent.name


@frozen(kw_only=True)
class FinalTest(Exercise):
    """A test of questions from a bank.

    Attributes:
        bank: the folder beside the file in which the questions lie, in one folder a lesson.
        draw: how many questions an attempt has, as many from each lesson as can be.
        mastery: the share of them that must hold.
        questions: the bank.
    """

    bank: str
    draw: int
    mastery: float = 0.8
    questions: tuple[Question, ...] = field(default=(), metadata={"in_file": False})

    @property
    def needed(self) -> int:
        """How many answers must hold. Rounded first: 0.07 of 100 is 7.000000000000001."""
        return ceil(round(self.mastery * self.draw, 9))


def beside(exercise: FinalTest) -> Sequence[str]:
    """The files of the bank: ``<bank>/<lesson>/<id>.yml``, beside the test's own file."""
    return [f"{escape(exercise.lesson)}/{escape(exercise.bank)}/*/*.yml"]


def join(exercise: FinalTest, others: Mapping[Path, Exercise]) -> FinalTest:
    """The test with its questions."""
    questions = tuple(Question(file, other) for file, other in others.items())
    return evolve(exercise, questions=questions)


def fresh(exercise: FinalTest, name: str, earlier: Iterable[Any]) -> Json:
    """A new attempt, with its first question; the same for the same ``name``."""
    seed = int(sha256(name.encode()).hexdigest(), 16) % SEEDS
    seen = Counter(
        id for one in attempts(earlier) for id, _ in zip(one["drawn"], one["given"], strict=False)
    )
    attempt = {"seed": seed, "drawn": by_lot(exercise, seed, seen), "given": []}
    return {**attempt, "next": step(exercise, attempt, 0)}


# --- answering ------------------------------------------------------------------------------------


def accept(exercise: FinalTest, sent: object) -> Json:
    """An attempt so far; AnswerError where the last question has no answer, and for garbage."""
    if not isinstance(sent, dict) or set(sent) != {"seed", "drawn", "given"}:
        raise AnswerError("unknown-option")
    seed, questions, given = sent["seed"], sent["drawn"], sent["given"]
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < SEEDS:
        raise AnswerError("unknown-option")
    bank = choices(exercise)
    for ids in (questions, given):
        if not isinstance(ids, list) or any(not isinstance(id, str) for id in ids):
            raise AnswerError("unknown-option")
    if len(questions) != exercise.draw or len(set(questions)) != exercise.draw:
        raise AnswerError("unknown-option")
    if not set(questions) <= set(bank) or len(given) > exercise.draw:
        raise AnswerError("unknown-option")
    if not given or not given[-1]:
        raise AnswerError("choose-one")
    for id, option in zip(questions, given, strict=False):
        if all(option != one.id for one in bank[id].options):
            raise AnswerError("unknown-option")
    return {"seed": seed, "drawn": list(questions), "given": list(given)}


def _reasons(exercise: FinalTest, answer: Json) -> Iterator[Said]:
    """The reason for each option chosen, about its question."""
    bank = choices(exercise)
    for id, option in zip(answer["drawn"], answer["given"], strict=False):
        (said,) = judge_option(bank[id].options, option).said
        yield Said(said.text, said.tone, id)


def judge(exercise: FinalTest, answer: Json) -> Verdict:
    """The reason for the last answer; at the end for all of them, and whether enough hold.

    ``detail`` has the question just answered and the next one; at the end how many hold, in each
    lesson too. Before the end nothing is said of the whole.
    """
    said = list(_reasons(exercise, answer))
    n = len(said)
    detail: Json = {"ended": n == exercise.draw, "here": step(exercise, answer, n - 1)}
    if n < exercise.draw:
        detail["next"] = step(exercise, answer, n)
        return Verdict(right=None, score=None, said=(said[-1],), detail=detail)
    held = [one.about for one in said if one.tone == "right"]
    lessons = {
        lesson: {"held": len(set(ids) & set(held)), "of": of}
        for lesson, ids in of_lessons(exercise).items()
        if (of := len(set(ids) & set(answer["drawn"])))
    }
    return Verdict(
        right=len(held) >= exercise.needed,
        score=len(held) / n,
        said=tuple(said),
        detail={**detail, "held": len(held), "lessons": lessons},
    )


def key(exercise: FinalTest) -> Json:
    """An attempt with the right option everywhere."""
    questions = by_lot(exercise, 0, {})
    bank = choices(exercise)
    right = [next(one.id for one in bank[id].options if one.right) for id in questions]
    return {"seed": 0, "drawn": questions, "given": right}


def task(exercise: FinalTest, language: str) -> Json:
    """All questions of the bank, without what is right; where each lesson is found."""
    values = {"of": exercise.draw, "needed": exercise.needed}
    return {
        **values,
        "hints": [
            say("test.about", language, **values),
            say("test.no-clock", language),
            say("test.as-often", language),
        ],
        "questions": {
            id: {
                "title": question.title.in_language(language),
                "text": question.prompt.in_language(language),
                "options": shown(question.options, language),
            }
            for id, question in choices(exercise).items()
        },
        "lessons": [
            # The notebook's name leads there from its neighbours; who knows the lessons names them.
            {"id": id, "href": f"{id}.ipynb", "questions": questions}
            for id, questions in of_lessons(exercise).items()
        ],
    }


def recall(exercise: FinalTest, answer: Json, language: str) -> str:
    """How far it went or how many hold, and each question with the option chosen."""
    verdict = judge(exercise, answer)
    values = {"n": len(answer["given"]), "of": exercise.draw, "held": verdict.detail.get("held")}
    how_far = "test.recall-done" if verdict.detail["ended"] else "test.recall"
    lines = [say(how_far, language, **values)]
    bank = choices(exercise)
    for id, chosen in zip(answer["drawn"], answer["given"], strict=False):
        words = next(option.text for option in bank[id].options if option.id == chosen)
        lines.append(f"{bank[id].title.in_language(language)} → {words.in_language(language)}")
    return "\n".join(lines)


# --- what an author is told -----------------------------------------------------------------------


def faults(exercise: FinalTest) -> Iterable[Fault]:
    """A bank that is too small, a question that is none, an id that two questions have."""
    of_questions = list(_question_faults(exercise))
    yield from of_questions
    if not of_questions:
        yield from _size_faults(exercise)


def _question_faults(exercise: FinalTest) -> Iterator[Fault]:
    files: dict[str, Path] = {}
    for question in exercise.questions:
        asked = question.exercise
        if not isinstance(asked, Choice):
            yield Fault(("kind",), "bank-only-choice", {"given": asked.kind}, question.file)
        elif not any(option.right for option in asked.options):
            yield Fault(("options",), "none-right", {}, question.file)
        first = files.setdefault(question.id, question.file)
        if first != question.file:
            other = f"{first.parent.name}/{first.name}"
            yield Fault(("id",), "bank-id-twice", {"other": other}, question.file)


def _size_faults(exercise: FinalTest) -> Iterator[Fault]:
    """Every lesson must be able to give its share, and enough of them one more."""
    sizes = {lesson: len(questions) for lesson, questions in of_lessons(exercise).items()}
    if not sizes:
        yield Fault(("bank",), "bank-empty", {"folder": exercise.bank})
        return
    each, more = divmod(exercise.draw, len(sizes))
    values = {"draw": exercise.draw, "lessons": len(sizes)}
    for lesson, size in sizes.items():
        if size < each:
            given = {"lesson": lesson, "n": size, "least": each}
            yield Fault(("draw",), "bank-too-small", {**values, **given})
    if sum(size > each for size in sizes.values()) < more:
        yield Fault(("draw",), "bank-uneven", {**values, "more": more, "each": each + 1})


def parts(exercise: FinalTest) -> Iterator[tuple[Path, Exercise]]:
    """The questions of the bank."""
    for question in exercise.questions:
        yield question.file, question.exercise


def tries(exercise: FinalTest, answers: Sequence[Json]) -> int:
    """The attempts: each question of one is an answer of its own."""
    return len(attempts(answers))


def goal(exercise: FinalTest) -> tuple[int, int]:
    """How many answers must hold, of how many."""
    return exercise.needed, exercise.draw


def reads(exercise: FinalTest, language: str) -> list[str]:
    """The questions of an attempt, with their options and the reason for the right one."""
    bank = choices(exercise)
    texts = [exercise.prompt]
    for id in by_lot(exercise, 0, {}):
        texts += [bank[id].prompt, *(option.text for option in bank[id].options)]
        texts += [option.feedback for option in bank[id].options if option.right]
    return [text.in_language(language) for text in texts]


def recallable(exercise: FinalTest) -> Iterator[Recallable]:
    """The questions of the bank."""

    def chosen(id: str, answer: Json) -> str | None:
        return dict(zip(answer["drawn"], answer["given"], strict=False)).get(id)

    for id, question in choices(exercise).items():
        yield asked_anew(id, question.prompt, question.options, partial(chosen, id))
