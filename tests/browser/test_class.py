"""A class in real browsers: an instructor, a screen, telephones; an exercise and the end.

Two telephones, one of them by keyboard and losing its line, stand for all in the ordinary tests;
five and a late one, in each language, are among what takes long.
"""

import json
import socket
import time
from urllib.request import Request, urlopen

import pytest
from accessible import found_in, wider_than_the_window
from playwright.sync_api import expect
from running import free_port

from course.paths import LANGUAGES
from course.words import say
from tests.runtimes.classroom.asked import ask
from tests.runtimes.classroom.class_started import LESSON, killed, started
from tests.runtimes.classroom.proxied import FOLDER, Proxy, passing, sockets_for_a_proxy

OFFLINE = "ERR_INTERNET_DISCONNECTED"
OTHERS = 8
"""How many answer besides, so that there is something to show."""

ASKS_WITHIN = 2000
"""Milliseconds within which a class asks for its own answers (``SPREAD`` of ``in-room.js``)."""


class Class:
    """The pages of a class, and those who answer without a browser."""

    def __init__(self, browser, watch, language, address, key):
        self.browser, self.watch, self.language = browser, watch, language
        self.address, self.key = address, key
        self.contexts = []
        self.lead = self.open(f"lead?in={language}#{key}")
        self.door = self.ask("state", view="lead", key=key)["door"]
        self.screen = self.open(f"screen?in={language}#{self.door}")

    def say(self, key, **values):
        return say(f"class-view.{key}", self.language, **values)

    def open(self, path, width=1280, scheme="light"):
        height = 720 if width > 600 else 780
        size = {"width": width, "height": height}
        context = self.browser.new_context(viewport=size, color_scheme=scheme)
        self.watch.follow(context)
        self.contexts.append(context)
        page = context.new_page()
        page.goto(self.address + path)
        return page

    def phone(self, width=360, scheme="light"):
        return self.open(f"?in={self.language}#{self.door}", width, scheme)

    def ask(self, what, **body):
        sent = json.dumps({**body, "in": self.language}).encode()
        with urlopen(Request(f"{self.address}api/{what}", sent, method="POST")) as answer:
            return json.loads(answer.read())

    def others(self, round, chosen):
        state = self.ask("state", view="lead", key=self.key)
        places = [place["id"] for place in state["exercise"]["rows"][0]["places"]]
        self.filled(round, {"answer": places[chosen]})

    def filled(self, round, filled):
        state = self.ask("state", view="lead", key=self.key)
        for person in range(OTHERS):
            token = f"{person:032x}"
            who = {"door": self.door, "token": token, "n": round, "filled": filled}
            self.ask("answer", step=state["at"], round=round, **who)

    def go(self, step):
        state = self.ask("state", view="lead", key=self.key)
        sent = {"version": state["version"], "action": "go", "value": step}
        self.ask("steer", key=self.key, **sent)

    def go_to(self, title):
        """Go to an exercise by its title."""
        steps = self.ask("state", view="lead", key=self.key)["steps"]
        self.go(next(n for n, step in enumerate(steps) if step["title"] == title))

    def press(self, key):
        self.lead.get_by_role("button", name=self.say(key), exact=True).click()

    def leave(self):
        for context in self.contexts:
            self.watch.leave(context)
            context.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One that all these classes are on, and the key that begins a room."""
    kept = tmp_path_factory.mktemp("class")
    port = free_port()
    process, key, address = started(kept, port, "--data", str(kept / "class.sqlite"))
    yield address, key
    killed(process)


@pytest.fixture
def a_class(browser, watch, server):
    """``a_class(language)``: a class in a room of its own, in lesson 06 or in another."""
    address, first = server
    begun = []

    def begin(language, lesson=LESSON):
        key = ask(address, "begin", key=first, lesson=lesson)["key"]
        begun.append(Class(browser, watch, language, address, key))
        return begun[-1]

    yield begin
    for one in begun:
        one.leave()


def choose(page, nth):
    page.locator(".opt input").nth(nth).check()
    page.locator("form button[type=submit]").click()


def choose_by_keys(page, nth):
    page.locator(".opt input").first.focus()
    for _ in range(nth):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def obstacles(pages):
    found = []
    for name, page in pages.items():
        found += [f"{name}: {one}" for one in wider_than_the_window(page)]
        found += [f"{name}: {one}" for one in found_in(page, "body", "light")]
    return found


def an_exercise(room, phones):
    """The class answers alone, talks, answers again, and is told what holds."""
    watch, (first, second, *rest) = room.watch, phones
    received = room.say("received-change")
    for phone in phones:
        expect(phone.get_by_role("heading", level=1)).to_have_text(room.say("you-are-in"))
    room.press("begin-first")
    choose(first, 0)
    expect(first.get_by_text(received)).to_be_visible()
    assert obstacles({"telephone": first}) == []

    # A line that is lost while somebody answers: it is kept, and arrives when there is one.
    watch.forgive(OFFLINE, "live")
    second.context.set_offline(True)
    choose_by_keys(second, 1)
    expect(second.locator(".status")).to_have_text(room.say("kept-here"), timeout=20_000)
    second.context.set_offline(False)
    expect(second.get_by_text(received)).to_be_visible(timeout=30_000)
    for phone in rest:
        choose(phone, 1)
    room.others(1, 0)
    n = OTHERS + len(phones)
    expect(room.screen.get_by_text(room.say("alone-answered", n=n))).to_be_visible()

    room.press("do-close")
    expect(first.get_by_text(room.say("look-at-screen"))).to_be_visible()
    assert room.screen.locator(".picture").count() == 0  # nobody has seen the answers
    room.press("do-show")
    expect(first.get_by_text(room.say("talk"))).to_be_visible()
    room.press("do-revise")
    choose(first, 2)
    expect(first.get_by_text(received)).to_be_visible()
    room.others(2, 2)
    for phone in (second, *rest):
        choose(phone, 2)
        expect(phone.get_by_text(received)).to_be_visible()
    room.press("do-close")
    room.press("do-show")
    alone = room.say("round-of", round=room.say("round-1"), n=n)
    expect(room.screen.get_by_text(alone)).to_be_visible()
    assert room.screen.locator(".held .say").count() == 0
    room.press("do-reveal")
    for phone in phones:
        expect(phone.get_by_text(room.say("said-to-you"))).to_be_visible()
    expect(room.screen.locator(".say.right")).to_be_visible()
    # Nobody scrolls the wall.
    assert room.screen.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert obstacles({"telephone": first, "screen": room.screen, "instructor": room.lead}) == []


def together(room, phones):
    """The class is dealt its split information, and draws its own network."""
    pages = {"telephone": phones[-1], "screen": room.screen, "instructor": room.lead}
    steps = room.ask("state", view="lead", key=room.key)["steps"]
    split, network = (n for n, step in enumerate(steps) if step.get("isTogether"))
    room.go(split)
    waiting = room.lead.get_by_text(room.say("split-here", n=len(phones)))
    expect(waiting).to_be_visible()
    room.press("do-split-deal")
    for phone in phones:
        expect(phone.locator(".slip")).to_be_visible()
    held = {phone.locator(".slip h1").inner_text() for phone in phones}
    assert len(held) == min(len(phones), 4)  # each of the first four has another
    room.press("do-split-part")
    room.press("do-split-reveal")
    expect(phones[0].get_by_text(room.say("split-key"))).to_be_visible()
    assert obstacles(pages) == []

    room.go(network)
    room.press("do-network-deal")
    expect(phones[0].locator("#n-from")).to_be_visible()
    phones[0].locator("#n-from").select_option("0")
    phones[0].locator("#n-1").select_option("3")
    assert obstacles(pages) == []
    phones[0].locator("form button").click()
    expect(phones[0].get_by_text(room.say("network-sent"))).to_be_visible()
    for person in range(OTHERS):
        who = {"door": room.door, "token": f"{person:032x}", "n": 1, "round": 1, "step": network}
        room.ask("answer", **who, filled={"from": str(person % 2), str((person + 1) % 2): "2"})
    room.press("do-network-reveal")
    for page in (*phones, room.screen):  # each has asked for its own by then
        expect(page.locator(".own-map")).to_be_visible()
        assert page.locator(".own-map .tie").count() == 1
    assert obstacles(pages) == []
    with room.lead.context.expect_page() as opened:
        room.lead.get_by_text(room.say("open-lab")).click()
    lab = opened.value
    expect(lab.locator(".people-map .hit")).to_have_count(8)  # the units that stand there at first
    assert obstacles({"lab": lab}) == []
    lab.close()
    summary = room.open(f"summary?in={room.language}#{room.key}")
    title = room.lead.get_by_role("heading", level=1).inner_text()
    for kind in ("PNG", "SVG"):
        label = room.say("picture-of", title=title, kind=kind)
        with summary.expect_download() as file:
            summary.get_by_role("button", name=label).click()
        image = file.value.path().read_bytes()
        assert file.value.suggested_filename == f"network.{kind.lower()}"
        if kind == "SVG":  # with its colours in it: there is no page about it
            assert image.count(b"<line") == 1
            assert b"rgb(" in image
        else:
            assert int.from_bytes(image[16:20]) == 2 * 640  # IHDR's width; ON_SCREEN's


def the_end(room, phone):
    """Somebody takes the own answers home, and the room is ended."""
    phone.get_by_text(room.say("what-is-kept")).click()
    with phone.expect_download() as file:
        phone.get_by_role("button", name=room.say("take-home")).click()
    text = file.value.path().read_text("utf-8")
    assert len(text.splitlines()) == 3  # the head, and an answer in each round
    room.press("end-room")
    room.press("end-now")
    expect(phone.get_by_role("heading", name=room.say("ended"))).to_be_visible()
    expect(room.screen.get_by_role("heading", name=room.say("ended"))).to_be_visible()


def test_a_class_of_two_telephones_goes_through_an_exercise(a_class):
    room = a_class("sv")
    phones = [room.phone(), room.phone(320)]
    an_exercise(room, phones)
    the_end(room, phones[0])


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
    expect(room.screen.locator("circle.begun")).to_have_count(1)
    room.press("do-undo")
    expect(room.screen.locator("circle.begun")).to_have_count(0)


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
    title = f"{say('class.bridge', 'sv')}. {room.say('bridge-time-2', n=3)}"
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
    room.lead.locator("#set-1").select_option("3")
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


@pytest.mark.client
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
