"""Pages that are pictures, or whose fonts give no letters: told by page, and recognised where that is asked for."""

import io
import shutil
from collections.abc import Iterable

import pypdfium2 as pdfium
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sysgraph.documents import read_bytes
from sysgraph.errors import DocumentError
from sysgraph.model import Document
from tests.documents.papers import HEIGHT, LEFT, WIDTH, Paper, filler, noticed
from tests.written import cells, passages

OTHERWISE = "build with --ocr where Tesseract is installed, or take the document as it was written"
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")


def scanned(paper: Paper, written: Iterable[str] = (), turned: int = 0, stamp: str = "") -> bytes:
    """A PDF of written pages followed by pictures of a paper's pages."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for words in written:
        canvas.drawString(LEFT, HEIGHT - 100, words)
        canvas.showPage()
    with pdfium.PdfDocument(paper.data()) as document:
        for page in document:
            picture = page.render(scale=200 / 72, rotation=turned).to_pil().convert("L")
            size = (HEIGHT, WIDTH) if turned % 180 else (WIDTH, HEIGHT)
            canvas.setPageSize(size)
            canvas.drawImage(ImageReader(picture), 0, 0, *size)
            if stamp:
                canvas.drawString(LEFT, 30, stamp)
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def papers(count: int) -> Paper:
    paper = Paper()
    for _ in range(count):
        paper.paragraph(100, f"The Marlbrook Board met. {filler(60)}.")
        paper.page()
    return paper


def read(data: bytes, *, ocr: bool = False) -> Document:
    return read_bytes(data, "scan.pdf", ".pdf", ocr=ocr)


def test_pages_that_are_pictures_are_told_by_their_numbers() -> None:
    found = read(scanned(papers(3), ["This page is written."]))
    assert passages(found) == [("paragraph", "This page is written.")]
    assert noticed(found) == [("pages 2 to 4", f"they are pictures; nothing was read there; {OTHERWISE}")]
    assert found.pages == 4
    assert noticed(read(scanned(papers(1), ["Written."])))[0][0] == "page 2"


def test_a_picture_with_a_page_number_stamped_upon_it_is_a_picture_all_the_same() -> None:
    found = read(scanned(papers(3), ["One is written.", "Two is written.", "Three is written."], stamp="Page 7 of 40"))
    assert [where for where, _ in noticed(found)] == ["pages 4 to 6"]


def test_a_file_of_nothing_but_pictures_is_refused_with_what_to_do() -> None:
    with pytest.raises(DocumentError, match=r"^scan\.pdf: pages 1 to 2: they are pictures; nothing .* --ocr "):
        read(scanned(papers(2)))


def test_a_picture_beside_words_is_no_scan() -> None:
    paper = papers(1)
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    with pdfium.PdfDocument(paper.data()) as document:
        picture = document[0].render(scale=1).to_pil()
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    canvas.drawString(LEFT, HEIGHT - 100, "These words are written over a picture.")
    canvas.save()
    assert noticed(read(file.getvalue())) == []


def test_words_under_a_picture_that_a_scanner_recognised_are_read_and_told() -> None:
    paper = Paper()
    text = paper.canvas.beginText(LEFT, HEIGHT - 100)
    text.setTextRenderMode(3)
    text.textLine("The Marlbrook Board met in May.")
    paper.canvas.drawText(text)
    found = paper.read()
    assert passages(found) == [("paragraph", "The Marlbrook Board met in May.")]
    assert noticed(found) == [("page 1", "it is a picture; a scanner recognised the words, and may have misread some")]


def test_without_tesseract_pictures_stay_unread_and_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = read(scanned(papers(1), ["Written."]), ocr=True)
    assert passages(found) == [("paragraph", "Written.")]
    assert noticed(found) == [
        (
            "page 2",
            "it is a picture; nothing was read there; Tesseract is not installed; install Tesseract with its English, "
            "or take the document as it was written",
        )
    ]


@needs_tesseract
def test_recognised_words_are_marked_with_how_sure_they_are_and_written_ones_are_not() -> None:
    found = read(scanned(papers(1), ["This page is written."]), ocr=True)
    first, second = found.passages()
    assert (first.text, first.recognised) == ("This page is written.", None)
    assert second.text == f"The Marlbrook Board met. {filler(60)}."
    assert second.recognised is not None
    assert 0.8 < second.recognised <= 1
    evidence = second.cite(0, 24, "test")
    assert evidence.recognised == second.recognised
    assert evidence.as_json()["recognised"] == second.recognised
    assert noticed(found) == [("page 2", "it is a picture; its text was recognised, and may be misread in places")]


@needs_tesseract
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_picture_that_lies_on_its_side_is_turned(turned: int) -> None:
    found = read(scanned(papers(1), turned=turned), ocr=True)
    assert passages(found) == [("paragraph", f"The Marlbrook Board met. {filler(60)}.")]


@needs_tesseract
def test_a_table_in_a_picture_is_read_as_a_table() -> None:
    paper = Paper()
    rows = [
        ["Ref", "Action", "Owner"],
        ["1.1", "Open a ward for\nolder people", "Jo Lee"],
        ["1.2", "Close a ward", "Sam Patel"],
    ]
    xs, ys = [72, 120, 300, 420], [100, 140, 180, 220]
    paper.rules(xs, ys)
    paper.cells(xs, ys, rows, size=11)
    found = read(scanned(paper), ocr=True)
    assert cells(found) == [
        [
            ["Ref", "Action", "Owner"],
            ["1.1", "Open a ward for older people", "Jo Lee"],
            ["1.2", "Close a ward", "Sam Patel"],
        ]
    ]
    assert all(row.recognised for row in found.passages())


@needs_tesseract
def test_a_bullet_that_is_taken_for_a_letter_is_a_bullet() -> None:
    paper = Paper()
    for number, words in enumerate(("Is it safe and sound?", "Is it well led?", "Is it responsive to people?")):
        paper.words(LEFT, 100 + 16 * number, "•")
        paper.words(LEFT + 18, 100 + 16 * number, words)
    assert [form for form, _ in passages(read(scanned(paper), ocr=True))] == ["bullet"] * 3


def without_letters() -> bytes:
    """A PDF whose font says which shapes to draw and not which letters they are."""
    shapes = "".join(f"{number:04X}" for number in range(40, 90))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> "
        "/Contents 4 0 R >>",
        f"<< /Length {len(shapes) + 35} >>\nstream\nBT /F1 11 Tf 72 700 Td <{shapes}> Tj ET\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>",
        "<< /Type /FontDescriptor /FontName /ABCDEF+Odd /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 /Ascent 700 "
        "/Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    body, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return f"{body}{end}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")


def test_a_page_whose_font_gives_no_letters_is_told_and_not_guessed() -> None:
    with pytest.raises(DocumentError, match=r"^scan\.pdf: page 1: the text of this page is not readable \("):
        read(without_letters())
