"""The known actors: names, aliases, codes, categories, succession; and how two names compare.

What is imported from here is loaded when it is first asked for: who only folds a name pays for no more than that.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sysgraph.register.entry import BoardKind, Entry
    from sysgraph.register.folding import fold
    from sysgraph.register.forms import council_area, variants
    from sysgraph.register.initials import is_initialism, one_slip
    from sysgraph.register.names import Comparison, compare
    from sysgraph.register.register import NATIONAL, Register
    from sysgraph.register.titles import POST_SHORT, fold_person, fold_title, same_given_name

__all__ = [
    "NATIONAL",
    "POST_SHORT",
    "BoardKind",
    "Comparison",
    "Entry",
    "Register",
    "compare",
    "council_area",
    "fold",
    "fold_person",
    "fold_title",
    "is_initialism",
    "one_slip",
    "same_given_name",
    "variants",
]

_HOMES = {
    "NATIONAL": "register",
    "POST_SHORT": "titles",
    "fold_person": "titles",
    "fold_title": "titles",
    "same_given_name": "titles",
    "BoardKind": "entry",
    "Comparison": "names",
    "Entry": "entry",
    "Register": "register",
    "compare": "names",
    "council_area": "forms",
    "fold": "folding",
    "is_initialism": "initials",
    "one_slip": "initials",
    "variants": "forms",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
