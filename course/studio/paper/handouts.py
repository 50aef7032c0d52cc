"""What is handed out: exercises without answers and with them, cards and slips, a joining page."""

from course.content.course import Course
from course.content.meeting import Part, Programme
from course.kinds import KINDS
from course.kinds.sheet import LETTERS, Sheet
from course.studio.paper import blocks
from course.studio.paper.answered import answered
from course.studio.paper.blocks import Block, Document
from course.studio.paper.lesson import Led, foot
from course.words import duration, say

_MOST_COLUMNS = 5  # more places than that are lettered
_LONGEST_HEAD = 24  # letters of a place that can head a column


def handouts(led: Led) -> list[Document]:
    """All that a lesson has to hand out; the cards where it has any."""
    found = [sheet(led), answers(led), slips(led)]
    return [*found, made] if (made := cards(led)) else found


def sheet(led: Led) -> Document:
    """The exercises of the meeting that are answered on paper, without their answers."""
    return _document(led, "sheet", [_lead(led, "sheet-lead"), *_asked(led, with_answers=False)])


def answers(led: Led) -> Document:
    """The same exercises with what holds and why."""
    return _document(led, "answers", _asked(led, with_answers=True))


def cards(led: Led) -> Document | None:
    """The cards of the meeting, to cut out, in an order that tells nothing; None without any."""
    found: list[Block] = []
    for activity in led.meeting.activities:
        for one in map(led.exercise, activity.exercises):
            made = KINDS[one.kind].sheet(one, led.language)
            if "cards" not in activity.needs or not made.rows:
                continue
            found += [blocks.page_break()] if found else [_lead(led, "cards-lead")]
            found.append(blocks.heading(one.title.in_language(led.language)))
            if len(made.places) > 1:
                places = "; ".join(made.places)
                found.append(
                    blocks.paragraph(blocks.bare(_say(led, "cards-places", places=places)))
                )
            found.append(blocks.cards(made.rows))
    return _document(led, "cards", found) if found else None


def slips(led: Led) -> Document:
    """What each table of the jigsaw gets to know."""
    told = [blocks.slip(one.unit, blocks.markdown(one.text)) for one in led.cells.slips]
    return _document(led, "slips", [_lead(led, "slips-lead"), *told])


def joining(course: Course, language: str) -> Document:
    """The page that lies on the tables: how to come along, and that nothing is collected."""
    lines = [one.in_language(language) for one in course.leading.join]
    fields = [
        block
        for key in ("join-address", "join-code", "join-day")
        for block in (blocks.heading(say(f"guide.{key}", language)), blocks.writing(1))
    ]
    name = say("course", language)
    return Document(
        name="join",
        language=language,
        title=say("guide.join", language),
        over=name,
        foot=foot(say("guide.join", language), language),
        blocks=[*map(blocks.paragraph, lines), *fields],
    )


def together(course: Course, language: str) -> Document:
    """Half a day, a day, forty people, online, and advice that holds for every meeting."""
    leading = course.leading
    found: list[Block] = []
    for programme in leading.programmes:
        found += _programme(course, programme, language)
    for section in leading.sections:
        found.append(blocks.heading(section.title.in_language(language)))
        found.append(blocks.items(line.in_language(language) for line in section.lines))
    for key, lines in (("forty", leading.forty), ("online", leading.online)):
        found.append(blocks.heading(say(f"guide.{key}", language)))
        found.append(blocks.items(line.in_language(language) for line in lines.values()))
    title = say("guide.together", language)
    return Document(
        name="together",
        language=language,
        title=title,
        over=say("guide.name", language),
        foot=foot(title, language),
        blocks=found,
    )


def _programme(course: Course, programme: Programme, language: str) -> list[Block]:
    at, rows = 0, []
    for part in programme.parts:
        clock = blocks.bare(f"{_hours(at)}–{_hours(at + part.minutes)}")
        rows.append([clock, blocks.bare(_part(course, part, language))])
        at += part.minutes
    heads = [
        say("guide.in-all", language, time=duration(at, language)),
        say("guide.what", language),
    ]
    return [
        blocks.heading(programme.title.in_language(language)),
        blocks.paragraph(programme.about.in_language(language)),
        blocks.table(heads, rows, 0, 1),
    ]


def _part(course: Course, part: Part, language: str) -> str:
    if part.what:
        return part.what.in_language(language)
    route = say(f"guide.route-{part.route}", language)
    return f"{course.titled(part.lesson, language)} ({route})"


def _hours(minutes: int) -> str:
    """A time since the beginning.

    >>> _hours(95)
    '1.35'
    """
    return f"{minutes // 60}.{minutes % 60:02d}"


# --- exercises on paper ---------------------------------------------------------------------------


def _asked(led: Led, *, with_answers: bool) -> list[Block]:
    found: list[Block] = []
    drew = False
    for one in map(led.exercise, led.meeting.exercises):
        made = KINDS[one.kind].sheet(one, led.language)
        draws = made.frame is not None and not with_answers
        if found and (draws or drew):
            found.append(blocks.page_break())  # a drawing has a page to itself
        drew = draws
        found.append(blocks.heading(one.title.in_language(led.language)))
        found += [
            blocks.paragraph(blocks.bare(blocks.flowing(part)))
            for part in one.prompt.in_language(led.language).split("\n\n")
        ]
        if with_answers:
            found += answered(one, led.language)
        elif made.is_empty:
            found.append(blocks.paragraph(_say(led, "in-course"), "soft"))
        else:
            found += on_paper(made)
    return found


def on_paper(made: Sheet) -> list[Block]:
    """An exercise to be answered with a pen."""
    found: list[Block] = []
    if made.ticks:
        found.append(blocks.ticks(made.ticks))
    if made.rows:
        found += _placed(made)
    for blank in made.blanks:
        if blank:
            found.append(blocks.paragraph(blocks.bare(blank)))
        found.append(blocks.writing(made.room))
    if made.frame is not None:
        found.append(blocks.frame(made.frame))
    return found


def _placed(made: Sheet) -> list[Block]:
    """Things with columns to tick in, or with a letter to write where the places are many."""
    few = len(made.places) <= _MOST_COLUMNS
    if few and all(len(place) <= _LONGEST_HEAD for place in made.places):
        empty = [blocks.bare("☐")] * len(made.places)
        rows = [[blocks.bare(one), *empty] for one in made.rows]
        return [blocks.table(["", *made.places], rows, 3, *[0.0] * len(made.places))]
    letters = [
        [[f"{letter}  ", "b"], [place, ""]]
        for letter, place in zip(LETTERS, made.places, strict=False)
    ]
    rows = [[blocks.bare("____"), blocks.bare(one)] for one in made.rows]
    return [
        *(blocks.paragraph(one) for one in letters),
        blocks.table(["", ""], rows, 0, 1),
    ]


# --- around them ----------------------------------------------------------------------------------


def _document(led: Led, what: str, content: list[Block]) -> Document:
    return Document(
        name=f"{led.source.lesson}-{what}",
        language=led.language,
        title=led.title,
        over=led.over(f"guide.{what}"),
        foot=led.foot(),
        blocks=content,
    )


def _lead(led: Led, key: str) -> Block:
    return blocks.paragraph(_say(led, key), "soft")


def _say(led: Led, key: str, **values: object) -> str:
    return say(f"guide.{key}", led.language, **values)
