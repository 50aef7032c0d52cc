"""The slips that authors make in YAML, each put into a faultless file at a line that is known.

The mends are what YAML 1.2 asks for (chapters 5.3, 7.3 and 7.4); each is tried: the mended line
makes the file whole again.
"""

import re
from pathlib import Path

import pytest

from course.content.checking import faults_in
from course.content.slips import slip
from course.faults import Fault
from course.marked import NotYAMLError, parse

GOOD = """\
id: goal
kind: choice
title: {sv: Rubrik, en: Title}
prompt:
  sv: Svara.
  en: Answer.
objective: {sv: Du kan., en: You can.}
minutes: 2
options:
  - id: a
    text: {sv: Ja, en: Yes}
    right: true
    feedback:
      sv: Bra. Det är så.
      en: Good. That is so.
  - id: b
    text: {sv: Nej, en: No}
    feedback: {sv: Inte så., en: Not so.}
"""


def faults(folder: Path, old: str, new: str) -> tuple[int, list[Fault]]:
    """The line that was changed, and what is told of the file."""
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    path = folder / "exercises" / "00-x" / "goal.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return text[: text.index(new) + len(new.rstrip("\n"))].count("\n") + 1, faults_in(path)


def test_the_file_is_faultless_before(tmp_path: Path) -> None:
    assert faults(tmp_path, "id: goal", "id: goal") == (1, [])


SAID = "sv: Bra. Det är så."


@pytest.mark.parametrize(
    ("old", "new", "key", "values"),
    [
        (SAID, "sv: Bra: det är så.", "slip-colon", {"mend": '"Bra: det är så."'}),
        ("sv: Ja,", "sv: Ja: visst,", "slip-colon", {"mend": '"Ja: visst"'}),
        ("en: Yes}", "en: Yes: sure}", "slip-colon", {"mend": '"Yes: sure"'}),
        (SAID, "sv: ”Bra”: det är så.", "slip-pasted", {"mend": '"”Bra”: det är så."'}),
        ("sv: Ja,", "sv: ”Ja: visst”,", "slip-pasted", {"mend": '"”Ja: visst”"'}),
        (SAID, 'sv: "Bra" är det.', "slip-quote", {"mend": r'"\"Bra\" är det."'}),
        ("sv: Ja,", 'sv: "Ja" sa hon,', "slip-quote", {"mend": r'"\"Ja\" sa hon"'}),
        (SAID, "sv: 'Det's bra'", "slip-quote", {"mend": '"Det\'s bra"'}),
        # The parser misses the end of these at the end of the file only.
        (SAID, 'sv: "Bra är det.', "slip-open-quote", {"mend": '"Bra är det."'}),
        ("sv: Ja,", 'sv: "Ja,', "slip-open-quote", {"mend": '"Ja"'}),
        (SAID, "sv: & så är det", "slip-sign", {"sign": "&", "mend": '"& så är det"'}),
        (SAID, "sv: *Bra* är det", "slip-sign", {"sign": "*", "mend": '"*Bra* är det"'}),
        (SAID, "sv: % är bra", "slip-sign", {"sign": "%", "mend": '"% är bra"'}),
        (SAID, "sv: @anna är bra", "slip-sign", {"sign": "@", "mend": '"@anna är bra"'}),
        (SAID, "sv: `kod` är bra", "slip-sign", {"sign": "`", "mend": '"`kod` är bra"'}),
        ("sv: Ja,", "sv: %Ja,", "slip-sign", {"sign": "%", "mend": '"%Ja"'}),
        # YAML takes these for a name and for a type, and drops them.
        (SAID, "sv: &Co är bra", "slip-sign", {"sign": "&", "mend": '"&Co är bra"'}),
        ("sv: Ja,", "sv: &Ja då,", "slip-sign", {"sign": "&", "mend": '"&Ja då"'}),
        (SAID, "sv: !viktigt är det", "slip-sign", {"sign": "!", "mend": '"!viktigt är det"'}),
        ("minutes: 2", "minutes:2", "slip-space", {"sign": ":"}),
        (SAID, "sv:Bra. Det är så.", "slip-space", {"sign": ":"}),
        ("  - id: b", "  -id: b", "slip-space", {"sign": "-"}),
        ("    right", "\tright", "slip-tab", {}),
        ("    right: true", "     right: true", "slip-indent", {"n": 4}),
        ("    right: true", "   right: true", "slip-indent", {"n": 4}),
        ("  en: Answer.", "   en: Answer.", "slip-indent", {"n": 2}),
        ("      en: Good.", "     en: Good.", "slip-indent", {"n": 6}),
        ("  - id: b", " - id: b", "slip-indent", {"n": 2}),
        ("en: Yes}", "en: Yes", "slip-bracket", {"sign": "}"}),
        (SAID, "Bra. Det är så.", "slip-nameless", {}),
        ("sv: Ja,", "sv: Ja [nästan],", "slip-brackets", {"mend": '"Ja [nästan]"'}),
    ],
)
def test_a_slip_is_told_at_its_line_with_its_mend(
    tmp_path: Path, old: str, new: str, key: str, values: dict[str, object]
) -> None:
    line, found = faults(tmp_path, old, new)
    assert [(one.line, one.key, one.values) for one in found] == [(line, key, values)]
    if "mend" in values:
        text = GOOD.replace(old, new, 1).split("\n")
        code = "en" if "en: " in new else "sv"
        tail = {"}": "}", ",": ", en: Yes}"}.get(new[-1], "")
        text[line - 1] = re.sub(rf"\b{code}: .*", f"{code}: {values['mend']}{tail}", text[line - 1])
        parse("\n".join(text))


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("sv: Ja,", "sv:Ja,", "slip-space"),
        ("sv: Ja,", "sv: Ja, visst,", "slip-comma"),
        (
            "    right: true\n    feedback:\n      sv: Bra",
            "    feedback:\n      vs: Bra",
            "unknown-key",
        ),
        ("  sv: Svara.\n", "", "missing-translation"),
    ],
)
def test_a_slip_that_yaml_takes_is_told_by_the_rules(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    _, found = faults(tmp_path, old, new)
    assert key in [one.key for one in found]


def test_the_sentences_in_both_languages(tmp_path: Path) -> None:
    _, (fault,) = faults(tmp_path, SAID, "sv: Bra: det är så.")
    assert fault.told("sv") == (
        "exercises/00-x/goal.yml, rad 14: I texten står ett kolon och ett mellanslag. "
        'Sätt raka citattecken runt den: "Bra: det är så."'
    )
    assert fault.told("en") == (
        "exercises/00-x/goal.yml, line 14: A colon and a space stand in the text. "
        'Put straight quotation marks around it: "Bra: det är så."'
    )


def test_a_long_text_is_not_shown_whole(tmp_path: Path) -> None:
    _, (fault,) = faults(tmp_path, SAID, f"sv: Bra: {'det är så ' * 20}")
    assert len(str(fault.values["mend"])) <= 60
    assert str(fault.values["mend"]).endswith('…"')


@pytest.mark.parametrize("text", ["a: b: c\n" * 20_000, "{" * 200, "a: \x00", '"'])
def test_what_is_no_known_slip_is_told_as_the_parser_tells_it(text: str) -> None:
    with pytest.raises(NotYAMLError) as caught:
        parse(text)
    assert slip(text, caught.value).line >= 1
    assert slip(text, caught.value).told("sv")
