"""What of a word processor's file is not read, counted, to be told once at the end."""

from collections import Counter
from dataclasses import dataclass, field

from sysgraph.documents.assembly import Assembly

_TELLING: dict[str, tuple[str, str, str]] = {
    "picture": ("picture was", "pictures were", "not read; what they show in words is not known"),
    "chart": ("chart was", "charts were", "not read; the figures in them are not known"),
    "object": (
        "embedded file was",
        "embedded files were",
        "not read; open each, save it beside this document and build anew if it belongs to it",
    ),
    "hidden": ("hidden word was", "hidden words were", "not read; show them if they belong to the text"),
    "struck": ("word that is struck out was", "words that are struck out were", "not read"),
    "sign": (
        "sign of a symbol font was",
        "signs of symbol fonts were",
        "not read; nobody but the font knows what it shows",
    ),
    "cell": ("row was", "rows were", "read as far as their 200th column alone; save the table as a spreadsheet"),
    "table": ("table is", "tables are", "too large to be read whole; save the document in several smaller ones"),
    "deletion": (
        "tracked deletion is",
        "tracked deletions are",
        "left out as if accepted; accept or reject the changes to be sure",
    ),
    "insertion": (
        "tracked insertion is",
        "tracked insertions are",
        "read as if accepted; accept or reject the changes to be sure",
    ),
}
_MOST_COMMENTS = 3
_LONGEST_COMMENT = 80


@dataclass(slots=True)
class Omissions:
    """What was met and not read; `comments` are the words in the margin, which are nobody's decision yet."""

    counts: Counter[str] = field(default_factory=Counter)
    comments: list[str] = field(default_factory=list)

    def add(self, what: str, count: int = 1) -> None:
        """Nothing; so many more were met of what `_TELLING` lists: "picture", "hidden", "deletion"."""
        self.counts[what] += count

    def tell(self, assembly: Assembly) -> None:
        """Nothing; the document has a notice for each sort."""
        for what, (one, several, told) in _TELLING.items():
            if count := self.counts[what]:
                assembly.notice("", f"{count} {one if count == 1 else several} {told}")
        if self.comments:
            count = len(self.comments)
            quoted = ", ".join(f"“{_short(comment)}”" for comment in self.comments[:_MOST_COMMENTS])
            words = "comment in the margin is" if count == 1 else "comments in the margin are"
            more = " and more" if count > _MOST_COMMENTS else ""
            assembly.notice("", f"{count} {words} no part of the text, and not read: {quoted}{more}")


def _short(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST_COMMENT else f"{text[:_LONGEST_COMMENT].rstrip()}…"
