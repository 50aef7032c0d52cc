"""The plan for Word and as a slide, opened by LibreOffice: one sheet of paper, read in order."""

import re
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest
from test_one_page import WORDS, fill, opened

from course.words import say

pytestmark = pytest.mark.client

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
A4 = (595, 842)  # points


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give a document as PDF."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: install it, so that soffice is on the search path"
    home = tmp_path_factory.mktemp("office")  # apart from the learner's own settings

    def as_pdf(file):
        own = f"-env:UserInstallation={home.as_uri()}"
        command = [program, own, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180)
        made = file.with_name(f"{file.stem}.pdf")
        assert made.exists(), done.stdout + done.stderr
        return made

    return as_pdf


def downloaded(page, language, kind, folder):
    with page.expect_download() as loading:
        page.get_by_role("button", name=say(f"plan.as-{kind}", language)).click()
    file = folder / f"{kind}.{kind}"
    loading.value.save_as(file)
    return file


def text_of(pdf, number):
    """What stands on a page; letters that are joined in print are told apart."""
    command = ["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", said)


def pages_of(pdf):
    """How many pages there are, and how large they are in points."""
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    (pages,) = re.findall(r"^Pages: +(\d+)$", said, re.MULTILINE)
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+)", said, re.MULTILINE)
    return int(pages), tuple(round(float(one)) for one in size.groups())


def parsed(file, name):
    with zipfile.ZipFile(file) as archive:
        return ElementTree.fromstring(archive.read(name))


def headings(file):
    """The words of all headings, in the order in which they stand."""
    return [
        "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
        for paragraph in parsed(file, "word/document.xml").iter(f"{W}p")
        if (paragraph.find(f"{W}pPr/{W}pStyle") is not None)
        and paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith(("Heading", "Appendix"))
    ]


def test_the_document_is_one_a4_with_the_appendix_after_it(
    learner, course, language, tmp_path, office
):
    fill(course.journal(), language)
    page = opened(learner(language))
    file = downloaded(page, language, "docx", tmp_path)
    pdf = office(file)
    assert pages_of(pdf) == (2, A4)
    plan, appendix = (text_of(pdf, number) for number in (1, 2))
    for field in ("title", "decision", "owner", "day-90", "day-90-outcome", "follow-up"):
        assert WORDS[field] in plan, field
    assert appendix.startswith(say("plan.appendix", language))
    listed = headings(file)
    expected = ["decision", "owner"]
    assert [
        one for one in listed if one in {say(f"plan.field-{id}", language) for id in expected}
    ] == [say(f"plan.field-{id}", language) for id in expected]
    assert listed.index(say("plan.line", language)) < listed.index(say("plan.appendix", language))
    lang = parsed(file, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == LANGUAGES[language]
    described = [
        one.get("descr")
        for one in parsed(file, "word/document.xml").iter()
        if one.tag.endswith("}docPr")
    ]
    assert len(described) == 1
    assert "Kommunens rehabilitering" in described[0]


def test_a_profile_without_a_map_has_no_heading_for_one(learner, course, tmp_path, office):
    fill(course.journal(), "sv", drawing=None)
    file = downloaded(opened(learner("sv")), "sv", "docx", tmp_path)
    assert say("plan.climate", "sv") in headings(file)
    assert say("plan.map", "sv") not in headings(file)
    assert pages_of(office(file))[0] == 2


def test_the_slide_is_one_with_the_decision_on_it(learner, course, language, tmp_path, office):
    fill(course.journal(), language)
    file = downloaded(opened(learner(language)), language, "pptx", tmp_path)
    pdf = office(file)
    pages, (width, height) = pages_of(pdf)
    assert pages == 1
    assert width > height
    assert WORDS["decision"] in text_of(pdf, 1)
