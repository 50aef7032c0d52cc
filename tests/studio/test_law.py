"""Where the law is cited, and what check tells of it, in a small course with a small register."""

from pathlib import Path

import pytest
from lesson_text import line, small_course

from course.content.course import Course
from course.content.law.citing import Provision
from course.pages.markdown import html
from course.studio import documents
from course.studio.law import used, used_in_lesson
from course.studio.law_faults import law_faults, shape_faults
from course.studio.law_page import page
from course.studio.notebooks import built
from course.studio.source import sources
from course.studio.texts import texts

REGISTER = """\
texts:
  stored: {sv: Ur en samling., en: From a collection.}
acts:
  sol:
    short: SoL
    sv: socialtjänstlagen
    en: the Social Services Act
    text: stored
    read: 2025-09-01
    to: SFS 2025:400
    sections:
      6 kap. 1 §:
        sv: Det svenska.
        en: The English <of it>.
        amounts: [4 month]
questions:
  later: {asks: {sv: Vad nu?, en: What now?}, meanwhile: {sv: Fråga., en: Ask.}, acts: [sol]}
numbers: {SFS 2025:934: 2025-09-01}
"""
WORKS = """\
hartley-2005:
  type: report
  title: A title
  publisher: A house
sol:
  type: legislation
  title-short: SoL
  title: Socialtjänstlag
  URL: https://example.org
  accessed: 2025-09-01
"""
SOL = Provision("sol", "6", "1")
LESSON = "notebooks/source/00-start.md"
ENGLISH = "A claim [@hartley-2005], and another [@sol, ch. 6 s. 1]."
SWEDISH = "Ett påstående [@hartley-2005], och ett till [@sol, 6 kap. 1 §]."


@pytest.fixture
def course(tmp_path: Path) -> Course:
    small_course(tmp_path)
    for file in tmp_path.glob("exercises/*/*.yml"):  # they cite other acts
        if file.stem != "goal":
            file.unlink()
    (tmp_path / "data" / "references.yml").write_text(WORKS, "utf-8")
    (tmp_path / "data" / "glossary.yml").write_text("", "utf-8")
    (tmp_path / "data" / "law.yml").write_text(REGISTER, "utf-8")
    return Course.open(tmp_path)


def edit(course: Course, name: str, old: str, new: str) -> None:
    file = course.file(name)
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told(course: Course) -> list[str]:
    shape = shape_faults(course)
    faults = shape or law_faults(course, sources(course))
    return [fault.told("en") for fault in faults]


def test_a_sound_course_and_one_without_a_register_have_no_fault(course: Course) -> None:
    assert told(course) == []
    course.file("data/law.yml").unlink()
    assert told(course) == []
    assert page(course, sources(course)) == ""


def test_where_a_section_is_used_is_found(course: Course) -> None:
    """In a lesson, in an exercise and in the glossary, each named once though both languages do."""
    edit(course, "exercises/00-start/goal.yml", "  sv: Du kan", "  sv: Du kan (SoL 6 kap. 1 §)")
    course.file("data/glossary.yml").write_text(
        "need:\n"
        "  sv: {term: behov, meaning: Se SoL 6 kap. 1 §.}\n"
        "  en: {term: need, meaning: 'See the Social Services Act, ch. 6 s. 1.'}\n",
        "utf-8",
    )
    lessons = sources(course)
    places = ["00-start", "00-start/goal", "glossary/need"]
    assert used(texts(course, lessons), course.law) == {SOL: places}
    assert used_in_lesson(lessons[0]) == {SOL}


UNUSED = """\
  kl:
    short: KL
    sv: kommunallagen
    en: the Act
    sections: {}
questions:"""
"""Another act, before the questions of the register."""


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "what"),
    [
        (LESSON, SWEDISH, SWEDISH.replace("1 §", "1–2 §§"), line(SWEDISH),
         "SoL 6 kap. 2 § is cited in Swedish and is not in data/law.yml."),
        (LESSON, SWEDISH, SWEDISH.replace("1 §", "1–2 §§"), line(SWEDISH),
         "SoL 6 kap. 2 § is cited in Swedish and not in English."),
        (LESSON, ENGLISH, "See s. 5.\n\nIt is [@sol, ch. 6 s. 1].", line(ENGLISH),
         "s. 5 in English: no act is named before it in the text."),
        (LESSON, ENGLISH, "It holds.\n\nWithin five months (SoL ch. 6 s. 1).", line(ENGLISH) + 2,
         "The text in English says five months, but SoL ch. 6 s. 1 has 4 month in data/law.yml."),
        ("data/law.yml", "    read: 2025-09-01", "    read: 2024-09-01", 4,
         "The day 2024-09-01 is earlier than the amendment SFS 2025:400."),
        ("data/law.yml", "to: SFS 2025:400", "to: (EU) 2026/1744", 4,
         "The day 2025-09-01 is earlier than the amendment (EU) 2026/1744."),
        ("data/law.yml", "to: SFS 2025:400", "to: SFS 2025:1501", 4,
         "The day 2025-09-01 is earlier than the amendment SFS 2025:1501."),
        ("data/law.yml", "        sv: Det", "        read: 2020-01-01\n        to: SFS 2021:1\n"
         "        sv: Det", 12, "The day 2020-01-01 is earlier than the amendment SFS 2021:1."),
        ("data/law.yml", "6 kap. 1 §", "sjätte kapitlet", 12,
         "sjätte kapitlet cannot be read as a provision."),
        ("data/law.yml", "questions:", "      6 kap. 1–2 §§: {sv: A, en: B}\nquestions:", 16,
         "6 kap. 1–2 §§ stands under 6 kap. 1 § already."),
        ("data/law.yml", "questions:", "      6 kap. 2 §: {sv: A, en: B}\nquestions:", 16,
         "No text cites SoL 6 kap. 2 §."),
        ("data/law.yml", "questions:", UNUSED, 16, "No text cites KL."),
        ("data/law.yml", "questions:", UNUSED, 16, "The act kl is not in data/references.yml."),
        ("data/law.yml", "text: stored", "text: seen", 8, "seen does not fit here."),
        ("data/law.yml", "acts: [sol]", "acts: [kl]", 17, "The act kl is not in data/law.yml."),
        ("data/law.yml", "    short: SoL\n", "", 4, "A line with short: is missing."),
        ("data/law.yml", "        sv: Det", "        svv: Det", 13,
         "The key svv does not belong here."),
        ("data/references.yml", "accessed: 2025-09-01", "accessed: 2025-09-02", 10,
         "sol has accessed: 2025-09-02 here and read: 2025-09-01 in data/law.yml."),
        ("data/references.yml", "sol:", "kl: {type: legislation, title: A}\nsol:", 5,
         "The act kl is not in data/law.yml."),
    ],
)  # fmt: skip
def test_each_rule_bites(
    course: Course, name: str, old: str, new: str, where: int, what: str
) -> None:
    edit(course, name, old, new)
    start = f"{name}, line {where}: {what}"
    assert [one for one in told(course) if one.startswith(start)], told(course)


FIGURE = """\
kind: timeline
title: {sv: Se SoL 6 kap. 1 §., en: "See the Social Services Act, ch. 6 s. 1."}
sources: []
"""
TERM = """\
need:
  sv: {term: behov, meaning: Se SoL 6 kap. 1 §.}
  en: {term: need, meaning: "See the Social Services Act, ch. 6 s. 1."}
"""
EXERCISE = """\
title: {sv: Se SoL 6 kap. 1 §., en: "See the Social Services Act, ch. 6 s. 1."}
prompt: {sv: Se SoL 6 kap. 1 § igen., en: "See the Social Services Act, ch. 6 s. 1 again."}
"""


@pytest.mark.parametrize(
    ("name", "text", "where", "named"),
    [
        ("exercises/00-start/need.yml", EXERCISE, 1, "sources: [sol]\n"),
        ("exercises/00-start/bank/01-one/need.yml", EXERCISE, 1, "sources: [sol]\n"),
        ("data/figures/need.yml", FIGURE, 2, FIGURE.replace("[]", "[sol]")),
        ("data/glossary.yml", TERM, 2, f"{TERM}  sources: [sol]\n"),
    ],
)
def test_an_act_that_is_cited_outside_lessons_is_among_the_sources(
    course: Course, name: str, text: str, where: int, named: str
) -> None:
    """It is told once of each exercise, figure and term, however often that cites the act."""
    file = course.file(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    what = "The text cites SoL, which is not among its sources. Add sol under sources:."
    assert told(course) == [f"{name}, line {where}: {what}"]
    file.write_text(text + named if text is EXERCISE else named, "utf-8")
    assert told(course) == []


def test_the_same_amount_in_other_words_is_no_fault(course: Course) -> None:
    edit(course, LESSON, ENGLISH, "Within 4 months, for two years (SoL ch. 6 s. 1).")
    assert told(course) == []


WORDS = """\
words:
  force:
    duty: {sv: [ska], en: [must]}
    may: {sv: [får], en: [may]}
"""


@pytest.mark.parametrize(
    ("own", "says", "where", "what"),
    [
        ("{force: may}", "Det får ske.", 16,
         "What the provision says in English has none of the words may. Use one of them"),
        ("{force: must}", "Det får ske.", 16, "must does not fit here. Write one of: duty, may."),
        ("{farce: may}", "Det får ske.", 16, "farce does not fit here. Write one of: force."),
        ("{}", "Det får ske.", 16, ""),
    ],
)  # fmt: skip
def test_words_of_law_are_known_and_used(
    course: Course, own: str, says: str, where: int, what: str
) -> None:
    course.file("data/law.yml").write_text(REGISTER + WORDS, "utf-8")
    assert told(course) == []
    edit(course, "data/law.yml", "Det svenska.", says)
    edit(course, "data/law.yml", "[4 month]", f"[4 month]\n        words: {own}")
    (fault,) = told(course)
    assert fault.startswith(f"data/law.yml, line {where}: {what}")


def test_a_lesson_that_says_may_of_a_duty_is_told_with_its_line(course: Course) -> None:
    course.file("data/law.yml").write_text(REGISTER + WORDS, "utf-8")
    edit(course, "data/law.yml", "Det svenska.", "Det ska ske.")
    edit(course, "data/law.yml", "The English <of it>.", "It must be done.")
    edit(course, "data/law.yml", "[4 month]", "[4 month]\n        words: {force: duty}")
    assert told(course) == []
    edit(course, LESSON, ENGLISH, "It holds.\n\nYou may report (SoL ch. 6 s. 1).")
    what = "The text in English says may, but SoL ch. 6 s. 1 has must in data/law.yml."
    (fault,) = told(course)
    assert fault.startswith(f"{LESSON}, line {line(ENGLISH) + 2}: {what}")


def test_a_register_that_is_no_yaml_is_told_once(course: Course) -> None:
    course.file("data/law.yml").write_text("texts: [\n", "utf-8")
    assert len(told(course)) == 1


def test_the_page_for_a_lawyer(course: Course) -> None:
    text = page(course, sources(course))
    assert "| 6 kap. 1 § | Det svenska. | The English <of it>. | " in text
    assert "texten läst / text read, 2025-09-01 | 00-start |" in text
    assert "| Vad nu?<br>*What now?* | Fråga.<br>*Ask.* | SoL |" in text
    day = "wording up to and including SFS 2025:400, read in a text of 1 September 2025"
    later = "later changes have not been checked. From a collection."
    assert f"{day[0].upper()}{day[1:]}; {later}" in text
    assert documents.DOCUMENTS["docs/law.md"] is page


def test_the_list_of_sources_says_which_text_was_read_and_what_is_cited(course: Course) -> None:
    """The provisions are folded; the page shows them, and what is written in them as text."""
    (source,) = sources(course)
    notebook = built(source, "en")
    (cell,) = [one.source for one in notebook.cells if 'id="ref-sol"' in one.source]
    day = "Wording up to and including SFS 2025:400, read in a text of 1 September 2025"
    assert f"{day}; later changes have not been checked." in cell
    folded = (
        "<details><summary>What SoL says there, in the course’s words</summary>"
        "<ul><li>ch.\u00a06\u00a0s.\u00a01: The English &lt;of it&gt;.</li></ul></details>"
    )
    assert f"\n  {folded}" in cell
    assert folded in html(cell)


def test_several_sections_are_named_by_the_first_and_the_last(course: Course) -> None:
    edit(course, "data/law.yml", "6 kap. 1 §", "6 kap. 1–3 §§")
    act = course.law.acts["sol"]
    assert act.told({SOL}, "sv") == ["6\u00a0kap.\u00a01–3\u00a0§§: Det svenska."]
    assert act.told({SOL}, "en") == ["ch.\u00a06\u00a0ss.\u00a01–3: The English <of it>."]
    assert act.told(set(), "en") == []


def test_an_act_that_nobody_read_says_so(course: Course) -> None:
    unread = REGISTER.replace("    text: stored\n    read: 2025-09-01\n", "")
    course.file("data/law.yml").write_text(unread, "utf-8")
    assert course.law.acts["sol"].wording("en") == "the text has not been checked"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("        how: unchecked\n", "The English &lt;of it&gt;. (not checked)"),
        ("        how: second-hand\n", "The English &lt;of it&gt;. (second hand)"),
        ("        read: 2025-07-01\n", "The English &lt;of it&gt;. (text of 1 July 2025)"),
        ("        read: 2025-09-01\n", "The English &lt;of it&gt;.</li>"),
    ],
)
def test_a_section_that_was_read_otherwise_than_its_act_says_so(
    course: Course, fields: str, said: str
) -> None:
    edit(course, "data/law.yml", "        amounts:", f"{fields}        amounts:")
    (source,) = sources(course)
    (cell,) = [one.source for one in built(source, "en").cells if 'id="ref-sol"' in one.source]
    assert said in cell


def test_what_is_noted_of_an_act_stands_in_the_list(course: Course) -> None:
    note = "  note: {sv: Inte läst där., en: Not read there.}\n"
    edit(course, "data/references.yml", "  accessed:", f"{note}  accessed:")
    (source,) = sources(course)
    (cell,) = [one.source for one in built(source, "en").cells if 'id="ref-sol"' in one.source]
    assert "have not been checked. Not read there." in cell
