"""Plans as councils keep them in workbooks, from the file to the graph; and the same plan from several formats."""

from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.workbooks import paint, rows, workbook
from tests.written import Plan


def plan(path: Path, **sheets: Any) -> Plan:
    return Plan.at(workbook(path, {name.replace("_", " "): fill for name, fill in sheets.items()}))


def fields(found: Plan, *names: str) -> dict[str, tuple[object, ...]]:
    actions = found.nodes("Action").values()
    return {str(one.attributes["ref"]): tuple(one.attributes.get(name) for name in names) for one in actions}


def programme(sheet: Worksheet) -> None:
    """A plan with its header in the fourth row, themes merged down, months as dates and ratings as colours alone."""
    header = ("Theme", "Ref", "Recommendation", "Action", "Lead officer", "Due date", "Revised date", "Progress", "RAG")
    lee, price = "Jo Lee, Director of Care, Marlbrook Council", "Ann Price, Chief Executive, Marlbrook NHS Trust"
    spring, autumn = datetime(2024, 3, 1), datetime(2024, 9, 1)
    rows(
        ("Marlbrook Integrated Care Improvement Plan",),
        ("Version 4 – updated 12 March 2024",),
        (),
        header,
        (
            "Leadership",
            1.1,
            "There is no vision.",
            "Agree a shared vision with all partners",
            lee,
            spring,
            None,
            "Begun.",
        ),
        (None, 1.2, None, "Appoint a programme director for the plan", price, spring, autumn, "Advert out."),
        ("Workforce", 1.3, "Turnover is high.", "Publish a joint workforce strategy", lee, autumn, None, "Drafted."),
        (None, "1.10", None, "Develop a shared training programme", price, autumn, None, "Not begun."),
    )(sheet)
    for row_, colour in zip(range(5, 9), ("C00000", "FFC000", "00B050", "0070C0"), strict=True):
        paint(sheet, f"I{row_}", colour)
        sheet[f"F{row_}"].number_format = sheet[f"G{row_}"].number_format = "mmm-yy"
    for box in ("A1:I1", "A5:A6", "A7:A8", "C5:C6", "C7:C8"):
        sheet.merge_cells(box)
    sheet.freeze_panes = "A5"
    sheet.row_dimensions[6].hidden = True


RISKS = rows(
    ("Risk ID", "Risk description", "Likelihood", "Impact", "Score", "Mitigation", "Risk owner"),
    ("R1", "Funding is withdrawn", 3, 4, 12, "Monthly finance review", "Jo Lee"),
    ("R2", "Staff leave the trust", 4, 4, 16, "Exit interviews", "Ann Price"),
)
LISTS = rows(("RAG", "Owner"), ("Red", "Jo Lee"), ("Amber", "Ann Price"), ("Green", "Sam Hill"))


def test_a_plan_with_merged_themes_months_and_colours_comes_out_right(tmp_path: Path) -> None:
    found = plan(tmp_path / "plan.xlsx", Action_Plan=programme, Risk_Register=RISKS, Lists=LISTS)
    assert fields(found, "due", "revised", "month_rag", "complete") == {
        "1.1": ("2024-03", None, "Red", False),
        "1.2": ("2024-03", "2024-09", "Amber", False),
        "1.3": ("2024-09", None, "Green", False),
        "1.10": ("2024-09", None, "Blue", True),
    }
    themes = {theme for _, theme in found.facts("PART_OF")} - set(found.nodes("Plan"))
    assert themes == {"Leadership", "Workforce"}
    (document,) = (one for one in found.nodes("Plan").values() if one.attributes.get("document"))
    assert (document.name, document.attributes["date"]) == ("Marlbrook Integrated Care Improvement Plan", "2024-03-12")
    assert "rag_key" not in document.attributes
    assert len(found.facts("ADDRESSES")) == 4
    assert len(found.facts("OWNS")) == 4


def test_every_fact_of_a_workbook_names_its_sheet_and_cell(tmp_path: Path) -> None:
    found = plan(tmp_path / "plan.xlsx", Action_Plan=programme)
    evidence = [one for fact in found.graph.relationships if fact.type == "OWNS" for one in fact.evidence]
    assert {(one.position.sheet, one.position.cell) for one in evidence} == {
        ("Action Plan", f"E{row_}") for row_ in range(5, 9)
    }


def test_a_sheet_for_each_theme_is_a_theme_for_each_sheet(tmp_path: Path) -> None:
    def theme(number: int, *actions: str) -> Any:
        listed = [(f"{number}.{n}", one, "Ann Price, Chief Executive", "May 2024") for n, one in enumerate(actions, 1)]
        return rows(("Wexcombe Recovery Plan 2024",), (), ("No", "Action", "Owner", "Timescale"), *listed)

    found = plan(
        tmp_path / "plan.xlsx",
        Leadership=theme(1, "Agree the terms of the board", "Appoint a chair"),
        Workforce=theme(2, "Recruit ten nurses", "Train all managers"),
    )
    assert list(found.nodes("Plan")) == ["Wexcombe Recovery Plan 2024"]
    assert found.nodes("Theme").keys() == {"Leadership", "Workforce"}
    assert ("2.1 Recruit ten nurses", "Workforce") in found.facts("PART_OF")


def test_a_log_with_blank_rows_in_it_is_one_plan(tmp_path: Path) -> None:
    header = ("Action No", "Date raised", "Action", "Owner", "Deadline", "Status")
    raised = datetime(2024, 1, 9)

    def fill(sheet: Worksheet) -> None:
        rows(
            header,
            (1, raised, "Circulate the minutes to members", "Jo Lee", datetime(2024, 2, 1), "Closed"),
            (),
            (2, raised, "Write to the trust about beds", "Ann Price", datetime(2024, 2, 10), "Open"),
            (),
            (3, raised, "Review the register with leads", None, datetime(2024, 2, 3), "Open"),
        )(sheet)
        for row_ in (2, 4, 6):
            sheet[f"B{row_}"].number_format = sheet[f"E{row_}"].number_format = "mm-dd-yy"

    found = plan(tmp_path / "log.xlsx", Sheet1=fill)
    assert fields(found, "due", "month_rag", "complete", "owner_status") == {
        "1": ("2024-02-01", "Closed", True, "named"),
        "2": ("2024-02-10", "Open", False, "named"),
        "3": ("2024-02-03", "Open", False, "missing"),
    }
    assert list(found.nodes("Plan")) == ["log.xlsx"]


def test_parts_keys_and_labels_around_a_plan_are_taken_for_what_they_are(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(
            ("Harrowdale Urgent Care Delivery Plan",),
            ("Date:", datetime(2023, 11, 6)),
            (),
            ("Ref", "What will we do", "Who", "By when", "RAG", None, None, "Red", "Not on track"),
            ("1. Front door", None, None, None, None, None, None, "Green", "On track"),
            ("1a", "Open a same day emergency centre", "Sam Hill, General Manager", "Q1 2024/25", "Green"),
            ("2. Discharge",),
            ("2a", "Set up a transfer of care hub", "Jo Lee, Director of Care", "Apr-24", "Red"),
            (),
            ("Note: dates are of the end of the month.",),
        )(sheet)
        sheet["B2"].number_format = "[$-809]dd mmmm yyyy;@"
        sheet.merge_cells("A5:E5")
        sheet.merge_cells("A7:E7")

    found = plan(tmp_path / "plan.xlsx", Plan=fill)
    (node,) = found.nodes("Plan").values()
    assert (node.attributes["date"], node.attributes["rag_key"]) == (
        "2023-11-06",
        ("Red: Not on track", "Green: On track"),
    )
    assert fields(found, "due", "month_rag") == {"1a": ("2024-04/2024-06", "Green"), "2a": ("2024-04", "Red")}
    assert {name: one.attributes.get("ref") for name, one in found.nodes("Theme").items()} == {
        "1 Front door": "1",
        "2 Discharge": "2",
    }


def test_an_action_merged_over_rows_is_one_action_with_all_their_owners(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        rows(
            ("Ref", "Action", "Owner", "Due"),
            (1, "Rewrite the constitution of the board", "Jo Lee", "Mar 2024"),
            (None, None, "Ann Price", None),
            (2, "Agree a budget for carers", "Sam Hill", "June 2024"),
        )(sheet)
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("B2:B3")

    found = plan(tmp_path / "plan.xlsx", Plan=fill)
    assert fields(found, "due") == {"1": ("2024-03",), "2": ("2024-06",)}
    assert found.facts("OWNS") == {
        ("Jo Lee", "1 Rewrite the constitution of the board"),
        ("Ann Price", "1 Rewrite the constitution of the board"),
        ("Sam Hill", "2 Agree a budget for carers"),
    }


def test_a_register_of_risks_with_a_column_of_actions_is_a_plan(tmp_path: Path) -> None:
    found = plan(
        tmp_path / "risks.xlsx",
        Risks=rows(
            ("Risk ref", "Risk", "Likelihood", "Impact", "Score", "Mitigating actions", "Action owner", "Due"),
            ("R1", "Loss of funding", 3, 4, 12, "Agree a three-year settlement", "Jo Lee", "June 2024"),
            ("R2", "Workforce gaps", 4, 4, 16, "Launch a recruitment campaign", "Ann Price", "July 2024"),
        ),
    )
    assert found.texts() == {"Agree a three-year settlement", "Launch a recruitment campaign"}
