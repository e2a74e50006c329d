"""Presentations that tests put together, and what is asked of them."""

import io
import zipfile
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from sysgraph.documents import read
from sysgraph.model import Document

TITLE_SLIDE, BULLETS, SECTION, TITLE_ONLY, BLANK = 0, 1, 2, 5, 6


class Made:
    """A presentation that a test puts together."""

    def __init__(self) -> None:
        self.opened: Any = Presentation()

    def slide(self, layout: int = BLANK, title: str = "", body: str = "") -> Any:
        slide = self.opened.slides.add_slide(self.opened.slide_layouts[layout])
        if title:
            slide.shapes.title.text = title
        if body:
            slide.placeholders[1].text = body
        return slide

    def read(self, folder: Path, name: str = "deck.pptx") -> Document:
        self.opened.save(str(folder / name))
        return read(folder / name, name)


def box(slide: Any, text: str, left: float, top: float) -> Any:
    made = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(2), Inches(0.4))
    made.text_frame.text = text
    return made


def told(found: Document) -> list[tuple[str, str]]:
    return [(notice.where, notice.what) for notice in found.notices]


def changed(path: Path, part: str, old: str, new: str) -> None:
    """Nothing; one part of a saved presentation has other words."""
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as old_zip, zipfile.ZipFile(path, "w") as new_zip:
        for one in old_zip.namelist():
            words = old_zip.read(one)
            new_zip.writestr(one, words.replace(old.encode(), new.encode()) if one == part else words)
