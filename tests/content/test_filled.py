"""Numbers by their names, in each language's form, and names of one's own, whole words alone."""

from course.content.cast import Cast, Person, Unit
from course.content.course import ours
from course.content.filled import EMPTY, REFERENCE, Filling, Number, own_names
from course.words.bilingual import Text

NUMBERS = {
    "ties": Number(9300),
    "ei": Number(-0.123596, 2, True),
    "chance": Number(0.761582, 2, True),
    "pairs": Number(11),
    "none": Number(0),
}


def said(text: str, language: str) -> str:
    return Filling(NUMBERS).said(text, language)


def test_a_number_is_written_as_the_language_writes_numbers() -> None:
    """By hand, from the rules of both languages: thousands, decimal sign, a true minus sign."""
    assert said("{n:ties}, {n:ei}, {n:chance}", "sv") == "9\u00a0300, −0,12, +0,76"
    assert said("{n:ties}, {n:ei}, {n:chance}", "en") == "9,300, −0.12, +0.76"


def test_a_number_in_words_where_it_has_a_short_one() -> None:
    assert said("{W:pairs} par, {w:none} kontakter, {w:ties}", "sv") == (
        "Elva par, noll kontakter, 9\u00a0300"
    )
    assert said("{W:pairs} pairs", "en") == "Eleven pairs"


def test_an_unknown_number_stays_to_be_seen() -> None:
    assert said("{n:other} {term}`x`", "sv") == "{n:other} {term}`x`"


def test_texts_in_both_languages_are_filled_in_and_a_number_that_stands_alone() -> None:
    given = {
        "id": "of {n:pairs}",
        "shows": "{n:pairs}",
        "text": {"sv": "{n:pairs}", "en": "{w:pairs}"},
        "n": [1],
    }
    assert Filling(NUMBERS).filled(given) == {
        "id": "of {n:pairs}",
        "shows": 11,
        "text": {"sv": "11", "en": "eleven"},
        "n": [1],
    }


def cast(name: str, person: str, unit: Unit) -> Cast:
    return Cast(
        municipality=Text(name, name),
        units={unit.id: unit},
        people={"bo": Person("bo", person, unit.id, Text("chef", "manager"))},
    )


OURS = cast("Älvhamn", "Bo Ek", Unit("care", Text("Vård", "Care"), Text("i vården", "in care")))
THEIRS = cast("Borås", "Åke Alm", Unit("home", Text("Hem", "Home")))
OWN = Filling(names=own_names(OURS, THEIRS))


def test_names_are_whole_words_with_their_genitives() -> None:
    assert OWN.named("Älvhamns nämnd i Älvhamn, inte Älvhamnsbo.", "sv") == (
        "Borås nämnd i Borås, inte Älvhamnsbo."
    )
    assert OWN.named("Älvhamn's board: Bo's plan.", "en") == "Borås's board: Åke's plan."


def test_a_full_name_goes_before_the_given_one_within_it() -> None:
    assert OWN.named("Bo Ek och Bo i Bohus", "sv") == "Åke Alm och Åke i Bohus"


def test_a_unit_is_known_by_how_a_sentence_says_where_somebody_works() -> None:
    assert OWN.named("Bo i vården. I vården. Vård behövs.", "sv") == (
        "Åke på Hem. På Hem. Vård behövs."
    )
    assert OWN.named("#### Care", "en") == "#### Home"


def test_one_and_the_same_cast_has_nothing_to_change() -> None:
    assert ours().filling.names == {}
    assert EMPTY.said("Älvhamn {n:ties}", "sv") == "Älvhamn {n:ties}"


def test_all_that_a_page_is_sent_has_the_names() -> None:
    assert OWN.shown({"a": ["Bo", 1], "b": {"c": "Älvhamn"}}, "sv") == {
        "a": ["Åke", 1],
        "b": {"c": "Borås"},
    }


def test_no_exercise_or_figure_shows_the_name_of_a_number() -> None:
    course = ours()
    places = [(lesson, id) for lesson in course.lessons() for id in course.exercises(lesson)]
    shown = [*(course.exercise(*place) for place in places), *map(course.figure, course.figures())]
    for one in shown:
        assert not REFERENCE.search(repr(one)), one
