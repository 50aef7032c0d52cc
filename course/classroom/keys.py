"""What opens a room: a code that is read aloud, an address, the presenter's key; and the limits."""

import re
import secrets
from collections import deque
from collections.abc import Callable
from hashlib import sha256
from time import monotonic

from attrs import define, field

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Those of a code: none that is taken for another when it is read from a screen."""

CODE_LENGTH = 6
_TOKEN = re.compile(r"^[0-9a-f]{32}$")


def new_code() -> str:
    """A code for a class to type: one of some thousand million."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_key() -> str:
    """A key that nobody can guess, for an address."""
    return secrets.token_urlsafe(18)


def typed(code: str) -> str:
    """A code as it is kept, however it was typed.

    >>> typed(" abc-234 ")
    'ABC234'
    """
    return re.sub(r"[^A-Z0-9]", "", code.upper())


def hashed(secret: str) -> str:
    """What is kept of a key: whoever reads the file cannot use it."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def person(room: str, token: str) -> str | None:
    """Who a telephone is in a room, another in each; None for what is no telephone's token.

    >>> person("one", "0" * 32) == person("two", "0" * 32), person("one", "me")
    (False, None)
    """
    return sha256(f"{room}/{token}".encode()).hexdigest()[:24] if _TOKEN.match(token) else None


@define
class WrongCodes:
    """How many wrong codes may come from an address in a minute; nothing of them is kept longer.

    A class shares one address, so what is counted is wrong codes and never who comes in; and the
    address on the big screen opens the room without any code.
    """

    most: int = 60
    seconds: float = 60.0
    clock: Callable[[], float] = monotonic
    _wrong: dict[str, deque[float]] = field(factory=dict, init=False)

    def are_too_many(self, address: str) -> bool:
        """Whether no more codes are tried from there for now."""
        self._forget()
        return len(self._wrong.get(address, ())) >= self.most

    def add(self, address: str) -> None:
        """One more was wrong."""
        self._wrong.setdefault(address, deque(maxlen=self.most)).append(self.clock())

    def _forget(self) -> None:
        before = self.clock() - self.seconds
        for address, times in list(self._wrong.items()):
            while times and times[0] <= before:
                times.popleft()
            if not times:
                del self._wrong[address]
