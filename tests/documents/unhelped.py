"""Reading with no net below the reader, for a guarded child process to do."""

import hashlib
from pathlib import Path

from sysgraph.documents import READERS, File, reader_of
from sysgraph.documents.kinds import look
from sysgraph.errors import DocumentError
from sysgraph.extraction import read_claims
from sysgraph.model import Table
from sysgraph.workspace.task import register


def read_unhelped(data: bytes, name: str) -> str:
    """What came of reading a file and looking for claims in it, with no net below the reader.

    Whatever the reader raises but `DocumentError` comes back as it is.
    """
    ending = Path(name).suffix
    file = File(data, name, hashlib.sha256(data).hexdigest())
    try:
        look(file, ending, READERS)
        document = reader_of(ending)(file)
    except DocumentError as error:
        said = str(error)
        assert said.startswith(f"{name}: "), said
        assert "\n" not in said, said
        return said
    for row in (row for block in document.blocks if isinstance(block, Table) for row in block.rows):
        assert all(row.passage.text[cell.start : cell.end] == cell.text for cell in row.cells), row
    read_claims(document, register())
    return "read"
