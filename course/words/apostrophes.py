"""Apostrophes as books have them: an author types ', and a reader sees ’.

A text is set once, where it is read: `course.words` sets what the interface says,
`course.words.bilingual.Text` what stands in both languages, `course.content.filled` what a lesson
says, `course.content.references` what a work is called. What a learner writes stays as it is
written. A text keeps its length, so that a place in it is the same before and after.
"""

import re

_APOSTROPHE = r"(?<=[^\W_])'(?=[^\W_])|(?<=[})\]*_”])'(?=[^\W\d_])|(?<=[sxz])'(?!\w)"
"""Within a word, after a name that is filled in or marked up, and after a genitive's last letter.

A straight mark that quotes is none of these, as long as no word before it ends in s, x or z.
"""

_FOUND = re.compile(
    r"(?P<role>\{[\w-]+\}`[^`]*`)"  # {term}`teachers' exemption <teachers-exemption>`
    r"|(?P<left>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|https?://[^\s<>]+)"  # code, addresses
    rf"|(?P<mark>{_APOSTROPHE})",
    re.DOTALL,
)


def typeset(text: str) -> str:
    """A text with its apostrophes curled; code and addresses in it are left as they are.

    >>> typeset("Karin's rota isn't Johan's, and {n}'s managers' plan is `print('it''s')`.")
    "Karin’s rota isn’t Johan’s, and {n}’s managers’ plan is `print('it''s')`."
    """
    return _FOUND.sub(_set, text) if "'" in text else text


def _set(found: re.Match[str]) -> str:
    if found["mark"]:
        return "’"
    return re.sub(_APOSTROPHE, "’", found[0]) if found["role"] else found[0]
