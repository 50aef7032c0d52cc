"""The plan on one page: written where it stands, for everybody, on one sheet of paper."""

import re
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

from accessible import LOOK_IN, LOOKS, obstacles
from playwright.sync_api import expect
from running import wait_for

from course.content.course import ours
from course.kinds import KINDS
from course.portfolio.plan import NINETY_DAYS
from course.portfolio.shown import AFTER, BEFORE, OWN_MAP
from course.words import say
from tests.portfolio.test_one_page import DRAWING

WORDS = {
    "title": "Sex ansikten på Varvsgatan",
    "unit": "Hemtjänsten",
    "name": "Enhetschefen",
    "start": "2027-08-30",
    "decision": "Socialchefen säger ja till sex veckors försök, senast den 20 augusti.",
    "owner": "Enhetschefen ansvarar för försöket, och för rutinen om den blir kvar.",
    "day-30": "De fyra lägger schemat själva. Samordnaren har räknat två veckor.",
    "day-60": "Försöket är slut och räknat på båda gatorna.",
    "day-90": "Ledningsgruppen bestämmer om vi behåller, ändrar eller slutar.",
    "day-30-outcome": "De fyra lägger schemat, men samordnaren har räknat en vecka.",
    "day-60-outcome": "Tre av fyra veckor är räknade, och vi vet vad kvällarna kostar.",
    "day-90-outcome": "Ledningsgruppen behåller arbetssättet, och rutinen är skriven.",
    "reader": "Chefen för särskilt boende",
    "question": "Vad händer om två av fyra blir sjuka samma vecka?",
    "follow-up": "Fredag i vecka 40, med samordnaren",
}


def fill(journal, language, drawing=DRAWING):
    """Write what Karin wrote, which is as long as most plans, with a map and both profiles."""
    form = ours().exercise(*NINETY_DAYS)
    given = {one.id: one.model.in_language(language) for one in form.fields}
    more = {"fingerprint": "any", "language": language}
    journal.record(*NINETY_DAYS, given, **more)
    if drawing:
        journal.record(*OWN_MAP, drawing, **more)
    for point, place in ((2, BEFORE), (4, AFTER)):
        exercise = ours().exercise(*place)
        areas = KINDS[exercise.kind].task(exercise, "sv")["areas"]
        answer = {item["id"]: point for area in areas for item in area["items"]}
        journal.record(*place, answer, **more)
    for field, words in WORDS.items():
        journal.plan(NINETY_DAYS[0], field, words, language=language)
    journal.record("00-start", "first-thought", "En tanke om fredagar.", **more)


def opened(me):
    """The plan's page, when it can be written in."""
    me.open("plan")
    expect(me.page.locator(".one-page[data-open]")).to_have_count(1)
    return me.page


def place(page, field):
    """Where a field is written."""
    return page.get_by_role("textbox", name=say(f"plan.field-{field}", "sv"), exact=True)


def test_what_is_written_in_the_plan_is_kept_and_stands_in_lesson_10(learner, course):
    page = opened(learner("sv"))
    place(page, "owner").fill("Enhetschefen")
    place(page, "problem").fill("Nio olika medarbetare")
    page.get_by_label(say("plan.field-start", "sv"), exact=True).fill("2027-08-30")
    place(page, "title").focus()  # what was written is kept when one leaves its place
    expect(page.locator("#plan-date-30")).to_have_text("29 september 2027")
    expect(page.locator("#plan-said")).to_have_text(say("view.saved-here", "sv"))
    wait_for(lambda: len(course.journal().events()) == 3, "three events in the journal")
    page.reload()
    expect(place(page, "owner")).to_have_text("Enhetschefen")
    expect(place(page, "problem")).to_have_text("Nio olika medarbetare")
    assert course.journal().latest(*NINETY_DAYS).answer == {"problem": "Nio olika medarbetare"}


def test_what_rests_is_kept_before_one_leaves_and_what_has_no_room_is_told(learner, course):
    page = opened(learner("sv"))
    place(page, "unit").press_sequentially("Hemtjänsten")
    wait_for(lambda: "unit" in course.journal().planned(), "the unit in the journal")
    place(page, "owner").fill("x" * 1501)
    place(page, "unit").focus()
    expect(page.get_by_role("alert")).to_contain_text("1501 tecken")
    place(page, "owner").fill("x")
    place(page, "unit").focus()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_an_answer_about_one_place_leaves_what_was_written_in_others_meanwhile(learner, course):
    """The session is slow: it answers the first of three when all are written and left."""
    me, held, lines, is_slow = learner("sv"), [], [], False

    def relay(line):
        lines.append(line)
        server = line.connect_to_server()
        line.on_message(server.send)
        server.on_message(lambda told: held.append(told) if is_slow else line.send(told))

    me.page.route_web_socket(re.compile("/line"), relay)
    page = opened(me)
    is_slow = True
    written = {"owner": "Enhetschefen", "problem": "Nio", "title": "Sex ansikten"}
    for field, words in written.items():
        place(page, field).fill(words)
    place(page, "unit").focus()
    (line,) = lines
    wait_for(lambda: sum('"planned"' in one for one in held) == 3, "three answers", page=page)
    is_slow = False
    for one in held:
        line.send(one)
    expect(page.locator("#plan-said")).to_have_text(say("view.saved-here", "sv"))
    for field, words in written.items():
        expect(place(page, field)).to_have_text(words)


def test_what_stands_above_the_sheet_says_whether_it_is_empty(learner, course, language):
    page = opened(learner(language))
    about = page.locator("#plan-about")
    expect(about).to_have_text(say("plan.empty", language))
    for written, key in (("Enhetschefen", "about"), ("", "empty")):
        page.locator('[data-field="owner"]').fill(written)
        page.locator('[data-field="title"]').focus()
        expect(about).to_have_text(say(f"plan.{key}", language))


def test_it_is_for_everybody(learner, course, language):
    fill(course.journal(), language)
    assert obstacles(opened(learner(language)), language, LOOKS) == []


def test_a_filled_plan_prints_on_one_page_and_the_appendix_on_the_next(learner, course, language):
    fill(course.journal(), language)
    page = opened(learner(language))
    pdf = page.pdf(prefer_css_page_size=True, tagged=True)
    # Chromium tells the number of pages at the root of their tree.
    assert re.findall(rb"/Type /Pages\s*/Count (\d+)", pdf) == [b"2"]
    assert b"/StructTreeRoot" in pdf
    page.locator(".appendix").evaluate("one => one.remove()")
    alone = page.pdf(prefer_css_page_size=True, tagged=True)
    assert re.findall(rb"/Type /Pages\s*/Count (\d+)", alone) == [b"1"]


def pages(page):
    """How many sheets of paper the plan itself takes, without its appendix."""
    page.evaluate("document.querySelector('.appendix')?.toggleAttribute('hidden', true)")
    page.evaluate("document.querySelector('.in-appendix').style.display = 'none'")
    pdf = page.pdf(prefer_css_page_size=True, tagged=True)
    page.evaluate("document.querySelector('.appendix')?.toggleAttribute('hidden', false)")
    page.evaluate("document.querySelector('.in-appendix').style.display = ''")
    return int(re.findall(rb"/Type /Pages\s*/Count (\d+)", pdf)[0])


def write_lines(page, number):
    """Have so many short lines say who is responsible."""
    page.locator('[data-field="owner"]').fill("\n".join("." * number))
    page.locator('[data-field="title"]').focus()


def test_what_runs_over_the_page_is_told_in_lines_and_can_be_moved(learner, course, language):
    fill(course.journal(), language)
    page = opened(learner(language))
    told, offered = page.locator("#plan-over"), page.locator("#plan-long button")
    expect(told).to_be_hidden()
    assert pages(page) == 1
    write_lines(page, 30)
    expect(told).to_be_visible()
    over = int(re.search(r"\d+", told.inner_text())[0])
    assert pages(page) == 2
    # So many lines less and it fits, and the printer agrees; one line more and it does not.
    write_lines(page, 30 - over)
    expect(told).to_have_text(say("plan.fits", language))
    assert pages(page) == 1
    write_lines(page, 31 - over)
    expect(told).to_contain_text(say("plan.one-line", language))
    assert pages(page) == 2
    assert obstacles(page, language, LOOKS) == []
    offered.first.click()
    expect(told).to_have_text(say("plan.fits", language))
    expect(told).to_be_focused()
    expect(offered).to_have_count(0)
    assert pages(page) == 1
    assert obstacles(page, language, LOOK_IN[language]) == []
    part = page.locator(".in-appendix [data-part]")
    expect(part).to_have_count(1)
    page.reload()
    expect(page.locator(".one-page[data-open]")).to_have_count(1)
    expect(part).to_have_count(1)
    expect(told).to_be_hidden()
    part.get_by_role("button").click()
    expect(told).to_be_focused()
    expect(page.locator(".in-appendix")).to_be_hidden()
    assert pages(page) == 2


def test_it_is_downloaded_for_word_and_as_a_slide(learner, course, language, tmp_path):
    fill(course.journal(), language)
    page = opened(learner(language))
    page.emulate_media(color_scheme="dark")  # the files are for paper all the same
    place_of_owner = page.locator('[data-field="owner"]')
    place_of_owner.fill("Den som är enhetschef")
    texts = {}
    for kind, main in (("docx", "word/document.xml"), ("pptx", "ppt/slides/slide1.xml")):
        with page.expect_download() as loading:
            page.get_by_role("button", name=say(f"plan.as-{kind}", language)).click()
        assert loading.value.suggested_filename == f"{say('plan.file', language)}.{kind}"
        file = tmp_path / f"plan.{kind}"
        loading.value.save_as(file)
        with zipfile.ZipFile(file) as archive:
            texts[kind] = "".join(ElementTree.fromstring(archive.read(main)).itertext())
            pictures = [one for one in archive.namelist() if one.endswith(".png")]
            assert len(pictures) == 1
            png = archive.read(pictures[0])
        assert png[16:24] == (4 * 360).to_bytes(4, "big") + (4 * 216).to_bytes(4, "big")
    assert "Den som är enhetschef" in texts["docx"]  # also what was typed last
    assert "En tanke om fredagar." in texts["docx"]
    assert WORDS["day-30-outcome"] in texts["docx"]
    for text in texts.values():
        assert WORDS["decision"] in text


def test_the_home_page_asks_what_happened_and_the_plan_has_it(learner, course, language):
    start = date.today() - timedelta(days=31)
    journal = course.journal()
    journal.plan(NINETY_DAYS[0], "start", start.isoformat(), language=language)
    journal.plan(NINETY_DAYS[0], "day-30", WORDS["day-30"], language=language)
    journal.write()
    me = learner(language).open()
    follow = me.page.locator("#follow")
    expect(follow.get_by_role("heading")).to_contain_text("31 ")
    expect(follow.locator(".thing")).to_have_text(WORDS["day-30"])
    assert obstacles(me.page, language, LOOK_IN[language]) == []
    save = follow.get_by_role("button", name=say("follow.save", language), exact=True)
    me.hand.press(save)
    expect(follow.get_by_role("alert")).to_have_text(say("follow.empty", language))
    follow.get_by_role("textbox", name=say("follow.what", language)).fill("Vi <b>hann</b> inte.")
    me.hand.press(save)
    expect(follow.get_by_role("status")).to_have_text(say("follow.saved", language))
    expect(follow.get_by_role("status")).to_be_focused()
    wait_for(lambda: "day-30-outcome" in course.journal().planned(), "the answer in the journal")
    me.page.reload()
    expect(follow).to_have_count(0)
    page = opened(me)
    told = page.get_by_role("textbox", name=say("plan.field-day-30-outcome", language), exact=True)
    expect(told).to_have_text("Vi <b>hann</b> inte.")
    assert obstacles(page, language, LOOK_IN[language]) == []
