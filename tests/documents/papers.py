"""PDF files of an invented place, drawn word by word: where things stand is what these tests are about."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from sysgraph.documents import read_bytes
from sysgraph.model import Document, Table

WIDTH, HEIGHT = A4
LEFT, RIGHT = 72.0, WIDTH - 72
FILLER = (
    "The Marlbrook Board met in public and heard how wards in every part of the county had been opened again after "
    "the winter and what each of them had cost"
).split()


class Paper:
    """A PDF that is being drawn; heights count down from the top of the page."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=size, invariant=1)
        self.height = size[1]

    def words(self, x: float, y: float, text: str, size: float = 11, font: str = "Helvetica") -> float:
        """Where the words end."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y, text)
        return x + float(stringWidth(text, font, size))

    def paragraph(self, y: float, text: str, x: float = LEFT, right: float = RIGHT, size: float = 11) -> float:
        """The height of the line after the paragraph, whose lines are filled."""
        for line in wrapped(text, right - x, size):
            self.words(x, y, line, size)
            y += 1.25 * size
        return y

    def rules(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Nothing; draws every line of a table."""
        for x in xs:
            self.canvas.line(x, self.height - ys[0], x, self.height - ys[-1])
        for y in ys:
            self.canvas.line(xs[0], self.height - y, xs[-1], self.height - y)

    def cells(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 9) -> None:
        """Nothing; writes the words of a table's cells, each line of theirs on its own."""
        for top, row in zip(ys, rows, strict=False):
            for left, cell in zip(xs, row, strict=False):
                for number, line in enumerate(cell.split("\n")):
                    self.words(left + 4, top + 12 + number * 1.2 * size, line, size)

    def page(self) -> None:
        """Nothing; what follows stands on the next page."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._file.getvalue()

    def read(self, name: str = "paper.pdf") -> Document:
        """The document that the file is read as."""
        return read_bytes(self.data(), name, ".pdf")


def wrapped(text: str, width: float, size: float = 11) -> Iterator[str]:
    """The lines that words fill."""
    line = ""
    for word in text.split():
        if line and stringWidth(f"{line} {word}", "Helvetica", size) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def filler(count: int) -> str:
    """So many words of running text, without an end."""
    return " ".join((FILLER * (count // len(FILLER) + 1))[:count])


def told(found: Document) -> list[tuple[str, int, str]]:
    """The passages outside tables as (form, level, words)."""
    return [(one.form, one.level, one.text) for one in found.blocks if not isinstance(one, Table)]


def noticed(found: Document) -> list[tuple[str, str]]:
    """What the document says was not read, and where."""
    return [(notice.where, notice.what) for notice in found.notices]


def printed(chromium: Path, folder: Path, html: str, *, tagged: bool) -> Document:
    """The document that Chromium prints of a page."""
    import subprocess

    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(html, encoding="utf-8", newline="\n")
    options = ["--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    options += [] if tagged else ["--disable-pdf-tagging"]
    subprocess.run([str(chromium), *options, source.as_uri()], check=True, capture_output=True, timeout=120)
    return read_bytes(target.read_bytes(), "page.pdf", ".pdf")
