"""Which browser test is run by which of the proofs of ``course test``."""

from conftest import FOUND

from course.proofs import PROOFS, WITH_CLIENTS

MARKS = ("client", "edition", "sweep")
"""What leaves a test out of an ordinary run."""


def test_each_test_here_is_run_by_exactly_one_proof(pytestconfig):
    """By the ordinary run or one of ``--clients``: of all that is found when the folder is run."""
    proofs = {
        one.name: one.arguments[-1]
        for one in (*PROOFS, *WITH_CLIENTS)
        if "tests/browser" in one.arguments
    }
    assert len(proofs) == 1 + len(MARKS)
    for test, marks in pytestconfig.stash[FOUND].items():
        has = {mark: mark in marks for mark in MARKS}
        # What pytest takes after -m is an expression of Python's as well.
        takes = [name for name, chosen in proofs.items() if eval(chosen, {}, has)]
        assert len(takes) == 1, (test, takes)
