"""A file that somebody else has written does nothing but be shown, and only where it was asked for.

The chain that is tried here once ran code as the learner: a page of another site led a browser that
was logged in to the preview of a file among the downloads, whose words stood in the page as HTML,
and the page's script started a kernel.
"""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from course.words import say

GONE = "document.title=1"
EVIL = f"""id: evil
kind: '<img src=x onerror="{GONE}">'
"""


@pytest.fixture
def evil(tmp_path):
    """The file as it was found; its name is markup too."""
    file = tmp_path / "Downloads" / "[evil](javascript:gone) <img src=x onerror=gone=1>.yml"
    file.parent.mkdir()
    file.write_text(EVIL, encoding="utf-8")
    return file


def led_to(page, address):
    """What the browser asks for when another site's page leads it somewhere."""
    with page.expect_request(lambda request: request.url == address) as asked:
        page.goto(f"data:text/html,<script>location.href={quote(repr(address))}</script>")
    page.wait_for_load_state()
    return asked.value


def test_no_page_leads_to_a_preview_that_nobody_started(visitor, course, evil, watch):
    """The course for learners has no preview, and a visit from elsewhere comes without login."""
    watch.forgive("the server responded with a status of 40")
    page = visitor(course)
    address = course.url(f"en/preview?file={quote(str(evil))}")
    page.goto(course.url("en/"))
    assert page.goto(address).status == 404
    before = course.children()
    request = led_to(page, address)
    expect(page.get_by_role("heading", level=2).first).to_have_text(say("door.title", "en"))
    expect(page).not_to_have_title("1")
    assert course.children() == before
    # The login is a cookie that a visit from elsewhere does not bring.
    assert "course-" not in request.all_headers().get("cookie", "")
    (cookie,) = [one for one in page.context.cookies() if one["name"].startswith("course-")]
    assert (cookie["sameSite"], cookie["httpOnly"]) == ("Strict", True)


def test_a_preview_shows_what_it_was_started_for(learner, start, evil, watch):
    """Another path in the address changes nothing, and all that is told is text."""
    other = evil.with_name("other.yml")
    other.write_text("id: other\nkind: choice\n", encoding="utf-8")
    me = learner("en", at=start(preview=evil))
    me.open(f"preview?file={quote(str(other))}")
    me.awake()
    main = me.page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_contain_text(evil.name)
    expect(main).to_contain_text(f'<img src=x onerror="{GONE}">')
    expect(main.locator("img, script, [onerror], a[href^=javascript]")).to_have_count(0)
    expect(me.page).not_to_have_title("1")


def test_no_page_runs_what_is_written_into_it(learner, watch):
    """Should markup get into a page after all, the browser is told not to run it."""
    watch.forgive("Content Security Policy", "the server responded with a status of 404")
    me = learner("en")
    me.open("00-start")
    me.awake()
    markup = f'<img src="nowhere.png" onerror="{GONE}"><script>document.title=1</script>'
    me.page.evaluate(
        """markup => new Promise((seen) => {
          document.addEventListener("securitypolicyviolation", seen, { once: true });
          document.body.append(document.createRange().createContextualFragment(markup));
        })""",
        markup,
    )
    expect(me.page).not_to_have_title("1")
