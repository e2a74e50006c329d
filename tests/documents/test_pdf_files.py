"""PDF files as files: how their pages lie, forms, passwords, and what holds no words."""

import io

import pypdf
import pytest

from sysgraph.documents import read_bytes
from sysgraph.errors import DocumentError
from tests.documents.papers import HEIGHT, LEFT, RIGHT, Paper, filler
from tests.written import passages


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_page_is_read_however_it_lies(quarters: int) -> None:
    paper = Paper()
    paper.words(LEFT, 100, f"Upright: {filler(8)}.")
    paper.rules([72, 112, 300], [150, 180, 210])
    paper.cells([72, 112], [150, 180], [["1.1", "Open a ward"], ["1.2", "Close a ward"]])
    reader = pypdf.PdfReader(io.BytesIO(paper.data()))
    writer = pypdf.PdfWriter()
    writer.add_page(reader.pages[0].rotate(90 * quarters))
    file = io.BytesIO()
    writer.write(file)
    found = read_bytes(file.getvalue(), "paper.pdf", ".pdf")
    assert [one.text for one in found.passages()] == [f"Upright: {filler(8)}.", "1.1\tOpen a ward", "1.2\tClose a ward"]


def test_words_that_run_up_the_page_are_read_where_most_do() -> None:
    paper = Paper()
    paper.canvas.rotate(90)
    paper.canvas.setFont("Helvetica", 11)
    paper.canvas.drawString(72, -72, "This page is drawn sideways.")
    paper.canvas.drawString(72, -90, "So is this line.")
    assert [text for _, text in passages(paper.read())] == ["This page is drawn sideways.", "So is this line."]


def test_what_is_filled_into_a_form_is_read() -> None:
    paper = Paper()
    paper.words(LEFT, 100, "Chair of the board:")
    paper.canvas.acroForm.textfield(value="Ann Reed", x=250, y=HEIGHT - 106, width=200, height=20, fontSize=10)
    assert passages(paper.read()) == [("paragraph", "Chair of the board: Ann Reed")]


def encrypted(user: str, owner: str) -> bytes:
    paper = Paper()
    paper.words(LEFT, 100, "The board met in May.")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper.data()))
    writer.encrypt(user, owner_password=owner, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_file_that_asks_for_a_password_is_refused_and_one_that_only_forbids_changes_is_read() -> None:
    with pytest.raises(DocumentError, match=r"^paper\.pdf: the PDF is protected by a password; save a copy without"):
        read_bytes(encrypted("secret", "owner"), "paper.pdf", ".pdf")
    assert passages(read_bytes(encrypted("", "owner"), "paper.pdf", ".pdf")) == [("paragraph", "The board met in May.")]


def test_a_file_without_words_says_so() -> None:
    paper = Paper()
    paper.page()
    with pytest.raises(DocumentError, match=r"^paper\.pdf: there are no words in the PDF; export the document again$"):
        paper.read()


def test_words_beyond_the_edge_of_the_page_are_not_read() -> None:
    paper = Paper()
    paper.words(LEFT, 100, "Upon the page.")
    paper.words(RIGHT + 200, 100, "Beside it.")
    assert passages(paper.read()) == [("paragraph", "Upon the page.")]
