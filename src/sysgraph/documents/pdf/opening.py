"""A PDF file opened, or why it cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sysgraph.documents.file import File
from sysgraph.errors import DocumentError

_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024  # bytes
_MOST_ANNOTATIONS = 2000  # of one page


@contextmanager
def opened(file: File) -> Iterator[pdfium.PdfDocument]:
    """The document that a file holds.

    Raises:
        DocumentError: where it is none, damaged, protected by a password, or has no pages.
    """
    if _HEADER not in file.data[:_HEADER_WITHIN]:
        raise DocumentError(f"{file.name}: the file is no PDF; give it the ending of its own format")
    try:
        document = pdfium.PdfDocument(file.data)
    except pdfium.PdfiumError as error:
        raise DocumentError(f"{file.name}: {_reason(error)}") from None
    try:
        if len(document) < 1:
            raise DocumentError(f"{file.name}: the PDF has no pages; export the document again")
        document.init_forms()
        yield document
    finally:
        document.close()


@contextmanager
def turned_to(document: pdfium.PdfDocument, number: int) -> Iterator[pdfium.PdfPage]:
    """A page, numbered from 1, what is filled in or typed upon it a part of it.

    Raises:
        PdfiumError: where the page is damaged.
    """
    page = document[number - 1]
    try:
        if _is_written_upon(page) and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
            page.close()
            page = document[number - 1]
        yield page
    finally:
        page.close()


def _is_written_upon(page: pdfium.PdfPage) -> bool:
    """Whether forms are filled in on a page, or words typed upon it."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT):
            return True
    return False


def _reason(error: pdfium.PdfiumError) -> str:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
        return "the PDF is protected by a password; save a copy without one"
    if getattr(error, "err_code", None) == raw.FPDF_ERR_SECURITY:
        return "the PDF is protected in a way that cannot be opened; save a copy without protection"
    return "the PDF is damaged or cut short; export the document again"
