"""What a parser meets in a web page, as its blocks in reading order.

Nothing here calls itself: however deep elements lie in one another, the parser only says where each begins and ends.
"""

import re
from collections import Counter
from collections.abc import Iterable

from sysgraph.documents.webpage.grid import Box, Frame, Line
from sysgraph.documents.webpage.looks import LEFT_OUT, Attributes, Look, coloured_classes, fill_of, look_of
from sysgraph.documents.webpage.sink import Sink
from sysgraph.documents.wording import tidy

DEEPEST_TABLE = 30
_HEADING = re.compile(r"h([1-6])")
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_GROUPS = {"thead": 0, "tbody": 1, "tfoot": 2}
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark meter nobr output "
    "progress q rp rt ruby s samp slot small span strike strong sub sup time tt u var wbr".split()
)
_LIST_LEVEL = re.compile(r"level(\d)")
_FOLDED = re.compile(r"[\t\n\f\r]+")
_LONGEST_ALTERNATIVE = 60


class Flow:
    """The blocks of a page, put together from what a parser meets.

    `scoped` says that the page marks its main part, so that a header outside of it is the site's.
    """

    def __init__(self, *, scoped: bool) -> None:
        self.page = Sink()
        self.title = ""
        self.left_out: Counter[int] = Counter()  # words by the look that is the reason why they are not read
        self.pictures = 0
        self.too_deep = False
        self._scoped = scoped
        self._sink = self.page
        self._frames: list[tuple[Frame, Sink]] = []  # each with the sink that it lies in
        self._open: list[tuple[str, int, bool]] = []  # name, look, whether it is a part of a table that is read
        self._looks: dict[int, int] = {}  # how many open elements have each look
        self._out = 0  # how many of them let their words go unread
        self._tags: Counter[str] = Counter()
        self._css: list[str] = []
        self._classes: dict[str, str] = {}

    def start(self, tag: str, attrib: Attributes) -> None:
        """Nothing; an element begins."""
        name = tag.rpartition("}")[2].lower()
        look = look_of(name, attrib)
        if name in ("header", "footer"):
            look |= self._furniture(name)
        elif name in ("sup", "a") and self._is_mark(name, attrib):
            look |= Look.MARK
        if look:
            self._count(look, 1)
        shown = not self._out
        part = shown and name in _TABLE_PARTS and self._is_part(name)
        self._open.append((name, look, part))
        self._tags[name] += 1
        if shown:
            self._begin(name, attrib, part=part)

    def end(self, tag: str) -> None:
        """Nothing; an element ends."""
        if not self._open:
            return
        name, look, part = self._open.pop()
        shown = not self._out
        self._tags[name] -= 1
        if look:
            self._count(look, -1)
        if name == "style":
            self._classes |= coloured_classes("".join(self._css))
            self._css.clear()
        if shown:
            self._finish(name, part=part)

    def data(self, text: str) -> None:
        """Nothing; text stands here."""
        if self._open and self._open[-1][0] == "style":
            self._css.append(text)
        elif self._tags["title"] and self._tags["head"] and not self._tags["svg"]:
            self.title += text
        elif self._out:
            reason = next(one for one in LEFT_OUT if self._looks.get(one))
            self.left_out[reason] += len(text.split())
        elif self._looks.get(Look.LABEL):
            self._sink.label += text
        elif not (self._looks.get(Look.MARK) and tidy(text).strip("[]()*").isdigit()):
            words = text if self._looks.get(Look.KEPT) else _FOLDED.sub(" ", text)
            self._sink.write(words, bold=bool(self._looks.get(Look.BOLD)))

    def comment(self, text: str) -> None:
        """Nothing; a comment is nobody's words to the reader."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nothing; so is an instruction to a program."""

    def close(self) -> "Flow":
        """The flow itself, all that is left open finished."""
        self._sink.flush()
        while self._frames:
            self._close_table()
        self.page.flush()
        return self

    def _count(self, look: int, step: int) -> None:
        for shift in range(look.bit_length()):
            one = look & (1 << shift)
            if one:
                self._looks[one] = self._looks.get(one, 0) + step
                self._out += step if one in LEFT_OUT else 0

    def _furniture(self, name: str) -> int:
        """The look of what is the page's own: its footer, and its header where the page marks its main part."""
        outer = name == "footer" or (name == "header" and self._scoped)
        inside = any(self._tags[one] for one in ("main", "article", "section", "blockquote", "td"))
        return Look.FURNITURE if outer and not inside else 0

    def _is_mark(self, name: str, attributes: Attributes) -> bool:
        """Whether a raised element, or a link in one, points to a note."""
        if name == "a":
            return bool(self._tags["sup"]) and attributes.get("href", "").startswith("#")
        return self._sink.ends_a_word() and "id" not in attributes

    def _is_part(self, name: str) -> bool:
        """Whether an element makes a part of a table: not where tables lie in one another without end."""
        if name != "table":
            return bool(self._frames) and not self._deep()
        self.too_deep |= len(self._frames) >= DEEPEST_TABLE
        return not self._deep() and len(self._frames) < DEEPEST_TABLE

    def _deep(self) -> bool:
        return self._tags["table"] > len(self._frames)

    def _begin(self, name: str, attributes: Attributes, *, part: bool) -> None:
        if name == "br":
            self._sink.write("\n")
        elif name == "img":
            self._picture(attributes)
        if name in _INLINE or name == "br":
            return
        self._sink.flush()
        if part:
            self._begin_part(name, attributes)
        elif name in _LISTS:
            self._sink.open_list(ordered=name == "ol", start=attributes.get("start", ""))
        elif name == "li":
            self._sink.open_item(attributes.get("value", ""))
        elif name in ("dt", "dd"):
            self._sink.open_term(name)
        else:
            self._sink.open_block(_level(name, attributes), len(self._open))
            if depth := _list_level(name, attributes):
                self._sink.open_line(depth)

    def _finish(self, name: str, *, part: bool) -> None:
        if name in _INLINE or name == "br":
            return
        self._sink.flush()
        if part:
            self._finish_part(name)
        elif name in _LISTS:
            self._sink.close_list()
        elif name in ("dl", "dt", "dd"):
            self._sink.close_term(name)
        elif name not in _TABLE_PARTS:
            self._sink.close_block(len(self._open) + 1)

    def _begin_part(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            layout = attributes.get("role", "").lower() in ("presentation", "none")
            self._frames.append((Frame(layout), self._sink))
            return
        frame = self._frames[-1][0]
        if name in _GROUPS:
            frame.group = _GROUPS[name]
            frame.body += 1
        elif name == "tr":
            frame.lines.append(Line(frame.group, frame.body, fill_of(attributes, self._classes)))
        elif name in ("td", "th"):
            self._cell(frame, name, attributes)

    def _cell(self, frame: Frame, name: str, attributes: Attributes) -> None:
        if not frame.lines:
            frame.lines.append(Line(frame.group, frame.body))
        across = _number(attributes.get("colspan", ""), 1) or 1
        box = Box(down=_number(attributes.get("rowspan", ""), 1), across=across)
        box.fill = fill_of(attributes, self._classes)
        frame.headed |= name == "th" or frame.group == 0
        frame.lines[-1].boxes.append(box)
        self._sink = Sink(box.items, in_cell=True)

    def _finish_part(self, name: str) -> None:
        if name == "table":
            self._close_table()
        elif name in ("td", "th"):
            self._sink.close()
            self._sink = self._frames[-1][1]
        elif name in _GROUPS:
            frame = self._frames[-1][0]
            frame.group = 1
            frame.body += 1

    def _close_table(self) -> None:
        frame, self._sink = self._frames.pop()
        self._sink.items.append(frame)

    def _picture(self, attributes: Attributes) -> None:
        shows = tidy(attributes.get("alt", ""))
        if self._frames and self._frames[-1][0].lines and shows and len(shows) <= _LONGEST_ALTERNATIVE:
            boxes = self._frames[-1][0].lines[-1].boxes
            if boxes:
                boxes[-1].pictures.append(shows)
                return
        # A picture without an alternative is an ornament, by the rules of the web.
        self.pictures += bool(shows)


def _level(name: str, attributes: Attributes) -> int:
    """The level of the heading that an element is, 0 for none."""
    if found := _HEADING.fullmatch(name):
        return int(found[1])
    classes: Iterable[str] = attributes.get("class", "").split()
    if "MsoTitle" in classes:
        return 1
    if attributes.get("role", "").lower() == "heading":
        return min(max(_number(attributes.get("aria-level", ""), 2), 1), 6)
    return 0


def _list_level(name: str, attributes: Attributes) -> int:
    """The depth of a paragraph that a word processor wrote as a list's line, 0 for none."""
    if name != "p" or "mso-list" not in attributes.get("style", ""):
        return 0
    found = _LIST_LEVEL.search(attributes["style"])
    return int(found[1]) if found else 0


def _number(written: str, otherwise: int) -> int:
    """A number of rows, columns or the like; what is no number is as if nothing were written."""
    text = written.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else otherwise
