"""Real sentences of the course that cite the law, spoiled one word at a time.

What the register has is read off ``data/law.yml``: a duty to report at once under lex Sarah, a
permission to reserve a procurement, a prohibition to delegate, and so on.
"""

import pytest
from attrs import evolve

from course.content.course import ours
from course.paths import LANGUAGES
from course.studio.law_faults import shape_faults
from course.studio.law_told import told_otherwise
from course.studio.texts import Said, texts_of


def text_with(name: str, words: str, language: str) -> Said:
    """The text of a file that has some words; there is one alone."""
    course = ours()
    (found,) = [
        one
        for one in texts_of(course, course.file(f"exercises/{name}.yml"))
        if words in one.words[language]
    ]
    return found


@pytest.mark.parametrize(
    ("name", "language", "old", "new", "given", "section", "known"),
    [
        ("03-culture/failed-test", "sv", "ska genast rapportera", "får genast rapportera",
         "får", "SoL 27 kap. 2 §", "ska"),
        ("03-culture/failed-test", "en", "must report it at once", "may report it at once",
         "may", "SoL ch. 27 s. 2", "must"),
        ("03-culture/failed-test", "sv", "ska genast rapportera", "ska skyndsamt rapportera",
         "skyndsamt", "SoL 27 kap. 2 §", "genast"),
        ("03-culture/nine-mistakes", "sv", "till IVO enligt lex Maria", "till IMY enligt lex Maria",
         "IMY", "Patientsäkerhetslagen 3 kap. 5 §", "IVO"),
        ("03-culture/nine-mistakes", "en", "IVO, under lex Maria", "IVO, under lex Sarah",
         "lex Sarah", "Patientsäkerhetslagen ch. 3 s. 5", "lex Maria"),
        ("03-culture/nine-mistakes", "sv", "krävs att hon samtycker", "krävs att hon godkänner",
         "godkänner", "Lag (2001:454) 9 §", "samtycke"),
        ("06-across-boundaries/who-is-needed", "sv", "får ni reservera", "ska ni reservera",
         "ska", "LOU 19 kap. 25 a §", "får"),
        ("08-public-and-private/raci", "en", "A board may also", "A council may also",
         "council", "KL ch. 7 s. 7", "board"),
        ("08-public-and-private/three-tests", "sv", "får inte lämnas", "får lämnas",
         "får", "KL 6 kap. 38 §", "får inte"),
        ("09-room-to-act/ten-obstacles", "en", "without an objective reason",
         "without an exceptional reason",
         "exceptional reason", "KL ch. 2 s. 3", "objective reasons"),
        ("09-room-to-act/ten-obstacles", "sv", "Om risken är hög", "Om risken är allvarlig",
         "risken är allvarlig", "GDPR art. 35", "hög risk"),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_the_law_otherwise_is_told(
    name: str, language: str, old: str, new: str, given: str, section: str, known: str
) -> None:
    said, law = text_with(name, old, language), ours().law
    assert list(told_otherwise(said, language, law)) == []
    spoiled = evolve(said, words=said.words | {language: said.words[language].replace(old, new)})
    (fault,) = told_otherwise(spoiled, language, law)
    where = f"exercises/{name}.yml, line {said.lines[language]}: The text in "
    assert fault.told("en").startswith(where)
    assert f"says {given}, but {section} has {known} in data/law.yml." in fault.told("en")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Ring hellre (SoL 27 kap. 2 §)."),  # no word of any family
        ("sv", "Du får hjälp, men ska rapportera (SoL 27 kap. 2 §)."),  # its own stands beside
        ("sv", "Det får ni (SoL 27 kap. 2 §; SoL 14 kap. 9 §)."),  # 14:9 has no word: it may be its
        ("sv", "Det får ni. Rapportera det (SoL 27 kap. 2 §)."),  # another sentence
        ("sv", "Det får ni enligt SoL."),  # no section
    ],
)
def test_what_says_nothing_else_is_no_fault(language: str, sentence: str) -> None:
    said = Said("a", "a", dict.fromkeys(LANGUAGES, sentence), dict.fromkeys(LANGUAGES, 1))
    assert list(told_otherwise(said, language, ours().law)) == []


def test_the_register_of_the_course_uses_its_own_words() -> None:
    assert shape_faults(ours()) == []
