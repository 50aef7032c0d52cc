"""The map: every lesson a stop that says its name, state and minutes; two drawings of the same."""

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest

from course.drawing.map import Stop, standing, tall, wide
from course.drawing.spots import TALL, WIDE, Spot, along

SVG = "{http://www.w3.org/2000/svg}"
PLACES = {"hall": "Town <hall>", "river": "River"}


def stop(n: int, **fields: str) -> Stop:
    told = {"title": f"Title {n} <b>", "below": f"{n} min", "label": f"Lesson {n}", "href": f"/{n}"}
    states = ("done", "begun", "open")
    return Stop(**{"number": n, "state": states[min(n, 2)], **told, **fields})  # type: ignore[arg-type]


STOPS = [stop(n) for n in range(11)]


def links(drawn: str) -> list[ET.Element]:
    return list(ET.fromstring(drawn).iter(f"{SVG}a"))


def test_each_lesson_is_a_link_with_its_words_in_order() -> None:
    drawn = wide(STOPS, label="Map", places=PLACES).replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1)
    found = links(drawn)
    assert [one.attrib["href"] for one in found] == [f"/{n}" for n in range(11)]
    assert [one.attrib["aria-label"] for one in found] == [f"Lesson {n}" for n in range(11)]
    words = [text.text for text in ET.fromstring(drawn).iter(f"{SVG}text")]
    assert "Town <hall>" in words
    assert "Title 4 <b>" in words
    assert "4 min" in words


def test_a_state_is_a_sign_and_not_a_colour_alone() -> None:
    drawn = wide(STOPS, label="Map", places={}).replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1)
    done, begun, fresh = links(drawn)[:3]
    # A tick is the sign of what is right; what is done is full, what is begun is half full.
    assert [one.findtext(f"{SVG}text") for one in (done, begun, fresh)] == ["0", "1", "2"]
    assert [one.attrib["class"] for one in (done, begun, fresh)] == [
        "stop done",
        "stop begun",
        "stop open",
    ]
    assert begun.find(f"{SVG}path") is not None
    assert fresh.find(f"{SVG}path") is None


def test_the_way_is_drawn_through_behind_what_is_done() -> None:
    drawn = wide(STOPS, label="Map", places={})
    assert drawn.count('class="route walked"') == 1
    assert drawn.count('class="route"') == 9


def test_the_narrow_map_is_for_fingers_and_says_nothing() -> None:
    drawn = tall(STOPS).replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1)
    assert ET.fromstring(drawn).attrib["aria-hidden"] == "true"
    assert all(one.attrib["tabindex"] == "-1" for one in links(drawn))
    assert "Title" not in drawn


@pytest.mark.parametrize("n", [11, 12, 13])
@pytest.mark.parametrize(("spots", "apart"), [(WIDE, 100), (TALL, 62)])
def test_stops_are_apart_and_within(spots: tuple[Spot, ...], apart: float, n: int) -> None:
    # WCAG 2.2, 2.5.8: 24 pixels between the middles of targets; a narrow map is drawn 328 wide.
    wide_or_tall = 1140 if spots is WIDE else 360
    shrunk = 900 / 1140 if spots is WIDE else 300 / 360
    there = along(spots, n, apart)
    assert len(there) == n
    for one, other in combinations(there, 2):
        assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 * shrunk >= 46  # no rings
    assert all(24 <= one.x <= wide_or_tall - 24 for one in there)
    assert all(24 <= one.y <= 496 for one in there)


def test_a_twelfth_lesson_stands_on_the_road_that_is_there() -> None:
    eleven, twelve = along(WIDE, 11, 100), along(WIDE, 12, 100)
    assert eleven == WIDE
    assert (twelve[:10], twelve[11].at) == (WIDE[:10], WIDE[10].at)  # the longest piece has it
    # A quadratic curve at its middle is a quarter of its ends and half of its bend.
    assert twelve[10].at == (756 / 4 + 930 / 2 + 1040 / 4, 222 / 4 + 240 / 2 + 158 / 4)
    assert along(WIDE, 13, 100)[6].at == WIDE[6].at  # the bridge keeps its lesson


def test_the_flag_stands_where_one_is() -> None:
    drawn = wide([stop(0, flag="Here & now"), *STOPS[1:]], label="Map", places={})
    assert drawn.count('class="flag"') == 1
    assert "Here &amp; now" in drawn


def test_houses_and_trees_stand_in_the_page_once_for_both_drawings() -> None:
    there = {f"#{id}" for id in re.findall(r' id="([^"]+)"', standing())}
    both = wide(STOPS, label="Map", places=PLACES) + tall(STOPS)
    used = re.findall(r'<use href="([^"]+)"', both)
    assert set(used) == there
    # As many as the town has trees, houses and boats: 19 and 13 on the wide one, 11 and 8.
    assert len(used) == 19 + 13 + 11 + 8


def test_more_lessons_than_spots_make_no_map() -> None:
    many = [stop(n) for n in range(14)]
    assert wide(many, label="Map", places={}) == tall(many) == ""
    assert wide(many[:13], label="Map", places={}).count('class="stop') == 13
    assert tall(many[:13]).count('class="stop') == 13
    assert wide(STOPS[:3], label="Map", places={}).count('class="stop') == 3
