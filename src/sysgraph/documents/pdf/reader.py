"""A PDF file as a document: its pages read one by one, then what only the whole of them tells."""

import itertools
from collections.abc import Sequence

import pypdfium2 as pdfium

from sysgraph.documents import budget
from sysgraph.documents.assembly import Assembly
from sysgraph.documents.file import File
from sysgraph.documents.pdf.blocks import items_of, right_margins, width_of
from sysgraph.documents.pdf.furniture import body_size, take_furniture
from sysgraph.documents.pdf.headings import tell_headings
from sysgraph.documents.pdf.joining import Words
from sysgraph.documents.pdf.notices import tell
from sysgraph.documents.pdf.opening import opened, turned_to
from sysgraph.documents.pdf.records import Grid, Item, Sheet, Text
from sysgraph.documents.pdf.sheets import Tags, read_sheet
from sysgraph.documents.pdf.stitching import together
from sysgraph.documents.pdf.tagged import tagged_items, tags_of
from sysgraph.documents.pdf.tagtree import Element, read_tags
from sysgraph.documents.pdf.writing import write
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_MOST_PAGES = 10_000
_MOST_DAMAGED = 200  # pages in a row, after which what the file says of its length is not believed
_POOR = 0.3  # the share of a tree's paragraphs that are mere lines, from which it is not to be trusted


def read_pdf(file: File) -> Document:
    """The document that a PDF file holds."""
    with opened(file) as pdf:
        tree = read_tags(file.data) if pdf.is_tagged() else None
        said = len(pdf)
        sheets, items = _read(pdf, tree, ocr=file.ocr)
        if tree and _is_poor(items):
            sheets, items = _read(pdf, None, ocr=file.ocr)
    words = Words()
    words.learn(sheets)
    assembly = Assembly(file, "pdf")
    assembly.pages(len(sheets))
    write(items, sheets, words, assembly)
    tell(sheets, assembly)
    if len(sheets) < said:
        assembly.notice(f"pages {len(sheets) + 1} to {said}", "nothing was read there; export them as a document alone")
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(f"{file.name}: {_why_empty(document)}")
    return document


def _why_empty(document: Document) -> str:
    """Why there are no words in a document, and what to do."""
    if document.notices:
        first = document.notices[0]
        return f"{first.where}: {first.what}"
    return "there are no words in the PDF; export the document again"


def _read(pdf: pdfium.PdfDocument, tree: Element | None, *, ocr: bool) -> tuple[list[Sheet], list[Item]]:
    tags = tags_of(tree) if tree else {}
    sheets: list[Sheet] = []
    for number in range(1, min(len(pdf), _MOST_PAGES) + 1):
        sheets.append(_sheet(pdf, number, tags.get(number, Tags()), ocr=ocr))
        if len(sheets) >= _MOST_DAMAGED and all(sheet.damaged for sheet in sheets[-_MOST_DAMAGED:]):
            break
    take_furniture(sheets)
    return sheets, _items(sheets, tree)


def _sheet(pdf: pdfium.PdfDocument, number: int, tags: Tags, *, ocr: bool) -> Sheet:
    """A page as it is read; one that is damaged is told as such."""
    budget.reached(number)
    try:
        with turned_to(pdf, number) as page:
            return read_sheet(page, number, pdf.get_page_label(number - 1) or None, tags, ocr=ocr)
    except pdfium.PdfiumError:
        return Sheet(number, 0.0, 0.0, damaged=True)


def _items(sheets: Sequence[Sheet], tree: Element | None) -> list[Item]:
    """The blocks of all pages in reading order."""
    by_page: dict[int, list[Item]] = {}
    has_headings = False
    for item in tagged_items(tree, sheets) if tree else []:
        by_page.setdefault(_page(item), []).append(item)
        has_headings = has_headings or (isinstance(item, Text) and item.form == "heading")
    body = body_size(sheets, [item for items in by_page.values() for item in items])
    margins = right_margins(sheets)
    columns: list[list[Item]] = []
    for sheet in sheets:
        columns.append(by_page.get(sheet.number, []))
        columns += items_of(sheet, margins.get(width_of(sheet), 0.0), body[0])
    told = [column for column in columns if column]
    tell_headings([item for column in told for item in column], body, only_large=has_headings)
    return together(told)


def _page(item: Item) -> int:
    return item.pages[0] if isinstance(item, Grid) else item.lines[0].page


def _is_poor(items: Sequence[Item]) -> bool:
    """Whether a tree calls each line a paragraph."""
    texts = [item for item in items if isinstance(item, Text) and item.form == "paragraph"]
    mere = sum(
        len(one.lines) == 1
        and len(other.lines) == 1
        and other.lines[0].text[:1].islower()
        and one.lines[0].text[-1:].isalpha()
        for one, other in itertools.pairwise(texts)
    )
    return len(texts) > 10 and mere > _POOR * len(texts)
