"""What a start tells its user before any package is there: the only texts outside `course.words`.

Swedish and English stand side by side, as they do everywhere in the course. One more sentence
stands in ``version``, where an old Python can read it.
"""

import sys
from typing import Self


class Problem(Exception):
    """The command cannot go on; the message says why, and what to do, in the user's language."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        """``exit_code`` is what the command then ends with."""
        super().__init__(message)
        self.exit_code = exit_code


def sentence(key: str, language: str, **values: object) -> str:
    """The text of ``key`` in ``language``, with its ``values`` filled in.

    >>> sentence("fetching", "sv", count=93, percent=40)
    'Hämtar 93 paket … 40 %'
    """
    return _TEXTS[key][language].format(**values)


def diagnosis(log: str) -> str:
    """The key of the text that explains a failed installation, from what pip or the system said.

    >>> diagnosis("OSError: [Errno 28] No space left on device")
    'disk full'
    """
    for key, signs in _SIGNS:
        if any(sign in log for sign in signs):
            return key
    return "failed"


class Progress:
    """Shows how far the installation has come: on one line if that can be rewritten, else a few.

    Used as a context manager, so that the line ends when the installation does.
    """

    def __init__(self, language: str) -> None:
        """``language`` is ``"sv"`` or ``"en"``."""
        self._language = language
        self._shown = ""
        self._width = 0

    def __enter__(self) -> Self:
        """Nothing is shown before there is something to show."""
        return self

    def show(self, doing: str, count: int, percent: int) -> None:
        """Show that ``percent`` of ``count`` packages are done; ``doing`` is a key of a text."""
        is_terminal = sys.stdout.isatty()
        if not is_terminal:
            percent -= percent % 25
        text = sentence(doing, self._language, count=count, percent=percent)
        if text == self._shown:
            return
        self._shown = text
        if is_terminal:
            print("\r" + text.ljust(self._width), end="", flush=True)
            self._width = len(text)
        else:
            print(text, flush=True)

    def __exit__(self, *_: object) -> None:
        """End the line that was rewritten."""
        if self._width:
            print()


# What pip and the operating systems write, in the order in which the causes are to be believed:
# without a network pip also says that it found no matching version.
_SIGNS = (
    ("hash mismatch", ("DO NOT MATCH THE HASHES", "--require-hashes mode")),
    ("disk full", ("Errno 28", "No space left", "not enough space on the disk", "Errno 122")),
    ("long path", ("Windows Long Path",)),
    (
        "no network",
        (
            "connection broken",
            "ConnectionError",
            "Failed to establish a new connection",
            "getaddrinfo failed",
            "Name or service not known",
            "nodename nor servname",
            "timed out",
            "ReadTimeout",
            "ProxyError",
            "SSLError",
            "CERTIFICATE_VERIFY_FAILED",
        ),
    ),
    ("no package", ("No matching distribution found", "Could not find a version")),
    ("no permission", ("Errno 13", "Errno 30", "Permission denied", "WinError 5")),
)

_TEXTS = {
    "first": {
        "sv": "Första starten: kursen gör i ordning det den behöver i mappen .venv. "
        "Det tar någon minut.",
        "en": "First start: the course sets up what it needs in the folder .venv. "
        "This takes a minute or so.",
    },
    "again": {
        "sv": "Den förra installationen i mappen .venv går inte att använda. Kursen börjar om.",
        "en": "The earlier installation in the folder .venv cannot be used. Starting over.",
    },
    "update": {
        "sv": "Kursen hämtar de paket som saknas eller har fått en ny version.",
        "en": "Fetching the packages that are missing or have a new version.",
    },
    "waiting": {
        "sv": "Installationen pågår redan i ett annat fönster. Väntar tills den är klar.",
        "en": "The installation is already running in another window. Waiting for it to finish.",
    },
    "fetching": {
        "sv": "Hämtar {count} paket … {percent} %",
        "en": "Fetching {count} packages … {percent}%",
    },
    "installing": {
        "sv": "Installerar {count} paket … {percent} %",
        "en": "Installing {count} packages … {percent}%",
    },
    "compiling": {
        "sv": "Gör klart paketen så att kursen startar snabbt …",
        "en": "Preparing the packages so that the course starts fast …",
    },
    "done": {
        "sv": "Installationen är klar.",
        "en": "The installation is complete.",
    },
    "interrupted": {
        "sv": "Installationen avbröts. Nästa start börjar om från början.",
        "en": "The installation was interrupted. The next start begins from scratch.",
    },
    "update stopped": {
        "sv": "Uppdateringen avbröts. Det som var installerat finns kvar.",
        "en": "The update was interrupted. What was installed is still there.",
    },
    "goes on": {
        "sv": "Kursen kunde inte uppdateras, men startar med det som redan är installerat.",
        "en": "The course could not be updated, but starts with what is already installed.",
    },
    "astray": {
        "sv": "Installationen gick igenom, men i mappen .venv saknas {names}. Troligen leder en "
        "inställning för pip paketen någon annanstans. Inställningarna visas med: "
        "{python} -m pip config list. Ta bort den som inte hör hemma där och starta igen.",
        "en": "The installation ended well, but the folder .venv lacks {names}. Most likely a "
        "setting of pip's leads the packages elsewhere. The settings are shown by: "
        "{python} -m pip config list. Remove the one that does not belong there, and start again.",
    },
    "does not start": {
        "sv": "Paketet {name} är installerat men går inte att använda ({fault}). Ta bort mappen "
        ".venv och starta igen. Hjälper inte det kan ett säkerhetsprogram stoppa paketet. Fråga "
        "i så fall it-avdelningen.",
        "en": "The package {name} is installed but cannot be used ({fault}). Delete the folder "
        ".venv and start again. If that does not help, security software may be stopping the "
        "package. In that case, ask the IT department.",
    },
    "missing here": {
        "sv": "COURSE_ENVIRONMENT=here betyder att kursen ska köras med den Python som är igång, "
        "men där saknas {names}. Installera det som saknas, eller ta bort COURSE_ENVIRONMENT.",
        "en": "COURSE_ENVIRONMENT=here means running the course with the Python at hand, "
        "but that one lacks {names}. Install what is missing, or unset COURSE_ENVIRONMENT.",
    },
    "no ensurepip": {
        "sv": "Din Python saknar den del som behövs för att göra i ordning kursen. "
        "I Debian och Ubuntu installeras den med: sudo apt install python3-venv",
        "en": "This Python lacks the part that is needed to set up the course. "
        "On Debian and Ubuntu it is installed with: sudo apt install python3-venv",
    },
    "strange folder": {
        "sv": "Mappen {folder} innehåller något som kursen inte har lagt där. "
        "Flytta eller byt namn på den och starta igen.",
        "en": "The folder {folder} holds something that the course did not put there. "
        "Move or rename it, and start again.",
    },
    "no network": {
        "sv": "Det gick inte att hämta kursens paket: nätet svarar inte, eller så stoppas "
        "hämtningen på vägen. Kontrollera anslutningen och starta igen. På en arbetsdator kan "
        "it-avdelningen behöva ange proxy eller certifikat för pip.",
        "en": "The course's packages could not be fetched: there is no answer from the network, "
        "or something on the way stops it. Check the connection and start again. On a computer "
        "at work, the IT department may have to set pip's proxy or certificate.",
    },
    "hash mismatch": {
        "sv": "Ett hämtat paket är inte det som kursen har provats med, och därför installerades "
        "det inte. Starta igen. Händer det en gång till är paketet ändrat där det hämtas. Berätta "
        "det i så fall för den som sköter kursen.",
        "en": "A package that was fetched is not the one the course was tested with, so it was "
        "not installed. Start again. If it happens once more, the package has been changed where "
        "it comes from. In that case, tell those who maintain the course.",
    },
    "no package": {
        "sv": "Ett av kursens paket finns inte färdigt för den här datorn eller för "
        "Python {python}. Prova med Python 3.12 eller 3.13 från python.org.",
        "en": "One of the course's packages is not available for this computer or for "
        "Python {python}. Try Python 3.12 or 3.13 from python.org.",
    },
    "disk full": {
        "sv": "Disken är full. Frigör omkring 1 GB och starta igen.",
        "en": "The disk is full. Free about 1 GB and start again.",
    },
    "long path": {
        "sv": "Windows klarar inte så långa sökvägar som installationen ger här. "
        "Flytta kursens mapp närmare roten, till exempel till C:\\kurs, och starta igen.",
        "en": "Windows cannot handle paths as long as those the installation makes here. "
        "Move the course's folder closer to the top, for example to C:\\course, and start again.",
    },
    "no permission": {
        "sv": "Kursen får inte skriva i sin egen mapp. Flytta mappen till en plats där du får "
        "spara filer, till exempel Dokument, och starta igen.",
        "en": "The course may not write in its own folder. Move the folder to a place where you "
        "can save files, for example Documents, and start again.",
    },
    "failed": {
        "sv": "Installationen misslyckades. Starta igen. Hjälper inte det, ta bort mappen .venv "
        "och starta en gång till.",
        "en": "The installation failed. Start again. If that does not help, delete the folder "
        ".venv and start once more.",
    },
    "log": {
        "sv": "Vad som hände står i {log}.",
        "en": "What happened is recorded in {log}.",
    },
}
