"""One document's prose, passage by passage: sentences, headings, lists and findings."""

from functools import partial

from sysgraph.extraction.prose import cues
from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.committees import speaks_of_several
from sysgraph.extraction.prose.facts import Fact, complete, facts
from sysgraph.extraction.prose.gates import KEEPS_SUBJECT, LOOKS_BACK, NO_SUBJECT, PROPOSALS, STEM, STRUCTURE, goes_on
from sysgraph.extraction.prose.lines import Line
from sysgraph.extraction.prose.listing import Listing
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.money import amounts, speaks_of_money
from sysgraph.extraction.prose.naming import is_name
from sysgraph.extraction.prose.notes import Notes
from sysgraph.extraction.prose.openings import set_aside
from sysgraph.extraction.prose.promise import promises
from sysgraph.extraction.prose.scene import Scene, Span, code_of
from sysgraph.extraction.prose.stage import Sketch, Stage, met, subject
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
        self._under, self._proposed = "", False  # the heading, and whether what stands under it is proposed
        self._unread: list[Sketch] = []  # sentences passed over, until somebody asks whom they were about

    def read(self, passage: Passage, line: Line) -> None:
        """Nothing; takes in one passage, of which `line` is the normalised copy."""
        text = line.text
        self._memory.passage()
        self._unread.clear()
        if passage.form == "heading":
            self.notes.findings.heading(passage)
        if self._stem is not None and (passage.form == "heading" or not (passage.form == "bullet" or goes_on(text))):
            self._stem = None
        if self.notes.findings.wants(passage):
            self.notes.findings.take(passage, self._stage.scene(line, self._memory))
        if self._listing.read(passage, line):
            return
        if passage.form == "heading":
            self._heading(passage, line)
            return
        last = self._sentences(passage, line)
        self._outer(passage, line)
        if last.text.endswith(":") and len(text) >= _SHORTEST_STEM:
            self._opens(passage, last)

    def _sentences(self, passage: Passage, line: Line) -> Line:
        """The last sentence of a passage, when all are read."""
        hopes = self._hopes(passage.position.heading or "")
        one = Line("", [])
        for start, one in line.sentences():
            sketch = self._stage.sketch(one)
            if self._may_say(sketch) and self._close(sketch):
                self._sentence(passage, start, sketch, hopes=hopes)
            else:
                self._memory.wait(partial(self._pass_over, sketch))
        return one

    def _hopes(self, heading: str) -> bool:
        """Whether what stands under a heading is proposed; asked for each passage, answered once for each heading."""
        if self._under != heading:
            self._under = heading
            self._proposed = PROPOSALS.search(heading) is not None
        return self._proposed

    def _may_say(self, sketch: Sketch) -> bool:
        """Whether a sentence can state a fact at all."""
        whole = self._stem is None and not NO_SUBJECT.match(sketch.line.text)
        return not whole or promises(sketch, self._stage) or _of_money(sketch) or _of_several(sketch)

    def _close(self, sketch: Sketch) -> bool:
        """Whether a sentence is worth a closer look."""
        if sketch.sight.wanted and (self._stem is not None or self._stage.names_somebody(sketch)):
            return True
        return _of_money(sketch) or _of_several(sketch) or STRUCTURE.search(sketch.line.text) is not None

    def _opens(self, passage: Passage, line: Line) -> None:
        """Nothing; remembers how the lines begin that follow a passage which ends in a colon."""
        self._memory.recall()
        for before in self._unread:
            self._note(self._stage.painted(before, self._memory))
        self._unread.clear()
        said = STEM.search(line.text)
        about = self._memory.subject
        if said and about is not None and about.kind in _ACTS:
            self._stem = (about, f"{said[1]} ")
        else:
            self._listing.follow(passage, line)

    def _outer(self, passage: Passage, line: Line) -> None:
        """Nothing; notes the line of a list that is only a name: the lines within it are about its bearer."""
        if passage.form != "bullet":
            self._parent = None
        elif len(line.text) < _LONGEST_NAME and is_name(line.text):
            actors = [span for _, span in self._stage.scene(line, self._memory).all("OUNB")]
            if len(actors) == 1 and actors[0].end - actors[0].start > len(line.text) - 6:
                self._parent = actors[0].mention

    def _heading(self, passage: Passage, line: Line) -> None:
        scene = self._stage.scene(line, self._memory)
        boards = [span.mention for _, span in scene.all("BN")]
        self._memory.section = boards[0] if len(boards) == 1 else None
        if len(line.text) >= SHORTEST_QUOTE:
            people = next(scene.all("P"), None)
            for fact in structure(scene, self._cast, apposed=True) if people else prefixed(scene, self._cast):
                self.notes.take(passage, 0, line.text, fact)

    def _sentence(self, passage: Passage, start: int, sketch: Sketch, *, hopes: bool) -> None:
        words, sight = sketch.line.text, sketch.sight
        of_money, of_several = _of_money(sketch), _of_several(sketch)
        self._memory.wait(partial(self._before, words))
        about, whole = self._whole(passage, words)
        first = Span(0, 2, code_of(about), _unwritten(about)) if about else None
        if about:
            sketch = self._stage.sketch(Line.of(whole), first)
            sight = sketch.sight._replace(wanted=sight.wanted)
        scene = self._stage.painted(sketch, self._memory, first)
        if of_money and not hopes:
            for pool in amounts(scene):
                self.notes.describe(passage, start, words, pool)
        found = [*self._ready(scene, words), *facts(scene, sight)]
        if of_several and scene.actors:
            found += self._listing.sentence(words, scene)
        for fact in found:
            self.notes.take(passage, start, words, _moved(fact, len(whole) - len(words)), hopes=hopes)
        self._memory.wait(partial(self._note, scene))

    def _ready(self, scene: Scene, words: str) -> list[Fact]:
        """What the phrases of a scene say; makes it ready for the patterns."""
        if not scene.actors:
            return []
        made = list(structure(scene, self._cast, apposed=len(words) < _SHORT_LINE))
        complete(scene)
        set_aside(scene)
        return made

    def _pass_over(self, sketch: Sketch) -> None:
        """Nothing; notes whom a sentence was about that states nothing."""
        if self._close(sketch):
            self._before(sketch.line.text)
            scene = self._stage.painted(sketch, self._memory)
            self._ready(scene, sketch.line.text)
            self._note(scene)
        else:
            self._unread.append(sketch)

    def _before(self, words: str) -> None:
        """Nothing; notes whom the sentences before were about that nobody read, where a sentence looks back to them."""
        if self._unread and LOOKS_BACK.search(words):
            for before in self._unread:
                self._note(self._stage.painted(before, self._memory))
        elif self._unread:
            self._memory.subject = None
        self._unread.clear()

    def _note(self, scene: Scene) -> None:
        """Nothing; notes whom a sentence was about, for "it" and "the Board" in the next."""
        about = subject(scene)
        if not KEEPS_SUBJECT.match(scene.text) or self._memory.subject is None:
            self._memory.subject = about.mention if about else None
        self._memory.sentence([span.mention for _, span in scene.all("OUNBPCMSL")], met(scene))

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


def _of_money(sketch: Sketch) -> bool:
    return bool(sketch.sight.kinds & cues.POOL) and speaks_of_money(sketch.line.text)


def _of_several(sketch: Sketch) -> bool:
    return bool(sketch.sight.kinds & cues.SEVERAL) and speaks_of_several(sketch.line.text)


def _unwritten(mention: Mention) -> Mention:
    """A mention that no words of the document stand for."""
    return Mention(mention.kind, mention.name, mention.within, "", mention.category)


def _moved(fact: Fact, by: int) -> Fact:
    """The fact with its offsets counted from the first word that stands in the document."""
    if not by:
        return fact
    start, end = max(fact.start - by, 0), max(fact.end - by, 1)
    return Fact(fact.source, fact.type, fact.target, start, end, fact.rule, fact.stance, fact.attributes)
