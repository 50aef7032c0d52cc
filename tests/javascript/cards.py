"""One card of each kind as the session gives it, for the tests in Node: ``cards.json``.

They are the documentation's own examples. ``key`` is an answer with full marks (or one that can be
judged, where nothing is right or wrong), ``judged`` is what the session says to it. The file is
written before each run, so that views are always tested with what the session says today.
"""

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from course.content.course import ours
from course.content.reading import read_exercise
from course.journal import Journal, MemoryStore
from course.kinds import KINDS
from course.pages.files import JOINED, together
from course.session.own import Own
from course.session.own import words as words_of_own
from course.session.own_told import PARTS
from course.session.work import Work
from course.widgets.joined import bundle

FILE = Path(__file__).with_name("cards.json")
TIME = "2026-09-14T07:04:00.007+00:00"
ID = "0123456789abcdef0123456789abcdef"


PEOPLE = b"name,unit\nAnn,Finance\nBo,Finance\nCy,IT\nDu,IT\nEva,IT\n"
TIES = b"from,to,strength\nAnn,Bo,4\nAnn,Cy,1\nCy,Du,3\nDu,Eva,2\nEva,Du,often\n"


def cards() -> dict[str, Any]:
    """Words of all cards; by kind its card, and its view as a notebook gets it; joined scripts.

    Also what is said of one's own organisation (``own``).
    """
    with tempfile.TemporaryDirectory() as folder:
        found = {kind: _card(kind, Path(folder, kind, "docs")) for kind in KINDS}
    words = [card["task"].pop("words") for card in found.values()]
    return {
        "words": words[0],
        "cards": found,
        "bundles": {kind: bundle(kind) for kind in KINDS},
        "own": _own(),
        "joined": {name: together(name) for name in JOINED if name.endswith(".js")},
    }


def _own() -> dict[str, Any]:
    """What the session says of an organisation: five people in two units, one row spoilt."""
    own = Own(Journal(MemoryStore()), "en")
    read = own.handle({"do": "read", "who": "people"}, TIES, PEOPLE)
    own.handle({"do": "keep", "network": read["network"]})
    return {
        "words": words_of_own("en"),
        "read": read,
        "unread": own.handle({"do": "read", "who": "people"}, b"one column"),
        "show": own.handle({"do": "show"}),
        "parts": {id: own.handle({"do": "show", "part": id}) for id in PARTS},
        "cost": own.handle({"do": "cost", "across": "1,5", "within": "1", "budget": "2"}),
        "spread": own.handle({"do": "spread", "begin": 0}),
        "later": _later(own),
    }


def _later(own: Own) -> dict[str, Any]:
    """A later table, in which Cy is gone and Fia new; and what is told of it by names."""
    people = b"name,unit\nAnn,Finance\nBo,Finance\nDu,IT\nEva,IT\nFia,IT\n"
    ties = b"from,to,strength\nAnn,Bo,3\nAnn,Fia,2\nDu,Eva,2\n"
    first = own.handle({"do": "read", "who": "people"}, TIES, PEOPLE)
    later = own.handle({"do": "read", "who": "people"}, ties, people)
    match = [first["key"].index(name) if name in first["key"] else -1 for name in later["key"]]
    asked = {"do": "compare", "network": first["network"], "later": later["network"]}
    return {"read": later, "told": own.handle({**asked, "match": match})}


def _card(kind: str, folder: Path) -> dict[str, Any]:
    folder.mkdir(parents=True)
    page = (KINDS[kind].folder / "page.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    file = folder / f"{re.findall(r'^id: (.+)$', text, re.MULTILINE)[0]}.yml"
    file.write_text(text, encoding="utf-8")
    beside = KINDS[kind].folder / "beside"  # what an example stands on
    if beside.is_dir():
        shutil.copytree(beside, folder, dirs_exist_ok=True)
    work = Work(ours(), Journal(MemoryStore()), read_exercise(file), "en")
    blank = work.state()
    answer = _answer(work, blank)
    message = {"do": "answer", "answer": answer, "id": ID, "n": 1}
    judged = next(value for name, value in work.handle(message) if name == "state")
    card = {"task": work.task(), "blank": blank, "key": answer, "judged": {**judged, "time": TIME}}
    if kind == "explore":
        card["scene"] = {**work.scene({}), "n": 2}
    return card


def _answer(work: Work, blank: dict[str, Any]) -> Any:
    exercise, kind = work.exercise, work.kind
    if "fresh" in blank:  # a test is answered one question at a time
        fresh = blank["fresh"]
        first = fresh["next"]["order"][0]
        return {"seed": fresh["seed"], "drawn": fresh["drawn"], "given": [first]}
    match exercise.kind:
        case "reflection":
            return "We ask those who were there."
        case "canvas":
            return {field.id: f"About {field.id}" for field in exercise.fields}
        case "scale":
            return {item.id: 4 for area in exercise.areas for item in area.items}
        case "scenario":
            return kind.key(exercise)[:1]
        case "sketch":
            own, other = ({"id": f"p{n}", "name": f"Party {n}", "inside": n == 1} for n in (1, 2))
            parties, ties = [own, other], [["p1", "p2", 3]]
            return {"parties": parties, "ties": ties, "bridge": None, "away": [], "words": ""}
    return kind.key(exercise)


if __name__ == "__main__":
    FILE.write_text(json.dumps(cards(), ensure_ascii=False), encoding="utf-8")
