"""What the course says, in both languages, and how each language writes numbers.

Every sentence of the interface stands once, in Swedish and in English: in a file a room here, and
for a kind of exercise and an explorer in a file beside it. A missing key, language or value is an
error at once: nothing falls back in silence to the other language.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from course.marked import NotYAMLError, read
from course.paths import LANGUAGES, PACKAGE
from course.words.counted import months
from course.words.typesetting import typeset

_PLACE = re.compile(r"\{(\w+)\}")


_FILES = ("words/*.yml", "kinds/*/words.yml", "explorers/*.yml")
"""Where sentences stand, below the folder of the package."""


_FIRST = re.compile(r"^[ \t]*[\"']?([\w-]+)", re.MULTILINE)
"""What a key may begin with, up to its first full stop, wherever one may stand in a file."""


@cache
def _files() -> dict[str, list[Path]]:
    """The files of words by what the keys in them begin with, as their text has it.

    To look at all texts takes a twentieth of the time that it takes to read them as YAML, and a
    lesson says what stands in a fourth of them. Of a file that is JSON, as the browser's are, the
    whole is read in no time.
    """
    files: dict[str, list[Path]] = {}
    for pattern in _FILES:
        for file in sorted(PACKAGE.glob(pattern)):
            text = file.read_text(encoding="utf-8", errors="replace")
            keys = _in_file(file) if text.startswith("{") else _FIRST.findall(text)
            for first in {key.partition(".")[0] for key in keys}:
                files.setdefault(first, []).append(file)
    return files


@cache
def _in_file(file: Path) -> dict[str, dict[str, str]]:
    """The sentences of one of the course's own files."""
    try:
        return words_in(file)
    except WordsError:
        # A kind without words is told where it is used, and stops no other; the course's own
        # rooms have no such place.
        if file.name != "words.yml":
            raise
        return {}


@cache
def _sentences(first: str) -> dict[str, dict[str, str]]:
    """The sentences whose keys begin so, up to the first full stop."""
    return {
        key: sentence
        for file in _files().get(first, [])
        for key, sentence in _in_file(file).items()
        if key.partition(".")[0] == first
    }


def every_key() -> list[str]:
    """The names of all sentences."""
    return [key for first in _files() for key in _sentences(first)]


def also(file: Path) -> None:
    """Say what stands in a file besides: that of a kind of exercise from another package.

    What the course says already it goes on saying in its own words. Raises WordsError.
    """
    for key, sentence in words_in(file).items():
        _sentences(key.partition(".")[0]).setdefault(key, sentence)
    _in_room.cache_clear()


class WordsError(ValueError):
    """A file of words that cannot be used: its line, and which sentence (``fault.``) says why."""

    def __init__(self, line: int, key: str, /, **values: object) -> None:
        super().__init__(f"line {line}: {key} {values}")
        self.line = line
        self.key = key
        self.values = values


def words_in(file: Path) -> dict[str, dict[str, str]]:
    """The sentences of a file, each in every language; WordsError where one is not."""
    return _words_in(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=128)
def _words_in(file: Path, _changed: int) -> dict[str, dict[str, str]]:
    try:
        document = read(file)
    except NotYAMLError as error:
        raise WordsError(error.line, error.key, **error.values) from error
    except UnicodeDecodeError as error:
        raise WordsError(1, "not-utf8") from error
    if not isinstance(document.value, dict):
        raise WordsError(1, "no-sentences")
    for key, sentence in document.value.items():
        for language in LANGUAGES:
            if not isinstance(sentence, dict) or not isinstance(sentence.get(language), str):
                line = document.line((key,))
                raise WordsError(line, "words-missing", key=key, code=language)
    return {
        key: {language: typeset(sentence[language]) for language in LANGUAGES}
        for key, sentence in document.value.items()
    }


class NoWordsError(KeyError):
    """A sentence that stands in no file: what it would be called, and where to write it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key

    def __str__(self) -> str:
        return (
            f"No file of words has the sentence {self.key}. Write it in Swedish and in English: "
            "in the file beside what says it (words.yml of a kind of exercise, the .yml of an "
            "explorer) or else in a file of course/words."
        )


def say(key: str, language: str, /, **values: object) -> str:
    """The sentence ``key`` in a language, with ``{places}`` filled from ``values``.

    Raises NoWordsError for an unknown key, and KeyError for an unknown language and for a place
    without a value.

    >>> say("minutes", "sv", n=3)
    '3 min'
    """
    sentences = _sentences(key.partition(".")[0])
    if key not in sentences:
        raise NoWordsError(key)
    sentence = sentences[key][language]
    return _PLACE.sub(lambda place: str(values[place[1]]), sentence)


def spoken(values: Mapping[str, object], language: str) -> dict[str, object]:
    """Values for a sentence, with those that name another sentence (``say:in.sv``) said in words.

    >>> spoken({"language": "say:in.sv", "n": 3}, "en")
    {'language': 'Swedish', 'n': 3}
    """
    return {
        name: say(value.removeprefix("say:"), language)
        if isinstance(value, str) and value.startswith(("say:in.", "say:type."))
        else value
        for name, value in values.items()
    }


def interface(language: str, prefix: str) -> dict[str, str]:
    """All sentences whose key begins with ``prefix.``, for a view that fills them in itself."""
    return dict(_in_room(language, prefix))


@cache
def _in_room(language: str, prefix: str) -> dict[str, str]:
    """Those sentences, found once: a page asks for those of its cards for every card."""
    start = prefix + "."
    return {
        key.removeprefix(start): sentence[language]
        for key, sentence in _sentences(prefix.partition(".")[0]).items()
        if key.startswith(start)
    }


def decimal(number: float, digits: int, language: str, *, signed: bool = False) -> str:
    """A number as the language writes it: decimal comma in Swedish, a true minus sign in both.

    >>> decimal(-0.1319, 2, "sv"), decimal(0.7, 2, "en", signed=True)
    ('−0,13', '+0.70')
    """
    written = f"{number:+.{digits}f}" if signed else f"{number:.{digits}f}"
    if float(written) == 0:
        written = written.lstrip("+-")
    written = written.replace("-", "−")
    return written.replace(".", ",") if language == "sv" else written


def grouped(number: float, digits: int, language: str) -> str:
    """A number as the language writes it, with its thousands apart.

    The space of the Swedish thousands does not break a line.

    >>> grouped(9300, 0, "sv"), grouped(9300, 0, "en"), grouped(1336.5, 1, "sv")
    ('9\\xa0300', '9,300', '1\\xa0336,5')
    """
    whole, point, rest = f"{abs(number):,.{digits}f}".partition(".")
    sign = "−" if number < 0 and float(f"{number:.{digits}f}") != 0 else ""
    if language == "sv":
        whole, point = whole.replace(",", "\u00a0"), point.replace(".", ",")
    return f"{sign}{whole}{point}{rest}"


def number_in(text: str) -> float:
    """The number that somebody wrote, with comma or point, with or without spaces or a unit sign.

    Raises ValueError where there is none, or more than one.

    >>> number_in("1 200,5"), number_in("−3"), number_in("47 %")
    (1200.5, -3.0, 47.0)
    """
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace("−", "-").rstrip("%")
    if not re.fullmatch(r"[-+]?(\d+([.,]\d*)?|[.,]\d+)", bare):
        raise ValueError(f"{text!r} is not one number")
    return float(bare.replace(",", "."))


def duration(minutes: int, language: str) -> str:
    """Minutes as people say them.

    >>> duration(250, "sv"), duration(45, "en")
    ('4 h 10 min', '45 min')
    """
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("minutes", language, n=rest)
    if not rest:
        return say("hours", language, h=hours)
    return say("hours-minutes", language, h=hours, n=rest)


def dated(day: date, language: str) -> str:
    """A day as people write it in running text.

    >>> dated(date(2026, 10, 5), "sv"), dated(date(2026, 10, 5), "en")
    ('5 oktober 2026', '5 October 2026')
    """
    return f"{day.day} {months(language)[day.month - 1]} {day.year}"


def other(language: str) -> str:
    """The course's other language."""
    return next(code for code in LANGUAGES if code != language)


_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e"})


def alphabetical(words: str) -> str:
    """A key that sorts words as a Swedish word list does; English words are sorted as ever.

    >>> sorted(["öppen", "Zon", "ärlig", "åtta"], key=alphabetical)
    ['Zon', 'åtta', 'ärlig', 'öppen']
    """
    return words.casefold().translate(_ORDER)
