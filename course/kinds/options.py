"""What several kinds have in common: options to choose among, cards, groups."""

from collections.abc import Callable, Container, Iterable
from typing import Any

from course.faults import Fault
from course.kinds.exercise import Option
from course.kinds.kind import AnswerError, Asked, Recallable, Said, Verdict, Went
from course.kinds.polled import ONLY, Poll, Row
from course.plain import Json
from course.words.bilingual import Text


def shown(options: Iterable[Any], language: str) -> list[Json]:
    """Options, cards or groups as a page shows them: id and words, not what is right."""
    return [{"id": one.id, "text": one.text.in_language(language)} for one in options]


def twice(ids: Iterable[str], at: str) -> Iterable[Fault]:
    """A fault for every id that stands a second time in the list ``at``."""
    seen: set[str] = set()
    for i, one in enumerate(ids):
        if one in seen:
            yield Fault((at, i, "id"), "id-twice", {"id": one})
        seen.add(one)


def accept_option(options: list[Option], sent: object, nothing: str) -> str:
    """The id of an option; AnswerError for anything else, ``nothing`` where nothing is chosen."""
    if not sent:
        raise AnswerError(nothing)
    if not isinstance(sent, str) or all(sent != option.id for option in options):
        raise AnswerError("unknown-option")
    return sent


def right_option(options: list[Option]) -> str | None:
    """The right option; None where the choice is free."""
    return next((option.id for option in options if option.right), None)


def words_of(options: list[Option], id: str, language: str) -> str:
    """The words of an option."""
    return next(option.text for option in options if option.id == id).in_language(language)


def accept_placed(
    things: Iterable[str], places: Container[str], sent: object, left: str
) -> dict[str, str]:
    """The place of every thing, by the things' ids.

    Raises AnswerError for a thing or a place that is unknown; ``left``, with how many they are,
    where things have no place yet.
    """
    ids = tuple(things)
    if not isinstance(sent, dict) or set(sent) - set(ids):
        raise AnswerError("unknown-option")
    if any(not isinstance(one, str) or (one and one not in places) for one in sent.values()):
        raise AnswerError("unknown-option")
    if n := sum(not sent.get(id) for id in ids):
        raise AnswerError(left, n=n)
    return {id: sent[id] for id in ids}


def judge_option(options: list[Option], answer: str) -> Verdict:
    """The verdict on one option among several."""
    chosen = next(option for option in options if option.id == answer)
    detail = _figure(options)
    if not any(option.right for option in options):
        said = Said(chosen.feedback, "note", answer)
        return Verdict(right=None, score=None, said=(said,), detail=detail)
    return Verdict(
        right=chosen.right,
        score=float(chosen.right),
        said=(Said(chosen.feedback, "right" if chosen.right else "not-yet", answer),),
        detail=detail,
    )


def _figure(options: list[Option]) -> Json:
    """What the rows of the options show once one is chosen: numbers, and which of them is right."""
    shows = {option.id: option.shows for option in options if option.shows}
    return {"shows": shows, "right": right_option(options)} if shows else {}


def bars_faults(bars: list[Text], options: list[Option]) -> Iterable[Fault]:
    """Rows that show another count of numbers than the exercise has names for."""
    for i, option in enumerate(options):
        if len(option.shows) != len(bars):
            values = {"n": len(bars), "given": len(option.shows)}
            yield Fault(("options", i), "bars-differ", values)


def option_faults(options: list[Option], at: tuple[str, ...]) -> Iterable[Fault]:
    """The faults of a list of options of which one at most is right."""
    for fault in twice((option.id for option in options), at[-1]):
        yield Fault((*at[:-1], *fault.place), fault.key, fault.values)
    right = [i for i, option in enumerate(options) if option.right]
    for i in right[1:]:
        yield Fault((*at, i, "right"), "one-right", {"first": options[right[0]].id})


def asked_anew(
    id: str, text: Text, options: list[Option], chosen: Callable[[Any], str | None]
) -> Recallable:
    """A question with one right option, to be asked anew; ``chosen`` finds it in an answer."""

    def reply(option: str) -> Said:
        return judge_option(options, accept_option(options, option, "choose-one")).said[0]

    def went(answer: Any) -> Went | None:
        option = chosen(answer)
        return None if option is None else "right" if option == right_option(options) else "wrong"

    return Recallable(
        id=id,
        ask=lambda language: Asked(text.in_language(language), tuple(shown(options, language))),
        reply=reply,
        went=went,
    )


def polled_options(options: Iterable[Any], language: str) -> Poll:
    """A question with options of which one is chosen.

    >>> poll = polled_options([], "en")
    >>> poll.answer({"answer": "yes"}), poll.cells("yes")
    ('yes', {'answer': 'yes'})
    """
    return Poll(
        form="one",
        rows=(Row(ONLY, "", tuple(shown(options, language))),),
        answer=lambda filled: filled.get(ONLY),
        cells=lambda answer: {ONLY: answer},
    )


def polled_things(things: Iterable[Any], places: Iterable[Json], language: str) -> Poll:
    """Things of which each gets one of the same places, and whose answer is just that."""
    given = tuple(places)
    rows = (Row(one["id"], one["text"], given) for one in shown(things, language))
    return Poll(form="each", rows=tuple(rows), answer=dict, cells=dict)
