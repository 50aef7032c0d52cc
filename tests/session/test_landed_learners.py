"""Whoever took the landed version finds everything again: answers, plan, places, certificate.

The journals, and what that version told of them, were made by its own code: tests/landed/README.md.
"""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.journal import Journal
from course.paths import LANGUAGES, ROOT
from course.portfolio.certificate import Certificate
from course.session import Session
from course.words import say
from tests.small_course import choice, write_exercise

FOLDER = ROOT / "tests" / "landed"
LEARNERS = [f"{which}-{language}" for which in ("half", "whole") for language in LANGUAGES]
START = "00-start"

every_learner = pytest.mark.parametrize("learner", LEARNERS)


def told(learner: str) -> Any:
    """What the landed version told of a journal."""
    return json.loads((FOLDER / f"{learner}.json").read_text(encoding="utf-8"))


@pytest.fixture
def back(tmp_path: Path) -> Callable[..., Session]:
    """A learner of the landed version comes back, in the language they had: ``back("half-sv")``."""

    def back(learner: str, course: Course | None = None) -> Session:
        folder = tmp_path / "journal"
        folder.mkdir(exist_ok=True)
        shutil.copy(FOLDER / f"{learner}.jsonl", folder / "journal.jsonl")
        return Session(course or ours(), Journal(folder), learner.rpartition("-")[2])

    return back


Back = Callable[..., Session]


# --- in the course as it is -----------------------------------------------------------------------

REKEYED = {"08-public-and-private/three-tests", "09-room-to-act/ten-obstacles"}
"""Exercises whose key the law has changed: visits at one hour for all are not lawful (SoL 10 kap.
3-4 §§), and a board cannot take granted visits away from all at once (SoL 14 kap. 9 §)."""


@every_learner
def test_every_line_is_read_and_stays_as_it_is(back: Back, learner: str) -> None:
    session = back(learner)
    lines = (FOLDER / f"{learner}.jsonl").read_bytes()
    assert session.journal.set_aside == ()
    assert len(session.journal.events()) == lines.count(b"\n")
    list(session.handle(START, "goal", {"do": "answer", "answer": "culture"}))
    assert session.journal.write()
    assert session.journal.path is not None
    assert session.journal.path.read_bytes().startswith(lines)


@every_learner
def test_every_answer_is_shown_as_it_was(back: Back, learner: str) -> None:
    session = back(learner)
    cards = told(learner)["cards"]
    assert len(cards) > (50 if learner.startswith("whole") else 10)
    for place, then in cards.items():
        lesson, id = place.split("/")
        state = session.work(lesson, id).state()
        shown = {name: state["verdict"][name] for name in ("right", "score")}
        if place in REKEYED:  # the answer stays, and the learner is told that the exercise changed
            assert (state["answer"], state["time"]) == (then["answer"], then["time"]), place
            assert state["changed"], place
            continue
        assert {"answer": state["answer"], "time": state["time"], **shown} == then, place
        assert "changed" not in state, place


@every_learner
def test_every_answer_is_told_in_the_words_that_were_chosen(back: Back, learner: str) -> None:
    """Whatever a course may have mended since, but for what its table does not have (`kept`)."""
    session = back(learner)
    now, then = session.answers(), told(learner)["answers"]
    assert [one["id"] for one in now] == [one["id"] for one in then]
    told_exactly = 0
    for lesson, before in zip(now, then, strict=True):
        # Exercises may stand in another order in their lesson now: the times tell which is which.
        kinds = answered_kinds(session, lesson["id"])
        answered = zip(lesson["answers"], kinds, strict=True)
        told_now = sorted(answered, key=lambda one: str(one[0]["time"]))
        told_then = sorted(before["answers"], key=lambda one: str(one["time"]))
        for (row, kind), was in zip(told_now, told_then, strict=True):
            assert (row["time"], row["times"]) == (was["time"], was["times"])
            # What was typed plainly was shown so then, and what was written by hand still is.
            lines, old = (read_plainly(one["words"]).splitlines() for one in (row, was))
            assert [kept(kind, one) for one in lines] == [kept(kind, one) for one in old]
            told_exactly += lines == old
    assert told_exactly > (40 if learner.startswith("whole") else 10)


def read_plainly(words: str) -> str:
    """Words with one sort of apostrophe and one sort of space."""
    return words.replace("'", "’").replace("\u00a0", " ")


def answered_kinds(session: Session, lesson: str) -> list[str]:
    """The kinds of the exercises of a lesson that have an answer, in its order."""
    listed = ours().outline(lesson, session.language).exercises
    answered = [one.id for one in listed if session.journal.answers(lesson, one.id)]
    return [ours().exercise(lesson, id).kind for id in answered]


def kept(kind: str, line: str) -> Any:
    """What a line of an answer must have kept of what it was; of most kinds all of it.

    The table has no words of what is matched with a thing, and many options of the test's questions
    have the same id: of these the thing and the question are kept. How sure one was of a statement
    is told in a sentence now, where there were a mark and a number. How many answers held is
    counted in another sentence.
    """
    if kind == "match" or (kind == "test" and " → " in line):
        thing, _, chosen = line.partition(" → ")
        return thing, bool(chosen)
    if kind == "test":
        return re.findall(r"\d+", line)
    if kind == "confidence":
        was = re.fullmatch(r"(.*) ([✓✗]) \((\d+) %\)", line)
        now = re.fullmatch(r"(.*) (?:Svar|Answer): [”“](.*)”, (\d+) .*", line)
        found = was or now
        assert found, line
        return found[1], found[2] in ("✓", "Stämmer", "True"), found[3]
    return line


@pytest.mark.parametrize(
    ("language", "chosen", "offered"),
    [
        ("sv", "Uteblir två besök, så slutar vi samma dag.", "Om ett enda besök uteblir"),
        ("en", "If two visits are missed, we stop the same day.", "If a single visit is missed"),
    ],
)
def test_a_stop_rule_of_two_visits_is_not_told_as_one_of_a_single_visit(
    back: Back, language: str, chosen: str, offered: str
) -> None:
    """What one is asked is the law's of now; what one has answered stays as it was."""
    session = back(f"whole-{language}")
    (lesson,) = [one for one in session.answers() if one["id"] == "04-leadership"]
    words = "\n".join(row["words"] for row in lesson["answers"])
    assert chosen in words
    assert offered not in words
    asked = session.work("04-leadership", "frames-and-freedom").task()
    assert any(offered in card["text"] for card in asked["cards"])


@every_learner
def test_standing_plan_and_certificate_are_the_same(back: Back, learner: str) -> None:
    session, then = back(learner), told(learner)
    assert session.told()["done"] == then["standing"]["done"]
    assert left_of_then(session) <= minutes_left(then["standing"]), "the core is shorter now"
    own = written_by(learner)
    # The plan begins with its one page now, where the lines have another order; none is lost.
    assert sorted(line for line in body(session.plan_as_text()) if line in own) == sorted(
        line for line in body(then["plan"]) if line in own
    )
    earned = session.certificate()
    assert isinstance(earned, Certificate) is learner.startswith("whole")
    if isinstance(earned, Certificate):
        assert str(earned.day) == then["certificate"]["day"]  # minutes are estimated anew


def left_of_then(session: Session) -> int:
    """How many minutes are left of the lessons that were there; those added since are no loss."""
    lessons = session.standing().lessons
    return sum(one.minutes_left for one in lessons if one.id in session.course.landed.lessons)


def minutes_left(standing: Any) -> int:
    """How long is left of the core path by a standing; 0 when it is done."""
    units = {"h": 60, "min": 1}
    return sum(int(n) * units[unit] for n, unit in re.findall(r"(\d+) (h|min)", standing["left"]))


def written_by(learner: str) -> set[str]:
    """Every line that a learner has written; what the course says around it may be mended."""
    lines = (FOLDER / f"{learner}.jsonl").read_text(encoding="utf-8").splitlines()
    answers = [json.loads(line).get("answer") for line in lines]
    typed = [one for answer in answers if isinstance(answer, dict) for one in answer.values()]
    typed += answers
    return {line for text in typed if isinstance(text, str) for line in text.splitlines() if line}


def body(plan: str) -> list[str]:
    """The lines of a plan without the one that has the day on which it was printed."""
    return [line for line in plan.splitlines() if "2026" not in line]


@every_learner
def test_one_goes_on_where_one_stopped(back: Back, learner: str) -> None:
    session = back(learner)
    for lesson in [one.id for one in ours().outlines(session.language)]:
        event = session.journal.place(lesson)
        if event is None:
            continue
        place = session.place(lesson)
        assert place is not None
        then = ours().landed.lessons[lesson]["cells"][event.cell]
        now = {cell["id"]: cell for cell in cells(ours(), lesson, session.language)}
        assert place["cell"] in now
        if "exercise" in then or "figure" in then:
            assert shown(now[place["cell"]]) == then
    assert session.overview()["place"] is not None


def test_a_test_that_was_begun_goes_on_with_its_own_questions(back: Back) -> None:
    session = back("half-sv")
    state = session.work("10-your-plan", "final-test").state()
    assert len(state["answer"]["given"]) == 7
    then = told("half-sv")["cards"]["10-your-plan/final-test"]
    assert state["answer"]["drawn"] == then["answer"]["drawn"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_link_leads_to_what_it_led_to(language: str) -> None:
    """Each exercise and figure that a landed cell showed, where it still is."""
    led = 0
    for lesson, then in ours().landed.lessons.items():
        moved = ours().moved(lesson, language)
        now = {cell["id"]: cell for cell in cells(ours(), lesson, language)}
        there = [shown(cell) for cell in now.values()]
        for old, what in then["cells"].items():
            if what in there and ("exercise" in what or "figure" in what):
                assert shown(now[moved.get(old, old)]) == what, (lesson, old)
                led += 1
    assert led > 60


def cells(course: Course, lesson: str, language: str) -> list[dict[str, Any]]:
    notebook = json.loads(course.notebook(lesson, language).read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = notebook["cells"]
    return found


def shown(cell: dict[str, Any]) -> dict[str, str]:
    """What a cell of code shows, read here by its own hand from its source."""
    source = "".join(cell["source"])
    for what in ("exercise", "figure"):
        _, found, rest = source.partition(f'lesson.{what}("')
        if cell["cell_type"] == "code" and found:
            return {what: rest.partition('"')[0]}
    return {}


# --- in a course that has changed -----------------------------------------------------------------


@pytest.fixture
def changed(tmp_path: Path) -> Course:
    """The course under an overlay: an option has another id, words and minutes have changed.

    Lesson 0 has a new exercise on its core path, its cells have other ids, one is new and one gone.
    """
    overlay = tmp_path / "overlay"
    for lesson, id in ((START, "goal"), (START, "climate"), ("01-what-counts", "vignettes")):
        file = overlay / "exercises" / lesson / f"{id}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = ours().file(f"exercises/{lesson}/{id}.yml").read_text(encoding="utf-8")
        file.write_text(text, encoding="utf-8")
    goal = overlay / "exercises" / START / "goal.yml"
    told_then = told("whole-sv")["cards"][f"{START}/goal"]["answer"]
    replaced(goal, f"- id: {told_then}\n", f"- id: {told_then}-2\n")
    climate = overlay / "exercises" / START / "climate.yml"
    replaced(climate, "core: true\n", "core: true\nminutes: 6\n")
    write_exercise(overlay, START, choice("newly-added", right="a"))
    for language in LANGUAGES:
        notebook = json.loads(ours().notebook(START, language).read_text(encoding="utf-8"))
        about = notebook["metadata"]["course"]
        about["exercises"].append({"id": "newly-added", "minutes": 4, "core": True})
        about["minutes"] += 4
        about["core_minutes"] += 4
        notebook["cells"] = [
            {**cell, "id": f"cell-{n}"}
            for n, cell in enumerate(notebook["cells"])
            if cell["id"] != "c10"
        ]
        notebook["cells"].insert(2, {**notebook["cells"][0], "id": "cell-new"})
        file = overlay / "notebooks" / language / f"{START}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(notebook), encoding="utf-8")
    return Course.open(ROOT, overlay)


def replaced(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_answer_whose_ids_stand_stays(back: Back, changed: Course) -> None:
    session = back("whole-sv", changed)
    then = told("whole-sv")["cards"]
    for place in (f"{START}/climate", "01-what-counts/vignettes"):
        lesson, id = place.split("/")
        state = session.work(lesson, id).state()
        assert state["answer"] == then[place]["answer"]
        assert "changed" not in state


def test_an_answer_whose_id_is_gone_is_told_in_the_learners_words(
    back: Back, changed: Course
) -> None:
    session = back("whole-sv", changed)
    state = session.work(START, "goal").state()
    (lesson,) = [one for one in told("whole-sv")["answers"] if one["id"] == START]
    words = [one["words"] for one in lesson["answers"]]
    assert (state["answered"], state["changed"]) == (False, True)
    assert state["before"] in words, "as the landed version told it"
    (row,) = [one for one in session.answers() if one["id"] == START]
    assert state["before"] in [one["words"] for one in row["answers"]]


@every_learner
def test_what_was_done_stays_done(back: Back, changed: Course, learner: str) -> None:
    session = back(learner, changed)
    assert START in session.told()["done"]
    assert set(told(learner)["standing"]["done"]) <= set(session.told()["done"])
    assert left_of_then(session) <= minutes_left(told(learner)["standing"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_certificate_stays(back: Back, changed: Course, language: str) -> None:
    session = back(f"whole-{language}", changed)
    earned = session.certificate()
    assert isinstance(earned, Certificate)
    assert str(earned.day) == told(f"whole-{language}")["certificate"]["day"]


def test_who_begins_now_does_what_is_asked_now(changed: Course, tmp_path: Path) -> None:
    session = Session(changed, Journal(tmp_path / "new"), "sv")
    for one in ours().outline(START, "sv").exercises:  # all but the one that is new
        session.journal.answer(START, one.id, "x", fingerprint="f", language="sv")
    # Who has answered the landed core path counts as done, whoever they are; the core path of now
    # is told to those who have not.
    assert session.told()["done"] == [START]
    fresh = Session(changed, Journal(tmp_path / "fresh"), "sv")
    left = fresh.certificate()
    assert not isinstance(left, Certificate)
    assert "title of newly-added sv" in left.lessons[0].exercises


@pytest.mark.parametrize("language", LANGUAGES)
def test_old_places_and_links_lead_to_the_cell_that_shows_the_same(
    back: Back, changed: Course, language: str
) -> None:
    moved = changed.moved(START, language)
    now = {cell["id"]: cell for cell in cells(changed, START, language)}
    for old, what in changed.landed.lessons[START]["cells"].items():
        assert moved[old] in now
        if "exercise" in what or "figure" in what:
            assert shown(now[moved[old]]) == what
    session = back(f"half-{language}", changed)
    event, place = session.journal.place(START), session.place(START)
    assert event is not None
    assert place == {"lesson": START, "cell": moved[str(event.cell)]}


@every_learner
def test_no_page_is_broken_by_what_is_gone(back: Back, changed: Course, learner: str) -> None:
    session = back(learner, changed)
    for lesson in changed.lessons():
        json.dumps(session.page(lesson), allow_nan=False)
    assert session.plan_as_text()
    assert session.answers()
    assert say("view.saved-here", session.language) == session.saved()["words"]


def test_a_certificate_stays_when_a_whole_core_path_is_another(back: Back, tmp_path: Path) -> None:
    """No exercise of now's core path was there then: the day is that of the landed core path."""
    overlay = tmp_path / "overlay"
    for language in LANGUAGES:
        notebook = json.loads(ours().notebook(START, language).read_text(encoding="utf-8"))
        about = notebook["metadata"]["course"]
        for one in about["exercises"]:
            one["core"] = False
        about["exercises"].append({"id": "newly-added", "minutes": 4, "core": True})
        file = overlay / "notebooks" / language / f"{START}.ipynb"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(notebook), encoding="utf-8")
    write_exercise(overlay, START, choice("newly-added", right="a"))
    session = back("whole-sv", Course.open(ROOT, overlay))
    session.journal.reach(START, "c01", language="sv")  # whoever comes back later is no later done
    earned = session.certificate()
    assert isinstance(earned, Certificate)
    assert str(earned.day) == told("whole-sv")["certificate"]["day"]
