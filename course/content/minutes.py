"""How long a text and its exercises take: an estimate, from words and from what kinds say.

Reading takes a minute for as many words as the readers of IReST read aloud in one, on average: 199
in Swedish, 228 in English (Trauzettel-Klosinski and Dietz 2012, Investigative Ophthalmology and
Visual Science 53(9), 5452-5461, table 2, doi:10.1167/iovs.11-8284). They were 25 adults a language,
of 18 to 35 years, and their texts as hard as what one reads at 10 to 12. Ours are harder, but are
read in silence, which is quicker; that the two weigh about the same is our own assumption. So are
the seconds to think and to answer, for each item of an exercise as many as its kind says
(``SECONDS`` in its ``rules.py``). The page says that the minutes are estimates.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import floor

from course.content.cases import MARK
from course.content.glossary import ROLE
from course.content.references import CITATION
from course.kinds import KINDS
from course.kinds.exercise import Exercise
from course.once import Same

WORDS_A_MINUTE = {"sv": 199, "en": 228}
"""How many words are read in a minute, in each language."""

_MARK = re.compile(r"^\{[a-z]+\}$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:[-'’:.][^\W_]+)*")
_ADDRESS_OR_TAG = re.compile(r"\]\([^)]*\)|<[^>]+>")


def plain(markdown: str) -> str:
    """Markdown without what the builder fills in: citations and marks go, terms become words.

    >>> plain("En {term}`bro <tie>` räcker [@burt-2004, s. 3].")
    'En bro räcker.'
    """
    text = ROLE.sub(r"\g<words>", MARK.sub("", CITATION.sub("", markdown)))
    return re.sub(r" +([.,:;!?])", r"\1", _MARK.sub("", text))


@lru_cache(maxsize=8192)  # a lesson's minutes are asked for by language, by step, by way
def word_count(markdown: str) -> int:
    """How many words a reader reads in a piece of Markdown, headings and tables included.

    >>> word_count("## Två ord\\n[en länk](x.ipynb) [@key, s. 4]")
    4
    """
    return len(_WORD.findall(_ADDRESS_OR_TAG.sub(" ", plain(markdown))))


def exercise_minutes(exercise: Exercise, language: str) -> int:
    """How many minutes an exercise takes alone, read and answered once; at least one.

    Where somebody has measured it and its file says so, that counts.

    Raises BrokenKindError where its kind cannot say.

    >>> from course.content.course import ours
    >>> exercise_minutes(ours().exercise("00-start", "first-thought"), "en")
    2
    """
    if exercise.minutes is not None:
        return exercise.minutes
    return _estimated(Same(exercise), Same(KINDS[exercise.kind]), language)


@lru_cache(maxsize=1024)  # to try an exercise takes longer than all else that a page says of it
def _estimated(of: Same, by: Same, language: str) -> int:
    exercise, kind = of.thing, by.thing
    read = [*kind.reads(exercise, language)]
    if exercise.on_screen:
        read.append(exercise.on_screen.in_language(language))
    words = sum(map(word_count, read))
    seconds = kind.seconds * kind.items(exercise)
    return _whole(words / WORDS_A_MINUTE[language] + seconds / 60)


def minutes(words: int, exercises: Iterable[Exercise], language: str) -> int:
    """How many minutes so many words of text and these exercises take: a lesson, or a step of one.

    The exercises count in whole minutes, as their cards say, so that what a page says adds up. No
    words and no exercises take no time; anything else takes a minute at least.

    >>> minutes(597, (), "sv"), minutes(20, (), "sv"), minutes(0, (), "sv")
    (3, 1, 0)
    """
    return together(words, sum(exercise_minutes(one, language) for one in exercises), language)


def together(words: int, of_exercises: int, language: str) -> int:
    """How many minutes so many words take, beside the minutes of exercises.

    >>> together(597, 4, "sv")
    7
    """
    if not words:
        return of_exercises
    return max(1, of_exercises + floor(words / WORDS_A_MINUTE[language] + 0.5))


def _whole(minutes: float) -> int:
    return max(1, floor(minutes + 0.5))
