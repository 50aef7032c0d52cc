"""What an author writes twice: the same words in Swedish and in English."""

from attrs import field, frozen

from course.words.typesetting import typeset


@frozen
class Text:
    """The same words in Swedish and in English, with the apostrophes and spaces that a reader sees.

    >>> Text("Karins schema", "Karin's rota").en
    'Karin’s rota'
    """

    sv: str = field(converter=typeset)
    en: str = field(converter=typeset)

    def in_language(self, language: str) -> str:
        """The words in ``sv`` or ``en``; KeyError for any other language."""
        return {"sv": self.sv, "en": self.en}[language]
