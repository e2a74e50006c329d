"""One document's prose, passage by passage: sentences, headings, lists and findings."""

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.committees import speaks_of_several
from sysgraph.extraction.prose.facts import Fact, complete, facts
from sysgraph.extraction.prose.gates import KEEPS_SUBJECT, LOOKS_BACK, NO_SUBJECT, PROPOSALS, STEM, STRUCTURE, goes_on
from sysgraph.extraction.prose.listing import Listing
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.money import amounts, speaks_of_money
from sysgraph.extraction.prose.naming import is_name
from sysgraph.extraction.prose.normal import sentences
from sysgraph.extraction.prose.notes import Notes
from sysgraph.extraction.prose.openings import set_aside
from sysgraph.extraction.prose.patterns import triggers
from sysgraph.extraction.prose.scene import Scene, Span, code_of
from sysgraph.extraction.prose.stage import Stage, met, subject
from sysgraph.extraction.prose.structure import prefixed, structure
from sysgraph.model import SHORTEST_QUOTE, Mention, Passage

_SHORT_LINE = 160
_LONGEST_NAME = 90
_SHORTEST_STEM = 12
_STANDING_IN = "It "
_ACTS = frozenset({"Board", "Partnership", "Organisation", "Role"})


class Reader:
    """Reads the passages of one document in order; what it finds is in `notes`."""

    def __init__(self, cast: Cast, main: Mention | None, notes: Notes) -> None:
        self.notes = notes
        self._cast = cast
        self._stage = Stage(cast)
        self._memory = Memory(main=main)
        self._listing = Listing(cast, self._stage, self._memory, notes)
        self._parent: Mention | None = None  # whom the outer line of a list is about
        self._stem: tuple[Mention, str] | None = None  # "The Board will:", which the lines of a list go on with
        self._unread: list[str] = []  # sentences without a fact, until somebody asks whom they were about

    def read(self, passage: Passage, text: str) -> None:
        """Nothing; takes in one passage, of which `text` is the normalised copy."""
        self._memory.passage()
        self._unread.clear()
        if passage.form == "heading":
            self.notes.findings.heading(passage)
        if passage.form == "heading" or not (passage.form == "bullet" or goes_on(text)):
            self._stem = None
        if self.notes.findings.wants(passage):
            self.notes.findings.take(passage, self._stage.scene(text, self._memory))
        if self._listing.read(passage, text):
            return
        if passage.form == "heading":
            self._heading(passage, text)
            return
        last = self._sentences(passage, text)
        self._outer(passage, text)
        if last.endswith(":") and len(text) >= _SHORTEST_STEM:
            self._opens(passage, last)

    def _sentences(self, passage: Passage, text: str) -> str:
        """The last sentence of a passage, when all are read."""
        hopes = bool(passage.position.heading and PROPOSALS.search(passage.position.heading))
        hits = triggers().spot(text)
        at = 0
        words = ""
        for start, end in sentences(text):
            wanted: set[int] = set()
            while at < len(hits) and hits[at][0] < end:
                wanted.update(hits[at][1])
                at += 1
            words = text[start:end]
            stem = self._stem is not None
            aside = speaks_of_money(words) or speaks_of_several(words)
            if aside or (wanted and (stem or self._stage.names_somebody(words))) or STRUCTURE.search(words):
                self._sentence(passage, start, words, wanted, hopes=hopes)
            else:
                self._unread.append(words)
        return words

    def _opens(self, passage: Passage, words: str) -> None:
        """Nothing; remembers how the lines begin that follow a passage which ends in a colon."""
        for before in self._unread:
            self._note(self._stage.scene(before, self._memory))
        self._unread.clear()
        said = STEM.search(words)
        about = self._memory.subject
        if said and about is not None and about.kind in _ACTS:
            self._stem = (about, f"{said[1]} ")
        else:
            self._listing.follow(passage, words)

    def _outer(self, passage: Passage, text: str) -> None:
        """Nothing; notes the line of a list that is only a name: the lines within it are about its bearer."""
        if passage.form != "bullet":
            self._parent = None
        elif len(text) < _LONGEST_NAME and is_name(text):
            actors = [span for _, span in self._stage.scene(text, self._memory).all("OUNB")]
            if len(actors) == 1 and actors[0].end - actors[0].start > len(text) - 6:
                self._parent = actors[0].mention

    def _heading(self, passage: Passage, text: str) -> None:
        scene = self._stage.scene(text, self._memory)
        boards = [span.mention for _, span in scene.all("BN")]
        self._memory.section = boards[0] if len(boards) == 1 else None
        if len(text) >= SHORTEST_QUOTE:
            people = next(scene.all("P"), None)
            for fact in structure(scene, self._cast, apposed=True) if people else prefixed(scene, self._cast):
                self.notes.take(passage, 0, text, fact)

    def _note(self, scene: Scene) -> None:
        """Nothing; notes whom a sentence was about, for "it" and "the Board" in the next."""
        about = subject(scene)
        if not KEEPS_SUBJECT.match(scene.text) or self._memory.subject is None:
            self._memory.subject = about.mention if about else None
        self._memory.last = [span.mention for _, span in scene.all("OUNBPCMSL")]
        self._memory.met += met(scene)

    def _sentence(self, passage: Passage, start: int, words: str, wanted: set[int], *, hopes: bool) -> None:
        if self._unread and LOOKS_BACK.search(words):
            for before in self._unread:
                self._note(self._stage.scene(before, self._memory))
        elif self._unread:
            self._memory.subject = None
        self._unread.clear()
        about, whole = self._whole(passage, words)
        shift = len(whole) - len(words)
        first = Span(0, 2, code_of(about), _unwritten(about)) if about else None
        scene = self._stage.scene(whole, self._memory, first)
        if scene.actors:
            if speaks_of_money(words) and not hopes:
                for pool in amounts(scene):
                    self.notes.describe(passage, start, words, pool)
            made = list(structure(scene, self._cast, apposed=len(words) < _SHORT_LINE))
            complete(scene)
            set_aside(scene)
            for fact in [*made, *facts(scene, wanted), *self._listing.sentence(words, scene)]:
                self.notes.take(passage, start, words, _moved(fact, shift), hopes=hopes)
        self._note(scene)

    def _whole(self, passage: Passage, words: str) -> tuple[Mention | None, str]:
        """(whom its first word means, the sentence) for a line that leaves out how it begins."""
        if self._stem is not None:
            return self._stem[0], f"{_STANDING_IN}{self._stem[1]}{words[0].lower()}{words[1:]}"
        about = self._left_out(passage, words)
        if about is None:
            return None, words
        first = words[0].lower() if words.startswith("To ") else words[0]
        return about, f"{_STANDING_IN}{first}{words[1:]}"

    def _left_out(self, passage: Passage, words: str) -> Mention | None:
        """Whom a line is about that does not say so: "Membership included …", "Also the main provider of …"."""
        if not NO_SUBJECT.match(words):
            return None
        whole = self._memory.section or self._memory.main
        if passage.form == "bullet" and self._parent is not None:
            return self._parent
        return whole if words.startswith("To ") else self._memory.subject or whole


def _unwritten(mention: Mention) -> Mention:
    """A mention that no words of the document stand for."""
    return Mention(mention.kind, mention.name, mention.within, "", mention.category)


def _moved(fact: Fact, by: int) -> Fact:
    """The fact with its offsets counted from the first word that stands in the document."""
    if not by:
        return fact
    start, end = max(fact.start - by, 0), max(fact.end - by, 1)
    return Fact(fact.source, fact.type, fact.target, start, end, fact.rule, fact.stance, fact.attributes)
