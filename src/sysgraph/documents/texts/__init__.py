"""What the files of word processors have in common: lines, tables, notes, and how they are put down."""

from sysgraph.documents.texts.blocks import MOST_COLUMNS, Block, Grid, Line, Note, Slot
from sysgraph.documents.texts.document import Text, put_together
from sysgraph.documents.texts.numerals import Counts, numeral
from sysgraph.documents.texts.omissions import Omissions

__all__ = [
    "MOST_COLUMNS",
    "Block",
    "Counts",
    "Grid",
    "Line",
    "Note",
    "Omissions",
    "Slot",
    "Text",
    "numeral",
    "put_together",
]
