"""Portraits: whole, small, said in words, the same each time; and everybody has one."""

import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from course.content.course import ours
from course.content.scenes import faces, looks, portrayed
from course.drawing.face import LOOKS, face
from course.drawing.people import CHOICES, MOODS, WEARS, Portrait, plain, portrait
from course.paths import LANGUAGES
from course.words import say

SVG = "{http://www.w3.org/2000/svg}"
CAST = ours().cast
LARGEST = 2500
"""Letters in a face at most."""


def everybody() -> dict[str, Portrait]:
    ids = (*CAST.people, *ours().scenes.others)
    return {id: looks(ours(), id) for id in ids}


@pytest.mark.parametrize("mood", MOODS)
def test_a_face_is_whole_and_small_and_says_who_and_how(mood: str) -> None:
    for id, person in everybody().items():
        drawn = face(person, mood, label=f"{id} & co, {mood}")
        root = ET.fromstring(drawn)
        assert root.attrib["role"] == "img"
        assert root.findtext(f"{SVG}title") == f"{id} & co, {mood}"
        assert len(drawn) <= LARGEST, id
        assert not any("style" in one.attrib or "id" in one.attrib for one in root.iter()), id


@pytest.mark.parametrize("name", CHOICES)
def test_each_word_for_looks_is_drawn_otherwise_than_the_others(name: str) -> None:
    base = {"hair": "veil"} if name == "veil" else {"clothes": "blazer", "beard": "short"}
    if name in ("beard", "clothes"):
        base.pop(name)
    drawn = {face(portrait({**base, name: word})) for word in CHOICES[name]}
    same = {"age": 1, "beard": 0}.get(name, 0)  # young and middle differ in the grey alone
    assert len(drawn) >= len(CHOICES[name]) - same


@pytest.mark.parametrize("worn", WEARS)
def test_what_is_worn_is_seen(worn: str) -> None:
    assert face(portrait({"with": [worn]})) != face(portrait({}))


def test_moods_are_six_and_each_is_seen_and_said() -> None:
    assert MOODS == ("calm", "doubtful", "worried", "relieved", "pleased", "weary")
    assert tuple(LOOKS) == MOODS
    for one, other in combinations(MOODS, 2):
        assert face(Portrait(), one) != face(Portrait(), other)
        for language in LANGUAGES:
            assert say(f"mood.{one}", language) != say(f"mood.{other}", language)


def test_a_face_says_its_name_and_mood_in_the_reader_s_language() -> None:
    for language, words in (("sv", "Karin Lindqvist, trött"), ("en", "Karin Lindqvist, weary")):
        drawn = portrayed(ours(), "karin", "Karin Lindqvist", language, "weary")
        assert ET.fromstring(drawn).findtext(f"{SVG}title") == words


def test_whoever_is_presented_has_a_portrait_of_their_own() -> None:
    assert CAST.met
    drawn = [face(looks(ours(), one.id)) for one in CAST.met]
    assert len(set(drawn)) == len(drawn)


def test_whoever_has_none_is_drawn_from_the_id_and_the_same_each_time() -> None:
    assert "luis" in CAST.people
    assert not CAST.people["luis"].portrait
    assert looks(ours(), "luis") == plain("luis")
    assert looks(ours(), "nobody-knows") == plain("nobody-knows")
    assert len({face(plain(f"person-{n}")) for n in range(60)}) >= 58  # rarely two alike


def test_faces_for_a_conversation_are_silent_and_in_every_mood() -> None:
    given = faces(ours(), ["johan", "karin"])
    assert {id: tuple(each) for id, each in given.items()} == {"johan": MOODS, "karin": MOODS}
    for each in given.values():
        for drawn in each.values():
            assert ET.fromstring(drawn).attrib["aria-hidden"] == "true"
            assert "var(" not in drawn  # a picture of its own knows nothing of the page's colours
