"""The text of a web page's bytes, in the encoding that it says it is in."""

import codecs
import re

from sysgraph.documents.file import File
from sysgraph.documents.text import decode

_HEAD = 4096
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
# Encodings that text is written in. Python knows others, which unpack or guess.
_OF_TEXT = re.compile(
    r"iso-?8859-\d+|windows-?125\d|cp125\d|latin-?\d|mac-?roman|macintosh|utf-?(?:8|16|16le|16be)|us-ascii"
)
_SUBSET = re.compile(r"(?<=<!DOCTYPE html)\s*\[[^\]]*\](?=\s*>)", re.IGNORECASE)
_DECODE_KNOWS = ("utf-8", "ascii", "iso8859-1", "cp1252")  # UTF-8, else what Windows means by Latin


def decoded(file: File) -> str:
    """The text of a web page.

    Raises:
        DocumentError: where the bytes are not text.
    """
    start = file.data[:_HEAD]
    encoding = _declared(start)
    data = file.data
    if encoding is not None and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode(encoding, errors="replace").encode("utf-8", errors="replace")
    # What a page declares of entities of its own is not looked at: the parser would take it for words.
    return _SUBSET.sub("", decode(data, file.name), count=1)


def _declared(start: bytes) -> str | None:
    """The encoding that the head declares, where it is one that cannot be told from the bytes."""
    found = _DECLARED.search(start)
    label = found[1].decode("ascii").lower() if found else ""
    if not _OF_TEXT.fullmatch(label):
        return None
    try:
        known = codecs.lookup("mac-roman" if label == "macintosh" else label).name
    except LookupError:
        return None
    # A declaration that can be read byte for byte is not of two bytes a letter, whatever it says.
    return None if known in _DECODE_KNOWS or known.startswith("utf-16") else known
