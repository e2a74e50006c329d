"""What is drawn on a page besides words: the lines of tables, coloured areas, pictures."""

import ctypes
import itertools
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sysgraph.documents.pdf.frame import Frame
from sysgraph.documents.pdf.records import Box, Drawing, Fill, Rule

_THIN = 2.6  # points: what is filled and thinner is a line
_SHORTEST = 3.0
_MOST_OBJECTS = 60_000  # of one page
_MOST_POINTS = 60_000
_DOT = 9.0  # points: what is drawn round and no larger may be a bullet
_DEEPEST = 6  # forms within forms
_WHITE = "FFFFFF"
_PALE = 8  # an alpha below is as good as invisible

Point = tuple[float, float]
_Map = tuple[float, float, float, float, float, float]


def read_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """The lines, areas and pictures of a page."""
    return _Reader(frame).read(page)


class _Reader:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._drawing = Drawing()
        self._objects = 0
        self._points = 0

    def read(self, page: pdfium.PdfPage) -> Drawing:
        count = raw.FPDFPage_CountObjects(page.raw)
        whole: _Map = (1, 0, 0, 1, 0, 0)
        for index in range(max(0, count)):
            self._object(raw.FPDFPage_GetObject(page.raw, index), whole, 0)
            if not self._drawing.whole:
                break
        return self._drawing

    def _object(self, thing: raw.FPDF_PAGEOBJECT, outer: _Map, depth: int) -> None:
        self._objects += 1
        if self._objects > _MOST_OBJECTS or self._points > _MOST_POINTS:
            self._drawing.whole = False
            return
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._picture(thing, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _combined(_matrix(thing), outer)
            for index in range(max(0, raw.FPDFFormObj_CountObjects(thing))):
                self._object(raw.FPDFFormObj_GetObject(thing, index), inner, depth + 1)

    def _picture(self, thing: raw.FPDF_PAGEOBJECT, outer: _Map) -> None:
        place = _combined(_matrix(thing), outer)
        corners = [self._frame.point(*_moved(place, x, y)) for x in (0, 1) for y in (0, 1)]
        self._drawing.pictures.append(_around(corners))

    def _path(self, thing: raw.FPDF_PAGEOBJECT, outer: _Map) -> None:
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(thing, filled, stroked) or not (filled.value or stroked.value):
            return
        colour = _colour(thing, raw.FPDFPageObj_GetFillColor) if filled.value else None
        drawn = bool(stroked.value) and _colour(thing, raw.FPDFPageObj_GetStrokeColor) is not None
        place = _combined(_matrix(thing), outer)
        for points, curved in self._outlines(thing, place):
            if colour is not None:
                self._area(points, colour, curved=curved)
            if drawn and curved and _is_dot(points):
                self._drawing.fills.append(Fill(_around(points), "000000", straight=False))
            elif drawn and not curved:
                for one, other in itertools.pairwise(points):
                    self._stroke(one, other)

    def _area(self, points: list[Point], colour: str, *, curved: bool) -> None:
        box = _around(points)
        wide, high = box.x1 - box.x0, box.bottom - box.top
        if min(wide, high) <= _THIN:
            if high <= wide >= _SHORTEST:
                self._drawing.across.append(Rule((box.top + box.bottom) / 2, box.x0, box.x1))
            elif wide <= high >= _SHORTEST:
                self._drawing.down.append(Rule((box.x0 + box.x1) / 2, box.top, box.bottom))
            return
        straight = not curved and all(
            min(abs(x - box.x0), abs(x - box.x1)) < 1 and min(abs(y - box.top), abs(y - box.bottom)) < 1
            for x, y in points
        )
        self._drawing.fills.append(Fill(box, colour, straight))

    def _stroke(self, one: Point, other: Point) -> None:
        wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
        if high < 1 and wide >= _SHORTEST:
            self._drawing.across.append(Rule((one[1] + other[1]) / 2, *sorted((one[0], other[0]))))
        elif wide < 1 and high >= _SHORTEST:
            self._drawing.down.append(Rule((one[0] + other[0]) / 2, *sorted((one[1], other[1]))))

    def _outlines(self, thing: raw.FPDF_PAGEOBJECT, place: _Map) -> Iterator[tuple[list[Point], bool]]:
        """The outlines of a path: (its points on the page, whether it has curves)."""
        points: list[Point] = []
        curved = False
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(max(0, raw.FPDFPath_CountSegments(thing))):
            self._points += 1
            if self._points > _MOST_POINTS:
                break
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points, curved
                points, curved = [], False
            curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
            points.append(self._frame.point(*_moved(place, x.value, y.value)))
            if raw.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
                points.append(points[0])
        if len(points) > 1:
            yield points, curved


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> _Map:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _combined(inner: _Map, outer: _Map) -> _Map:
    """The map that does the inner one first."""
    a, b, c, d, e, f = inner
    x0, y0 = _moved(outer, e, f)
    oa, ob, oc, od, _, _ = outer
    return a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, x0, y0


def _moved(place: _Map, x: float, y: float) -> Point:
    a, b, c, d, e, f = place
    return a * x + c * y + e, b * x + d * y + f


def _around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _is_dot(points: list[Point]) -> bool:
    box = _around(points)
    return max(box.x1 - box.x0, box.bottom - box.top) <= _DOT


def _colour(thing: raw.FPDF_PAGEOBJECT, ask: object) -> str | None:
    """The colour as RRGGBB, None where it is not to be seen."""
    red, green, blue, alpha = (ctypes.c_uint(255) for _ in range(4))
    if not callable(ask) or not ask(thing, red, green, blue, alpha):
        return "000000"
    return None if alpha.value < _PALE else f"{red.value:02X}{green.value:02X}{blue.value:02X}"
