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

### Körschema

| Minuter | Vad | Hur |
|---|---|---|
| 5 | Öppningen | Läs högt. |
| 10 | *Vad vill du lära dig först?* | I par. |

### Svar att räkna med

- ”Allt.” Fråga vad som är {term}`bråttom <silo>`.

### Två frågor efteråt

1. Vad nu?
2. Vem då?

### Delad information

Två grupper får var sin lapp.

#### Hemtjänst

Ni vet när.

#### Bistånd

Ni vet <b>varför</b>.

+++ {"language": "en", "audience": "instructor"}

## For those who lead a group

### Run sheet

| Minutes | What | How |
|---|---|---|
| 5 | The opening | Read aloud. |
| 10 | *What do you want to learn first?* | In pairs. |

### Answers to be ready for

- “Everything.” Ask what is {term}`urgent <silo>`.

### Two questions to finish

1. What now?
2. Who then?

### Jigsaw

Two groups get a slip each.

#### Home care

You know when.

#### Needs assessment

You know <b>why</b>.
"""
TEXT = HEAD + BODY
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


def small_course(folder: Path) -> Course:
    """A course in a folder: the small lesson, its exercises, and what it cites and explains."""
    (folder / "notebooks" / "source").mkdir(parents=True)
    written(folder / "notebooks" / "source")
    shutil.copytree(ROOT / "exercises" / "00-start", folder / "exercises" / "00-start")
    (folder / "data").mkdir()
    for name in ("references.yml", "glossary.yml", "claims.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data" / name)
    return Course.open(folder)


def line(text: str, nth: int = 1) -> int:
    """The line of the nth place where a text stands in the small lesson."""
    lines = [n for n, one in enumerate(TEXT.splitlines(), start=1) if text in one]
    return lines[nth - 1]
