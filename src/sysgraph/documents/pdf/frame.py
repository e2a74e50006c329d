"""Where on the page as a person holds it a place of the file's own space is."""

import math
from dataclasses import dataclass

import pypdfium2 as pdfium

from sysgraph.documents.pdf.records import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The way from a page's own space to points from the top left corner, as six numbers of an affine map."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place of the file's space on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The rectangle between two corners."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def turn(self, x: float, y: float) -> int:
        """The quarter turns anticlockwise of what runs in this direction of the file's space; -1 if it runs askew."""
        across, down = self.a * x + self.c * y, self.b * x + self.d * y
        angle = math.degrees(math.atan2(-down, across)) % 360
        nearest = round(angle / 90)
        return nearest % 4 if abs(angle - 90 * nearest) < 3 else -1

    def turned(self, quarters: int) -> "Frame":
        """The frame of the page turned clockwise by so many quarters, so that such words stand upright."""
        frame = self
        for _ in range(quarters % 4):
            # A place x from the left and y from the top is then at height - y and x.
            frame = Frame(
                -frame.b, frame.a, -frame.d, frame.c, frame.height - frame.f, frame.e, frame.height, frame.width
            )
        return frame


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The frame of a page: what its crop box shows, turned as the file says."""
    left, bottom, right, top = page.get_cropbox()
    upright = Frame(1, 0, 0, -1, -left, top, right - left, top - bottom)
    return upright.turned(page.get_rotation() // 90)
