"""A class in real browsers: an instructor, a screen, telephones, and others without a browser."""

import json
from urllib.request import Request, urlopen

from accessible import found_in, wider_than_the_window
from playwright.sync_api import expect

from course.words import say

OFFLINE = "ERR_INTERNET_DISCONNECTED"
OTHERS = 8
"""How many answer besides, so that there is something to show."""


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
    now = room.ask("state", view="lead", key=room.key)["together"]
    part = room.say("split-part", n=2, of=now["parts"], minutes=now["minutes"])
    for phone in phones:  # a key that is down while the part comes ticks nothing
        expect(phone.get_by_role("heading", name=part)).to_be_visible()
    tick = phones[0].get_by_role("checkbox").first
    tick.focus()
    phones[0].keyboard.press("Space")
    expect(tick).to_be_checked()
    other = phones[1].get_by_role("checkbox").first
    other.check()
    expect(other).to_be_checked()
    expect(tick).to_be_focused()  # whoever ticks by keys goes on from there, whatever others do
    assert obstacles(pages) == []
    room.press("do-split-reveal")
    expect(phones[0].get_by_text(room.say("split-key"))).to_be_visible()
    facts = phones[0].locator(".told-facts")
    expect(facts.get_by_text(room.say("split-told-part", part=2)).first).to_be_visible()
    assert obstacles(pages) == []
    assert room.screen.evaluate("document.documentElement.scrollHeight <= innerHeight")

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
