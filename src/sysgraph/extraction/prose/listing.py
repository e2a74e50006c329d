"""Reads lists of people and bodies line by line: which list is open, and what each line of it says."""

import re
from dataclasses import replace

from sysgraph.extraction.prose.cast import Cast
from sysgraph.extraction.prose.committees import HEADED, Roster, roster, told_before
from sysgraph.extraction.prose.committees import inline as committees_in_a_row
from sysgraph.extraction.prose.facts import Fact
from sysgraph.extraction.prose.gates import STEM, is_sentence
from sysgraph.extraction.prose.lines import Line
from sysgraph.extraction.prose.lists import (
    LEADERS,
    MEMBERS,
    THERE,
    Lead,
    councillors,
    inline,
    lead_in,
    leads_in,
    line,
)
from sysgraph.extraction.prose.memory import Memory
from sysgraph.extraction.prose.naming import pieces, runs
from sysgraph.extraction.prose.notes import Notes
from sysgraph.extraction.prose.rolls import announces, in_the_chair, marked, person, roll, with_initials
from sysgraph.extraction.prose.scene import Scene, Span
from sysgraph.extraction.prose.stage import Stage
from sysgraph.extraction.prose.structure import structure
from sysgraph.model import SHORTEST_QUOTE, Mention, Passage

_LONGEST_LEAD_IN = 260
_LONGEST_LINE = 260
_SEVERAL = 2
_ASIDE = re.compile(
    r"^(?:(?:by|on) invit\w*|invitees|invited|observers?|advis[eo]rs?|by request|co-opted)\b", re.IGNORECASE
)
_BODIES = frozenset({"Organisation", "Board", "Partnership"})
_FULL_STOP = 3  # characters that may stand behind a name which is all of a line
_TEAM = Mention("Board", "review team")
_NUMBERED = re.compile(r"\(?(?:[ivx]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=\S)")
# Who may come in somebody's place: "or their nominee (to be agreed)".
_IN_PLACE = re.compile(
    r",? \(?or (?:(?:their|his|her|his or her|his/her|an?|other) )?(?:(?:nominated|named|appointed|designated) )?"
    r"(?:nominees?|deputy|deputies|substitutes?|delegates?|designates?|(?<= )representatives?)\b.*$"
)


def _of_body(words: str) -> bool:
    """Whether a line is the name of a body and no more: "Anyshire Fire & Rescue Service" is no Ms Fire."""
    found = next(iter(runs(words)), (1, ""))
    whole = pieces(found[1]) if found[0] == 0 else ()
    return len(whole) == 1 and whole[0].kind in _BODIES and whole[0].end > len(words) - _FULL_STOP


class Listing:
    """The list that is open, if any; lines are read as its members until a line does not fit."""

    def __init__(self, cast: Cast, stage: Stage, memory: Memory, notes: Notes) -> None:
        self._cast = cast
        self._stage = stage
        self._memory = memory
        self._notes = notes
        self._lead: Lead | None = None  # whose list the lines that follow are
        self._team: Mention | None = None
        self._roster: Roster | None = None  # the committees that were listed last
        self._open = False  # whether lines may still add to them
        self._cite: Passage | None = None  # the passage that leads them in
        self._read = 0  # lines that the list has had

    def read(self, passage: Passage, whole: Line) -> bool:
        """Whether a passage was read as a line of a list, or as the line that a list follows."""
        text = whole.text
        if self._open and self._committee(passage, text):
            return True
        if self._lead is not None and passage.form != "heading" and self._line(passage, text, self._lead):
            return True
        body = self._memory.section or self._memory.main
        if body is not None and self._rolls(passage, text, body):
            return True
        for start, end in inline(text):
            self._member(passage, start, text[start:end], Lead(self._team or _TEAM, MEMBERS))
        return self._opens(passage, whole)

    def follow(self, passage: Passage, whole: Line) -> None:
        """Nothing; opens the list that the last sentence of a longer passage leads in."""
        boards = [mention for mention in self._memory.met if mention.kind == "Board"]
        partnerships = [mention for mention in self._memory.met if mention.kind == "Partnership"]
        near = next(reversed(boards or partnerships), None)
        main = self._memory.section or self._memory.main
        if several := told_before(passage.text):
            whole = Line.of(several)
        words, scene = whole.text, self._stage.scene(whole, self._memory)
        board = near if near is not None and near.kind == "Board" else main
        listed = roster(words, scene, board if board is not None and board.kind == "Board" else None)
        if listed is not None:
            self._roster, self._open, self._cite, self._lead = listed, True, passage, None
        else:
            found = lead_in(words, scene, near or self._team or main, heading=False)
            if found is None and passage.form == "bullet":
                return  # a list within the list: what stands around it goes on
            self._lead, self._read = found, 0

    def sentence(self, words: str, scene: Scene) -> list[Fact]:
        """What a sentence says of a board's committees together, or lists of them by bare names."""
        circle = (self._memory.subject, self._memory.section, self._memory.main)
        board = next((mention for mention in circle if mention is not None and mention.kind == "Board"), None)
        found = committees_in_a_row(words, scene, board)
        if found is not None:
            self._roster = found[0]
            return found[1]
        return list(self._roster.said_of_each(words, scene)) if self._roster is not None else []

    def _committee(self, passage: Passage, text: str) -> bool:
        """Whether a passage was read as one of the committees that a line led in."""
        found = self._roster.line(text) if self._roster is not None and self._cite is not None else []
        if passage.form == "heading" and (not found or not HEADED.search(text)):
            self._open = False
            return False
        for fact in found:
            if len(passage.text) < SHORTEST_QUOTE and self._cite is not None:
                self._notes.take(self._cite, 0, self._cite.text, replace(fact, start=0, end=len(self._cite.text)))
            else:
                self._notes.take(passage, 0, text, fact)
        if not found and passage.form == "bullet":
            self._open = self._told(passage, text)
        return bool(found) and passage.form != "heading"

    def _told(self, passage: Passage, text: str) -> bool:
        """Whether a line tells what one of the committees does, whose name it begins with."""
        if self._roster is None:
            return False
        start, first = next(iter(Line.of(text).sentences()), (0, Line.of(text)))
        found = self._roster.opening(self._stage.scene(first, self._memory))
        for fact in found:
            self._notes.take(passage, start, first.text, fact)
        return bool(found)

    def _opens(self, passage: Passage, whole: Line) -> bool:
        """Whether a passage is a line that a list follows, and no more than that."""
        short = len(whole.text) < _LONGEST_LEAD_IN
        heading = passage.form == "heading" and short
        found = None
        if short and leads_in(whole.text, heading=heading):
            fallback = self._team or self._memory.section or self._memory.main
            found = lead_in(whole.text, self._stage.scene(whole, self._memory), fallback, heading=heading)
        if found is None:
            if passage.form == "heading" or not short:
                self._lead = None
            return False
        self._lead, self._read = found, 0
        if found.body.name.endswith("team"):
            self._team = found.body
        return passage.form != "heading"

    def _rolls(self, passage: Passage, text: str, body: Mention) -> bool:
        """Whether a passage held rolls of people that it announces itself: "Present: …"."""
        read = False
        if not announces(text):
            return read
        chair = in_the_chair(text) if body.kind == "Board" else None
        if chair is not None:
            name = text[chair[0] : chair[1]]
            sitter = Span(*chair, "P", Mention("Person", name, written=name))
            self._notes.take(passage, 0, text, Fact(sitter, "CHAIRS", Span(0, 0, "B", body), *chair, "list.chair"))
        for mode, start, end in marked(text):
            if named := roll(text, start, end) or with_initials(text, start, end):
                self._roll(passage, text, named, Lead(body, mode))
                read = True
        return read

    def _line(self, passage: Passage, text: str, lead: Lead) -> bool:
        """Whether a passage was read as a line of the list that is open."""
        named = with_initials(text) or roll(text, 0, len(text))
        long = passage.form != "bullet" and (len(text) > _LONGEST_LINE or text.count(". ") > 1)
        if STEM.search(text):
            self._lead = None
        elif text.rstrip().endswith(":") and _ASIDE.search(text):
            self._lead = replace(lead, mode=THERE)
        if (long and len(named) < _SEVERAL) or text.rstrip().endswith(":"):
            return False
        if is_sentence(text):
            if passage.form != "bullet" or self._read < _SEVERAL or text[:1].islower():
                self._lead = None
            return False
        self._read += 1
        if named:
            self._roll(passage, text, named, lead)
        elif not self._councillors(passage, text, lead):
            number = _NUMBERED.match(text)
            start = number.end() if number else 0
            words = _IN_PLACE.sub("", text[start:]) or text[start:]
            self._member(passage, start, words, lead, 0 if _of_body(words) else person(words, 0, len(words)))
        return True

    def _councillors(self, passage: Passage, text: str, lead: Lead) -> bool:
        sitting = list(councillors(text))
        for start, end, name, post in sitting:
            sitter = Span(start, end, "P", Mention("Person", name, written=text[start:end]))
            vice = (("vice", True), ("as", "vice chair")) if post[:4].lower() in {"vice", "depu"} else ()
            type_ = "CHAIRS" if post else "MEMBER_OF"
            body = Span(0, 0, "B", lead.body)
            self._notes.take(passage, 0, text, Fact(sitter, type_, body, start, end, "list.councillors", "", vice))
        return bool(sitting)

    def _roll(self, passage: Passage, text: str, named: list[tuple[int, int, int]], lead: Lead) -> None:
        for start, name, end in named:
            words = text[start : max(end, min(len(text), start + SHORTEST_QUOTE))]
            self._member(passage, start, words, lead, name - start)

    def _member(self, passage: Passage, start: int, words: str, lead: Lead, name: int = 0) -> None:
        """Nothing; takes in what one line says; `name` is how many characters of it are a person's name."""
        first = Span(0, name, "P", Mention("Person", words[:name], written=words[:name])) if name else None
        scene = self._stage.scene(Line.of(words), self._memory, first)
        if not scene.actors and lead.mode == LEADERS:
            return
        made = [] if next(scene.all("P"), None) else list(structure(scene, self._cast, apposed=True))
        for fact in [*made, *line(scene, lead, words)]:
            self._notes.take(passage, start, words, fact)
