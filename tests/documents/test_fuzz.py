"""Mutations of files through their readers: each is read, or refused in a sentence; nothing hangs or breaks down."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sysgraph.documents.guard import GuardedExecutor
from tests.documents import hostile
from tests.documents.hostile import HONEST, PARAGRAPH, sheet, text
from tests.documents.mutations import mutated, plain_pdf
from tests.documents.unhelped import read_unhelped

PLAN = (
    ("Ref", "Action", "Owner", "Due"),
    ("1.1", "Review the discharge pathway & report", "Jo Lee, Director of Care", "Mar-26"),
    ("1.2", "Open a ward at Marlbrook Hospital", "Vale of Tarrow NHS Trust", "31/05/2026"),
)
SEEDS = st.integers(min_value=0, max_value=2**32)
# An example is a whole document, so that some are all that there is time for; a longer run takes more of them.
FEW = settings(max_examples=12, suppress_health_check=list(HealthCheck))


def escaped(words: str) -> str:
    return words.replace("&", "&amp;")


def plan_in_word() -> bytes:
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{PARAGRAPH.format(escaped(cell))}</w:tc>" for cell in row) + "</w:tr>"
        for row in PLAN
    )
    return hostile.word(f"{PARAGRAPH.format('Improvement Plan 2026')}<w:tbl>{rows}</w:tbl>")


def plan_in_excel() -> bytes:
    rows = (
        f'<row r="{number}">'
        + "".join(
            f'<c r="{column}{number}" t="inlineStr"><is><t>{escaped(cell)}</t></is></c>'
            for column, cell in zip("ABCD", row, strict=True)
        )
        + "</row>"
        for number, row in enumerate(PLAN, start=1)
    )
    return hostile.workbook("".join(rows))


def open_rows() -> str:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = ("".join(cell.format(escaped(words)) for words in row) for row in PLAN)
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)


@cache
def small() -> dict[str, bytes]:
    """Small files of every format, most with a table."""
    lines = ["\t".join(row) for row in PLAN]
    html = "".join("<tr>" + "".join(f"<td>{escaped(cell)}</td>" for cell in row) + "</tr>" for row in PLAN)
    return {
        "plan.docx": plan_in_word(),
        "plan.xlsx": plan_in_excel(),
        "plan.odt": text(f'<table:table table:name="Plan">{open_rows()}</table:table>'),
        "plan.ods": sheet(open_rows()),
        "plan.pptx": HONEST[".pptx"],
        "plan.pdf": hostile.pdf(["Improvement Plan 2026", *lines]),
        "plan.html": f"<html><body><h1>Plan</h1><table>{html}</table></body></html>".encode(),
        "plan.csv": "\n".join(",".join(f'"{cell}"' for cell in row) for row in PLAN).encode(),
        "plan.txt": "\n".join(["Improvement Plan 2026", "", *lines]).encode(),
        "plan.md": "\n".join(["# Improvement Plan 2026", "", *(f"| {' | '.join(row)} |" for row in PLAN)]).encode(),
    }


REAL = {
    "plan.docx": "stoke-on-trent-improvement-plan-2018.docx",
    "plan.xlsx": "stoke-on-trent-improvement-plan-2018.xlsx",
    "plan.html": "stoke-on-trent-improvement-plan-2018.html",
    "review.docx": "stockport-review-2018.docx",
    "slides.pptx": "plymouth-scrutiny-pack-2018.pptx",
}


def is_sound(guard: GuardedExecutor, data: bytes, name: str) -> bool:
    """Whether the file is read, or refused by its reader; what else comes of it, in its child process, is raised."""
    said = guard.submit(read_unhelped, data, name).result()
    return said == "read" or said.startswith(f"{name}: ")


@pytest.mark.parametrize("name", small())
def test_small_files_are_read_as_they_are(guard: GuardedExecutor, name: str) -> None:
    assert guard.submit(read_unhelped, small()[name], name).result() == "read"


@pytest.mark.parametrize("name", small())
@FEW
@given(seed=SEEDS)
def test_small_files_that_are_damaged_are_read_or_refused(guard: GuardedExecutor, name: str, seed: int) -> None:
    assert is_sound(guard, mutated(small()[name], seed), name)


@pytest.mark.parametrize("name", REAL)
@settings(FEW, max_examples=4)
@given(seed=SEEDS)
def test_real_files_that_are_damaged_are_read_or_refused(
    guard: GuardedExecutor, shared: Path, name: str, seed: int
) -> None:
    data = (shared / "documents" / "formats" / REAL[name]).read_bytes()
    assert is_sound(guard, mutated(data, seed), name)


@cache
def three_pages(path: Path) -> bytes:
    """Three pages of a long PDF, with nothing in them compressed."""
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(), BytesIO()
    for page in PdfReader(path).pages[3:6]:
        writer.add_page(page)
    writer.write(out)
    return plain_pdf(out.getvalue())


@pytest.mark.parametrize("name", ["stoke-on-trent-improvement-plan-2018.pdf", "stockport-review-2018-tagged.pdf"])
@settings(FEW, max_examples=4)
@given(seed=SEEDS)
def test_pages_of_real_pdfs_that_are_damaged_are_read_or_refused(
    guard: GuardedExecutor, shared: Path, name: str, seed: int
) -> None:
    data = three_pages(shared / "documents" / "formats" / name)
    assert is_sound(guard, mutated(data, seed), "pages.pdf")
