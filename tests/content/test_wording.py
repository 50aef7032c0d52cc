"""Words of law in a text, by what they mean; each is read off it by hand."""

import pytest

from course.content.law.wording import meanings

FORCE = {
    "duty": {"sv": ["ska"], "en": ["must", "has to"]},
    "may": {"sv": ["får"], "en": ["may"]},
    "may-not": {"sv": ["får inte", "får … inte", "bara … får"], "en": ["may not", "may only"]},
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "Den som märker det ska rapportera.", [("duty", "ska")]),
        ("sv", "Det får inte delegeras.", [("may-not", "får inte")]),
        ("sv", "Det får den heller inte.", [("may-not", "får den heller inte")]),
        ("sv", "Det som bara nämnden får fatta.", [("may-not", "bara nämnden får")]),
        # Three words lie between: each then stands for itself.
        ("sv", "Den får ha en plan inte två.", [("may", "får")]),
        ("sv", "Ska de? Ingen askar får.", [("duty", "Ska"), ("may", "får")]),
        ("en", "It may only be used; it\nhas  to be kept.",
         [("may-not", "may only"), ("duty", "has  to")]),
        ("en", "Mayors and mustard.", []),
    ],
)  # fmt: skip
def test_words_are_found_by_what_they_mean(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert list(meanings(text, FORCE, language)) == expected
