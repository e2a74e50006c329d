"""`read`: one file in, one document out, or one line that says what is wrong, where, and what to do."""

import hashlib
from pathlib import Path

import pytest

from sysgraph.documents import read, readable
from sysgraph.errors import DocumentError
from tests.written import passages, written

NO_TEXT = bytes(range(1, 9)) * 40


def test_a_document_bears_its_name_its_format_and_the_checksum_of_its_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, "Minutes of the panel\n", "minutes.TXT")
    found = read(path, "papers/minutes.TXT")
    assert (found.path, found.format, found.pages) == ("papers/minutes.TXT", "txt", 1)
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "known"),
    [("a.txt", True), ("A.MD", True), ("a.text", True), ("a.odt", True), ("a.sxw", False), ("a", False)],
)
def test_the_ending_of_a_name_says_whether_there_is_a_reader(name: str, known: bool) -> None:
    assert readable(Path(name)) is known


@pytest.mark.parametrize(
    ("name", "data", "what", "advice"),
    [
        ("lost.txt", None, "there is no such file", "look at the spelling and the folder"),
        ("lost.sxw", None, "there is no such file", "look at the spelling and the folder"),
        ("lost", None, "there is no such file", "look at the spelling and the folder"),
        ("letter.sxw", b"words", "there is no reader for the ending .sxw", "save it as one of .csv, "),
        ("letter", b"words", "there is no reader for files without an ending", "save it as one of .csv, "),
        ("empty.txt", b"", "the file is empty", "save the document again"),
        ("blank.md", b" \n\t\r\n ", "the file is empty", "save the document again"),
        ("zeros.txt", b"some\x00\x00words", "the file is not text (it holds zero bytes)", "give it the ending"),
        ("controls.txt", NO_TEXT, "the file is not text (control characters throughout)", "save it as text anew"),
        ("marks.md", b"Page 1\n\nPage 2\n", "there are no words in the file", "save the document again"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_document_gets_one_line_with_what_where_and_what_to_do(
    tmp_path: Path, name: str, data: bytes | None, what: str, advice: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentError) as error:
        read(tmp_path / name, name)
    said = str(error.value)
    assert name in said
    assert what in said
    assert advice in said
    assert "\n" not in said


def test_a_folder_with_the_name_of_a_document_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "papers.txt").mkdir()
    with pytest.raises(DocumentError, match=r"papers\.txt: the file cannot be opened \(.+\); close it elsewhere"):
        read(tmp_path / "papers.txt", "papers.txt")


@pytest.mark.parametrize(
    "data",
    [
        "Café – board’s “review”".encode(),
        b"\xef\xbb\xbf" + "Café – board’s “review”".encode(),
        "Café – board’s “review”".encode("utf-16"),
        "Café – board’s “review”".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "windows"],
)
def test_a_text_is_read_in_the_encodings_that_offices_save_in(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "review.txt").write_bytes(data)
    assert [words for _, words in passages(read(tmp_path / "review.txt", "review.txt"))] == ["Café – board’s “review”"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_part_lines(tmp_path: Path, end: str) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(f"- first thing{end}- second thing{end}".encode())
    assert passages(read(path, "list.txt")) == [("bullet", "first thing"), ("bullet", "second thing")]
