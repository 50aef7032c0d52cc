"""Every figure that the course ships, in both languages, on a wide page and on a phone.

That its words have room is a rule of ``check`` (tests/studio/test_figure_pictures.py).
"""

import attrs
import pytest

from course.content.course import ours
from course.figures import KINDS
from course.figures.drawn import drawn
from course.figures.figure import Figure
from course.paths import LANGUAGES
from course.plots.sheet import NARROW, WIDE
from course.words.bilingual import Text
from tests.plots.looked_at import running, smallest_on_a_phone

every_figure = pytest.mark.parametrize("id", ours().figures())
every_language = pytest.mark.parametrize("language", LANGUAGES)


def labels(part: object, language: str) -> set[str]:
    """Every text of a figure but its head, which stands outside the picture."""
    if isinstance(part, Text):
        return {part.in_language(language)}
    parts = part if isinstance(part, list) else []
    if attrs.has(type(part)):
        outside = {field.name for field in attrs.fields(Figure)} if isinstance(part, Figure) else ()
        names = [field.name for field in attrs.fields(type(part)) if field.name not in outside]
        parts = [getattr(part, name) for name in names]
    return set().union(*(labels(one, language) for one in parts))


@every_figure
@every_language
def test_it_says_all_its_words_on_a_wide_page_and_on_a_phone(id: str, language: str) -> None:
    figure = ours().figure(id)
    kind = KINDS[figure.kind]
    assert len(labels(figure, language)) >= 3
    for across in (kind.width(WIDE), NARROW):
        written = running(kind.draw(figure, language, across))
        for label in labels(figure, language):
            missing = [word for word in label.split() if word not in written]
            assert missing == [], label


@every_figure
@every_language
def test_its_words_are_large_enough_on_a_phone(id: str, language: str) -> None:
    figure = ours().figure(id)
    assert smallest_on_a_phone(KINDS[figure.kind].draw(figure, language, NARROW)) >= 12


@every_figure
@every_language
def test_its_table_says_what_the_picture_says(id: str, language: str) -> None:
    figure = ours().figure(id)
    table = drawn(figure, language, {}).table
    assert all(len(row) == len(table.columns) for row in table.rows)
    told = " ".join([*table.columns, *(cell for row in table.rows for cell in row)]).casefold()
    for label in labels(figure, language):
        assert label.rstrip("?:").casefold() in told
