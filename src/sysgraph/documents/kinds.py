"""What a file is, whatever its ending says: a look at its first bytes and, of a zip, at its directory.

A parser that is given another format than its own says so in its own words, or reads nonsense.
"""

import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass

from sysgraph.documents.archive import damaged, opened, protected
from sysgraph.documents.file import File
from sysgraph.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what people call it, the endings that are right for it, and what to do where none is read."""

    what: str
    endings: tuple[str, ...]
    instead: str = "open it in the program that made it and save it as .pdf"


_WORD = Kind("a Word document", (".docx", ".docm", ".dotx", ".dotm"), "save it as .docx")
_EXCEL = Kind("an Excel workbook", (".xlsx", ".xlsm", ".xltx", ".xltm"), "save it as .xlsx")
_EXCEL_BINARY = Kind("a binary Excel workbook", (".xlsb",), "save it as .xlsx")
_SLIDES = Kind("a PowerPoint presentation", (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"), "save it as .pptx")
_TEXT = Kind("an OpenDocument text", (".odt", ".ott"))
_SHEET = Kind("an OpenDocument spreadsheet", (".ods", ".ots"))
_PRESENTATION = Kind("an OpenDocument presentation", (".odp", ".otp"))
_DRAWING = Kind("an OpenDocument drawing", (".odg", ".otg"))
_APPLE = Kind("a file of Pages, Numbers or Keynote", (".pages", ".numbers", ".key"), "export it as .docx or .pdf")
_ARCHIVE = Kind("an archive of other files", (".zip", ".7z", ".rar", ".gz"), "unpack it")
_PDF = Kind("a PDF", (".pdf",))
_RICH = Kind("a document in Rich Text Format", (".rtf", ".doc"), "open it in Word and save it as .docx")
_OLD_WORD = Kind("a document of an old Word", (".doc", ".dot"), "save it as .docx")
_OLD_EXCEL = Kind("a workbook of an old Excel", (".xls", ".xlt"), "save it as .xlsx")
_OLD_SLIDES = Kind("a presentation of an old PowerPoint", (".ppt", ".pps", ".pot"), "save it as .pptx")
_OLD_OFFICE = Kind("a file of an old Office format", (".doc", ".xls", ".ppt"), "save it as .docx, .xlsx or .pptx")
_PICTURE = Kind("a picture", (".png", ".jpg", ".gif", ".tif"), "put it into a document and save that as .pdf")
_PAGE = Kind("a web page", (".html", ".htm", ".xhtml"), "save it as .html")
_MAIL_PAGE = Kind("a web page packed for mail", (".mht", ".mhtml"), "open it in a browser and save it as .html")
_FLAT = Kind("an Office document as plain XML", (".xml", ".fodt", ".fods", ".fodp"))

_OF_MARKS = (_PDF, _WORD, _EXCEL, _SLIDES, _TEXT, _SHEET, _OLD_WORD, _OLD_EXCEL, _OLD_SLIDES, _RICH)
"""The kinds that always bear their mark."""

_TEXTUAL = (_PAGE, _MAIL_PAGE, _FLAT)
"""The kinds that are text as well: no objection to a text that is about one."""
_PLAIN = (".txt", ".text", ".md", ".csv", ".tsv", ".tab")

_FOLDERS = (("word/", _WORD), ("xl/", _EXCEL), ("ppt/", _SLIDES), ("Index/", _APPLE))
_MEDIA = ((b".text", _TEXT), (b".spreadsheet", _SHEET), (b".presentation", _PRESENTATION), (b".graphics", _DRAWING))
_FIRST_BYTES = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RICH),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (("WordDocument", _OLD_WORD), ("Workbook", _OLD_EXCEL), ("PowerPoint Document", _OLD_SLIDES))
_HEAD = 1024  # as far into a file as programs look for its mark
_MARKED_PAGE = re.compile(r"<(?:!doctype\s+html|html)\b", re.I)
_MARKED_MAIL = re.compile(r"^MIME-Version:\s*1", re.I | re.M)
_MARKED_FLAT = re.compile(r"<\?mso-application|<pkg:package|<office:document\b")
_BEFORE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.S)  # what may stand before the mark of a web page
_MAIL_HEAD = re.compile(r"[\w-]+:\s")


def look(file: File, ending: str, read: Collection[str]) -> None:
    """Nothing, where the file may be what its ending says; `read` are the endings that have a reader.

    Raises:
        DocumentError: where it is of another format, protected with a password, or an archive that unpacks to too much.
    """
    kind = kind_of(file)
    if kind is None:
        supposed = next((one for one in _OF_MARKS if ending in one.endings), None)
        if supposed and not (supposed is _PDF and b"%PDF-" in file.data[:_HEAD]):
            raise DocumentError(f"{file.name}: inside, this is not {supposed.what}; save it anew and build anew")
        return
    if ending in kind.endings or (ending in _PLAIN and kind in _TEXTUAL):
        return
    better = next((one for one in kind.endings if one in read), None)
    remedy = f"give it the ending {better}" if better else kind.instead
    raise DocumentError(f"{file.name}: inside, this is {kind.what}; {remedy} and build anew")


def kind_of(file: File) -> Kind | None:
    """What the file is by its bytes; None where they bear no mark, as those of a text do not.

    Raises:
        DocumentError: where it is protected with a password, or an archive that unpacks to too much.
    """
    data = file.data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(file)
    if data.startswith(_COMPOUND):
        return _compound(file)
    marked = next((kind for mark, kind in _FIRST_BYTES if data.startswith(mark)), None)
    return marked or _textual(file.data[: 4 * _HEAD])


def _zipped(file: File) -> Kind | None:
    archive = opened(file)
    names = archive.namelist()
    if "mimetype" in names:
        medium = _little(archive, "mimetype", file)
        if b"encryption-data" in _little(archive, "META-INF/manifest.xml", file):
            raise protected(file)
        return next((kind for word, kind in _MEDIA if b"opendocument" + word in medium), _ARCHIVE)
    if "xl/workbook.bin" in names:
        return _EXCEL_BINARY
    found = (kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names))
    return next(found, _ARCHIVE)


def _little(archive: zipfile.ZipFile, name: str, file: File) -> bytes:
    """The beginning of a part that is short in any file that is what it seems to be."""
    try:
        with archive.open(name) as part:
            return part.read(64 * _HEAD)
    except KeyError:
        return b""
    except Exception:  # zlib, lzma and zipfile each have their own kinds for a damaged part
        raise damaged(file) from None


def _compound(file: File) -> Kind:
    """What an OLE file is, which Office wrote before 2007, and still writes around what it encrypts."""
    if "EncryptedPackage".encode("utf-16-le") in file.data:
        raise protected(file)
    found = [kind for name, kind in _STREAMS if name.encode("utf-16-le") in file.data]
    return found[0] if len(found) == 1 else _OLD_OFFICE


def _textual(head: bytes) -> Kind | None:
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", errors="replace")
    text = text.removeprefix("\xef\xbb\xbf").lstrip("\ufeff \t\r\n")
    if text.startswith("<?xml") and _MARKED_FLAT.search(text):
        return _FLAT
    if _MAIL_HEAD.match(text) and _MARKED_MAIL.search(text):
        return _MAIL_PAGE
    while before := _BEFORE.match(text):
        text = text[before.end() :]
    return _PAGE if _MARKED_PAGE.match(text) else None
