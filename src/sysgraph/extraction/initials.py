"""Who is meant where a document calls people by their initials: by its own key, else by the one name that fits."""

import re
from collections.abc import Iterable

from sysgraph.extraction.lexicon import GIVEN_NAMES, HEADS, POST_HEADS, POST_WORDS
from sysgraph.model import Document

_NAME = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Cllr|Sir|Dame)\.? )?[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)*(?: [A-Z][A-Za-z’'-]+){1,2}"
_TITLE = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Cllr|Sir|Dame)\.? ")
_AFTER = re.compile(rf"\b({_NAME})\s*(?:\(|\[|[-–:]\s|\||\t)\s*([A-Z]{{2,3}}[a-z]?)\b")
_BEFORE = re.compile(rf"(?<![\w&])([A-Z]{{2,3}}[a-z]?)\s*(?:[-–:=]|\||\t|\()\s*({_NAME})\b")


def key_of_initials(document: Document) -> dict[str, str]:
    """The names that a document gives for initials: "Jo Lee (JL)", "JL – Jo Lee", a table's "JL | Jo Lee"."""
    key: dict[str, str] = {}
    for passage in document.passages():
        pairs = [(m[2], m[1]) for m in _AFTER.finditer(passage.text)] + [
            (m[1], m[2]) for m in _BEFORE.finditer(passage.text)
        ]
        for short, name in pairs:
            if fits(short, name):
                key.setdefault(short, name)
    return key


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s-]+", _TITLE.sub("", name)) if word]


def is_person(name: str) -> bool:
    """Whether such a name is a person's, and not a department's or body's: "Public Health", "Home First"."""
    words = [word.lower() for word in _words(name)]
    return words[0] in GIVEN_NAMES or not any(word in POST_WORDS | POST_HEADS | HEADS.keys() for word in words)


def fits(short: str, name: str) -> bool:
    """Whether initials are those of a name; a second letter of the surname may help to tell two people apart."""
    words = _words(name)
    letters = "".join(word[0] for word in words).upper()
    if short.upper() in {letters, letters[0] + letters[-1]}:
        return True
    return short[:2].upper() == letters[0] + letters[-1] and short[2:].lower() in words[-1][1:].lower()


def only_fit(short: str, people: Iterable[str]) -> str | None:
    """The one of some names that initials fit, or nothing."""
    fitting = {name for name in people if fits(short, name)}
    return fitting.pop() if len(fitting) == 1 else None
