"""What a learner may answer, and what the exercise's file says that the course replies.

The replies are read from the YAML files here, and not by the course's own rules: these are under
test. An answer is written as the journal keeps it.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from ways import best_path, needed
from written import exercises

from course.words import say


@dataclass
class Given:
    """An answer, and each reason that is told for it: what it is about (if anything), the words.

    ``hold`` is how many of its things hold, where each has a reason of its own.
    """

    answer: object
    reasons: list = field(default_factory=list)
    hold: int = 0


def wrong(exercise, language):
    """An answer that is not right yet; None where there is no right or wrong."""
    return _WRONG.get(exercise["kind"], lambda *_: None)(exercise, language)


def right(exercise, language):
    """An answer that is right, or one among equals."""
    return _RIGHT[exercise["kind"]](exercise, language)


# --- one choice, and several ----------------------------------------------------------------------


def option(option, language):
    """The choice of an option, and its reason."""
    return Given(option["id"], [(None, option["feedback"][language])])


def _wrong_option(exercise, language):
    if not any(one.get("right") for one in exercise["options"]):
        return None
    return option(next(one for one in exercise["options"] if not one.get("right")), language)


def _right_option(exercise, language):
    options = exercise["options"]
    return option(next((one for one in options if one.get("right")), options[-1]), language)


def _each(things, language, key="feedback"):
    return [(thing["text"][language], thing[key][language]) for thing in things]


def _wrong_choices(exercise, language):
    """A wrong option alone: it does not hold, nor do the right ones that are left out."""
    options = exercise["options"]
    chosen = next(one["id"] for one in options if not one.get("right"))
    right = sum(one.get("right", False) for one in options)
    return Given([chosen], _each(options, language), len(options) - 1 - right)


def _right_choices(exercise, language):
    options = exercise["options"]
    chosen = [one["id"] for one in options if one.get("right")]
    return Given(chosen, _each(options, language), len(options))


# --- things that each have a place ----------------------------------------------------------------


def _misplaced(things, other, language):
    """Each thing where it tempts, or else in some other place."""
    answer, reasons = {}, []
    for thing in things:
        tempting = thing.get("tempting", {})
        at = answer[thing["id"]] = next(iter(tempting), other(thing))
        reasons.append((thing["text"][language], tempting.get(at, thing["feedback"])[language]))
    return Given(answer, reasons)


def _wrong_sort(exercise, language):
    def other(card):
        return next(group["id"] for group in exercise["groups"] if group["id"] != card["group"])

    return _misplaced(exercise["cards"], other, language)


def _right_sort(exercise, language):
    cards = exercise["cards"]
    return Given({one["id"]: one["group"] for one in cards}, _each(cards, language), len(cards))


def _wrong_match(exercise, language):
    ids = [pair["id"] for pair in exercise["pairs"]]

    def other(pair):
        return ids[(ids.index(pair["id"]) + 1) % len(ids)]

    given = _misplaced(exercise["pairs"], other, language)
    given.answer = {id: name_of(exercise, chosen) for id, chosen in given.answer.items()}
    return given


def _right_match(exercise, language):
    pairs = exercise["pairs"]
    answer = {one["id"]: name_of(exercise, one["id"]) for one in pairs}
    return Given(answer, _each(pairs, language), len(pairs))


def name_of(exercise, match):
    """What a match is called in an answer, where the id of its pair would give it away."""
    return sha256(f"{exercise['id']}/{match}".encode()).hexdigest()[:8]


def _wrong_order(exercise, language):
    """The last two the wrong way round: one of them has to move, and all others can stay."""
    steps = exercise["steps"]
    *first, last_but_one, last = [step["id"] for step in steps]
    return Given([*first, last, last_but_one], _each(steps, language), len(steps) - 1)


def _right_order(exercise, language):
    steps = exercise["steps"]
    return Given([step["id"] for step in steps], _each(steps, language), len(steps))


def _confidence(exercise, language, *, holds, sure):
    """Each statement said to hold, or not, as it does (``holds``), or the other way round."""
    said = exercise["statements"]
    answer = {one["id"]: {"holds": one["holds"] is holds, "sure": sure} for one in said}
    return Given(answer, _each(said, language), len(said) if holds else 0)


# --- numbers, points and words --------------------------------------------------------------------


def _wrong_estimate(exercise, language):
    """The end of the range that is farther away."""
    ends = {"low": exercise["lowest"], "high": exercise["highest"]}
    which = max(ends, key=lambda end: abs(ends[end] - exercise["answer"]))
    assert abs(ends[which] - exercise["answer"]) > exercise["near"]
    return Given(ends[which], [(None, exercise["feedback"][which][language])])


def _right_estimate(exercise, language):
    step = exercise.get("step", 1)
    guess = round(round(exercise["answer"] / step) * step, 6)
    return Given(guess, [(None, exercise["feedback"]["close"][language])])


def _middling(exercise, language):
    """The middle of the scale everywhere: its mean is the middle, too."""
    middle = (len(exercise["points"]) + 1) // 2
    answer = {item["id"]: middle for area in exercise["areas"] for item in area["items"]}
    return Given(answer, _each(exercise["areas"], language, "middle"))


def _in_writing(exercise, language):
    words = {"sv": "Vi frågar för sällan, och för sent.", "en": "We ask too seldom, and too late."}
    return Given(words[language], [(None, exercise["after"][language])])


def _filled(exercise, language):
    fields = exercise["fields"]
    answer = {one["id"]: f"Kajgatan {n}" for n, one in enumerate(fields)}
    return Given(answer, [(None, exercise["after"][language]), *_each(fields, language, "model")])


# --- puzzles --------------------------------------------------------------------------------------


def _one_hour_more(exercise, language):
    """The author's own solution, and an hour beside it that is taken: one too many, and a clash."""
    hours = {tuple(hour) for hour in exercise["example"]}
    beside = {(day, hour + by) for day, hour in hours for by in (-1, 1)}
    taken = {
        (one["day"], hour) for one in exercise["busy"] for hour in range(one["start"], one["end"])
    }
    answer = sorted([*hours, min(beside & taken)])
    said = exercise["feedback"]
    told = [(None, said[rule][language]) for rule in ("clash", "too_much")]
    return Given([list(hour) for hour in answer], told)


def _protected(exercise, language):
    return Given(sorted(exercise["example"]), [(None, exercise["feedback"]["met"][language])])


def _one_each(exercise, language):
    """Every tie to a new person: nobody sees two who work the new way."""
    assert exercise["threshold"] > 1
    answer = [[i, i] for i in range(min(exercise["ties"], len(exercise["second"]["people"])))]
    return Given(answer, [(None, exercise["feedback"]["scattered"][language])])


def _narrow_bridge(exercise, language):
    """As many ties to one person as are needed, and to each next one fewer; by hand."""
    most = exercise["threshold"]
    answer = sorted([a, b] for b in range(most) for a in range(most - b))
    return Given(answer, [(None, exercise["feedback"]["narrow"][language])])


# --- what is answered in turns ------------------------------------------------------------------


def _best_replies(exercise, language):
    replies = [reply for _, reply in best_path(exercise)[0]]
    feedback = replies[-1]["feedback"][language]
    return Given([reply["id"] for reply in replies], [(None, feedback)])


def _mastered(exercise, language):
    """A whole attempt at a test, with questions of one's own choice."""
    asked = exercise["questions"][: exercise["draw"]]
    given = [_right_option(question, language).answer for question in asked]
    drawn = [question["id"] for question in asked]
    reached = say("card.mastered", language, needed=needed(exercise))
    return Given({"seed": 7, "drawn": drawn, "given": given}, [(None, reached)])


_WRONG = {
    "choice": _wrong_option,
    "explore": _wrong_option,
    "choices": _wrong_choices,
    "sort": _wrong_sort,
    "match": _wrong_match,
    "order": _wrong_order,
    "confidence": lambda *given: _confidence(*given, holds=False, sure=60),
    "estimate": _wrong_estimate,
    "calendar": _one_hour_more,
    "network": _one_each,
}
_RIGHT = {
    "choice": _right_option,
    "explore": _right_option,
    "choices": _right_choices,
    "sort": _right_sort,
    "match": _right_match,
    "order": _right_order,
    "confidence": lambda *given: _confidence(*given, holds=True, sure=90),
    "estimate": _right_estimate,
    "scale": _middling,
    "reflection": _in_writing,
    "canvas": _filled,
    "calendar": _protected,
    "network": _narrow_bridge,
    "scenario": _best_replies,
    "test": _mastered,
}


def fill_journal(journal, lesson, language):
    """Answer all of a lesson's exercises, as an earlier visit would have left it."""
    from course.content.course import ours

    for one in exercises(lesson, language):
        journal.record(
            lesson,
            one["id"],
            right(one, language).answer,
            verdict={"right": None, "score": None},
            fingerprint=ours().exercise(lesson, one["id"]).fingerprint,
            language=language,
        )
