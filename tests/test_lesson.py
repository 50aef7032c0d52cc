"""A lesson as a notebook uses it: the real exercises, a journal in a folder of its own."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.content.course import Course, ours
from course.errors import CourseError
from course.explorers import EXPLORERS
from course.journal import Journal, MemoryStore
from course.lesson import Lesson
from course.paths import LANGUAGES, ROOT
from course.widgets.card import Card
from course.words import say
from tests.small_course import rewrite

START, ACROSS, TRAVEL = "00-start", "06-across-boundaries", "07-how-ideas-travel"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """The course with copies of two of its exercises over it, to be changed."""
    for name in (f"{START}/goal.yml", f"{ACROSS}/wall.yml"):
        copy = tmp_path / "overlay" / "exercises" / name
        copy.parent.mkdir(parents=True)
        shutil.copy(ROOT / "exercises" / name, copy)
    return Course.open(ROOT, tmp_path / "overlay")


@pytest.fixture
def send(caplog: pytest.LogCaptureFixture) -> Callable[[Card, object], None]:
    """What arrives from a page. ipywidgets logs what a handler raises, so the log stays empty."""

    def send(card: Card, content: object) -> None:
        card._handle_custom_msg(content, [])
        assert caplog.records == []

    return send


Send = Callable[[Card, object], None]


def answer(given: object, n: int = 1) -> dict[str, object]:
    return {"do": "answer", "answer": given, "n": n}


# --- what there is, and what there is not --------------------------------------------------------


def test_the_course_has_these_lessons() -> None:
    assert set(ours().lessons()) >= {START, ACROSS}
    assert list(ours().lessons()) == sorted(ours().lessons())


def test_a_lesson_says_what_it_is(journal: Journal) -> None:
    assert repr(Lesson(START, "en", journal=journal)) == 'Lesson("00-start", language="en")'
    assert Lesson(START, journal=journal).language == "sv"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Det finns ingen lektion 99-nowhere. Lektionerna är: "),
        ("en", "There is no lesson 99-nowhere. The lessons are: "),
    ],
)
def test_an_unknown_lesson(language: str, sentence: str) -> None:
    with pytest.raises(CourseError) as caught:
        Lesson("99-nowhere", language)
    assert str(caught.value) == f"{sentence}{', '.join(ours().lessons())}."


@pytest.mark.parametrize("given", ["de", "", "SV", None, 3])
def test_an_unknown_language_is_told_in_the_course_s_first(given: Any) -> None:
    with pytest.raises(CourseError) as caught:
        Lesson(START, given)
    assert str(caught.value) == (
        f"Kursen finns på svenska (sv) och engelska (en), inte på {given}. "
        'Skriv language="sv" eller language="en".'
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Lektionen 00-start har ingen övning quiz. Övningarna är: climate, first-thought, "),
        ("en", "Lesson 00-start has no exercise quiz. Its exercises are: climate, first-thought, "),
    ],
)
def test_an_unknown_exercise(journal: Journal, language: str, sentence: str) -> None:
    with pytest.raises(CourseError) as caught:
        Lesson(START, language, journal=journal).exercise("quiz")
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "sv",
            "Övningen går inte att visa än:\n"
            "exercises/00-start/goal.yml, rad {line}: Här ska det stå ett heltal, inte soon.",
        ),
        (
            "en",
            "This exercise cannot be shown yet:\n"
            "exercises/00-start/goal.yml, line {line}: This should be a whole number, not soon.",
        ),
    ],
)
def test_a_faulty_file_is_told_with_its_name_and_line(
    course: Course, journal: Journal, language: str, sentence: str
) -> None:
    rewrite(course.file(f"exercises/{START}/goal.yml"), "claims: [1, 2]\n", "minutes: soon\n")
    with pytest.raises(CourseError) as caught:
        Lesson(START, language, journal=journal, course=course).exercise("goal")
    shipped = ROOT / "exercises" / START / "goal.yml"
    before, _ = shipped.read_text(encoding="utf-8").split("claims: [1, 2]\n")
    assert str(caught.value) == sentence.format(line=before.count("\n") + 1)


def test_an_unknown_model_to_explore(course: Course, journal: Journal) -> None:
    rewrite(
        course.file(f"exercises/{ACROSS}/wall.yml"), "model: tie-strength", "model: crystal-ball"
    )
    with pytest.raises(CourseError) as caught:
        Lesson(ACROSS, "en", journal=journal, course=course).exercise("wall")
    assert (
        f"There is no model crystal-ball to explore. Write one of: {', '.join(EXPLORERS)}."
        in str(caught.value)
    )


# --- what a page is given ------------------------------------------------------------------------

SHIPPED = [(lesson, name) for lesson in ours().lessons() for name in ours().exercises(lesson)]


@pytest.mark.parametrize(("lesson", "name"), SHIPPED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exercise_begins_unanswered(lesson: str, name: str, language: str) -> None:
    journal = Journal(MemoryStore())
    card = Lesson(lesson, language, journal=journal).exercise(name)
    begun = {"fresh"} if card.task["kind"] == "test" else set()
    assert card.state["answered"] is False
    assert set(card.state) == {"answered"} | begun
    assert card.scene == {}
    assert (card.task["lesson"], card.task["exercise"]) == (lesson, name)
    assert card.task["language"] == language
    exercise = ours().exercise(lesson, name)
    assert card.task["title"] == exercise.title.in_language(language)
    assert card.task["button"] in card.task["words"]
    assert journal.events() == ()


# --- answering -----------------------------------------------------------------------------------


def test_an_answer_is_on_disk_before_the_page_is_told_that_it_is_saved(
    journal: Journal, send: Send
) -> None:
    card = Lesson(START, "sv", journal=journal).exercise("safe-to-challenge")
    on_disk_when_told = []

    def told(change: dict[str, Any]) -> None:
        event = Journal(journal.path.parent).latest(START, "safe-to-challenge")
        on_disk_when_told.append((change["new"]["kept"], event and event.answer))

    card.observe(told, names="saved")
    send(card, answer("12,5"))
    assert on_disk_when_told == [(True, 12.5)]
    assert card.saved["n"] == 1
    assert card.state["n"] == 1


def test_the_journal_gets_answer_verdict_language_and_fingerprint(
    journal: Journal, send: Send
) -> None:
    card = Lesson(START, "en", journal=journal).exercise("safe-to-challenge")
    send(card, answer("46.9"))
    (event,) = journal.events()
    assert (event.lesson, event.exercise, event.language) == (START, "safe-to-challenge", "en")
    assert (event.answer, event.verdict) == (46.9, {"right": True, "score": 1.0})
    assert event.fingerprint == ours().exercise(START, "safe-to-challenge").fingerprint
    assert card.state["time"] == event.time


def test_the_verdict_says_why_in_the_learner_s_language(journal: Journal, send: Send) -> None:
    for language in LANGUAGES:
        card = Lesson(ACROSS, language, journal=journal).exercise("wall")
        send(card, answer("informal"))
        wall: Any = ours().exercise(ACROSS, "wall")
        reason = next(one.feedback for one in wall.options if one.id == "informal")
        verdict = card.state["verdict"]
        assert (verdict["right"], verdict["score"]) == (False, 0.0)
        (said,) = verdict["said"]
        text = reason.in_language(language)
        assert said == {**said, "text": text, "tone": "not-yet", "about": "informal"}
        assert text.startswith(f"{said['lead']} ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "given", "key", "values"),
    [
        ("goal", "", "choose-one", {}),
        ("goal", "nothing-like-it", "unknown-option", {}),
        ("safe-to-challenge", "many", "no-number", {}),
        ("safe-to-challenge", "101", "out-of-range", {"lowest": 0, "highest": 100}),
        ("statements", {}, "statements-left", {"n": 10}),
        ("climate", {}, "answer-one", {}),
        ("first-thought", " ", "write-something", {}),
        ("first-thought", "å" * 4001, "too-long", {"n": 4001, "most": 4000}),
    ],
)
def test_what_is_no_answer_is_told_and_not_kept(
    journal: Journal,
    send: Send,
    name: str,
    given: object,
    key: str,
    values: dict[str, object],
    language: str,
) -> None:
    card = Lesson(START, language, journal=journal).exercise(name)
    send(card, answer(given))
    assert card.state["answered"] is False
    assert card.state["problem"] == say(f"answer.{key}", language, **values)
    assert journal.events() == ()


def test_an_answer_after_a_problem_clears_it(journal: Journal, send: Send) -> None:
    card = Lesson(START, "sv", journal=journal).exercise("goal")
    send(card, answer("", 1))
    send(card, answer("whose-value", 2))
    assert "problem" not in card.state
    assert (card.state["answered"], card.state["n"]) == (True, 2)


@pytest.mark.parametrize(
    "garbage",
    [
        {},
        {"do": "dance"},
        {"do": None},
        {"do": ["answer"]},
        {"answer": "whose-value"},
        None,
        "answer",
        ["do", "answer"],
    ],
)
def test_garbage_changes_nothing(journal: Journal, send: Send, garbage: object) -> None:
    card = Lesson(START, "sv", journal=journal).exercise("goal")
    send(card, garbage)
    assert (card.state, card.scene) == ({"answered": False}, {})
    assert journal.events() == ()


def test_an_exercise_without_a_model_has_no_picture(journal: Journal, send: Send) -> None:
    card = Lesson(START, "sv", journal=journal).exercise("goal")
    send(card, {"do": "look", "setting": {"strength": 2}})
    assert card.scene == {}
    assert card.state == {"answered": False}


@pytest.mark.parametrize("given", [None, 10**400, float("nan"), {"a": [1]}, "\ud83d", [[]]])
@pytest.mark.parametrize(("lesson", "name"), SHIPPED)
def test_any_answer_at_all_gets_a_reply(send: Send, lesson: str, name: str, given: object) -> None:
    journal = Journal(MemoryStore())
    card = Lesson(lesson, "en", journal=journal).exercise(name)
    send(card, answer(given, 7))
    assert card.state["n"] == 7
    assert card.state["answered"] == bool(journal.events())
    assert card.state["answered"] or card.state["problem"]


# --- models --------------------------------------------------------------------------------------


def test_a_model_opens_with_the_prediction(journal: Journal, send: Send) -> None:
    card = Lesson(ACROSS, "en", journal=journal).exercise("wall")
    changed: list[str] = []
    card.observe(lambda change: changed.append(change["name"]), names=["state", "scene"])
    send(card, answer(""))
    send(card, answer("formal"))
    assert card.scene == {}  # what the model shows is asked for by itself, since it may take long
    send(card, {"do": "look", "setting": {}, "n": 3})
    assert changed == ["state", "state", "scene"]
    assert card.scene["setting"] == {"strength": 2}  # formal cooperation, which is asked about
    assert card.scene["drawing"]["kind"] == "network"


@pytest.mark.parametrize(
    ("setting", "stands"),
    [({"strength": 1}, 1), ({"strength": 99}, 3), ({"strength": -1}, 0), ("garbage", 2), (None, 2)],
)
def test_a_setting_gives_its_picture(
    journal: Journal, send: Send, setting: object, stands: int
) -> None:
    card = Lesson(ACROSS, "sv", journal=journal).exercise("wall")
    send(card, {"do": "look", "setting": setting})
    picture = EXPLORERS["tie-strength"].look({"strength": stands}, "sv")
    assert card.scene["setting"] == {"strength": stands}
    assert card.scene["message"] == picture.message
    assert card.scene["drawing"] == picture.drawing
    assert journal.events() == ()


# --- coming back ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("lesson", "name"), [(START, "statements"), (TRAVEL, "five-bridges")])
def test_the_answer_and_its_verdict_come_back(
    journal: Journal, send: Send, lesson: str, name: str
) -> None:
    from course.kinds import KINDS

    card = Lesson(lesson, "sv", journal=journal).exercise(name)
    exercise = ours().exercise(lesson, name)
    key = KINDS[exercise.kind].key(exercise)
    send(card, answer(key))
    again = Lesson(lesson, "sv", journal=Journal(journal.path.parent)).exercise(name)
    assert again.state["answer"] == KINDS[exercise.kind].accept(exercise, key)
    assert again.state == {name: value for name, value in card.state.items() if name != "n"}


def test_an_answer_comes_back_in_the_other_language(journal: Journal, send: Send) -> None:
    send(Lesson(START, "sv", journal=journal).exercise("goal"), answer("whose-value"))
    card = Lesson(START, "en", journal=journal).exercise("goal")
    assert card.state["answer"] == "whose-value"
    goal: Any = ours().exercise(START, "goal")
    (reason,) = [one.feedback.en for one in goal.options if one.id == "whose-value"]
    assert card.state["verdict"]["said"][0]["text"] == reason


def test_a_simulation_that_was_answered_is_not_run_before_its_page_asks(
    journal: Journal, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    from course.explorers.explorer import Simulated

    send(Lesson(TRAVEL, "sv", journal=journal).exercise("how-many-bridges"), answer("most-both"))
    monkeypatch.setattr(Simulated, "scenes", lambda *_: pytest.fail("it was run"))
    card = Lesson(TRAVEL, "sv", journal=journal).exercise("how-many-bridges")
    assert card.state["answered"]
    assert card.scene == {}


def test_an_answer_stays_when_words_and_minutes_change(
    course: Course, journal: Journal, send: Send
) -> None:
    lesson = Lesson(START, "sv", journal=journal, course=course)
    send(lesson.exercise("goal"), answer("whose-value"))
    rewrite(
        course.file(f"exercises/{START}/goal.yml"),
        "claims: [1, 2]\n",
        "minutes: 2\nclaims: [1, 2]\n",
    )
    assert lesson.exercise("goal").state["answer"] == "whose-value"
    assert "changed" not in lesson.exercise("goal").state


def test_an_answer_whose_ids_stand_stays_and_the_change_is_told(
    course: Course, journal: Journal, send: Send
) -> None:
    lesson = Lesson(START, "sv", journal=journal, course=course)
    send(lesson.exercise("goal"), answer("whose-value"))
    other = next(one.id for one in goal(course).options if one.id != "whose-value")
    rewrite(course.file(f"exercises/{START}/goal.yml"), f"id: {other}\n", "id: another\n")
    card = lesson.exercise("goal")
    assert (card.state["answer"], card.state["changed"]) == ("whose-value", True)
    journal.record(
        START, "goal", "whose-value", fingerprint=goal(course).fingerprint, language="sv"
    )
    assert "changed" not in lesson.exercise("goal").state


def test_an_answer_that_is_gone_is_told_in_the_learners_words(
    course: Course, journal: Journal, send: Send
) -> None:
    lesson = Lesson(START, "sv", journal=journal, course=course)
    send(lesson.exercise("goal"), answer("whose-value"))
    words = next(one.text.sv for one in goal(course).options if one.id == "whose-value")
    rewrite(course.file(f"exercises/{START}/goal.yml"), "id: whose-value\n", "id: another\n")
    state = lesson.exercise("goal").state
    assert state == {"answered": False, "changed": True, "before": words}


def goal(course: Course) -> Any:
    return course.exercise(START, "goal")


def test_a_moved_comment_changes_no_answer(course: Course, journal: Journal, send: Send) -> None:
    lesson = Lesson(START, "sv", journal=journal, course=course)
    send(lesson.exercise("goal"), answer("whose-value"))
    rewrite(
        course.file(f"exercises/{START}/goal.yml"),
        "claims: [1, 2]\n",
        "# short\nclaims:   [1, 2]\n",
    )
    assert lesson.exercise("goal").state["answered"]


def test_an_answer_that_the_exercise_cannot_read_is_set_aside(journal: Journal) -> None:
    fingerprint = ours().exercise(START, "goal").fingerprint
    journal.record(START, "goal", {"of": "old"}, fingerprint=fingerprint, language="sv")
    card = Lesson(START, "sv", journal=journal).exercise("goal")
    assert card.state == {"answered": False, "changed": True, "before": "old"}


def test_a_journal_that_cannot_be_written_says_so_and_the_verdict_still_comes(
    tmp_path: Path, send: Send
) -> None:
    (tmp_path / "in-the-way").write_text("a file, not a folder", encoding="utf-8")
    journal = Journal(tmp_path / "in-the-way" / "journal")
    card = Lesson(START, "sv", journal=journal).exercise("safe-to-challenge")
    send(card, answer(46.9))
    assert (card.state["answered"], card.saved["kept"]) == (True, False)
    assert card.saved["words"] == "Sparas inte: det gick inte att skriva till disken"
    assert card.state["verdict"]["right"] is True
    again = Lesson(START, "sv", journal=journal).exercise("safe-to-challenge")
    assert again.state["answer"] == 46.9


def test_two_tabs_answer_the_same_exercise(journal: Journal, send: Send) -> None:
    one, other = (
        Lesson(START, "sv", journal=Journal(journal.path.parent)).exercise("safe-to-challenge")
        for _ in range(2)
    )
    send(one, answer(10))
    send(other, answer(20))
    send(one, answer(30))
    assert [event.answer for event in journal.events()] == [10, 20, 30]
    assert (one.state["answer"], other.state["answer"]) == (30, 20)
    third = Lesson(START, "sv", journal=Journal(journal.path.parent)).exercise("safe-to-challenge")
    assert third.state["answer"] == 30


def test_an_answer_is_not_mixed_up_with_that_of_another_lesson(
    journal: Journal, send: Send
) -> None:
    send(Lesson(START, "sv", journal=journal).exercise("goal"), answer("whose-value"))
    others = [(lesson, name) for lesson, name in SHIPPED if name != "goal"]
    for lesson, name in others:
        assert not Lesson(lesson, "sv", journal=journal).exercise(name).state["answered"]


# --- the profile ---------------------------------------------------------------------------------


def test_a_self_assessment_shows_its_profile(journal: Journal, send: Send) -> None:
    card = Lesson(START, "en", journal=journal).exercise("climate")
    areas = card.task["areas"]
    given = {areas[0]["items"][0]["id"]: 5, areas[1]["items"][0]["id"]: 1}
    given[areas[1]["items"][1]["id"]] = 2
    send(card, answer(given))
    picture = card.state["verdict"]["detail"]["picture"]
    assert picture["message"] == f"{areas[0]['text']} is highest, {areas[1]['text']} lowest."
    # By hand: 5; (1 + 2)/2; and nothing for the four areas that were passed over.
    assert [row[1] for row in picture["table"]["rows"]] == ["5.0", "1.5", "–", "–", "–", "–"]
    assert [one["about"] for one in card.state["verdict"]["said"]] == [
        areas[0]["id"],
        areas[1]["id"],
    ]


def test_a_level_profile_has_neither_highest_nor_lowest(journal: Journal, send: Send) -> None:
    card = Lesson(START, "sv", journal=journal).exercise("climate")
    send(card, answer({item["id"]: 3 for area in card.task["areas"] for item in area["items"]}))
    assert card.state["verdict"]["detail"]["picture"]["message"] == "Alla områden ligger lika högt."


# --- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_shown_in_the_lessons_language(journal: Journal, language: str) -> None:
    figure = Lesson(ACROSS, language, journal=journal).figure("esther-admissions")
    bundle = figure._repr_mimebundle_()
    first = bundle["text/plain"].splitlines()[0]
    assert first == repr(figure) == ours().figure("esther-admissions").title.in_language(language)
    # The published numbers (Vackerberg 2013), with the thousands apart as the language has them.
    written = {"sv": ("9\u00a0300", "7\u00a0300"), "en": ("9,300", "7,300")}[language]
    assert all(number in bundle["text/plain"] for number in written)
    assert 'details class="after"' not in bundle["text/html"]


def test_a_figure_can_wait_for_an_answer(journal: Journal) -> None:
    lesson = Lesson(START, "en", journal=journal)
    figure = lesson.figure("safe-to-challenge-2024", after="safe-to-challenge")
    assert 'data-after="safe-to-challenge"' in figure._repr_mimebundle_()["text/html"]
    with pytest.raises(CourseError, match="has no exercise nothing"):
        lesson.figure("safe-to-challenge-2024", after="nothing")


def test_a_figure_that_is_not_there(journal: Journal) -> None:
    with pytest.raises(CourseError, match=r"Kursen har ingen figur nothing\. Figurerna är: "):
        Lesson(START, "sv", journal=journal).figure("nothing")
