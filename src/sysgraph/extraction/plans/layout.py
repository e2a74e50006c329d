"""How a table of a plan is laid out: where its header stands, what its columns mean, which rows are titles of parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sysgraph.extraction.lexicon import TO_BE_CONFIRMED
from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.alignment import fits_in_place
from sysgraph.extraction.plans.columns import main_kind, roles
from sysgraph.extraction.plans.headers import Role, in_full, is_header, meaning
from sysgraph.extraction.plans.kinds import Kind, begins_undertaking, is_reference, kind_of
from sysgraph.extraction.plans.labelled import ends_with_owner
from sysgraph.model import Cell, Row

_ACCOUNTABLE = frozenset({Role.OWNER, Role.LEAD, Role.DUE, Role.REVISED, Role.RAG, Role.START})
# A header of several things in one column: "Target date, officer responsible and progress".
_TELLING = re.compile(r"\b(?:date|deadline|when)\b.*\b(?:officer|owner|responsible|lead)\b", re.IGNORECASE)
_HEADER_DEPTH = 4
_WEIGHTS = frozenset("likelihood impact consequence severity probability score inherent residual gross net".split())


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a plan's table."""

    roles: tuple[Role, ...]
    headers: tuple[str, ...]

    def is_plan(self) -> bool:
        """Whether these are the columns of an action plan: what is to be done, and who, when or how far."""
        telling = _ACCOUNTABLE & set(self.roles) or any(map(_TELLING.search, self.headers))
        return Role.ACTION in self.roles and bool(telling) and not self._weighs_risks()

    def _weighs_risks(self) -> bool:
        """Whether these are the columns of a register of risks that has none for what is to be done about them."""
        words = {word for header in self.headers for word in re.findall(r"[a-z]+", header.lower())}
        named = any(meaning(header) is Role.ACTION and "risk" not in header.lower() for header in self.headers)
        return "risk" in words and len(words & _WEIGHTS) >= 2 and not named


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a table that are its header: the first, and the one after the last."""

    start: int
    end: int


def find_header(rows: Sequence[Row]) -> Header | None:
    """The header, where one of a table's first rows is one."""
    for index, row in enumerate(rows[:_HEADER_DEPTH]):
        if is_header(texts(row)):
            following = rows[index + 1] if index + 1 < len(rows) else None
            return Header(index, index + (2 if following and _second_header(row, following) else 1))
    sentences = [any(map(ends_with_owner, texts(row))) for row in rows]
    if len(rows) > 2 and not sentences[0] and 2 * sum(sentences) >= len(rows):
        return Header(0, 1)
    return None


def _second_header(row: Row, following: Row) -> bool:
    """Whether a header has a second row: labels under some of its cells, and nothing under the others."""
    cells = ["" if cell.carried else cell.text.strip() for cell in following.cells]
    labels = [cell for cell in cells if cell]
    under_blank = any(below and not (above.text.strip()) for above, below in zip(row.cells, cells, strict=False))
    return (
        2 <= len(labels) < len(cells)
        and under_blank
        and all(len(label.split()) <= 4 and meaning(label) for label in labels)
    )


def columns_of(
    rows: Sequence[Row], header: Header | None, names: Names, before: Columns | None = None
) -> Columns | None:
    """The columns of a table; without a header, only where its cells make it a plan beyond doubt.

    `before` are the columns of the table before, which help to tell the title of a part from an action.
    """
    width = max(len(row.cells) for row in (rows[header.start : header.end] if header else rows))
    labels = _labels(rows[header.start : header.end], width) if header else [""] * width
    if header and header.end == header.start + 1:
        _off_references(labels, rows[header.start], rows[header.end :])
    if before and tuple(labels) == before.headers and any(map(meaning, labels)):
        return before
    kinds = [(row, kinds_of(row, names)) for row in _even(rows[header.end if header else 0 :], before, width)]
    kinds = _in_place(kinds, labels)
    under = [[_said_here(row.cells[column], found[column]) for row, found in kinds] for column in range(width)]
    columns = _of_sentences(under) or Columns(tuple(roles(labels, under)), tuple(labels))
    return columns if header or _convincing(columns, under) else None


def _said_here(cell: Cell, kind: Kind) -> tuple[str, Kind]:
    """The words and kind of a cell; none where a merged cell reaches down to it, whose words count once."""
    return ("", Kind.BLANK) if cell.carried else (cell.text, kind)


def _off_references(labels: list[str], header: Row, rows: Sequence[Row]) -> None:
    """Takes a label that spans references and what they are of ("Action" over "1.1", "Open a ward") off the former."""
    for column, cell in enumerate(header.cells[:-1]):
        below = [row.cells[column].text for row in rows if len(row.cells) > column and row.cells[column].text.strip()]
        if cell.across > 1 and below and 2 * sum(map(is_reference, below)) > len(below):
            labels[column : column + 2] = ["", labels[column]]


def _in_place(kinds: list[tuple[Row, list[Kind]]], labels: list[str]) -> list[tuple[Row, list[Kind]]]:
    """The rows whose cells stand where the header says, if most do: the others have lost or gained a cell."""
    said = [meaning(label) or Role.OTHER for label in labels]
    sound = [(row, found) for row, found in kinds if fits_in_place(found, said)]
    return sound if 2 * len(sound) >= len(kinds) else kinds


def promising(rows: Sequence[Row]) -> bool:
    """Whether the columns of a table without a header, met first, could be a plan's, whoever its cells name."""
    width = max(len(row.cells) for row in rows)
    for cells in zip(*(texts(row) for row in _even(rows, None, width)), strict=True):
        filled = [text for text in cells if text.strip()]
        for tells in (begins_undertaking, ends_with_owner):
            if len(filled) >= 2 and 2 * sum(map(tells, filled)) >= len(filled):
                return True
    return False


def _even(rows: Sequence[Row], before: Columns | None, width: int) -> list[Row]:
    """The rows of full width, the titles of parts and headers aside."""
    return [
        row for row in rows if not is_section(row, before) and len(row.cells) == width and not is_header(texts(row))
    ]


def _of_sentences(under: list[list[tuple[str, Kind]]]) -> Columns | None:
    """The columns of a list of action points, each a sentence that ends with who is to do it, or nothing."""
    for index, cells in enumerate(under):
        filled = [text for text, kind in cells if kind is not Kind.BLANK]
        if len(filled) >= 2 and 2 * sum(map(ends_with_owner, filled)) >= len(filled):
            said = [Role.REFERENCE if main_kind(column) is Kind.REFERENCE else Role.OTHER for column in under]
            said[index] = Role.ACTION
            return Columns(tuple(said), tuple(["date, owner"] * len(under)))
    return None


def _convincing(columns: Columns, under: list[list[tuple[str, Kind]]]) -> bool:
    """Whether a table without a header is a plan all the same: undertakings, and people or dates beside them."""
    if Role.ACTION not in columns.roles or not {Role.OWNER, Role.DUE} & set(columns.roles):
        return False
    actions = [text for text, kind in under[columns.roles.index(Role.ACTION)] if kind is not Kind.BLANK]
    return len(actions) >= 2 and sum(map(begins_undertaking, actions)) >= 0.5 * len(actions)


def _labels(rows: Sequence[Row], width: int) -> list[str]:
    """The label of each column from one header row, or two of which the upper spans."""
    upper = [cell.text.strip() for cell in rows[0].cells] + [""] * width
    if len(rows) == 1:
        return upper[:width]
    lower = ["" if cell.carried else cell.text.strip() for cell in rows[1].cells] + [""] * width
    labels, spanning = [], ""
    for above, below in zip(upper[:width], lower[:width], strict=True):
        spanning = above or (spanning if below else "")
        both = f"{spanning} {below}".strip()
        labels.append(below if below and meaning(below) and not in_full(both) else both)
    return labels


def is_section(row: Row, columns: Columns | None) -> bool:
    """Whether a row is the title of a part: one filled or spanning cell, at the left, that is no undertaking."""
    filled = [(index, cell) for index, cell in enumerate(row.cells) if cell.text.strip()]
    index, cell = filled[0]
    words = cell.text.strip()
    if len(filled) == len(row.cells) > 2 and len({cell.text.strip() for _, cell in filled}) == 1:
        return not TO_BE_CONFIRMED.match(words)  # a spanning cell whose words stand in each of its columns
    if len(filled) != 1 or sum(one.across for one in row.cells) < 3 or is_reference(words):
        return False
    if cell.across >= len(row.cells) - 1:
        return True
    short = len(words.split()) <= 14 and not words.endswith(".") and words[0].upper() == words[0]
    action = columns.roles.index(Role.ACTION) if columns and Role.ACTION in columns.roles else None
    in_action = action is not None and index == action and (begins_undertaking(words) or index > 0)
    return short and index <= 1 and not in_action


def kinds_of(row: Row, names: Names) -> list[Kind]:
    """What each cell of a row holds."""
    return [kind_of(cell.text, names) for cell in row.cells]


def texts(row: Row) -> list[str]:
    """The words of each cell of a row."""
    return [cell.text for cell in row.cells]
