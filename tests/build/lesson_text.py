"""A small lesson's source, as an author would write it, for tests to change."""

from pathlib import Path

from course.build.source import Source

HEAD = """\
---
jupytext: {text_representation: {extension: .md, format_name: myst}}
kernelspec: {display_name: Python 3, language: python, name: python3}
course: {minutes: 25}
---

"""
# Line numbers in comments are those of the whole file; the head takes six lines.
BODY = """\
```{code-cell}
from course import Lesson
lesson = Lesson("00-start", language="sv")
```

+++ {"language": "sv"}

# Börja

Ett påstående [@hartley-2005], och ett till [@sol, 6 kap. 1 §].

+++ {"language": "en"}

# Begin

A claim [@hartley-2005], and another [@sol, ch. 6 s. 1].

```{code-cell}
lesson.exercise("goal")
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

För ledare.

+++ {"language": "en", "audience": "instructor"}

For facilitators.
"""
TEXT = HEAD + BODY


def written(folder: Path, *changes: tuple[str, str], name: str = "00-start") -> Source:
    """The small lesson in a folder, with each first text of a pair replaced by the second."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return Source(path)


def line(text: str, nth: int = 1) -> int:
    """The line of the nth place where a text stands in the small lesson."""
    lines = [n for n, one in enumerate(TEXT.splitlines(), start=1) if text in one]
    return lines[nth - 1]
