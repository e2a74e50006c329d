"""Broken files and files made to do harm: each is a clear error or a correct read, and costs no other document."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sysgraph.documents import READERS, read_bytes
from sysgraph.documents.guard import GuardedExecutor, Limits
from sysgraph.errors import DocumentError
from sysgraph.model import Document
from sysgraph.workspace import assemble
from tests.documents import hostile
from tests.documents.hostile import bomb, compound, laughs, open_document, packed, pdf, pdf_of, slides, word, workbook

SENTENCE = "The Harbour Board meets monthly."
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
ROW = '<row r="{0}"><c r="{1}{0}" t="inlineStr"><is><t>{2}</t></is></c></row>'
SHARED_ROW = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
ODS_ROW = "<table:table-row{}><table:table-cell{}><text:p>{}</text:p></table:table-cell></table:table-row>"
HTML = "<html><body>{}</body></html>"

Read = Callable[[bytes, str], Document]


def sheet(rows: str, before: str = "") -> bytes:
    return open_document("spreadsheet", f'<table:table table:name="Actions">{rows}</table:table>', before)


def text(body: str, before: str = "") -> bytes:
    return open_document("text", body, before)


HONEST: dict[str, bytes] = {
    ".docx": word(),
    ".xlsx": workbook(ROW.format(1, "A", SENTENCE)),
    ".pptx": slides(),
    ".odt": text(f"<text:p>{SENTENCE}</text:p>"),
    ".ods": sheet(ODS_ROW.format("", "", SENTENCE)),
    ".pdf": pdf([SENTENCE]),
    ".html": HTML.format(f"<p>{SENTENCE}</p>").encode(),
}
ZIPPED = [".docx", ".xlsx", ".pptx", ".odt", ".ods"]


@pytest.fixture(scope="module")
def guard() -> Iterator[GuardedExecutor]:
    with GuardedExecutor(called=lambda data, name, ending: name) as one:
        yield one


@pytest.fixture(scope="module")
def read(guard: GuardedExecutor) -> Read:
    return lambda data, name: guard.submit(read_bytes, data, name, Path(name).suffix).result()


def words(document: Document) -> str:
    return "\n".join(passage.text for passage in document.passages())


def refused(read: Read, data: bytes, name: str) -> str:
    """What the error says, which is one line that begins with the name and ends with what to do."""
    with pytest.raises(DocumentError) as raised:
        read(data, name)
    said = str(raised.value)
    assert said.startswith(f"{name}: ")
    assert "\n" not in said
    assert re.search(r"\b(?:save|give|open|export|unpack|put|print)\b", said), said
    return said


@pytest.mark.parametrize("ending", HONEST)
def test_an_honest_file_is_read(read: Read, ending: str) -> None:
    assert SENTENCE in words(read(HONEST[ending], f"honest{ending}"))


@pytest.mark.parametrize("ending", [*ZIPPED, ".pdf"])
@pytest.mark.parametrize("kept", [0.9, 0.5, 0.02])
def test_a_file_that_is_cut_short_says_so(read: Read, ending: str, kept: float) -> None:
    data = HONEST[ending]
    assert "damaged or cut short" in refused(read, data[: int(len(data) * kept)], f"cut{ending}")


@pytest.mark.parametrize("ending", [*ZIPPED, ".pdf"])
def test_bytes_of_no_format_are_not_taken_for_one(read: Read, ending: str) -> None:
    assert "this is not " in refused(read, bytes(range(256)) * 20, f"noise{ending}")


@pytest.mark.parametrize("ending", sorted(READERS))
def test_an_empty_document_says_that_there_is_nothing_in_it(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"empty{ending}").write_bytes(b"")
    (tmp_path / "minutes.txt").write_text(SENTENCE, encoding="utf-8")
    graph = assemble([tmp_path])
    assert [notice.document for notice in graph.notices if "the file is empty" in notice.what] == [f"empty{ending}"]
    assert [source.path for source in graph.documents] == ["minutes.txt"]


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".pptx"])
def test_an_office_file_with_a_password_says_so(read: Read, ending: str) -> None:
    said = refused(read, compound("EncryptionInfo", "EncryptedPackage"), f"secret{ending}")
    assert "protected with a password" in said


def test_an_open_document_with_a_password_says_so(read: Read) -> None:
    manifest = hostile.part_of(HONEST[".odt"], "META-INF/manifest.xml").replace(
        'm:media-type="text/xml"/>', 'm:media-type="text/xml"><m:encryption-data/></m:file-entry>'
    )
    data = hostile.repacked(HONEST[".odt"], {"META-INF/manifest.xml": manifest, "content.xml": bytes(range(256))})
    assert "protected with a password" in refused(read, data, "secret.odt")


def test_a_pdf_with_a_password_says_so_and_one_that_may_be_read_by_all_is_read(read: Read) -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    def encrypted(user: str) -> bytes:
        writer, out = PdfWriter(PdfReader(BytesIO(HONEST[".pdf"]))), BytesIO()
        writer.encrypt(user, "owner", algorithm="RC4-128")
        writer.write(out)
        return out.getvalue()

    assert "password" in refused(read, encrypted("user"), "secret.pdf")
    assert SENTENCE in words(read(encrypted(""), "restricted.pdf"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("plan.docx", HONEST[".pdf"], "this is a PDF; give it the ending .pdf"),
        ("plan.pdf", HONEST[".docx"], "this is a Word document; give it the ending .docx"),
        ("plan.xlsx", HONEST[".docx"], "this is a Word document; give it the ending .docx"),
        ("plan.docx", HONEST[".odt"], "this is an OpenDocument text; give it the ending .odt"),
        ("plan.ods", HONEST[".xlsx"], "this is an Excel workbook; give it the ending .xlsx"),
        ("plan.xlsx", HONEST[".html"], "this is a web page; give it the ending .html"),
        ("plan.txt", HONEST[".pdf"], "this is a PDF; give it the ending .pdf"),
        ("plan.csv", HONEST[".xlsx"], "this is an Excel workbook; give it the ending .xlsx"),
        ("plan.html", HONEST[".pptx"], "this is a PowerPoint presentation; give it the ending .pptx"),
        ("plan.docx", b"{\\rtf1\\ansi The Harbour Board}", "in Rich Text Format; give it the ending .rtf"),
        ("plan.docx", compound("WordDocument"), "this is a document of an old Word; "),
        ("plan.xlsx", compound("Workbook"), "this is a workbook of an old Excel; "),
        ("plan.pptx", compound("PowerPoint Document"), "this is a presentation of an old PowerPoint; "),
        (
            "plan.docx",
            packed({"plan.zip": packed({"plan.txt": SENTENCE})}),
            "this is an archive of other files; unpack",
        ),
        ("plan.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100), "this is a picture; "),
        ("plan.docx", b"The Harbour Board", "this is not a Word document; save it anew"),
        ("plan.pdf", b"The Harbour Board", "this is not a PDF; save it anew"),
    ],
)
def test_a_file_under_a_wrong_name_says_what_it_is(read: Read, name: str, data: bytes, said: str) -> None:
    assert said in refused(read, data, name)


def test_a_text_may_begin_like_a_web_page(read: Read) -> None:
    assert SENTENCE in words(read(b"<!doctype html> is how a page begins.\n\n" + SENTENCE.encode(), "notes.txt"))


@pytest.mark.parametrize(
    ("ending", "part"), [(".docx", "word/document.xml"), (".xlsx", "xl/worksheets/sheet1.xml"), (".odt", "content.xml")]
)
def test_a_zip_bomb_is_not_unpacked(read: Read, ending: str, part: str) -> None:
    others = {name: data for name, data in hostile.parts_of(HONEST[ending]).items() if name != part}
    assert "unpacks to more than" in refused(read, bomb(part, others, 10 << 10), f"bomb{ending}")
    # What the directory says may be a lie.
    refused(read, bomb(part, others, 2 << 10, said=1000), f"lie{ending}")
    # Zeros are no XML, and 100 MB of them are within what a file may have.
    refused(read, bomb(part, others, 100), f"zeros{ending}")


def test_parts_of_a_zip_that_lie_upon_one_another_are_not_unpacked(read: Read) -> None:
    assert "damaged" in refused(read, hostile.overlapping(HONEST[".docx"], 1000), "overlapping.docx")


def test_names_in_a_zip_that_lead_out_of_it_write_nothing(read: Read, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    parts: dict[str, bytes | str | None] = {
        outside.as_posix(): "x",
        "../../../outside.txt": "x",
        "..\\outside.txt": "x",
    }
    for ending in ZIPPED:
        assert SENTENCE in words(read(hostile.repacked(HONEST[ending], parts), f"paths{ending}"))
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
    read: Read, tmp_path: Path, name: str, make: Callable[[str, str], bytes]
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the treasure", encoding="utf-8")
    fetching = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    for data in (make(laughs(), "&e10;"), make(fetching, "&e;")):
        try:
            found = words(read(data, name))
        except DocumentError as error:
            found = str(error)
        assert "treasure" not in found
        assert "haha" not in found


def test_one_cell_at_the_far_corner_of_a_sheet_is_read(read: Read) -> None:
    data = workbook(ROW.format(1, "A", "Ref") + ROW.format(1_048_576, "XFD", SENTENCE))
    assert SENTENCE in words(read(data, "corner.xlsx"))


def test_cells_beyond_the_end_of_a_sheet_and_strings_that_are_not_there_do_no_harm(read: Read) -> None:
    cells = '<row r="2"><c r="A2" t="s"><v>99999</v></c><c r="B2"><v>1e999</v></c><c r="C2" t="d"><v>soon</v></c></row>'
    data = workbook(ROW.format(1, "A", SENTENCE) + cells + ROW.format(99_999_999_999, "ZZZZZZ", "far"))
    assert SENTENCE in words(read(data, "beyond.xlsx"))


def test_a_merge_over_the_whole_sheet_is_not_unrolled(read: Read) -> None:
    part = hostile.part_of(HONEST[".xlsx"], "xl/worksheets/sheet1.xml")
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    merged = part.replace("</sheetData>", f"</sheetData>{merges}")
    assert SENTENCE in words(
        read(hostile.repacked(HONEST[".xlsx"], {"xl/worksheets/sheet1.xml": merged}), "merge.xlsx")
    )


def test_rows_and_cells_said_to_be_repeated_without_end_are_not_unrolled(read: Read) -> None:
    endless = ' table:number-rows-repeated="99999999999"', ' table:number-columns-repeated="99999999999"'
    empty = f"<table:table-row{endless[0]}><table:table-cell{endless[1]}/></table:table-row>"
    assert SENTENCE in words(read(sheet(empty + ODS_ROW.format("", "", SENTENCE)), "empty.ods"))
    assert len(words(read(sheet(ODS_ROW.format(*endless, "Board")), "full.ods"))) < 10_000_000


def test_spans_without_end_are_not_unrolled(read: Read) -> None:
    grid = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
    assert SENTENCE in words(read(word(grid.format(PARAGRAPH.format(SENTENCE))), "span.docx"))
    page = HTML.format(f"<table><tr><td rowspan=999999999 colspan=999999999>{SENTENCE}</td></tr></table>")
    assert SENTENCE in words(read(page.encode(), "span.html"))
    cell = ' table:number-columns-spanned="999999999" table:number-rows-spanned="999999999"'
    table = f'<table:table table:name="A">{ODS_ROW.format("", cell, SENTENCE)}</table:table>'
    assert SENTENCE in words(read(text(table), "span.odt"))
    assert SENTENCE in words(read(text(f'<text:p><text:s text:c="999999999"/>{SENTENCE}</text:p>'), "spaces.odt"))


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td", "b"])
def test_a_page_of_200_000_nested_elements_is_read(read: Read, tag: str) -> None:
    data = HTML.format(f"<{tag}>" * 200_000 + f"<p>{SENTENCE}</p>").encode()
    assert SENTENCE in words(read(data, "deep.html"))


@pytest.mark.parametrize("tag", ["w:p", "w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent"])
def test_a_word_document_nested_beyond_reason_is_refused(read: Read, tag: str) -> None:
    ends = "".join(f"</{one}>" for one in reversed(tag.split("><")))
    refused(read, word(f"<{tag}>" * 50_000 + PARAGRAPH.format(SENTENCE) + ends * 50_000), "deep.docx")
    assert SENTENCE in words(read(word(f"<{tag}>" * 20 + PARAGRAPH.format(SENTENCE) + ends * 20), "nested.docx"))


def test_a_word_document_whose_picture_is_missing_is_read(read: Read) -> None:
    from io import BytesIO

    import docx

    picture = BytesIO(hostile.PIXEL)
    document, out = docx.Document(), BytesIO()
    document.add_paragraph(SENTENCE)
    document.add_picture(picture)
    document.save(out)
    (media,) = (name for name in hostile.parts_of(out.getvalue()) if name.startswith("word/media/"))
    assert SENTENCE in words(read(hostile.repacked(out.getvalue(), {media: None}), "picture.docx"))


@pytest.mark.parametrize(
    "tree",
    [
        "<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
        "<< /Type /Pages /Kids [4 0 R 2 0 R] /Count 2 >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1000000 >>",
        "<< /Type /Pages /Kids [4 0 R] /Count -1 >>",
        "<< /Type /Pages /Kids [1 0 R 3 0 R 99 0 R] /Count 3 >>",
    ],
)
def test_a_page_tree_that_loops_or_lies_is_read_as_far_as_it_goes_or_refused(read: Read, tree: str) -> None:
    try:
        found = read(pdf([SENTENCE], tree), "tree.pdf")
    except DocumentError as error:
        assert str(error).startswith("tree.pdf: ")
    else:
        assert SENTENCE in words(found)


def test_a_million_pages_that_are_one_page_are_stopped() -> None:
    data = pdf([SENTENCE], f"<< /Type /Pages /Kids [{'4 0 R ' * 1_000_000}] /Count 1000000 >>")
    limits = Limits(seconds=3, seconds_a_page=0.001, pages=100)
    with GuardedExecutor(limits=limits, called=lambda data, name, ending: name) as hasty:
        refused(lambda data, name: hasty.submit(read_bytes, data, name, ".pdf").result(), data, "million.pdf")


@pytest.mark.parametrize(
    "stream",
    [
        hostile.chained(hostile.deflated(bytes(1 << 20), 2000, 15)),
        hostile.chained(hostile.deflated(b"BT /F1 11 Tf 72 720 Td (Board) Tj ET\n" * 20_000, 500, 15)),
        hostile.chained(hostile.deflated(b"10 10 100 100 re f 0 0 m 100 100 l S\n" * 20_000, 500, 15)),
    ],
    ids=["zeros", "words", "lines"],
)
def test_a_stream_of_a_pdf_that_unpacks_to_gigabytes_is_stopped(read: Read, stream: bytes) -> None:
    refused(read, pdf_of([stream]), "bomb.pdf")


@pytest.mark.parametrize("inside", ["[" * 200_000, "<</A" * 200_000, "(" * 200_000, "q " * 500_000])
def test_a_pdf_nested_beyond_reason_does_no_harm(read: Read, inside: str) -> None:
    for data in (pdf([SENTENCE], inside), pdf_of([hostile.chained(hostile.deflated(inside.encode(), 1, 15))])):
        try:
            read(data, "deep.pdf")
        except DocumentError as error:
            assert str(error).startswith("deep.pdf: ")


def test_a_pdf_of_2_000_pages_is_read_whole(read: Read) -> None:
    said = "first next same other last new old whole".split(), "plan review paper report list note".split()
    lines = (
        f"The {one} {two} of {place} is with the Board." for place in range(42) for one in said[0] for two in said[1]
    )
    found = read(pdf(list(lines)[:2_000]), "long.pdf")
    assert found.pages == 2_000
    assert {passage.position.page for passage in found.passages()} == set(range(1, 2_001))


def test_a_table_of_100_000_rows_is_read_as_far_as_it_is_said(read: Read) -> None:
    rows = "".join(f"{number},Ask the Harbour Board again,Jo Lee,Mar-26\n" for number in range(1, 100_001))
    found = read(f"Ref,Action,Owner,Due\n{rows}".encode(), "long.csv")
    read_rows = sum(passage.form == "row" for passage in found.passages())
    assert read_rows == 100_001 or any("nothing was read" in notice.what for notice in found.notices)
    assert read_rows > 10_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brackets.md", b"[" * 200_000),
        ("links.md", b"[a](" * 50_000),
        ("hashes.md", b"# " + b"#" * 200_000 + b"x"),
        ("rules.md", b"a|b\n-|-\n" * 50_000),
        ("tags.txt", b"<p " * 100_000),
        ("numbers.txt", b"1. Actions\n\n" * 30_000),
        ("quote.csv", b'a,b\n"' + b"x,y\n" * 200_000),
        ("wide.csv", b"a," * 200_000 + b"\n"),
        ("attributes.html", b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">Board</p>"),
    ],
)
def test_text_made_to_send_a_pattern_round_in_circles_does_no_harm(read: Read, name: str, data: bytes) -> None:
    try:
        assert read(data, name).path == name
    except DocumentError as error:
        assert "took more than" not in str(error)


def test_the_other_documents_of_a_build_are_read_all_the_same(tmp_path: Path) -> None:
    for ending, data in HONEST.items():
        (tmp_path / f"honest{ending}").write_bytes(data)
        (tmp_path / f"cut{ending}").write_bytes(data[: len(data) // 2] if ending != ".html" else bytes(100))
    (tmp_path / "stream.pdf").write_bytes(pdf_of([hostile.chained(hostile.deflated(bytes(1 << 20), 2000, 15))]))
    graph = assemble([tmp_path])
    assert sorted(source.path for source in graph.documents) == sorted(f"honest{ending}" for ending in HONEST)
    passed_over = {notice.document for notice in graph.notices if notice.kind == "skipped"}
    assert passed_over == {*(f"cut{ending}" for ending in HONEST), "stream.pdf"}
