"""What a card says, as claims to make of it: to an answer, to none, and when it is opened again.

A claim is one of those in ``card.js``, with what it is about.
"""

from answers import name_of
from hands import wanted

from course.words import decimal, say

LACKS = {
    "choice": ("choose-one", None),
    "choices": ("choose-some", None),
    "sort": ("cards-left", "cards"),
    "match": ("pairs-left", "pairs"),
    "estimate": ("no-number", None),
    "scale": ("answer-one", None),
    "confidence": ("statements-left", "statements"),
    "reflection": ("write-something", None),
    "canvas": ("write-something", None),
    "scenario": ("choose-one", None),
    "calendar": ("choose-an-hour", None),
    "network": ("place-a-tie", None),
    "explore": ("predict-first", None),
    "test": ("choose-one", None),
}
"""The sentence for an empty answer, and the list whose length is in it. No order is ever empty."""

COUNTED = {
    "sort": ("sorted", "cards"),
    "match": ("matched", "pairs"),
    "choices": ("judged-rightly", "options"),
    "confidence": ("judged-rightly", "statements"),
    "order": ("ordered", "steps"),
}
"""What is said where each thing has a reason of its own, and the list of these things."""


def lacks(exercise, language):
    """What is said to an empty answer; None where there is none."""
    if exercise["kind"] not in LACKS:
        return None
    key, things = LACKS[exercise["kind"]]
    return say(f"answer.{key}", language, **({"n": len(exercise[things])} if things else {}))


def summary(exercise, given, language):
    """How many things hold, of a kind that counts them."""
    key, things = COUNTED[exercise["kind"]]
    n = len(exercise[things])
    if key == "ordered" and given.hold == n:
        return say("card.in-order", language)
    return say(f"card.{key}", language, right=given.hold, n=n)


def saved(language, *, is_preview=False):
    """The answer is saved, with its time; in a preview it is not, and the card says so."""
    if is_preview:
        return {"announces": say("preview.not-kept", language)}
    return {"saved": say("card.saved", language, time="")}


def reasons(exercise, given, language):
    """Each reason stands at the thing that it is about, or else in what is announced."""
    kind = exercise["kind"]
    # A model answer is folded, since it is to be looked at when one has written one's own.
    at = "folded" if kind == "canvas" else "reason"
    found = [
        {"announces": plain(words)} if about is None else {at: [plain(about), plain(words)]}
        for about, words in given.reasons
        if kind != "test"
    ]
    if kind == "test":
        found = [{"says": plain(words)} for _, words in given.reasons]
    if kind == "explore":
        found.append({"model": {}})
    if kind == "calendar":
        found.append({"clashing": _clashes(exercise, given.answer, language)})
    return found


def counts(exercise, given, language):
    """The verdict on the whole is announced: how many hold, or what the picture says."""
    kind = exercise["kind"]
    found = [{"announces": plain(summary(exercise, given, language))}] if kind in COUNTED else []
    if kind in ("scale", "confidence"):
        found.append({"pictured": kind == "scale"})
    return found


def _clashes(exercise, answer, language):
    return [
        [f"{day}-{hour}", one["text"][language]]
        for day, hour in answer
        for one in exercise["busy"]
        if one["day"] == day and one["start"] <= hour < one["end"]
    ]


def plain(words):
    """Words as a page shows them: with one space between each two."""
    return " ".join(words.split())


def number(given, language):
    """A number as somebody writes it in the language, with no more decimals than it has."""
    digits = next(n for n in range(3) if round(given, n) == round(given, 2))
    return decimal(given, digits, language)


# --- what stands filled in ------------------------------------------------------------------------


def controls(exercise, answer, language):
    """The controls of a card and how they are set for an answer, where pressing is all it takes."""
    return _CONTROLS[exercise["kind"]](exercise, answer, language)


def _one_of_options(exercise, answer, language):
    text = next(one["text"] for one in exercise["options"] if one["id"] == answer)
    return [wanted("radio", text[language], on=True)]


def _some_of_options(exercise, answer, language):
    return [
        wanted("checkbox", one["text"][language], on=one["id"] in answer)
        for one in exercise["options"]
    ]


def _in_groups(exercise, answer, language):
    groups = {group["id"]: group["text"][language] for group in exercise["groups"]}
    return [
        wanted("radio", groups[answer[one["id"]]], row=one["text"][language], on=True)
        for one in exercise["cards"]
    ]


def _at_points(exercise, answer, language):
    points = [point[language] for point in exercise["points"]]
    return [
        wanted("radio", points[answer[item["id"]] - 1], row=item["text"][language], on=True)
        for area in exercise["areas"]
        for item in area["items"]
    ]


def _how_sure(exercise, answer, language):
    found = []
    for one in exercise["statements"]:
        holds, sure = answer[one["id"]]["holds"], answer[one["id"]]["sure"]
        for words in (say(f"card.{'holds' if holds else 'holds-not'}", language), f"{sure} %"):
            found.append(wanted("radio", words, row=one["text"][language], on=True))
    return found


def _in_week(exercise, answer, language):
    return [
        wanted("hour", f"{day}-{hour}", on=[day, hour] in answer)
        for day in range(5)
        for hour in range(exercise["opens"], exercise["closes"])
    ]


_CONTROLS = {
    "choice": _one_of_options,
    "explore": _one_of_options,
    "choices": _some_of_options,
    "sort": _in_groups,
    "scale": _at_points,
    "confidence": _how_sure,
    "calendar": _in_week,
}


def entered(exercise, answer, language):
    """An answer stands filled in."""
    kind = exercise["kind"]
    if kind in _CONTROLS:
        return [{"stands": one} for one in controls(exercise, answer, language)]
    return _ENTERED[kind](exercise, answer, language)


def _matched(exercise, answer, language):
    words = matches(exercise, language)
    return [
        {"picked": [plain(one["text"][language]), plain(words[answer[one["id"]]])]}
        for one in exercise["pairs"]
    ]


def matches(exercise, language):
    """What can be picked for a pair, by what it is called in an answer."""
    words = {one["id"]: one["match"] for one in exercise["pairs"]}
    words |= {one["id"]: one["text"] for one in exercise.get("extra", [])}
    return {name_of(exercise, id): text[language] for id, text in words.items()}


def _ordered(exercise, answer, language):
    words = {step["id"]: plain(step["text"][language]) for step in exercise["steps"]}
    return [{"listed": [".steps > li", [words[id] for id in answer]]}]


def _said(exercise, answer, language):
    replies = {
        reply["id"]: plain(reply["text"][language])
        for scene in exercise["scenes"]
        for reply in scene.get("replies", [])
    }
    return [{"listed": [".path .reply", [replies[id] for id in answer]]}]


def _tied(exercise, answer, language):
    ends = [(exercise["first"]["people"][a], exercise["second"]["people"][b]) for a, b in answer]
    return [{"listed": [".ties > li", [f"{a} – {b}" for a, b in ends]]}]


def _held(exercise, answer, language):
    n = len(answer["given"])
    return [{"says": plain(say("card.held", language, held=n, of=n))}]


_ENTERED = {
    "match": _matched,
    "order": _ordered,
    "scenario": _said,
    "network": _tied,
    "test": _held,
    "estimate": lambda _, answer, language: [{"written": [None, number(answer, language)]}],
    "reflection": lambda _, answer, language: [{"written": [None, answer]}],
    "canvas": lambda exercise, answer, language: [
        {"written": [plain(one["text"][language]), answer[one["id"]]]} for one in exercise["fields"]
    ],
}
