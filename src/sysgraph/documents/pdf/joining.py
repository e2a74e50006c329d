"""The words of lines joined to one text: hyphens at line ends, and words that a narrow cell cuts.

Whether a hyphen at a line's end belongs to the word, only the document itself can tell: by how it writes the word
elsewhere. Where it does not tell, the hyphen stays, except where the file marks it as one that is there for the line
end alone.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sysgraph.documents.pdf.records import Line, Sheet

_WORD = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z'’-]*[A-Za-z](?![\w-])")
_DASHED = re.compile(r"[a-z]- [A-Z]")
_LAST = re.compile(r"([A-Za-z][A-Za-z'’-]*)$")
_FIRST = re.compile(r"^([A-Za-z][A-Za-z'’]*)")
_KEEPING = frozenset(
    (
        "co re non pre post self multi cross inter intra semi well long short half part full high low mid over under "
        "sub anti ex all one two three four five six seven eight nine ten day year week month person place bed home "
        "hospital system evidence risk outcome community patient service in on out up off end to and of the by"
    ).split()
)
_SHORT = frozenset(
    (
        "a all an and any are as at be by for from has if in is it its new no not of off on or our out per so the to "
        "up us via was we who with"
    ).split()
)
_FEWEST_JOINED = 3


class Words:
    """The words that a document uses, and whether it parts words at line ends."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._ends: list[tuple[str, str]] = []
        self._parts_words: bool | None = None
        self._dashes = False  # whether a hyphen does for a dash: "Jo Lee- Director"

    def learn(self, sheets: Iterable[Sheet]) -> None:
        """Nothing; takes in the words of these pages."""
        for sheet in sheets:
            self._learn(sheet.lines)
            for lines in (sheet.tagged or {}).values():
                self._learn(lines)
            for table in sheet.tables:
                for area in table.areas:
                    for part in area.parts:
                        self._learn(part)

    def _learn(self, lines: Sequence[Line]) -> None:
        for line in lines:
            found = _WORD.findall(line.text)
            # The first and last word of a line may be parts of one.
            self._seen.update(word.lower() for word in found[1:-1])
            self._dashes = self._dashes or bool(_DASHED.search(line.text))
        for before, after in itertools.pairwise(lines):
            if before.text.endswith("-") and (last := _LAST.search(before.text[:-1])) and after.text[:1].islower():
                self._ends.append((last[1].lower(), (_FIRST.match(after.text) or [""])[0].lower()))

    def knows(self, word: str) -> bool:
        """Whether the document has the word elsewhere."""
        return word.lower() in self._seen

    def parts_words(self) -> bool:
        """Whether the document parts words at line ends: several of them stand whole elsewhere."""
        if self._parts_words is None:
            whole = sum(self.knows(left + right) for left, right in self._ends)
            hyphened = sum(self.knows(f"{left}-{right}") for left, right in self._ends)
            self._parts_words = whole >= _FEWEST_JOINED and whole > 3 * hyphened
        return self._parts_words

    def text(self, lines: Sequence[Line]) -> str:
        """The words of lines as one text, without the mark before them."""
        if not lines:
            return ""
        text = lines[0].text
        for before, after in itertools.pairwise(lines):
            text = self._glued(text, after.text, cut=_may_be_cut(before))
        return text.replace("\u00ad", "").strip()

    def _glued(self, text: str, after: str, *, cut: bool) -> str:
        if not text or not after:
            return text + after
        if text.endswith("\u00ad"):
            return text[:-1] + after
        if text.endswith("-") and len(text) > 1 and text[-2].isalnum():
            return self._hyphened(text, after)
        if text.endswith("/") and text[-2:-1].strip():
            return text + after
        if cut and after[0].islower() and self._is_cut(text, after):
            return text + after
        return f"{text} {after}"

    def _hyphened(self, text: str, after: str) -> str:
        left, right = _LAST.search(text[:-1]), _FIRST.match(after)
        if left is None or right is None:
            return text + after
        if self.knows(f"{left[1]}-{right[1]}"):
            return text + after
        if not after[0].islower():
            ends = self._dashes and "-" not in left[1] and left[1].lower() not in _KEEPING
            return f"{text} {after}" if ends else text + after
        if self.knows(left[1] + right[1]):
            return text[:-1] + after
        if left[1].rsplit("-")[-1].lower() in _KEEPING or "-" in left[1] or not self.parts_words():
            return text + after
        return text[:-1] + after

    def _is_cut(self, text: str, after: str) -> bool:
        """Whether a narrow cell has cut a word: the document has the whole, or neither of the parts."""
        left, right = _LAST.search(text), _FIRST.match(after)
        if left is None or right is None or right[1] in _SHORT:
            return False
        known = self.knows(left[1]), self.knows(right[1])
        return not all(known) if self.knows(left[1] + right[1]) else not any(known)


def _may_be_cut(line: Line) -> bool:
    """Whether a single word fills a line so that not one letter more has room in it."""
    return " " not in line.text and line.room is not None and line.room < 0.6 * line.size
