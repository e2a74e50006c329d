"""OpenDocument texts (.odt): headings, paragraphs, lists, tables, notes and text boxes as they are shown."""

from collections.abc import Iterator

from lxml import etree

from sysgraph.documents.file import File
from sysgraph.documents.opendocument import Package, inner_text, name, package
from sysgraph.documents.opendocument.lists import Lists, Run
from sysgraph.documents.opendocument.tables import cells_of, rows_of
from sysgraph.documents.opendocument.text_styles import Styles
from sysgraph.documents.opendocument.words import Reader, Words
from sysgraph.documents.texts import Block, Grid, Line, Note, Omissions, Slot, put_together
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_INDEXES = frozenset(
    name(f"text:{one}")
    for one in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_SKIPPED = _INDEXES | {name("text:tracked-changes"), name("office:forms"), name("text:soft-page-break")}
_DRAWN = name("draw:frame").removesuffix("frame")
_DEEPEST = 10
_MOST_CELLS = 1_000_000


def read_odt(file: File) -> Document:
    """The document that an OpenDocument text holds; it has no pages.

    Raises:
        DocumentError: where the file is none, wants a password, is damaged, or holds no words.
    """
    opened = package(file, "text")
    body = opened.content.find(f"{name('office:body')}/{name('office:text')}")
    if body is None:
        raise DocumentError(
            f"{file.name}: this is not an OpenDocument text; give the file the ending of its own format, "
            "or save it as .odt and build anew"
        )
    return put_together(file, "odt", _Text(opened, body))


class _Text:
    """An OpenDocument text as it is put together."""

    def __init__(self, opened: Package, body: etree._Element) -> None:
        self.omissions = Omissions()
        self._package = opened
        self._body = body
        self._styles = Styles(opened)
        self._lists = Lists(self._styles)
        self._words = Reader(self._styles, self.omissions)
        self._cells = 0  # of all tables so far, as often as they stand
        self._colours: set[str | None] = set()  # behind the words of the paragraphs read since it was emptied

    def blocks(self) -> Iterator[Block]:
        """The blocks of the body."""
        for sort in ("insertion", "deletion"):
            self.omissions.add(sort, sum(1 for _ in self._body.iter(name(f"text:{sort}"))))
        yield from self._blocks(self._body)

    def header(self, *, first: bool) -> str:
        """The words of the header of the first sort of page: of its first page alone, or of the others."""
        styles = self._package.styles
        master = None if styles is None else next(styles.iter(name("style:master-page")), None)
        found = None if master is None else master.find(name("style:header-first" if first else "style:header"))
        if found is None or found.get(name("style:display")) == "false":
            return ""
        return "\n".join(block.text for block in self._blocks(found) if isinstance(block, Line))

    def _blocks(self, container: etree._Element) -> Iterator[Block]:
        for child in container:
            yield from self._block(child)

    def _block(self, element: etree._Element) -> Iterator[Block]:
        tag = element.tag
        if tag == name("text:p"):
            yield from self._paragraph(element, Line("", self._level(element)))
        elif tag == name("text:h"):
            yield from self._heading(element)
        elif tag == name("text:list"):
            style = element.get(name("text:style-name"), "") or self._style_of_first(element)
            yield from self._list(element, self._lists.open(element, style), 0)
        elif tag == name("table:table"):
            yield from self._table(element)
        elif tag.startswith(_DRAWN):
            yield from self._beside(self._words.frame(element))
        elif tag == name("text:section") and element.get(name("text:display")) == "none":
            self.omissions.add("hidden", len(inner_text(element).split()))
        elif tag not in _SKIPPED:
            yield from self._blocks(element)

    def _style_of_first(self, element: etree._Element) -> str:
        first = next(element.iter(name("text:p"), name("text:h")), None)
        return "" if first is None else self._styles.list_of(first)

    def _level(self, paragraph: etree._Element) -> int:
        """The level of the heading that a paragraph is, 0 for none."""
        if paragraph.tag != name("text:h"):
            return self._styles.heading_level(paragraph)
        said = paragraph.get(name("text:outline-level"), "1")
        return min(max(int(said), 1), _DEEPEST) if said.isascii() and said.isdigit() and len(said) < 4 else 1

    def _heading(self, element: etree._Element) -> Iterator[Block]:
        level = self._level(element)
        numbered = element.get(name("text:is-list-header")) != "true"
        label = self._lists.heading(level - 1) if numbered else ""
        yield from self._paragraph(element, Line("", level, label=label))

    def _paragraph(self, element: etree._Element, line: Line) -> Iterator[Block]:
        words = self._words.read(element)
        line.text, line.strong = words.text, words.strong
        if any(map(str.isalnum, words.number)):
            line.label = words.number
        self._colours |= words.colours
        if element.get(name("text:display")) != "none":
            yield line
        yield from self._beside(words)

    def _beside(self, words: Words) -> Iterator[Block]:
        """The boxes that are anchored in a paragraph, and its notes."""
        for box in words.boxes:
            yield from self._blocks(box)
        for note in words.notes:
            yield Note("\n".join(block.text for block in self._blocks(note) if isinstance(block, Line)))

    def _list(self, element: etree._Element, run: Run, depth: int) -> Iterator[Block]:
        """The lines of a list: of an item the first paragraph has its number, what follows stands below it."""
        style = element.get(name("text:style-name"))
        if depth and style and style != run.style:
            run = Run(style, run.counts)
        for item in element:
            marked = item.tag == name("text:list-item")
            for child in item:
                if child.tag == name("text:list"):
                    yield from self._list(child, run, min(depth + 1, _DEEPEST - 1))
                elif child.tag not in (name("text:p"), name("text:h")):
                    yield from self._block(child)
                elif marked:
                    label, in_list = self._lists.label(run, depth, item.get(name("text:start-value")))
                    line = Line("", self._level(child), depth + 1 if in_list else 0, label)
                    yield from self._paragraph(child, line)
                    marked = False
                else:
                    yield from self._paragraph(child, Line("", self._level(child)))

    def _table(self, table: etree._Element) -> Iterator[Grid]:
        rows, edges = rows_of(table, self._styles)
        grid = Grid([], edges)
        spans: dict[int, tuple[int, int]] = {}
        for row, count in rows:
            slots = cells_of(row, spans, self._styles, self.omissions)
            for slot, cell in slots:
                if not slot.goes_on:
                    self._fill(slot, cell)
            written = [slot for slot, _ in slots]
            times = count if any(slot.blocks for slot in written) else 1
            self._cells += times * len(written)
            if self._cells > _MOST_CELLS:
                self.omissions.add("table")
                break
            grid.rows += [written] * times if written else []
        if grid.rows:
            yield grid

    def _fill(self, slot: Slot, cell: etree._Element) -> None:
        """Puts the blocks of a cell into its slot; the colour that all its words stand on is its own."""
        outer, self._colours = self._colours, set()
        slot.blocks = list(self._blocks(cell))
        if slot.fill is None and len(self._colours) == 1:
            slot.fill = next(iter(self._colours))
        self._colours |= outer
