"""How two names compare: pure functions that need no register."""

from collections.abc import Callable
from dataclasses import dataclass

from sysgraph.register.folding import SMALL_WORDS, fold
from sysgraph.register.forms import council_area, variants
from sysgraph.register.initials import is_initialism, one_slip

__all__ = ["Comparison", "compare", "council_area", "fold", "is_initialism", "one_slip", "variants"]

SAME, VARIANT, INITIALS, REORDERED, SLIP = 1.0, 0.95, 0.9, 0.85, 0.7
"""The scores of `compare`. What lies under REORDERED is likeness: it may be shown to a person and never merges."""

_MOST_LIKENESS = 0.65
_TOLD_APART = 0.3

_TELLING = frozenset({
    "north", "south", "east", "west", "central", "mid", "northern", "southern", "eastern", "western", "midlands",
    "upper", "lower", "greater", "inner", "outer", "city", "county", "borough", "deputy", "vice", "assistant",
    "associate", "interim", "former", "adult", "adults", "child", "children", "joint", "sub",
})  # fmt: skip
"""Words that tell one body or post from its neighbour, so that two names which differ in them are not alike."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are, from 0 (nothing in common) to 1 (one name), and the sentence that explains it."""

    score: float
    reason: str


def compare(a: str, b: str) -> Comparison:
    """How two names compare, by the first of a short list of rules that has something to say.

    Only a score of 1 says that the names are one; likeness (0.7 and below) is a suggestion for a person to judge.
    """
    for rule in _RULES:
        if (found := rule(a, b)) is not None:
            return found
    return _likeness(a, b)


def _same(a: str, b: str) -> Comparison | None:
    if not fold(a) or fold(a) != fold(b):
        return None
    if a == b:
        return Comparison(SAME, f"“{a}” is the same name.")
    return Comparison(SAME, f"“{a}” and “{b}” are two spellings of one name.")


def _variant(a: str, b: str) -> Comparison | None:
    if fold(a) and fold(b) and (fold(a) in variants(b) or fold(b) in variants(a)):
        return Comparison(VARIANT, f"“{a}” and “{b}” are usual ways to write one name.")
    return None


def _initials(a: str, b: str) -> Comparison | None:
    for short, name in ((a, b), (b, a)):
        if is_initialism(short, name):
            return Comparison(INITIALS, f"“{short}” gives the initial letters of “{name}”.")
    return None


def _reordered(a: str, b: str) -> Comparison | None:
    left, right = _words(a), _words(b)
    if left and sorted(left) == sorted(right):
        return Comparison(REORDERED, f"“{a}” and “{b}” have the same words in another order.")
    return None


def _slip(a: str, b: str) -> Comparison | None:
    if a.isupper() and b.isupper() and one_slip(a, b):
        return Comparison(SLIP, f"“{a}” and “{b}” are one letter apart.")
    return None


_RULES: tuple[Callable[[str, str], Comparison | None], ...] = (_same, _variant, _initials, _reordered, _slip)


def _likeness(a: str, b: str) -> Comparison:
    left, right = set(_words(a)), set(_words(b))
    shared, apart = left & right, left ^ right
    if not shared:
        return Comparison(0.0, f"“{a}” and “{b}” have no word in common.")
    score = round(_MOST_LIKENESS * 2 * len(shared) / (len(left) + len(right)), 3)
    telling = sorted(word for word in apart if word in _TELLING or word.isdigit())
    words = ", ".join(sorted(shared))
    if telling:
        reason = f"“{a}” and “{b}” share {words}, but “{telling[0]}” stands in only one of them."
        return Comparison(min(score, _TOLD_APART), reason)
    return Comparison(score, f"“{a}” and “{b}” share {words}: alike, which does not make them one.")


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in SMALL_WORDS]
