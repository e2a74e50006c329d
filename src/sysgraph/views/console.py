"""Text for a terminal: what is safe to print there, how wide it is, columns that wrap."""

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from sysgraph.model import Evidence, Position, Value

WIDTH = 100
"""Columns, where the terminal does not say how many it has."""

_NARROWEST = 6
_MOST_LINES = 4
_GAP = "  "
_LONGEST_DOCUMENT = 20
_SHORTEST_QUOTE = 20


def plain(value: Value) -> str:
    """A value as one line that cannot steer a terminal: no control character, no mark of direction, single spaces."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(plain(one) for one in value)
    return " ".join("".join(one if one.isprintable() else " " for one in str(value)).split())


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def cut(text: str, columns: int) -> str:
    """The text, its end replaced by … where it is wider than so many columns."""
    if width(text) <= columns:
        return text
    text = text[:columns]
    while text and width(text) > columns - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, parted between words where it can be."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}".lstrip(" ")
        if width(joined) <= columns:
            lines[-1] = joined
            continue
        lines += _pieces(word, columns)
    return [line for line in lines if line] or [""]


def _pieces(word: str, columns: int) -> list[str]:
    """A word in parts of at most so many columns, and of at least one character."""
    parts = [""]
    for one in word:
        if parts[-1] and width(parts[-1] + one) > columns:
            parts.append("")
        parts[-1] += one
    return parts


def named(evidence: Evidence) -> str:
    """What an evidence is from, as people call it: the document, or "register: ccgs.yaml"."""
    if evidence.source == "register":
        return f"register: {evidence.document.rpartition('/')[2]}"
    return evidence.document


def recognised_in_words(evidence: Evidence) -> str:
    """That the words were recognised in a picture, and how surely: "recognised, 93%"; "" where they were not."""
    return "" if evidence.recognised is None else f"recognised, {round(100 * evidence.recognised)}%"


def cite(evidence: Evidence, columns: int = WIDTH) -> str:
    """One evidence in one line: the document's name, the page, the words."""
    document = plain(named(evidence)).rpartition("/")[2]
    if width(document) > _LONGEST_DOCUMENT and evidence.source != "register":
        stem, dot, ending = document.rpartition(".")
        document = cut(stem or document, _LONGEST_DOCUMENT - len(dot + ending)) + dot + ending
    recognised = recognised_in_words(evidence)
    head = f"{document}{where(evidence.position)}{f' ({recognised})' if recognised else ''} “"
    return f"{head}{cut(plain(evidence.quote), max(columns - width(head) - 1, _SHORTEST_QUOTE))}”"


def where(position: Position) -> str:
    """Where words stand, briefly, behind the document's name: " p.3", " slide 4", " Actions C5", " table 2, row 5"."""
    if position.page is not None:
        return f" p.{position.page}"
    cell = f" {plain(position.cell).partition(', column')[0]}" if position.cell else ""
    if position.slide is not None:
        return f" slide {position.slide}{cell}"
    return f" {plain(position.sheet)}{cell}" if position.sheet is not None else cell


def columns_of(titles: Sequence[str], rows: Sequence[Sequence[str]], columns: int = WIDTH) -> list[int]:
    """How wide each column is to be, so that all fit: the widest ones give way first."""
    widths = [max(width(cell) for cell in (title, *cells)) for title, *cells in zip(titles, *rows, strict=True)]
    room = columns - len(_GAP) * (len(titles) - 1)
    widths = [min(one, room) for one in widths]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def row_lines(cells: Sequence[str], widths: Sequence[int], most: int | None = _MOST_LINES) -> Iterator[str]:
    """The lines of one row; a cell of more lines than `most` is cut."""
    wrapped = []
    for cell, columns in zip(cells, widths, strict=True):
        lines = wrap(cell, columns)
        if most is not None and len(lines) > most:
            lines = [*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}", columns)]
        wrapped.append(lines)
    for at in range(max(map(len, wrapped))):
        parts = [lines[at] if at < len(lines) else "" for lines in wrapped]
        padded = (part + " " * (columns - width(part)) for part, columns in zip(parts, widths, strict=True))
        yield _GAP.join(padded).rstrip()
