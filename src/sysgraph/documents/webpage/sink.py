"""Where text runs together into blocks: a page, or one cell of a table."""

from sysgraph.documents.webpage.grid import Frame, Words
from sysgraph.documents.wording import looks_like_heading, sentences, tidy, without_mark

_LONGEST_TERM = 100
_DEEPEST = 9  # as deep as word processors have lists


class Sink:
    """The blocks of a page or cell, and what the next one will be."""

    def __init__(self, items: list[Words | Frame] | None = None, *, in_cell: bool = False) -> None:
        self.items: list[Words | Frame] = [] if items is None else items
        self.label = ""  # the mark of a list's line that is written as words
        self._in_cell = in_cell
        self._run: list[str] = []
        self._bold = True
        self._lists: list[int | None] = []  # the number of the last line, of a numbered list
        self._line = 0  # the depth of the list's line whose first words are awaited
        self._term = ""
        self._in_term = False
        self._heading = 0  # the level of the heading that is open
        self._opened_at = 0  # how deep in the page it was opened
        self._last_heading = 0

    def write(self, words: str, *, bold: bool = False) -> None:
        """Nothing; adds words to the block that is open."""
        self._run.append(words)
        self._bold = self._bold and (bold or not words.strip())

    def ends_a_word(self) -> bool:
        """Whether the open block ends with a word of several letters, or the end of a sentence."""
        last = self._run[-1] if self._run else ""
        return last[-1:] in '.,;:)”’"' or (len(last) > 2 and last[-3:].isalpha())

    def flush(self) -> None:
        """Nothing; ends the open block."""
        if not self._run:
            return
        text, bold = tidy("".join(self._run)), self._bold
        self._run.clear()
        self._bold = True
        if not text:
            return
        if self._in_term:
            self._end_term()
            self._term = " ".join(text.split("\n"))
            return
        if self._heading:
            self._last_heading = self._heading
            self.items.append(Words("heading", " ".join(text.split("\n")), self._heading))
            return
        first, *others = text.split("\n") if self._in_cell else sentences(text)
        if self._term:
            first = f"{self._term}{'' if self._term.endswith(':') else ':'} {first}"
            self._term = ""
        self.items.append(self._first(first, bold=bold and not others))
        self.items += (self._first(line, bold=False) for line in others)

    def _first(self, words: str, *, bold: bool) -> Words:
        if self._line:
            line = Words("bullet", words, self._line, self._numbered())
            self._line = 0
            self.label = ""
            return line
        if not self._in_cell and (bare := without_mark(words)) is not None:
            return Words("bullet", bare, 1)
        if bold and not self._in_cell and not self._lists and looks_like_heading(words):
            return Words("heading", words, min(self._last_heading + 1, 6))
        return Words("paragraph", words)

    def _numbered(self) -> str:
        """The number of a list's line as a page shows it; "" where it is a dot."""
        label = tidy(self.label)
        if label:
            return label if any(map(str.isalnum, label)) and len(label) > 1 else ""
        number = self._lists[-1] if self._lists else None
        return f"{number}." if number is not None else ""

    def open_list(self, *, ordered: bool, start: str) -> None:
        """Nothing; a list begins."""
        first = _number(start, 1)
        self._lists.append(first - 1 if ordered else None)
        self._line = 0

    def close_list(self) -> None:
        """Nothing; the innermost list ends."""
        if self._lists:
            self._lists.pop()
        self._line = 0

    def open_item(self, value: str) -> None:
        """Nothing; a line of the innermost list begins."""
        if self._lists and (last := self._lists[-1]) is not None:
            self._lists[-1] = _number(value, last + 1)
        self._line = min(max(len(self._lists), 1), _DEEPEST)

    def open_line(self, depth: int) -> None:
        """Nothing; a line of a list begins that no list is written around."""
        self._line = depth

    def open_term(self, name: str) -> None:
        """Nothing; a term of a list of terms begins, or what is said of it."""
        self._in_term = name == "dt"

    def close_term(self, name: str) -> None:
        """Nothing; it ends, or the list does."""
        self._in_term = False
        if name == "dl" or len(self._term) > _LONGEST_TERM:
            self._end_term()

    def _end_term(self) -> None:
        """Adds a term of which nothing is said as a paragraph."""
        if self._term:
            self.items.append(Words("paragraph", self._term))
        self._term = ""

    def open_block(self, level: int, depth: int) -> None:
        """Nothing; a block begins so deep in the page: a heading, where it has a level."""
        if level and not self._heading:
            self._heading, self._opened_at = level, depth

    def close_block(self, depth: int) -> None:
        """Nothing; the block that began so deep in the page ends."""
        if depth == self._opened_at:
            self._heading = self._opened_at = 0

    def close(self) -> None:
        """Nothing; nothing more will come."""
        self.flush()
        self._end_term()


def _number(written: str, otherwise: int) -> int:
    text = written.strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 5 else otherwise
