"""The words of pages that are pictures, as Tesseract recognises them: `recognised(page, frame)`.

Words come with how sure Tesseract is of each. The lines of tables are looked for in the picture itself, and taken out
of it before it is read, since letters are made of them otherwise.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

import pypdfium2 as pdfium

from sysgraph.documents import budget
from sysgraph.documents.pdf.frame import Frame
from sysgraph.documents.pdf.records import Drawing, Glyph, Rule, Style

_DOTS_AN_INCH = 300
_MOST_DOTS = 40_000_000  # of one page
_SECONDS = 120  # that Tesseract may take for one page
_POOR = 0.6  # how sure it is on average of a page that stands upright
_DARK = 128
_SHORTEST_RULE = 0.5  # inches
_BELOW_THE_LINE = frozenset("gjpqy,;()[]Q|")
_LARGE = 1.2  # sizes that differ less are taken for one
_BULLETS = frozenset("e ¢ e¢ ¢e « » ° © ® • = ~ * · e. °¢".split())  # what a bullet is taken for
_LEAST_SURE = 0.3  # of what has no letter or figure in it


class NotRecognisedError(Exception):
    """Tesseract is not there, or gave up on a page."""


@dataclass(slots=True)
class Seen:
    """What was recognised on a page: its letters, the lines of its tables, and the frame in which they stand."""

    glyphs: list[Glyph]
    drawing: Drawing
    frame: Frame
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[int, ...]
    left: int
    top: int
    width: int
    height: int
    sure: float
    text: str


@dataclass(slots=True)
class _Picture:
    """A grey picture, a byte a dot."""

    dots: bytearray
    width: int
    height: int
    scale: float  # dots a point
    across: list[tuple[int, int, int]] = field(default_factory=list)  # dark runs: row, from, to
    down: list[tuple[int, int, int]] = field(default_factory=list)


def program() -> str | None:
    """Where Tesseract is installed, None where it is not."""
    return shutil.which("tesseract")


def recognised(page: pdfium.PdfPage, frame: Frame) -> Seen:
    """What stands in the picture of a page; it is turned where it reads better so.

    Raises:
        NotRecognisedError: where Tesseract is not installed, or cannot read the page in its time.
    """
    best = _read(page, frame, 0)
    for quarters in (1, 3, 2) if best.sure < _POOR else ():
        other = _read(page, frame, quarters)
        if other.sure > best.sure + 0.1:
            best = other
    return best


def _read(page: pdfium.PdfPage, frame: Frame, quarters: int) -> Seen:
    picture = _rendered(page, quarters)
    turned = frame.turned(quarters)
    drawing = _rules(picture)
    has_table = len(drawing.across) > 2 and len(drawing.down) > 2
    if has_table:
        _erase(picture)
    words = list(_words(_tesseract(picture, sparse=has_table)))
    # Tesseract reads words that run up the page too, but not in order.
    letters = sum(len(word.text) for word in words)
    upright = [word for word in words if len(word.text) < 4 or word.width > word.height]
    sure = sum(word.sure * len(word.text) for word in upright) / letters if letters else 0.0
    return Seen(list(_glyphs(words, picture.scale)), drawing, turned, sure)


def _rendered(page: pdfium.PdfPage, quarters: int) -> _Picture:
    wide, high = page.get_size()
    scale = _DOTS_AN_INCH / 72
    scale = min(scale, (_MOST_DOTS / max(wide * high, 1)) ** 0.5)
    bitmap = page.render(scale=scale, rotation=90 * quarters, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    dots = bytearray()
    for row in range(bitmap.height):
        dots += rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]
    picture = _Picture(dots, bitmap.width, bitmap.height, scale)
    bitmap.close()
    return picture


def _rules(picture: _Picture) -> Drawing:
    """The long dark lines of a picture, as the lines of tables."""
    dark = picture.dots.translate(bytes(1 if value < _DARK else 0 for value in range(256)))
    least = int(_SHORTEST_RULE * 72 * picture.scale)
    wide, high = picture.width, picture.height
    picture.across = [(row, *run) for row in range(high) for run in _runs(dark[row * wide : (row + 1) * wide], least)]
    picture.down = [(column, *run) for column in range(wide) for run in _runs(dark[column::wide], least)]
    return Drawing(
        [Rule(at / picture.scale, start / picture.scale, end / picture.scale) for at, start, end in picture.across],
        [Rule(at / picture.scale, start / picture.scale, end / picture.scale) for at, start, end in picture.down],
    )


def _runs(dots: bytes | bytearray, least: int) -> Iterator[tuple[int, int]]:
    """The runs of dark dots that are long enough."""
    wanted = b"\x01" * least
    start = dots.find(wanted)
    while start >= 0:
        end = dots.find(b"\0", start)
        end = len(dots) if end < 0 else end
        yield start, end
        start = dots.find(wanted, end)


def _erase(picture: _Picture) -> None:
    """Nothing; the lines of tables are white."""
    dots, wide = picture.dots, picture.width
    for row, start, end in picture.across:
        for near in range(max(0, row - 1), min(picture.height, row + 2)):
            dots[near * wide + start : near * wide + end] = b"\xff" * (end - start)
    for column, start, end in picture.down:
        for near in range(max(0, column - 1), min(wide, column + 2)):
            dots[start * wide + near : (end - 1) * wide + near + 1 : wide] = b"\xff" * (end - start)


def _tesseract(picture: _Picture, *, sparse: bool) -> str:
    """What Tesseract says of a picture, as a table."""
    found = program()
    if found is None:
        raise NotRecognisedError("Tesseract is not installed")
    budget.allow(_SECONDS)
    header = f"P5 {picture.width} {picture.height} 255\n".encode()
    command = [found, "stdin", "stdout", "-l", "eng", "--dpi", str(round(72 * picture.scale))]
    command += ["--psm", "11" if sparse else "3", "tsv"]
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # several pages are read beside one another
    try:
        done = subprocess.run(
            command, input=header + picture.dots, capture_output=True, timeout=_SECONDS, check=True, env=alone
        )
    except subprocess.TimeoutExpired:
        raise NotRecognisedError(f"Tesseract took more than {_SECONDS} seconds") from None
    except (OSError, subprocess.CalledProcessError):
        raise NotRecognisedError("Tesseract could not read the picture") from None
    return done.stdout.decode("utf-8", errors="replace")


def _words(table: str) -> Iterator[_Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        sure = max(0.0, min(1.0, float(cells[10]) / 100))
        if sure < _LEAST_SURE and not any(map(str.isalnum, cells[11])):
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        yield _Word(tuple(int(cell) for cell in cells[1:5]), left, top, width, height, sure, cells[11].strip())


def _glyphs(words: Sequence[_Word], scale: float) -> Iterator[Glyph]:
    """The words as letters, each line on its baseline; sizes are told apart only where they differ much."""
    lines = [list(group) for _, group in groupby(words, lambda word: word.line)]
    heights = [_height(line) for line in lines]
    usual = median(heights) if heights else 1.0
    for line, height in zip(lines, heights, strict=True):
        size = round((height if height > _LARGE * usual else usual) / scale, 1)
        base = _base(line) / scale
        for number, word in enumerate(line):
            text = "•" if number == 0 and len(line) > 1 and word.text in _BULLETS else word.text
            style = Style(size, sure=word.sure)
            step = word.width / scale / len(text)
            start = word.left / scale
            for place, char in enumerate(text):
                yield Glyph(char, start + place * step, start + (place + 1) * step, base, style)
            yield Glyph(" ", start + word.width / scale, start + word.width / scale + 0.25 * size, base, style)


def _height(line: Sequence[_Word]) -> float:
    """The size of a line's letters: its tall ones are some three quarters of it."""
    heights = sorted(_base([word]) - word.top for word in line)
    return heights[int(0.7 * (len(heights) - 1))] / 0.72


def _base(line: Iterable[_Word]) -> float:
    """Where the baseline of some words is."""
    words = list(line)
    ends = [word.top + word.height for word in words if not _BELOW_THE_LINE & set(word.text)]
    return median(ends) if ends else median(word.top + 0.78 * word.height for word in words)
