"""What somebody looks for who meets the project for the first time: it is there, and it agrees."""

import re
from pathlib import Path

import pytest
from packaging.version import Version
from ruamel.yaml import YAML

from course import __version__
from course.paths import ROOT

CITATION = YAML(typ="safe").load((ROOT / "CITATION.cff").read_text("utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
TEMPLATES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "LICENSES").glob("*.md")])
LINK = re.compile(r"(?<!`)\]\(([^)\s]+)\)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_somewhere(path: Path):
    text = re.sub(r"`[^`\n]*`", "", path.read_text("utf-8"))
    own = [link.split("#", 1)[0] for link in LINK.findall(text) if not link.startswith("http")]
    assert [link for link in own if link and not (path.parent / link).exists()] == []


def test_the_readme_leads_to_what_a_newcomer_looks_for():
    readme = (ROOT / "README.md").read_text("utf-8")
    wanted = ("CONTRIBUTING", "CONTACT", "SECURITY", "CODE_OF_CONDUCT", "CHANGELOG")
    assert [name for name in wanted if f"]({name}.md)" not in readme] == []
    assert "](CITATION.cff)" in readme
    assert "git clone " in readme


def test_the_citation_is_what_cff_1_2_0_asks_for():
    """Its four required keys, and of the others only such as its schema knows."""
    assert CITATION["cff-version"] == "1.2.0"
    assert CITATION["type"] == "software"
    assert all(isinstance(CITATION[key], str) and CITATION[key] for key in ("message", "title"))
    assert CITATION["authors"]
    assert all(set(author) == {"name"} for author in CITATION["authors"])  # one "entity" each
    assert all(isinstance(word, str) for word in CITATION["keywords"])
    known = {"cff-version", "message", "type", "title", "abstract", "authors", "version"}
    assert set(CITATION) <= known | {"keywords", "date-released", "repository-code"}


def test_the_citation_has_the_version_that_this_is():
    assert CITATION["version"] == __version__


def test_the_changelog_goes_from_what_is_unreleased_down_to_the_first_version():
    headings = re.findall(r"^## \[([^\]]+)\](?: – (\d{4}-\d\d-\d\d))?$", CHANGELOG, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert headings[-1] == ("0.1.0", "2026-11-23")
    released = [Version(name) for name, _ in headings[1:]]
    assert released == sorted(released, reverse=True)
    assert all(date for _, date in headings[1:])
    newest = released[0]
    # Between releases the version is the next one's; in a release, that release's.
    here = Version(__version__)
    assert here > newest if here.is_devrelease else here == newest


def test_the_changelog_has_the_groups_of_keep_a_changelog_and_says_what_learners_keep():
    groups = set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE))
    theirs = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert groups - theirs == {"Learners keep"}


def test_a_host_fills_in_one_line_in_one_place():
    """No document but CONTACT.md has an address of the project's, or anybody's mail."""
    mail_or_host = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://(?:www\.)?(?:git\w+|codeberg)\.\w+")
    files = [*DOCUMENTS, *TEMPLATES, ROOT / "CITATION.cff", ROOT / "pyproject.toml"]
    found = [path.name for path in files if mail_or_host.search(path.read_text("utf-8"))]
    assert set(found) <= {"CONTACT.md"}
    contact = (ROOT / "CONTACT.md").read_text("utf-8")
    assert len(re.findall(r"^\*\*Address and private contact", contact, re.MULTILINE)) == 1


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_in_both_languages(path: Path):
    """A heading of it is an English text, a point in the middle, and the Swedish one."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    about = YAML(typ="safe").load(head)
    assert set(about) == {"name", "about"}
    headings = re.findall(r"^\*\*(.+?)\*\*", body, re.MULTILINE)
    assert headings
    for words in [*about.values(), *headings]:
        english, _, swedish = words.partition(" · ")
        assert english
        assert swedish
        assert english != swedish


def test_there_is_a_template_for_a_fault_for_content_and_for_an_idea():
    assert [path.stem for path in TEMPLATES] == ["content", "fault", "idea"]
    assert (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").is_file()
