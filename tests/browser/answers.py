"""What a learner may answer, and what the exercise's file says that the course replies.

The replies are read from the YAML files here, and not by the course's own rules: these are under
test. An answer is written as the journal keeps it.
"""

import json
import re
from dataclasses import dataclass, field

from ruamel.yaml import YAML

from course.paths import EXERCISES, NOTEBOOKS

LESSONS = ("00-start", "06-across-boundaries")


@dataclass
class Given:
    """An answer, and each reason that is told for it: what it is about (if anything), the words."""

    answer: object
    reasons: list = field(default_factory=list)


def exercise(lesson, id):
    """An exercise's file as it is written."""
    definition = YAML(typ="safe").load((EXERCISES / lesson / f"{id}.yml").read_text("utf-8"))
    return {**definition, "lesson": lesson}


def exercises(lesson, language="en"):
    """The exercises of a lesson in the order in which its notebook has them."""
    file = NOTEBOOKS / language / f"{lesson}.ipynb"
    cells = json.loads(file.read_text("utf-8"))["cells"]
    source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    ids = re.findall(r'lesson\.exercise\("([\w-]+)"\)', source)
    return [exercise(lesson, id) for id in ids]


def wrong(exercise, language):
    """An answer that is not right yet; None where there is no right or wrong."""
    return _WRONG.get(exercise["kind"], lambda *_: None)(exercise, language)


def right(exercise, language):
    """An answer that is right, or one among equals."""
    return _RIGHT[exercise["kind"]](exercise, language)


def _option(option, language):
    return Given(option["id"], [(None, option["feedback"][language])])


def _wrong_option(exercise, language):
    if not any(option.get("right") for option in exercise["options"]):
        return None
    return _option(next(o for o in exercise["options"] if not o.get("right")), language)


def _right_option(exercise, language):
    options = exercise["options"]
    return _option(next((o for o in options if o.get("right")), options[-1]), language)


def _tempted(card, exercise):
    """The group that tempts most, or simply another one."""
    others = [group["id"] for group in exercise["groups"] if group["id"] != card["group"]]
    return next(iter(card.get("tempting", {})), others[0])


def _wrong_sort(exercise, language):
    answer = {card["id"]: _tempted(card, exercise) for card in exercise["cards"]}
    reasons = [
        (card["text"][language], card.get("tempting", {}).get(answer[card["id"]], card["feedback"]))
        for card in exercise["cards"]
    ]
    return Given(answer, [(about, text[language]) for about, text in reasons])


def _right_sort(exercise, language):
    answer = {card["id"]: card["group"] for card in exercise["cards"]}
    reasons = [(card["text"][language], card["feedback"][language]) for card in exercise["cards"]]
    return Given(answer, reasons)


def _wrong_estimate(exercise, language):
    assert exercise["answer"] - exercise["lowest"] > exercise["near"]
    return Given(exercise["lowest"], [(None, exercise["feedback"]["low"][language])])


def _right_estimate(exercise, language):
    step = exercise.get("step", 1)
    guess = round(round(exercise["answer"] / step) * step, 6)
    return Given(guess, [(None, exercise["feedback"]["close"][language])])


def _middling(exercise, language):
    """The middle of the scale everywhere: its mean is the middle, too."""
    middle = (len(exercise["points"]) + 1) // 2
    answer = {item["id"]: middle for area in exercise["areas"] for item in area["items"]}
    reasons = [(area["text"][language], area["middle"][language]) for area in exercise["areas"]]
    return Given(answer, reasons)


def _in_writing(exercise, language):
    words = {"sv": "Vi frågar för sällan, och för sent.", "en": "We ask too seldom, and too late."}
    return Given(words[language], [(None, exercise["after"][language])])


def _one_each(exercise, language):
    """Every tie to a new person: nobody sees two who work the new way."""
    answer = [[i, i] for i in range(exercise["ties"])]
    return Given(answer, [(None, exercise["feedback"]["scattered"][language])])


def _narrow_bridge(exercise, language):
    """With a threshold of two: two ties to one person, one tie to the next; by hand."""
    assert exercise["threshold"] == 2
    return Given([[0, 0], [0, 1], [1, 0]], [(None, exercise["feedback"]["narrow"][language])])


_WRONG = {
    "choice": _wrong_option,
    "explore": _wrong_option,
    "sort": _wrong_sort,
    "estimate": _wrong_estimate,
    "network": _one_each,
}
_RIGHT = {
    "choice": _right_option,
    "explore": _right_option,
    "sort": _right_sort,
    "estimate": _right_estimate,
    "network": _narrow_bridge,
    "scale": _middling,
    "reflection": _in_writing,
}


def fill_journal(journal, lesson, language):
    """Answer all of a lesson's exercises, as an earlier visit would have left it."""
    from course.material.reading import load

    for one in exercises(lesson, language):
        journal.record(
            lesson,
            one["id"],
            right(one, language).answer,
            verdict={"right": None, "score": None},
            fingerprint=load(lesson, one["id"]).fingerprint,
            language=language,
        )
