"""The server of a class over real requests: who comes in, what is told when, what is refused."""

import asyncio
import json
import logging
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno

from course.classroom.keys import hashed
from course.paths import LANGUAGES
from course.runtimes.classroom.answering import POLICY
from course.runtimes.classroom.pages import LOADED
from course.runtimes.classroom.served import Served
from course.runtimes.classroom.wifi import Wifi
from course.words import say
from tests.counts import LONG
from tests.own_folders import EIGHT, folder, opened
from tests.runtimes.classroom.class_here import LESSON, ClassHere

JOINS = 1_000 if LONG else 100


@pytest.fixture
def here() -> Iterator[ClassHere]:
    with ClassHere() as one:
        yield one


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_a_page_that_loads_nothing_from_elsewhere(
    here: ClassHere, language: str
) -> None:
    for view in LOADED:
        path = f"{'' if view == 'phone' else view}?in={language}"
        answer = here.get(path)
        page = answer.body.decode()
        assert answer.code == 200
        assert f'<html lang="{language}">' in page
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert "Set-Cookie" not in answer.headers
        assert here.door not in page
        addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
        assert not [one for one in addresses if one.startswith("/")]  # any folder may hold it
        for address in addresses:
            assert here.get(address).code == 200, address


def test_a_telephone_loads_at_most_150_kilobytes(here: ClassHere) -> None:
    # The budget is the course's own: 400 kbit/s carry it in three seconds.
    page = here.get("").body
    addresses = set(re.findall(r'(?:src|href)="(files/[^"]+)"', page.decode()))
    sizes = [len(here.get(address).body) for address in addresses]
    assert len(page) + sum(sizes) <= 150_000


def test_the_screen_has_the_network_to_be_on_and_a_square_that_joins_it(here: ClassHere) -> None:
    assert here.ask("state", view="screen", door=here.door)[1]["wifi"] is None
    served = Served(here.classroom, here.address, wifi=Wifi("Konferens; gäst", "a:b"))
    shown = served.state(here.room, "screen", "en")["wifi"]
    # What telephones' cameras read (ZXing, "Wi-Fi Network config"); a backslash marks ; and :.
    square = segno.make_qr(r"WIFI:T:WPA;S:Konferens\; gäst;P:a\:b;;", error="m").matrix
    assert shown["square"] == ["".join(map(str, row)) for row in square]
    assert (shown["name"], shown["password"]) == ("Konferens; gäst", "a:b")
    assert "wifi" not in served.state(here.room, "phone", "en")


@pytest.mark.parametrize(
    "path",
    ["files/../../../README.md", "api/contents", "course/sv/", "files/x/widgets/static/card.py",
     "tree", "lab", "%2e%2e/README.md", "api/steer/x"],
)  # fmt: skip
def test_nothing_else_is_there(here: ClassHere, path: str) -> None:
    assert here.get(path).code == 404


def test_no_file_but_those_of_the_pages_is_given(here: ClassHere) -> None:
    page = here.get("").body.decode()
    folder = re.findall(r'"(files/\w+/runtimes/classroom/static/)class.css"', page)[0]
    assert here.get(folder + "class.css").code == 200
    for name in (
        "types.d.ts.x",
        "../page.html",
        "../serve.py",
        "..%2fpages.py",
        "../../../../LICENSE",
    ):
        assert here.get(folder + name).code in (403, 404)


# --- participants ---------------------------------------------------------------------------------


def test_a_typed_code_opens_the_room(here: ClassHere) -> None:
    code = here.room.about.code
    status, told = here.ask("enter", code=f"{code[:3]} {code[3:].lower()}")
    assert (status, told["door"], told["state"]["at"]) == (200, here.door, -1)


@pytest.mark.long
def test_a_class_behind_one_address_comes_in_all_at_once(here: ClassHere) -> None:
    here.served.wrong_codes.most = 5
    for n in range(6):
        here.ask("enter", code=f"WRONG{n}")  # somebody there guesses
    body = json.dumps({"view": "phone", "door": here.door}).encode()

    async def all_at_once() -> list[int]:
        asked = (here.fetching("api/state", method="POST", body=body) for _ in range(JOINS))
        return [one.code for one in await asyncio.gather(*asked)]

    assert set(here.run(all_at_once())) == {200}
    assert here.answer(1, here.go("wall")[0]) == (200, {"kept": 1})


def test_wrong_codes_are_limited_and_the_address_on_the_screen_is_not(here: ClassHere) -> None:
    here.served.wrong_codes.most = 5
    statuses = [here.ask("enter", code=f"WRONG{n}")[0] for n in range(6)]
    assert statuses == [404] * 5 + [429]
    assert here.ask("state", view="phone", door=here.door)[0] == 200
    here.served.wrong_codes.clock = lambda: 1e12  # a minute later, and more
    assert here.ask("enter", code=here.room.about.code)[0] == 200


def test_that_somebody_has_come_from_elsewhere_is_known_and_not_who(here: ClassHere) -> None:
    here.get("")
    assert not here.served.reached
    # The headers are those of a proxy on this computer. First the instructor's own browser, which
    # comes from the very address that the class is served at.
    here.served.here = {"127.0.0.1", "192.168.1.7"}
    here.get("", headers={"X-Forwarded-For": "192.168.1.7"})
    assert not here.served.reached
    here.get("", headers={"X-Forwarded-For": "203.0.113.9"})
    assert here.ask("state", view="lead", key=here.key)[1]["reached"]
    assert "203.0.113.9" not in repr(here.served)


def test_an_answer_is_acknowledged_and_the_same_again_counts_once(here: ClassHere) -> None:
    a, *_ = here.go("wall")
    assert [here.answer(1, a) for _ in range(3)] == [(200, {"kept": 1})] * 3
    assert here.ask("state", view="lead", key=here.key)[1]["answered"] == 1


def test_a_lost_line_comes_back_as_the_same_participant(here: ClassHere) -> None:
    a, b, *_ = here.go("wall")
    here.answer(7, a)
    mine = {"door": here.door, "token": f"{7:032x}"}
    assert here.ask("own", **mine)[1]["filled"] == {"1": {"answer": a}}
    here.answer(7, b, n=2)
    assert len(here.room.people) == 1


def test_a_late_comer_lands_where_the_class_is(here: ClassHere) -> None:
    a, *_ = here.go("wall")
    for person in range(5):
        here.answer(person, a)
    here.steer("close", "show")
    told = here.hear(here.line())
    assert (told["phase"], told["result"]["rounds"]) == ("shown", [5])
    assert here.answer(99, a)[0] == 200  # who has not answered still may


def test_what_cannot_be_taken_is_told_in_words_in_both_languages(here: ClassHere) -> None:
    here.go("wall")
    for language, words in (
        ("sv", "Rummet finns inte längre"),
        ("en", "The room no longer exists"),
    ):
        status, told = here.ask("state", view="phone", door="other", **{"in": language})
        assert status == 410
        assert words in told["problem"]
    status, told = here.answer(1, "no-such-option")
    assert status == 400
    assert told["problem"]


def test_what_cannot_be_kept_is_sent_again_only_where_it_is_an_answer(here: ClassHere) -> None:
    a, *_ = here.go("wall")
    here.classroom.store.close()  # SQLite writes no more
    status, told = here.answer(1, a)
    assert (status, told["problem"]) == (507, say("class.not-kept-answer", "en"))
    shared = {"door": here.door, "token": f"{1:032x}", "step": here.room.at, "text": "words"}
    status, told = here.ask("share", **shared)
    assert (status, told["problem"]) == (507, say("class.not-kept", "en"))
    assert here.room.notes == {}


# --- what is told, and to whom --------------------------------------------------------------------


def test_every_view_hears_what_changes_over_its_line(here: ClassHere) -> None:
    phone, screen, lead = here.line(), here.line("screen"), here.line("lead", here.key)
    assert [here.hear(one)["at"] for one in (phone, screen, lead)] == [-1, -1, -1]
    here.go("wall")
    assert here.hear(phone)["phase"] == "open"
    told = here.hear(lead)
    while told["at"] < 0:  # how many are here is told as well
        told = here.hear(lead)
    assert told["held"]["right"]
    assert "held" not in here.hear(screen)


def test_the_presenters_view_is_opened_by_the_key_alone(here: ClassHere) -> None:
    assert here.ask("state", view="lead", door=here.door, key="")[0] == 410
    assert here.hear(here.line("lead", here.door)) == {"ended": True}
    version = here.room.version
    sent = {"version": version, "action": "go", "value": 0}
    assert here.ask("steer", key=here.door, **sent)[0] == 410
    assert here.room.at == -1


def test_of_two_instructors_who_press_at_once_one_is_heard(here: ClassHere) -> None:
    here.go("wall")
    version = here.room.version
    sent = {"key": here.key, "version": version, "action": "close"}
    assert here.ask("steer", **sent)[0] == 200
    status, told = here.ask("steer", **sent)
    assert (status, told["why"]) == (409, "class.changed-meanwhile")


def test_only_an_instructor_begins_a_room(here: ClassHere) -> None:
    here.classroom.store.add_instructor(hashed("annas-key"), "Anna")
    for key, status in (("", 403), ("wrong", 403), ("the-house-key", 200), ("annas-key", 200)):
        assert here.ask("begin", key=key, lesson="01-what-counts", smallest=4)[0] == status
    assert len(here.classroom.rooms) == 3
    assert here.ask("begin", key="annas-key", lesson="no-such", smallest=5)[0] == 404
    assert here.ask("begin", key="annas-key", lesson="01-what-counts", smallest=3)[0] == 400


def test_the_end_tells_every_page_and_leaves_nothing(here: ClassHere) -> None:
    phone = here.line()
    here.hear(phone)
    assert here.ask("end", key=here.key)[0] == 200
    told = here.hear(phone)
    while told is not None and "ended" not in told:
        told = here.hear(phone)
    assert told == {"ended": True}
    assert here.ask("state", view="phone", door=here.door)[0] == 410
    assert list(here.classroom.store.rooms()) == []


def test_a_page_without_a_line_is_told_only_what_is_new(here: ClassHere) -> None:
    version = here.ask("state", view="phone", door=here.door, since=-1)[1]["version"]
    assert here.ask("state", view="phone", door=here.door, since=version)[1] == {"same": version}
    here.go("wall")
    assert here.ask("state", view="phone", door=here.door, since=version)[1]["at"] == here.room.at


def test_a_server_that_is_killed_goes_on_where_it_was_at_the_same_address(tmp_path: Path) -> None:
    file = tmp_path / "class.sqlite"
    with ClassHere(file) as first:
        a, *_ = first.go("wall")
        for person in range(6):
            assert first.answer(person, a)[0] == 200
        # Nothing is closed: what a killed process leaves is the file as it is now.
        with ClassHere(file) as again:
            again.key = first.key
            again.steer("close", "show")
            told = again.ask("state", view="phone", door=first.door)[1]
            assert told["result"]["rounds"] == [6]
            assert again.answer(3, a)[0] == 200  # sent anew, since its acknowledgement was lost
            assert len(again.room.round(again.room.at, 1).answers) == 6


# --- bad input ------------------------------------------------------------------------------------

WORDS = ["door", "key", "token", "step", "round", "n", "filled", "view", "in", "code", "value"]


@pytest.mark.long
def test_no_message_that_no_page_would_send_stops_the_room(here: ClassHere) -> None:
    a, *_ = here.go("wall")
    chance = random.Random(7)
    values = [None, -1, 2**80, 1.5, "", "x" * 900, [], {}, True, here.door, f"{1:032x}", "\ud800"]
    calls = (
        "enter",
        "state",
        "own",
        "answer",
        "share",
        "home",
        "lessons",
        "begin",
        "steer",
        "table",
    )
    for _ in range(10_000 if LONG else 300):
        body = {word: chance.choice(values) for word in chance.sample(WORDS, 6)}
        body["door"] = chance.choice([here.door, body.get("door")])
        body["token"] = chance.choice([f"{1:032x}", body.get("token")])
        assert here.ask(chance.choice(calls), **body)[0] < 500, body
    for junk in (b"", b"[]", b"{", b"[" * 9000, b"\xff\xfe", b'"x"', b"1"):
        assert here.send("answer", junk)[0] == 400
    assert here.send("answer", b" " * 30_000)[0] in (400, 413, 599)
    assert here.answer(1, a, n=9) == (200, {"kept": 9})


def test_a_line_that_says_something_else_is_closed(here: ClassHere) -> None:
    for junk in (
        "",
        "[]",
        "{}",
        '{"view": "lead"}',
        '{"view": 1, "secret": 2, "in": 3}',
        "x" * 500,
    ):
        line = here.run(_open(here))
        here.run(line.write_message(junk))
        assert here.hear(line) is None
        line.close()
    line = here.run(_open(here))  # half a character is no key, and no fault
    here.run(line.write_message(json.dumps({"view": "lead", "secret": "\ud800", "in": "sv"})))
    assert here.hear(line) == {"ended": True}
    line.close()


async def _open(here: ClassHere):
    from tornado.websocket import websocket_connect

    return await websocket_connect(here.address.replace("http", "ws") + "live")


def test_no_log_names_an_address_or_a_browser(
    here: ClassHere, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a fault")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(type(here.classroom), "share", fails)
    body = json.dumps({"door": here.door, "token": f"{1:032x}", "step": 0, "text": "x"}).encode()
    headers = {"User-Agent": "Tell-Tale/1"}
    assert here.get("api/share", method="POST", body=body, headers=headers).code == 500
    here.get("no-such-page", headers=headers)
    told = "\n".join(f"{one.getMessage()} {one.exc_text}" for one in caplog.records)
    assert "a fault" in told  # the fault is told, and not who met it
    assert "127.0.0.1" not in told
    assert "Tell-Tale" not in told


# --- the class's own network in the lab -----------------------------------------------------------


def test_the_lab_is_the_instructors_and_comes_with_the_map(here: ClassHere) -> None:
    step = next(n for n in here.room.steps_together() if here.room.together(n) == "network")
    here.steer("go", value=step)
    here.steer("deal", value=["Home care", "Families"])
    for person in range(6):
        filled = {"from": str(person % 2), str((person + 1) % 2): "2"}
        who = {"door": here.door, "token": f"{person:032x}", "step": step, "round": 1, "n": 1}
        assert here.ask("answer", **who, filled=filled)[0] == 200
    assert here.ask("lab", key=here.key)[0] == 409
    here.steer("reveal")
    status, told = here.ask("lab", key=here.key)
    assert status == 200
    assert told["card"]["task"]["network"]["ties"] == [[0, 1, 2]]
    setting = {"begin": ["Families"], "threshold": 1}
    status, scene = here.ask("lab-look", key=here.key, setting=setting)
    assert (status, scene["measured"]["rounds"]) == (200, {"Families": 0, "Home care": 1})
    for what in ("lab", "lab-look"):
        assert here.ask(what, door=here.door, setting=setting)[0] == 410  # a telephone has no key


# --- the models in which guesses are marked -------------------------------------------------------


def test_a_model_is_given_when_it_is_told_what_holds_and_not_before(here: ClassHere) -> None:
    places = here.go("wall")
    for person in range(6):
        here.answer(person, places[0])
    step = here.room.at
    for action in ("close", "show", "reveal"):
        status, _ = here.ask("model", door=here.door, step=step)
        assert status == 409, action
        here.steer(action)
    status, told = here.ask("model", door=here.door, step=step, **{"in": "sv"})
    assert status == 200
    assert told["scene"]["drawing"]["kind"] == "network"
    assert set(told["guesses"]) == set(places)
    assert here.ask("model", key=here.key, step=step)[0] == 200
    assert here.ask("model", door="another", step=step)[0] == 410
    for other in (-1, 99, "0"):
        assert here.ask("model", door=here.door, step=other)[0] == 409


def test_a_model_says_the_name_of_one_s_own_municipality(tmp_path: Path) -> None:
    course = opened(folder(tmp_path / "mine", EIGHT), LESSON)
    with ClassHere(course=course) as here:
        here.go("wall")
        here.steer("close", "show", "reveal")
        for language in LANGUAGES:
            asked = {"step": here.room.at, "in": language}
            _, told = here.ask("model", door=here.door, **asked)
            said = json.dumps(told, ensure_ascii=False)
            assert "Sandvik" in said
            assert "Älvhamn" not in said


def test_an_exercise_without_a_model_has_none_to_give(here: ClassHere) -> None:
    step = next(
        n
        for n, _ in enumerate(here.room.about.steps)
        if (poll := here.classroom.questions.poll(here.room, n, "en")) and not poll.has_model
    )
    here.steer("go", "close", "show", "reveal", value=step)
    assert here.ask("model", door=here.door, step=step)[0] == 409
