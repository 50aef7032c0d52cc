"""Every address of the course: who may ask it, what comes with the answer, and that no other is."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from course.content.course import ours
from course.journal import MemoryStore
from course.pages.render import Pages
from course.paths import LANGUAGES
from course.runtimes.local.application import application
from course.runtimes.local.door import Door
from course.runtimes.local.served import Served
from course.words import say
from tests.runtimes.served_here import Answer, Site, Start

LESSONS = [outline.id for outline in ours().outlines("sv")]
PAGES = [
    f"/course/{language}/{page}"
    for language in LANGUAGES
    for page in ("", "answers", "plan", "certificate", "glossary", "people", "own", *LESSONS)
]
SECRET = "Det här är mitt eget"  # what a learner wrote; no stranger may read it


@pytest.fixture
def written(site: Site) -> Site:
    """A course whose learner has written something, in a lesson read in Swedish."""
    site.journal.record(
        "00-start", "first-thought", SECRET, fingerprint="f", language="sv", words=SECRET
    )
    site.journal.record_place("00-start", "c03", language="sv")
    return site


# --- what there is -------------------------------------------------------------------------------


def rules(site: Site) -> set[str]:
    (here,) = application(site.served, site.door).default_router.rules
    return {rule.matcher.regex.pattern for rule in here.target.rules}


def test_no_rule_leads_to_a_kernel_a_file_or_a_terminal(site: Site) -> None:
    # Written out by hand: whoever adds an address adds it here, and says to whom it answers.
    language = "/course/(sv|en)"
    assert rules(site) == {
        "/course/enter$",
        "/course/files/[0-9a-f]+/pages/(.*)$",
        "/course/files/[0-9a-f]+/widgets/static/(.*)$",
        r"/course/files/[0-9a-f]+/(lesson\.js|views\.js|lesson\.css)$",
        r"/course/files/[0-9a-f]+/kinds/([\w-]+)/([\w-]+\.js|view\.css)$",
        "/course/?$",
        rf"{language}/?$",
        rf"{language}/answers$",
        rf"{language}/plan$",
        rf"{language}/certificate$",
        rf"{language}/verify$",
        rf"{language}/glossary$",
        rf"{language}/people$",
        rf"{language}/own$",
        rf"{language}/([0-9][\w-]*)(?:\.ipynb)?$",
        rf"{language}/line$",
        "/course/.*$",
        "/$",
        ".*$",
    }


def test_a_preview_adds_two_addresses(start: Start, tmp_path: Path) -> None:
    preview = start(MemoryStore(), preview=tmp_path)
    alone = Served(ours(), preview.journal, Pages("/course"))
    try:
        plain = application(alone, Door()).default_router.rules[0].target.rules
        more = rules(preview) - {rule.matcher.regex.pattern for rule in plain}
    finally:
        alone.close()
    assert more == {"/course/(sv|en)/preview$", "/course/changed$"}


def test_every_page_is_there(written: Site) -> None:
    for page in PAGES:
        answer = written.ask(page)
        assert answer.status == 200, page
        language = page.split("/")[2]
        assert f'<html lang="{language}">' in answer.text, page
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8", page
        assert answer.headers["Cache-Control"] == "no-store", page


def test_the_start_leads_on_in_the_language_that_was_used_last(written: Site) -> None:
    for path in ("/", "/course", "/course/"):
        answer = written.ask(path)
        assert (answer.status, answer.headers["Location"]) == (302, "/course/sv/")
    written.journal.record_place("00-start", "c03", language="en")
    assert written.ask("/").headers["Location"] == "/course/en/"
    written.journal.record_place("00-start", "c03", language="xx")  # as an import can have
    assert written.ask("/").headers["Location"] == "/course/sv/"


def test_a_name_of_a_notebook_is_the_lesson(site: Site) -> None:
    assert site.ask("/course/sv/00-start.ipynb").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/course/sv/99-nowhere", "/course/de/", "/course/sv/nothing", "/course/sv/preview",
        "/course/changed", "/course/sv/lines", "/voila/render/00-start.ipynb", "/favicon.ico",
        "/api/kernels", "/api/contents", "/lab", "/terminals/1", "/files/README.md",
        "/course/sv/00-start/more", "/course/sv/answers/x", "/%2e%2e/%2e%2e/etc/passwd",
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_in_words(site: Site, path: str) -> None:
    language = "en" if "/en" in path else "sv"
    answer = site.ask(path)
    assert answer.status == 404
    assert say("view.not-found", language) in answer.text


# --- the door ------------------------------------------------------------------------------------


def is_the_door(answer: Answer) -> bool:
    """Whether it is the page for strangers, with nothing of the learner's on it."""
    assert SECRET not in answer.text
    assert "<progress" not in answer.text
    assert "Set-Cookie" not in answer.headers
    return answer.status == 403 and all(say("door.words", one) in answer.text for one in LANGUAGES)


# Old bookmarks are from when lessons were Jupyter's own pages.
ADDRESSES = ["/", *PAGES, "/course/sv/99-nowhere", "/voila/render/00-start.ipynb", "/lab", "/x"]


def test_a_stranger_meets_the_door_at_every_address(written: Site) -> None:
    name = f"course-{written.port}"
    true = written.cookies[name]
    forged = ("", "x", true[:-1], true.replace("2|", "1|", 1), written.door.key)
    cookies = [False, *(f"{name}={one}" for one in forged), f"course-1={true}"]
    for path in ADDRESSES:
        for cookie in cookies:
            assert is_the_door(written.ask(path, cookie=cookie)), (path, cookie)


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1.evil.example", "[::1]"])
def test_a_foreign_name_of_this_computer_meets_the_door(written: Site, host: str) -> None:
    # DNS rebinding: a page of another site, whose name has come to lead to this computer.
    for path in ADDRESSES:
        assert is_the_door(written.ask(path, host=f"{host}:{written.port}")), path


def test_another_start_of_the_course_lets_nobody_in_who_was_let_in_before(
    site: Site, start: Start, tmp_path: Path
) -> None:
    other = start(tmp_path / "other")
    cookie = f"course-{other.port}={site.cookies[f'course-{site.port}']}"
    assert is_the_door(other.ask("/course/sv/", cookie=cookie))


def test_the_door_speaks_the_language_of_the_address_first(site: Site) -> None:
    for language in LANGUAGES:
        answer = site.ask(f"/course/{language}/answers", cookie=False)
        assert f'<html lang="{language}">' in answer.text


# --- entering ------------------------------------------------------------------------------------


def test_the_key_gives_a_cookie_and_the_page_leads_on(site: Site) -> None:
    answer = site.ask(f"/course/enter?key={site.door.key}&to=en/", cookie=False)
    assert answer.status == 200
    (cookie,) = answer.headers.get_list("Set-Cookie")
    assert cookie.startswith(f"course-{site.port}=")
    flags = {one.strip().lower() for one in cookie.split(";")}
    assert {"samesite=strict", "httponly", "path=/"} <= flags
    assert site.door.key not in cookie
    # A redirection would still count as coming from elsewhere, and the cookie would not go along.
    assert 'http-equiv="refresh" content="0;url=/course/en/"' in answer.text
    assert site.door.key not in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("key", ["", "x", "%ff", "%00", "å", "{key}x", "{key}%20"])
def test_a_wrong_key_meets_the_door(site: Site, key: str) -> None:
    # A space around an argument is taken away by the server itself, which harms nobody.
    answer = site.ask(f"/course/enter?key={key.format(key=site.door.key)}", cookie=False)
    if key == "{key}%20":
        assert answer.status == 200
    else:
        assert is_the_door(answer)


def test_the_key_opens_nothing_under_a_foreign_name(site: Site) -> None:
    address = f"/course/enter?key={site.door.key}"
    assert is_the_door(site.ask(address, cookie=False, host=f"evil.example:{site.port}"))


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
        "..//..//evil", "sv/%0d%0aSet-Cookie:x=1", '"><script>', "sv", "de/", "sv/answers",
    ],
)  # fmt: skip
def test_entering_leads_to_the_course_and_nowhere_else(site: Site, to: str) -> None:
    answer = site.ask(f"/course/enter?key={site.door.key}&to={to}", cookie=False)
    assert 'content="0;url=/course/"' in answer.text
    assert set(re.findall(r'(?:href|url)="?([^"]*)"', answer.text)) <= {
        "/course/", f"{site.served.pages.files}/pages/icon.svg",
    }  # fmt: skip


# --- what comes with every answer ----------------------------------------------------------------


FILES = ["{files}/pages/page.css", "{files}/pages/x"]


@pytest.mark.parametrize("cookie", [True, False])
def test_every_answer_says_what_a_browser_is_to_keep_to(written: Site, cookie: bool) -> None:
    for path in ("/", *PAGES, "/course/sv/99-nowhere", "/x", *FILES):
        answer = written.ask(path.format(files=written.served.pages.files), cookie=cookie)
        says_what_to_keep_to(answer)


def says_what_to_keep_to(answer: Answer) -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert policy["base-uri"] == "'none'"
    assert not any("http:" in one or "*" in one or "eval" in one for one in policy.values())
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer.headers


LOADED = {"src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href"}


class Loaded(HTMLParser):
    """What a page would run, and what it would load from where."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.runs: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "script" and "src" not in told and told.get("type") != "application/json":
            self.runs.append(str(told))
        if tag in ("base", "iframe", "object", "embed"):
            self.runs.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").lower().lstrip().startswith("javascript:"):
                self.runs.append(f"{name}={value}")
            if name in LOADED or (tag in ("link", "use", "image") and name == "href"):
                self.addresses.append(value or "")


def test_no_page_runs_a_script_of_its_own_or_loads_from_elsewhere(written: Site) -> None:
    own = re.compile(
        r"/course/files/[0-9a-f]+/((pages|widgets|kinds)/[\w./-]+|(lesson|views)\.\w+)"
        r"|#[\w-]+|data:image/.*"
    )
    for path in (*PAGES, "/course/sv/99-nowhere", "/course/en/plan?download=page"):
        found = Loaded(written.ask(path).text)
        assert found.runs == [], path
        assert found.addresses or "download" in path, path
        assert [one for one in found.addresses if not own.fullmatch(one)] == [], path


def test_what_is_looked_for_in_pages_would_be_found() -> None:
    found = Loaded(
        '<script>1</script><img src="//evil.example/x" onerror="1"><a href="JavaScript:1">x</a>'
    )
    assert len(found.runs) == 3
    assert found.addresses == ["//evil.example/x"]


def test_every_file_that_a_page_loads_is_there(site: Site) -> None:
    wanted = {
        address
        for page in PAGES
        for address in Loaded(site.ask(page).text).addresses
        if address.startswith("/")
    }
    names = {address.rpartition("/")[2] for address in wanted}
    assert names >= {"lesson.js", "views.js", "lesson.css", "page.css", "print.js", "icon.svg"}
    for address in sorted(wanted):
        answer = site.ask(address, cookie=False)
        assert answer.status == 200, address
        assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_with_all_that_it_loads_is_light(site: Site, language: str) -> None:
    # 150 kB would be too much for a slow line, with all that meets who comes back as well
    # (tests/browser/test_recall.py); two fonts are 55 kB of it.
    page = site.ask(f"/course/{language}/")
    loaded = {one for one in Loaded(page.text).addresses if one.startswith("/course/files/")}
    assert {one.rpartition("/")[2] for one in loaded} >= {"page.css", "town.css", "icon.svg"}
    sizes = [len(site.ask(address).body) for address in loaded]
    assert len(page.body) + sum(sizes) <= 125_000


@pytest.mark.parametrize("folder", ["pages", "widgets"])
@pytest.mark.parametrize(
    "path",
    [
        "../render.py", "..%2frender.py", "%2e%2e/render.py", "%2e%2e%2frender.py",
        "..%5crender.py", "....//render.py", "fonts/../../render.py", "/etc/passwd",
        "%2fetc%2fpasswd", "..%00/render.py", "..%c0%af..%c0%afetc/passwd", "", ".", "..", "fonts",
        "fonts/", "../templates/door.html", "../card.py", "../../../data/landed.json",
    ],
)  # fmt: skip
def test_no_file_of_another_folder_is_given(site: Site, folder: str, path: str) -> None:
    answer = site.ask(f"{site.served.pages.files}/{folder}/{path}")
    assert answer.status in (400, 403, 404)
    assert b"import" not in answer.body
    assert b"root:" not in answer.body


def test_what_is_asked_when_the_course_has_been_told_to_stop_is_turned_away(site: Site) -> None:
    site.served.is_ending = True
    answer = site.ask("/course/en/00-start")
    assert (answer.status, answer.text) == (503, say("serve.stopping", site.served.language))
