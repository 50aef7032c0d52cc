"""Messages that no view would send, to sessions over all kinds: a sentence or nothing; no fault."""

import json
import random
from typing import Any

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.paths import LANGUAGES
from course.session import Session
from tests.counts import count
from tests.session.given import given

SHIPPED = [(lesson, name) for lesson in ours().lessons() for name in ours().exercises(lesson)]
EXERCISES = {place: ours().exercise(*place) for place in SHIPPED}
PER_SESSION = 1000  # messages, after which a new learner begins


def deep(levels: int) -> Any:
    found: Any = "x"
    for n in range(levels):
        found = [found] if n % 2 else {"a": found}
    return found


ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 0.5, 1e308, float("nan"), float("inf"), -float("inf"), 2**53,
    10**400, -(10**30), "", " ", "\0", "\n", "\ud83d", "\udc00x", "\u202e", "💡" * 4001,
    "x" * 1_100_000, "1e999", "NaN", "−3", "12,5", "<script>", "__proto__", "constructor", "a" * 64,
    [], {}, [[]], [None] * 1000, {"": ""}, {"\ud800": 1}, {"seed": 1, "drawn": [], "given": []},
    {"seed": 2**70, "drawn": ["x"], "given": ["x"]}, list(range(10_000)), deep(11), deep(200),
    {str(n): n for n in range(500)}, [[0, 0]] * 500, [[-1, 99]], [[0.5, None]], {"holds": 1},
)  # fmt: skip
WORDS = (
    "do",
    "answer",
    "try",
    "tries",
    "of",
    "look",
    "stop",
    "draft",
    "keep",
    "setting",
    "value",
    "cell",
    "id",
    "n",
)


def spoiled(sent: Any, rng: random.Random) -> Any:
    """A true answer of which some part, somewhere in it, is something odd or of elsewhere."""
    if rng.random() < 0.3 or not isinstance(sent, dict | list) or not sent:
        return rng.choice(ODD)
    sent = json.loads(json.dumps(sent))
    keys = list(sent) if isinstance(sent, dict) else list(range(len(sent)))
    key = rng.choice(keys)
    what = rng.random()
    if what < 0.2:
        del sent[key]
    elif what < 0.4 and isinstance(sent, list):
        sent.append(rng.choice([*sent, *ODD]))
    elif what < 0.4:
        sent[str(rng.choice([*WORDS, *keys])) + rng.choice(["", "x"])] = rng.choice(ODD)
    else:
        sent[key] = spoiled(sent[key], rng)
    return sent


def tried(answer: Any, rng: random.Random) -> Any:
    """An answer by the things in it as the tries of a deal, some of them twice, or spoiled."""
    tries = [[id, value] for id, value in answer.items()] if isinstance(answer, dict) else answer
    if isinstance(tries, list) and rng.random() < 0.5:
        tries = [*tries, *tries[: rng.randrange(3)]]
    return tries if rng.random() < 0.7 else spoiled(tries, rng)


def message(session: Session, place: tuple[str, str], rng: random.Random) -> Any:
    """A message that is nearly one."""
    answer = given(session, EXERCISES[place], rng)
    if rng.random() < 0.7:
        answer = spoiled(answer, rng)
    sent: dict[Any, Any] = rng.choice(
        [
            {"do": "answer", "answer": answer, "n": rng.randrange(9)},
            {"do": "answer", "answer": answer, "id": f"{rng.randrange(40):032x}"},
            {"do": "draft", "value": answer},
            {"do": "draft", "value": {"tries": tried(answer, rng)}},
            {"do": "try", "tries": tried(answer, rng), "n": rng.randrange(9)},
            {"do": "try", "tries": tried(answer, rng), "of": spoiled([*WORDS], rng)},
            {"do": "keep", "cell": rng.choice(["c01", "", "\ud83d", "x" * 64, 3])},
            {"do": "stop"},
        ]
    )
    if rng.random() < 0.2:
        sent[rng.choice([*WORDS, None, 3])] = rng.choice(ODD)
    return sent if rng.random() < 0.95 else rng.choice(ODD)


@pytest.mark.long
def test_whatever_comes_gets_a_sentence_or_nothing() -> None:
    rng = random.Random(7)
    places = [*SHIPPED, ("00-start", "nothing"), ("99-nowhere", "goal"), ("", ""), ("\0", "../x")]
    answered = refused = 0
    for n in range(count(300_000)):
        if n % PER_SESSION == 0:
            session = Session(ours(), Journal(MemoryStore()), LANGUAGES[n // PER_SESSION % 2])
        place = rng.choice(SHIPPED)
        sent = message(session, place, rng)
        at = place if rng.random() < 0.95 else rng.choice(places)
        for name, value in session.handle(*at, sent):
            json.dumps(value, allow_nan=False)
            if name == "state" and value["answered"]:
                answered += 1
            elif name == "state":
                refused += 1
                words = value.get("problem") or value.get("deal")
                assert words or value.get("before") is not None, (at, sent)
        if n % PER_SESSION == PER_SESSION - 1:
            use(session)
    # A good part of them was judged, and a good part had a reason to be refused.
    assert answered > n / 20
    assert refused > n / 20


@pytest.mark.long
def test_whatever_setting_comes_a_model_shows_a_scene() -> None:
    rng = random.Random(8)
    session = Session(ours(), Journal(MemoryStore()), "sv")
    models = [place for place, exercise in EXERCISES.items() if exercise.kind == "explore"]
    for _ in range(count(3_000)):
        place = rng.choice(models)
        setting = {"when": rng.choice(ODD)} if rng.random() < 0.5 else rng.choice(ODD)
        sent = {"do": "look", "setting": setting, "n": 1}
        for name, value in session.handle(*place, sent):
            assert name == "scene"
            json.dumps(value, allow_nan=False)
            break  # those that follow are of the same setting


def use(session: Session) -> None:
    """Ask all that a learner's pages ask, after whatever was sent."""
    for lesson in ours().lessons():
        json.dumps(session.page(lesson), allow_nan=False)
    json.dumps(session.answers(), allow_nan=False)
    json.dumps(session.overview(), allow_nan=False)
    session.plan_as_text().encode()
    session.certificate()
    export = session.export()
    other = Journal(MemoryStore())
    assert other.import_from(export).set_aside == 0
    assert len(other.events()) == len(session.journal.events())
