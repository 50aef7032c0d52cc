"""What an author is told: the exact sentence in both languages, with the file and the line.

Each test changes one place of a faultless file; lines are counted by hand in the files below.
"""

from pathlib import Path

import pytest

from course.content.checking import faults_in
from course.paths import ROOT

CHOICE = """\
id: one
kind: choice
title: {sv: Rubrik, en: Title}
prompt:
  sv: Vad stämmer?
  en: What is right?
objective: {sv: Du kan välja., en: You can choose.}
minutes: 2
options:
  - id: first
    text: {sv: Det här., en: This.}
    right: true
    feedback:
      sv: Det stämmer, för så är det.
      en: It holds, for that is so.
  - id: second
    text: {sv: Det där., en: That.}
    feedback:
      sv: Det är nära, men bara nära.
      en: It is close, but only close.
"""
SORT = """\
id: one
kind: sort
title: {sv: Rubrik, en: Title}
prompt: {sv: Sortera., en: Sort.}
objective: {sv: Du kan sortera., en: You can sort.}
minutes: 2
groups:
  - {id: left, text: {sv: Vänster, en: Left}}
  - {id: right, text: {sv: Höger, en: Right}}
cards:
  - id: a
    text: {sv: Ett a., en: An a.}
    group: left
    feedback: {sv: Hör till vänster., en: Belongs left.}
  - id: b
    text: {sv: Ett b., en: A b.}
    group: right
    feedback: {sv: Hör till höger., en: Belongs right.}
    tempting:
      left: {sv: Lockande., en: Tempting.}
"""
ESTIMATE = """\
id: one
kind: estimate
title: {sv: Rubrik, en: Title}
prompt: {sv: Gissa., en: Guess.}
objective: {sv: Du kan gissa., en: You can guess.}
minutes: 2
unit: {sv: procent, en: per cent}
lowest: 0
highest: 100
step: 1
answer: 40
near: 5
feedback:
  close: {sv: Nära., en: Close.}
  low: {sv: Mer., en: More.}
  high: {sv: Mindre., en: Less.}
"""
SCALE = """\
id: one
kind: scale
title: {sv: Rubrik, en: Title}
prompt: {sv: Skatta., en: Assess.}
objective: {sv: Du kan skatta., en: You can assess.}
minutes: 2
points: [{sv: Lite, en: Little}, {sv: Mer, en: More}, {sv: Mest, en: Most}]
areas:
  - id: a
    text: {sv: Område, en: Area}
    items:
      - {id: x, text: {sv: Påstående ett., en: Statement one.}}
    low: {sv: Lågt a., en: Low a.}
    middle: {sv: Mitt a., en: Middle a.}
    high: {sv: Högt a., en: High a.}
  - id: b
    text: {sv: Annat, en: Other}
    items:
      - {id: y, text: {sv: Påstående två., en: Statement two.}}
    low: {sv: Lågt b., en: Low b.}
    middle: {sv: Mitt b., en: Middle b.}
    high: {sv: Högt b., en: High b.}
  - id: c
    text: {sv: Tredje, en: Third}
    items:
      - {id: z, text: {sv: Påstående tre., en: Statement three.}}
    low: {sv: Lågt c., en: Low c.}
    middle: {sv: Mitt c., en: Middle c.}
    high: {sv: Högt c., en: High c.}
"""
NETWORK = """\
id: one
kind: network
title: {sv: Rubrik, en: Title}
prompt: {sv: Bygg., en: Build.}
objective: {sv: Du kan bygga., en: You can build.}
minutes: 2
first: {text: {sv: Ena, en: One}, people: [Ada, Bo, Cleo]}
second: {text: {sv: Andra, en: Other}, people: [Dan, Eva, Fia]}
ties: 4
threshold: 2
feedback:
  narrow: {sv: Smalt., en: Narrow.}
  spare: {sv: Över., en: Spare.}
  scattered: {sv: Utspritt., en: Scattered.}
  one_person: {sv: En person., en: One person.}
  stalls: {sv: Stannar., en: Stalls.}
"""
FAULTLESS = {
    "choice": CHOICE,
    "sort": SORT,
    "estimate": ESTIMATE,
    "scale": SCALE,
    "network": NETWORK,
}
THIRD_CARD = "{id: c, text: {sv: C., en: A c.}, group: mid, feedback: {sv: Mitt., en: Mid.}}"
FILE = "exercises/00-x/one.yml"
CHOICE_KEYS = (
    "id, kind, title, prompt, on_screen, objective, minutes, core, claims, sources, options, bars"
)
KINDS = ", ".join(sorted(file.parent.name for file in ROOT.glob("course/kinds/*/rules.py")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "exercises" / "00-x"
    folder.mkdir(parents=True)
    return folder / "one.yml"


def told(path: Path, text: str) -> list[tuple[str, str]]:
    path.write_text(text, encoding="utf-8")
    return [(fault.told("sv"), fault.told("en")) for fault in faults_in(path)]


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


@pytest.mark.parametrize("kind", FAULTLESS)
def test_a_faultless_file_has_no_faults(path: Path, kind: str) -> None:
    assert told(path, FAULTLESS[kind]) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "line", "swedish", "english"),
    [
        pytest.param(
            CHOICE, "  en: What is right?\n", "", 4,
            "Texten finns inte på engelska. Lägg till en rad med en:.",
            "The text is not there in English. Add a line with en:.",
            id="no English",
        ),
        pytest.param(
            CHOICE, "{sv: Det där., en: That.}", "{en: That.}", 17,
            "Texten finns inte på svenska. Lägg till en rad med sv:.",
            "The text is not there in Swedish. Add a line with sv:.",
            id="no Swedish",
        ),
        pytest.param(
            CHOICE, "minutes: 2", "minutes: 2\nhurry: true", 9,
            f"Nyckeln hurry hör inte hemma här. Ta bort den, eller skriv en av: {CHOICE_KEYS}.",
            f"The key hurry does not belong here. Remove it, or write one of: {CHOICE_KEYS}.",
            id="unknown key",
        ),
        pytest.param(
            CHOICE, "    right: true", "    rigth: true", 12,
            "Nyckeln rigth hör inte hemma här. "
            "Ta bort den, eller skriv en av: id, text, right, shows, feedback.",
            "The key rigth does not belong here. "
            "Remove it, or write one of: id, text, right, shows, feedback.",
            id="unknown key of an option",
        ),
        pytest.param(
            CHOICE, "objective: {sv: Du kan välja., en: You can choose.}\n", "", 1,
            "Raden objective: saknas. Lägg till den.",
            "A line with objective: is missing. Add it.",
            id="missing key",
        ),
        pytest.param(
            CHOICE, "minutes: 2", "minutes: two", 8,
            "Här ska det stå ett heltal, inte two.",
            "This should be a whole number, not two.",
            id="a word for a number",
        ),
        pytest.param(
            CHOICE, "minutes: 2", "minutes: 2.0", 8,
            "Här ska det stå ett heltal, inte 2.0.",
            "This should be a whole number, not 2.0.",
            id="a fraction for a whole number",
        ),
        pytest.param(
            CHOICE, "minutes: 2", "minutes: 45", 8,
            "45 är utanför gränserna: ≤ 30.",
            "45 is out of bounds: ≤ 30.",
            id="too many minutes",
        ),
        pytest.param(
            CHOICE, "minutes: 2", "minutes: 0", 8,
            "0 är utanför gränserna: ≥ 1.",
            "0 is out of bounds: ≥ 1.",
            id="no minutes",
        ),
        pytest.param(
            ESTIMATE, "step: 1", "step: 0", 10,
            "0 är utanför gränserna: > 0.",
            "0 is out of bounds: > 0.",
            id="no step",
        ),
        pytest.param(
            CHOICE, "right: true", "right: yes", 12,
            "Här ska det stå true eller false, inte yes.",
            "This should be true or false, not yes.",
            id="a word for a truth value",
        ),
        pytest.param(
            CHOICE, "title: {sv: Rubrik, en: Title}", "title: say:hello", 3,
            "Här ska det stå rader av formen namn: värde, inte say:hello.",
            "This should be lines of the form name: value, not say:hello.",
            id="one language",
        ),
        pytest.param(
            CHOICE, "  sv: Vad stämmer?", "  sv:", 5,
            "Här ska det stå text, inte ingenting.",
            "This should be text, not nothing.",
            id="nothing for text",
        ),
        pytest.param(
            CHOICE, "  sv: Vad stämmer?", "  sv: [Vad]", 5,
            "Här ska det stå text, inte en lista med streck framför varje rad.",
            "This should be text, not a list with a hyphen before each line.",
            id="a list for text",
        ),
        pytest.param(
            CHOICE, "  sv: Vad stämmer?", '  sv: ""', 5,
            "Här saknas text. Skriv något, eller ta bort raden.",
            "Text is missing here. Write something, or remove the line.",
            id="empty text",
        ),
        pytest.param(
            CHOICE, "  sv: Vad stämmer?", '  sv: "  "', 5,
            "Här saknas text. Skriv något, eller ta bort raden.",
            "Text is missing here. Write something, or remove the line.",
            id="blank text",
        ),
        pytest.param(
            CHOICE, "  sv: Vad stämmer?", "  sv: What is right?", 6,
            "Texten är likadan på båda språken. Översätt den.",
            "The text is the same in both languages. Translate it.",
            id="the same in both languages",
        ),
        pytest.param(
            CHOICE, "  sv: Vad stämmer?", "  sv: " + 901 * "x", 5,
            "Texten är 901 tecken. Korta den till högst 900.",
            "The text has 901 characters. Shorten it to 900 at most.",
            id="too long",
        ),
        pytest.param(
            CHOICE, "sv: Det är nära, men", "sv: Fel. Det är nära, men", 19,
            "Återkopplingen börjar med ”Fel”. Börja med vad som gäller i stället.",
            "The feedback begins with “Fel”. Begin with what holds instead.",
            id="scolding",
        ),
        pytest.param(
            CHOICE, "en: It is close", "en: No, it is close", 20,
            "Återkopplingen börjar med ”No”. Börja med vad som gäller i stället.",
            "The feedback begins with “No”. Begin with what holds instead.",
            id="scolding in English",
        ),
        pytest.param(
            SORT, "{sv: Lockande., en: Tempting.}", "{sv: Lockande., en: Wrong!}", 20,
            "Återkopplingen börjar med ”Wrong”. Börja med vad som gäller i stället.",
            "The feedback begins with “Wrong”. Begin with what holds instead.",
            id="scolding a tempting mistake",
        ),
        pytest.param(
            CHOICE, "id: one", "id: another", 1,
            "Id:t ska vara filens namn. Skriv id: one, eller byt namn på filen till another.yml.",
            "The id must be the name of the file. "
            "Write id: one, or rename the file to another.yml.",
            id="id is not the name of the file",
        ),
        pytest.param(
            CHOICE, "id: second", "id: Second one", 16,
            "Second one kan inte vara ett id. "
            "Använd små bokstäver a–z, siffror och bindestreck, till exempel: five-bridges.",
            "Second one cannot be an id. "
            "Use small letters a–z, digits and hyphens, such as: five-bridges.",
            id="bad id",
        ),
        pytest.param(
            CHOICE, "id: second", "id: first", 16,
            "first står redan tidigare i filen. Ge det här ett annat namn.",
            "first stands earlier in the file already. Give this one another name.",
            id="id twice",
        ),
        pytest.param(
            CHOICE, "{sv: Det där., en: That.}", "{sv: Det där., en: That.}\n    right: true", 18,
            "first är redan rätt svar. Ta bort right: här, bara ett svar kan vara rätt.",
            "first is the right answer already. Remove right: here, only one can be right.",
            id="two right options",
        ),
        pytest.param(
            CHOICE, "kind: choice", "kind: quiz", 2,
            f"Det finns ingen övningstyp quiz. Skriv en av: {KINDS}.",
            f"There is no kind of exercise called quiz. Write one of: {KINDS}.",
            id="unknown kind",
        ),
        pytest.param(
            CHOICE, "kind: choice", "kind: [choice]", 2,
            f"Det finns ingen övningstyp –. Skriv en av: {KINDS}.",
            f"There is no kind of exercise called –. Write one of: {KINDS}.",
            id="a list of kinds",
        ),
        pytest.param(
            CHOICE, "kind: choice\n", "", 1,
            f"Det finns ingen övningstyp –. Skriv en av: {KINDS}.",
            f"There is no kind of exercise called –. Write one of: {KINDS}.",
            id="no kind",
        ),
        pytest.param(
            CHOICE, CHOICE[CHOICE.index("  - id: second"):], "", 9,
            "Här behövs minst 2.",
            "At least 2 are needed here.",
            id="one option",
        ),
        pytest.param(
            SORT, "cards:\n", f"cards:\n  - {THIRD_CARD}\n", 11,
            "Det finns ingen grupp mid. Skriv en av: left, right.",
            "There is no group mid. Write one of: left, right.",
            id="unknown group",
        ),
        pytest.param(
            SORT, "      left: {sv: Lockande", "      right: {sv: Lockande", 20,
            "Det finns ingen grupp right. Skriv en av: left.",
            "There is no group right. Write one of: left.",
            id="tempted to the right group",
        ),
        pytest.param(
            SORT, "      left: {sv: Lockande", "      2020: {sv: Lockande", 19,
            "Här ska det stå text, inte 2020.",
            "This should be text, not 2020.",
            id="a number for a group",
        ),
        pytest.param(
            SORT, "Right}}\n", "Right}}\n  - {id: empty, text: {sv: Tom, en: Empty}}\n", 10,
            "Inget kort hör hemma i gruppen empty. Lägg till ett kort eller ta bort gruppen.",
            "No card belongs to the group empty. Add a card or remove the group.",
            id="empty group",
        ),
        pytest.param(
            ESTIMATE, "answer: 40", "answer: 140", 11,
            "Svaret ligger utanför lowest och highest.",
            "The answer lies outside lowest and highest.",
            id="answer outside",
        ),
        pytest.param(
            ESTIMATE, "near: 5", "near: 50", 12,
            "near är så stort att nästan alla gissningar blir nära. Gör det mindre.",
            "near is so wide that almost any guess is close. Make it smaller.",
            id="near too wide",
        ),
        pytest.param(
            SCALE, "{id: y, text", "{id: x, text", 19,
            "x står redan tidigare i filen. Ge det här ett annat namn.",
            "x stands earlier in the file already. Give this one another name.",
            id="a statement's id twice",
        ),
        pytest.param(
            NETWORK, "ties: 4", "ties: 2", 9,
            # By hand: a threshold of 2 takes 2 ties to one person and 1 to another.
            "Med tröskel 2 behövs minst 3 kontakter. Höj ties.",
            "With threshold 2 at least 3 ties are needed. Raise ties.",
            id="too few ties",
        ),
        pytest.param(
            NETWORK, "Eva, Fia", "Eva, Ada", 8,
            "Ada står redan tidigare i filen. Ge det här ett annat namn.",
            "Ada stands earlier in the file already. Give this one another name.",
            id="a name twice",
        ),
        pytest.param(
            CHOICE, "{sv: Det där., en: That.}", "{sv: Det  där., en: this.}", 17,
            "Samma text står redan på first. Skriv något annat.",
            "The same text stands at first already. Write something else.",
            id="two options alike",
        ),
        pytest.param(
            CHOICE, "sv: Det är nära, men bara nära.", "sv: Det stämmer, för så är det.", 19,
            "Samma återkoppling står redan på first. Ge det här svaret sin egen förklaring.",
            "The same feedback stands at first already. Give this answer one of its own.",
            id="two reasons alike",
        ),
        pytest.param(
            SORT, "{sv: Lockande., en: Tempting.}", "{sv: Lockande., en: Belongs right.}", 20,
            "Samma återkoppling står redan på b. Ge det här svaret sin egen förklaring.",
            "The same feedback stands at b already. Give this answer one of its own.",
            id="a mistake told as if it were right",
        ),
        pytest.param(
            CHOICE, "minutes: 2", "minutes: 2\nclaims: [3, 20, 3]", 9,
            "3 står mer än en gång i listan. Ta bort den ena.",
            "3 stands more than once in the list. Remove one of them.",
            id="a claim twice",
        ),
        pytest.param(
            NETWORK, "Bo, Cleo", "Bo, Bo", 7,
            "Bo står mer än en gång i listan. Ta bort den ena.",
            "Bo stands more than once in the list. Remove one of them.",
            id="a name twice in a department",
        ),
    ],
)  # fmt: skip
def test_a_fault_is_told_once_with_its_line_in_both_languages(
    path: Path, text: str, old: str, new: str, line: int, swedish: str, english: str
) -> None:
    assert told(path, changed(text, old, new)) == [
        (f"{FILE}, rad {line}: {swedish}", f"{FILE}, line {line}: {english}")
    ]


def test_a_range_without_numbers_in_it(path: Path) -> None:
    faults = told(path, changed(ESTIMATE, "lowest: 0", "lowest: 100"))
    assert (
        f"{FILE}, rad 8: lowest ska vara mindre än highest.",
        f"{FILE}, line 8: lowest must be less than highest.",
    ) in faults


def test_a_department_smaller_than_the_threshold(path: Path) -> None:
    text = changed(changed(NETWORK, "threshold: 2", "threshold: 4"), "ties: 4", "ties: 10")
    assert told(path, text) == [
        (
            f"{FILE}, rad {line}: Här behövs minst 4 personer, lika många som tröskeln.",
            f"{FILE}, line {line}: At least 4 people are needed here, as many as the threshold.",
        )
        for line in (7, 8)
    ]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "- a\n- b\n", "words\n", "42\n"])
def test_a_file_of_another_form(path: Path, text: str) -> None:
    assert told(path, text) == [
        (
            f"{FILE}, rad 1: Filen ska börja med rader som id:, kind: och title:.",
            f"{FILE}, line 1: The file must begin with lines such as id:, kind: and title:.",
        )
    ]


def test_a_file_that_is_no_yaml(path: Path) -> None:
    ((swedish, english),) = told(path, changed(CHOICE, "en: This.}", "en: This."))
    assert swedish == f"{FILE}, rad 11: En parentes stängs aldrig. Skriv }} sist på raden."
    assert english == f"{FILE}, line 11: A bracket never ends. Write }} at the end of the line."


def test_a_file_that_is_not_utf_8(path: Path) -> None:
    path.write_bytes(CHOICE.encode("cp1252"))
    assert [(fault.told("sv"), fault.told("en")) for fault in faults_in(path)] == [
        (
            f"{FILE}, rad 1: Filen är inte sparad som UTF-8. "
            "Spara om den med teckenkodningen UTF-8.",
            f"{FILE}, line 1: The file is not saved as UTF-8. "
            "Save it again with the encoding UTF-8.",
        )
    ]


def test_all_faults_at_once_in_the_order_of_their_lines(path: Path) -> None:
    text = CHOICE
    for old, new in [
        ("en: It is close", "en: Wrong, it is close"),  # line 20
        ("id: one", "id: other"),  # line 1
        ("  sv: Vad stämmer?\n", ""),  # line 4; what follows moves up by one
        ("minutes: 2", "minutes: many"),  # line 7
        ("id: second", "id: SECOND"),  # line 15
    ]:
        text = changed(text, old, new)
    path.write_text(text, encoding="utf-8")
    found = faults_in(path)
    assert [(fault.line, fault.key) for fault in found] == [
        (1, "id-not-file"),
        (4, "missing-translation"),
        (7, "wrong-type"),
        (15, "bad-id"),
        (19, "scolds"),
    ]


@pytest.mark.parametrize("same", ["Support", "Älvhamn 2026"])
def test_a_word_or_two_can_rightly_be_the_same_in_both_languages(path: Path, same: str) -> None:
    assert (
        told(path, changed(CHOICE, "{sv: Rubrik, en: Title}", f"{{sv: {same}, en: {same}}}")) == []
    )


@pytest.mark.parametrize("word", ["Fel", "Felaktigt", "Nej", "nej", "Wrong", "Incorrect", "No"])
def test_no_feedback_begins_by_scolding(path: Path, word: str) -> None:
    """Each word by itself; "No" counts before a comma or a stop, since "No one knows" is none."""
    (scolds,) = told(path, changed(CHOICE, "sv: Det är nära, men", f"sv: {word}, men nära, så"))
    assert f"begins with “{word}”" in scolds[1]


@pytest.mark.parametrize(
    "words", ["Felanmälan gäller.", "Nejlikan står kvar.", "Wrongly or not.", "No one knows."]
)
def test_a_word_that_only_begins_like_a_scolding_is_none(path: Path, words: str) -> None:
    assert told(path, changed(CHOICE, "sv: Det är nära, men bara nära.", f"sv: {words}")) == []


@pytest.mark.parametrize("kind", FAULTLESS)
def test_no_single_lost_line_stops_the_check(path: Path, kind: str) -> None:
    lines = FAULTLESS[kind].splitlines(keepends=True)
    silent = []
    for n in range(len(lines)):
        if not told(path, "".join(lines[:n] + lines[n + 1 :])):
            silent.append(lines[n].strip())
    # What a file can do without: minutes are estimated, a choice of no right option is free, a
    # step is 1 unless told, a tempting mistake needs no words of its own.
    allowed = {"right: true", "step: 1", "minutes: 2"}
    assert set(silent) <= allowed
