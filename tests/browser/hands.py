"""Hands: a mouse, a finger on a screen, and a keyboard alone."""

from pathlib import Path
from weakref import WeakKeyDictionary

from running import PATIENCE

from course.kinds.cases import SUBMIT

CARD = Path(__file__).with_name("card.js").read_text(encoding="utf-8")

_SELECTORS = WeakKeyDictionary()
"""By which selectors cards are found, of those that are found by one."""


def placed(page, selector):
    """The card that a selector finds, of which much will be asked."""
    card = page.locator(selector)
    _SELECTORS[card] = selector
    return card


def ask(card, question, asked):
    """Ask something of a card, by a function of ``card.js``.

    With its selector the page itself finds it, and finds it again if it is drawn anew meanwhile.
    Playwright takes five times as long to find something as to ask it.
    """
    selector = _SELECTORS.get(card)
    find = "() => card" if selector is None else "() => document.querySelector(card)"
    words = f"([card, asked]) => {{ {CARD}; return {question}({find}, asked); }}"
    return card.page.evaluate(words, [selector or card.element_handle(), asked])


class Mouse:
    """Points and clicks."""

    def __init__(self, page):
        self.page = page

    def press(self, target):
        """Press a button, a link or the head of something folded."""
        target.click()

    def press_each(self, card, controls):
        """Press several controls of a card, one after another; those that stand right, not."""
        left = list(controls)
        while left:
            places = ask(card, "reach", {"wanted": left, "patience": 1000 * PATIENCE / 2})
            for place in filter(None, places):
                self._press_at(place["x"], place["y"])
            left = left[len(places) :]

    def _press_at(self, x, y):
        self.page.mouse.click(x, y)

    def write(self, field, text):
        """Write in a field instead of what stands there."""
        field.fill(text)

    def send(self, card, field):
        """Send what a field holds."""
        self.press_each(card, [SUBMIT])

    def pick(self, choices, place):
        """Pick from a list, by the place in it."""
        choices.select_option(index=place)

    def to_an_end(self, slider, *, last):
        """Move a slider as far as it goes, to its last stop or its first."""
        frame = slider.bounding_box()
        x = frame["width"] - 2 if last else 2
        slider.click(position={"x": x, "y": frame["height"] / 2})

    def choose(self, radio):
        """Choose one of several that stand beside one another."""
        radio.click()


class Touch(Mouse):
    """Taps."""

    def press(self, target):
        target.tap()

    def choose(self, radio):
        radio.tap()

    def _press_at(self, x, y):
        self.page.touchscreen.tap(x, y)


class Keyboard(Mouse):
    """Has no mouse: Tab, Shift+Tab, arrows, Space and Enter."""

    _TABS = """
    (target) => {
      const here = document.activeElement;
      const stop = (one) => (one.type === "radio" && one.name) || one;
      if (stop(here) === stop(target)) return 0;
      if (here === document.body) return 1; // Tab goes on from a place that no script is told
      const can = "a[href], button, input, select, textarea, summary, [tabindex='0']";
      const isAfter = (one, other) =>
        other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
      const way = isAfter(target, here) ? 1 : -1;
      const between = [...document.querySelectorAll(can)]
        .filter((one) => !one.disabled && one.checkVisibility())
        .filter((one) => (way > 0 ? isAfter(one, here) && isAfter(target, one)
          : isAfter(here, one) && isAfter(one, target)))
        .map(stop);
      return way * (new Set(between.filter((one) =>
        one !== stop(here) && one !== stop(target))).size + 1);
    }
    """
    _STEPS_IN_GROUP = """
    (target) => {
      const all = [...document.getElementsByName(target.name)];
      return all.indexOf(target) - all.indexOf(document.activeElement);
    }
    """

    def go_to(self, target):
        """Tab to something, forwards or backwards: as often as there are stops on the way."""
        element = target.element_handle()
        for _ in range(4):
            tabs = element.evaluate(self._TABS)
            if not tabs:
                return element
            self._press_keys("Tab" if tabs > 0 else "Shift+Tab", abs(tabs))
        raise AssertionError(f"Tab does not reach {target}")

    def _press_keys(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)

    def press(self, target):
        self.go_to(target)
        self._press_keys("Enter")

    def press_each(self, card, controls):
        claims = [{"stands": one} for one in controls if "on" in one]
        left = [one["stands"] for one in ask(card, "missing", {"claims": claims, "patience": 0})]
        for control in controls:
            if "on" in control and control not in left:
                continue
            target = self._find(card, control)
            if control["role"] == "radio":
                self._choose(target)
            elif control["role"] == "hour":
                self._mark(card, target)
            else:
                self.go_to(target)
                self._press_keys("Space" if control["role"] == "checkbox" else "Enter")

    def _find(self, card, control):
        """A control by the role and the name that a screen reader tells."""
        role, name, row = (control.get(what) for what in ("role", "name", "row"))
        if role == "submit":
            return card.locator("button[type=submit]")
        if role == "hour":
            return card.locator(f"button[data-at='{name}']")
        place = card.get_by_role("group", name=row, exact=True) if row else card
        return place.get_by_role(role, name=name, exact=True)

    def _choose(self, radio):
        element = self.go_to(radio)
        steps = element.evaluate(self._STEPS_IN_GROUP)
        self._press_keys("ArrowDown" if steps > 0 else "ArrowUp", abs(steps))
        if not element.is_checked():
            self._press_keys("Space")

    def _mark(self, card, hour):
        """Mark an hour of a week or take it back; arrows lead there from the hour one stands on."""
        week = card.locator(".week")
        if not week.evaluate("week => week.contains(document.activeElement)"):
            self.go_to(week.locator("button").first)
        places = ("document.activeElement", "hour")
        here, there = (
            hour.evaluate(f"hour => {one}.dataset.at.split('-').map(Number)") for one in places
        )
        for axis, keys in enumerate((("ArrowLeft", "ArrowRight"), ("ArrowUp", "ArrowDown"))):
            by = there[axis] - here[axis]
            self._press_keys(keys[by > 0], abs(by))
        self._press_keys("Space")

    def write(self, field, text):
        self.go_to(field)
        self._press_keys("Control+A")
        self.page.keyboard.type(text)

    def send(self, card, field):
        """Enter in the field will do, unless Enter is a new line there."""
        if field.evaluate("field => field.tagName") == "TEXTAREA":
            self.press_each(card, [SUBMIT])
        else:
            self.press(field)

    def pick(self, choices, place):
        self.go_to(choices)
        self._press_keys("Home")
        self._press_keys("ArrowDown", place)

    def to_an_end(self, slider, *, last):
        self.go_to(slider)
        self._press_keys("End" if last else "Home")

    def choose(self, radio):
        self._choose(radio)
