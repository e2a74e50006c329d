"""What "the CCG", "the council" or "the trust" means: the one body of that class that the document makes plain.

The bodies are asked in order of nearness: those that lead the section, then those that the plan binds, then all that
the document names. The first circle that holds any of the class decides; where it holds several, nobody is meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sysgraph.model import Mention
from sysgraph.register import fold

_CLASSES: dict[str, str] = {
    "ccg": "ccg",
    "clinical commissioning group": "ccg",
    "icb": "icb",
    "integrated care board": "icb",
    "la": "council",
    "local authority": "council",
    "council": "council",
    "city council": "council",
    "county council": "council",
    "borough council": "council",
    "trust": "nhs_trust",
    "nhs trust": "nhs_trust",
    "acute trust": "nhs_trust",
    "foundation trust": "nhs_trust",
    "healthwatch": "healthwatch",
    "gp federation": "gp_federation",
    "federation": "gp_federation",
}
_ARTICLE = r"(?:(?i:the|local|our)\s+){0,2}"
_PATTERN = re.compile(
    rf"(?<![\w&/-]){_ARTICLE}(?P<word>CCG|ICB|LA|(?i:clinical commissioning group|integrated care board|"
    r"local authority|"
    r"(?:city |county |borough )?council|(?:nhs |acute |foundation )?trust|healthwatch|(?:gp )?federation))(?![\w&-])"
)
_QUALIFIERS = frozenset({"city", "county", "borough"})

Circles = Sequence[Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Reference:
    """A class word in a text, and the body that it means there."""

    start: int
    end: int
    mention: Mention


def meant(word: str, circles: Circles) -> Mention | None:
    """The body that a class word means among these circles of bodies, nearest first."""
    folded = fold(word)
    category = _CLASSES.get(folded)
    qualifier = _QUALIFIERS & set(folded.split())
    for circle in circles:
        fitting = {m for m in circle if m.category == category and qualifier <= set(fold(m.name).split())}
        # A body that is nowhere spelt out is not what "the CCG" means where one is.
        fitting = {m for m in fitting if " " in m.name} or fitting
        if fitting:
            found = fitting.pop()
            return Mention(found.kind, found.name, found.within, word, found.category) if not fitting else None
    return None


def references(text: str, circles: Circles) -> list[Reference]:
    """The class words of a text that mean somebody."""
    found = []
    for match in _PATTERN.finditer(text):
        mention = meant(match["word"], circles)
        if mention is not None:
            found.append(Reference(match.start(), match.end(), mention))
    return found
