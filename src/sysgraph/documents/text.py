"""Plain text and Markdown: headings, paragraphs, bullets, page marks, and tables with tabs or pipes.

A table ends where a line is blank; whether the next one goes on with it is for those who know what its columns
mean. In plain text asterisks are characters like others, since nobody says that they are emphasis.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.file import File
from sysgraph.documents.markup import plain, without_emphasis
from sysgraph.documents.wording import is_labelled, looks_like_heading
from sysgraph.errors import DocumentError
from sysgraph.model import Document

_PAGE_MARK = re.compile(
    r"^\W*page\s+(?P<a>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*$|^\W*(?P<b>\d{1,4})\s*\|\s*page\W*$", re.I
)
_BULLET = re.compile(r"^(?P<indent>\s*)(?:[-*•·●▪◦‣–—]|o(?=\s)|\(?[a-z]\)|\(?\d{1,2}[.)])\s+(?P<words>\S.*)$")
_QUOTED = re.compile(r"^\s*>\s?")
_HASHES = re.compile(r"^(?P<hashes>#{1,6})\s+(?P<words>.*)$")
_RULE_CELL = re.compile(r"^[\s:=-]*$")
_RULE_LINE = re.compile(r"^\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+$")  # under the header of a table without outer bars
_PIPE_GAP = re.compile(r"(?<!\\)\|")
_NUMBERED = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z]")
_WRAPPED_WIDTH = 60


@dataclass(frozen=True, slots=True)
class _Syntax:
    """What differs between the two: how cells part, what words look like without their mark-up."""

    words: Callable[[str], str]
    guesses_headings: bool  # Markdown marks its headings; plain text only looks like it


def read_plain(file: File) -> Document:
    """The document that a plain text file holds."""
    return _read(file, Assembly(file, "txt"), _Syntax(str, guesses_headings=True))


def read_markdown(file: File) -> Document:
    """The document that a Markdown file holds."""
    return _read(file, Assembly(file, "md"), _Syntax(without_emphasis, guesses_headings=False))


def _read(file: File, assembly: Assembly, syntax: _Syntax) -> Document:
    pages = _pages(decode(file.data, file.name))
    for number, (printed, lines) in enumerate(pages, start=1):
        assembly.page(number, printed)
        chunks = list(_chunks(_barred(lines)))
        for place, chunk in enumerate(chunks):
            if syntax.guesses_headings and _numbers_a_table(
                chunk, (chunks[later] for later in range(place + 1, len(chunks)))
            ):
                assembly.heading(chunk[0].strip(), 2)
            else:
                _read_chunk(chunk, assembly, syntax)
    document = assembly.document()
    if not document.blocks:
        raise DocumentError(f"{file.name}: there are no words in the file; save the document again and build anew")
    return document


def decode(data: bytes, name: str) -> str:
    """The text of a file, its line ends as newlines.

    Raises:
        DocumentError: where the bytes are not text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", errors="replace")
    else:
        if b"\0" in data:
            raise DocumentError(
                f"{name}: the file is not text (it holds zero bytes); give it the ending of its own format"
            )
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    controls = sum(character < " " and character not in "\n\r\t\f" for character in text)
    if controls * 50 > len(text):
        raise DocumentError(f"{name}: the file is not text (control characters throughout); save it as text anew")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _pages(text: str) -> Iterator[tuple[str | None, list[str]]]:
    """The pages of a text: (printed number, lines); parted by form feeds, else by page marks."""
    if "\f" in text:
        for page in text.split("\f"):
            marks = [mark for line in page.split("\n") if (mark := _page_mark(line))]
            yield marks[0] if marks else None, [line for line in page.split("\n") if not _page_mark(line)]
        return
    lines = text.split("\n")
    found = [(index, mark) for index, line in enumerate(lines) if (mark := _page_mark(line))]
    if not found:
        yield None, lines
        return
    head = any(line.strip() for line in lines[: found[0][0]])
    starts = [0, *(index + 1 for index, _ in found)]
    ends = [*(index for index, _ in found), len(lines)]
    numbers = [mark for _, mark in found]
    # A mark with text before it stands at the foot of its page, else at the head.
    printed = [*numbers, None] if head else [None, *numbers]
    for number, start, end in zip(printed, starts, ends, strict=True):
        if any(line.strip() for line in lines[start:end]):
            yield number, lines[start:end]


def _page_mark(line: str) -> str | None:
    found = _PAGE_MARK.match(line) if len(line) < 40 else None
    return (found["a"] or found["b"]) if found else None


def _barred(lines: list[str]) -> list[str]:
    """The lines, those of a table whose rows have bars between their cells alone with the outer ones too."""
    found = list(lines)
    end = 0  # of the table that was met last
    for index, line in enumerate(lines):
        if index > end and "|" in lines[index - 1] and _RULE_LINE.match(line):
            end = next((n for n in range(index, len(lines)) if "|" not in lines[n]), len(lines))
            found[index - 1 : end] = [f"|{one.strip()}|" for one in lines[index - 1 : end]]
    return found


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines with no blank line among them, a table's lines apart from others."""
    chunk: list[str] = []
    for line in lines:
        tabular = bool(_cells(line))
        if chunk and (not line.strip() or tabular != bool(_cells(chunk[-1]))):
            yield chunk
            chunk = []
        if line.strip():
            chunk.append(line)
    if chunk:
        yield chunk


def _cells(line: str) -> list[str] | None:
    """The cells of a line that is a row of a table, else None."""
    if "\t" in line.strip(" \n"):
        cells = line.strip(" \n").split("\t")
        return cells if len(cells) > 2 or cells[0].strip() else None
    stripped = line.strip()
    if stripped.count("|") >= 2 and stripped.startswith("|"):
        inner = stripped[1:-1] if stripped.endswith("|") else stripped[1:]
        return _PIPE_GAP.split(inner)
    return None


def _read_chunk(chunk: list[str], assembly: Assembly, syntax: _Syntax) -> None:
    if _cells(chunk[0]):
        between = "\t" if "\t" in chunk[0] else " | "
        rows = [_row(line, syntax) for line in chunk]
        assembly.table([row for row in rows if not _is_rule(row)], between)
        return
    for words, form, level in _passages(chunk, syntax):
        clean = syntax.words(words)
        if form == "heading":
            assembly.heading(clean, level)
        elif form == "bullet":
            assembly.bullet(clean, level)
        else:
            assembly.paragraph(clean)


def _row(line: str, syntax: _Syntax) -> list[RawCell]:
    return [RawCell(syntax.words(plain(cell.replace("\\|", "|")))) for cell in _cells(line) or []]


def _is_rule(row: list[RawCell]) -> bool:
    """Whether a row only draws a line under the header."""
    return any("-" in cell.text for cell in row) and all(_RULE_CELL.match(cell.text) for cell in row)


def _passages(chunk: list[str], syntax: _Syntax) -> Iterator[tuple[str, str, int]]:
    """The passages of some lines: (words, form, level)."""
    widest = max(len(line) for line in chunk)
    parts: list[tuple[str, str, int]] = []
    joinable = False
    for line in chunk:
        if not syntax.guesses_headings:
            line = _QUOTED.sub("", line)
        words, form, level = _line(line, alone=syntax.guesses_headings and len(chunk) == 1)
        goes_on = joinable and form == "paragraph" and parts
        if goes_on:
            before, kind, depth = parts[-1]
            parts[-1] = (f"{before} {words}", kind, depth)
        else:
            parts.append((words, form, level))
        # A wrapped line is about as long as the longest and does not end a sentence.
        wide = len(line) >= 0.6 * widest and widest >= _WRAPPED_WIDTH
        joinable = form != "heading" and wide and not re.search(r"[.:;?!]$", words)
    yield from parts


def _line(line: str, *, alone: bool) -> tuple[str, str, int]:
    words = line.strip()
    if hashes := _HASHES.match(words):
        return hashes["words"].rstrip().rstrip("#").rstrip(), "heading", len(hashes["hashes"])
    if bullet := _BULLET.match(line):
        return bullet["words"], "bullet", 1 + len(bullet["indent"].replace("\t", "  ")) // 2
    if alone and looks_like_heading(words):
        return words, "heading", 1 if words.upper() == words else 2
    return words, "paragraph", 0


def _numbers_a_table(chunk: list[str], following: Iterator[list[str]]) -> bool:
    """Whether a lone numbered line is the heading of a table below it, lines such as "Lead: …" between them aside.

    Elsewhere such a line may as well be one of a list.
    """
    if len(chunk) > 1 or not _NUMBERED.match(chunk[0]) or not looks_like_heading(chunk[0].strip()):
        return False
    beneath = next((one for one in following if not all(is_labelled(line.strip()) for line in one)), None)
    return beneath is not None and bool(_cells(beneath[0]))
