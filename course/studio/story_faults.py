"""What the texts say of the story, held to its cast: names, posts, weekdays, weeks, counts.

Only what a text says in a form that is found with certainty is looked at: a post beside a name, a
weekday beside a date, a week of the trial, a count in one of the ways that the cast itself lists.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from course.content.cast import Cast, Count
from course.content.course import Course
from course.content.unreadable import read_or_fault
from course.faults import Fault
from course.marked import Marked
from course.once import Same, known
from course.paths import LANGUAGES
from course.studio.cast_faults import CAST
from course.studio.story_days import Found, as_listed, dates, scene, weekdays
from course.studio.texts import Said
from course.studio.ways import where_said
from course.words import dated
from course.words.counted import numbers as number_words
from course.words.counted import weekdays as named_weekdays

_NAME = r"[A-ZÅÄÖÉ][\w-]*[^\W_]"
_GENITIVE = re.compile(r"['’]?s?\Z")


def texts_faults(course: Course, file: Path, texts: Iterable[Said]) -> Iterator[Fault]:
    """Everything that the texts of a file say otherwise than the cast of the folder it is in."""
    cast, authors = _cast_of(course, file), _authors(course)
    for said in texts:
        for language in LANGUAGES:
            for start, key, values in _in_text(said, language, cast, authors):
                yield Fault.at(said.line(language, start), key, values, said.file)


def counted(course: Course, file: Path, texts: Iterable[Said]) -> list[list[str]]:
    """The ways of counting (id, language, words) that the texts of a file use."""
    cast = _cast_of(course, file)
    return [
        [count.id, language, way]
        for said in texts
        for language in LANGUAGES
        for count, way, _ in _said_counts(said.words[language], language, Same(cast))
    ]


def unsaid(course: Course, used: Collection[tuple[str, str, str]]) -> Iterator[Fault]:
    """Ways of counting that the cast lists and no text uses any more."""
    document = read_or_fault(course.file(CAST), CAST)
    assert isinstance(document, Marked)
    for id, count in (document.value or {}).get("counts", {}).items():
        for language in LANGUAGES:
            for n, way in enumerate(count[language]):
                if (id, language, way) not in used:
                    place = ("counts", id, language, n)
                    values = {"count": id, "way": way}
                    yield Fault(place, "cast-unsaid", values).found(CAST, document)


def _cast_of(course: Course, file: Path) -> Cast:
    """The cast as those knew it who wrote a file: an overlay's own is above that of the course."""
    last = max(n for n, one in enumerate(course.folders) if file.is_relative_to(one))
    return Course(course.folders[: last + 1]).cast


def _authors(course: Course) -> frozenset[str]:
    """The authors of works, who may have a first name that somebody in the story has."""

    def found() -> frozenset[str]:
        works = course.references.values()
        names = (one for work in works for one in work.fields.get("author", ()))
        return frozenset(f"{one.get('given', '')} {one.get('family', '')}" for one in names)

    return known(("authors", course.folders), found)


def _in_text(said: Said, language: str, cast: Cast, authors: frozenset[str]) -> Iterator[Found]:
    text = said.words[language]
    yield from _names(text, language, cast, authors)
    yield from _posts(text, language, cast)
    lesson = re.search(r"\d\d-[a-z-]+", said.file)
    yield from weekdays(text, language, cast, lesson[0] if lesson else "")
    if lesson:
        yield from dates(text, language, cast)
        yield from scene(text, language, cast, lesson[0])
        yield from _weeks(text, language, cast, lesson[0])
    yield from _counts(text, language, cast)


# --- people ---------------------------------------------------------------------------------------


def _names(text: str, language: str, cast: Cast, authors: frozenset[str]) -> Iterator[Found]:
    """Somebody of the cast under another surname; somebody with a post whom the cast lacks."""
    called = cast.called
    for match in re.finditer(rf"(?<![\w-])({_NAME}) ({_NAME})", text):
        name = _without_genitive(match[0], called)
        if name in called or name in authors:
            continue
        known = called.get(match[1])
        if known and not match[2].isupper() and match[2] not in called:
            yield match.start(), "story-surname", {"given": match[0], "right": known.name}
        elif cast.people and _post_after(text, match.end(), language, cast):
            yield match.start(), "story-nobody", {"given": match[0]}


def _without_genitive(name: str, known: Collection[str]) -> str:
    without = _GENITIVE.sub("", name)
    return without if name not in known and without in known else name


def _posts(text: str, language: str, cast: Cast) -> Iterator[Found]:
    """A post beside the name of somebody who has another, or a unit where the person is not."""
    called = cast.called
    if not called:
        return
    for match in _anybody(Same(called)).finditer(text):
        person = called[match[0]]
        own = person.role.in_language(language)
        post = _post_after(text, match.end(), language, cast) or _post_before(
            text, match.start(), language, cast
        )
        if post and not own.endswith(post):
            values: dict[str, object] = {"name": person.name, "given": post, "right": own}
            yield match.start(), "story-post", values
        unit = _unit_after(text, match.end(), language, cast)
        if unit and unit != person.unit:
            values = {
                "name": person.name,
                "given": cast.units[unit].at(language),
                "right": cast.units[person.unit].at(language),
            }
            yield match.start(), "story-unit", values


@lru_cache(maxsize=16)
def _anybody(called: Same) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any(frozenset(called.thing))})(?![\w-])")


@cache
def _any(words: frozenset[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda one: (-len(one), one)))


_BETWEEN = {
    "sv": r", (?:som är |vår |deras |er )?",
    "en": r", (?:who is |our |their |your )?(?:the |a |an )?",
}


def _post_after(text: str, end: int, language: str, cast: Cast) -> str | None:
    """The post that is told after a name: ``, planerare``, ``, the scheduler``."""
    match = _after(cast.posts[language], language).match(text, end)
    return _base(match[1], language, cast) if match else None


def _post_before(text: str, start: int, language: str, cast: Cast) -> str | None:
    """The post that is told before a name: ``enhetschefen``, ``unit manager``."""
    match = _before(cast.posts[language], language).search(text, max(0, start - 60), start)
    return _base(match[1], language, cast) if match else None


@cache
def _after(roles: frozenset[str], language: str) -> re.Pattern[str]:
    return re.compile(f"{_BETWEEN[language]}({_posts_of(roles, language)})")


@cache
def _before(roles: frozenset[str], language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_posts_of(roles, language)}) $")


def _posts_of(roles: frozenset[str], language: str) -> str:
    """A pattern of all posts; in Swedish with the definite ending."""
    ending = r"(?:e?n)?" if language == "sv" else ""
    return rf"(?:{_any(roles)}){ending}(?![\w-])"


def _base(post: str, language: str, cast: Cast) -> str:
    return max((one for one in cast.posts[language] if post.startswith(one)), key=len)


def _unit_after(text: str, end: int, language: str, cast: Cast) -> str | None:
    """The unit that is told after a name and, maybe, the person's own post."""
    ways = {unit.at(language): id for id, unit in cast.units.items()}
    if not ways:
        return None
    match = _of_unit(frozenset(ways), cast.posts[language], language).match(text, end)
    return ways[match[1]] if match else None


@cache
def _of_unit(ways: frozenset[str], roles: frozenset[str], language: str) -> re.Pattern[str]:
    post = f"(?:{_BETWEEN[language]}{_posts_of(roles, language)})?"
    return re.compile(rf"{post} ({_any(ways)})(?![\w-])")


# --- weeks and counts -----------------------------------------------------------------------------

_ORDINALS = {
    "sv": ["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde"],
    "en": ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"],
}
_WEEK = {
    "sv": r"(?:({day}) i )?försökets ({nth}) vecka",
    "en": r"(?:({day}) in )?the ({nth}) week of the trial",
}
_OF_WEEK = {"sv": "försökets", "en": "week of the trial"}
_LEFT = {
    "sv": (r"({n}) veck(?:a|or) kvar", "kvar"),
    "en": (r"({n}) weeks? (?:left|to go)", "left", "to go"),
}
_AGO = {
    "sv": (r"(?:[Bb]örjade för|schemat[^.\n]{{0,30}} sedan) ({n}) dagar", "dagar"),
    "en": (r"(?:[Bb]egan|[Ss]tarted) ({n}) days ago", "days ago"),
}


def _weeks(text: str, language: str, cast: Cast, lesson: str) -> Iterator[Found]:
    """A week of the trial that does not have the lesson's day; weeks left, days since it began."""
    trial, day = cast.trial, cast.scene(lesson)
    if trial is None or day is None or not trial.starts <= day <= trial.ends:
        return
    days, ordinals = named_weekdays(language), _ORDINALS[language]
    pattern = _WEEK[language].format(day="|".join(days), nth="|".join(ordinals))
    said = text.lower()  # most texts lack the words that these patterns end in
    for match in re.finditer(pattern, text, re.IGNORECASE) if _OF_WEEK[language] in said else ():
        week = 1 + ordinals.index(match[2].lower())
        weekday = days.index(as_listed(match[1], days)) if match[1] else day.weekday()
        if trial.day(week, weekday) != day:
            right = f"{days[day.weekday()]} {dated(day, language)}"
            values = {"given": match[0], "right": right, "week": trial.week(day)}
            yield match.start(), "story-week", values
    numbers = _numbers(language)
    for ways, n in ((_LEFT, trial.left(day)), (_AGO, (day - trial.starts).days)):
        if not any(word in said for word in ways[language][1:]):
            continue
        for match in re.finditer(ways[language][0].format(n=numbers), text):
            if _number(match[1], language) != n:
                yield match.start(), "story-count", {"given": match[0], "right": n}


def _counts(text: str, language: str, cast: Cast) -> Iterator[Found]:
    """A count, in one of the ways that the cast lists, with another number."""
    for count, _, match in _said_counts(text, language, Same(cast)):
        if _number(match[1], language) != count.n:
            yield match.start(), "story-count", {"given": match[0], "right": count.n}


@lru_cache(maxsize=1024)
def _said_counts(
    text: str, language: str, of: Same
) -> tuple[tuple[Count, str, re.Match[str]], ...]:
    """Each way of counting of a cast that a text uses, wherever it does."""
    return tuple(
        (count, way, match)
        for word, way, count in _ways(of, language)
        if word in text  # most texts lack it, which is found out sooner than the whole
        for match in where_said(way, text, language)
    )


@lru_cache(maxsize=16)
def _ways(of: Same, language: str) -> tuple[tuple[str, str, Count], ...]:
    """Every way of counting that a cast lists, with its longest word and what it counts."""
    cast: Cast = of.thing
    return tuple(
        (max(re.split(r"[#\s]+", way), key=len), way, count)
        for count in cast.counts.values()
        for way in count.ways(language)
    )


@cache
def _numbers(language: str) -> str:
    words = sorted(number_words(language), key=len, reverse=True)
    return rf"\d+|(?i:{'|'.join(map(re.escape, words))})"


def _number(written: str, language: str) -> int:
    if written.isdigit():
        return int(written)
    words: Mapping[str, int] = number_words(language)
    return words[written.lower()]
