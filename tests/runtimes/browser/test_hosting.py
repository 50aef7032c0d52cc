"""What docs/hosting.md gives for IIS, which runs on Windows alone: here it is only read."""

from xml.etree import ElementTree

from course.runtimes.browser.shown import Files
from tests.documented import written

KEPT = ("kurs/engine", "kurs/files")
"""What has a name of its version, and may be kept; in the folder that the page's examples have."""

YEAR = "365.00:00:00"
"""Days, and a time of day, as IIS reads a span of time."""


def test_the_web_config_says_what_the_page_says_in_words() -> None:
    """Well formed, pages asked for anew, folders with a version kept for a year, fonts known."""
    root = ElementTree.fromstring(written("hosting.md", "xml").encode())
    assert root.tag == "configuration"
    cached = {
        one.attrib["path"]: [
            cache.attrib for cache in one.findall("system.webServer/staticContent/clientCache")
        ]
        for one in root.findall("location")
    }
    year = {"cacheControlMode": "UseMaxAge", "cacheControlMaxAge": YEAR}
    assert cached.pop("kurs") == [{"cacheControlMode": "DisableCache"}]
    assert cached == {place: [year] for place in KEPT}
    kinds = {one.attrib["fileExtension"]: one.attrib["mimeType"] for one in root.iter("mimeMap")}
    assert kinds.items() <= Files.extensions_map.items()
