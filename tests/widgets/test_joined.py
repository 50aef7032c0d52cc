"""Scripts joined into one: for a notebook's cell, for a lesson's cards, for a lesson's page."""

import re
from pathlib import Path
from typing import Any

import pytest

from course.kinds import KINDS, folders
from course.widgets.joined import apart, bundle, views, with_imports

IMPORT = re.compile(r'^import \{([^}]*)\} from "(.*)";$', re.MULTILINE)
NAMED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) +(\w+)", re.MULTILINE)
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_a_bundle_is_one_module_with_one_way_out(kind: str) -> None:
    module = bundle(kind)
    assert not re.search(r"^\s*import\b", module, re.MULTILINE)
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", module, flags=re.DOTALL)
    assert not re.search(r"\bfrom\s+[\"']", code)
    assert not re.search(r"[\w-]+\.js\b", code)
    assert re.findall(r"^export\b.*", module, re.MULTILINE) == [f"export default widget({kind});"]


@every_kind
def test_no_name_stands_twice_in_a_bundle(kind: str) -> None:
    declared = re.findall(
        r"^(?:async )?(?:function|const|let|class) +(\w+)", bundle(kind), re.MULTILINE
    )
    assert {"mount", "h", kind} <= set(declared)
    assert len(set(declared)) == len(declared)


def test_a_bundle_has_what_its_files_import_before_them(tmp_path: Path, monkeypatch: Any) -> None:
    # The view imports b and a, b imports a: by hand, a comes first, once.
    files = {
        "a.js": "export const A = 1;\n",
        "b.js": 'import { A } from "./a.js";\nexport const B = A;\n',
        "view.js": (
            'import { B } from "./b.js";\nimport { A } from "./a.js";\nexport default A + B;\n'
        ),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr("course.widgets.joined.folders", lambda: {"c": tmp_path})
    assert bundle.__wrapped__("c") == "const A = 1;\nconst B = A;\nexport default A + B;\n"


@every_kind
def test_what_a_file_imports_is_exported_and_used(kind: str) -> None:
    for file in with_imports(folders()[kind] / "view.js", []):
        text = file.read_text(encoding="utf-8")
        rest = IMPORT.sub("", text)
        for names, other in IMPORT.findall(text):
            shared = (file.parent / other).read_text(encoding="utf-8")
            exported = re.findall(r"^export (?:function|const) (\w+)", shared, re.MULTILINE)
            for handed_on in re.findall(r"^export \{(.+)\} from", shared, re.MULTILINE):
                exported += re.findall(r"\w+", handed_on)
            used = re.findall(r"\w+", names)
            assert set(used) <= set(exported)
            assert [one for one in used if not re.search(rf"\b{one}\b", rest)] == []


def test_the_views_of_all_kinds_are_in_one_module_and_share_what_they_lean_on() -> None:
    module = views()
    assert re.findall(r'^"(\w+)": \(\(\) => \{$', module, re.MULTILINE) == list(folders())
    assert [module.count(f"return widget({kind});\n}})(),") for kind in KINDS] == [1] * len(KINDS)
    assert module.count("function mount(") == 1
    assert not re.search(r"^\s*import\b", module, re.MULTILINE)


def test_no_name_stands_twice_in_what_they_share() -> None:
    # What two kinds that are never in one notebook's cell import meets here, and nowhere else.
    shared, own = views().split("export default {\n")
    names = NAMED.findall(shared)
    assert {"mount", "h", "draw", "deck"} <= set(names)
    assert sorted(set(names)) == sorted(names)
    assert "sort" not in names
    assert "function sort(" in own


def test_a_kind_of_somebody_else_is_not_among_them(tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "view.js").write_text("this is no JavaScript", encoding="utf-8")
    ours = {"sort": folders()["sort"], "years": tmp_path}
    monkeypatch.setattr("course.widgets.joined.folders", lambda: ours)
    assert "no JavaScript" not in views()
    assert "function sort(" in views()


def test_scripts_that_a_page_begins_with_share_what_they_import_alone(tmp_path: Path) -> None:
    files = {
        "a.js": "export const A = 1;\n",
        "one.js": 'import { A } from "./a.js";\nconst own = A;\n',
        "two.js": 'import { A } from "./a.js";\nconst own = -A;\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert apart({tmp_path / "one.js": "page", tmp_path / "two.js": "more"}) == (
        "const A = 1;\n"
        'if (document.getElementById("page")) (async () => {\nconst own = A;\n})();\n'
        'if (document.getElementById("more")) (async () => {\nconst own = -A;\n})();\n'
    )


def test_what_a_page_finds_where_shared_files_lie_is_joined_as_well(tmp_path: Path) -> None:
    """Alone, a page's script asks for the shared file by the address that the page tells."""
    lent = "const { h } = await import(`${from(page.files)}/widgets/static/elements.js`);\n"
    (tmp_path / "one.js").write_text(f"{lent}h();\n", encoding="utf-8")
    text = apart({tmp_path / "one.js": "page"})
    assert "await import" not in text
    assert text.index("function h(") < text.index("h();\n")
