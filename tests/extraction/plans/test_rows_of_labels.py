"""Rows of a plan that tell more of the action above them, and headers of two rows."""

from sysgraph.extraction.plans.front import walk
from sysgraph.extraction.plans.headers import Role
from sysgraph.extraction.plans.records import Record
from tests.extraction.marlbrook import names, read_text


def records(*rows: str) -> list[Record]:
    """The records of a plan of these rows, their cells parted by bars."""
    lines = ["# Plan", "", *("\t".join(cell.strip() for cell in row.split("|")) for row in rows)]
    return walk(read_text("\n".join(lines)), names()).reader.records


def test_a_row_that_is_labelled_progress_tells_the_progress_of_the_action_above() -> None:
    found = records(
        "What we will do | Lead person | By when | Measure",
        "Open a ward for the winter | Jo Lee | May 2019 | It is open",
        "Progress / achievement | Staff have been found. | | ",
        "Close a ward after the winter | Sam Holt | June 2019 | It is closed",
        "Progress / achievement | | | ",
    )
    assert [record.text(Role.ACTION) for record in found] == [
        "Open a ward for the winter",
        "Close a ward after the winter",
    ]
    assert [record.text(Role.PROGRESS) for record in found] == ["Staff have been found.", ""]


def test_an_action_that_only_begins_with_such_a_label_is_an_action() -> None:
    found = records(
        "Action | Lead | By when",
        "Open a ward for the winter | Jo Lee | May 2019",
        "Progress reports to members | Sam Holt | June 2019",
    )
    assert [record.text(Role.OWNER) for record in found] == ["Jo Lee", "Sam Holt"]


def test_the_lower_of_two_header_rows_says_which_date_a_column_holds() -> None:
    found = records(
        "No | Action | Responsibility | | Timeline | | RAG",
        " | | SRO | Delivery lead | Start | Complete by | ",
        "1 | Open a ward for the winter | Jo Lee | Sam Holt | May 2019 | June 2019 | Green",
        "2 | Close a ward after the winter | Jo Lee | Ann Reed | June 2019 | July 2019 | Red",
    )
    assert [record.text(Role.START) for record in found] == ["May 2019", "June 2019"]
    assert [record.text(Role.DUE) for record in found] == ["June 2019", "July 2019"]
    assert [record.text(Role.LEAD) for record in found] == ["Sam Holt", "Ann Reed"]
