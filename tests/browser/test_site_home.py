"""How much the home page of the folder loads: at a first visit, and for who comes back."""

import pytest
from hosted import hosted
from playwright.sync_api import expect
from returned import come_back

from tests.benchmarks.weighed import MOST_AT_HOME, loaded
from tests.built_site import built

pytestmark = pytest.mark.edition

ROOM = 10_000
"""Bytes that the home page has left, for what is still to come to it."""

RETURNING = "/returning.css", "/returning.js"
"""What only who comes back needs."""


@pytest.fixture
def me(learner, tmp_path_factory, worker_id):
    """A learner who has not begun."""
    with hosted(built(tmp_path_factory, worker_id)) as site:
        yield learner("sv", at=site, signed_in=False)


def at_home(me):
    """Bytes of all that the home page loads, by address.

    The script of the engine's worker is counted; what the worker then fetches is not.
    """
    me.open("").awake()
    files = loaded(me.page)
    assert any("/worker.js" in name for name in files)
    return files


def has(files, name):
    """Whether a file of this name is among them."""
    return any(address.endswith(name) for address in files)


def test_the_home_page_with_its_map_is_light(me):
    files = at_home(me)
    assert not [name for name in RETURNING if has(files, name)]
    assert sum(files.values()) <= MOST_AT_HOME - ROOM


def test_it_is_light_with_all_that_meets_who_comes_back(me, tmp_path):
    """Three things more than at a first visit: a card, a promise, and how they are drawn."""
    come_back(tmp_path, "sv")
    me.open("answers").awake()
    me.page.get_by_label(me.said("bring-back")).set_input_files(tmp_path / "journal.jsonl")
    me.page.get_by_role("button", name=me.said("import"), exact=True).click()
    expect(me.page.get_by_role("main")).not_to_contain_text(me.said("no-answers"))
    files = at_home(me)
    expect(me.page.locator("#anew .thing")).to_be_visible()
    expect(me.page.locator("#asked h2")).to_be_visible()
    framed = "getComputedStyle(document.getElementById('anew')).borderTopStyle"
    assert me.page.evaluate(framed) == "solid"  # by a style that came before it was shown
    assert all(has(files, name) for name in RETURNING)
    assert sum(files.values()) <= MOST_AT_HOME
