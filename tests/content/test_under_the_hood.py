"""What each lesson's code under the hood prints, worked out by hand or by another way.

That the notebooks hold what it prints is proved by nbval; that texts quote it, by ``check``.
"""

import pytest

from course.content.course import ours
from course.journal import Journal, MemoryStore
from course.lesson import Lesson
from course.models.learning import learn
from course.studio.source import Source

PRINTED = {
    # (3 + 3 + 3)/3 = (5 + 3 + 1)/3 = 3.
    "00-start": ["[3, 3, 3] 3 3", "[5, 3, 1] 3 1"],
    # Of those asked, 0.8 r say yes, and 1 - r are silent. All silent ones may have said no, or yes:
    # with r = 0.5 that is 0.40 and 0.40 + 0.50, with r = 0.3 it is 0.24 and 0.94.
    "01-what-counts": ["100%: 80%-80%", "70%: 56%-86%", "50%: 40%-90%", "30%: 24%-94%"],
    # Closed form: all are drawn from the 277 who live elsewhere, C(277, n)/C(300, n).
    "02-whose-value": ["12 38%", "24 14%", "48 2%"],
    # After a sigh nobody begins; after nothing 0, 1 and 2 follow on each other, and the next wants
    # to hear 4; after thanks two begin, and each further step is taken.
    "03-culture": ["1 0", "0 3", "-1 11"],
    # March (1991), as below.
    "04-leadership": ["0.1 0.95", "0.5 0.82", "0.9 0.75"],
    # Three a quarter make twelve a year at most, and with sixty ideas no place is ever free.
    "05-idea-to-use": ["60 12 48 4.8", "30 12 18 3.6", "15 11 4 1.7"],
    # The table of data/municipality/README.md; chance is 1 - 2 x 422/3540.
    "06-across-boundaries": ["1 +0.27", "2 +0.07", "3 -0.12", "4 -0.44", "+0.76"],
    # Granovetter (1978): thresholds 0 to 99 take everyone along; without a 1, only the first.
    "07-how-ideas-travel": ["100", "1"],
    # Saved less cost: 15 - 60, 45 - 0 and 180 - 0, and 240 - 60 together.
    "08-public-and-private": [
        "home care         -45",
        "short-term care   +45",
        "region           +180",
        "together         +180",
    ],
    # .9^3 = .729; .9^11 = .729^3 x .81 = .3138.
    "10-your-plan": ["1 90%", "3 73%", "11 31%"],
}


DRAWN = "09-room-to-act"
"""Here something is drawn by lot, which is tried below."""


def hoods(lesson: str) -> list[str]:
    """The code that a lesson has under the hood; the first eleven have one cell of it each."""
    source = Source(ours().file(f"notebooks/source/{lesson}.md"), ours())
    return [cell.body for cell in source.cells if "under-the-hood" in cell.tags]


def under_the_hood(lesson: str) -> str:
    (code,) = hoods(lesson)
    return code


def run(lesson: str) -> None:
    here = {"lesson": Lesson(lesson, language="en", journal=Journal(MemoryStore()))}
    exec(compile(under_the_hood(lesson), "under the hood", "exec"), here)


def test_all_that_is_printed_is_worked_out_here() -> None:
    """Whoever gives a new lesson code under the hood works out here what it prints."""
    assert [one for one in ours().lessons() if hoods(one)] == sorted([*PRINTED, DRAWN])


@pytest.mark.parametrize("lesson", PRINTED)
def test_it_prints_what_is_worked_out_by_hand(
    lesson: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(lesson)
    assert capsys.readouterr().out.splitlines() == PRINTED[lesson]


def test_march_s_paces_reach_what_he_found() -> None:
    # March's model (1991) reaches .954, .811 and .742 at p2 = .5 in 10,000 replications; 1,000 are
    # within three standard errors of that.
    for pace, reference in ((0.1, 0.954), (0.5, 0.811), (0.9, 0.742)):
        known = learn(pace, 0.5, replications=1000).knowledge
        assert known.mean == pytest.approx(reference, abs=3.2 * known.standard_error)


def test_the_draw_gives_twelve_of_eighteen_and_the_same_twelve_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run("09-room-to-act")
    run("09-room-to-act")
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
    drawn = [int(number) for number in first.strip("[]").split(",")]
    assert drawn == sorted(set(drawn))
    assert len(drawn) == 12
    assert set(drawn) <= set(range(1, 19))
