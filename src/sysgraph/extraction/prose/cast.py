"""Who is who in one document: what each name means that it uses.

Two names are one where the document defines one by the other, where they are usual ways to write one name, or where
one is the other with the place in front. Likeness joins nothing.
"""

import re
from dataclasses import dataclass, field

from sysgraph.extraction.prose.gathering import CATEGORIES, key_of, plain
from sysgraph.extraction.prose.naming import pieces
from sysgraph.extraction.prose.piece import UNKNOWN, Piece
from sysgraph.model import Mention
from sysgraph.register import BoardKind, Register, fold

_UNNAMED = {
    "nhs_trust": "Trust",
    "council": "Council",
    "ccg": "CCG",
    "icb": "Integrated Care Board",
    "healthwatch": "Healthwatch",
}
_NO_OWNER = ("Council of ", "Board of ")
_BRACKETS = re.compile(r" \([^)]*\)")
_LEGAL = re.compile(r"(?:Council|Trust|CCG|ICB|Clinical Commissioning Group)$")


@dataclass(slots=True)
class Cast:
    """What each name of the document means in it; `of` answers for a name found in the text."""

    register: Register
    place: str | None = None
    actors: dict[str, Mention] = field(default_factory=dict)  # by folded name, brackets aside
    short: dict[str, Mention] = field(default_factory=dict)  # abbreviations and defined short forms, as written
    owners: dict[str, set[Mention]] = field(default_factory=dict)  # whose a board is, by its folded name
    strangers: frozenset[str] = frozenset()  # unknown names that may be an organisation's
    by_kind: dict[str, Mention] = field(default_factory=dict)  # the place's one board of a kind of the register
    local: dict[str, Mention | None] = field(default_factory=dict)
    defined: dict[str, Mention] = field(
        default_factory=dict
    )  # "committee": whom the document calls so from its definition on
    unnamed: frozenset[str] = frozenset()  # categories of which the document names no body at all
    _owners: dict[tuple[str, str], Mention | None] = field(default_factory=dict)

    def of(self, piece: Piece) -> Mention | None:
        """Whom a name means, or nothing; a stranger is an organisation of that name."""
        text = piece.text
        found = self.short.get(text) or self.actors.get(key_of(text))
        if found is not None:
            return _as(found, text)
        if piece.kind == "Board" and (same := self._of_kind(text)) is not None:
            return _as(same, text)
        if piece.kind == "Plan" and (same := self.of_partnership(text)) is not None:
            return _as(same, text)
        if piece.kind == "Person":
            return Mention("Person", text, written=text)
        if piece.kind != UNKNOWN:
            return Mention(piece.kind, plain(text), written=text, category=piece.category)
        return Mention("Organisation", text, written=text) if text in self.strangers else None

    def _of_kind(self, text: str) -> Mention | None:
        """The board of this place that a name means which says no more than its kind."""
        kinds = self.register.kinds_of(plain(text)) if self.by_kind else ()
        return self.by_kind.get(kinds[0].name) if len(kinds) == 1 and only_of_kind(text, kinds[0], self.place) else None

    def of_partnership(self, text: str) -> Mention | None:
        """The partnership whose programme or plan a name says it is: "Better Together programme"."""
        rest, _, head = plain(text).rpartition(" ")
        known = self.actors.get(key_of(rest)) if head.lower() in {"programme", "vision", "agenda"} else None
        return known if known is not None and known.kind == "Partnership" else None

    def owner_in(self, mention: Mention) -> Mention | None:
        """The organisation whose name a body's own name begins with: "Northmoor NHS Trust Urgent Care Board"."""
        words = mention.written or mention.name
        key = (words, mention.name)
        if key not in self._owners:
            self._owners[key] = None if words.startswith(_NO_OWNER) else self._owner(*key)
        return self._owners[key]

    def _owner(self, words: str, name: str) -> Mention | None:
        parts = _BRACKETS.sub("", words).split(" ")
        for length in range(len(parts) - 1, 0, -1):
            first = " ".join(parts[:length]).removesuffix("'s")
            found = self.short.get(first) or self.actors.get(fold(first)) or self.of_class(first) or _legal(first)
            if found is not None and found.kind == "Organisation" and found.name != name and len(first) < len(words):
                return found
        return None

    @property
    def has_boards(self) -> bool:
        """Whether the document names any board."""
        return any(mention.kind == "Board" and fold(mention.name).endswith("board") for mention in self.actors.values())

    def of_class(self, word: str) -> Mention | None:
        """The body of this place that a class word ("the CCG") means, where the document makes one plain."""
        category = CATEGORIES.get(fold(word), "")
        found = self.local.get(category) if category else None
        if found is None and category and (category in self.unnamed or word.isupper()) and word[0].isupper():
            return Mention("Organisation", _UNNAMED[category], category=category)
        return found


def _legal(name: str) -> Mention | None:
    """The organisation that the beginning of a body's name is by its shape: "Northmoor Council" of "… Cabinet"."""
    if not _LEGAL.search(name):
        return None
    found = pieces(name)
    whole = len(found) == 1 and found[0].kind == "Organisation" and found[0].text == name
    return Mention("Organisation", name, written=name, category=found[0].category) if whole else None


def only_of_kind(name: str, kind: BoardKind, place: str | None) -> bool:
    """Whether a board's name says no more than its kind and the place."""
    words = key_of(name).removeprefix(f"{fold(place)} ") if place else key_of(name)
    return words in {fold(form) for form in (kind.name, *kind.also)}


def _as(mention: Mention, words: str) -> Mention:
    return Mention(mention.kind, mention.name, mention.within, words, mention.category)
