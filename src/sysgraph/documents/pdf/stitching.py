"""What a column's or a page's end has parted put together again: paragraphs and tables.

The whole stands where it begins.
"""

from collections.abc import Iterable, Sequence

from sysgraph.documents.pdf.paragraphs import has_room, is_bullet
from sysgraph.documents.pdf.records import Grid, Item, Line, Text
from sysgraph.documents.pdf.spreads import stitched

_ENDS = (".", "!", "?", ":", ";")


def together(columns: Iterable[Sequence[Item]]) -> list[Item]:
    """The blocks of columns in reading order, parts of one made one."""
    whole: list[Item] = []
    last: int | None = None  # the last block that may go on
    for column in columns:
        for place, item in enumerate(column):
            if isinstance(item, Text) and item.note:
                whole.append(item)
                continue
            before = whole[last] if last is not None and place == 0 else None
            if before is not None and _joined(before, item):
                continue
            whole.append(item)
            last = len(whole) - 1
    return whole


def _joined(before: Item, item: Item) -> bool:
    """Whether a block goes on with the one before; if so it has been added to that."""
    if isinstance(before, Text) and isinstance(item, Text):
        if not _goes_on(before, item):
            return False
        before.lines += [_plain(line) for line in item.lines]
        before.margin = item.margin
        return True
    return isinstance(before, Grid) and isinstance(item, Grid) and stitched(before, item)


def _goes_on(before: Text, item: Text) -> bool:
    if "heading" in (before.form, item.form) or not before.lines or not item.lines:
        return False
    last, first = before.lines[-1], item.lines[0]
    if first.page - last.page > 1 or is_bullet(first):
        return False
    if abs(last.size - first.size) > 0.5 or last.bold_end != first.bold_start:
        return False
    small = first.whole[:1].islower()
    if item.told:
        return small and item.form == "paragraph" and not last.text.endswith(_ENDS) and first.page > last.page
    if has_room(last, first, before.margin):
        return False
    if first.mark and not (first.mark[:1].isdigit() and not last.text.endswith(_ENDS) and not before.lines[0].mark):
        return False
    return small or not last.text.endswith((*_ENDS, "”", ")"))


def _plain(line: Line) -> Line:
    if line.mark:
        line.text, line.mark = line.whole, ""
    return line
