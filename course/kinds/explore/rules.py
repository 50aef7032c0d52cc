"""Explore: predict, then run. The learner commits to a guess before the model answers."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import asdict, evolve, field, frozen

from course.explorers import EXPLORERS, settable
from course.faults import Fault
from course.kinds import one_option
from course.kinds.options import accept_option, polled_options, shown
from course.kinds.polled import Poll
from course.marked import Place
from course.plain import Json
from course.words.bilingual import Text

SECONDS = 150
"""Guessing, and trying what the model shows."""

BUTTON = "predict"

_TABLES = ("boundary-table",)
"""Models that show a table of units, where a guess is the places of two."""


@frozen(kw_only=True)
class Guess:
    """Where a prediction stands in the model's picture; which of these there are depends on that.

    Attributes:
        at: a place on the axis across, how many of a crowd, or which row of a table (from 0).
        on: which curve (from 0), place where people stand, or column of a table.
        low: the lower end of a span above ``at``.
        high: its upper end.
        name: a person of a network, by the given name.
        control: what can be set, where the prediction is one of its stops.
        stop: which of them, from 0.
    """

    at: float | None = None
    on: int | None = None
    low: float | None = None
    high: float | None = None
    name: str | None = None
    control: str | None = None
    stop: int | None = None


@frozen(kw_only=True)
class Explore(one_option.OneOption):
    """A question on what a model will show, the model, and what the model leaves out.

    ``model`` names an explorer of ``course.explorers``; ``prompt`` is the question to predict;
    ``guesses`` says where in the picture each prediction is marked, by the option's id.
    """

    model: str
    leaves_out: Text
    guesses: dict[str, list[Guess]] = field(factory=dict)


judge, key = one_option.judge, one_option.key
recall, recallable = one_option.recall, one_option.recallable


def accept(exercise: Explore, sent: object) -> str:
    """The id of the predicted option; AnswerError for anything else."""
    return accept_option(exercise.options, sent, "predict-first")


def task(exercise: Explore, language: str) -> Json:
    """The options to predict among, what the model leaves out, and how it can be set."""
    return {
        "options": shown(exercise.options, language),
        "bars": [name.in_language(language) for name in exercise.bars],
        "leaves_out": exercise.leaves_out.in_language(language),
        "controls": EXPLORERS[exercise.model].task(language),
        "guesses": {
            option: [_marked(guess) for guess in guesses]
            for option, guesses in exercise.guesses.items()
        },
    }


def _marked(guess: Guess) -> Json:
    """What a guess says, as a page reads it."""
    return asdict(guess, filter=lambda _, value: value is not None)


def faults(exercise: Explore) -> Iterable[Fault]:
    """As for a choice; a model that is not there."""
    if exercise.model not in EXPLORERS:
        values = {"given": exercise.model, "known": ", ".join(EXPLORERS)}
        yield Fault(("model",), "unknown-explorer", values)
    yield from _guess_faults(exercise)
    yield from one_option.faults(exercise)


def _guess_faults(exercise: Explore) -> Iterable[Fault]:
    """A guess of an answer that is not there, or of something that cannot be set."""
    options = [option.id for option in exercise.options]
    for option, guesses in exercise.guesses.items():
        if option not in options:
            values = {"given": option, "known": ", ".join(options)}
            yield Fault(("guesses", option), "guess-no-option", values)
        for i, guess in enumerate(guesses):
            yield from _stop_faults(guess, exercise.model, ("guesses", option, i))


def _stop_faults(guess: Guess, model: str, place: Place) -> Iterator[Fault]:
    """A guess that would be marked nowhere: of no control of the model's, or beyond its stops."""
    if guess.control is None or guess.stop is None:
        if guess.control is not None or guess.stop is not None:
            missing = "stop" if guess.stop is None else "control"
            yield Fault(place, "missing-key", {"missing": missing})
        return
    if model not in EXPLORERS:
        return
    controls = settable(model)
    stops = controls.get(guess.control)
    if stops is None:
        values = {"given": guess.control, "known": ", ".join(controls)}
        yield Fault((*place, "control"), "guess-no-control", values)
    elif guess.stop >= stops:
        beyond = {"given": guess.stop, "control": guess.control, "last": stops - 1}
        yield Fault((*place, "stop"), "guess-no-stop", beyond)


def placed(exercise: Explore, units: Mapping[str, str], people: Mapping[str, str]) -> Explore:
    """The exercise with a municipality's own people in its guesses, and its units where they are.

    Two of our units that have the place of one are no pair, and none is marked.
    """
    order = _order(exercise, units)

    def now(one: Guess) -> Iterator[Guess]:
        if one.name:
            yield evolve(one, name=people.get(one.name, one.name))
        elif order is None or one.at is None or one.on is None:
            yield one
        elif len({order[int(one.at)], order[one.on]} - {None}) == 2:
            yield evolve(one, at=order[int(one.at)], on=order[one.on])

    guesses = {
        option: [own for one in each for own in now(one)]
        for option, each in exercise.guesses.items()
    }
    return evolve(exercise, guesses=guesses)


def _order(exercise: Explore, units: Mapping[str, str]) -> list[int | None] | None:
    """Which row each of our units has in a municipality's own table; None where it is ours."""
    if exercise.municipality is None or exercise.model not in _TABLES:
        return None
    rows = {unit.id: n for n, unit in enumerate(exercise.municipality.units())}
    return [rows.get(own) for own in units.values()]


def scenes(exercise: Explore, setting: object, language: str) -> Iterator[Json]:
    """What the model shows for a setting, ever more surely."""
    yield from EXPLORERS[exercise.model].scenes(setting, language, exercise.town)


def reads(exercise: Explore, language: str) -> list[str]:
    """The question, the predictions, the right one's reason, and what the model leaves out."""
    right = [option.feedback for option in exercise.options if option.right]
    texts = [exercise.prompt, *(one.text for one in exercise.options), *right, exercise.leaves_out]
    return [text.in_language(language) for text in texts]


def polled(exercise: Explore, language: str) -> Poll:
    """The options, of which one is predicted; most can be marked in what the model shows."""
    poll = polled_options(exercise.options, language)
    return evolve(poll, has_model=bool(exercise.guesses))
