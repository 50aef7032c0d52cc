"""What the interface says: whole in both languages, and numbers as each language writes them."""

import re
from pathlib import Path

import pytest

import course
from course import words as text
from course.kinds import KINDS, folders
from course.marked import read
from course.paths import LANGUAGES, PACKAGE
from course.widgets.card import STATIC
from course.words import decimal, duration, interface, number_in, other, say, spoken

SENTENCES = {key: text._sentences(key.partition(".")[0])[key] for key in text.every_key()}
VIEWS = [
    *STATIC.glob("*.js"),
    *(one for folder in folders().values() for one in folder.glob("*.js")),
]
HOW = ("placed", "judged", "paired", "kept")
PLACE = re.compile(r"\{(\w+)\}")
every_language = pytest.mark.parametrize("language", LANGUAGES)


def test_every_sentence_stands_in_both_languages() -> None:
    lacking = [key for key, said in SENTENCES.items() if set(said) != set(LANGUAGES)]
    assert lacking == []


def test_every_sentence_is_a_text_without_blanks_around_it() -> None:
    odd = [
        key
        for key, said in SENTENCES.items()
        if not all(isinstance(one, str) and one.strip() == one != "" for one in said.values())
    ]
    assert odd == []


def test_no_sentence_stands_in_two_files() -> None:
    files = [file for pattern in text._FILES for file in PACKAGE.glob(pattern)]
    assert len(files) > 30
    assert sum(len(read(file).value) for file in files) == len(SENTENCES)


def places(key: str) -> set[str]:
    """The places of a sentence, in either language."""
    return {place for sentence in SENTENCES[key].values() for place in PLACE.findall(sentence)}


def test_both_languages_have_the_same_places() -> None:
    told = {
        key: {frozenset(PLACE.findall(sentence)) for sentence in said.values()}
        for key, said in SENTENCES.items()
    }
    assert [key for key, each in told.items() if len(each) > 1] == []


@every_language
def test_what_is_filled_in_leaves_no_place(language: str) -> None:
    left = [
        key
        for key in SENTENCES
        if PLACE.search(say(key, language, **{place: f"«{place}»" for place in places(key)}))
    ]
    assert left == []


@every_language
def test_no_place_is_left_unfilled_in_silence(language: str) -> None:
    tried = [(key, place) for key in SENTENCES for place in places(key)]
    assert len(tried) > 500
    silent = []
    for key, place in tried:
        try:
            silent.append((key, say(key, language, **dict.fromkeys(places(key) - {place}, "x"))))
        except KeyError as error:
            if place not in str(error):
                silent.append((key, str(error)))
    assert silent == []


def test_sentences_that_must_differ_do() -> None:
    # Words and signs that are rightly the same in both languages.
    same = {key for key, said in SENTENCES.items() if said["sv"] == said["en"]}
    long = {key for key in same if len(re.findall(r"\w+", PLACE.sub("", SENTENCES[key]["sv"]))) > 4}
    assert long == set()


def test_an_unknown_key_or_language_is_an_error_at_once() -> None:
    with pytest.raises(text.NoWordsError, match=r"has the sentence no-such-key\. Write it in"):
        say("no-such-key", "sv")
    with pytest.raises(KeyError):
        say("minutes", "de", n=1)


def test_a_value_is_not_read_as_a_sentence() -> None:
    assert say("error.unknown-lesson", "en", given="{known}", known="a") == (
        "There is no lesson {known}. The lessons are: a."
    )


@every_language
def test_every_sentence_that_a_view_fills_in_is_there(language: str) -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in VIEWS)
    used = set(re.findall(r'words\["([\w-]+)"\]', scripts))
    used |= set(re.findall(r"\bwords\.([a-z]\w*)", scripts)) - {"replace"}  # a text's own method
    assert len(used) > 15
    assert used - set(interface(language, "card")) == set()


def test_every_sentence_for_a_card_is_filled_in_somewhere() -> None:
    package = Path(course.__file__).parent
    scripts = [path.read_text(encoding="utf-8") for path in VIEWS]
    named = set(re.findall(r'"([a-z][\w-]*)"', "\n".join(scripts)))
    named |= set(re.findall(r"\bwords\.([a-z]\w*)", "\n".join(scripts)))
    named |= set(re.findall(r'words\["([\w-]+)"\]', (package / "widgets" / "still.py").read_text()))
    named |= {*(kind.button for kind in KINDS.values()), *(f"kind-{kind}" for kind in KINDS)}
    named |= {f"{how}-{tone}" for how in HOW for tone in ("right", "wrong")}
    assert set(interface("sv", "card")) - named == set()


def test_a_view_gets_its_own_sentences_and_no_others() -> None:
    words = interface("sv", "card")
    assert words["answer"] == "Svara"
    assert len(words) == sum(key.startswith("card.") for key in SENTENCES)


@pytest.mark.parametrize(
    ("number", "digits", "signed", "swedish", "english"),
    [
        (0.125, 2, False, "0,12", "0.12"),  # half to even, as Python's format
        (-0.1319, 2, False, "−0,13", "−0.13"),
        (0.7, 2, True, "+0,70", "+0.70"),
        (-0.001, 2, False, "0,00", "0.00"),
        (-0.001, 2, True, "0,00", "0.00"),
        (0, 0, True, "0", "0"),
        (1234.5, 1, False, "1234,5", "1234.5"),
    ],
)
def test_numbers_as_each_language_writes_them(
    number: float, digits: int, signed: bool, swedish: str, english: str
) -> None:
    assert decimal(number, digits, "sv", signed=signed) == swedish
    assert decimal(number, digits, "en", signed=signed) == english


@pytest.mark.parametrize("number", [0.0, 12.5, -3.25, 1200.0, 0.01])
@every_language
def test_a_number_that_was_written_can_be_read(number: float, language: str) -> None:
    assert number_in(decimal(number, 2, language)) == number


@pytest.mark.parametrize("words", ["", " ", "x", "1,2,3", "1.2,3", "1-2", "%", ",", "--1", "1e3"])
def test_what_is_not_one_number(words: str) -> None:
    with pytest.raises(ValueError, match="is not one number"):
        number_in(words)


@pytest.mark.parametrize(
    ("minutes", "swedish"), [(0, "0 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min")]
)
def test_minutes_as_people_say_them(minutes: int, swedish: str) -> None:
    assert duration(minutes, "sv") == swedish


def test_the_other_language() -> None:
    assert (other("sv"), other("en")) == ("en", "sv")


def test_a_value_can_name_a_sentence_and_other_words_stay_words() -> None:
    values = {"a": "say:in.sv", "b": "say:type.list", "c": "say:hello", "d": "in.sv", "n": 3}
    assert spoken(values, "sv") == {
        "a": "svenska",
        "b": "en lista med streck framför varje rad",
        "c": "say:hello",
        "d": "in.sv",
        "n": 3,
    }


def test_a_sentence_is_found_by_how_its_key_begins_in_whatever_file() -> None:
    """Files are read when something in them is said; which they are is seen in their text."""
    for file in (file for pattern in text._FILES for file in PACKAGE.glob(pattern)):
        for key in read(file).value:
            assert key in text._sentences(key.partition(".")[0]), (file.name, key)
