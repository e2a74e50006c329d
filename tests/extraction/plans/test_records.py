"""Cells and the records that they make: what is quoted of them, and how parts are joined over a page."""

import pytest

from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.records import Field, Piece, Record
from sysgraph.extraction.plans.sections import Section
from sysgraph.extraction.quoting import bounded, whole
from sysgraph.model import Cell, Passage, Position, Row

POSITION = Position(page=3)


def row(*cells: str, between: str = "\t") -> Row:
    passage = Passage("plan.txt", "row", between.join(cells), POSITION)
    starts = [len(between.join([*cells[:index], ""])) for index in range(len(cells))]
    return Row(
        passage,
        tuple(Cell(text, start, f"column {n}") for n, (text, start) in enumerate(zip(cells, starts, strict=True), 1)),
    )


def piece(made: Row, index: int) -> Piece:
    return Piece(made.passage, made.cells[index])


def field(*texts: str) -> Field:
    return Field([piece(row(text), 0) for text in texts])


def test_a_cell_is_quoted_by_the_line_that_holds_the_words() -> None:
    made = row("6.1", "Open a ward\nHire two staff\nMend the lift", "Jo Lee")
    evidence = piece(made, 1).cite("plan.action", "two staff")
    assert evidence.quote == "Hire two staff"
    assert made.passage.text[evidence.start : evidence.end] == evidence.quote
    assert (evidence.rule, evidence.position.page, evidence.position.cell) == ("plan.action", 3, "column 2")


def test_words_that_stand_in_another_part_of_the_field_are_spoken_for_by_the_first_line() -> None:
    assert piece(row("Open a ward\nHire two staff"), 0).cite("plan.action", "Mend").quote == "Open a ward"


@pytest.mark.parametrize(
    ("cells", "index", "between", "quote"),
    [
        (("Open a ward", "Jo"), 1, "\t", "Open a ward\tJo"),
        (("Open a ward", "", "JL"), 2, " | ", "Open a ward |  | JL"),
        (("R1", "Open a ward"), 0, "\t", "R1\tOpen a ward"),
        (("Beds\nOpen a ward", "Jo"), 1, "\t", "Open a ward\tJo"),
        (("a", "b", "c", "d", "e"), 1, "\t", "a\tb\tc\td\te"),
    ],
)
def test_a_short_cell_takes_what_stands_beside_it_along(
    cells: tuple[str, ...], index: int, between: str, quote: str
) -> None:
    assert piece(row(*cells, between=between), index).cite("plan.owner").quote == quote


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_short_cell_beside_a_very_long_one_takes_a_part_of_it(index: int) -> None:
    cells = ["Open a ward and keep it open " * 60] * 3
    cells[index] = "Jo"
    evidence = piece(row(*cells), index).cite("plan.owner")
    assert 8 <= len(evidence.quote) <= 300
    assert "Jo" in evidence.quote.split()


def test_of_a_very_long_line_the_part_around_the_words_is_quoted() -> None:
    text = f"{'many words ' * 100}overseen by the Quality Board {'more words ' * 100}"
    quote = piece(row(text), 0).cite("plan.overseen", "overseen by the Quality Board").quote
    assert "overseen by the Quality Board" in quote
    assert len(quote) <= 500


def test_a_passage_is_quoted_whole_and_a_heading_too_short_for_it_by_what_follows() -> None:
    short, long = Passage("p", "heading", "Beds", POSITION), Passage("p", "row", "word " * 400, POSITION)
    found = whole([short, long], "plan.theme")
    assert found is not None
    assert found.quote == long.text[:789]
    assert whole([short], "plan.theme") is None


def test_bounds_are_kept_where_they_are_narrow_enough() -> None:
    assert bounded(5, 50, 20) == (5, 50)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("Open a ward", "Hire two staff"), "Open a ward\nHire two staff"),
        (("Open a ward for the", "Winter of 2019"), "Open a ward for the Winter of 2019"),
        (("Open a ward,", "then close it"), "Open a ward, then close it"),
        (("Open a ward", "and close it"), "Open a ward and close it"),
        (("Open a ward in", "2019"), "Open a ward in 2019"),
        (("Open a ward.", "2 staff"), "Open a ward.\n2 staff"),
        (("Open a ward\n\nClose it",), "Open a ward\nClose it"),
    ],
)
def test_a_line_that_a_page_parted_is_joined_and_lines_stay_lines(parts: tuple[str, ...], text: str) -> None:
    assert field(*parts).text == text


def test_each_line_knows_the_cell_that_it_begins_in() -> None:
    found = field("Open a ward for", "the winter\nHire two staff")
    assert [(line, found.pieces.index(part)) for line, part in found.lines()] == [
        ("Open a ward for the winter", 0),
        ("Hire two staff", 1),
    ]


def test_a_field_that_a_record_has_not_is_blank() -> None:
    record = Record(row("Open a ward"), Section("Beds"), {Role.ACTION: field("Open a ward")})
    assert (record.text(Role.ACTION), record.text(Role.OWNER)) == ("Open a ward", "")
    assert [one.cell.text for one in record.pieces(Role.OWNER, Role.ACTION)] == ["Open a ward"]
