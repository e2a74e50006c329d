"""The letters of a page, each where it stands, as PDFium tells them."""

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sysgraph.documents.pdf.frame import Frame
from sysgraph.documents.pdf.records import Glyph, Style

_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_SYMBOL = re.compile(r"symbol|wingding|webding|dingbat", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # of a font's flags (ISO 32000-2, table 121)
_BOLD_WEIGHT = 600
_INVISIBLE = 3  # text rendering mode: neither filled nor stroked (ISO 32000-2, 9.3.6)
_FILLED_AND_STROKED = 2
_MOST_LETTERS = 200_000  # of one page
_LONGEST_NAME = 256
_SAME = str.maketrans(
    {
        "\xa0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\u2011": "-", "\u2010": "-",
        "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\r": "", "\n": "",
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "ft", "\ufb06": "st",
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0fb": "✗", "\uf0e0": "→", "\uf02d": "-",
    }
)  # fmt: skip
_HYPHEN = 2  # what PDFium puts for a hyphen at the end of a line
_UNKNOWN = "\ufffd"
_KNOWN: dict[int, str] = {_HYPHEN: "-"}


def _told_by(code: int) -> str:
    """The letter, or letters, of a code; U+FFFD where it is none."""
    if 0x20 <= code < 0x7F:
        return chr(code)
    char = chr(code).translate(_SAME)
    if char and (char < " " or 0x7F <= ord(char[0]) < 0xA0 or 0xE000 <= ord(char[0]) < 0xF900 or ord(char[0]) > 0xFFF0):
        return _UNKNOWN
    return char


@dataclass(slots=True)
class Letters:
    """The letters of a page in the file's order, by the way they are turned, and how many could not be told."""

    by_turn: dict[int, list[Glyph]] = field(default_factory=dict)
    unknown: int = 0
    known: int = 0


def read_letters(page: pdfium.PdfPage, frame: Frame) -> tuple[Letters, Frame]:
    """The letters of a page, and the frame in which most of its words stand upright."""
    textpage = page.get_textpage()
    try:
        letters = _Reader(textpage, frame).read()
        weights = {turn: len(glyphs) for turn, glyphs in letters.by_turn.items() if turn >= 0}
        main = max(weights, key=lambda turn: (weights[turn], -turn), default=0)
        if main:
            frame = frame.turned(main)
            letters = _Reader(textpage, frame).read()
    finally:
        textpage.close()
    return letters, frame


@dataclass(slots=True)
class _Run:
    """A text object: the style of its letters, its baseline, and the map from the file's space to left and right."""

    style: Style
    base: float
    across: float  # what left and right are multiplied by
    shift: float
    upright: bool  # whether left and right are so in the file's space too
    glyphs: list[Glyph]
    codes: dict[int, bool]  # of its font's letters met so far: whether the font tells which letter one is


class _Reader:
    """Reads one page; what letters share is asked once for each text object."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._raw = textpage.raw
        self._frames = {turn: frame.turned(turn) for turn in range(4)}
        self._frame = frame
        self._runs: dict[int, _Run | None] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._codes: dict[int, dict[int, bool]] = {}
        self._kept: dict[Style, Style] = {}
        self._found = Letters()

    def read(self) -> Letters:
        """The letters in the order of the file."""
        loose = raw.FS_RECTF()
        to_loose = ctypes.byref(loose)
        address = ctypes.c_void_p.from_buffer
        get_object, get_box, get_code = (
            raw.FPDFText_GetTextObject,
            raw.FPDFText_GetLooseCharBox,
            raw.FPDFText_GetUnicode,
        )
        text, runs = self._raw, self._runs
        high = 0
        for index in range(min(raw.FPDFText_CountChars(text), _MOST_LETTERS)):
            thing = get_object(text, index)
            key = address(thing).value
            if not key:
                continue  # a space or line end that PDFium thought of itself
            run = runs[key] if key in runs else self._run(key, thing, index)
            code = get_code(text, index)
            if 0xD800 <= code < 0xE000:
                code, high = (0, code) if code < 0xDC00 else (0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF), 0)
                if not code:
                    continue
            if run is None:
                continue
            if code not in run.codes:
                run.codes[code] = raw.FPDFText_HasUnicodeMapError(text, index) != 1
            char = self._char(code if run.codes[code] else 0xFFFD, symbol=run.style.symbol)
            if not char:
                continue
            get_box(text, index, to_loose)
            near, far = (loose.left, loose.right) if run.upright else (loose.bottom, loose.top)
            if run.across < 0:
                near, far = far, near
            x0, x1 = run.across * near + run.shift, run.across * far + run.shift
            if len(char) == 1:
                run.glyphs.append(Glyph(char, x0, x1, run.base, run.style))
            else:
                self._add_several(run, char, x0, x1)
        return self._found

    def _add_several(self, run: _Run, char: str, x0: float, x1: float) -> None:
        step = (x1 - x0) / len(char)
        for place, one in enumerate(char):
            run.glyphs.append(Glyph(one, x0 + place * step, x0 + (place + 1) * step, run.base, run.style))

    def _char(self, code: int, *, symbol: bool) -> str:
        """The letter of a code, or two where it is a ligature; "" where there is none to be shown."""
        char = _KNOWN.get(code)
        if char is None:
            char = _KNOWN[code] = _told_by(code)
        if symbol:
            return "•" if char == _UNKNOWN else char
        if char == _UNKNOWN:
            self._found.unknown += 1
            return ""
        self._found.known += 1
        return char

    def _run(self, key: int, thing: raw.FPDF_PAGEOBJECT, index: int) -> _Run | None:
        """What the letters of a text object share; None where it stands off the page, so that nobody sees it."""
        told = self._told(thing, index)
        style = self._kept.setdefault(told, told)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._raw, index, x, y)
        at_x, at_y = self._frame.point(x.value, y.value)
        run = None
        if -2 <= at_x <= self._frame.width + 2 and -2 <= at_y <= self._frame.height + 2:
            frame = self._frames[max(style.turn, 0)]
            upright = abs(frame.a) > abs(frame.c)
            across = frame.a if upright else frame.c
            glyphs = self._found.by_turn.setdefault(style.turn, [])
            font = ctypes.cast(raw.FPDFTextObj_GetFont(thing), ctypes.c_void_p).value or 0
            codes = self._codes.setdefault(font, {})
            run = _Run(style, frame.point(x.value, y.value)[1], across, frame.e, upright, glyphs, codes)
        self._runs[key] = run
        return run

    def _told(self, thing: raw.FPDF_PAGEOBJECT, index: int) -> Style:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._raw, index, matrix)
        size = raw.FPDFText_GetFontSize(self._raw, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
        style = Style(round(size, 1) or 1.0, turn=self._frame.turn(matrix.a, matrix.b))
        if not thing:
            return style
        bold, symbol = self._font(raw.FPDFTextObj_GetFont(thing))
        mode = raw.FPDFTextObj_GetTextRenderMode(thing)
        return replace(
            style,
            bold=bold or mode == _FILLED_AND_STROKED,
            symbol=symbol,
            colour=_colour(thing),
            tag=raw.FPDFPageObj_GetMarkedContentID(thing),
            artifact=_is_artifact(thing),
            hidden=mode == _INVISIBLE,
        )

    def _font(self, font: raw.FPDF_FONT) -> tuple[bool, bool]:
        """Whether a font is bold, and whether it is one of pictures."""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(_LONGEST_NAME)
            raw.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
            name = buffer.value.decode("latin-1")
            heavy = bool(raw.FPDFFont_GetFlags(font) & _FORCE_BOLD) or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self._fonts[key] = (bool(_BOLD.search(name)) or heavy, bool(_SYMBOL.search(name)))
        return self._fonts[key]


def _colour(thing: raw.FPDF_PAGEOBJECT) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return 0
    return red.value << 16 | green.value << 8 | blue.value


def _is_artifact(thing: raw.FPDF_PAGEOBJECT) -> bool:
    buffer, written = ctypes.create_string_buffer(64), ctypes.c_ulong()
    for number in range(max(0, raw.FPDFPageObj_CountMarks(thing))):
        mark = raw.FPDFPageObj_GetMark(thing, number)
        wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        if raw.FPDFPageObjMark_GetName(mark, wide, 64, written):
            name = buffer.raw[: written.value].decode("utf-16-le", "replace").rstrip("\0")
            if name == "Artifact":
                return True
    return False


def main_size(glyphs: list[Glyph]) -> float:
    """The size that most of the letters have."""
    sizes = Counter(glyph.style.size for glyph in glyphs)
    return max(sizes, key=lambda size: (sizes[size], -size), default=10.0)
