"""The wireless network that participants have to be on, and squares to scan."""

import segno
from attrs import frozen
from segno.helpers import make_wifi_data

from course.plain import Json


@frozen
class Wifi:
    """A network: its name, and its password where it has one."""

    name: str
    password: str = ""

    def told(self) -> Json:
        """What the big screen shows of it, and the square by which a telephone joins it."""
        security = "WPA" if self.password else None
        data = make_wifi_data(self.name, self.password or None, security)
        return {"name": self.name, "password": self.password, "square": square(data)}


def square(text: str) -> list[str]:
    """A text as a square to scan, row by row, each of 0 and 1.

    >>> len(square("http://127.0.0.1:8888/#abc"))
    25
    """
    return ["".join(map(str, row)) for row in segno.make_qr(text, error="m").matrix]
