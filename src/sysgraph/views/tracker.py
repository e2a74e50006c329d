"""The tracker: a workbook of actions, gaps, actors and sources, for those who run a plan in Excel.

No cell is ever a formula or a link: documents can hold `=HYPERLINK(…)`, and what they hold is text.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sysgraph.graph import by_number
from sysgraph.model import Evidence, Graph, Node, Value
from sysgraph.questions.gaps import Gap
from sysgraph.views.console import recognised_in_words

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32767  # characters: Excel's own limit
_MADE = datetime(2000, 1, 1)  # the same graph gives the same file
_FILLS = {"red": "#F4B6B6", "amber": "#FBD9A0", "yellow": "#FFF3B0", "green": "#BFE3C0", "blue": "#BBD7F2"}
_RATED = frozenset({"RAG", "On target"})
_DATE = "dd mmm yyyy"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its title, its width in characters."""

    title: str
    width: int


Cell = str | int | float | date | None

_ACTIONS = (
    Column("Ref", 8), Column("Theme", 22), Column("Action", 50), Column("Owner", 30), Column("Owner as written", 30),
    Column("Operational lead", 26), Column("Due by", 12), Column("Due as written", 16), Column("Revised to", 12),
    Column("Revised as written", 16), Column("RAG", 9), Column("On target", 9), Column("Complete", 9),
    Column("Overseen by", 28), Column("Gaps", 18), Column("Progress", 50), Column("Assurance", 40),
    Column("Document", 24), Column("Where", 16), Column("Words", 40),
)  # fmt: skip
_GAPS = (
    Column("Code", 8), Column("Severity", 10), Column("Rule", 28), Column("About", 50), Column("What", 50),
    Column("How to put it right", 60), Column("Document", 24), Column("Where", 16), Column("Words", 40),
)  # fmt: skip
_ACTORS = (
    Column("Kind", 22), Column("Name", 44), Column("Also written", 44), Column("Owns", 8), Column("Leads", 8),
    Column("Reports to", 36), Column("Document", 24), Column("Where", 16), Column("Words", 40),
)  # fmt: skip
_SOURCES = (Column("Document", 40), Column("Format", 10), Column("Pages", 8), Column("SHA-256", 68))


def workbook(graph: Graph, gaps: Sequence[Gap] = ()) -> bytes:
    """The tracker as the bytes of an .xlsx file: sheets Actions, Gaps, Actors and Sources.

    Headers are frozen and have filters; dates are dates, at the last day of what the plan gives, with its own words
    beside. The same graph gives the same bytes.
    """
    from xlsxwriter.workbook import Workbook

    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(stream, options) as book:
        book.set_properties({"title": "Tracker", "created": _MADE, "comments": "Made by sysgraph"})
        view = _View.of(graph)
        codes: dict[str, list[str]] = defaultdict(list)
        for gap in gaps:
            codes[gap.node.id].append(gap.rule.code)
        _sheet(book, "Actions", _ACTIONS, [_action(node, view, codes) for node in view.actions])
        _sheet(book, "Gaps", _GAPS, [_gap(gap) for gap in gaps])
        _sheet(book, "Actors", _ACTORS, [_actor(node, view) for node in view.actors])
        sources: list[list[Cell]] = [[one.path, one.format, one.pages, one.sha256] for one in graph.documents]
        _sheet(book, "Sources", _SOURCES, sources)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class _View:
    """A graph as the sheets look at it: by name, and who stands in which relationship to what."""

    names: Mapping[str, str]
    into: Mapping[tuple[str, str], list[str]]  # type and target: the sources
    out: Mapping[tuple[str, str], list[str]]  # type and source: the targets
    actions: tuple[Node, ...]
    actors: tuple[Node, ...]

    @classmethod
    def of(cls, graph: Graph) -> "_View":
        into: dict[tuple[str, str], list[str]] = defaultdict(list)
        out: dict[tuple[str, str], list[str]] = defaultdict(list)
        for one in graph.relationships:
            into[one.type, one.target].append(one.source)
            out[one.type, one.source].append(one.target)
        actions = sorted((node for node in graph.nodes if node.kind == "Action"), key=_place)
        kinds = ("Organisation", "Partnership", "Board", "Role", "Person")
        known = (node for node in graph.nodes if node.kind in kinds)
        actors = sorted(known, key=lambda node: (kinds.index(node.kind), node.name))
        return cls({node.id: node.name for node in graph.nodes}, into, out, tuple(actions), tuple(actors))

    def named(self, ids: Iterable[str]) -> str:
        """The names of some nodes, in their order, parted by semicolons."""
        return "; ".join(sorted({self.names[id_] for id_ in ids}))


def _action(node: Node, view: _View, codes: Mapping[str, Sequence[str]]) -> list[Cell]:
    told = node.attributes
    above = view.out.get(("PART_OF", node.id), [])
    boards = {board for id_ in (node.id, *above) for board in view.into.get(("OVERSEES", id_), ())}
    return [
        _text(told.get("ref")),
        view.named(above),
        _text(told.get("text") or node.name),
        view.named(view.into.get(("OWNS", node.id), ())),
        _text(told.get("owner_text")),
        view.named(view.into.get(("OPERATES", node.id), ())),
        _day(told.get("due_by")),
        _text(told.get("due_text")),
        _day(told.get("revised_by")),
        _text(told.get("revised_text")),
        _text(told.get("month_rag")),
        _text(told.get("on_target_rag")),
        "yes" if told.get("complete") else "no",
        view.named(boards),
        ", ".join(sorted(set(codes.get(node.id, ())))),
        _text(told.get("progress")),
        _text(told.get("assurance")),
        *_cited(node.evidence),
    ]


def _gap(gap: Gap) -> list[Cell]:
    rule = gap.rule
    said = [rule.code, rule.header.severity, rule.title, gap.node.name, gap.says, " ".join(rule.remedy.split())]
    return [*said, *_cited(gap.evidence)]


def _actor(node: Node, view: _View) -> list[Cell]:
    return [
        node.kind,
        node.name,
        "; ".join(node.aliases),
        len(view.out.get(("OWNS", node.id), ())),
        len(view.out.get(("LEADS", node.id), ())),
        view.named(view.out.get(("REPORTS_TO", node.id), ())),
        *_cited(node.evidence),
    ]


def _cited(evidence: Sequence[Evidence]) -> list[Cell]:
    if not evidence:
        return [None, None, None]
    first = evidence[0]
    return [first.document, where(first), first.quote]


def where(evidence: Evidence) -> str:
    """Where in its document an evidence stands, as people say it: "page 3", "Actions C5", "slide 2"."""
    at = evidence.position
    if at.page is not None:
        return ", ".join(filter(None, (f"page {at.printed_page or at.page}", recognised_in_words(evidence))))
    if at.slide is not None:
        return f"slide {at.slide}"
    return " ".join(filter(None, (at.sheet, at.cell))) or at.heading or ""


def _sheet(book: "Workbook", name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6EAEE", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": _DATE, "valign": "top", "align": "left"})
    rated = {"text_wrap": True, "valign": "top"}
    fills = {word: book.add_format({**rated, "bg_color": colour}) for word, colour in _FILLS.items()}
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, head)
    for at, row in enumerate(rows, 1):
        for number, (cell, column) in enumerate(zip(row, columns, strict=True)):
            look = day if isinstance(cell, date) else plain
            if column.title in _RATED:
                look = fills.get(str(cell).strip().lower(), plain)
            _write(sheet, (at, number), cell, look)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: "Worksheet", at: tuple[int, int], cell: Cell, look: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*at, datetime(cell.year, cell.month, cell.day), look)
    elif isinstance(cell, int | float):
        sheet.write_number(*at, cell, look)
    elif cell:
        sheet.write_string(*at, cell[:_LONGEST_CELL], look)
    else:
        sheet.write_blank(*at, None, look)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _day(value: Value) -> Cell:
    """A day that Excel can hold as a date, else the words."""
    try:
        found = date.fromisoformat(str(value))
    except ValueError:
        return _text(value)
    return found if found.year >= 1900 else found.isoformat()


def _place(node: Node) -> tuple[str, str, str]:
    """Where an action stands in its plan: 6.2 before 6.10."""
    return str(node.attributes.get("plan") or ""), by_number(str(node.attributes.get("ref") or "~")), node.name
