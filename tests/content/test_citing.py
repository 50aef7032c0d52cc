"""How a text cites the law. Each expected list is read off the text by hand."""

import pytest

from course.content.law.citing import Names, Provision, cited, section_of

NAMES = Names(
    {
        "KL": "kl",
        "kommunallagen": "kl",
        "Local Government Act": "kl",
        "LOU": "lou",
        "Public Procurement Act": "lou",
        "LUA": "lua",
        "lag 2001:454": "lag-2001-454",
        "Act 2001:454": "lag-2001-454",
        "SOSFS 2011:9": "sosfs",
        "GDPR": "gdpr",
        "AI Act": "ai",
        "AI-förordningen": "ai",
    },
    {"bilaga 2": ("lou",), "bilaga III": ("ai",)},
    frozenset({"gdpr", "ai"}),
)


def places(text: str, language: str) -> list[str]:
    found = [one for citation in cited(text, language, NAMES) for one in citation.provisions]
    return [f"{one.act} {one.told('sv')}".rstrip() for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("sv", "[@kl, 6 kap. 38 §]", ["kl 6 kap. 38 §"]),
        ("en", "[@kl, ch. 6 s. 38]", ["kl 6 kap. 38 §"]),
        ("sv", "(KL 6 kap. 38 §)", ["kl 6 kap. 38 §"]),
        ("en", "(KL, the Local Government Act, ch. 6 s. 38)", ["kl 6 kap. 38 §"]),
        ("en", "(the Local\nGovernment Act, ch. 6 s.\n38)", ["kl 6 kap. 38 §"]),
        ("sv", "[@kl, 2 kap. 5–6 §§]", ["kl 2 kap. 5 §", "kl 2 kap. 6 §"]),
        ("sv", "[@lou, 19 a kap. 2 och 11 §§]", ["lou 19 a kap. 2 §", "lou 19 a kap. 11 §"]),
        ("en", "[@lou, ch. 19 a ss. 2 and 11]", ["lou 19 a kap. 2 §", "lou 19 a kap. 11 §"]),
        ("sv", "LUA 1, 3 a och 24 §§", ["lua 1 §", "lua 3 a §", "lua 24 §"]),
        ("sv", "[@lou, 4 kap. 1 § och 19 a kap.]", ["lou 4 kap. 1 §", "lou 19 a kap."]),
        ("en", "[@lou, ch. 4 s. 1 and ch. 19 a]", ["lou 4 kap. 1 §", "lou 19 a kap."]),
        ("sv", "[@sosfs, 4–5 kap.]", ["sosfs 4 kap.", "sosfs 5 kap."]),
        ("en", "[@sosfs, ch. 4–5]", ["sosfs 4 kap.", "sosfs 5 kap."]),
        # The number of an act is no section of it.
        ("sv", "(lag 2001:454, 9 §)", ["lag-2001-454 9 §"]),
        ("sv", "lagen (1949:345) är gammal (LUA 1 §)", ["lua 1 §"]),
        ("sv", "(SOSFS 2011:9, 5 kap.)", ["sosfs 5 kap."]),
        # The act and the chapter named last go on.
        ("sv", "LOU 19 a kap. 2 §. Räkna in allt (8 §).",
         ["lou 19 a kap. 2 §", "lou 19 a kap. 8 §"]),
        ("en", "(LOU ch. 6 s. 31) in stages (ss. 39–40)",
         ["lou 6 kap. 31 §", "lou 6 kap. 39 §", "lou 6 kap. 40 §"]),
        ("en", "(Act 2001:454, s. 9; GDPR art. 35)", ["lag-2001-454 9 §", "gdpr art. 35"]),
        ("sv", "kommunallagens regel (2 kap. 3 §)", ["kl 2 kap. 3 §"]),
        # Articles, with their points, and annexes.
        ("sv", "GDPR art. 6.1 e och art. 13, 35", ["gdpr art. 6", "gdpr art. 13", "gdpr art. 35"]),
        ("en", "[@gdpr, art. 22]", ["gdpr art. 22"]),
        ("sv", "GDPR artikel 35.3 gäller", ["gdpr art. 35"]),
        ("sv", "[@lou, 19 a kap. 2 § och bilaga 2]", ["lou 19 a kap. 2 §", "lou bilaga 2"]),
        ("en", "[@ai, annex III point 5(a)]", ["ai bilaga III"]),
        ("sv", "(AI-förordningen, bilaga III 5 a)", ["ai bilaga III"]),
        ("sv", "Tjänster i bilaga 2 är andra.", ["lou bilaga 2"]),
        ("en", "It is in annex 2, after GDPR art. 22.", ["lou bilaga 2", "gdpr art. 22"]),
        # An act as a whole counts only where it is cited with its key.
        ("sv", "[@kl] och LOU", ["kl"]),
        ("sv", "[@hartley-2005, 4 §]", []),
        ("sv", "Lägg det i en bilaga, sist. Vi var 8 av 12.", []),
        ("en", "That is 5 and 6 of them, in the chapter on law.", []),
    ],
)  # fmt: skip
def test_what_a_text_cites(language: str, text: str, expected: list[str]) -> None:
    assert places(text, language) == expected


def test_a_section_of_no_act_is_found_as_such() -> None:
    (one,) = cited("Som lagen säger (9 §).", "sv", NAMES)
    assert one.provisions == ()
    assert (one.written, one.start) == ("9 §", 17)


def test_short_names_are_not_found_inside_words_and_in_no_other_case() -> None:
    assert places("klart KLAR kl 5 §", "sv") == []
    (one,) = cited("klart KLAR kl 5 §", "sv", NAMES)
    assert one.written == "5 §"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("6 kap. 30–32 §§", ["30", "31", "32"]),
        ("10 kap. 15 a §", ["15 a"]),
        ("14 kap.", [""]),
        ("sjätte kapitlet", []),
    ],
)
def test_what_the_register_means_by_a_name(written: str, expected: list[str]) -> None:
    assert [one.section for one in section_of("kl", written, NAMES)] == expected


def test_how_a_provision_is_told() -> None:
    assert Provision("ai", "", "bilaga III").told("en") == "annex III"
    assert Provision("gdpr", "", "art. 6").told("sv") == "art. 6"
    assert Provision("kl").told("sv") == ""
