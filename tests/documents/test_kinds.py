"""Files that are cut short, protected, or of another format than their name says."""

from io import BytesIO
from pathlib import Path

import pytest

from sysgraph.documents import READERS
from sysgraph.workspace import assemble
from tests.documents import hostile
from tests.documents.hostile import HONEST, SENTENCE, ZIPPED, Said, compound, packed


@pytest.mark.parametrize("ending", HONEST)
def test_an_honest_file_is_read(survives: Said, ending: str) -> None:
    assert SENTENCE in survives(HONEST[ending], f"honest{ending}")


@pytest.mark.parametrize("ending", [*ZIPPED, ".pdf"])
@pytest.mark.parametrize("kept", [0.9, 0.5, 0.02])
def test_a_file_that_is_cut_short_says_so(refused: Said, ending: str, kept: float) -> None:
    data = HONEST[ending]
    assert "damaged or cut short" in refused(data[: int(len(data) * kept)], f"cut{ending}")


@pytest.mark.parametrize("ending", [*ZIPPED, ".pdf"])
def test_bytes_of_no_format_are_not_taken_for_one(refused: Said, ending: str) -> None:
    assert "this is not " in refused(bytes(range(256)) * 20, f"noise{ending}")


def test_files_without_a_byte_say_that_they_are_empty_and_the_others_are_read(tmp_path: Path) -> None:
    empty = sorted(f"empty{ending}" for ending in READERS)
    for name in empty:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "minutes.txt").write_text(SENTENCE, encoding="utf-8")
    graph = assemble([tmp_path])
    assert sorted(notice.document for notice in graph.notices if "the file is empty" in notice.what) == empty
    assert [source.path for source in graph.documents] == ["minutes.txt"]


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".pptx"])
def test_an_office_file_with_a_password_says_so(refused: Said, ending: str) -> None:
    said = refused(compound("EncryptionInfo", "EncryptedPackage"), f"secret{ending}")
    assert "protected with a password" in said


def test_an_open_document_with_a_password_says_so(refused: Said) -> None:
    manifest = hostile.part_of(HONEST[".odt"], "META-INF/manifest.xml").replace(
        'm:media-type="text/xml"/>', 'm:media-type="text/xml"><m:encryption-data/></m:file-entry>'
    )
    data = hostile.repacked(HONEST[".odt"], {"META-INF/manifest.xml": manifest, "content.xml": bytes(range(256))})
    assert "protected with a password" in refused(data, "secret.odt")


def test_a_pdf_with_a_password_says_so_and_one_that_may_be_read_by_all_is_read(refused: Said, survives: Said) -> None:

    from pypdf import PdfReader, PdfWriter

    def encrypted(user: str) -> bytes:
        writer, out = PdfWriter(PdfReader(BytesIO(HONEST[".pdf"]))), BytesIO()
        writer.encrypt(user, "owner", algorithm="RC4-128")
        writer.write(out)
        return out.getvalue()

    assert "password" in refused(encrypted("user"), "secret.pdf")
    assert SENTENCE in survives(encrypted(""), "restricted.pdf")


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
def test_a_file_under_a_wrong_name_says_what_it_is(refused: Said, name: str, data: bytes, said: str) -> None:
    assert said in refused(data, name)


def test_a_text_may_begin_like_a_web_page(survives: Said) -> None:
    assert SENTENCE in survives(b"<!doctype html> is how a page begins.\n\n" + SENTENCE.encode(), "notes.txt")
