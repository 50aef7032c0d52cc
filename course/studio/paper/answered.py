"""An exercise with its answers, for whoever leads: what holds and why, what tempts and why."""

from itertools import groupby

from course.kinds.exercise import Exercise
from course.studio.paper import blocks
from course.studio.paper.blocks import Block, Runs
from course.studio.paper.told import Point, best, points, reasons
from course.words import say

_MOST_SHOWN = 3  # reasons under a list of what holds


def exercise(one: Exercise, language: str, *, named: bool = False) -> list[Block]:
    """An exercise with its question, its answers, what holds and why, what tempts and why."""
    found = [blocks.heading(one.title.in_language(language), 4)] if named else []
    prompt = blocks.flowing(one.prompt.in_language(language))
    question = [[f"{say('guide.question', language)} ", "b"], [prompt, ""]]
    return [*found, blocks.paragraph(question, "ask"), *answered(one, language)]


def answered(one: Exercise, language: str) -> list[Block]:
    """What holds in an exercise, and why; where nothing does, that it is so."""
    asked = points(one, language)
    if len(asked) == 1:
        return [_options(asked[0], language)]
    if asked:
        return [_things(asked, language)]
    lines = best(one, language)
    if not lines:
        return [blocks.paragraph(say("guide.free", language), "soft")]
    told, why = [blocks.bare(line) for line in lines], reasons(one, language)
    if len(why) == len(lines) > 1:
        heads = [say("guide.holds", language), say("guide.why", language)]
        rows = [[line, blocks.bare(reason)] for line, reason in zip(told, why, strict=True)]
        return [blocks.table(heads, rows, 1, 1)]
    holds = [[f"{say('guide.holds', language)}:", "b"]]
    return [
        blocks.paragraph(holds),
        blocks.items(told),
        *(blocks.paragraph(blocks.bare(reason), "soft") for reason in why[:_MOST_SHOWN]),
    ]


def _options(point: Point, language: str) -> Block:
    """The answers, each with its reason; those with the same reason stand together."""
    rows: list[list[str | Runs]] = []
    for (holds, why), same in groupby(point.options, key=lambda one: (one.holds, one.why)):
        text = " · ".join(one.text for one in same)
        mark = say("guide.holds-mark", language, text=text) if holds else text
        rows.append([[[mark, "b" if holds else ""]], blocks.bare(why)])
    return blocks.table([say("guide.option", language), say("guide.why", language)], rows, 1, 1.3)


def _things(asked: tuple[Point, ...], language: str) -> Block:
    rows: list[list[str | Runs]] = []
    for point in asked:
        holds = point.holding
        why = blocks.bare(holds.why if holds else "")
        for tempting in point.tempting[:1]:
            label = say("guide.tempts", language, text=tempting.text.rstrip("."))
            why += [[f" {label} ", "b"], [tempting.why, ""]]
        place = [[holds.text if holds else "", "b"]]
        rows.append([blocks.bare(point.text), place, why])
    keys = ("guide.thing", "guide.belongs", "guide.why")
    return blocks.table([say(key, language) for key in keys], rows, 1.1, 0.8, 1.6)
