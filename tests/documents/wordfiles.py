"""Writes small Word and OpenDocument files by hand: their XML as it is, so that a test shows what it is about."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from sysgraph.documents import read
from sysgraph.model import Document, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_ROOTS = {"header": "hdr"}  # the others are called as their parts are
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORDPROCESSING}.document.main+xml"/>{{}}</Types>'
)
_SPAN = re.compile(r'gridSpan w:val="(\d+)"')
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Council Part"/>'
    '<w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Area"><w:name w:val="Area"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Plain"/><w:basedOn w:val="berschrift1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style>'
)


def word_file(folder: Path, body: str, name: str = "plan.docx", **parts: str) -> Path:
    """The path of a Word file with this body and these parts ("styles", "numbering", "footnotes")."""
    parts = {"styles": STYLES, **parts}
    main = f"<w:document {_NAMES}><w:body>{body}<w:p/></w:body></w:document>"
    links = "".join(f'<Relationship Id="{kind}" Type="{_TYPE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORDPROCESSING}.{kind}+xml"/>' for kind in parts
    )
    files = {
        "[Content_Types].xml": _CONTENT_TYPES.format(types),
        "_rels/.rels": _RELATIONSHIPS.format(
            f'<Relationship Id="rId1" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": _RELATIONSHIPS.format(links),
    }
    for kind, content in parts.items():
        root = _ROOTS.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>"
    return packed(folder / name, files)


def packed(path: Path, files: Mapping[str, str]) -> Path:
    """The path of a zip with these files in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def word(folder: Path, body: str, **parts: str) -> Document:
    """The document that a Word file with this body is read as."""
    path = word_file(folder, body, **parts)
    return read(path, path.name)


def run(text: str, properties: str = "") -> str:
    """A run of letters."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", *, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """A paragraph; `number` is its list and its level in it, from 0. Content without a tag is one run."""
    if content and not content.startswith("<"):
        content = run(content)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{content}</w:p>"


def cell(
    content: str = "", *, across: int = 1, merge: str = "", fill: str = "", number: tuple[int, int] | None = None
) -> str:
    """A cell; content without a tag is one paragraph for each of its lines; `merge` is "restart" or "continue"."""
    if not content.startswith("<"):
        content = "".join(paragraph(line, number=number) for line in content.split("\n"))
    properties = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: Sequence[str], widths: Sequence[int] = (), repeated: bool = False) -> str:
    """A table of rows of cells; a cell without a tag is its words."""
    most = max(sum(int((_SPAN.search(one) or [0, 1])[1]) for one in row) for row in rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths or [1500] * most)
    lines = []
    for place, row in enumerate(rows):
        cells = "".join(one if one.startswith("<w:tc>") else cell(one) for one in row)
        head = "<w:trPr><w:tblHeader/></w:trPr>" if repeated and not place else ""
        lines.append(f"<w:tr>{head}{cells}</w:tr>")
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def numbering(*levels: tuple[str, str], more: str = "") -> str:
    """The part that defines list 1, each of its levels by form and text: ("decimal", "%1.%2")."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def rows(document: Document) -> list[list[list[str]]]:
    """The words of the cells of every table."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[[one.text for one in row.cells] for row in table.rows] for table in tables]


def passages(document: Document) -> list[tuple[str, str]]:
    """(form, words) of every passage outside of tables."""
    return [(block.form, block.text) for block in document.blocks if not isinstance(block, Table)]
