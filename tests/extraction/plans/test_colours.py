"""Colours as ratings: a status cell that is filled and has no words says what its colour says."""

import pytest

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.file import File
from sysgraph.extraction import read_claims
from sysgraph.extraction.plans.calendar import key_of_ratings
from sysgraph.extraction.plans.colours import colour_name
from sysgraph.model import Document, Table, Value
from tests.written import register

HEADER = ("Ref", "Action", "Owner", "RAG")


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("FF0000", "Red"),
        ("C00000", "Red"),
        ("FFC7CE", "Red"),
        ("FFC000", "Amber"),
        ("FFBF00", "Amber"),
        ("F79646", "Amber"),
        ("FFEB9C", "Amber"),
        ("FFFF00", "Yellow"),
        ("00B050", "Green"),
        ("92D050", "Green"),
        ("C6EFCE", "Green"),
        ("008000", "Green"),
        ("0070C0", "Blue"),
        ("00B0F0", "Blue"),
        ("002060", "Blue"),
        ("808080", "Grey"),
        ("FFFFFF", ""),
        ("F2F2F2", ""),
        ("000000", ""),
        ("DCE6F1", ""),
        ("EBF1DE", ""),
        ("974706", ""),
        ("7030A0", ""),
        (None, ""),
    ],
)
def test_a_colour_is_the_rating_that_people_call_it(fill: str | None, name: str) -> None:
    assert colour_name(fill) == name


def document(*rows: tuple[tuple[str, str | None], ...]) -> Document:
    assembly = Assembly(File(b"", "plan.xlsx", "0" * 64), "xlsx", paged=False)
    assembly.heading("Marlbrook Improvement Plan", 1)
    assembly.table([[RawCell(text, fill=fill) for text, fill in row] for row in rows])
    return assembly.document()


def action(ref: str, rag: tuple[str, str | None], fill: str | None = None) -> tuple[tuple[str, str | None], ...]:
    return (ref, fill), (f"Open ward {ref} to the public", fill), ("Jo Lee, Director of Care", fill), rag


def ratings(found: Document) -> list[tuple[Value, Value]]:
    claims = read_claims(found, register())
    attributes = [one.attributes for one in claims.descriptions if one.subject.kind == "Action"]
    return [(one["month_rag"], one["complete"]) for one in attributes]


def header(fill: str | None = None) -> tuple[tuple[str, str | None], ...]:
    return tuple((label, fill) for label in HEADER)


def test_a_blank_rating_is_its_cells_colour_and_blue_is_done() -> None:
    rows = [
        action("1", ("", "FF0000")),
        action("2", ("", "0070C0")),
        action("3", ("", None)),
        action("4", ("Late", "00B050")),
    ]
    assert ratings(document(header(), *rows)) == [("Red", False), ("Blue", True), (None, False), ("Late", False)]


def test_a_colour_that_the_header_or_the_row_has_too_only_decorates() -> None:
    rows = [action("1", ("", "00B050")), action("2", ("", "FF0000"), fill="FF0000"), action("3", ("", "FFC000"))]
    assert ratings(document(header("00B050"), *rows)) == [(None, False), (None, False), ("Amber", False)]


def test_a_key_may_show_its_colours_and_not_name_them() -> None:
    (_, table) = document((("Late", None), ("", "FF0000")), (("On track", None), ("", "00B050"))).blocks
    assert isinstance(table, Table)
    assert key_of_ratings(table) == {"Red": "Late", "Green": "On track"}


def test_lists_that_cells_are_chosen_from_are_no_key() -> None:
    rows = (("RAG", None), ("Owner", None)), (("Red", None), ("Jo Lee", None)), (("Green", None), ("Al Hill", None))
    (_, table) = document(*rows).blocks
    assert isinstance(table, Table)
    assert key_of_ratings(table) is None
