"""A document of an invented place whose names the tests of cells and sentences use."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sysgraph.extraction.mentions import Names, survey
from sysgraph.model import Document
from tests.written import document, register

TEXT = """# Marlbrook Improvement Plan

Marlbrook County Council (MCC), Vale of Tarrow NHS Trust (VTNT), Tarrow and Marl Clinical Commissioning Group (TMCCG)
and Healthwatch Marlbrook have signed up to this plan. The Quality Board meets monthly, the Tarrow Workforce Group
when it can. The Home First Team sits at the hospital.
"""


def read_text(text: str) -> Document:
    """The document that this text is, whose file is gone again."""
    with TemporaryDirectory() as folder:
        return document(Path(folder), text)


def names_of(text: str) -> Names:
    """The names that a document with this text uses."""
    return survey(read_text(text), register())


@cache
def names() -> Names:
    """The names of the invented place."""
    return names_of(TEXT)
