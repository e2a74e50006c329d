"""Who is meant where a document calls people by their initials: by its own key, else by the one name that fits."""

import re
from collections.abc import Iterable

from sysgraph.model import Document

_NAME = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Cllr|Sir|Dame)\.? )?[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*(?: [A-Z][A-Za-z’'-]+){1,2}"
_AFTER = re.compile(rf"\b({_NAME})\s*(?:\(|\[|[-–:]\s|\||\t)\s*([A-Z]{{2,3}}[a-z]?)\b")
_BEFORE = re.compile(rf"(?<![\w&])([A-Z]{{2,3}}[a-z]?)\s*(?:[-–:=]|\||\t|\()\s*({_NAME})\b")


def key_of_initials(document: Document) -> dict[str, str]:
    """The names that a document gives for initials: "Jo Lee (JL)", "JL – Jo Lee", "JL | Jo Lee"."""
    key: dict[str, str] = {}
    for passage in document.passages():
        pairs = [(m[2], m[1]) for m in _AFTER.finditer(passage.text)] + [
            (m[1], m[2]) for m in _BEFORE.finditer(passage.text)
        ]
        for short, name in pairs:
            if fits(short, name):
                key.setdefault(short, name)
    return key


def fits(short: str, name: str) -> bool:
    """Whether initials are those of a name; a second letter of the surname may help to tell two people apart."""
    words = [
        word for word in re.split(r"[\s-]+", re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms|Cllr|Sir|Dame)\.? ", "", name)) if word
    ]
    letters = "".join(word[0] for word in words).upper()
    return short.upper() in {letters, letters[0] + letters[-1]} or (
        short[0] == words[0][0] and words[-1].lower().startswith(short[1:].lower())
    )


def only_fit(short: str, people: Iterable[str]) -> str | None:
    """The one of some names that initials fit, or nothing."""
    fitting = {name for name in people if fits(short, name)}
    return fitting.pop() if len(fitting) == 1 else None
