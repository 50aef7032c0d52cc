"""A small lesson's source, as an author would write it, for tests to change."""

import shutil
from pathlib import Path

from course.content.course import Course, ours
from course.paths import ROOT
from course.studio.source import Source

HEAD = """\
---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
course: {monday: {sv: "Fråga Yonas.", en: "Ask Yonas."}}
---

"""
# Line numbers in comments are those of the whole file; the head takes six lines.
BODY = """\
+++ {"language": "sv"}

# Börja

Ett påstående [@hartley-2005], och ett till [@sol, 6 kap. 1 §].

+++ {"language": "en"}

# Begin

A claim [@hartley-2005], and another [@sol, ch. 6 s. 1].

```{code-cell}
:exercise: goal
```

```{code-cell}
:tags: [under-the-hood]
print(1 + 1)
```

+++ {"language": "sv"}

## Källor

{sources}

+++ {"language": "en"}

## Sources

{sources}

+++ {"language": "sv", "audience": "instructor"}

## För dig som leder en grupp

### Svar att räkna med

- ”Allt.” Fråga vad som är {term}`bråttom <silo>`.

### Två frågor efteråt

1. Vad nu?
2. Vem då?

### Delad information

#### Hemtjänst

Ni vet när.

#### Bistånd

Ni vet <b>varför</b>.

+++ {"language": "en", "audience": "instructor"}

## For those who lead a group

### Answers to be ready for

- “Everything.” Ask what is {term}`urgent <silo>`.

### Two questions to finish

1. What now?
2. Who then?

### Jigsaw

#### Home care

You know when.

#### Needs assessment

You know <b>why</b>.
"""
TEXT = HEAD + BODY
MEETING = """\
late: {sv: "Stryk öppningen.", en: "Leave out the opening."}
activities:
  - what: {sv: Öppningen, en: The opening}
    minutes: 30
    groups: [all]
    read: [c02]
    say: {sv: "Lyssna.", en: "Listen."}
    how: {sv: "Läs högt.", en: "Read aloud."}
  - exercises: [goal]
    minutes: 40
    hour: 40
    groups: [alone, pairs]
    needs: [sheet]
    say: {sv: "Välj <b>en</b>.", en: "Choose <b>one</b>."}
  - split:
      say: {sv: "Ni har var sin lapp.", en: "You have a slip each."}
      rounds:
        - {minutes: 15, do: {sv: "Berätta.", en: "Tell."}}
        - {minutes: 5, do: {sv: "Enas.", en: "Agree."}}
      key: {sv: "På måndag.", en: "On Monday."}
      law: {sv: "Inga namn.", en: "No names."}
      observers: {sv: "Räkna frågor.", en: "Count questions."}
      debrief:
        - {sv: "Vem frågade?", en: "Who asked?"}
        - {sv: "Vem visste?", en: "Who knew?"}
    hour: 20
"""
"""How a group takes the small lesson."""
HOOD = ":tags: [under-the-hood]\nprint(1 + 1)"
"""The code cell that shows nothing, for tests to let it show something."""


def written(
    folder: Path, *changes: tuple[str, str], name: str = "00-start", course: Course | None = None
) -> Source:
    """The small lesson in a folder, with each first text of a pair replaced by the second.

    It is a lesson of the course that is shipped, unless another is given.
    """
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return Source(path, course if course is not None else ours())


def met(folder: Path) -> Path:
    """The file of the small lesson's meeting, in a course's folder."""
    file = folder / "data" / "meetings" / "00-start.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(MEETING, encoding="utf-8")
    return file


def led(folder: Path, *changes: tuple[str, str]) -> tuple[Source, Path]:
    """The small lesson with its own meeting over the course that is shipped, and that's file."""
    file = met(folder / "own")
    return written(folder, *changes, course=Course.open(ROOT, folder / "own")), file


def small_course(folder: Path) -> Course:
    """A course in a folder: the small lesson, its exercises, and what it cites and explains."""
    (folder / "notebooks" / "source").mkdir(parents=True)
    written(folder / "notebooks" / "source")
    shutil.copytree(ROOT / "exercises" / "00-start", folder / "exercises" / "00-start")
    met(folder)
    for name in ("references.yml", "glossary.yml", "claims.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data" / name)
    return Course.open(folder)


def line(text: str, nth: int = 1) -> int:
    """The line of the nth place where a text stands in the small lesson."""
    lines = [n for n, one in enumerate(TEXT.splitlines(), start=1) if text in one]
    return lines[nth - 1]
