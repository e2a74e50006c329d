"""A board's committees where they are listed by bare names, and what is said of all of them at once.

"The Board has these committees, which are chaired by non-executive directors: Audit; People"; "The five sub-groups
comprised Housing, Carers and Transport"; and afterwards "The Board receives reports from each of its committees".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sysgraph.extraction.prose.facts import Fact
from sysgraph.extraction.prose.scene import Scene, Span, code_of
from sysgraph.model import Mention

_SEVERAL = (
    r"(?:[Cc]ommittees|[Ss]ub-?[Cc]ommittees|[Ss]ub-?[Gg]roups|"
    r"(?:[Ww]orking|[Ss]teering|[Dd]ecision-making|[Aa]dvisory) [Gg]roups|[Ss]ub-?[Bb]oards)"
)
_LEADS_IN = re.compile(
    rf"\b{_SEVERAL}\b[^.]*(?<! to)(?<! will)(?<! shall)(?<! must)(?<! should)(?::|"
    r"\b(?:as|listed|set out|shown|given|described) (?:below|follows)[.:])\s*$"
)
_SMALLER = re.compile(r"\b(?:[Ss]ub-?[Cc]ommittees|[Ss]ub-?[Gg]roups|[Ww]orking [Gg]roups|[Ss]ub-?[Bb]oards)\b")
_LINE = re.compile(r"^[A-Za-z][\w'&, -]{2,80}[.;]?$")
HEADED = re.compile(r"(?:committee|board|group|panel|forum)$", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:[Cc]ommittee|[Bb]oard|[Gg]roup|[Pp]anel|[Ff]orum) (?!of |for |and )[a-z]")
_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_INLINE = re.compile(
    rf"\b(?P<head>{_SEVERAL})(?:,? covering (?:the )?areas of| comprised| comprise| are| were|,? namely|:) "
    r"(?P<items>(?:the )?[A-Z][^.:]{6,240})\.?$"
)
_COUNTED = re.compile(rf"\b({'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_BEFORE = 40  # characters before "committees" in which their number may stand
_EACH = re.compile(rf"\b(?:each|all) of (?:its|the|these|our) {_SEVERAL}|\b(?:the|these|its) (?:[Bb]oard )?{_SEVERAL}")
_REPORTS = re.compile(
    r"\breceiv\w+ (?:[a-z]+ ){0,3}(?:reports|updates|assurance|minutes) from|\breports?\b(?: [a-z]+){0,2} (?:to|into) |"
    r"\breports (?:are |were )?(?:provided|presented|submitted) to"
)
_GROUPS = re.compile(r"sub-?groups|(?:working|steering|advisory|making) groups|sub-?boards", re.IGNORECASE)
_REPORTS_TO = re.compile(r"\breports?(?: [a-z]+){0,2} (?:to|into) ")
_THESE = re.compile(r"(?:These|They|The committees)(?: currently)? (?:include|are|comprise):?\s*$")
_SOME = re.compile(rf"\b(?:has|have|had|is|are) (?:[a-z]+ ){{0,4}}{_SEVERAL}\b")
_HOPES = re.compile(r"\b(?:should|would|could|may|might|propos\w+|recommend\w*|not|no|planned|if)\b")
_CHAIRED = re.compile(r"\bchaired by ")
_LONGEST = 10
_EDGES = " ,;:–-()/\t•·."


@dataclass(slots=True)
class Roster:
    """The committees that a document lists of one board or organisation, and the line that leads them in."""

    board: Mention
    says: str
    chairs: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()

    def line(self, words: str) -> list[Fact]:
        """What one line of the list says; nothing where it is no name."""
        if not _LINE.match(words) or len(words.split()) > _LONGEST or _TELLS.search(words):
            return []
        kind = _SMALLER.search(self.says)
        span = _named(words, 0, len(words), kind[0][:-1] if kind else "Committee")
        self.names = (*self.names, span)
        return list(self._facts(span, "list.committees"))

    def opening(self, scene: Scene) -> list[Fact]:
        """What it says of a line that it begins with the name of a committee and goes on to tell what this does."""
        first = next((span for _, span in scene.all()), None)
        if first is None or first.code != "B" or first.start > len("The ") or not HEADED.search(first.mention.name):
            return []
        if first.mention.name == self.board.name or _HOPES.search(self.says):
            return []
        self.names = (*self.names, first)
        return list(self._facts(first, "list.committees"))

    def _facts(self, span: Span, rule: str) -> Iterator[Fact]:
        board = Span(0, 0, code_of(self.board), self.board)
        where = (span.start, span.end, rule)
        found = False
        if not _HOPES.search(self.says):
            if re.search(r"\breport|\bassurance to\b", self.says):
                yield Fact(span, "REPORTS_TO", board, *where)
                found = True
            if re.search(r"\bestablished|\bset up|\bcreated", self.says) and _acts(self.says):
                yield Fact(board, "ESTABLISHED", span, *where)
                found = True
            if re.search(r"\bdelegat", self.says):
                yield Fact(board, "DELEGATES_TO", span, *where)
                found = True
            for chair in self.chairs:
                yield Fact(chair, "CHAIRS", span, *where)
        if not found:
            yield Fact(span, "PART_OF" if _GROUPS.search(self.says) else "ACCOUNTABLE_TO", board, *where)

    def said_of_each(self, words: str, scene: Scene) -> Iterator[Fact]:
        """What a later sentence says of all of them: that they report to the board, or to the one that it names."""
        if self.names and _EACH.search(words) and _REPORTS.search(words) and not _HOPES.search(words):
            for span in self.names:
                away = Span(0, 0, span.code, span.mention)
                board = _to(scene) or Span(0, 0, code_of(self.board), self.board)
                yield Fact(away, "REPORTS_TO", board, 0, len(words), "list.each-committee")


def _to(scene: Scene) -> Span | None:
    """The board that a sentence names behind "reports to"."""
    found = _REPORTS_TO.search(scene.masked)
    return next((span for at, span in scene.all("B") if found is not None and at == found.end()), None)


def _acts(says: str) -> bool:
    """Whether it is the board that set its committees up, and not somebody else."""
    return re.search(r"\b(?:has|have|had) (?:also )?(?:established|set up|created)\b", says) is not None


def told_before(text: str) -> str:
    """A passage as one sentence, where its last refers to the committees that the one before speaks of; else ""."""
    before, _, last = text.rpartition(". ")
    return f"{before.rpartition('. ')[2]}; {last}" if _THESE.match(last) and _SOME.search(before) else ""


def speaks_of_several(words: str) -> bool:
    """Whether a sentence may list committees by their bare names, or say something of them all."""
    return bool(_INLINE.search(words) or (_EACH.search(words) and _REPORTS.search(words)))


def roster(text: str, scene: Scene, fallback: Mention | None) -> Roster | None:
    """The list of a board's committees that follows a line, or nothing."""
    if not _LEADS_IN.search(text):
        return None
    boards = [span.mention for _, span in scene.all("B")]
    about = next((span for _, span in scene.all()), None)
    board = boards[-1] if boards else about.mention if about is not None and about.code == "O" else fallback
    said = _CHAIRED.search(scene.masked)
    chairs = tuple(
        Span(0, 0, "R", span.mention) for at, span in scene.all("R") if said is not None and said.end() == at
    )
    return Roster(board, text, chairs) if board is not None else None


def inline(text: str, scene: Scene, fallback: Mention | None) -> tuple[Roster, list[Fact]] | None:
    """The committees that one sentence lists by bare names, with what it says of them, or nothing."""
    found = _INLINE.search(text)
    if not found:
        return None
    boards = [span.mention for codes in "BO" for at, span in scene.all(codes) if at < found.start()]
    board = boards[0] if boards else fallback
    counted = _COUNTED.findall(text, max(0, found.start() - _BEFORE), found.start())
    number = _NUMBERS[counted[-1].lower()] if counted else None
    items = list(_items(text, *found.span("items"), number))
    if board is None or len(items) < 2 or (number is not None and len(items) != number):
        return None
    head = found["head"].rstrip("s")
    names = tuple(_named(text, start, end, head) for start, end in items)
    if any(span.mention.name == board.name for span in names):
        return None  # the body that the document is of stands in the row itself: whose the committees are is not said
    made = Roster(board, text[: found.start("items")], (), names)
    return made, [fact for span in names for fact in made._facts(span, "list.committees-in-a-row")]


def _items(text: str, begin: int, stop: int, number: int | None) -> Iterator[tuple[int, int]]:
    """(start, end) of the names in a row; a name may have commas of its own where semicolons or a number part them."""
    words = text[begin:stop]
    parting = r";(?: and)? " if ";" in words else r", and |, "
    ends = [(match.start(), match.end(), match[0]) for match in re.finditer(parting, words)]
    if ";" not in words:
        last = next((place for place, (_, _, mark) in enumerate(ends) if "and" in mark), None)
        if last is not None and number is not None and last + 2 == number:
            ends = ends[: last + 1]
        elif last is None and (final := words.rfind(" and ")) > 0:
            ends.append((final, final + 5, " and "))
    starts = [0, *(end for _, end, _ in ends)]
    stops = [*(start for start, _, _ in ends), len(words)]
    pieces = [(begin + one, begin + other) for one, other in zip(starts, stops, strict=True)]
    pieces = [(one + 4 if text.startswith("the ", one) else one, other) for one, other in pieces]
    if all(
        other - one > 2 and text[one].isupper() and len(text[one:other].split()) <= _LONGEST for one, other in pieces
    ):
        yield from pieces


def _named(text: str, start: int, end: int, head: str) -> Span:
    """A committee by its bare name, completed with the word for what it is."""
    bare = text[start:end].strip(_EDGES).removeprefix("The ")
    name = bare
    if not HEADED.search(bare):
        name = f"{bare} {head}" if bare[0].isupper() else f"{bare} {head.lower()}"
    written = bare if " " in bare else name
    return Span(start, end, "B", Mention("Board", name, written=written))
