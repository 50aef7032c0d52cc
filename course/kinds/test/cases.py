"""What the shared tests try on questions that are drawn from a bank."""

from typing import Any

from hypothesis import strategies as st

from course.kinds.cases import (
    SUBMIT,
    Claim,
    Definition,
    Given,
    chosen,
    option,
    plain,
    right_option,
    text,
)
from course.kinds.kind import Verdict
from course.kinds.test.rules import FinalTest
from course.words import say

FIELDS = {"bank": "bank", "draw": 4, "mastery": 0.75}
_IDS = ("p1", "p2", "p3", "q1", "q2", "q3")


def question(id: str, **fields: Any) -> Definition:
    """A question of which b is right."""
    head = {"title": text(id), "prompt": text(f"{id}?"), "objective": text("objective")}
    options = [
        {**option(one, right=one == "b"), "feedback": text(f"Why {one} in {id}")} for one in "abc"
    ]
    return {"id": id, "kind": "choice", "minutes": 1, **head, "options": options, **fields}


def file_of(id: str) -> str:
    """Where a question lies: in a folder for each letter that an id begins with."""
    return f"bank/0{'pqr'.index(id[0])}-{id[0]}/{id}.yml"


BESIDE = {file_of(id): question(id) for id in _IDS}
VALID = st.fixed_dictionaries(
    {
        "seed": st.integers(0, 2**32 - 1),
        "drawn": st.permutations(_IDS).map(lambda ids: ids[:4]),
        "given": st.lists(st.sampled_from("abc"), min_size=1, max_size=4),
    }
)
LACKS = ("choose-one", None)


def agrees(exercise: FinalTest, verdict: Verdict) -> bool:
    """Right when enough answers hold; neither before the last of them."""
    if verdict.right is None or verdict.score is None:
        return verdict.right is verdict.score
    return verdict.right == (verdict.score >= exercise.mastery)


def needed(exercise: Definition) -> int:
    """How many answers of a test must hold: the least number that is the share asked for."""
    share = exercise.get("mastery", 0.8)
    return next(n for n in range(exercise["draw"] + 1) if n / exercise["draw"] >= share - 1e-9)


def right(exercise: Definition, language: str) -> Given:
    """A whole attempt, with questions of one's own choice."""
    asked = exercise["questions"][: exercise["draw"]]
    drawn = [one["id"] for one in asked]
    given = [right_option(one, language).answer for one in asked]
    reached = say("card.mastered", language, needed=needed(exercise))
    return Given({"seed": 7, "drawn": drawn, "given": given}, [(None, reached)])


def entered(exercise: Definition, answer: Any, language: str) -> list[Claim]:
    """The result says how many hold."""
    n = len(answer["given"])
    return [{"says": plain(say("card.held", language, held=n, of=n))}]


def reasons(exercise: Definition, given: Given, language: str) -> list[Claim]:
    """The verdict stands on the card."""
    return [{"says": plain(words)} for _, words in given.reasons]


def answer(me: Any, exercise: Definition, given: Given) -> None:
    """Take it rightly, with whatever questions come."""
    take(me, exercise, rightly=True)


def work(me: Any, exercise: Definition, *, empty_first: bool = False) -> list[Any]:
    """Take it wrongly, read the reasons again, and take it rightly with new questions."""
    first = take(me, exercise, rightly=False, empty_first=empty_first)
    _see_again(me, exercise, first)
    then = take(me, exercise, rightly=True)
    n = exercise["draw"]
    me.claim(
        exercise,
        {"says": plain(me.word("held", held=n, of=n))},
        {"says": plain(me.word("mastered", needed=needed(exercise)))},
        {"listed": [".again > li", []]},
        me.is_saved(),
    )
    _assert_unseen_come_first(exercise, first, then)
    return [*_so_far(first, rightly=False), *_so_far(then, rightly=True)]


def take(
    me: Any, exercise: Definition, *, rightly: bool, empty_first: bool = False
) -> list[Definition]:
    """Take a test from its first question to its result; return the questions, in order."""
    asked = []
    for n in range(1, exercise["draw"] + 1):
        me.hand.press_each(me.card(exercise), [SUBMIT])  # begins it, and later turns the page
        me.claim(exercise, {"focus": ".question"}, {"listed": [".verdict > *", []]})
        asked.append(question_shown(me, exercise, n))
        if empty_first and n == 1:
            me.send_nothing(exercise)
        _answer_question(me, exercise, asked[-1], rightly=rightly)
    me.hand.press_each(me.card(exercise), [SUBMIT])
    return asked


def question_shown(me: Any, exercise: Definition, n: int) -> Definition:
    """The question that stands there, found in the bank by its heading."""
    told = [plain(me.word("question-of", n=n, of=exercise["draw"]))]
    me.claim(exercise, {"listed": [".question > .note", told]})
    title = plain(me.card(exercise).get_by_role("heading", level=4).inner_text())
    found: list[Definition] = [
        one for one in exercise["questions"] if plain(one["title"][me.language]) == title
    ]
    assert len(found) == 1, f"the bank has {len(found)} questions called {title!r}"
    me.claim(exercise, {"says": plain(found[0]["prompt"][me.language])})
    return found[0]


def _given(question: Definition, *, rightly: bool) -> Definition:
    """The right option of a question, or a wrong one."""
    return next(one for one in question["options"] if one.get("right", False) == rightly)


def _answer_question(me: Any, exercise: Definition, question: Definition, *, rightly: bool) -> None:
    """Answer a question of a test, and see the reason; another answer cannot be given."""
    one = _given(question, rightly=rightly)
    me.send(exercise, one["text"][me.language])
    (reason,) = chosen(one, me.language).reasons
    me.claim(
        exercise,
        {"announces": plain(reason[1])},
        {"shut": "input"},
        me.is_saved(),
        {"focus": SUBMIT},
    )


def _see_again(me: Any, exercise: Definition, asked: list[Definition]) -> None:
    """After an attempt in which nothing held: each lesson, with its questions and their reasons."""
    n, language = exercise["draw"], me.language
    lessons = sorted({one["lesson"] for one in asked})
    me.claim(
        exercise,
        {"focus": ".question"},
        {"says": plain(me.word("held", held=0, of=n))},
        {"says": plain(me.word("not-mastered", needed=needed(exercise)))},
        {"listed": [".again > li", [""] * len(lessons)]},
        *({"link": [me.titled(lesson), f"{lesson}.ipynb"]} for lesson in lessons),
    )
    for folded in me.card(exercise).locator("summary").all():
        me.hand.press(folded)
    for one in asked:
        option, title = _given(one, rightly=False), plain(one["title"][language])
        parts = (one["prompt"], option["text"], option["feedback"])
        me.claim(exercise, *({"reason": [title, plain(part[language])]} for part in parts))


def _assert_unseen_come_first(
    exercise: Definition, first: list[Definition], then: list[Definition]
) -> None:
    """No question comes again while its lesson has one that has not been asked."""
    bank = {one["id"]: one["lesson"] for one in exercise["questions"]}
    seen, new = ({one["id"] for one in asked} for asked in (first, then))
    again = {bank[id] for id in seen & new}
    left = [id for id in set(bank) - seen - new if bank[id] in again]
    assert not left, f"not asked, although others of their lesson are asked again: {left}"


def _so_far(asked: list[Definition], *, rightly: bool) -> list[dict[str, list[str]]]:
    """An attempt after each of its questions."""
    drawn = [one["id"] for one in asked]
    given = [_given(one, rightly=rightly)["id"] for one in asked]
    return [{"drawn": drawn, "given": given[:n]} for n in range(1, len(given) + 1)]
