"""The words of one paragraph as Word shows them, tracked changes taken as accepted (ECMA-376, 17.3, 17.13, 17.16)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from sysgraph.documents.texts import Omissions
from sysgraph.documents.word.names import R, W, chosen, local, number, on, value
from sysgraph.documents.word.styles import Styles
from sysgraph.documents.word.symbols import is_symbol_font, sign

_SKIPPED = frozenset(
    "pPr rPr del moveFrom delText instrText delInstrText sdtPr sdtEndPr smartTagPr customXmlPr fldData rt proofErr "
    "bookmarkStart bookmarkEnd footnoteRef endnoteRef annotationRef commentReference tblPr tblGrid".split()
)
_PLAIN = {
    "tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "separator": "",
    "continuationSeparator": "",
}  # fmt: skip
_PICTURES = frozenset({"blip", "imagedata"})
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # codes that only a symbol font gives a meaning
_TICKED, _UNTICKED = "☒", "☐"


@dataclass(slots=True)
class Words:
    """What one paragraph holds."""

    text: str = ""
    strong: bool = False
    boxes: list[etree._Element] = field(default_factory=list)  # text boxes that are anchored in it
    notes: list[tuple[str, str]] = field(default_factory=list)  # (footnotes or endnotes, id)
    diagrams: list[str] = field(default_factory=list)  # what the parts are called that hold their words
    colours: set[str | None] = field(default_factory=set)  # behind its words


class Runs:
    """Reads the words of paragraphs in their order: a field may begin in one and end in another."""

    def __init__(self, styles: Styles, omissions: Omissions) -> None:
        self._styles = styles
        self._omissions = omissions
        self._codes: list[bool] = []  # of each open field, whether its code is being read, not its result
        self._words = Words()
        self._parts: list[str] = []
        self._properties: etree._Element | None = None
        self._run: etree._Element | None = None
        self._weak = False
        self._special: dict[str, Callable[[etree._Element], None]] = {
            "t": self._text,
            "r": self._read_run,
            "sym": self._sign,
            "fldChar": self._field,
            "sdt": self._control,
            "AlternateContent": self._alternatives,
            "txbxContent": lambda box: self._words.boxes.append(box),
            "footnoteReference": lambda mark: self._note("footnotes", mark),
            "endnoteReference": lambda mark: self._note("endnotes", mark),
            "relIds": lambda diagram: self._words.diagrams.append(diagram.get(f"{R}dm") or ""),
            "chart": lambda _: self._omissions.add("chart"),
            "OLEObject": lambda _: self._omissions.add("object"),
            "ins": self._inserted,
        }

    def read(self, paragraph: etree._Element) -> Words:
        """What a paragraph holds."""
        self._words, self._parts, self._weak, self._run = Words(), [], False, None
        self._properties = paragraph.find(f"{W}pPr")
        self._children(paragraph)
        self._codes = [False] * len(self._codes)  # a code does not run on into the next paragraph
        self._words.text = "".join(self._parts)
        self._words.strong = not self._weak and bool(self._words.text.strip())
        return self._words

    def _children(self, element: etree._Element) -> None:
        for child in element:
            name = local(child)
            if name in self._special:
                self._special[name](child)
            elif name in _PLAIN:
                self._write(_PLAIN[name])
            elif name in _PICTURES:
                self._omissions.add("picture")
            elif name not in _SKIPPED:
                self._children(child)
            elif name in ("del", "moveFrom"):
                self._omissions.add("deletion", bool(next(child.iter(f"{W}delText"), None) is not None))

    def _write(self, text: str) -> None:
        if text and not any(self._codes):
            self._parts.append(text)

    def _text(self, element: etree._Element) -> None:
        text = (element.text or "").replace("\u2011", "-")
        run = self._run
        if not text or any(self._codes) or self._is_left_out(text):
            return
        fonts = None if run is None else run.find(f"{W}rFonts")
        font = value(fonts, "ascii") or value(fonts, "hAnsi") or ""
        if is_symbol_font(font) or _PRIVATE.search(text):
            text = "".join(self._shown(ord(letter), font) for letter in text)
        self._parts.append(text)
        if text.strip():
            self._weak = self._weak or not self._styles.is_strong(self._properties, run)
            self._words.colours.add(_colour_behind(run))

    def _is_left_out(self, text: str) -> bool:
        for name, what in (("vanish", "hidden"), ("strike", "struck"), ("dstrike", "struck")):
            if on(self._run, name):
                self._omissions.add(what, len(text.split()))
                return True
        return False

    def _read_run(self, run: etree._Element) -> None:
        outer, self._run = self._run, run.find(f"{W}rPr")
        self._children(run)
        self._run = outer

    def _shown(self, code: int, font: str) -> str:
        found = sign(code, font)
        if found is None:
            self._omissions.add("sign")
        return found or ""

    def _sign(self, element: etree._Element) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            code = -1
        if not any(self._codes) and not on(self._run, "vanish"):
            self._write(self._shown(code, value(element, "font") or ""))

    def _field(self, element: etree._Element) -> None:
        """A field is a code, which is not shown, and its result, which is."""
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._write(_form_field(element))
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _control(self, element: etree._Element) -> None:
        """A field of a form; "Click here to enter text" is nobody's words."""
        if not on(element.find(f"{W}sdtPr"), "showingPlcHdr"):
            self._children(element)

    def _alternatives(self, element: etree._Element) -> None:
        content = chosen(element)
        if content is not None:
            self._children(content)

    def _note(self, part: str, mark: etree._Element) -> None:
        if not any(self._codes):
            self._words.notes.append((part, value(mark, "id") or ""))

    def _inserted(self, element: etree._Element) -> None:
        self._omissions.add("insertion", next(element.iter(f"{W}t"), None) is not None)
        self._children(element)


def _colour_behind(run: etree._Element | None) -> str | None:
    """The marker's colour, or the shading, that words stand on."""
    if run is None:
        return None
    return value(run.find(f"{W}highlight")) or value(run.find(f"{W}shd"), "fill")


def _form_field(element: etree._Element) -> str:
    """What a box to tick, or a list to choose from, of an old form shows: it is written in no words."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = on(box, "checked")
        return _TICKED if (on(box, "default") if ticked is None else ticked) else _UNTICKED
    choices = element.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    at = choices.find(f"{W}result")
    place = number(value(choices.find(f"{W}default") if at is None else at))
    entries = choices.findall(f"{W}listEntry")
    return value(entries[place]) or "" if 0 <= place < len(entries) else ""
