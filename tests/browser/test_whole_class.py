"""A class in real browsers: all that it does, six telephones through a whole lesson, a proxy.

``course test --clients`` runs these; an ordinary run takes a class once (``test_class.py``).
"""

import socket
import time

import pytest
from in_class import Class, an_exercise, choose, obstacles, the_end, together
from playwright.sync_api import expect

from course.paths import LANGUAGES
from course.words import say
from tests.runtimes.classroom.class_started import LESSON, killed, started
from tests.runtimes.classroom.proxied import FOLDER, Proxy, passing, sockets_for_a_proxy

pytestmark = pytest.mark.sweep

ASKS_WITHIN = 2000
"""Milliseconds within which a class asks for its own answers (``SPREAD`` of ``in-room.js``)."""


def test_a_telephone_asks_nothing_of_a_room_that_ended_right_after_the_reveal(a_class):
    """A class asks for its own answers over a while; what has ended by then is left alone."""
    room = a_class("sv")
    phone = room.phone()
    phone.evaluate("Math.random = () => 1")  # the last of the class to ask
    expect(phone.get_by_role("heading", level=1)).to_have_text(room.say("you-are-in"))
    room.press("begin-first")
    choose(phone, 0)
    expect(phone.get_by_text(room.say("received-change"))).to_be_visible()
    for action in ("do-close", "do-show", "do-reveal"):
        room.press(action)
    expect(room.screen.locator(".say.right")).to_be_visible()
    room.ask("end", key=room.key)
    ended = phone.get_by_role("heading", name=room.say("ended"))
    expect(ended).to_be_visible()
    phone.wait_for_timeout(ASKS_WITHIN)
    expect(ended).to_be_visible()  # and the exercise has not come back


def test_a_class_does_together_what_its_telephones_are_dealt(a_class):
    room = a_class("en")
    phones = [room.phone(), room.phone(320)]
    together(room, phones)


@pytest.mark.parametrize("strips", [True, False], ids=["takes it away", "leaves it"])
def test_a_class_goes_on_behind_a_proxy_under_a_folder(browser, watch, tmp_path, strips):
    sockets = sockets_for_a_proxy()
    public = f"http://127.0.0.1:{sockets[0].getsockname()[1]}{FOLDER}"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = ("--data", str(tmp_path / "class.sqlite"))
    process, key, address = started(tmp_path, port, "--public", public.rstrip("/"), *kept, LESSON)
    assert address == public
    with passing(Proxy(to=port, strips=strips), sockets):
        room = Class(browser, watch, "sv", public, key)
        typed = room.screen.locator(".address").inner_text()
        assert typed == f"127.0.0.1:{sockets[0].getsockname()[1]}{FOLDER}".rstrip("/")
        room.address = f"http://{typed}"
        phone = room.open("?in=sv", 360)  # as somebody types it, without the slash
        room.address = public
        phone.locator("#code").fill(room.ask("state", view="lead", key=key)["code"])
        phone.get_by_role("button", name=room.say("enter")).click()
        expect(phone.get_by_role("heading", level=1)).to_have_text(room.say("you-are-in"))
        room.press("begin-first")
        choose(phone, 0)
        expect(phone.get_by_text(room.say("received-change"))).to_be_visible()
        for page in (phone, room.screen, room.lead):
            assert page.locator(".reach").first.inner_text() == ""  # each has a line
        room.leave()
    killed(process)


def test_guesses_are_marked_in_the_model_when_it_is_told_what_holds(a_class):
    room = a_class("en")
    room.go_to("Who holds the units together?")
    room.others(1, 3)
    for action in ("do-close", "do-show"):
        room.press(action)
    expect(room.screen.locator(".picture")).to_be_visible()
    assert room.screen.locator(".model").count() == 0
    room.press("do-reveal")
    expect(room.screen.locator(".model .guessed .tag")).to_have_text("D")  # the fourth answer
    assert obstacles({"screen": room.screen}) == []
    summary = room.open(f"summary?in=en#{room.key}")
    title = room.say("model-name", title="Who holds the units together?")
    with summary.expect_download() as file:
        label = room.say("picture-of", title=title, kind="SVG")
        summary.get_by_role("button", name=label).click()
    assert file.value.path().read_bytes().startswith(b"<svg")
    assert obstacles({"summary": summary}) == []


def test_a_puzzle_of_ties_becomes_the_network_of_the_class(a_class):
    room = a_class("en", "07-how-ideas-travel")
    room.go_to("Five ties")
    phone = room.phone()
    place = phone.get_by_role("button", name=room.say("tie-place"))
    for first, second in ((0, 0), (1, 0), (0, 1)):
        phone.locator("#end-0").select_option(str(first))
        phone.locator("#end-1").select_option(str(second))
        place.click()
    assert obstacles({"telephone": phone}) == []
    phone.locator("form > button[type=submit]").click()
    expect(phone.get_by_text(room.say("received-change"))).to_be_visible()
    room.filled(1, {"0-0": "yes", "1-0": "yes"})
    for action in ("do-close", "do-show", "do-reveal"):
        room.press(action)
    expect(room.screen.locator("line.tie")).to_have_count(2)  # the third is of one alone
    expect(room.screen.locator("tbody tr")).to_have_count(2)
    expect(phone.get_by_text(room.say("said-to-you"))).to_be_visible()
    assert obstacles({"telephone": phone, "screen": room.screen}) == []
    assert room.screen.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_the_room_plays_one_of_a_hundred(a_class):
    room = a_class("sv", "07-how-ideas-travel")
    phones = [room.phone(), room.phone(320)]
    room.go_to(say("class.crowd", "sv"))
    waiting = room.lead.get_by_text(room.say("crowd-here", n=2))
    expect(waiting.first).to_be_visible()
    for person in range(4):
        room.ask("own", door=room.door, token=f"{person:032x}")
    room.press("do-crowd-deal")
    for phone in phones:
        expect(phone.locator(".slip")).to_be_visible()
    assert {phone.locator(".slip h1").inner_text() for phone in phones} == {"0", "1"}
    for _ in range(6):  # all six, one after another
        room.press("do-crowd-part")
    expect(room.screen.locator("circle.begun")).to_have_count(6)
    expect(room.screen.get_by_text(room.say("play-all"))).to_be_visible()
    assert obstacles({"narrow": phones[1], "screen": room.screen, "instructor": room.lead}) == []
    room.press("do-crowd-part")
    room.press("do-crowd-part")
    expect(room.screen.get_by_text(room.say("play-stops"))).to_be_visible()
    expect(room.screen.locator("circle.begun")).to_have_count(6 + 1)  # both times
    assert obstacles({"screen": room.screen}) == []
    assert room.screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    room.press("do-undo")
    expect(room.screen.locator("circle.begun")).to_have_count(6)
    room.press("do-crowd-reveal")
    summary = room.open(f"summary?in=sv#{room.key}")
    expect(summary.locator("svg.crowd")).to_have_count(2)
    assert obstacles({"summary": summary}) == []


def test_the_room_plays_a_wide_bridge(a_class):
    room = a_class("sv", "07-how-ideas-travel")
    phones = [room.phone(320), room.phone()]
    room.go_to(say("class.bridge", "sv"))
    expect(room.lead.get_by_text(room.say("play-here", n=2)).first).to_be_visible()
    for person in range(4):
        room.ask("own", door=room.door, token=f"{person:032x}")
    room.press("do-bridge-deal")
    for phone in phones:
        expect(phone.locator(".slip")).to_be_visible()
    assert obstacles({"narrow": phones[0]}) == []
    for _ in range(2):  # two ties: it ends with one in the other unit
        room.press("do-bridge-part")
    expect(room.screen.get_by_text(room.say("play-stops"))).to_be_visible()
    expect(room.screen.locator(".begun")).to_have_count(4)
    for _ in range(5):  # and three: with everybody
        room.press("do-bridge-part")
    expect(room.screen.get_by_text(room.say("play-all"))).to_be_visible()
    expect(room.screen.locator(".bridge")).to_have_count(2)
    for phone in phones:
        expect(phone.get_by_text(room.say("play-begun"))).to_be_visible()
    pages = {"narrow": phones[0], "screen": room.screen, "instructor": room.lead}
    assert obstacles(pages) == []
    assert room.screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    room.press("do-again")
    expect(room.screen.locator(".begun")).to_have_count(4 + 2)
    room.press("do-bridge-reveal")
    summary = room.open(f"summary?in=sv#{room.key}")
    title = f"{say('class.bridge', 'sv')}. {room.say('bridge-time-2', n=3, needed=2)}"
    with summary.expect_download() as file:
        label = room.say("picture-of", title=title, kind="SVG")
        summary.get_by_role("button", name=label).click()
    assert file.value.suggested_filename == "bridge-2.svg"
    assert b"rgb(" in file.value.path().read_bytes()  # with its colours in it
    assert obstacles({"summary": summary}) == []


def test_the_room_plays_the_idea_channel(a_class):
    room = a_class("en", "05-idea-to-use")
    phones = [room.phone(320), room.phone()]
    room.go_to(say("class.channel", "en"))
    expect(room.lead.get_by_text(room.say("play-here", n=2)).first).to_be_visible()
    step = room.ask("state", view="lead", key=room.key)["at"]
    for person in range(4):
        room.ask("own", door=room.door, token=f"{person:032x}")
    room.lead.locator("#set-tests-1").select_option("3")
    assert obstacles({"instructor": room.lead}) == []
    room.press("do-channel-deal")
    for phone in phones:
        phone.get_by_role("button", name=room.say("channel-send")).focus()
        phone.keyboard.press("Enter")
        expect(phone.locator(".slip")).to_contain_text(room.say("channel-is-new"))
        expect(phone.locator("#told")).to_have_text(room.say("channel-is-new"))  # read aloud
        assert phone.evaluate("document.activeElement.id") == "view"
    for person in range(4):
        who = {"door": room.door, "token": f"{person:032x}", "n": 1, "round": 1, "step": step}
        room.ask("answer", **who, filled={"idea": "sent"})
    expect(room.screen.locator("circle.new")).to_have_count(6)
    assert obstacles({"narrow": phones[0]}) == []
    room.press("do-channel-part")
    expect(room.screen.locator("circle.tested")).to_have_count(1)
    taken = room.say("channel-is-tested")
    expect(phones[0].locator(".slip")).to_contain_text(taken)  # it was sent first
    for _ in range(6):  # to the end of the year, and the first quarter of the second
        room.press("do-channel-part")
    expect(room.screen.locator("svg.channel")).to_have_count(2)
    expect(room.screen.locator("section:last-child circle.tested")).to_have_count(3)
    expect(room.screen.locator("section:last-child circle.promised")).to_have_count(3)
    promised = room.say("channel-is-tested")  # the two phones sent first
    for phone in phones:
        expect(phone.locator(".slip")).to_contain_text(promised)
    pages = {"narrow": phones[0], "screen": room.screen, "instructor": room.lead}
    assert obstacles(pages) == []
    assert room.screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    room.press("do-undo")
    expect(room.screen.locator("section:last-child circle.new")).to_have_count(6)


def test_the_summary_gives_the_picture_of_an_exercise_as_png_twice_as_fine(a_class):
    room = a_class("en")
    room.press("begin-first")
    room.others(1, 0)
    room.press("do-close")
    room.press("do-show")
    title = room.lead.get_by_role("heading", level=1).inner_text()
    summary = room.open(f"summary?in=en#{room.key}")
    label = room.say("picture-of", title=title, kind="PNG")
    with summary.expect_download() as file:
        summary.get_by_role("button", name=label).click()
    image = file.value.path().read_bytes()
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(image[16:20]) == 2 * 900  # IHDR's width; WIDE of as-svg.js


def test_what_is_pressed_on_a_slow_network_is_done_once_and_in_its_turn(a_class):
    """Nothing is pressed blind, before the class stands as the press before had asked."""
    room = a_class("en")

    def slowly(route):
        time.sleep(0.4)
        route.continue_()

    room.lead.route("**/api/steer", slowly)
    stands = room.lead.locator(".stands")
    room.press("begin-first")
    room.lead.get_by_role("button", name=room.say("do-close"), exact=True).dblclick()
    expect(stands).to_contain_text(room.say("stands-closed"))
    room.press("do-undo")
    room.press("do-close")
    expect(stands).to_contain_text(room.say("stands-closed"))
    state = room.ask("state", view="lead", key=room.key)
    split = next(n for n, step in enumerate(state["steps"]) if step.get("isTogether"))
    room.go(split)
    room.press("do-split-deal")
    room.lead.get_by_role("button", name=room.say("do-split-part"), exact=True).dblclick()
    of = room.ask("state", view="lead", key=room.key)["together"]["parts"]
    expect(stands).to_contain_text(f"2 of {of}")
    room.press("do-split-reveal")
    expect(stands).to_contain_text(room.say("split-told"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_of_six_telephones_goes_through_a_lesson(a_class, language):
    room = a_class(language)
    phones = [room.phone(), room.phone(320), *(room.phone(scheme="dark") for _ in range(3))]
    an_exercise(room, phones)
    then = room.lead.locator(".from-to ~ .step span:first-child").nth(1).inner_text()
    room.press("go-on")  # as the guide goes on
    expect(room.lead.get_by_role("heading", level=1)).to_have_text(then)
    state = room.ask("state", view="lead", key=room.key)
    for step, told in enumerate(state["steps"]):
        title = told["title"]
        room.go(step)
        for page in (*phones, room.screen):
            expect(page.get_by_role("heading", level=1)).to_have_text(title)
        pages = {"narrow": phones[1], "screen": room.screen, "instructor": room.lead}
        assert obstacles(pages) == [], title
    late = room.phone()
    expect(late.get_by_role("heading", level=1)).to_have_text(title)
    together(room, phones)
    the_end(room, phones[0])
