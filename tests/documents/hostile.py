"""Makers of files that are broken, or made to do harm; and of honest ones, to be broken."""

import base64
import copy
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

from sysgraph.model import Document

Read = Callable[[bytes, str], Document]
"""What reads a file, given its bytes and its name."""
Said = Callable[[bytes, str], str]
"""What says what comes of a file, given its bytes and its name."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of these parts; a `mimetype` stands first and is stored, as OpenDocument asks for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def repacked(data: bytes, parts: Mapping[str, bytes | str | None]) -> bytes:
    """The zip with these parts in the place of its own; None leaves one out."""
    return packed({name: part for name, part in {**parts_of(data), **parts}.items() if part is not None})


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part_of(data: bytes, name: str) -> str:
    return parts_of(data)[name].decode("utf-8")


def word(body: str = "<w:p><w:r><w:t>The Harbour Board meets monthly.</w:t></w:r></w:p>", before: str = "") -> bytes:
    """A Word document with this body; `before` stands before its root."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    root = f'{XML}{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed({**_package("word/document.xml", kind), "word/document.xml": root})


def workbook(rows: str, shared: str = "", before: str = "") -> bytes:
    """An Excel workbook of one sheet with these rows and shared strings."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = _package("xl/workbook.xml", f"{base}.sheet.main+xml")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>",
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{base}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{base}.sharedStrings+xml"/></Types>',
    )
    return packed(
        {
            **parts,
            "xl/workbook.xml": f'{XML}<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
            '<sheet name="Actions" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                (f"{links}/worksheet", "worksheets/sheet1.xml"), (f"{links}/sharedStrings", "sharedStrings.xml")
            ),
            "xl/worksheets/sheet1.xml": f'{XML}{before}<worksheet xmlns="{main}">'
            f"<sheetData>{rows}</sheetData></worksheet>",
            "xl/sharedStrings.xml": f'{XML}{before}<sst xmlns="{main}">{shared}</sst>',
        }
    )


def open_document(medium: str, body: str, before: str = "") -> bytes:
    """An OpenDocument file of this medium (text, spreadsheet or presentation) with this body."""
    spaces = " ".join(
        f'xmlns:{short}="{OFFICE}:{name}:1.0"'
        for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
    )
    kind = f"application/vnd.oasis.opendocument.{medium}"
    manifest = (
        f'{XML}<m:manifest xmlns:m="{OFFICE}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    content = (
        f'{XML}{before}<office:document-content {spaces} office:version="1.2"><office:body><office:{medium}>'
        f"{body}</office:{medium}></office:body></office:document-content>"
    )
    return packed({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _package(main: str, kind: str) -> dict[str, str]:
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{kind}"/>'
        "</Types>",
        "_rels/.rels": _relations((f"{links}/officeDocument", main)),
    }


def _relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def slides(text: str = "The Harbour Board meets monthly.", before: str = "") -> bytes:
    """A presentation of one slide with this text; `before` stands before the slide's root."""
    from pptx import Presentation

    out = io.BytesIO()
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = "TEXT"
    presentation.save(out)
    part = part_of(out.getvalue(), "ppt/slides/slide1.xml").replace("TEXT", text)
    return repacked(out.getvalue(), {"ppt/slides/slide1.xml": part.replace("?>", f"?>{before}", 1)})


def pdf(pages: Iterable[str], tree: str | None = None) -> bytes:
    """A PDF with a line of text on each page; `tree` is written instead of the node over all pages (object 2)."""
    contents = [f"BT /F1 11 Tf 72 720 Td ({text}) Tj ET".encode() for text in pages]
    return pdf_of([b"<< /Length %d >> stream\n%s\nendstream" % (len(body), body) for body in contents], tree)


def pdf_of(streams: list[bytes], tree: str | None = None) -> bytes:
    """A PDF with a page for each of these content streams."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        (tree or f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>").encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(stream)
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def deflated(block: bytes, times: int, window: int = -15) -> bytes:
    """The block repeated so many times, compressed: made without having it all."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, window)
    first = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    again = squeeze.compress(block) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return first + again * (times - 1) + squeeze.flush(zlib.Z_FINISH)


def bomb(name: str, others: Mapping[str, bytes | str], times: int, said: int | None = None) -> bytes:
    """A zip in which one part unpacks to that many MB of zeros, or says that it unpacks to another number of bytes."""
    out = io.BytesIO(packed(others))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, deflated(bytes(1 << 20), times), zipfile.ZIP_STORED)
        part = archive.getinfo(name)
        part.compress_type = zipfile.ZIP_DEFLATED
        part.file_size = (times << 20) if said is None else said
    return out.getvalue()


def overlapping(data: bytes, times: int) -> bytes:
    """The zip, whose directory names one run of bytes again and again as parts of other names."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/picture.bin", deflated(bytes(1 << 20), 1), zipfile.ZIP_STORED)
        part = archive.getinfo("word/media/picture.bin")
        for number in range(times):
            other = copy.copy(part)
            other.filename = f"word/media/picture{number}.bin"
            archive.filelist.append(other)
    return out.getvalue()


def chained(data: bytes) -> bytes:
    """A stream of a PDF with what is compressed in it compressed twice more."""
    data = zlib.compress(zlib.compress(data))
    filters = "/FlateDecode " * 3
    return b"<< /Length %d /Filter [%s] >> stream\n%s\nendstream" % (len(data), filters.encode(), data)


def laughs(word_: str = "ha", levels: int = 10) -> str:
    """A document type with entities of which each holds ten of the one before."""
    lines = [f'<!ENTITY e0 "{word_}">']
    lines += [f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, levels + 1)]
    return f"<!DOCTYPE d [{''.join(lines)}]>"


def compound(*streams: str) -> bytes:
    """The beginning of an OLE file whose directory names these streams."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return header.ljust(512, b"\0") + b"".join(entries).ljust(4096, b"\0")


def sheet(rows: str, before: str = "") -> bytes:
    """An OpenDocument spreadsheet of one sheet with these rows."""
    return open_document("spreadsheet", f'<table:table table:name="Actions">{rows}</table:table>', before)


def text(body: str, before: str = "") -> bytes:
    """An OpenDocument text with this body."""
    return open_document("text", body, before)


SENTENCE = "The Harbour Board meets monthly."
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
ROW = '<row r="{0}"><c r="{1}{0}" t="inlineStr"><is><t>{2}</t></is></c></row>'
ODS_ROW = "<table:table-row{}><table:table-cell{}><text:p>{}</text:p></table:table-cell></table:table-row>"
HTML = "<html><body>{}</body></html>"

HONEST: dict[str, bytes] = {
    ".docx": word(),
    ".xlsx": workbook(ROW.format(1, "A", SENTENCE)),
    ".pptx": slides(),
    ".odt": text(f"<text:p>{SENTENCE}</text:p>"),
    ".ods": sheet(ODS_ROW.format("", "", SENTENCE)),
    ".pdf": pdf([SENTENCE]),
    ".html": HTML.format(f"<p>{SENTENCE}</p>").encode(),
}
"""A sound file of each format, with one sentence in it."""
ZIPPED = [".docx", ".xlsx", ".pptx", ".odt", ".ods"]
