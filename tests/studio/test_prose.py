"""How hard a text is to read; the numbers are worked out by hand."""

import sys

import pytest

from course.content.minutes import plain, word_count
from course.studio.prose import can_measure, difficulty, sentences


@pytest.mark.parametrize(
    ("markdown", "n"),
    [
        ("", 0),
        ("Ett ord till.", 3),
        ("E–I-index: +0,27", 4),  # E, I-index, 0 and 27
        ("**fet** *kursiv* `kod`", 3),
        ("[två ord](https://example.org/many/words/here)", 2),
        ("påstår [@key-2020, s. 4] att", 2),
        ('<span lang="en">public value</span>', 2),
        ("{sources}", 0),
        ("en {term}`bred bro <wide-bridge>` till", 4),
        ("Karin's don't 10:30", 3),
    ],
)
def test_words_as_a_reader_counts_them(markdown: str, n: int) -> None:
    assert word_count(markdown) == n


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("# Rubrik\n\nEn mening.", ["En mening."], id="a heading is no sentence"),
        pytest.param("- ett\n- två\n\n1. tre", ["ett", "två", "tre"], id="items of a list"),
        pytest.param("> Sagt. Gjort.", ["Sagt.", "Gjort."], id="a quotation"),
        pytest.param("| a | b |\n|---|---|\n| c | d |\n\nEn rad.", ["En rad."], id="a table"),
        pytest.param("```\nprint(1)\n```\n\nEn rad.", ["En rad."], id="code"),
        pytest.param("En rad\nsom fortsätter.", ["En rad som fortsätter."], id="a line goes on"),
        pytest.param("**Fet.** Och *lutad*.", ["Fet.", "Och lutad."], id="bold and leaning"),
        pytest.param("[Två ord](https://a.se/b.c) till.", ["Två ord till."], id="a link"),
        pytest.param("Sagt [@sol, 4 §]. Klart.", ["Sagt.", "Klart."], id="a citation"),
        pytest.param("En {term}`bro <tie>`.", ["En bro."], id="a term"),
        pytest.param("{sources}", [], id="the place of the sources"),
        pytest.param(
            "”Varför då?” säger han. ”För att.”",
            ["”Varför då?” säger han.", "”För att.”"],
            id="speech goes on after its question mark",
        ),
        pytest.param(
            "Ja! Är det så? Så här: Gör det.",
            ["Ja!", "Är det så?", "Så här:", "Gör det."],
            id="each end of a sentence",
        ),
        pytest.param("Se 2.33 och 4 kap. 5 §.", ["Se 2.33 och 4 kap. 5 §."], id="points within"),
        pytest.param('<span lang="en">public value</span> är nytta.', ["public value är nytta."],
                     id="another language"),
    ],
)  # fmt: skip
def test_sentences(markdown: str, found: list[str]) -> None:
    assert sentences(markdown) == found


def test_plain_text_keeps_its_punctuation() -> None:
    assert plain("Ett ord [@key-2020], ett till [@sol, 4 §].") == "Ett ord, ett till."


def test_lix_by_hand() -> None:
    # 8 words in 2 sentences: 4. Longer than six letters: kommunen, besöken and hemtjänsten, 3 of 8.
    text = ["Så gör kommunen.", "Men i hemtjänsten är besöken"]
    assert difficulty(text, "sv") == pytest.approx(8 / 2 + 100 * 3 / 8)


def test_the_grade_by_hand() -> None:
    # Kincaid et al. 1975: 8 words in 2 sentences; 3 syllables, and 6 in a hap-py dog came home.
    text = ["The cat sat.", "A happy dog came home."]
    assert difficulty(text, "en") == pytest.approx(0.39 * 8 / 2 + 11.8 * 9 / 8 - 15.59)


def test_short_sentences_are_sentences() -> None:
    import textstat

    long = ["Den här meningen har sex ord."]
    assert difficulty(long, "sv") == pytest.approx(textstat.lix(long[0]))
    assert difficulty([*long, "Ja."], "sv") < textstat.lix("Den här meningen har sex ord. Ja.")


def test_no_text_is_not_hard() -> None:
    assert difficulty([], "sv") == 0


def test_whether_it_can_be_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_measure()
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert not can_measure()
