"""Files made to do harm: each is a clear error or a correct read, and costs no other document."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sysgraph.workspace import assemble
from tests.documents import hostile
from tests.documents.hostile import (
    HONEST,
    HTML,
    ODS_ROW,
    PARAGRAPH,
    ROW,
    SENTENCE,
    ZIPPED,
    Read,
    Said,
    bomb,
    laughs,
    pdf_of,
    sheet,
    slides,
    text,
    word,
    workbook,
)

SHARED_ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


@pytest.mark.parametrize(
    ("ending", "part"), [(".docx", "word/document.xml"), (".xlsx", "xl/worksheets/sheet1.xml"), (".odt", "content.xml")]
)
def test_a_zip_bomb_is_not_unpacked(refused: Said, ending: str, part: str) -> None:
    others = {name: data for name, data in hostile.parts_of(HONEST[ending]).items() if name != part}
    assert "unpacks to more than" in refused(bomb(part, others, 10 << 10), f"bomb{ending}")
    # What the directory says may be a lie.
    refused(bomb(part, others, 2 << 10, said=1000), f"lie{ending}")
    # Zeros are no XML, and 100 MB of them are within what a file may have.
    refused(bomb(part, others, 100), f"zeros{ending}")


def test_parts_of_a_zip_that_lie_upon_one_another_are_not_unpacked(refused: Said) -> None:
    assert "damaged" in refused(hostile.overlapping(HONEST[".docx"], 1000), "overlapping.docx")


def test_names_in_a_zip_that_lead_out_of_it_write_nothing(survives: Said, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    parts: dict[str, bytes | str | None] = {
        outside.as_posix(): "x",
        "../../../outside.txt": "x",
        "..\\outside.txt": "x",
    }
    for ending in ZIPPED:
        assert SENTENCE in survives(hostile.repacked(HONEST[ending], parts), f"paths{ending}")
    assert not outside.exists()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("laughs.docx", lambda before, entity: word(PARAGRAPH.format(entity), before)),
        ("laughs.xlsx", lambda before, entity: workbook(SHARED_ROW, f"<si><t>{entity}</t></si>", before)),
        ("laughs.pptx", lambda before, entity: slides(entity, before)),
        ("laughs.odt", lambda before, entity: text(f"<text:p>{entity}</text:p>", before)),
        ("laughs.ods", lambda before, entity: sheet(ODS_ROW.format("", "", entity), before)),
        ("laughs.html", lambda before, entity: (before + HTML.format(f"<p>{entity} Board</p>")).encode()),
        (
            "laughs.xhtml",
            lambda before, entity: (hostile.XML + before + HTML.format(f"<p>{entity} Board</p>")).encode(),
        ),
        (
            "svg.html",
            lambda before, entity: HTML.format(f"<svg>{before}<text>{entity}</text></svg><p>Board</p>").encode(),
        ),
    ],
)
def test_entities_are_neither_multiplied_nor_fetched(
    survives: Said, tmp_path: Path, name: str, make: Callable[[str, str], bytes]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the treasure", encoding="utf-8")
    fetching = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    for data in (make(laughs(), "&e10;"), make(fetching, "&e;")):
        found = survives(data, name)
        assert "treasure" not in found
        assert "haha" not in found


def test_one_cell_at_the_far_corner_of_a_sheet_is_read(survives: Said) -> None:
    data = workbook(ROW.format(1, "A", "Ref") + ROW.format(1_048_576, "XFD", SENTENCE))
    assert SENTENCE in survives(data, "corner.xlsx")


def test_cells_beyond_the_end_of_a_sheet_and_strings_that_are_not_there_do_no_harm(survives: Said) -> None:
    cells = '<row r="2"><c r="A2" t="s"><v>99999</v></c><c r="B2"><v>1e999</v></c><c r="C2" t="d"><v>soon</v></c></row>'
    data = workbook(ROW.format(1, "A", SENTENCE) + cells + ROW.format(99_999_999_999, "ZZZZZZ", "far"))
    assert SENTENCE in survives(data, "beyond.xlsx")


def test_a_merge_over_the_whole_sheet_is_not_unrolled(survives: Said) -> None:
    part = hostile.part_of(HONEST[".xlsx"], "xl/worksheets/sheet1.xml")
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    merged = part.replace("</sheetData>", f"</sheetData>{merges}")
    data = hostile.repacked(HONEST[".xlsx"], {"xl/worksheets/sheet1.xml": merged})
    assert SENTENCE in survives(data, "merge.xlsx")


def test_rows_and_cells_said_to_be_repeated_without_end_are_not_unrolled(survives: Said) -> None:
    endless = ' table:number-rows-repeated="99999999999"', ' table:number-columns-repeated="99999999999"'
    empty = f"<table:table-row{endless[0]}><table:table-cell{endless[1]}/></table:table-row>"
    assert SENTENCE in survives(sheet(empty + ODS_ROW.format("", "", SENTENCE)), "empty.ods")
    assert len(survives(sheet(ODS_ROW.format(*endless, "Board")), "full.ods")) < 10_000_000


def test_spans_without_end_are_not_unrolled(survives: Said) -> None:
    grid = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
    assert SENTENCE in survives(word(grid.format(PARAGRAPH.format(SENTENCE))), "span.docx")
    page = HTML.format(f"<table><tr><td rowspan=999999999 colspan=999999999>{SENTENCE}</td></tr></table>")
    assert SENTENCE in survives(page.encode(), "span.html")
    cell = ' table:number-columns-spanned="999999999" table:number-rows-spanned="999999999"'
    table = f'<table:table table:name="A">{ODS_ROW.format("", cell, SENTENCE)}</table:table>'
    assert SENTENCE in survives(text(table), "span.odt")
    assert SENTENCE in survives(text(f'<text:p><text:s text:c="999999999"/>{SENTENCE}</text:p>'), "spaces.odt")


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td", "b"])
def test_a_page_of_200_000_nested_elements_is_read(survives: Said, tag: str) -> None:
    data = HTML.format(f"<{tag}>" * 200_000 + f"<p>{SENTENCE}</p>").encode()
    assert SENTENCE in survives(data, "deep.html")


@pytest.mark.parametrize("tag", ["w:p", "w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent"])
def test_a_word_document_nested_beyond_reason_is_refused(refused: Said, survives: Said, tag: str) -> None:
    ends = "".join(f"</{one}>" for one in reversed(tag.split("><")))
    refused(word(f"<{tag}>" * 50_000 + PARAGRAPH.format(SENTENCE) + ends * 50_000), "deep.docx")
    assert SENTENCE in survives(word(f"<{tag}>" * 20 + PARAGRAPH.format(SENTENCE) + ends * 20), "nested.docx")


def test_a_word_document_whose_picture_is_missing_is_read(survives: Said) -> None:
    from io import BytesIO

    import docx

    picture = BytesIO(hostile.PIXEL)
    document, out = docx.Document(), BytesIO()
    document.add_paragraph(SENTENCE)
    document.add_picture(picture)
    document.save(out)
    (media,) = (name for name in hostile.parts_of(out.getvalue()) if name.startswith("word/media/"))
    assert SENTENCE in survives(hostile.repacked(out.getvalue(), {media: None}), "picture.docx")


def test_a_table_of_100_000_rows_is_read_as_far_as_it_is_said(guarded_read: Read) -> None:
    rows = "".join(f"{number},Ask the Harbour Board again,Jo Lee,Mar-26\n" for number in range(1, 100_001))
    found = guarded_read(f"Ref,Action,Owner,Due\n{rows}".encode(), "long.csv")
    read_rows = sum(passage.form == "row" for passage in found.passages())
    assert read_rows == 100_001 or any("nothing was read" in notice.what for notice in found.notices)
    assert read_rows > 10_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brackets.md", b"[" * 200_000),
        ("links.md", b"[a](" * 50_000),
        ("hashes.md", b"# " + b"#" * 200_000 + b"x"),
        ("rules.md", b"a|b\n-|-\n" * 10_000),
        ("tags.txt", b"<p " * 100_000),
        ("numbers.txt", b"1. Actions\n\n" * 30_000),
        ("quote.csv", b'a,b\n"' + b"x,y\n" * 200_000),
        ("wide.csv", b"a," * 200_000 + b"\n"),
        ("attributes.html", b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">Board</p>"),
    ],
)
def test_text_made_to_send_a_pattern_round_in_circles_does_no_harm(survives: Said, name: str, data: bytes) -> None:
    assert "took more than" not in survives(data, name)


def test_the_other_documents_of_a_build_are_read_all_the_same(tmp_path: Path) -> None:
    for ending, data in HONEST.items():
        (tmp_path / f"honest{ending}").write_bytes(data)
        (tmp_path / f"cut{ending}").write_bytes(data[: len(data) // 2] if ending != ".html" else bytes(100))
    (tmp_path / "stream.pdf").write_bytes(pdf_of([hostile.chained(hostile.deflated(bytes(1 << 20), 2000, 15))]))
    graph = assemble([tmp_path])
    read = {source.path for source in graph.documents}
    assert read == {f"honest{ending}" for ending in HONEST}
    passed_over = {notice.document for notice in graph.notices if notice.kind == "skipped"}
    assert passed_over - read == {*(f"cut{ending}" for ending in HONEST), "stream.pdf"}
