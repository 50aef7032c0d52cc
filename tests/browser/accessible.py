"""What keeps people out of a page: what axe finds, and a few things that it does not look at."""

from pathlib import Path

import axe_core_python

from course.text import other, say

AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WIDTHS = (320, 1280)

_WIDER_THAN_THE_WINDOW = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `wider than the window: ${element.outerHTML.slice(0, 120)}`);
}
"""


def obstacles(page, language):
    """All obstacles in a page with everything folded open: light and dark, narrow and wide."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = _in_its_language(page, language)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for one in (*page.evaluate(_WIDER_THAN_THE_WINDOW), *_light_and_dark(page)):
            found.append(f"at {width} pixels: {one}")
    return found


def wider_than_the_window(page):
    """What makes the page scroll sideways."""
    return page.evaluate(_WIDER_THAN_THE_WINDOW)


def _in_its_language(page, language):
    """The page has one first heading and a title, and marks which language is which."""
    link = page.get_by_role("link", name=say("view.other-language", language), exact=True)
    claims = {
        "the page says its language": page.locator("html").get_attribute("lang") == language,
        "there is one first heading": page.get_by_role("heading", level=1).count() == 1,
        "there is one main part": page.get_by_role("main").count() == 1,
        "the title names the course": page.title().endswith(say("course", language)),
        "the other language's name is in it": link.get_attribute("lang") == other(language),
        "its page is said to be in it": link.get_attribute("hreflang") == other(language),
    }
    return [f"not so: {claim}" for claim, holds in claims.items() if not holds]


def _light_and_dark(page):
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    light = _violations(page, {"resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    # Only the colours differ, so only the rules about colours are asked again.
    colours = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
    dark = _violations(page, {"runOnly": colours, "resultTypes": ["violations"]})
    page.emulate_media(color_scheme=None, reduced_motion=None)
    return [*light, *(f"in the dark: {one}" for one in dark)]


def _violations(page, options):
    """What axe finds wrong, in words."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{one['id']}: {one['help']}: {node['html'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]
