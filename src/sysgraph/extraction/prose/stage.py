"""From the words of a sentence to its scene: which names and posts stand in it, and whom they mean."""

import re
from collections.abc import Iterator

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.gates import STANDS_FOR
from sysgraph.extraction.prose.gathering import plain
from sysgraph.extraction.prose.lexis import AGREEMENT, CLASS, POOL
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.naming import pieces, runs
from sysgraph.extraction.prose.nouns import MAY_STAND_IN, nouns, take
from sysgraph.extraction.prose.piece import UNKNOWN, Piece
from sysgraph.extraction.prose.posts import HEADS_ALL, POSTS_TURN_ON, Post, posts
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
    (POOL, "PooledBudget", "M", ("Better Care", "ooled", "oint ")),
    (AGREEMENT, "CommissioningArrangement", "C", ("greement", "rrangement", "ontract", "emorandum", " share", "Share")),
)


class Stage:
    """Makes scenes of one document's sentences."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._owner: dict[str, Mention] = {}
        self._known: dict[str, bool] = {}  # whether a phrase names anybody

    def names_somebody(self, text: str) -> bool:
        """Whether a sentence names an actor, or has a word that may stand for one."""
        for _, phrase in runs(text):
            if phrase not in self._known:
                self._known[phrase] = any(self.cast.of(piece) is not None for piece in pieces(phrase))
            if self._known[phrase]:
                return True
        return STANDS_FOR.search(text) is not None

    def scene(self, text: str, memory: Memory, first: Span | None = None) -> Scene:
        """The scene of one sentence; `first` is an actor that the reader already knows to stand there."""
        taken: list[Span] = [first] if first is not None else []
        strangers: list[tuple[int, Piece]] = []
        self._instruments(text, taken)
        later: list[tuple[int, Piece]] = []
        for offset, phrase in runs(text):
            for piece in pieces(phrase):
                if piece.kind == UNKNOWN and piece.text not in self.cast.short:
                    strangers.append((offset, piece))
                elif piece.kind in {"Service", "Plan"}:
                    later.append((offset, piece))
                else:
                    self._named(text, offset, piece, taken)
        held = [(span.start, span.end) for span in taken]
        for post in posts(text, held) if any(word in text for word in POSTS_TURN_ON) else ():
            take(taken, post.start, post.end, "R", Mention("Role", _title(post), written=post.title))
        for offset, piece in later:
            self._named(text, offset, piece, taken)
        self._classes(text, taken)
        for offset, piece in strangers:
            mention = self.cast.of(piece) or _beside_post(text, offset, piece, taken)
            if mention is not None:
                code = "P" if mention.kind == "Person" else "U"
                take(taken, offset + piece.start, offset + piece.end, code, mention)
        if taken or MAY_STAND_IN.search(text):
            nouns(text, memory, self.cast, taken)
        spans = sorted(taken, key=lambda span: span.start)
        return Scene.of(text, self._settled(spans, memory))

    def _instruments(self, text: str, taken: list[Span]) -> None:
        for pattern, kind, code, turns_on in _INSTRUMENTS:
            for match in pattern.finditer(text) if any(word in text for word in turns_on) else ():
                name = _instrument(match[0])
                known = self.cast.actors.get(fold(name))
                mention = known if known and known.kind == kind else Mention(kind, name)
                take(taken, match.start(), match.end(), code, Mention(kind, mention.name, written=match[0]))

    def _named(self, text: str, offset: int, piece: Piece, taken: list[Span]) -> None:
        start = offset + piece.start
        joint = _JOINT.match(piece.text) if piece.kind == "Board" else None
        if joint:
            gap = re.search(r" (?:and|&) ", piece.text)
            assert gap is not None
            head = _SINGULAR[joint["head"]]
            shared = joint["other"].split(" ")[1:] if " " not in joint["one"] else []
            one = self.cast.of(Piece(0, 0, " ".join([joint["one"], *shared, head]), "Board"))
            other = self.cast.of(Piece(0, 0, f"{joint['other']} {head}", "Board"))
            if one and other:
                take(taken, start, start + gap.start(), "B", one)
                take(taken, start + gap.end(), offset + piece.end, "B", other)
                return
        if piece.kind == "Board" and piece.text.lower().endswith(("committees", "boards", "groups")):
            return  # several bodies at once, and nobody in particular
        mention = self._unprefixed(piece) if piece.kind in {"Service", "Board"} else self.cast.of(piece)
        if mention is not None:
            take(taken, start, offset + piece.end, code_of(mention), mention)

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
    opening = _LEADING.match(scene.masked)
    after = opening.end() if opening else 0
    spans = list(scene.all("OUNBRPLSCM"))
    return next((span for at, span in spans if at >= after), spans[0][1] if spans else None)


def met(scene: Scene) -> Iterator[Mention]:
    """The bodies of a sentence, in order."""
    for _, span in scene.all("OUNB"):
        yield span.mention
