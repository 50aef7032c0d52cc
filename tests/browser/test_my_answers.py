"""My answers: to read, to take along, to bring back, to delete."""

import json
import re
from io import BytesIO

import pytest
from accessible import LOOK_IN, obstacles
from answers import fill_journal, right
from playwright.sync_api import expect
from pypdf import PdfReader
from written import LESSONS, exercises, first

from course.content.course import ours
from course.kinds import KINDS
from course.kinds.cases import plain
from course.portfolio.seal import checked, code_in
from course.words import say


@pytest.fixture
def answered(course):
    """A course that the learner has gone through."""
    for lesson in LESSONS:
        fill_journal(course.journal(), lesson, "sv")
    return course


def download(me, folder):
    """The file that the learner downloads, and where it is put."""
    with me.page.expect_download() as loading:
        me.page.get_by_role("link", name=say("answers.download-journal", me.language)).click()
    assert loading.value.suggested_filename == "course-answers.jsonl"
    file = folder / "course-answers.jsonl"
    loading.value.save_as(file)
    return file


def chosen_in_words(choice, language):
    """What the right option of a choice says."""
    chosen = right(choice, language).answer
    return next(one["text"][language] for one in choice["options"] if one["id"] == chosen)


def test_they_stand_there_in_words(learner, answered, language):
    me = learner(language).open("answers")
    main = plain(me.page.get_by_role("main").inner_text())
    for lesson in LESSONS:
        for exercise in exercises(lesson):
            answer = right(exercise, "sv").answer
            assert plain(exercise["title"][language]) in main
            written = ours().exercise(lesson, exercise["id"])
            words = KINDS[exercise["kind"]].recall(written, answer, language)
            assert plain(words) in main
    assert plain(chosen_in_words(first("choice"), language)) in main
    assert str(answered.home) in main


def test_they_can_be_taken_to_another_computer(learner, answered, start, tmp_path):
    """Downloaded here, brought back there: after the first line, which names the format, each is
    an event, and a second time adds none."""
    file = download(learner("sv").open("answers"), tmp_path)
    _, *lines = file.read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    answers = [event for event in events if event["type"] == "answer"]
    assert [(event["lesson"], event["exercise"]) for event in answers] == [
        (lesson, exercise["id"]) for lesson in LESSONS for exercise in exercises(lesson)
    ]

    elsewhere = start()
    me = learner("en", at=elsewhere).open("answers")
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(me.said("no-answers"))
    for new, known in ((len(events), 0), (0, len(events))):
        me.page.get_by_label(me.said("bring-back")).set_input_files(file)
        me.page.get_by_role("button", name=me.said("import"), exact=True).click()
        told = say("view.imported", "en", new=new, known=known)
        expect(me.page.get_by_role("status").filter(has_text=told)).to_be_visible()
    expect(main).to_contain_text(chosen_in_words(first("choice"), "en"))
    assert elsewhere.journal().export().decode().splitlines()[1:] == lines


def test_a_file_of_something_else_is_refused_with_a_reason(learner, course, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all,\nno answers here.\n")
    me = learner("en").open("answers")
    me.page.get_by_label(me.said("bring-back")).set_input_files(letter)
    me.page.get_by_role("button", name=me.said("import"), exact=True).click()
    told = say("error.foreign-journal", "en", name="letter.txt")
    expect(me.page.get_by_role("status").filter(has_text=told)).to_be_visible()

    me.open("answers")
    me.page.get_by_role("button", name=me.said("import"), exact=True).click()
    told = me.page.get_by_role("status").filter(has_text=me.said("no-file"))
    expect(told).to_be_visible()
    assert course.journal().events() == ()


def test_they_are_deleted_only_when_asked_twice(learner, answered):
    me = learner("sv").open("answers")
    delete = me.page.get_by_role("button", name=me.said("delete-for-good"))
    expect(delete).to_be_hidden()
    me.page.get_by_text(me.said("delete"), exact=True).click()
    expect(me.page.get_by_text(me.said("delete-warning"))).to_be_visible()
    delete.click()
    expect(me.page.get_by_role("status").filter(has_text=me.said("deleted"))).to_be_visible()
    expect(me.page.get_by_role("main")).to_contain_text(me.said("no-answers"))
    assert answered.journal().events() == ()
    me.open_lesson(first("choice")["lesson"])
    expect(me.page.get_by_role("radio", checked=True)).to_have_count(0)


def test_another_site_can_neither_delete_nor_bring_in(visitor, answered):
    """A form that some other page sends has the cookie but not the page's own secret."""
    page = visitor(answered)
    address = answered.url("sv/answers")
    for form in ({"delete": "yes"}, {"delete": "yes", "_xsrf": "guessed"}):
        assert page.request.post(address, form=form).status == 403
    assert len(answered.journal().answered()) == sum(len(exercises(one)) for one in LESSONS)


def test_the_plan_and_the_certificate_are_taken_along(learner, course, language, tmp_path):
    """What was written stands in the plan and in two files; the name stands on paper alone."""
    for entry in ours().outlines("sv"):
        for planned in entry.exercises:
            verdict = {"right": True, "score": 1.0}
            course.journal().record(
                entry.id, planned.id, {}, verdict=verdict, fingerprint="any", language="sv"
            )
    written = first("reflection")
    fill_journal(course.journal(), written["lesson"], "sv")
    me = learner(language).open("answers")
    words = right(written, "sv").answer
    me.page.get_by_role("main").get_by_role("link", name=me.said("my-plan"), exact=True).click()
    main = me.page.get_by_role("main")
    expect(main).to_contain_text(words)
    files = {}
    for kind in ("page", "text"):
        download = me.page.get_by_role("link", name=say(f"plan.download-{kind}", language))
        loaded = me.page.request.get(download.evaluate("link => link.href"))
        assert say("plan.file", language) in loaded.headers["content-disposition"]
        files[kind] = loaded.text()
        assert words in files[kind]
    assert not re.search(r"<script|<link|src=|href=|url\(|@import", files["page"])
    assert f'<html lang="{language}">' in files["page"]

    assert obstacles(me.open("certificate").page, language, LOOK_IN[language]) == []
    expect(main).to_contain_text(say("certificate.has-taken", language))
    field = me.page.get_by_role("textbox", name=say("certificate.name", language))
    field.fill("Karin Lindqvist")
    field.press("Enter")
    expect(main.locator(".holder")).to_have_text("Karin Lindqvist")
    with me.page.expect_download() as loading:
        me.page.get_by_role("button", name=say("certificate.download", language)).click()
    file = tmp_path / "certificate.html"
    loading.value.save_as(file)
    assert checked(file.read_bytes()) == "unchanged"
    assert "Karin Lindqvist" in file.read_text("utf-8")
    me.page.emulate_media(media="print")
    expect(me.page.get_by_role("button")).to_have_count(0)
    expect(field).to_be_hidden()
    for address in (me.page.url, file.as_uri()):
        me.page.goto(address)
        paper = PdfReader(BytesIO(me.page.pdf(prefer_css_page_size=True, tagged=True)))
        assert len(paper.pages) == 1, address
        assert "/StructTreeRoot" in paper.trailer["/Root"], "it is tagged"
    me.page.emulate_media(media="screen")
    me.open("certificate")
    expect(main.locator(".holder")).to_have_text("")
    assert b"Karin Lindqvist" not in course.journal().export()

    assert obstacles(me.open("verify").page, language, LOOK_IN[language]) == []
    me.page.get_by_label(say("verify.file", language)).set_input_files(file)
    me.page.get_by_role("button", name=say("verify.check", language), exact=True).click()
    code = code_in(file.read_text("utf-8"))
    told = say("verify.unchanged", language, name="certificate.html", code=code)
    expect(me.page.get_by_role("status").filter(has_text=told)).to_be_visible()
