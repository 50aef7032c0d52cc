"""One's own organisation over the local server: a form in, JSON out, on the disk if it says so."""

import json
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from course.words import say
from tests.benchmarks.taken_home import table
from tests.runtimes.served_here import Answer, Site, Start

TIES = "från;till;styrka\nHemtjänst;Ekonomi;2\nEkonomi;IT;3\n"


def asked(site: Site, question: object, **files: bytes) -> Answer:
    parts: Any = {name: (f"{name}.csv", content) for name, content in files.items()}
    return site.post("/course/sv/own", asked=json.dumps(question), **parts)


def test_a_table_is_read_kept_shown_and_deleted(site: Site) -> None:
    read = json.loads(asked(site, {"do": "read", "who": "units"}, ties=TIES.encode()).text)
    assert read["network"]["names"] == ["Hemtjänst", "Ekonomi", "IT"]
    kept = json.loads(asked(site, {"do": "keep", "network": read["network"]}).text)
    assert (kept["kept"], kept["problem"]) == (True, "")
    folder = Path(str(site.journal.path)).parent
    assert "Hemtj" in "".join(file.read_text("utf-8") for file in folder.iterdir())
    assert json.loads(asked(site, {"do": "show"}).text)["size"] == 3
    assert json.loads(asked(site, {"do": "forget"}).text)["kept"] is True
    assert "Hemtj" not in "".join(file.read_text("utf-8") for file in folder.iterdir())


def test_what_is_taken_into_the_plan_is_on_the_disk_and_on_its_page(site: Site) -> None:
    read = json.loads(asked(site, {"do": "read", "who": "units"}, ties=TIES.encode()).text)
    asked(site, {"do": "keep", "network": read["network"]})
    told = json.loads(asked(site, {"do": "plan", "bridge": None, "named": True}).text)
    assert (told["planned"], told["kept"]) == (True, True)
    folder = Path(str(site.journal.path)).parent
    assert "our-organisation" in "".join(file.read_text("utf-8") for file in folder.iterdir())
    for address in ("/course/sv/plan", "/course/sv/plan?download=page"):
        page = site.ask(address).text
        assert "1. Hemtjänst" in page
        assert 'id="plan-ours"' in page
    assert json.loads(asked(site, {"do": "unplan"}).text)["planned"] is False
    assert "1. Hemtjänst" not in site.ask("/course/sv/plan").text


def test_another_process_does_the_work_so_that_other_pages_are_answered(site: Site) -> None:
    asked(site, {"do": "show"})  # it is started
    process = psutil.Process(site.served.apart._process.pid)
    begun, before = time.process_time(), sum(process.cpu_times()[:2])
    ties, people = table(400, 8, 4_000)
    told = json.loads(asked(site, {"do": "read", "who": "people"}, ties=ties, units=people).text)
    shown = asked(site, {"do": "show", "part": "rest", "network": told["network"]})
    assert len(json.loads(shown.text)["sections"]) == 5
    # Server and visitor are this process: by hand, a fifth of what it takes there.
    assert time.process_time() - begun < (sum(process.cpu_times()[:2]) - before) / 2


def test_one_that_has_ended_is_begun_anew_and_what_it_was_reading_is_gone(site: Site) -> None:
    ties, people = table(400, 8, 4_000)
    asked_for = {"do": "read", "who": "people", "steps": True}
    told = json.loads(asked(site, asked_for, ties=ties, units=people).text)
    assert told["share"] < 1
    site.served.apart._process.kill()
    again = json.loads(asked(site, {**asked_for, "reading": told["reading"]}).text)
    assert again["nothing"] is True
    read = json.loads(asked(site, {"do": "read", "who": "units"}, ties=TIES.encode()).text)
    assert read["network"]["names"] == ["Hemtjänst", "Ekonomi", "IT"]


def test_its_page_has_the_words_and_no_answer_of_anybody(site: Site) -> None:
    page = site.ask("/course/en/own")
    assert page.status == 200
    assert say("own.title", "en") in page.text
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("question", ["", "{", "[" * 100_000])
def test_what_is_no_question_is_a_bad_request(site: Site, question: str) -> None:
    assert site.post("/course/sv/own", asked=question).status == 400


def test_a_page_of_another_site_cannot_ask(start: Start, tmp_path: Path) -> None:
    site = start(tmp_path)
    assert site.post("/course/sv/own", xsrf=False, asked='{"do": "forget"}').status == 403
