"""Gathers the names of a document, with what stands beside them: definitions, owners, who is inside sentences."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from sysgraph.extraction.prose.lines import Line
from sysgraph.extraction.prose.naming import pieces
from sysgraph.extraction.prose.piece import UNKNOWN, Piece
from sysgraph.register import fold

_DEFINITION = re.compile(
    r" ?\( ?(?:referred to as |known as |hereafter |hereinafter |or )?[\"']?(the |The )?[\"']?([A-Za-z][\w&' "
    r"/-]{1,40}?)[\"']? ?\)"
)
_DEFINITIONS = re.compile(r" ?\([^()]{3,50}\)")
_BODY_DEFINED = re.compile(
    r"[Tt]he [\"']?((?:[Ss]ub-?)?[Cc]ommittee|[Bb]oard|[Pp]anel|[Gg]roup|[Ff]orum|[Pp]artnership|[Aa]lliance|"
    r"[Gg]overning [Bb]ody|[Ss]ub-?[Gg]roup)\b"
)
_INNER = re.compile(r"(.+?) \(([A-Z][\w&]{1,8})\) ")
_BRACKETED = re.compile(r" ?\([^)]*\)")
_OWNER_BEFORE = re.compile(
    r"\b(?:the |The |its |their )?(trust|council|local authority|CCG|ICB|clinical commissioning group)'s "
    r"(?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_ITS = re.compile(r"\bits (?:[a-z]+ ){0,2}$")
_CLASS_WORD = re.compile(
    r"\b(trust|council|local authority|CCG|ICB|clinical commissioning group)(?:'s)?\b", re.IGNORECASE
)
_ABBREVIATED = re.compile(r" \(([A-Z][A-Za-z&]{1,7})\)")
_SMALL_WORD = re.compile(r"\b[a-z]{3,}$")
_LONGEST_WORD = 30
# Class words, and the category of body that each means.
CATEGORIES = {
    "trust": "nhs_trust", "council": "council", "local authority": "council", "ccg": "ccg", "icb": "icb",
    "clinical commissioning group": "ccg", "integrated care board": "icb", "healthwatch": "healthwatch",
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """The spellings of one name in a document."""

    kind: str
    category: str
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The fullest spelling, not in capitals where there is another."""
        return max(self.spellings, key=lambda text: (not text.isupper(), len(fold(text)), self.spellings[text], text))


def plain(text: str) -> str:
    """A name without what stands in brackets in it."""
    return " ".join((_BRACKETED.sub("", text) if "(" in text else text).split())


@lru_cache(maxsize=65536)
def key_of(text: str) -> str:
    """The key that a name's spellings share, brackets aside."""
    return fold(plain(text))


class Gathering:
    """The names of a document with what stands beside them."""

    def __init__(self) -> None:
        self.groups: dict[tuple[str, str], Group] = {}
        self.unknown: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()  # unknown names that stand within a sentence
        self.definitions: dict[str, str] = {}
        self.class_definitions: dict[str, str] = {}
        self.body_definitions: dict[str, str] = {}
        self.not_names: set[str] = set()
        self.owned: list[tuple[str, str, str]] = []  # (board, owner's words, "name" or "class")

    def read(self, line: Line) -> None:
        """Nothing; takes in the names of one passage."""
        text = line.text
        for offset, phrase in line.runs:
            before: Piece | None = None
            for piece in pieces(phrase):
                self._take(text, offset, piece)
                self._within(text, offset, piece)
                if before and piece.kind == "Board" and phrase[before.end : piece.start].startswith(("'s", "s' ", "'")):
                    self.owned.append((piece.text, before.text, "name"))
                elif piece.kind == "Board" and (
                    owner := _OWNER_BEFORE.search(text, max(0, offset + piece.start - 60), offset + piece.start)
                ):
                    self.owned.append((piece.text, owner[1], "class"))
                elif piece.kind == "Board" and _ITS.search(
                    text, max(0, offset + piece.start - 30), offset + piece.start
                ):
                    whose = _CLASS_WORD.findall(text[max(0, offset - 160) : offset + piece.start])
                    self.owned += [(piece.text, word, "class") for word in whose[-1:]]
                before = piece
        for match in _ABBREVIATED.finditer(text) if " (" in text else ():
            if _SMALL_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start()):
                self.not_names.add(match[1])

    def _within(self, text: str, offset: int, piece: Piece) -> None:
        """Nothing; notes the body that a longer name begins with and abbreviates: "Anyshire Council (AC) Cabinet"."""
        inner = _INNER.match(piece.text) if "(" in piece.text else None
        for owner in pieces(inner[1]) if inner else ():
            if inner and owner.kind == "Organisation" and owner.text == inner[1]:
                self._take(text, offset + piece.start, owner)
                self.definitions.setdefault(inner[2], owner.text)

    def _take(self, text: str, offset: int, piece: Piece) -> None:
        if piece.kind == UNKNOWN:
            self.unknown[piece.text] += 1
            at = offset + piece.start
            self.inside[piece.text] += at > 1 and text[at - 2] not in ".?!:;" and text[at - 1] in " (\"'"
        else:
            key = (piece.kind, key_of(piece.text))
            self.groups.setdefault(key, Group(piece.kind, piece.category)).spellings[piece.text] += 1
        self._defined(text, offset + piece.end, piece)

    def _defined(self, text: str, end: int, piece: Piece) -> None:
        """Nothing; notes what stands in brackets behind a name: its abbreviation, or a word that it goes by."""
        if text[end : end + 2] in {" (", "( "} or text[end : end + 1] == "(":
            for said in _DEFINITIONS.finditer(text, end, min(len(text), end + 60)):
                if said.start() == end or said.re is None:
                    self._bodies(said[0], piece)
                break
            defined = _DEFINITION.match(text, end)
            if defined and fold(defined[2]) in CATEGORIES and defined[1]:
                self.class_definitions.setdefault(defined[2], piece.text)
            elif defined and defined[2][0].isupper() and len(defined[2].split()) <= 4:
                self.definitions.setdefault(defined[2], piece.text)

    def _bodies(self, words: str, piece: Piece) -> None:
        if piece.kind == "Board":
            for word in _BODY_DEFINED.findall(words):
                self.body_definitions.setdefault(word.lower(), piece.text)
