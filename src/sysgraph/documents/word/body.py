"""The blocks of a Word document in reading order."""

from collections.abc import Iterator

from lxml import etree

from sysgraph.documents.texts import MOST_COLUMNS, Block, Grid, Line, Note, Omissions, Slot
from sysgraph.documents.word.colours import Theme, fill_of
from sysgraph.documents.word.names import W, chosen, local, number, on, value
from sysgraph.documents.word.numbering import Mark, Numbers
from sysgraph.documents.word.package import Package
from sysgraph.documents.word.runs import Runs, Words
from sysgraph.documents.word.styles import Styles

_GONE = ("del", "moveFrom")
_POINT = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}pt"
_LETTERS = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_WORDLESS_POINTS = frozenset({"parTrans", "sibTrans", "pres", "doc"})


class Body:
    """Reads the blocks of a document's parts; what numbers its paragraphs counts on from one to the next."""

    def __init__(self, package: Package, omissions: Omissions) -> None:
        self._package = package
        self._omissions = omissions
        self._styles = Styles(package.part("styles"))
        self._numbers = Numbers(package.part("numbering"), self._styles)
        self._theme = Theme(package.part("theme"))
        self._runs = Runs(self._styles, omissions)
        self._kept = ""  # the words of a paragraph whose end is deleted: they go on in the next
        self._colours: set[str | None] = set()  # behind the words of the paragraphs read since it was emptied
        self._notes: dict[str, dict[str, etree._Element]] = {}

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """The blocks of the document's body, a header, a note, a cell, a text box."""
        for child in container:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                grid = self._grid(child)
                if grid.rows:
                    yield grid
            elif name == "sdt":
                yield from self._control(child)
            elif name == "AlternateContent":
                content = chosen(child)
                if content is not None:
                    yield from self.blocks(content)
            elif name == "altChunk":
                self._omissions.add("object")
            elif name not in (*_GONE, "sectPr", "tcPr"):
                yield from self.blocks(child)

    def text(self, container: etree._Element) -> str:
        """The words of a note or comment."""
        return "\n".join(block.text for block in self.blocks(container) if isinstance(block, Line))

    def _control(self, element: etree._Element) -> Iterator[Block]:
        """What a content control holds, unless it is a table of contents or waits to be filled in."""
        properties = element.find(f"{W}sdtPr")
        gallery = None if properties is None else value(properties.find(f"{W}docPartObj/{W}docPartGallery"))
        content = element.find(f"{W}sdtContent")
        if content is not None and gallery != "Table of Contents" and not on(properties, "showingPlcHdr"):
            yield from self.blocks(content)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        words = self._runs.read(element)
        if _ends_deleted(properties):
            self._kept += words.text
            text = ""
        else:
            text, self._kept = self._kept + words.text, ""
            if not self._styles.is_contents(properties):
                yield self._line(text, words, properties)
        self._colours |= words.colours
        for box in words.boxes:
            yield from self.blocks(box)
        for name in words.diagrams:
            yield from self._diagram(name)
        for part, identifier in words.notes:
            note = self._note(part, identifier)
            if note is not None:
                yield Note(self.text(note))

    def _line(self, text: str, words: Words, properties: etree._Element | None) -> Line:
        level = self._styles.heading_level(properties)
        numbered = self._styles.numbered(properties)
        mark = self._numbers.mark(numbered) if numbered else None
        if mark is None and not numbered and (depth := self._styles.bullet_depth(properties)):
            mark = Mark("", depth)
        if mark is None:
            return Line(text, level, strong=words.strong)
        return Line(text, level, mark.depth, mark.label, words.strong)

    def _note(self, part: str, identifier: str) -> etree._Element | None:
        if part not in self._notes:
            root = self._package.part(part)
            self._notes[part] = {} if root is None else {value(one, "id") or "": one for one in root}
        return self._notes[part].pop(identifier, None)

    def _diagram(self, name: str) -> Iterator[Line]:
        """The words of a diagram, a line for each of its shapes."""
        root = self._package.linked(name)
        if root is None:
            return
        for point in root.iter(_POINT):
            if point.get("type") not in _WORDLESS_POINTS:
                text = "".join(letters.text or "" for letters in point.iter(_LETTERS))
                if text.strip():
                    yield Line(text, depth=1)

    def _grid(self, table: etree._Element) -> Grid:
        widths = [number(value(one, "w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        edges = [sum(widths[:at]) for at in range(len(widths[:MOST_COLUMNS]))] if all(w > 0 for w in widths) else []
        rows = [self._row(row) for row in _wrapped(table, "tr") if not self._is_gone(row)]
        return Grid([row for row in rows if row], edges)

    def _is_gone(self, row: etree._Element) -> bool:
        properties = row.find(f"{W}trPr")
        if properties is None or not (properties.find(f"{W}del") is not None or on(properties, "hidden")):
            return False
        self._omissions.add("deletion" if properties.find(f"{W}del") is not None else "hidden")
        return True

    def _row(self, row: etree._Element) -> list[Slot]:
        column = max(number(value(row.find(f"{W}trPr/{W}gridBefore"))), 0)
        slots = []
        for cell in _wrapped(row, "tc"):
            across = max(number(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1), 1)
            if column >= MOST_COLUMNS:
                self._omissions.add("cell")
                break
            across = min(across, MOST_COLUMNS - column)
            slots.append(self._slot(cell, column, across))
            column += across
        return slots

    def _slot(self, cell: etree._Element, column: int, across: int) -> Slot:
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        fill = fill_of(cell, self._theme)
        if merge is not None and value(merge) != "restart":
            return Slot(column, across, fill=fill, goes_on=True)
        outer, self._colours = self._colours, set()
        blocks = [] if cell.find(f"{W}tcPr/{W}cellDel") is not None else list(self.blocks(cell))
        if fill is None and len(self._colours) == 1:
            fill = self._theme.marker(next(iter(self._colours)))
        self._colours |= outer
        self._kept = ""
        return Slot(column, across, blocks, fill)


def _ends_deleted(properties: etree._Element | None) -> bool:
    """Whether the end of a paragraph is deleted, so that its words go on in the next."""
    mark = None if properties is None else properties.find(f"{W}rPr")
    return mark is not None and any(mark.find(f"{W}{one}") is not None for one in _GONE)


def _wrapped(container: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or cells of a row, those in content controls and the like among them."""
    for child in container:
        found = local(child)
        if found == name:
            yield child
        elif found in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"):
            yield from _wrapped(child, name)
