"""What an author writes twice: the same words in Swedish and in English."""

from attrs import frozen


@frozen
class Text:
    """The same words in Swedish and in English."""

    sv: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in ``sv`` or ``en``; KeyError for any other language."""
        return {"sv": self.sv, "en": self.en}[language]
