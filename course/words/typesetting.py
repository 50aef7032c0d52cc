"""Apostrophes and spaces as books have them: what is typed plainly is read as it would be printed.

An author types ' and a reader sees ’. An author types spaces, and those between a number and what
it belongs to are read as spaces that no line ends at: 6 kap. 38 §, ch. 6 s. 38, 20 minuter, 22 000.

A text is set once, where it is read: `course.words` sets what the interface says,
`course.words.bilingual.Text` what stands in both languages, `course.content.filled` what a lesson
says, `course.content.references` what a work is called. What a learner writes stays as it is
written. A text keeps its length, so that a place in it is the same before and after.
"""

import re

UNBROKEN = "\u00a0"
"""The space that no line ends at."""

_APOSTROPHE = r"'(?:(?<=[^\W_]')(?=[^\W_])|(?<=[})\]*_”]')(?=[^\W\d_])|(?<=[sxz]')(?!\w))"
"""Within a word, after a name that is filled in or marked up, and after a genitive's last letter.

A straight mark that quotes is none of these, as long as no word before it ends in s, x or z.
"""

_UNITS = (
    r"%|§|kap\.|(?:per cent|kr|euros?|h|min|hours?|dag|dagar|days?|vecka|veckor|weeks?|"
    r"months?|år|years?|timme|timmar)\b|procent|kronor|mil[jl]ion|minut|månad"
)
"""What a number is of, in both languages: a sum, a share, a time, a place in an act."""

_SPACE = (
    rf" (?:(?<=\d )(?={_UNITS})"
    r"|(?<=\d )(?<!\d{4} )(?=\d{3}\b)"  # 22 000, but not the year 2026 and 300 others
    r"|(?<=\d )(?=[a-h] (?:§|kap\.|ss?\. \d)|[a-h][,.;:)\]]|ss?\. \d)"  # 25 a §, ch. 6 s. 38
    r"|(?<=\d [a-h] )(?=§|kap\.|ss?\. \d)"
    r"|(?:(?<=\bs\. )|(?<=\b(?:ch|ss|kl)\. )|(?<=\b(?:kap|art)\. )|(?<=\b(?:SEK|EUR) )"
    r"|(?<=\bklockan ))(?=\d))"
)
"""Between a number and what it belongs to; a place that a number is put into later is none."""

# Each of these begins with a sign of its own, so that a long text is gone through quickly.
_FOUND = re.compile(
    r"(?P<role>\{[\w-]+\}`[^`]*`)"  # {term}`teachers' exemption <teachers-exemption>`
    r"|(?P<left>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|https?://[^\s<>]+)"  # code, addresses
    rf"|(?P<mark>{_APOSTROPHE})|(?P<space>{_SPACE})",
    re.DOTALL,
)
_PERHAPS = re.compile(r"'|[0-9] | [0-9]")
"""What every text has in which something is to be set; most have nothing, and cost little."""


def typeset(text: str) -> str:
    """A text with its apostrophes and spaces set; code and addresses in it are left as they are.

    >>> typeset("Karin's rota isn't Johan's, and {n}'s managers' plan is `print('it''s')`.")
    "Karin’s rota isn’t Johan’s, and {n}’s managers’ plan is `print('it''s')`."
    >>> typeset("Enligt 6 kap. 38 § får 22 000 personer 20 minuter.").replace(UNBROKEN, "_")
    'Enligt 6_kap._38_§ får 22_000 personer 20_minuter.'
    """
    return _FOUND.sub(_set, text) if _PERHAPS.search(text) else text


def _set(found: re.Match[str]) -> str:
    if found["space"]:
        return UNBROKEN
    if found["mark"]:
        return "’"
    return re.sub(_APOSTROPHE, "’", found[0]) if found["role"] else found[0]
