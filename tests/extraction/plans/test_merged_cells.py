"""Plans in tables whose cells the file itself merges, and whose rows a page has broken without ending the table."""

from collections.abc import Sequence
from pathlib import Path

from sysgraph.extraction import plan_tables
from sysgraph.extraction.references import meant
from sysgraph.model import Mention
from tests.written import Plan, document, register

HEADER = "<tr><th>Issue<th>Outcome<th>Ref<th>Action<th>Owner<th>Month due<th>Revised date<th>Progress</tr>"


def row(*cells: str) -> str:
    return "<tr>" + "".join(cell if cell.startswith("<td") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


def plan(folder: Path, *rows: str, before: str = "") -> Plan:
    text = f"<h1>Marlbrook Improvement Plan</h1>{before}<table>{HEADER}{''.join(rows)}</table>"
    return Plan(folder, text, "plan.html")


def findings(found: Plan) -> dict[str, set[str]]:
    made: dict[str, set[str]] = {}
    for action, finding in found.facts("ADDRESSES"):
        made.setdefault(action, set()).add(finding)
    return made


def refs(found: Plan) -> set[object]:
    return {node.attributes.get("ref") for node in found.nodes("Action").values()}


FIRST = ("1.1", "Open a ward at Westmere", "Director of Care", "May 2019", "", "Begun")
SECOND = ("1.2", "Close the old ward at Westmere", "Director of Care", "June 2019", "", "Agreed")


def test_a_merged_finding_belongs_to_every_action_that_it_reaches(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        row("<td rowspan=2>There are too few beds in winter.</td>", "Enough beds", *FIRST),
        row("Better beds", *SECOND),
    )
    assert len(findings(found)) == 2
    assert len({finding for one in findings(found).values() for finding in one}) == 1


def test_what_a_later_row_adds_to_a_merged_finding_belongs_to_all_its_actions(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        row("There are too few beds in winter and nobody", "<td rowspan=3>Enough beds</td>", *FIRST),
        row("<td rowspan=2>says who is to open them.<br>Wards close at night.</td>", "", "", "", "", "", ""),
        row(*SECOND),
    )
    first, second = findings(found).values()
    assert first == second
    assert len(first) == 2
    assert refs(found) == {"1.1", "1.2"}


def test_a_row_that_goes_on_with_a_sentence_is_part_of_the_action_above(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        row("Beds", "Enough beds", *FIRST[:-1], "The ward is open and the working"),
        row("", "", "", "Staff it day and night", "", "July 2019", "", "groups have met."),
        row("", "", *SECOND),
    )
    assert refs(found) == {"1.1", "1.2"}
    assert found.action("Open a ward").attributes["due"] == "2019-07"


def test_a_row_without_a_number_whose_sentences_are_its_own_is_an_action(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        row("Beds", "Enough beds", *FIRST[:-1], "The ward is open."),
        row("", "", "", "Staff it day and night", "", "July 2019", "", "groups have met."),
        row("", "", *SECOND),
    )
    assert refs(found) == {"1.1", "1.2", None}


def test_rows_that_have_lost_a_cell_do_not_say_what_a_column_is_for(tmp_path: Path) -> None:
    words: Sequence[str] = ("Many words about how far the work on it has come by now", "")
    found = plan(
        tmp_path,
        row("Beds", "More", *FIRST[:4], "July 2019", "Begun in the spring with the whole of the ward staff"),
        row("Beds", "More", *SECOND[:4], "", "Agreed in the spring with the whole of the ward staff"),
        row("Beds", "More", "1.3", "Review the rota of the night staff", "Director of Care", "June 2019", *words),
        row("Beds", "More", "1.4", "Agree the rota of the day staff", "Director of Care", "June 2019", *words),
    )
    assert found.action("Open a ward").attributes["revised"] == "2019-07"


def test_a_table_belongs_to_the_part_whose_number_its_actions_bear(tmp_path: Path) -> None:
    before = "<h2>Theme 1: Beds</h2><p>Lead: Jo Lee, Director of Care</p><p>Theme 2: Staff</p>"
    found = plan(tmp_path, row("Beds", "More", *FIRST), row("", "", *SECOND), before=before)
    assert {theme for _, theme in found.facts("PART_OF") if "Beds" in theme or "Staff" in theme} == {"1 Beds"}


def test_a_table_whose_actions_bear_no_part_s_number_belongs_to_the_part_it_stands_in(tmp_path: Path) -> None:
    before = "<h2>Theme 7: Beds</h2><p>Words.</p><h2>Theme 8: Staff</h2>"
    found = plan(tmp_path, row("Beds", "More", *FIRST), row("", "", *SECOND), before=before)
    assert {theme for action, theme in found.facts("PART_OF") if action.startswith("1.")} == {"8 Staff"}


def test_what_the_columns_of_a_table_were_taken_for_can_be_asked(tmp_path: Path) -> None:
    text = f"<h2>Theme 1: Beds</h2><table>{HEADER}{row('Beds', 'More', *FIRST)}</table><table><tr><td>a<td>b</table>"
    (told,) = plan_tables(document(tmp_path, text, "plan.html"), register())
    assert (told.part, told.actions) == ("1 Beds", 1)
    assert [(column.header, column.role) for column in told.columns][2:5] == [
        ("Ref", "reference"), ("Action", "action"), ("Owner", "owner")
    ]  # fmt: skip


def test_of_several_bodies_the_one_that_is_spelt_out_is_meant() -> None:
    spelt, short = (Mention("Organisation", name, category="ccg") for name in ("Westmere CCG", "NWCCG"))
    assert meant("CCG", [[short, spelt]]) == spelt
    assert meant("CCG", [[short]]) == short
    assert meant("CCG", [[spelt, Mention("Organisation", "Marlbrook CCG", category="ccg")]]) is None
