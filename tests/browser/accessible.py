"""What keeps people out of a page: what axe finds, and a few things that it does not look at."""

from pathlib import Path

import axe_core_python

from course.words import other, say

AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
WIDTHS = (320, 1280)
LOOKS = tuple((width, scheme) for width in WIDTHS for scheme in ("light", "dark"))
"""All looks of a page: how wide its window is, and its colours."""

NARROW, WIDE = LOOKS[:2], LOOKS[2:]
"""Half of them each, where what is looked at is met twice: on a telephone, and not."""

LOOK_IN = {"sv": ((1280, "light"),), "en": ((320, "dark"),)}
"""One look in each language, for the many pages that are built and coloured as others are."""

_WIDER_THAN_THE_WINDOW = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => `wider than the window: ${element.outerHTML.slice(0, 120)}`);
}
"""


_CLIPPED_OR_SMALL = """
() => [...document.querySelectorAll(".pictured svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const scale = frame.width / svg.viewBox.baseVal.width;
  return [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return frame.width && (box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 3 || box.bottom > frame.bottom + 3
      || parseFloat(getComputedStyle(text).fontSize) * scale < 12);
  }).map((text) => `clipped or small in a figure: ${text.textContent}`);
})
"""


def obstacles(page, language, looks=LOOKS, *, within=None):
    """All obstacles in a page with everything folded open, in the given looks.

    Where the rest of the page is looked at elsewhere, axe looks ``within`` an element only, which
    a selector finds.
    """
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = _in_its_language(page, language)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        seen = [*wider_than_the_window(page), *page.evaluate(_CLIPPED_OR_SMALL)]
        found += [f"at {width} pixels: {one}" for one in seen]
        schemes = [scheme for at, scheme in looks if at == width]
        for scheme in schemes:
            # In a second scheme only the colours differ, so only those are asked about again.
            options = _COLOURS if scheme != schemes[0] else {}
            wrong = _violations(page, scheme, options, within)
            found += [f"{scheme}, at {width} pixels: {one}" for one in wrong]
    page.emulate_media(color_scheme=None, reduced_motion=None)
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


_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}

# A hidden step is looked at when it is shown: each is, on one page. Until then it is out of the
# way, for what the browser only skips has a place on the page to axe, behind what is shown there.
# Two things take half of axe's time and tell nothing. With noHtml it does not write down each
# element that it looks at, of which we want those alone that something is wrong with. And of each
# element it asks all that it stands in how far they scroll: while it runs the page stands still,
# so once will do.
_RUN = """
async ([within, options]) => {
  axe.configure({ noHtml: true });
  const include = [within === null ? document : document.querySelector(within)];
  const veiled = document.querySelectorAll("[hidden=until-found]");
  veiled.forEach((one) => one.setAttribute("hidden", ""));
  const sizes = ["scrollWidth", "scrollHeight", "clientWidth", "clientHeight"];
  const own = sizes.map((size) => Object.getOwnPropertyDescriptor(Element.prototype, size));
  sizes.forEach((size, i) => {
    const known = new WeakMap();
    Object.defineProperty(Element.prototype, size, { configurable: true, get() {
      if (!known.has(this)) known.set(this, own[i].get.call(this));
      return known.get(this);
    } });
  });
  try {
    const found = await axe.run({ include }, { ...options, resultTypes: ["violations"] });
    const html = ([place]) => document.querySelector(place).outerHTML.slice(0, 200);
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help}: ${html(target)}`));
  } finally {
    sizes.forEach((size, i) => Object.defineProperty(Element.prototype, size, own[i]));
    veiled.forEach((one) => one.setAttribute("hidden", "until-found"));
  }
}
"""


def found_in(page, selector, scheme):
    """What axe finds wrong in the first element that a selector finds, in words."""
    return _violations(page, scheme, {}, selector)


def _violations(page, scheme, options, within):
    """What axe finds wrong, in words: in the whole page, or within one element."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(_RUN, [within, options])
