"""Tables beside a plan that are not plans: its reporting calendar, and the key to its ratings."""

import re
from collections.abc import Iterator
from datetime import date

from sysgraph.extraction.dates import read_date, share_of_dates
from sysgraph.extraction.lexicon import TO_BE_CONFIRMED
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.colours import colour_name
from sysgraph.extraction.plans.headers import Role, meaning
from sysgraph.extraction.plans.kinds import is_colour, is_status
from sysgraph.extraction.plans.records import Piece
from sysgraph.model import SHORTEST_QUOTE, Claim, Description, Mention, Row, Table

_DATE_HEADER = re.compile(r"\b(?:date|when|deadline|meeting)s?\b", re.IGNORECASE)
_WHAT_HEADER = re.compile(
    r"\b(?:process|meeting|event|board|committee|forum|stage|milestone|what|task|group)s?\b", re.IGNORECASE
)
_MEETING = re.compile(r"\b(?:meeting|board|committee|panel|group|cabinet|council|workshop|forum)\s*$", re.IGNORECASE)
_DEADLINE = re.compile(r"\b(?:deadline|papers?|submission|due|agenda|publish|circulat)\w*\b", re.IGNORECASE)
# Headers of lists that the cells of a sheet are chosen from, which may stand beside one of colours.
_LISTED = frozenset({Role.OWNER, Role.LEAD, Role.DUE, Role.REFERENCE, Role.SECTION})


class Calendar:
    """Reads the reporting calendar of a document over the tables that a page parted it into."""

    def __init__(self, names: Names, plan: Mention, anchor: date | None) -> None:
        self._names = names
        self._plan = plan
        self._anchor = anchor
        self._open = False
        self.lines: list[tuple[Row, str, str]] = []
        self.unread: list[Row] = []

    def read(self, table: Table) -> bool:
        """Whether a table is (a part of) the calendar."""
        rows = [row for row in table.rows if len(row.cells) == 2 and row.cells[0].text.strip()]
        if len(rows) != len(table.rows) or not rows:
            self._open = False
            return False
        header = _WHAT_HEADER.search(rows[0].cells[0].text) and _DATE_HEADER.fullmatch(rows[0].cells[1].text.strip())
        body = rows[1:] if header else rows
        dated = [row for row in body if _dated(row.cells[1].text)]
        filled = [row for row in dated if row.cells[1].text.strip()]
        self._open = bool(filled and 2 * len(dated) >= len(body) and (header or self._open))
        if not self._open:
            return False
        self.lines += [(row, row.cells[0].text.strip(), row.cells[1].text.strip()) for row in body]
        return True

    def claims(self) -> Iterator[Claim | Description]:
        """A meeting for each line that is long enough to be quoted, and the board or plan that it is of."""
        often = {process for _, process, _ in self.lines if sum(p == process for _, p, _ in self.lines) > 1}
        for number, (row, process, when) in enumerate(self.lines, start=1):
            if len(row.passage.text.strip()) < SHORTEST_QUOTE:
                self.unread.append(row)
                continue
            edtf = read_date(when, self._anchor)
            meeting = Mention("Meeting", f"{process}, {when or 'no date'} (line {number})", self._plan)
            evidence = Piece(row.passage, row.cells[0]).cite("plan.calendar")
            kind = "deadline" if _DEADLINE.search(process) else "meeting"
            attributes = {"process": process, "date": edtf, "date_text": when or None, "sort": kind}
            yield Description(meeting, evidence, attributes)
            yield Claim(meeting, "MEETING_OF", self._of(process, often) or self._plan, evidence)

    def _of(self, process: str, often: set[str]) -> Mention | None:
        boards = [found.mention for found in self._names.find(process) if found.mention.kind == "Board"]
        if boards:
            return boards[-1]
        # A meeting that comes back in the calendar is a body, whatever its name.
        if process in often and _MEETING.search(process) and not _DEADLINE.search(process):
            return Mention("Board", process, written=process)
        return None


def _dated(text: str) -> bool:
    return not text.strip() or share_of_dates(text) > 0.5 or bool(TO_BE_CONFIRMED.match(text))


def key_of_ratings(table: Table) -> dict[str, str] | None:
    """What each rating of a plan means, where a table is the key to them: {"BLUE": "Complete with assurance"}."""
    key: dict[str, str] = {}
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if rows and _LISTED & {meaning(cell.text) for cell in rows[0].cells}:
        return None  # lists that cells are chosen from, side by side
    for row in rows:
        filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
        if len(filled) == 1:
            filled += [name for cell in row.cells if not cell.text.strip() and (name := colour_name(cell.fill))]
        colours = [text for text in filled if is_colour(text)] or [text for text in filled if is_status(text)][:1]
        words = [text for text in filled if text not in colours]
        if len(filled) == 2 and len(colours) == 1 and words:
            key[colours[0]] = words[0]
    return key if len(key) >= 2 and len(key) >= len(rows) - 1 else None
