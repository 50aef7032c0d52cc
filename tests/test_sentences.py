"""Where sentences end: by hand, and in all feedback, whose first sentence stands out."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from course.marked import read
from course.paths import LANGUAGES, ROOT
from course.words.sentences import first_sentence, sentences

FILES = sorted(ROOT.glob("exercises/**/*.yml"))

# Written by hand here, from the acts' names and from Swedish and English writing rules.
SHORTENED = re.compile(
    r"(?<![\w'’])(kap|m\.fl|t\.ex|bl\.a|dvs|ca|st|ch|s|ss|art|al|e\.g|i\.e|prop|nr|jfr|cf|s\.k|p\.g\.a)\.$",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Yes. It can be undone.", "Yes."),
        ("About 4.5 per cent, i.e. Few. Look again.", "About 4.5 per cent, i.e. Few."),
        ("Hon sa ”ja.” Det räcker.", "Hon sa ”ja.”"),
        ("It is lawful. “Only one street” is not a reason.", "It is lawful."),
        ("So it is.\n\nSecond.", "So it is."),
        ("One sentence alone.", "One sentence alone."),
        ("No full stop", "No full stop"),
        ("Ja (LOU 6 kap. 31 §). Här finns det.", "Ja (LOU 6 kap. 31 §)."),
        ("Visat (Fang m.fl. 2010). Men inte här.", "Visat (Fang m.fl. 2010)."),
        (
            "It may (LOU, ch. 6 ss. 30–31). Here it is not for sale.",
            "It may (LOU, ch. 6 ss. 30–31).",
        ),
        ("Fråga t.ex. Karin. Hon vet.", "Fråga t.ex. Karin."),
        ("The answer was no. Then they asked why.", "The answer was no."),
        ("The idea was Karin’s. Then it was theirs.", "The idea was Karin’s."),
        ("Inget. 60 är tre gånger 20. Räkna.", "Inget. 60 är tre gånger 20."),
        ("", ""),
    ],
)
def test_where_the_first_sentence_ends(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_sentences_are_not_cut_within_a_citation() -> None:
    """Nor does a sentence go on into the next paragraph, whatever that begins with."""
    text = "Se KL 6 kap. 38 §. Fråga sedan. “Ja.” Det går (2 kap. 3 §).\n\n- högst 4 §"
    found = list(sentences(text))
    assert [text[start : start + len(one)] for start, one in found] == [one for _, one in found]
    assert [one for _, one in found] == [
        "Se KL 6 kap. 38 §.",
        "Fråga sedan.",
        "“Ja.”",
        "Det går (2 kap. 3 §).",
        "- högst 4 §",
    ]


def texts(value: Any) -> Iterator[str]:
    """All texts in both languages, at any depth; an exercise's feedback is among them."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            yield from map(str, value.values())
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts(one)


@pytest.mark.parametrize("file", FILES, ids=[f"{one.parent.name}/{one.stem}" for one in FILES])
def test_no_text_of_an_exercise_is_cut_inside_a_citation(file: Any) -> None:
    for text in texts(read(file).value):
        lead = first_sentence(text)
        rest = text[len(lead) :].strip()
        assert text.startswith(lead)
        assert lead.count("(") == lead.count(")"), lead
        assert not rest or not SHORTENED.search(lead), lead
        assert not rest[:1].isdigit(), lead


def test_there_is_feedback_to_look_at() -> None:
    assert sum(len(list(texts(read(file).value))) for file in FILES) > 3000
