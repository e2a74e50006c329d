"""A paper as a Word document: styles by name, tables whose headers repeat, a figure with alt text, language en-GB."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from sysgraph.views.console import plain
from sysgraph.views.figure.canvas import Picture
from sysgraph.views.figure.pdf import as_png
from sysgraph.views.paper import content
from sysgraph.views.paper.content import Paper, Rule, Table
from sysgraph.views.paper.package import describe, finished

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_WIDE = 16.0  # centimetres between the margins of an upright page
_CELL, _HEAD, _SOURCE = "Paper Table Text", "Paper Table Heading", "Paper Source"
_BEFORE = "Paper Before"  # what stays on the page of what follows: a figure, words above a table


def as_docx(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx file; the same paper gives the same bytes."""
    from docx import Document

    document = Document()
    _page(document)
    _styles(document)
    document.add_paragraph(_clean(paper.title), "Title")
    document.add_paragraph(_clean(paper.basis))
    _figure(document, paper)
    document.add_heading(content.HEADING_LINES, 1)
    for section in paper.lines:
        document.add_heading(_clean(section.heading), 2)
        for one in section.sentences:
            paragraph = document.add_paragraph(_clean(one.text), "List Bullet")
            if one.source:
                paragraph.add_run(f" ({_clean(one.source)})", _SOURCE)
    document.add_heading(content.HEADING_ACTIONS, 1)
    if not paper.tables:
        document.add_paragraph(content.NO_ACTIONS)
    for table in map(Table.slim, paper.tables):
        document.add_heading(_clean(table.caption), 2)
        _table(document, table)
    document.add_heading(content.HEADING_GAPS, 1)
    _rules(document, paper)
    document.add_heading(content.HEADING_SOURCES, 1)
    for source in paper.sources:
        document.add_paragraph(_clean(source), "List Number")
    return finished(document, paper)


def _page(document: "Document") -> None:
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)


def _styles(document: "Document") -> None:
    """Nothing; the styles of the paper are in the document, so that nothing is dressed by hand."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    dark = RGBColor(0x1F, 0x2A, 0x44)
    for name, size in (("Title", 20), ("Heading 1", 15), ("Heading 2", 12.5), ("Heading 3", 11)):
        _dress(document.styles[name], size, dark)
    _dress(document.styles["Normal"], 10.5)
    _dress(document.styles["Caption"], 9.5, dark)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    cell = document.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    _dress(cell, 9)
    cell.paragraph_format.space_after = Pt(1)
    before = document.styles.add_style(_BEFORE, WD_STYLE_TYPE.PARAGRAPH)
    before.base_style = document.styles["Normal"]
    before.paragraph_format.keep_with_next = True
    head = document.styles.add_style(_HEAD, WD_STYLE_TYPE.PARAGRAPH)
    head.base_style = cell
    head.font.bold = True
    source = document.styles.add_style(_SOURCE, WD_STYLE_TYPE.CHARACTER)
    source.font.size, source.font.color.rgb = Pt(9), RGBColor(0x4A, 0x4A, 0x4A)


def _dress(style: Any, size: float, colour: Any = None) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = "Arial", Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if colour is not None:
        style.font.color.rgb = colour


def _figure(document: "Document", paper: Paper) -> None:
    for note in paper.notes:
        document.add_paragraph(_clean(note))
    if paper.figure is None:
        return
    if paper.figure.landscape:
        _turn(document)
    put_picture(document.add_paragraph(style=_BEFORE).add_run(), paper.figure)
    caption = document.add_paragraph("Figure ", "Caption")
    _number(caption)
    caption.add_run(f": {_clean(paper.caption)}")
    if paper.figure.landscape:
        _turn(document)


def put_picture(run: Any, picture: Picture) -> None:
    """Nothing; the picture is in the run, at its own size, with its description as alt text."""
    from docx.shared import Pt

    shape = run.add_picture(BytesIO(as_png(picture)), width=Pt(picture.width))
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")  # where it is not said, some programs leave an eighth of an inch
    describe(shape._inline.docPr, picture)


def _turn(document: "Document") -> None:
    """Nothing; what follows is on pages that are turned round."""
    from docx.enum.section import WD_ORIENT, WD_SECTION

    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.page_height = section.page_height, section.page_width
    turned = int(section.page_width or 0) > int(section.page_height or 0)
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT


def _number(caption: "Paragraph") -> None:
    """Nothing; the caption ends in the number that Word counts figures by."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " SEQ Figure \\* ARABIC ")
    run: Any = OxmlElement("w:r")
    run.text = "1"
    field.append(run)
    caption._p.append(field)


def _rules(document: "Document", paper: Paper) -> None:
    if not paper.rules:
        document.add_paragraph(content.NO_GAPS)
    severity = ""
    for rule in paper.grave:
        if rule.severity != severity:
            severity = rule.severity
            document.add_heading(content.SEVERITIES[severity], 2)
        _rule(document, rule)
    if paper.minor:
        document.add_heading(paper.minor.caption, 2)
        _table(document, paper.minor)


def _rule(document: "Document", rule: Rule) -> None:
    document.add_heading(_clean(rule.table().caption), 3)
    paragraph = document.add_paragraph(style=_BEFORE)
    paragraph.add_run(content.REMEDY, "Strong")
    paragraph.add_run(_clean(rule.remedy))
    _table(document, rule.table())


def _table(document: "Document", table: Table) -> None:
    if table.note:
        document.add_paragraph(_clean(table.note), _BEFORE if table.rows else None)
    if not table.rows:
        document.add_paragraph(_clean(table.nothing))
        return
    made: Any = document.add_table(1, len(table.columns), "Table Grid")
    made.autofit = True
    _fill(made.rows[0], table.columns, _HEAD)
    _mark(made.rows[0], "w:tblHeader")
    for row in table.rows:
        _fill(made.add_row(), row, _CELL)
    _widen(made, table)
    for row in made.rows:
        _mark(row, "w:cantSplit")
    _say(made, table)
    document.add_paragraph(style=_CELL)


def _fill(row: Any, cells: tuple[str, ...], style: str) -> None:
    for cell, text in zip(row.cells, cells, strict=True):
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(_clean(text))


def _mark(row: Any, name: str) -> None:
    """Nothing; the row has a property: that it repeats on each page, or that no page parts it."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _widen(made: Any, table: Table) -> None:
    from docx.shared import Cm

    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = Cm(_WIDE * share)


def _say(made: Any, table: Table) -> None:
    """Nothing; the table has a title for those who do not see it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    said: Any = OxmlElement("w:tblCaption")
    said.set(qn("w:val"), _clean(table.caption))
    made._tbl.tblPr.append(said)


def _clean(text: str) -> str:
    """Text that XML may hold."""
    return plain(text)
