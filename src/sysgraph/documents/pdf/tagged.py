"""The blocks that a tag tree tells: headings, paragraphs, lists and tables as the file itself names them."""

from collections.abc import Iterator, Sequence

from sysgraph.documents.pdf.paragraphs import marked
from sysgraph.documents.pdf.records import Item, Line, Sheet, Text
from sysgraph.documents.pdf.sheets import Tags
from sysgraph.documents.pdf.taggedtables import TableReader
from sysgraph.documents.pdf.tagtree import Element

_HEADINGS = {"Title": 1, "H": 2, **{f"H{level}": level for level in range(1, 7)}}
_INLINE = frozenset(
    "Span Quote Reference Code Link Annot Sub Em Strong Ruby Warichu RB RT RP Lbl Formula NonStruct Private".split()
)
_PARAGRAPHS = frozenset({"P", "Caption", "TOCI", "BibEntry"})
_NOTES = frozenset({"Note", "FENote"})
_LEFT_OUT = frozenset({"Artifact"})
_JOINED = 0.16  # sizes: pieces closer than this are of one word
_SAME_BASE = 0.62  # sizes: raised letters are of the line too
_SPLIT = 0.3


def tags_of(root: Element) -> dict[int, Tags]:
    """The marked content that a tree has of each page."""
    known: dict[int, set[int]] = {}
    tabled: set[int] = set()

    def walk(element: Element, *, in_table: bool) -> None:
        for child in element.children:
            if isinstance(child, Element):
                walk(child, in_table=in_table or child.kind == "Table")
            else:
                known.setdefault(child[0], set()).add(child[1])
                if in_table:
                    tabled.add(child[0])

    walk(root, in_table=False)
    return {page: Tags(frozenset(numbers), page in tabled) for page, numbers in known.items()}


def tagged_items(root: Element, sheets: Sequence[Sheet]) -> list[Item]:
    """The blocks of a tree in its order."""
    walker = _Walker(sheets)
    walker.walk(root, 0)
    return walker.items


class _Walker:
    """Goes through a tree and collects its blocks."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = {sheet.number: sheet for sheet in sheets}
        self.items: list[Item] = []

    def walk(self, element: Element, depth: int, form: str = "paragraph", *, note: bool = False) -> None:
        """Nothing; adds the blocks of an element; `depth` is that of the list it stands in."""
        loose: list[Element | tuple[int, int]] = []
        for child in element.children:
            if isinstance(child, tuple) or (child.kind in _INLINE and not _has_blocks(child)):
                loose.append(child)
                continue
            form = self._flush(loose, form, depth, note=note)
            if child.kind not in _LEFT_OUT:
                form = self._block(child, depth, form, note=note)
        self._flush(loose, form, depth, note=note)

    def _block(self, element: Element, depth: int, form: str, *, note: bool) -> str:
        """The form of what follows in the same list item: a bullet's first paragraph is the bullet."""
        level = _HEADINGS.get(element.kind) or element.level
        if level and not _has_blocks(element):
            self._add(element, "heading", level, note=note)
        elif element.kind == "Table":
            captions, table = TableReader(self._sheets, self.lines).read(element)
            for caption in captions:
                self._add(caption, "paragraph", 0, note=note)
            if table:
                self.items.append(table)
        elif element.kind == "L":
            self.walk(element, depth + 1)
        elif element.kind == "LI":
            self.walk(element, max(depth, 1), "bullet")
        elif element.kind in _PARAGRAPHS and not _has_blocks(element):
            before = len(self.items)
            self._add(element, form, depth if form == "bullet" else 0, note=note)
            return "paragraph" if len(self.items) > before else form
        else:
            count = len(self.items)
            self.walk(element, depth, form, note=note or element.kind in _NOTES)
            return "paragraph" if len(self.items) > count else form
        return form

    def _flush(self, loose: list[Element | tuple[int, int]], form: str, depth: int, *, note: bool) -> str:
        """Nothing; adds what stood between blocks as one."""
        if not loose:
            return form
        count = len(self.items)
        only_label = all(isinstance(one, Element) and one.kind == "Lbl" for one in loose)
        if not (only_label and form == "bullet"):
            self._add(Element("P", list(loose)), form, depth if form == "bullet" else 0, note=note)
        loose.clear()
        return "paragraph" if len(self.items) > count else form

    def _add(self, element: Element, form: str, level: int, *, note: bool) -> None:
        lines = self.lines(element, labels=form != "bullet")
        if not lines:
            return
        first = lines[0]
        if form != "heading":
            marked(first)
        if form == "paragraph" and first.mark and not first.mark[:1].isalnum() and first.mark[:1] != "(":
            form, level = "bullet", 1
        elif form == "paragraph" and first.mark:
            first.text, first.mark = first.whole, ""
        self.items.append(Text(form, lines, level, note=note, told=True))

    def lines(self, element: Element, *, labels: bool = True) -> list[Line]:
        """The lines of all marked content below an element, pieces of one line joined."""
        lines: list[Line] = []
        for page, tag in _content(element, labels=labels):
            sheet = self._sheets.get(page)
            for piece in (sheet.tagged or {}).get(tag, []) if sheet else []:
                if lines and _is_same_line(lines[-1], piece):
                    _join(lines[-1], piece)
                else:
                    lines.append(piece)
        return lines


def _content(element: Element, *, labels: bool) -> Iterator[tuple[int, int]]:
    for child in element.children:
        if isinstance(child, tuple):
            yield child
        elif child.kind not in _LEFT_OUT and (labels or child.kind != "Lbl"):
            yield from _content(child, labels=labels)


def _has_blocks(element: Element) -> bool:
    """Whether an element that should hold words holds blocks."""
    return any(
        isinstance(child, Element)
        and (child.kind not in (*_INLINE, *_LEFT_OUT, "Figure", "Form", "Note") or _has_blocks(child))
        for child in element.children
    )


def _is_same_line(before: Line, piece: Line) -> bool:
    size = max(before.size, piece.size)
    near = abs(before.base - piece.base) < (_SPLIT if before.size == piece.size else _SAME_BASE) * size
    return before.page == piece.page and near and piece.x0 > before.x0 and piece.x0 >= before.x1 - 0.5 * size


def _join(line: Line, piece: Line) -> None:
    """Nothing; the line gains what stands behind it."""
    apart = piece.x0 - line.x1 > _JOINED * max(line.size, piece.size)
    raised = piece.size < 0.82 * line.size and line.base - piece.base > 0.2 * line.size
    if raised and piece.text.isdigit():
        line.x1 = piece.x1
        return  # it points to a footnote
    if " " not in line.text and (apart or " " in piece.text):
        line.first = line.first if apart else line.first + piece.first
    line.text = f"{line.text} {piece.text}" if apart else line.text + piece.text
    line.x1, line.bold_end = piece.x1, piece.bold_end
    if piece.size > line.size:
        line.size, line.base = piece.size, piece.base
    line.colour = line.colour if line.colour == piece.colour else -1
