"""Whom the capitalised phrases of one document name; worked out once for each different phrase."""

import re
from dataclasses import dataclass, field

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.forms import bits
from sysgraph.extraction.prose.gathering import plain
from sysgraph.extraction.prose.lines import Line
from sysgraph.extraction.prose.naming import pieces
from sysgraph.extraction.prose.piece import UNKNOWN, Piece
from sysgraph.extraction.prose.scene import code_of
from sysgraph.model import Mention
from sysgraph.register import fold

_JOINT = re.compile(
    r"^(?P<one>.+?) (?:and|&) (?P<other>.+) (?P<head>Boards|Committees|Groups|Panels|Governing Bodies)$"
)
_SINGULAR = {
    "Boards": "Board",
    "Committees": "Committee",
    "Groups": "Group",
    "Panels": "Panel",
    "Governing Bodies": "Governing Body",
}
Told = tuple[int, int, str, Mention]  # start, end, letter code, whom it means


@dataclass(slots=True)
class Named:
    """Whom a capitalised phrase names; offsets into the phrase."""

    bodies: list[Told] = field(default_factory=list)
    later: list[Told] = field(default_factory=list)  # services and plans, which give way to posts
    strangers: list[tuple[Piece, Mention | None]] = field(default_factory=list)
    somebody: bool = False
    codes: int = 0  # bits of the kinds of all these
    count: int = 0  # how many they are
    length: int = 0  # of the phrase


class Phrases:
    """The capitalised phrases of one document."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._known: dict[str, Named] = {}

    def of(self, line: Line) -> list[tuple[int, Named]]:
        """(offset, whom it names) of each capitalised phrase of a line, in order."""
        known = self._known
        return [(offset, known.get(words) or self._name(words)) for offset, words in line.runs]

    def _name(self, phrase: str) -> Named:
        named = self._known[phrase] = Named()
        for piece in pieces(phrase):
            meant = self.cast.of(piece)
            named.somebody = named.somebody or meant is not None
            if piece.kind == UNKNOWN and piece.text not in self.cast.short:
                named.strangers.append((piece, meant))
            elif piece.kind in {"Service", "Plan"}:
                named.later += self._told(piece, meant)
            else:
                named.bodies += self._told(piece, meant)
        for _, _, code, _ in (*named.bodies, *named.later):
            named.codes |= bits(code)
        for _, stranger in named.strangers:
            if stranger is not None:
                named.codes |= bits("P" if stranger.kind == "Person" else "U")
        named.length = len(phrase)
        named.count = len(named.bodies) + len(named.later) + len(named.strangers)
        return named

    def _told(self, piece: Piece, meant: Mention | None) -> list[Told]:
        """Whom a piece of a phrase names: mostly one, two where they share their head, or nobody."""
        joint = _JOINT.match(piece.text) if piece.kind == "Board" else None
        if joint:
            gap = re.search(r" (?:and|&) ", piece.text)
            assert gap is not None
            head = _SINGULAR[joint["head"]]
            shared = joint["other"].split(" ")[1:] if " " not in joint["one"] else []
            one = self.cast.of(Piece(0, 0, " ".join([joint["one"], *shared, head]), "Board"))
            other = self.cast.of(Piece(0, 0, f"{joint['other']} {head}", "Board"))
            if one and other:
                start = piece.start
                return [(start, start + gap.start(), "B", one), (start + gap.end(), piece.end, "B", other)]
        if piece.kind == "Board" and piece.text.lower().endswith(("committees", "boards", "groups")):
            return []  # several bodies at once, and nobody in particular
        if piece.kind in {"Service", "Board"}:
            meant = self._unprefixed(piece) or meant
        return [(piece.start, piece.end, code_of(meant), meant)] if meant is not None else []

    def _unprefixed(self, piece: Piece) -> Mention | None:
        """A body without the organisation that stands before its name: "Northmoor NHS Trust Northmoor Hospital"."""
        words = plain(piece.text).split(" ")
        for length in range(len(words) - 1, 1, -1):
            owner = self.cast.actors.get(fold(" ".join(words[:length])))
            if owner is not None and owner.kind == "Organisation" and owner.category:
                rest = " ".join(words[length:])
                known = self.cast.actors.get(fold(rest))
                if known is not None and known.kind == piece.kind:
                    return Mention(known.kind, known.name, None, piece.text)
                if piece.kind == "Service":
                    return Mention("Service", rest, None, piece.text)
        return None
