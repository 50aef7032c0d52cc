"""The leader's guide of a lesson: all that is needed to run the hour from the paper alone."""

from course.content.meeting import ROUTES, TOGETHER, Activity, Jigsaw
from course.content.meeting_told import forms
from course.studio.facilitator import read_out
from course.studio.paper import blocks
from course.studio.paper.answered import exercise
from course.studio.paper.blocks import Block, Document, Runs
from course.studio.paper.lesson import Led
from course.studio.summary import minutes as lesson_minutes
from course.words import duration, say


def guide(led: Led) -> Document:
    """The guide of a lesson."""
    return Document(
        name=led.source.lesson,
        language=led.language,
        title=led.title,
        over=led.over("guide.name"),
        foot=led.foot(),
        blocks=[
            *_at_a_glance(led),
            blocks.page_break(),
            blocks.heading(_say(led, "run-sheet")),
            blocks.paragraph(_say(led, "clocks"), "soft"),
            *_steps(led),
            *_extras(led),
            *_on_phones(led),
            *_expected(led),
            *_otherwise(led),
            *_home(led),
        ],
    )


def _say(led: Led, key: str, **values: object) -> str:
    """A sentence of the guide in its language."""
    return say(f"guide.{key}", led.language, **values)


# --- the first page -------------------------------------------------------------------------------


def _at_a_glance(led: Led) -> list[Block]:
    alone = duration(lesson_minutes(led.source, led.language), led.language)
    heads = [*(_say(led, f"route-{route}") for route in ROUTES), _say(led, "what")]
    clocks = {
        route: {id(one): f"{start}–{end}" for one, start, end in led.meeting.clock(route)}
        for route in ROUTES
    }
    rows = [
        [
            *(blocks.bare(clocks[route].get(id(one), _say(led, "not-in"))) for route in ROUTES),
            blocks.bare(led.name(one)),
            blocks.bare(forms(one, led.language)),
        ]
        for one in led.meeting.activities
        if not one.extra
    ]
    return [
        blocks.heading(_say(led, "at-a-glance")),
        blocks.paragraph(_say(led, "lengths", alone=alone)),
        blocks.table([*heads, _say(led, "sit")], rows, 0, 0, 1.2, 1),
        blocks.labelled(_say(led, "late"), led.said(led.meeting.late), "key"),
        blocks.heading(_say(led, "materials"), 3),
        blocks.items(_materials(led)),
        blocks.heading(_say(led, "formed"), 3),
        blocks.items(_formed(led)),
        *_rules(led),
    ]


def _materials(led: Led) -> list[str]:
    """What to bring, each with the activities that need it, and which of them are in no hour."""
    found: dict[str, list[str]] = {}
    for one in led.meeting.activities:
        only = "" if one.hour else f": {_say(led, 'if-longer' if one.extra else 'not-in-hour')}"
        for need in one.needs:
            found.setdefault(need, []).append(f"{led.name(one)}{only}")
    return [
        f"{_say(led, f'needs-{need}', n=f'{led.number:02d}')} ({'; '.join(names)})"
        for need, names in found.items()
    ]


def _formed(led: Led) -> list[str]:
    used = dict.fromkeys(group for one in led.meeting.activities for group in one.groups)
    return [_say(led, f"formed-{one}") for one in used if one not in ("alone", "all")]


def _rules(led: Led) -> list[Block]:
    """What is said before anything else, and where there is more advice."""
    leading = led.source.course.leading
    return [
        *(
            block
            for section in leading.sections
            if section.id == "rules"
            for block in (
                blocks.heading(led.said(section.title), 3),
                blocks.items(map(led.said, section.lines)),
            )
        ),
        blocks.paragraph(_say(led, "more-advice", title=_say(led, "together")), "soft"),
    ]


# --- step by step ---------------------------------------------------------------------------------


def _steps(led: Led) -> list[Block]:
    hour = {id(one): f"{start}–{end}" for one, start, end in led.meeting.clock("hour")}
    steps = [
        blocks.step(
            f"{start}–{end}",
            _say(led, "in-hour", clock=hour[id(one)])
            if id(one) in hour
            else _say(led, "not-in-hour"),
            led.name(one),
            forms(one, led.language),
            _inside(led, one),
        )
        for one, start, end in led.meeting.clock("long")
    ]
    steps[-1]["blocks"] += [
        blocks.heading(_say(led, "questions"), 4),
        *blocks.markdown(led.cells.questions),
    ]
    return steps


def _extras(led: Led) -> list[Block]:
    extras = [one for one in led.meeting.activities if one.extra]
    if not extras:
        return []
    return [
        blocks.heading(_say(led, "longer")),
        *(
            blocks.step(
                _say(led, "longer-clock", n=one.minutes),
                "",
                led.name(one),
                forms(one, led.language),
                _inside(led, one),
            )
            for one in extras
        ),
    ]


def _on_phones(led: Led) -> list[Block]:
    """What the class can do on its telephones besides, in the words that it is led by there."""
    if not led.meeting.together:
        return []
    found = [
        blocks.heading(_say(led, "phones")),
        blocks.paragraph(_say(led, "phones-lead", lesson=led.source.lesson)),
    ]
    for name in led.meeting.together:
        title, aloud, done = (
            say(f"class.{name}{part}", led.language) for part in ("", "-say", "-do")
        )
        words = [
            blocks.labelled(_say(led, "say"), aloud, "say"),
            blocks.labelled(_say(led, "do"), done),
        ]
        clock = _say(led, "longer-clock", n=TOGETHER[name])
        found.append(blocks.step(clock, "", title, "", words))
    return found


def _inside(led: Led, activity: Activity) -> list[Block]:
    found = [blocks.labelled(_say(led, "say"), led.said(activity.say), "say")]
    if activity.how:
        found.append(blocks.labelled(_say(led, "do"), led.said(activity.how)))
    if activity.jigsaw:
        found += _jigsaw(led, activity.jigsaw)
    found += _read(led, activity)
    named = len(activity.exercises) > 1
    for one in map(led.exercise, activity.exercises):
        found += exercise(one, led.language, named=named)
    ready = [one.text for one in led.cells.expected if {*one.exercises} & {*activity.exercises}]
    if ready:
        found += [blocks.heading(_say(led, "expected"), 4), blocks.items(ready)]
    return found


def _expected(led: Led) -> list[Block]:
    """The answers to be ready for that belong to no exercise of the meeting."""
    told = {*led.meeting.exercises}
    rest = [one.text for one in led.cells.expected if told.isdisjoint(one.exercises)]
    return [blocks.heading(_say(led, "expected")), blocks.items(rest)] if rest else []


def _read(led: Led, activity: Activity) -> list[Block]:
    """The lesson's own text that the activity begins with: a scene, or what is explained."""
    found = read_out(led.source, activity.read, led.language)
    return [blocks.heading(_say(led, "read"), 4), *found] if found else []


def _jigsaw(led: Led, jigsaw: Jigsaw) -> list[Block]:
    at = 0
    phases: list[list[str | Runs]] = []
    for one in jigsaw.phases:
        phases.append([blocks.bare(f"{at}–{at + one.minutes}"), led.said(one.do)])
        at += one.minutes
    tables = ", ".join(slip.unit for slip in led.cells.slips)
    return [
        blocks.table([_say(led, "minutes"), _say(led, "what")], phases, 0, 1),
        blocks.labelled(_say(led, "observers"), led.said(jigsaw.observers)),
        blocks.labelled(_say(led, "key"), led.said(jigsaw.key), "key"),
        blocks.labelled(_say(led, "law"), led.said(jigsaw.law)),
        blocks.heading(_say(led, "debrief"), 4),
        blocks.items(map(led.said, jigsaw.debrief)),
        blocks.paragraph(
            f"{_say(led, 'slips-where', tables=tables)} {_say(led, 'made-up')}", "soft"
        ),
    ]


# --- at the end -----------------------------------------------------------------------------------


def _otherwise(led: Led) -> list[Block]:
    """The same meeting with forty people, and online: a line for each way of sitting."""
    leading = led.source.course.leading
    used = dict.fromkeys(group for one in led.meeting.activities for group in one.groups)
    found: list[Block] = []
    for key, lines in (("forty", leading.forty), ("online", leading.online)):
        told = [led.said(lines[group]) for group in used if group in lines]
        if told:
            found += [blocks.heading(_say(led, key)), blocks.items(told)]
    return found


def _home(led: Led) -> list[Block]:
    left = list(led.left())
    if not left:
        return []
    names = [blocks.bare(one.title.in_language(led.language)) for one in left]
    return [
        blocks.heading(_say(led, "home")),
        blocks.paragraph(_say(led, "home-lead")),
        blocks.items(names),
    ]
