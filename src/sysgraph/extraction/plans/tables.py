"""Action plans among a document's tables: which tables are plans, and the records that their rows make."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sysgraph.extraction.mentions import Names
from sysgraph.extraction.plans.alignment import align, fits_in_place
from sysgraph.extraction.plans.colours import ratings
from sysgraph.extraction.plans.headers import Role, in_full, is_header, meaning
from sysgraph.extraction.plans.kinds import Kind, is_reference
from sysgraph.extraction.plans.labelled import after_words, card, unfold
from sysgraph.extraction.plans.layout import (
    Columns,
    Header,
    columns_of,
    find_header,
    is_section,
    kinds_of,
    promising,
    texts,
)
from sysgraph.extraction.plans.records import Field, Piece, Record, leaves_open
from sysgraph.extraction.plans.sections import Section, plain_section, titled
from sysgraph.extraction.plans.whowhen import parted
from sysgraph.model import SHORTEST_QUOTE, Cell, Row, Table

_LEADING_REFERENCE = re.compile(r"^\(?(?P<ref>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?)[.):]?\s+(?=\S)")
_WORDS = re.compile(r"\w")
_TELLING = frozenset({Role.PROGRESS, Role.ASSURANCE, Role.OUTCOME})


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that no record took, and why."""

    row: Row
    cell: Cell
    what: str


def may_be_plan(table: Table) -> bool:
    """Whether a document may begin an action plan with this table; only its names tell for certain."""
    rows = _filled(table)
    return bool(rows) and bool(card(rows) or find_header(rows) or promising(rows))


def _filled(table: Table) -> list[Row]:
    return [row for row in table.rows if any(_WORDS.search(cell.text) for cell in row.cells)]


@dataclass(slots=True)
class Reader:
    """Reads the tables of one document in their order; remembers what the columns of the last one meant."""

    names: Names
    columns: Columns | None = None
    records: list[Record] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _issue: Field | None = None
    _outcome: Field | None = None
    _section: Section | None = None
    _spanning: Section | None = None
    _habit: int = 0
    _header: Row | None = None
    _first: Counter[str] = field(default_factory=Counter)  # how often each row of the table begins with these words

    def read(self, table: Table, section: Section) -> bool:
        """Whether the table is (part of) an action plan; its records are added where it is."""
        rows = _filled(table)
        if not rows:
            return False
        if found := card(rows):
            self._card(rows[0], found, section)
            return True
        header = find_header(rows)
        columns = None if header else self._inherited(rows)
        columns = columns or columns_of(rows, header, self.names, self.columns)
        if columns is None or not columns.is_plan():
            return False
        breaks = self.columns is not None and columns.roles == self.columns.roles and section is self._section
        self._enter(section, columns)
        if header:
            self._header = rows[header.start]
            self._tell_columns(rows, header, columns)
        for row in rows[: header.start if header else 0]:
            if is_section(row, columns):
                self._span(row, section)
        self._first = Counter(row.cells[0].text for row in rows)
        for number, row in enumerate(rows[header.end if header else 0 :]):
            self._row(row, section, after_break=breaks and number == 0)
        self._references()
        return True

    def _card(self, row: Row, found: tuple[str, dict[Role, Field]], section: Section) -> None:
        self._issue = self._outcome = None
        self._add(row, found[1], section, moved=False)
        self.records[-1].reference = found[0]

    def _enter(self, section: Section, columns: Columns) -> None:
        if section is not self._section:
            self._issue = self._outcome = self._spanning = None
            self._habit = 0
        self._section = section
        self.columns = columns

    def _tell_columns(self, rows: Sequence[Row], header: Header, columns: Columns) -> None:
        """List the columns whose header is not known and whose cells say nothing of what they are for."""
        row = rows[header.start]
        for cell, label, role in zip(row.cells, columns.headers, columns.roles, strict=False):
            if role is Role.OTHER and _WORDS.search(cell.text) and meaning(label) is None:
                self.unread.append(Unread(row, cell, f"the column “{label}” is not read: nothing says what it is for"))

    def _inherited(self, rows: Sequence[Row]) -> Columns | None:
        """The columns of the table before, where the rows of this one fall into them."""
        if self.columns is None:
            return None
        width = len(self.columns.roles)
        near = [row for row in rows if abs(len(row.cells) - width) <= 2 and len(row.cells) > 2]
        if not near or len(near) < len(rows):
            return None
        sound = [row for row in near if self._lies_well(row, self.columns)]
        return self.columns if 2 * len(sound) >= len(near) else None

    def _lies_well(self, row: Row, columns: Columns) -> bool:
        """Whether the cells of a row fall into columns that may hold them."""
        if is_section(row, columns):
            return True
        kinds = kinds_of(row, self.names)
        laid = align(kinds, columns.roles)
        moved = [Kind.BLANK] * len(columns.roles)
        for index, target in laid.items():
            if target >= len(moved):
                return False
            moved[target] = kinds[index]
        return fits_in_place(moved, columns.roles)

    def _span(self, row: Row, section: Section) -> None:
        words = next(cell.text for cell in row.cells if cell.text.strip())
        self._open(titled(row) or plain_section(words, row.passage), section)
        self._issue = self._outcome = None

    def _open(self, opened: Section, section: Section) -> None:
        self._spanning = opened
        opened.plan = section.plan

    def _row(self, row: Row, section: Section, *, after_break: bool) -> None:
        columns = self.columns
        assert columns is not None
        first = row.cells[0].text
        if is_header(texts(row)) and not is_reference(first):
            return self._new_header(row, columns)
        if self._tells(row, self._spanning or section):
            return None
        if titled(row) or (is_section(row, columns) and not (after_break and first[:1].islower())):
            return self._span(row, section)
        if len(row.passage.text.strip()) < SHORTEST_QUOTE:
            return self._tell(row, "the row is too short to be quoted, and was not read")
        laid = align(kinds_of(row, self.names), columns.roles, self._habit)
        self._habit = next((target - index for index, target in sorted(laid.items())), 0)
        fields = self._laid(row, laid, columns)
        if self._is_part(row, laid, columns):
            # The action's cell is merged with that above: the row has more of who, when or how far.
            return self._extend({role: part for role, part in fields.items() if not part.pieces[0].cell.carried})
        if self._goes_on(fields, section, after_break=after_break):
            return self._extend(fields)
        moved = any(index != target for index, target in laid.items())
        part = fields.get(Role.SECTION)
        named = plain_section(part.text, None).name if part else ""
        if part and named and (self._spanning is None or self._spanning.name != named):
            self._open(plain_section(part.text, row.passage), section)
        return self._add(row, fields, self._spanning or section, moved=moved)

    def _tells(self, row: Row, section: Section) -> bool:
        """Whether a row says under a label of its own how the action above does: "Progress", and the words of it."""
        label, *said = [cell for cell in row.cells if cell.text.strip() and not cell.carried] or row.cells
        role = meaning(label.text)
        known = in_full(label.text) or self._first[label.text] > 1
        if (
            role not in _TELLING
            or not known
            or len(said) > 1
            or not self.records
            or self.records[-1].section != section
        ):
            return False
        if said:
            self.records[-1].fields.setdefault(role, Field()).pieces.append(Piece(row.passage, said[0]))
        return True

    def _is_part(self, row: Row, laid: dict[int, int], columns: Columns) -> bool:
        """Whether a row belongs to the action above, whose cell reaches down to it."""
        roles = {columns.roles[to]: row.cells[at] for at, to in laid.items() if to < len(columns.roles)}
        return bool(self.records) and Role.ACTION in roles and roles[Role.ACTION].carried

    def _tell(self, row: Row, what: str) -> None:
        cell = next(cell for cell in row.cells if _WORDS.search(cell.text))
        self.unread.append(Unread(row, cell, f"{what}: “{' '.join(row.passage.text.split())[:100]}”"))

    def _new_header(self, row: Row, columns: Columns) -> None:
        """Take over the labels of a header that repeats with other words."""
        labels = tuple(texts(row))
        if len(labels) == len(columns.roles) and labels != columns.headers:
            found = [meaning(label) or role for label, role in zip(labels, columns.roles, strict=True)]
            if Role.ACTION in found and len(set(found)) == len(found):
                self.columns = Columns(tuple(found), labels)

    def _laid(self, row: Row, laid: dict[int, int], columns: Columns) -> dict[Role, Field]:
        fields: dict[Role, Field] = {}
        for index, target in sorted(laid.items()):
            cell = row.cells[index]
            if target >= len(columns.roles):
                self.unread.append(Unread(row, cell, f"no column of the plan takes “{cell.text}”"))
                continue
            if cell.carried and self._has(columns.roles[target]):
                continue
            fields.setdefault(columns.roles[target], Field()).pieces.append(Piece(row.passage, cell))
        fields = after_words(unfold(fields))
        return fields if {Role.OWNER, Role.DUE} <= set(columns.roles) else parted(fields, self.names)

    def _has(self, role: Role) -> bool:
        """Whether the rows above have what a merged cell says, with what later rows added to it."""
        return (role is Role.ISSUE and self._issue is not None) or (role is Role.OUTCOME and self._outcome is not None)

    def _goes_on(self, fields: dict[Role, Field], section: Section, *, after_break: bool) -> bool:
        """Whether a row is the rest of the one above: without a reference and an owner, and words that go on."""
        if not self.records or Role.REFERENCE in fields or self.records[-1].section is not (self._spanning or section):
            return False
        if Role.ISSUE in fields and not after_break and not fields[Role.ISSUE].text[0].islower():
            return False
        if Role.ACTION in fields and fields[Role.ACTION].text[0].islower():
            return after_break or not self._stands_alone(fields)
        if Role.OWNER in fields:
            return False
        if Role.ACTION not in fields:
            starts_anew = Role.ISSUE in fields and not after_break and fields[Role.ISSUE].text[0].isupper()
            return not starts_anew
        beginnings = [part.text[0] for role, part in fields.items() if role is not Role.ACTION and part.text]
        numbered = any(Role.REFERENCE in record.fields for record in self.records[-3:])
        return numbered and (
            (after_break and any(letter.islower() for letter in beginnings)) or self._ends_a_sentence(fields)
        )

    def _ends_a_sentence(self, fields: dict[Role, Field]) -> bool:
        """Whether a field of a row goes on with a sentence that the row above leaves open."""
        above = self.records[-1]
        shared = {Role.ISSUE: above.issue, Role.OUTCOME: above.outcome}
        for role, part in fields.items():
            before = shared.get(role) or above.fields.get(role)
            if role is not Role.ACTION and before and leaves_open(before.text) and part.text[:1].islower():
                return True
        return False

    def _stands_alone(self, fields: dict[Role, Field]) -> bool:
        """Whether a row whose action begins with a small letter is an action of its own all the same.

        It is where the one above begins so too, or has who, when or how far of its own as this one has.
        """
        above = self.records[-1]
        telling = (Role.OWNER, Role.LEAD, Role.DUE, Role.RAG)
        return above.text(Role.ACTION)[0].islower() or any(role in fields and role in above.fields for role in telling)

    def _extend(self, fields: dict[Role, Field]) -> None:
        record = self.records[-1]
        record.broken = True
        for role, part in fields.items():
            shared = record.issue if role is Role.ISSUE else record.outcome if role is Role.OUTCOME else None
            target = shared if shared is not None else record.fields.setdefault(role, Field())
            target.pieces.extend(part.pieces)

    def _add(self, row: Row, fields: dict[Role, Field], section: Section, *, moved: bool) -> None:
        self._issue = fields.get(Role.ISSUE, self._issue)
        self._outcome = fields.get(Role.OUTCOME, self._outcome)
        if Role.ACTION not in fields:
            if fields.keys() - {Role.REFERENCE, Role.SECTION}:
                self._tell(row, "the row says nothing that is to be done, and makes no action")
            return
        above = self.records[-1].text(Role.OWNER) if self.records and self.records[-1].section is section else ""
        record = Record(row, section, fields, self._issue, self._outcome, shifted=moved)
        record.colours = ratings(row, self.columns.roles if self.columns else (), self._header)
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
