"""Action plans among a document's tables: which tables are plans, and the records that their rows make."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.alignment import align, fits_in_place
from sysgraph.extraction.plans.columns import Role, is_header, meaning, roles
from sysgraph.extraction.plans.kinds import Kind, begins_undertaking, is_reference, kind_of
from sysgraph.extraction.plans.records import Field, Piece, Record
from sysgraph.extraction.plans.sections import Section, plain_section
from sysgraph.model import Cell, Row, Table

_ACCOUNTABLE = {Role.OWNER, Role.LEAD, Role.DUE, Role.REVISED, Role.RAG, Role.START}
_LEADING_REFERENCE = re.compile(r"^\(?(?P<ref>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?)[.):]?\s+(?=\S)")
_HEADER_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a plan's table."""

    roles: tuple[Role, ...]
    headers: tuple[str, ...]

    def is_plan(self) -> bool:
        """Whether these are the columns of an action plan: what is to be done, and who, when or how far."""
        return Role.ACTION in self.roles and bool(_ACCOUNTABLE & set(self.roles))


@dataclass(slots=True)
class Reader:
    """Reads the tables of one document in their order; remembers what the columns of the last one meant."""

    names: Names
    columns: Columns | None = None
    records: list[Record] = field(default_factory=list)
    unread: list[tuple[Row, str]] = field(default_factory=list)
    _issue: Field | None = None
    _outcome: Field | None = None
    _section: Section | None = None
    _spanning: Section | None = None
    _habit: int = 0

    def read(self, table: Table, section: Section) -> bool:
        """Whether the table is (part of) an action plan; its records are added where it is."""
        rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
        if not rows:
            return False
        header = self._header(rows)
        columns = self._derived(rows, header) if header else self._inherited(rows) or self._derived(rows, None)
        if columns is None or not columns.is_plan():
            return False
        breaks = self.columns is not None and columns.roles == self.columns.roles and section is self._section
        self._enter(section, columns)
        start = header[1] if header else 0
        for row in rows[: header[0] if header else 0]:
            self._title(row, section)
        for number, row in enumerate(rows[start:]):
            self._row(row, section, after_break=breaks and number == 0)
        self._references()
        return True

    def _enter(self, section: Section, columns: Columns) -> None:
        if section is not self._section:
            self._issue = self._outcome = self._spanning = None
            self._habit = 0
        self._section = section
        self.columns = columns

    def _kinds(self, row: Row) -> list[Kind]:
        return [kind_of(cell.text, self.names) for cell in row.cells]

    def _header(self, rows: Sequence[Row]) -> tuple[int, int] | None:
        """(first row of the header, first row after it) where one of the first rows is a header."""
        for index, row in enumerate(rows[:_HEADER_DEPTH]):
            if is_header([cell.text for cell in row.cells]):
                following = rows[index + 1] if index + 1 < len(rows) else None
                return index, index + (2 if following and self._second_header(row, following) else 1)
        return None

    def _second_header(self, row: Row, following: Row) -> bool:
        """Whether a header has a second row: labels under some of its cells, and nothing under the others."""
        cells = [cell.text.strip() for cell in following.cells]
        labels = [cell for cell in cells if cell]
        under_blank = any(below and not (above.text.strip()) for above, below in zip(row.cells, cells, strict=False))
        return (
            2 <= len(labels) < len(cells)
            and under_blank
            and all(len(label.split()) <= 4 and meaning(label) for label in labels)
        )

    def _derived(self, rows: Sequence[Row], header: tuple[int, int] | None) -> Columns | None:
        body = [row for row in rows[header[1] if header else 0 :] if not self._is_section(row)]
        width = max(len(row.cells) for row in (rows[header[0] : header[1]] if header else rows))
        labels = _labels(rows[header[0] : header[1]], width) if header else [""] * width
        kinds = [
            (row, self._kinds(row))
            for row in body
            if len(row.cells) == width and not is_header([c.text for c in row.cells])
        ]
        under = [[(row.cells[column].text, kinds_[column]) for row, kinds_ in kinds] for column in range(width)]
        found = Columns(tuple(roles(labels, under)), tuple(labels))
        if header is None and not self._convincing(found, under):
            return None
        return found

    @staticmethod
    def _convincing(columns: Columns, under: list[list[tuple[str, Kind]]]) -> bool:
        """Whether a table without a header is a plan all the same: undertakings, and people or dates beside them."""
        if Role.ACTION not in columns.roles or not {Role.OWNER, Role.DUE} & set(columns.roles):
            return False
        texts = [text for text, kind in under[columns.roles.index(Role.ACTION)] if kind is not Kind.BLANK]
        return len(texts) >= 2 and sum(map(begins_undertaking, texts)) >= 0.5 * len(texts)

    def _inherited(self, rows: Sequence[Row]) -> Columns | None:
        """The columns of the table before, where the rows of this one fall into them."""
        if self.columns is None:
            return None
        width = len(self.columns.roles)
        near = [row for row in rows if abs(len(row.cells) - width) <= 2 and len(row.cells) > 2]
        sound = [row for row in near if self._lies_well(row)]
        return self.columns if near and len(near) == len(rows) and 2 * len(sound) >= len(near) else None

    def _lies_well(self, row: Row) -> bool:
        assert self.columns is not None
        kinds = self._kinds(row)
        laid = align(kinds, self.columns.roles)
        good = [index for index, target in laid.items() if target < len(self.columns.roles)]
        lone = self._is_section(row)
        return lone or (len(good) == len(laid) and self._fits(kinds, laid))

    def _fits(self, kinds: Sequence[Kind], laid: dict[int, int]) -> bool:
        assert self.columns is not None
        width = len(self.columns.roles)
        moved = [Kind.BLANK] * width
        for index, target in laid.items():
            moved[target] = kinds[index]
        return fits_in_place(moved, self.columns.roles)

    def _is_section(self, row: Row) -> bool:
        """Whether a row is the title of a part: one filled or spanning cell, at the left, that is no undertaking."""
        filled = [(index, cell) for index, cell in enumerate(row.cells) if cell.text.strip()]
        if len(filled) == len(row.cells) > 2 and len({cell.text.strip() for _, cell in filled}) == 1:
            return True  # a spanning cell whose words stand in each of its columns
        if len(filled) != 1 or len(row.cells) < 3:
            return False
        index, cell = filled[0]
        words = cell.text.strip()
        if cell.across >= len(row.cells) - 1:
            return True
        short = len(words.split()) <= 14 and not words.endswith(".") and words[0].upper() == words[0]
        action = self.columns.roles.index(Role.ACTION) if self.columns and Role.ACTION in self.columns.roles else None
        in_action = action is not None and index == action and (begins_undertaking(words) or index > 0)
        return short and index <= 1 and not in_action

    def _title(self, row: Row, section: Section) -> None:
        if self._is_section(row):
            self._span(row, section)

    def _span(self, row: Row, section: Section) -> None:
        words = next(cell.text for cell in row.cells if cell.text.strip())
        self._spanning = plain_section(words, row.passage)
        self._spanning.plan = section.plan
        self._issue = self._outcome = None

    def _row(self, row: Row, section: Section, *, after_break: bool) -> None:
        columns = self.columns
        assert columns is not None
        texts = [cell.text for cell in row.cells]
        if is_header(texts) and not is_reference(texts[0]):
            return self._new_header(row)
        if self._is_section(row) and not (after_break and texts and texts[0][:1].islower()):
            return self._span(row, section)
        laid = align(self._kinds(row), columns.roles, self._habit)
        self._habit = next((target - index for index, target in sorted(laid.items())), 0)
        fields = self._laid(row, laid)
        if self._goes_on(fields, after_break=after_break):
            return self._extend(fields)
        moved = any(index != target for index, target in laid.items())
        if part := fields.get(Role.SECTION):
            self._under_part(part.text, row, section)
        return self._add(row, fields, self._spanning or section, moved=moved)

    def _under_part(self, words: str, row: Row, section: Section) -> None:
        """Open the part of the plan that a column names, where it is another than the row above stood under."""
        if self._spanning is None or self._spanning.name != plain_section(words, None).name:
            self._spanning = plain_section(words, row.passage)
            self._spanning.plan = section.plan

    def _new_header(self, row: Row) -> None:
        assert self.columns is not None
        labels = tuple(cell.text for cell in row.cells)
        said = [meaning(label) for label in labels]
        if len(labels) == len(self.columns.roles):
            found = [said_role or role for said_role, role in zip(said, self.columns.roles, strict=True)]
            if labels != self.columns.headers and Role.ACTION in found and len(set(found)) == len(found):
                self.columns = Columns(tuple(found), labels)

    def _laid(self, row: Row, laid: dict[int, int]) -> dict[Role, Field]:
        assert self.columns is not None
        fields: dict[Role, Field] = {}
        for index, target in sorted(laid.items()):
            if target >= len(self.columns.roles):
                self.unread.append((row, row.cells[index].text))
                continue
            role = self.columns.roles[target]
            fields.setdefault(role, Field()).pieces.append(Piece(row.passage, row.cells[index]))
        return fields

    def _goes_on(self, fields: dict[Role, Field], *, after_break: bool) -> bool:
        """Whether a row is the rest of the one above: without a reference and an owner, and words that go on."""
        if not self.records or Role.REFERENCE in fields:
            return False
        if Role.ACTION in fields and fields[Role.ACTION].text[0].islower():
            return True
        if Role.OWNER in fields:
            return False
        if Role.ACTION not in fields:
            starts_anew = Role.ISSUE in fields and not after_break and fields[Role.ISSUE].text[0].isupper()
            return not starts_anew
        beginnings = [part.text[0] for role, part in fields.items() if role is not Role.ACTION and part.text]
        numbered = any(Role.REFERENCE in record.fields for record in self.records[-3:])
        return after_break and numbered and any(letter.islower() for letter in beginnings)

    def _extend(self, fields: dict[Role, Field]) -> None:
        record = self.records[-1]
        record.broken = True
        for role, part in fields.items():
            shared = record.issue if role is Role.ISSUE else record.outcome if role is Role.OUTCOME else None
            target = shared if shared is not None else record.fields.setdefault(role, Field())
            target.pieces.extend(part.pieces)

    def _add(self, row: Row, fields: dict[Role, Field], section: Section, *, moved: bool) -> None:
        if Role.ISSUE in fields:
            self._issue = fields[Role.ISSUE]
        if Role.OUTCOME in fields:
            self._outcome = fields[Role.OUTCOME]
        if Role.ACTION not in fields:
            return
        above = self.records[-1].text(Role.OWNER) if self.records and self.records[-1].section is section else ""
        record = Record(row, section, fields, self._issue, self._outcome, shifted=moved)
        record.owner_above = above if Role.OWNER not in fields else ""
        record.reference = record.text(Role.REFERENCE).strip().rstrip(".)") if Role.REFERENCE in fields else ""
        self.records.append(record)

    def _references(self) -> None:
        """Take references out of the actions' cells where no column has them and half of the actions begin with one."""
        assert self.columns is not None
        if Role.REFERENCE in self.columns.roles:
            return
        found = [
            (record, match) for record in self.records if (match := _LEADING_REFERENCE.match(record.text(Role.ACTION)))
        ]
        if 2 * len(found) >= len(self.records):
            for record, match in found:
                record.reference = record.reference or match["ref"]


def _labels(rows: Sequence[Row], width: int) -> list[str]:
    """The label of each column from one header row, or two of which the upper spans."""
    upper = [cell.text.strip() for cell in rows[0].cells] + [""] * width
    if len(rows) == 1:
        return upper[:width]
    lower = [cell.text.strip() for cell in rows[1].cells] + [""] * width
    labels, spanning = [], ""
    for above, below in zip(upper[:width], lower[:width], strict=True):
        spanning = above or (spanning if below else "")
        labels.append(
            below if below and meaning(below) and not meaning(f"{spanning} {below}") else f"{spanning} {below}".strip()
        )
    return labels


def first_cell(row: Row) -> Cell | None:
    """The first filled cell of a row, or nothing."""
    return next((cell for cell in row.cells if cell.text.strip()), None)
