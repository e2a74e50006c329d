"""From the words of a sentence to its scene: which names and posts stand in it, and whom they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.cues import Scan, scan
from sysgraph.extraction.prose.gates import STANDS_FOR
from sysgraph.extraction.prose.gathering import plain
from sysgraph.extraction.prose.lexis import AGREEMENT, CLASS, POOL
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.naming import pieces, runs
from sysgraph.extraction.prose.nouns import MAY_STAND_IN, nouns, take
from sysgraph.extraction.prose.piece import UNKNOWN, Piece
from sysgraph.extraction.prose.posts import HEADS_ALL, Post, posts
from sysgraph.extraction.prose.scene import Scene, Span, code_of
from sysgraph.model import Mention
from sysgraph.register import fold

_UNCERTAIN = re.compile(r"\b(?:a|an|each|another|any|every|other|one|per) $", re.IGNORECASE)
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
_LEADING = re.compile(
    r"^(?:In|As|At|On|Through|Following|To|For|With|During|Across|Due|Under|From|Since|Within|Along|Given|By|"
    r"Of|After|Before|Because)\b[^,;]{0,140}, "
)


_INSTRUMENTS = (
    (POOL, "PooledBudget", "M", "pool"),
    (AGREEMENT, "CommissioningArrangement", "C", "agreement"),
)
_Told = tuple[int, int, str, Mention]  # start, end, letter code, whom it means


@dataclass(slots=True)
class _Named:
    """Whom a capitalised phrase names; offsets into the phrase. Worked out once for each phrase of a document."""

    bodies: list[_Told] = field(default_factory=list)
    later: list[_Told] = field(default_factory=list)  # services and plans, which give way to posts
    strangers: list[tuple[Piece, Mention | None]] = field(default_factory=list)
    somebody: bool = False


class Stage:
    """Makes scenes of one document's sentences."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._owner: dict[str, Mention] = {}
        self._known: dict[str, _Named] = {}
        self._last: tuple[str, list[tuple[int, _Named]]] = ("", [])

    def names_somebody(self, text: str) -> bool:
        """Whether a sentence names an actor, or has a word that may stand for one."""
        return any(named.somebody for _, named in self._phrases(text)) or STANDS_FOR.search(text) is not None

    def scene(self, text: str, memory: Memory, first: Span | None = None) -> Scene:
        """The scene of one sentence; `first` is an actor that the reader already knows to stand there."""
        taken: list[Span] = [first] if first is not None else []
        sentence = scan(text)
        phrases = self._phrases(text)
        self._instruments(sentence, taken)
        for offset, named in phrases:
            _put(taken, offset, named.bodies)
        if "post" in sentence.kinds:
            for post in posts(text, [(span.start, span.end) for span in taken]):
                take(taken, post.start, post.end, "R", Mention("Role", _title(post), written=post.title))
        for offset, named in phrases:
            _put(taken, offset, named.later)
        if "class" in sentence.kinds:
            self._classes(text, taken)
        for offset, named in phrases:
            for piece, known in named.strangers:
                mention = known or _beside_post(text, offset, piece, taken)
                if mention is not None:
                    code = "P" if mention.kind == "Person" else "U"
                    take(taken, offset + piece.start, offset + piece.end, code, mention)
        if taken or MAY_STAND_IN.search(text):
            nouns(sentence, memory, self.cast, taken)
        spans = sorted(taken, key=lambda span: span.start)
        return Scene.of(text, self._settled(spans, memory))

    def _phrases(self, text: str) -> list[tuple[int, _Named]]:
        """(offset, whom it names) of the capitalised phrases; the last sentence is kept, since it is asked twice."""
        if self._last[0] != text:
            self._last = (text, [(offset, self._known.get(words) or self._name(words)) for offset, words in runs(text)])
        return self._last[1]

    def _name(self, phrase: str) -> _Named:
        named = self._known[phrase] = _Named()
        for piece in pieces(phrase):
            meant = self.cast.of(piece)
            named.somebody = named.somebody or meant is not None
            if piece.kind == UNKNOWN and piece.text not in self.cast.short:
                named.strangers.append((piece, meant))
            elif piece.kind in {"Service", "Plan"}:
                named.later += self._told(piece)
            else:
                named.bodies += self._told(piece)
        return named

    def _instruments(self, sentence: Scan, taken: list[Span]) -> None:
        for pattern, kind, code, cue in _INSTRUMENTS:
            for match in pattern.finditer(sentence.text) if cue in sentence.kinds else ():
                name = _instrument(match[0])
                known = self.cast.actors.get(fold(name))
                mention = known if known and known.kind == kind else Mention(kind, name)
                take(taken, match.start(), match.end(), code, Mention(kind, mention.name, written=match[0]))

    def _told(self, piece: Piece) -> list[_Told]:
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
        mention = self._unprefixed(piece) if piece.kind in {"Service", "Board"} else self.cast.of(piece)
        return [(piece.start, piece.end, code_of(mention), mention)] if mention is not None else []

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
        return self.cast.of(piece)

    def _classes(self, text: str, taken: list[Span]) -> None:
        for match in CLASS.finditer(text):
            if _UNCERTAIN.search(text, max(0, match.start() - 10), match.start()):
                continue
            mention = self.cast.of_class(match[1])
            if mention is not None:
                written = match[0]
                take(
                    taken,
                    match.start(),
                    match.end(),
                    code_of(mention),
                    Mention(mention.kind, mention.name, None, written, mention.category),
                )

    def _settled(self, spans: list[Span], memory: Memory) -> list[Span]:
        """The spans, with boards of one name in several organisations told apart."""
        return [span if span.code != "B" else self._told_apart(span, spans, memory) for span in spans]

    def _told_apart(self, span: Span, spans: list[Span], memory: Memory) -> Span:
        key = fold(span.mention.name)
        owners = self.cast.owners.get(key, set())
        if len(owners) < 2:
            return span
        near = sorted(
            (s for s in spans if s.mention in owners), key=lambda s: (s.start > span.start, abs(s.start - span.start))
        )
        inherited = [
            o
            for s in spans
            if s.code == "B" and len(own := self.cast.owners.get(fold(s.mention.name), set())) == 1
            for o in own
        ]
        recent = [m for m in reversed(memory.met) if m in owners]
        owner = next(iter([*(s.mention for s in near), *inherited, *recent]), None) or self._owner.get(key)
        if owner is None:
            return span
        self._owner[key] = owner
        mention = Mention("Board", f"{owner.name} {span.mention.name}", None, span.mention.written or span.mention.name)
        return Span(span.start, span.end, "B", mention)


_NAME_OF_TWO = re.compile(r"[A-Z][a-z'-]+(?: [A-Z]\.?)? [A-Z][A-Za-z'-]+")
_BESIDE_POST = re.compile(r"(?:,| of| at| from| for| -)(?: the)? $")


def _beside_post(text: str, offset: int, piece: Piece, taken: list[Span]) -> Mention | None:
    """The organisation that a name nobody knows must be, since a post is said to be of it."""
    before = next((span for span in taken if span.code == "R" and 2 <= offset + piece.start - span.end <= 9), None)
    between = text[before.end : offset + piece.start] if before is not None else ""
    if between == ": " and _NAME_OF_TWO.fullmatch(piece.text):
        return Mention("Person", piece.text, written=piece.text)
    if before is None or not _BESIDE_POST.fullmatch(between):
        return None
    if between.startswith((" of", " for")) and not HEADS_ALL.search(before.mention.name):
        return None  # "Lay Member for Public Involvement": what the post is for
    return Mention("Organisation", piece.text, written=piece.text)


def _put(taken: list[Span], offset: int, told: list[_Told]) -> None:
    for start, end, code, mention in told:
        take(taken, offset + start, offset + end, code, mention)


def _title(post: Post) -> str:
    """A post's title without how many hold it."""
    return re.sub(
        r"^(?:(?:one|two|three|four|five|six|a|an|the|jointly funded|jointly appointed|new|Two|Three|Four|One|"
        r"Five) )+",
        "",
        post.title,
    )


def _instrument(words: str) -> str:
    """The name of an agreement or pool without the sum in it."""
    name = re.sub(r" of (?:around |about |over |nearly |approximately |up to )?£.*$", "", words)
    name = re.sub(r"^[Ii]mproved ", "", name)
    return name[0].upper() + name[1:] if name.lower().startswith("section") else name


def subject(scene: Scene) -> Span | None:
    """What a sentence is about: its first actor that does not stand in an opening like "As part of …,"."""
    opening = _LEADING.match(scene.masked) if scene.actors else None
    after = opening.end() if opening else 0
    first: Span | None = None
    for at, span in scene.all("OUNBRPLSCM"):
        if at >= after:
            return span
        first = first or span
    return first


def met(scene: Scene) -> Iterator[Mention]:
    """The bodies of a sentence, in order."""
    for _, span in scene.all("OUNB"):
        yield span.mention
