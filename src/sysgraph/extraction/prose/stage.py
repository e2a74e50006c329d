"""From the words of a sentence to its scene: which names and posts stand in it, and whom they mean."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sysgraph.extraction.prose import cues
from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.forms import CODES, bits
from sysgraph.extraction.prose.gates import STANDS_FOR
from sysgraph.extraction.prose.lexis import AGREEMENT, CLASS, POOL
from sysgraph.extraction.prose.lines import Line
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.needs import Place
from sysgraph.extraction.prose.nouns import MAY_STAND_IN, directors, nouns, take
from sysgraph.extraction.prose.phrases import Named, Phrases, Told
from sysgraph.extraction.prose.piece import Piece
from sysgraph.extraction.prose.posts import HEADS_ALL, Post, posts
from sysgraph.extraction.prose.scene import Scene, Span, code_of
from sysgraph.extraction.prose.sight import Sight, look
from sysgraph.model import Mention
from sysgraph.register import fold

_UNCERTAIN = re.compile(r"\b(?:a|an|each|another|any|every|other|one|per) $", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:In|As|At|On|Through|Following|To|For|With|During|Across|Due|Under|From|Since|Within|Along|Given|By|"
    r"Of|After|Before|Because)\b[^,;]{0,140}, "
)
_INSTRUMENTS = (
    (POOL, "PooledBudget", "M", cues.POOL),
    (AGREEMENT, "CommissioningArrangement", "C", cues.AGREEMENT),
)
_BEFORE_NAMES = cues.POOL | cues.AGREEMENT  # nouns to which the names of bodies give way
_NOUNS = {
    cues.POOL: "M", cues.AGREEMENT: "C", cues.POST: "RUP", cues.CLASS: "O", cues.BODY: "BN", cues.SEAT: "G",
    cues.SEAT_POST: "R", cues.DIRECTORS: "R", cues.THIS: "SLCM", cues.SYSTEM: "N", cues.PLAN: "L",
    cues.SERVICE_PHRASE: "S", cues.SERVICE: "S",
}  # fmt: skip
_ANY, _STRANGERS = bits(CODES), bits("UP")
_LONGEST_CUE = 40
_POSTS = cues.POST | cues.POST_AMONG_OTHERS


class Sketch(NamedTuple):
    """What can be told of a sentence before its actors are: its names, what may stand beside them, how many at most."""

    line: Line
    sight: Sight
    phrases: list[tuple[int, Named]]
    cues: list[tuple[int, int]]  # (offset, kinds of nouns) of each that stands outside the names of bodies
    kinds: int  # of nouns, of all these and of pronouns
    codes: int  # bits of the kinds of actors that it can have, those aside that a pronoun stands for
    most: int  # as many actors as it can have, or more


class Stage:
    """Makes scenes of one document's sentences."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._owner: dict[str, Mention] = {}
        self._phrases = Phrases(cast)
        self._shared = any(len(owners) > 1 for owners in cast.owners.values())  # a board's name, by two organisations
        meant = [*cast.local.values(), *cast.defined.values()]  # whom class words and "the Board" may mean
        local = "".join(code_of(mention) for mention in meant if mention is not None)
        self._nouns = (*_NOUNS.items(), (cues.CLASS | cues.BODY, local))
        self._codes: dict[int, int] = {}
        self._last: Sketch | None = None

    def sketch(self, line: Line, first: Span | None = None) -> Sketch:
        """The sketch of a sentence; `first` is an actor that the reader already knows to stand there."""
        if self._last is not None and self._last.line is line and first is None:
            return self._last  # a line of one sentence is asked for twice: as a line and as a sentence
        sight, phrases = look(line.text), self._phrases.of(line)
        kinds = sight.kinds
        if kinds and phrases and first is None and not kinds & _BEFORE_NAMES:
            found, kinds = _beside(sight.cues, phrases)
        else:
            found = sight.cues
        codes, most = self._codes_of(kinds), len(found)
        for _, named in phrases:
            codes |= named.codes
            most += named.count
        if line.text.startswith(cues.OPENERS):
            kinds |= cues.PRONOUN
            most += 1
        sketch = Sketch(line, sight, phrases, found, kinds, codes, most)
        self._last = sketch if first is None else None
        return sketch

    def places(self, sketch: Sketch) -> list[Place]:
        """Where the actors of a sentence may stand, as far as its sketch tells."""
        strange = _STRANGERS if sketch.kinds & cues.POST else 0  # a post may tell what a strange name is
        found = [
            (at, at + named.length, named.codes | strange if named.strangers else named.codes)
            for at, named in sketch.phrases
        ]
        found += [(at, at + _LONGEST_CUE, self._codes_of(kind)) for at, kind in sketch.cues]
        if sketch.kinds & cues.PRONOUN:
            found.append((0, len(sketch.line.text), _ANY))
        return found

    def _codes_of(self, kinds: int) -> int:
        """Bits of the kinds of actors that these kinds of nouns may mean."""
        if kinds not in self._codes:
            self._codes[kinds] = bits("".join(codes for kind, codes in self._nouns if kinds & kind))
        return self._codes[kinds]

    def names_somebody(self, sketch: Sketch) -> bool:
        """Whether a sentence names an actor, or has a word that may stand for one."""
        return any(named.somebody for _, named in sketch.phrases) or STANDS_FOR.search(sketch.line.text) is not None

    def scene(self, line: Line, memory: Memory, first: Span | None = None) -> Scene:
        """The scene of one sentence; `first` is an actor that the reader already knows to stand there."""
        return self.painted(self.sketch(line, first), memory, first)

    def painted(self, sketch: Sketch, memory: Memory, first: Span | None = None) -> Scene:
        """The scene of a sentence that was sketched before."""
        taken: list[Span] = [first] if first is not None else []
        text, kinds = sketch.line.text, sketch.kinds
        if kinds & _BEFORE_NAMES:
            self._instruments(sketch, taken)
        for offset, named in sketch.phrases:
            _put(taken, offset, named.bodies)
        if kinds & cues.DIRECTORS:
            directors(text, taken)
        if kinds & cues.POST:
            heads = sorted({at for at, kind in sketch.sight.cues if kind & _POSTS})
            for post in posts(text, heads, [(span.start, span.end) for span in taken]):
                take(taken, post.start, post.end, "R", Mention("Role", _title(post), written=post.title))
        for offset, named in sketch.phrases:
            _put(taken, offset, named.later)
        if kinds & cues.CLASS:
            self._classes(text, taken)
        for offset, named in sketch.phrases:
            for piece, known in named.strangers:
                mention = known or _beside_post(text, offset, piece, taken)
                if mention is not None:
                    code = "P" if mention.kind == "Person" else "U"
                    take(taken, offset + piece.start, offset + piece.end, code, mention)
        if taken or MAY_STAND_IN.search(text):
            nouns(text, kinds, memory, self.cast, taken)
        spans = sorted(taken, key=lambda span: span.start)
        return Scene.of(text, self._settled(spans, memory))

    def _instruments(self, sketch: Sketch, taken: list[Span]) -> None:
        for pattern, kind, code, cue in _INSTRUMENTS:
            for match in pattern.finditer(sketch.line.text) if cue & sketch.kinds else ():
                name = _instrument(match[0])
                known = self.cast.actors.get(fold(name))
                mention = known if known and known.kind == kind else Mention(kind, name)
                take(taken, match.start(), match.end(), code, Mention(kind, mention.name, written=match[0]))

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
        if not self._shared:
            return spans
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


def _beside(found: list[tuple[int, int]], phrases: list[tuple[int, Named]]) -> tuple[list[tuple[int, int]], int]:
    """The cues that do not stand within the name of a body, and the kinds of nouns that they tell of."""
    names = [(at + start, at + end) for at, named in phrases for start, end, _, _ in named.bodies]
    kept, kinds = [], 0
    for cue in found:
        at, told = cue
        for start, end in names:
            if start <= at + 1 < end:
                break
        else:
            kept.append(cue)
            kinds |= told
    return kept, kinds


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


def _put(taken: list[Span], offset: int, told: list[Told]) -> None:
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
    opening = LEADING.match(scene.masked) if scene.actors else None
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
