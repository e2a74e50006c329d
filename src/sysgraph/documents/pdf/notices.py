"""What of a PDF was not read, page by page, pages that share a reason in one notice."""

from collections.abc import Iterable, Iterator, Sequence

from sysgraph.documents.assembly import Assembly
from sysgraph.documents.pdf.records import Sheet

_LONGEST = 200
_NO_TESSERACT = "install Tesseract with its English, or take the document as it was written"
_OTHERWISE = "build with --ocr where Tesseract is installed, or take the document as it was written"

_MISREAD = "was recognised, and may be misread in places"

Reason = tuple[str, str, str]  # of one page, of several, the notice's kind


def tell(sheets: Sequence[Sheet], assembly: Assembly) -> None:
    """Nothing; the document gains a notice for what was not read, and where."""
    pages: dict[Reason, list[int]] = {}
    for sheet in sheets:
        for reason in _reasons(sheet):
            pages.setdefault(reason, []).append(sheet.number)
    for (one, several, kind), numbers in pages.items():
        for first, last in ranges(numbers):
            where, what = (f"page {first}", one) if first == last else (f"pages {first} to {last}", several)
            assembly.notice(where, what, kind)
    for sheet in sheets:
        for words in sheet.struck:
            short = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
            assembly.notice(
                f"page {sheet.number}", f"the words “{short}” are struck out, and were left out", "repaired"
            )


def is_unread(sheet: Sheet) -> bool:
    """Whether there are words on a page of which none was read."""
    return sheet.unreadable or (sheet.is_picture() and not (sheet.lines or sheet.tables or sheet.tagged))


def _reasons(sheet: Sheet) -> Iterator[Reason]:
    if sheet.damaged:
        why = "damaged, and nothing was read there; export the document again"
        yield f"the page is {why}", f"the pages are {why}", "unread"
    elif sheet.recognised:
        yield f"it is a picture; its text {_MISREAD}", f"they are pictures; their text {_MISREAD}", "repaired"
    elif is_unread(sheet):
        todo = f"{sheet.gave_up}; {_NO_TESSERACT}" if sheet.gave_up else _OTHERWISE
        if sheet.unreadable:
            why = "is not readable (its font gives no letters); nothing was read there; " + todo
            yield f"the text of this page {why}", f"the text of these pages {why}", "unread"
        else:
            why = "nothing was read there; " + todo
            yield f"it is a picture; {why}", f"they are pictures; {why}", "unread"
    elif sheet.hidden:
        why = "a scanner recognised the words, and may have misread some"
        yield f"it is a picture; {why}", f"they are pictures; {why}", "repaired"
    if sheet.unclear:
        why = "what looks like a table has no lines that tell its rows; it was read line by line"
        yield why, why, "unread"
    if sheet.dense:
        why = "so much is drawn here that no table was looked for; the words were read line by line"
        yield why, why, "unread"


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in order, as ranges."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
