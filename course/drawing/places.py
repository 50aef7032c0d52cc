"""The places where scenes play: where people can be, what is behind them, what is before them.

A place has slots by name; a scene puts people into them. The middle 480 of the 800 across hold what
matters: that is what a phone shows.
"""

from collections.abc import Callable

from attrs import field, frozen

from course.drawing import things
from course.drawing.town import filled, stroked
from course.drawing.windows import window


@frozen
class Slot:
    """Where somebody can be: the middle of the chest, how large, and whether seen whole."""

    x: float
    y: float
    size: float
    stands: bool = False


@frozen(kw_only=True)
class Place:
    """A place.

    Attributes:
        slots: where people can be, the hindmost first.
        behind: draws what is behind them, from the time of day on the clock.
        before: what is before them.
        things: what a scene can put there besides, by name: behind or before the people.
    """

    slots: dict[str, Slot]
    behind: Callable[[str, str], str]
    before: str = ""
    things: dict[str, str] = field(factory=dict)
    view: str = "quay"


def _corridor(time: str, view: str) -> str:
    return (
        things.room()
        + window(-30, 50, 170, 168, view)
        + things.doorway(190, 186)
        + things.board(664, 22, 116, 90)
        + things.clock(588, 84, time)
        + things.desk(536, 254, 300)
        + things.moved(684, 254, things.machine(0, 0), 1.25)
    )


def _meeting(time: str, view: str) -> str:
    return (
        things.room()
        + window(236, 22, 328, 150, view)
        + things.board(40, 30, 130, 104)
        + things.clock(690, 70, time)
    )


def _hall(time: str, view: str) -> str:
    windows = "".join(window(x, 16, 150, 196, view) for x in (18, 222, 426, 630))
    chairs = "".join(things.moved(x, 346, things.chair(0, 0), 1.5) for x in (300, 470, 520))
    return things.room() + windows + chairs


def _office(time: str, view: str) -> str:
    return (
        things.room()
        + window(60, 30, 210, 150, view)
        + things.clock(372, 70, time)
        + things.moved(0, 216, things.shelf(-60, 0, 96), 1.2)
        + things.doorway(510, 186)
        + things.board(724, 70, 130, 104)
    )


def _staff_room(time: str, view: str) -> str:
    star = filled(
        "M400 62 409 86 434 88 414 104 421 129 400 115 379 129 386 104 366 88 391 86Z", "lamp"
    )
    return (
        things.room()
        + window(256, 24, 288, 172, view)
        + stroked("M400 24V64", "metal", 1.5)
        + star
        + things.desk(590, 240, 300)
        + things.moved(690, 240, things.machine(0, 0), 1.2)
        + things.cup(628, 240)
        + things.cup(650, 240)
        + things.board(40, 44, 150, 110)
    )


def _two_rooms(time: str, view: str) -> str:
    return (
        things.room()
        + things.rect(400, 0, 400, 276, "land2")
        + things.rect(400, 276, 400, 84, "room2")
        + window(56, 26, 140, 126, view)
        + things.moved(296, 70, things.shelf(-30, 0, 100), 1.1)
        + things.rota(600, 34, 170, 112, gap=True)
        + things.clock(466, 66, time)
        + things.rect(386, 0, 28, things.HIGH, "roof2")
        + things.rect(386, 0, 6, things.HIGH, "metal")
    )


def _board_room(time: str, view: str) -> str:
    arms = filled("M70 60H126V98Q126 128 98 140 70 128 70 98Z", "accent") + stroked(
        "M78 92q7-7 13 0t14 0 13 0M78 108q7-7 13 0t14 0 13 0", "frame", 3.4
    )
    screen = things.rect(300, 22, 268, 164, "roof2", 5) + things.rota(309, 31, 250, 146)
    return things.room() + arms + screen + window(640, 30, 170, 150, view)


def _box(x: float, y: float, *, locked: bool) -> str:
    return things.moved(x, y, things.box(0, 0, locked=locked), 1.25)


TABLE = 276

PLACES = {
    "corridor": Place(
        slots={
            "doorway": Slot(284, 206, 1.62, stands=True),
            "outside": Slot(458, 202, 1.7, stands=True),
        },
        behind=_corridor,
        things={"locked-box": _box(552, 254, locked=True)},
    ),
    "meeting": Place(
        slots={
            f"seat-{n}": Slot(x, TABLE + 2, 1.36)
            for n, x in enumerate((76, 205, 335, 465, 595, 724), start=1)
        }
        | {
            f"of-five-{n}": Slot(x, TABLE + 2, 1.4)
            for n, x in enumerate((128, 264, 400, 536, 672), start=1)
        },
        behind=_meeting,
        before=things.table(TABLE, 0, 800)
        + "".join(things.cup(x, TABLE + 20) for x in (124, 518, 650))
        + "".join(things.sheet(x, TABLE + 8, 44, 18) for x in (54, 300, 446, 576, 706)),
        things={
            "tablets": things.moved(160, TABLE + 24, things.carton(0, 0), 1.15),
            "sensor": things.moved(374, TABLE + 24, things.sensor(0, 0), 1.15),
        },
        view="town",
    ),
    "hall": Place(
        slots={
            "right": Slot(596, 208, 1.6, stands=True),
            "middle": Slot(414, 204, 1.66, stands=True),
            "left": Slot(226, 270, 1.56),
        },
        behind=_hall,
        before=things.table(TABLE, 60, 290)
        + "".join(things.cup(x, TABLE + 16) for x in (96, 116, 136, 156))
        + things.buns(236, TABLE + 20),
        things={
            "stacked-chairs": things.moved(650, 372, things.stack(0, 0), 1.5)
            + things.moved(730, 380, things.stack(0, 0), 1.5)
        },
        view="rain",
    ),
    "office": Place(
        slots={
            "door": Slot(603, 206, 1.5, stands=True),
            "visitor": Slot(444, 202, 1.66, stands=True),
            "desk": Slot(224, 270, 1.6),
        },
        behind=_office,
        before=things.desk(30, 276, 350) + things.moved(52, 276, things.plant(0, -62), 0.9),
        things={
            "letter": things.sheet(290, 254, 66, 24),
            "rotas": things.moved(
                290, 246, things.rota(-84, -8, 76, 56) + things.rota(4, -8, 76, 56, gap=True)
            ),
            "many-pages": "".join(
                things.sheet(258 + n * 9, 236 - n % 2 * 3, 34, 42, -14 + n * 3) for n in range(11)
            ),
            "lamp": things.moved(96, 276, things.lamp(0, 0), 1.1),
        },
    ),
    "staff-room": Place(
        slots={
            "left": Slot(272, 270, 1.6),
            "right": Slot(532, 270, 1.6),
        },
        behind=_staff_room,
        before=things.table(TABLE, 90, 620)
        + "".join(
            things.sheet(140 + n * 40, TABLE + 6 + n * 5 % 9, 30, 16)
            for n in (0, 1, 2, 3, 4, 10, 11, 12)
        ),
        things={"open-box": _box(350, TABLE + 26, locked=False)},
        view="snow",
    ),
    "two-rooms": Place(
        slots={
            "left-back": Slot(190, 266, 1.42),
            "left": Slot(302, 270, 1.58),
            "right": Slot(534, 270, 1.58),
        },
        behind=_two_rooms,
        before=things.desk(20, 276, 366) + things.desk(414, 276, 366),
        things={
            "inbox": things.moved(234, 276, things.tray(-60, 0), 1.2),
            "laptop": things.moved(150, 276, things.laptop(0, 0), 1.1),
            "papers": things.sheet(620, 258, 60, 20),
        },
    ),
    "board-room": Place(
        slots={
            "speaker": Slot(216, 202, 1.66, stands=True),
            "board": Slot(612, 270, 1.56),
            "reply": Slot(446, 272, 1.56),
        },
        behind=_board_room,
        before=things.table(TABLE, 330, 500)
        + things.sheet(500, TABLE + 8, 50, 18)
        + things.cup(700, TABLE + 22),
        view="town",
    ),
}
