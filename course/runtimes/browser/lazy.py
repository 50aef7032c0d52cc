"""networkx without what a session never asks it for: each of its modules when a name is asked for.

The library as it comes imports all of its 290 modules at once, which in a browser is a third of the
time until the first answer; a session asks for a graph and five of its measures.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

_WHOLE = ("networkx.classes", "networkx.utils")
"""Packages that the others are made of; they stay as they are."""

_BEGIN = '''\
"""As the library's own, but for when its modules are imported: when a name of one is asked for."""
'''

_CONFIGURED = """\
from networkx.lazy_imports import _lazy_import
from networkx.exception import *
from networkx import utils
from networkx.utils import _clear_cache, _dispatchable
config = utils.backends._set_configs_from_environment()
utils.config = utils.configs.config = config
"""
"""What the library's own first lines do before it imports the rest."""

_ASKED = """
def __getattr__(name):
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module
    module, _, inside = _WHERE[name].partition(":")
    value = import_module(module)
    globals()[name] = value = getattr(value, inside) if inside else value
    return value
"""


def networkx(to: Path) -> None:
    """Write the library's packages anew into ``to``, the folder that has its other modules."""
    root = import_module("networkx")
    packages = [root, *_packages(root)]
    for package in packages:
        name = package.__name__
        if name.startswith(_WHOLE):
            continue
        lines = [_BEGIN, f"__version__ = {root.__version__!r}\n" if package is root else ""]
        lines += [_CONFIGURED if package is root else "", f"_WHERE = {_where(package)!r}\n", _ASKED]
        (to / name.replace(".", "/") / "__init__.py").write_text("".join(lines), encoding="utf-8")


def _packages(root: ModuleType) -> list[ModuleType]:
    found = walk_packages(root.__path__, f"{root.__name__}.")
    return [import_module(one.name) for one in found if one.ispkg and ".tests" not in one.name]


def _where(package: ModuleType) -> dict[str, str]:
    """For each name of a package the module, or the module and the name, that it stands for."""
    where = {}
    for name, value in sorted(vars(package).items()):
        if name.startswith("_") or name in ("config", "utils"):
            continue
        if isinstance(value, ModuleType):
            where[name] = value.__name__
        elif str(getattr(value, "__module__", "")).startswith("networkx"):
            where[name] = f"{value.__module__}:{getattr(value, '__name__', name)}"
    return where
