"""A page's line: who may open it, what it carries, and that no page waits for another."""

import asyncio
import errno
import json
import statistics
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from tornado.httpclient import HTTPClientError

from course.journal import Journal
from course.words import say
from tests.runtimes.disk import Disk
from tests.runtimes.served_here import Site, Start

START, TRAVEL = "00-start", "07-how-ideas-travel"
MODEL = "how-many-bridges"  # a simulation of twenty batches
SHORT = "fifteen-ties"  # one of twelve, for what goes on to the end


def answer(given: object, n: int = 1, **more: object) -> dict[str, object]:
    return {"do": "answer", "answer": given, "n": n, **more}


def look(n: int, **setting: int) -> dict[str, object]:
    return {"do": "look", "setting": setting, "n": n}


# --- who may open it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "options",
    [
        {"cookie": False},
        {"cookie": "x=y"},
        {"host": "evil.example"},
        {"host": "localhost"},
        {"origin": "https://evil.example"},
        {"origin": "http://localhost"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},  # another server on this computer
    ],
)
def test_strangers_and_pages_of_other_sites_are_refused(site: Site, options: Any) -> None:
    with pytest.raises(HTTPClientError) as refused:
        site.line(START, **options)
    assert refused.value.code == 403


def test_a_page_of_the_course_is_let_in(site: Site) -> None:
    line = site.line(START)
    line.send("goal", answer("culture"))
    assert line.hear()["value"]["answered"] is True
    line.close()


# --- what it carries -----------------------------------------------------------------------------


def test_an_answer_is_judged_then_told_to_be_saved(site: Site) -> None:
    line = site.line(START, "sv")
    line.send("goal", answer("culture", 7))
    state, standing, saved = line.hear(), line.hear(), line.hear()
    assert [one["name"] for one in (state, standing, saved)] == ["state", "standing", "saved"]
    assert {one["exercise"] for one in (state, standing, saved)} == {"goal"}
    assert (state["value"]["n"], state["value"]["answer"]) == (7, "culture")
    assert saved["value"] == {"kept": True, "words": "Sparas på den här datorn", "n": 7}
    on_disk = Journal(site.journal.path.parent).latest(START, "goal")  # type: ignore[union-attr]
    assert on_disk is not None
    assert (on_disk.answer, on_disk.language) == ("culture", "sv")
    line.close()


def test_a_refused_answer_says_why_and_records_nothing(site: Site) -> None:
    line = site.line(START)
    line.send("goal", answer("no-such-option"))
    told = line.hear("state")["value"]
    assert told["answered"] is False
    assert told["problem"]
    assert site.journal.events() == ()
    line.close()


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "[]", "null", "3", '"x"', "{}", '{"exercise": 1, "message": {}}',
        '{"exercise": "goal"}', '{"exercise": "goal", "message": {"do": "dance"}}',
        '{"exercise": "goal", "message": {"do": "answer"}}', "[" * 100_000, "9" * 10_000,
        '{"exercise": "goal", "message": ' + "[" * 900 + "]" * 900 + "}",
        '{"exercise": "goal", "message": {"do": "answer", "answer": NaN, "x": 1}}',
        "{" + " " * 262_144 + "}", b"\xff\xfe", b'{"exercise": "goal"}', b"\x00",
    ],
    ids=range(19),
)  # fmt: skip
def test_what_no_page_sends_is_left_alone_and_the_line_stays(
    site: Site, text: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    line = site.line(START)
    line.say(text)
    line.send("goal", answer("culture", 2))
    assert line.hear()["value"]["n"] == 2
    assert caplog.records == []
    line.close()


def test_a_draft_is_there_for_the_next_page_and_gone_after_the_answer(site: Site) -> None:
    line = site.line(START)
    line.send("first-thought", {"do": "draft", "value": "half a tho", "n": 1})
    line.close()
    assert '"draft": "half a tho"' in site.ask("/course/en/00-start").text
    site.rest(0.6)  # a draft is written with those that come soon after it
    folder = site.journal.path.parent  # type: ignore[union-attr]
    assert Journal(folder).draft(START, "first-thought") == "half a tho"
    line = site.line(START)
    line.send("first-thought", answer("a whole thought"))
    line.hear("saved")
    line.close()
    assert '"draft": "half' not in site.ask("/course/en/00-start").text


def test_the_place_is_kept_by_language_and_lesson(site: Site) -> None:
    cells = site.served.course.notebook(START, "sv").read_text(encoding="utf-8")
    cell = json.loads(cells)["cells"][4]["id"]
    line = site.line(START, "sv")
    line.send("", {"do": "keep", "cell": cell, "n": 1})
    assert line.hears_nothing()  # nobody waits for it
    assert site.ask("/").headers["Location"] == "/course/sv/"
    assert f'/course/sv/{START}#{cell}"' in site.ask("/course/sv/").text
    line.close()


def test_two_pages_at_once_see_what_the_other_did(site: Site) -> None:
    first, second = site.line(START), site.line(TRAVEL, "sv")
    first.send("goal", answer("culture", 1))
    second.send(MODEL, answer("most-both", 1))
    assert first.hear("saved")["exercise"] == "goal"
    assert second.hear("saved")["exercise"] == MODEL
    percent = site.served.session("sv").told()["percent"]
    second.send(MODEL, answer("most-both", 2))  # pressed twice: the same event
    assert second.hear("standing")["value"]["percent"] == percent
    assert len(site.journal.events()) == 2
    first.close()
    second.close()


def test_an_answer_that_is_sent_again_after_the_line_was_down_is_one(site: Site) -> None:
    id = "0123456789abcdef" * 2
    line = site.line(START)
    line.send("first-thought", answer("mine", 1, id=id))
    line.hear("state")
    line.close()  # before it heard "saved"
    again = site.line(START)
    again.send("first-thought", answer("mine", 1, id=id))
    assert again.hear("saved")["value"]["kept"] is True
    assert [event.id for event in site.journal.events()] == [id]
    again.close()


# --- saved is said only after it is ---------------------------------------------------------------


def test_saved_waits_for_a_slow_disk_and_feedback_does_not(start: Start, tmp_path: Path) -> None:
    disk = Disk(tmp_path / "disk")
    site = start(disk)
    line = site.line(START)
    disk.free.clear()
    line.send("goal", answer("culture", 1))
    assert line.hear("state", patience=1)["value"]["answered"] is True
    line.hear("standing")
    line.send("first-thought", answer("mine", 2))
    line.hear("standing")
    assert line.hears_nothing()
    disk.free.set()
    saved = [line.hear("saved"), line.hear("saved")]
    assert sorted(one["value"]["n"] for one in saved) == [1, 2]
    assert len(Journal(tmp_path / "disk").events()) == 2
    line.close()


def test_a_disk_that_fails_is_told_by_its_cause_and_tried_again(
    start: Start, tmp_path: Path
) -> None:
    disk = Disk(tmp_path / "disk")
    site = start(disk)
    line, other = site.line(START), site.line(TRAVEL, "sv")
    disk.fault = errno.ENOSPC
    line.send("goal", answer("culture", 1))
    assert line.hear("saved")["value"] == {
        "kept": False, "words": say("view.not-kept-full", "en"), "n": 1,
    }  # fmt: skip
    # The head of every page says so, in its own language.
    head = other.hear("saved")
    assert (head["exercise"], head["value"]["words"]) == ("", say("view.not-kept-full", "sv"))
    assert say("view.not-kept-full", "en") in site.ask("/course/en/").text
    disk.fault = 0
    line.send("first-thought", answer("mine", 2))
    kept: dict[str, bool] = {}
    while kept != {"goal": True, "first-thought": True, "": True}:
        one = line.hear("saved")
        kept[one["exercise"]] = one["value"]["kept"]
    assert other.hear("saved")["value"]["words"] == say("view.saved-here", "sv")
    assert len(Journal(tmp_path / "disk").events()) == 2
    line.close()
    other.close()


# --- models run beside ----------------------------------------------------------------------------


def test_a_simulation_comes_to_its_end(site: Site) -> None:
    line = site.line(TRAVEL)
    line.send(SHORT, look(3))
    shares = []
    while not shares or shares[-1] < 1:
        scene = line.hear("scene")["value"]
        assert scene["n"] == 3
        shares.append(scene["progress"])
    assert shares == sorted(shares)
    assert len(shares) > 5
    line.close()


def test_a_new_look_leaves_the_old_one_off(site: Site) -> None:
    line = site.line(TRAVEL)
    line.send(MODEL, look(1))
    line.hear("scene")
    line.send(MODEL, look(2, when=1))
    heard = [line.hear("scene")["value"]["n"] for _ in range(8)]
    # What was on the wire already may come; nothing of the old one comes after the new one began.
    assert heard == sorted(heard)
    assert heard[-5:] == [2] * 5
    line.close()


@pytest.mark.parametrize("message", [{"do": "stop"}, {"do": "answer", "answer": "most-both"}])
def test_a_simulation_stops_for_whatever_comes_after_it(site: Site, message: Any) -> None:
    line = site.line(TRAVEL)
    line.send(MODEL, look(1))
    line.hear("scene")
    line.send(MODEL, message)

    async def idle() -> None:
        while site.served.beside._answers:
            await asyncio.sleep(0.01)

    site.run(idle(), 1)  # a whole run takes longer
    line.close()


def test_a_simulation_on_one_page_keeps_no_other_page_waiting(site: Site) -> None:
    busy, page = site.line(TRAVEL), site.line(START)
    busy.send(MODEL, look(1))
    busy.hear("scene")

    async def ask(n: int) -> float:
        start = time.perf_counter()
        await page.saying(json.dumps({"exercise": "goal", "message": answer("culture", n)}))
        await page.hearing("state")
        return time.perf_counter() - start

    took = [site.run(ask(n)) for n in range(40)]
    assert site.served.beside.is_running
    assert statistics.median(took) < 0.05
    busy.close()
    page.close()


def process_of(site: Site) -> psutil.Process:
    process = site.served.beside._process
    assert process is not None
    return psutil.Process(process.pid)


def test_models_go_on_when_their_process_is_killed_in_the_middle(site: Site) -> None:
    line = site.line(TRAVEL)
    line.send(SHORT, look(1))
    line.hear("scene")
    killed = process_of(site)
    killed.kill()
    # The page that waits gets to the end all the same.
    while line.hear("scene")["value"]["progress"] < 1:
        pass
    assert process_of(site).pid != killed.pid
    line.send(SHORT, look(2))
    assert line.hear("scene")["value"]["n"] == 2
    line.close()


def test_a_page_is_told_when_its_model_cannot_be_run(site: Site) -> None:
    line = site.line(TRAVEL)
    line.send(MODEL, look(1))
    line.hear("scene")
    process_of(site).kill()
    line.hear("scene")  # by the process that was started anew
    process_of(site).kill()
    told = line.hear("state")["value"]
    assert told == {"answered": False, "problem": say("view.no-scene", "en"), "n": 1}
    line.close()


@pytest.mark.client  # four seconds; one page whose process is killed is tried above
def test_two_pages_whose_process_is_killed_both_go_on(site: Site) -> None:
    first, second = site.line(TRAVEL), site.line(TRAVEL, "sv")
    first.send(SHORT, look(1))
    first.hear("scene")
    second.send(SHORT, look(1, placement=1))
    second.hear("scene")
    process_of(site).kill()
    second.send(SHORT, look(2, placement=2))  # before the end is noticed
    for line in (first, second):
        while line.hear("scene")["value"]["progress"] < 1:
            pass
    first.close()
    second.close()


# --- the end --------------------------------------------------------------------------------------


def test_what_is_begun_while_the_course_ends_stays_with_the_page(site: Site) -> None:
    """It is not taken, since all may be written by then; the line ends, and the page knows."""
    line = site.line(START)
    site.served.is_ending = True
    line.send("first-thought", {"do": "draft", "value": "half a tho", "n": 1})
    site.rest(0.1)
    assert site.journal.draft(START, "first-thought") is None
    site.served.hang_up()
    assert site.run(line.connection.read_message()) is None  # Tornado's word for a closed line
    assert line.connection.close_code == 1001
    assert site.served.lines == set()
    line.close()


def test_nothing_is_left_when_it_is_closed(tmp_path: Path) -> None:
    before = {one.pid for one in psutil.Process().children(recursive=True)}
    with Site(tmp_path) as site:
        line = site.line(TRAVEL)
        line.send(MODEL, look(1))
        line.hear("scene")
        line.send("", {"do": "keep", "cell": "c01"})
        line.send(MODEL, {"do": "draft", "value": "most-both"})
        other = site.line(START)
        other.send("goal", answer("culture"))
        other.hear("state")
    # ``Site.close`` has seen that no task is left in the loop.
    left = {one.pid for one in psutil.Process().children(recursive=True)} - before
    assert left == set()
    journal = Journal(tmp_path)
    assert len(journal.events()) == 2
    assert journal.draft(TRAVEL, MODEL) == "most-both"


def test_a_line_that_is_left_leaves_its_simulation_off(site: Site) -> None:
    line = site.line(TRAVEL)
    line.send(MODEL, look(1))
    line.hear("scene")
    line.close()

    async def idle() -> None:
        while site.served.beside._answers:
            await asyncio.sleep(0.01)

    site.run(idle(), 2)
