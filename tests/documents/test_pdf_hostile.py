"""PDF files made to do harm."""

import pytest

from sysgraph.documents import read_bytes
from sysgraph.documents.guard import GuardedExecutor, Limits
from sysgraph.errors import DocumentError
from tests.documents import hostile
from tests.documents.hostile import SENTENCE, Read, Said, pdf, pdf_of


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
def test_a_page_tree_that_loops_or_lies_is_read_as_far_as_it_goes_or_refused(survives: Said, tree: str) -> None:
    said = survives(pdf([SENTENCE], tree), "tree.pdf")
    assert SENTENCE in said or said.startswith("tree.pdf: ")


def test_a_million_pages_that_are_one_page_are_stopped() -> None:
    data = pdf([SENTENCE], f"<< /Type /Pages /Kids [{'4 0 R ' * 1_000_000}] /Count 1000000 >>")
    limits = Limits(seconds=3, seconds_a_page=0.001, pages=100)
    with GuardedExecutor(limits=limits, called=lambda data, name, ending: name) as hasty:
        reading = hasty.submit(read_bytes, data, "million.pdf", ".pdf")
        with pytest.raises(DocumentError, match=r"^million\.pdf: reading took more than 3 seconds"):
            reading.result()


@pytest.mark.parametrize(
    "stream",
    [
        hostile.chained(hostile.deflated(bytes(1 << 20), 2000, 15)),
        hostile.chained(hostile.deflated(b"BT /F1 11 Tf 72 720 Td (Board) Tj ET\n" * 20_000, 500, 15)),
        hostile.chained(hostile.deflated(b"10 10 100 100 re f 0 0 m 100 100 l S\n" * 20_000, 500, 15)),
    ],
    ids=["zeros", "words", "lines"],
)
def test_a_stream_of_a_pdf_that_unpacks_to_gigabytes_is_stopped(refused: Said, stream: bytes) -> None:
    refused(pdf_of([stream]), "bomb.pdf")


@pytest.mark.parametrize("inside", ["[" * 200_000, "<</A" * 200_000, "(" * 200_000, "q " * 500_000])
def test_a_pdf_nested_beyond_reason_does_no_harm(survives: Said, inside: str) -> None:
    for data in (pdf([SENTENCE], inside), pdf_of([hostile.chained(hostile.deflated(inside.encode(), 1, 15))])):
        assert "took more than" not in survives(data, "deep.pdf")


def test_a_pdf_of_2_000_pages_is_read_whole(guarded_read: Read) -> None:
    said = "first next same other last new old whole".split(), "plan review paper report list note".split()
    lines = (
        f"The {one} {two} of {place} is with the Board." for place in range(42) for one in said[0] for two in said[1]
    )
    found = guarded_read(pdf(list(lines)[:2_000]), "long.pdf")
    assert found.pages == 2_000
    assert {passage.position.page for passage in found.passages()} == set(range(1, 2_001))
