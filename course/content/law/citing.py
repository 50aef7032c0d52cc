"""How a text cites the law: which act, and which of its sections.

A text is read from left to right for three things. What lies between them is passed over::

    text      = { act | provision | other words }
    act       = "[@" key "," provisions "]"         in lessons
              | a name that the register gives the act: KL, the Local Government Act
    provision = chapter [sections] | sections | annex

    sv:  chapter  = number "kap."                   6 kap.   19 a kap.   4–5 kap.
         sections = numbers ("§" | "§§")            38 §     1, 8 och 11 §§   5–6 §§
         annex    = "bilaga" number                 bilaga 2   bilaga III
    en:  chapter  = "ch." number
         sections = ("s." | "ss." | "art.") numbers
         annex    = "annex" number
    both: sections = ("art." | "article" | "artikel") numbers      of an act of the Union
         numbers  = range { ("," | "och" | "and") range }
         range    = number ["–" number]
         number   = digits [letter]                 2   15 a   24b

A provision is of the act that was named last before it in the same text, and a section without a
chapter is of the chapter that was named last of that act: ``LOU 19 a kap. 2 § … (8 §)``. An annex
that comes before any act which has one is of the only act that does. A point (``art. 6.1 e``) is
read as its article. Neither lark nor parsimonious is used: islands in running text are what
regular expressions find, and within an island there is nothing nested.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import frozen

NUMBER = r"\d{1,3}(?:\s?[a-h])?(?![\w:])"
_RANGE = rf"{NUMBER}(?:–{NUMBER})?(?:\.\d+(?:\.\d+)*)?(?:\s[a-h](?!\w))?"
_NUMBERS = rf"(?<![\d:.]){_RANGE}(?:(?:,|\soch|\sand|\seller|\sor|,\sand)\s{_RANGE})*"
_ROMAN = r"(?:\d{1,2}|[IVX]{1,4})\b"

_CHAPTER = {"sv": rf"{_NUMBERS}\s+kap\.", "en": rf"\bch(?:apter|\.)\s+{_NUMBERS}"}
_SECTIONS = {"sv": rf"{_NUMBERS}\s+§§?", "en": rf"\b(?:ss?\.|sections?)\s+{_NUMBERS}"}
_ARTICLES = rf"\b[Aa]rt(?:\.|icles?|iklarna|ikel)\s+{_NUMBERS}"
_ANNEX = {"sv": rf"\b[Bb]ilaga\s+{_ROMAN}", "en": rf"\b[Aa]nnex\s+{_ROMAN}"}


def _provision(language: str) -> str:
    sections = f"{_SECTIONS[language]}|{_ARTICLES}"
    return (
        rf"(?P<annex>{_ANNEX[language]})|(?P<chapter>{_CHAPTER[language]})"
        rf"(?:\s+(?P<of>{sections}))?|(?P<sections>{sections})"
    )


_PROVISION = {language: re.compile(_provision(language)) for language in _CHAPTER}
_CITED = re.compile(r"\[@(?P<key>[a-z0-9-]+)(?:,\s*(?P<where>[^\]]+))?\]")
_ONE = re.compile(rf"(?P<first>{NUMBER})(?:–(?P<last>{NUMBER}))?")


@frozen(order=True)
class Provision:
    """A place in an act: a section, a whole chapter, an article or an annex; without any, the act.

    ``chapter`` and ``section`` are written as the acts do, ``15 a`` with a space. An annex is a
    section whose name begins with ``bilaga``.
    """

    act: str
    chapter: str = ""
    section: str = ""

    def told(self, language: str) -> str:
        """The place as a text in that language cites it, without the act.

        >>> Provision("lou", "19 a", "2").told("sv"), Provision("lou", "19 a", "2").told("en")
        ('19 a kap. 2 §', 'ch. 19 a s. 2')
        """
        swedish = language == "sv"
        if self.section.startswith("bilaga"):
            return self.section if swedish else self.section.replace("bilaga", "annex")
        if self.section.startswith("art."):
            return self.section
        chapter = self.chapter and (f"{self.chapter} kap." if swedish else f"ch. {self.chapter}")
        section = self.section and (f"{self.section} §" if swedish else f"s. {self.section}")
        return " ".join(part for part in (chapter, section) if part)


@frozen
class Citation:
    """Provisions that one place of a text cites, from ``start`` up to ``end``.

    ``provisions`` is empty where the text names no act that they could be of.
    """

    provisions: tuple[Provision, ...]
    start: int
    end: int
    written: str


@frozen(eq=False)  # told apart as objects, so that what a text cites by them can be kept
class Names:
    """What the acts are called: names to keys of acts, and which acts have a part by its name.

    ``annexes`` says of each annex the acts that have it; ``articles`` are the acts of the Union,
    whose sections are called articles in every language.
    """

    keys: Mapping[str, str]
    annexes: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]

    @cached_property
    def found_by(self) -> dict[str, re.Pattern[str]]:
        """What finds acts and provisions in a text of each language.

        Short names are found as they are, long ones in any case.
        """
        longest = sorted(self.keys, key=len, reverse=True)
        names = (
            re.escape(name) if len(name) < 6 else f"(?i:{_spaced_out(name)})s?" for name in longest
        )
        name = rf"(?<![\w:])(?P<name>{'|'.join(names) or '(?!)'})(?!\w)"
        return {
            language: re.compile(rf"{_CITED.pattern}|{name}|{provision.pattern}")
            for language, provision in _PROVISION.items()
        }

    @cached_property
    def _known(self) -> dict[str, str]:
        return {one.casefold(): key for one, key in self.keys.items()}

    def key(self, name: str) -> str:
        """The act of a name that was found, with or without a genitive's s."""
        name = " ".join(name.casefold().split())
        return self._known[name] if name in self._known else self._known[name.removesuffix("s")]


def _spaced_out(name: str) -> str:
    """The pattern of a name whose words may stand on two lines."""
    return r"\s+".join(map(re.escape, name.split()))


@lru_cache(maxsize=2**14)  # the texts of a course, each of which several rules ask about
def cited(text: str, language: str, names: Names) -> tuple[Citation, ...]:
    """Every citation of law in a text, in order.

    >>> names = Names({"LOU": "lou"}, {}, frozenset())
    >>> found = cited("Se LOU 19 a kap. 2 och 8 §§.", "sv", names)
    >>> [one.told("en") for citation in found for one in citation.provisions]
    ['ch. 19 a s. 2', 'ch. 19 a s. 8']
    """
    # Most texts cite nothing, which is found out sooner than all names of acts that they lack.
    if not _PROVISION[language].search(text) and not _CITED.search(text):
        return ()
    return tuple(_Reader(language, names).read(text))


class _Reader:
    """Reads one text: which act was named last, and of each act the last chapter."""

    def __init__(self, language: str, names: Names) -> None:
        self._names = names
        self._provision = _PROVISION[language]
        self._found_by = names.found_by[language]
        self._act = ""
        self._chapters: dict[str, str] = {}

    def read(self, text: str) -> Iterator[Citation]:
        for match in self._found_by.finditer(text):
            if match["key"]:
                yield from self._bracket(match)
            elif match["name"]:
                self._act = self._names.key(match["name"])
            else:
                yield Citation(self._found(match), match.start(), match.end(), match[0])

    def _bracket(self, match: re.Match[str]) -> Iterator[Citation]:
        """A citation with a key: of a law that is known, or of a work, which is passed over."""
        if match["key"] not in self._names.keys.values():
            return
        self._act = match["key"]
        found: list[Provision] = []
        for one in self._provision.finditer(match["where"] or ""):
            found.extend(self._found(one))
        whole = () if match["where"] else (Provision(self._act),)
        yield Citation(tuple(found) or whole, match.start(), match.end(), match[0])

    def _found(self, match: re.Match[str]) -> tuple[Provision, ...]:
        if match["annex"]:
            return self._annex(match["annex"].split()[-1])
        if not self._act:
            return ()
        if match["chapter"]:
            chapters = _listed(match["chapter"])
            self._chapters[self._act] = chapters[-1]
            if not match["of"]:
                return tuple(Provision(self._act, chapter) for chapter in chapters)
        sections = match["of"] or match["sections"]
        if self._act in self._names.articles:
            return tuple(Provision(self._act, "", f"art. {one}") for one in _listed(sections))
        chapter = self._chapters.get(self._act, "")
        return tuple(Provision(self._act, chapter, one) for one in _listed(sections))

    def _annex(self, number: str) -> tuple[Provision, ...]:
        name = f"bilaga {number}"
        having = self._names.annexes.get(name, ())
        act = self._act if self._act in having or not having else ""
        if not act and len(having) == 1:
            (act,) = having
        return (Provision(act, "", name),) if act else ()


def _listed(written: str) -> list[str]:
    """The numbers of a list, one by one, with those in between where it says from and to.

    >>> _listed("3 a, 5–7 och 24b §§")
    ['3 a', '5', '6', '7', '24 b']
    """
    # A point within an article (6.1 e) is told by what stands before it.
    bare = re.sub(r"(\d)\.\d+(?:\.\d+)*(?:\s[a-h](?!\w))?", r"\1", written)
    found: list[str] = []
    for match in _ONE.finditer(bare):
        first, last = match["first"], match["last"]
        if last and first.isdigit() and last.isdigit():
            found.extend(str(n) for n in range(int(first), int(last) + 1))
        else:
            found.extend(_spaced(one) for one in (first, last) if one)
    return found


def _spaced(number: str) -> str:
    return re.sub(r"(\d)\s?([a-h])", r"\1 \2", number)


def section_of(act: str, written: str, names: Names) -> tuple[Provision, ...]:
    """The provisions that the register means by its name of them, such as ``6 kap. 30–41 §§``."""
    reader = _Reader("sv", names)
    found = [one for citation in reader.read(f"[@{act}, {written}]") for one in citation.provisions]
    return tuple(one for one in found if one.chapter or one.section)
