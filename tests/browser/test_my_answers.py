"""My answers: to read, to take along, to bring back, to delete."""

import json

import pytest
from answers import LESSONS, exercises, fill_journal, right
from playwright.sync_api import expect

from course.material.reading import load
from course.scoring import KINDS
from course.text import say


@pytest.fixture
def answered(course):
    """A course that the learner has gone through."""
    for lesson in LESSONS:
        fill_journal(course.journal(), lesson, "sv")
    return course


def download(me, folder):
    """The file that the learner downloads, and where it is put."""
    with me.page.expect_download() as loading:
        me.page.get_by_role("link", name=me.said("download")).click()
    assert loading.value.suggested_filename == "course-answers.jsonl"
    file = folder / "course-answers.jsonl"
    loading.value.save_as(file)
    return file


def test_they_stand_there_in_words(learner, answered, language):
    me = learner(language).open("answers")
    main = me.page.get_by_role("main")
    for lesson in LESSONS:
        for exercise in exercises(lesson):
            answer = right(exercise, "sv").answer
            expect(main).to_contain_text(exercise["title"][language])
            words = KINDS[exercise["kind"]].recall(load(lesson, exercise["id"]), answer, language)
            expect(main).to_contain_text(words)
    choice = next(e for e in exercises("00-start") if e["kind"] == "choice")
    expect(main).to_contain_text(choice["options"][-1]["text"][language])
    expect(main).to_contain_text(str(answered.home))


def test_they_can_be_taken_to_another_computer(learner, answered, start, tmp_path):
    """Downloaded here, brought back there: each line is an event, and a second time adds none."""
    file = download(learner("sv").open("answers"), tmp_path)
    events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
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
    choice = next(e for e in exercises("00-start") if e["kind"] == "choice")
    expect(main).to_contain_text(choice["options"][-1]["text"]["en"])
    assert elsewhere.journal().export() == file.read_bytes()


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
    me.open_lesson("00-start")
    expect(me.page.get_by_role("radio", checked=True)).to_have_count(0)


def test_another_site_can_neither_delete_nor_bring_in(visitor, answered):
    """A form that some other page sends has the cookie but not the page's own secret."""
    page = visitor(answered)
    address = answered.url("sv/answers")
    for form in ({"delete": "yes"}, {"delete": "yes", "_xsrf": "guessed"}):
        assert page.request.post(address, form=form).status == 403
    assert len(answered.journal().answered()) == sum(len(exercises(one)) for one in LESSONS)
