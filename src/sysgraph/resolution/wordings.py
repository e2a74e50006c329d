"""How documents differ about one node: what two of them tell in two ways, and the several names that one gives it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sysgraph.model import Value
from sysgraph.register import fold, fold_person

_TOLD = (
    "date", "version", "amount", "share", "due", "revised", "complete", "month_rag", "on_target_rag", "owner_text",
    "stance",
)  # fmt: skip
_NAMED = frozenset({"Organisation", "Partnership", "Board", "Person"})
_INITIALS = re.compile(r"^(?:the )?(?:[A-Z][A-Za-z&/]{0,7}s?|[A-Z&]{1,6}(?: [A-Z&]{1,6})*)$")
_PROPER = re.compile(r"(?<!^)\b[A-Z]|^(?!(?:The|A|An|Our) )[A-Z]")
_SMALL = frozenset(
    (
        "ccg ccgs icb icbs la council trust federation board committee panel group groups partnership alliance local "
        "authority acute foundation city county borough nhs gp the clinical commissioning integrated care service "
        "services and of for at in on our this its system health social wellbeing"
    ).split()
)


@dataclass(slots=True)
class Wordings:
    """What each document says of one node, as far as they may differ."""

    values: dict[str, dict[str, str]] = field(default_factory=dict)  # attribute: value: the first document with it
    forms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # document: names

    def tell(self, name: str, value: Value, document: str) -> None:
        """Nothing; a document gives an attribute this value."""
        if name in _TOLD and value is not None:
            self.values.setdefault(name, {}).setdefault(str(value), document)

    def name(self, kind: str, written: str, document: str) -> None:
        """Nothing; a document calls the node by this name."""
        if kind in _NAMED and written:
            self.forms[document].add(written)

    def attributes(self, kind: str) -> Mapping[str, Value]:
        """`disagreements` and `named_ways`, where there are any."""
        told: dict[str, Value] = {}
        if differing := tuple(self._differing()):
            told["disagreements"] = differing
        several = max((ways(forms, kind) for _, forms in sorted(self.forms.items())), key=len, default=())
        if len(several) > 1:
            told["named_ways"] = several
        return told

    def _differing(self) -> Iterable[str]:
        for name, values in sorted(self.values.items()):
            if len(set(values.values())) > 1:
                said = ", ".join(f"“{' '.join(value.split())}” in {document}" for value, document in values.items())
                yield f"{name.replace('_', ' ')}: {said}"


def ways(forms: Iterable[str], kind: str) -> tuple[str, ...]:
    """Of several names those that truly differ, the longest first; one at most where none do.

    Initials, articles, "NHS" and other words for what a body is make no difference, nor does a name cut short.
    """
    kept: list[tuple[str, frozenset[str]]] = []
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        words = frozenset((fold_person if kind == "Person" else fold)(form).split()) - _SMALL
        proper = _PROPER.search(form) and not _INITIALS.match(form)
        if words and proper and not any(_is_one(words, other, kind) or _shortens(form, one) for one, other in kept):
            kept.append((" ".join(form.split()), words))
    return tuple(form for form, _ in kept)


def _shortens(form: str, other: str) -> bool:
    """Whether every word that one name has and the other lacks is the initials of words of the other."""
    theirs = other.lower().split()
    initials = "".join(word[0] for word in theirs)
    extra = [word for word in form.lower().split() if word not in theirs]
    return all(1 < len(word) <= 5 and word in initials for word in extra)


def _is_one(words: frozenset[str], other: frozenset[str], kind: str) -> bool:
    if words <= other or other <= words:
        return True
    if kind == "Person":
        return any(len(word) == 1 for word in words | other)
    return {word.rstrip("s") for word in words} == {word.rstrip("s") for word in other}
