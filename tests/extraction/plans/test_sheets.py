"""What plans from sheets do that others do less: merged cells, parts named once, tabs, a header that comes again."""

from pathlib import Path

from sysgraph.documents.assembly import Assembly, RawCell
from sysgraph.documents.file import File
from sysgraph.extraction import read_claims
from sysgraph.model import Claims
from tests.written import TITLE, Plan, register, table

HEADER = ("Ref", "Action", "Owner", "Due")


def claims(assembly: Assembly) -> Claims:
    return read_claims(assembly.document(), register())


def sheets() -> Assembly:
    return Assembly(File(b"", "plan.xlsx", "0" * 64), "xlsx", paged=False)


def raw(*rows: tuple[str, ...]) -> list[list[RawCell]]:
    """Rows of cells; one that begins with ^ is carried."""
    return [[RawCell(words.lstrip("^"), carried=words.startswith("^")) for words in row] for row in rows]


def test_a_part_that_is_named_once_holds_for_the_blank_cells_below(tmp_path: Path) -> None:
    rows = (
        ("Leadership", "1", "Agree a vision with partners", "Jo Lee"),
        ("", "2", "Appoint a chair for the board", "Jo Lee"),
        ("Workforce", "3", "Recruit ten nurses this year", "Jo Lee"),
    )
    found = Plan(tmp_path, TITLE + table(*rows, header=("Theme", "Ref", "Action", "Owner")))
    parts = {action.partition(" ")[0]: part for action, part in found.facts("PART_OF") if action[0].isdigit()}
    assert parts == {"1": "Leadership", "2": "Leadership", "3": "Workforce"}


def test_short_words_that_a_merged_cell_carries_down_are_a_finding_and_no_label() -> None:
    assembly = sheets()
    assembly.table(
        raw(
            ("Finding", *HEADER),
            ("No shared vision", "1", "Agree a vision with partners", "Jo Lee", "May 2024"),
            ("^No shared vision", "2", "Appoint a chair for the board", "Jo Lee", "May 2024"),
            ("^No shared vision", "3", "Recruit ten nurses this year", "Jo Lee", "May 2024"),
        )
    )
    found = [one for one in claims(assembly).claims if one.type == "ADDRESSES"]
    assert [one.target.name for one in found] == ["No shared vision"] * 3


def test_a_row_under_a_merged_action_adds_to_it() -> None:
    assembly = sheets()
    assembly.table(
        raw(
            HEADER,
            ("1", "Agree a vision with partners", "Jo Lee", "May 2024"),
            ("^1", "^Agree a vision with partners", "Ann Price", ""),
        )
    )
    found = claims(assembly)
    assert len([one for one in found.descriptions if one.subject.kind == "Action"]) == 1
    assert {one.source.name for one in found.claims if one.type == "OWNS"} == {"Jo Lee", "Ann Price"}


def test_the_first_tab_of_several_and_a_numbered_part_are_no_titles_of_the_plan() -> None:
    assembly = sheets()
    for tab in ("Leadership", "Theme 2: Workforce"):
        assembly.sheet(tab)
        assembly.heading(tab, 2)
        assembly.table(raw(HEADER, ("1", f"Agree terms for {tab.lower()}", "Jo Lee", "May 2024")))
    found = claims(assembly)
    assert {one.subject.name for one in found.descriptions if one.subject.kind == "Plan"} == {"plan.xlsx"}
    assert {one.subject.name for one in found.descriptions if one.subject.kind == "Theme"} == {
        "Leadership",
        "2 Workforce",
    }


def test_a_header_that_comes_again_means_what_it_meant() -> None:
    header = ("Issue", "", "", "Owner", "Due")
    found_in = "There is no vision that all partners of the system share."
    assembly = sheets()
    assembly.heading("Marlbrook Improvement Plan", 1)
    assembly.table(
        raw(
            header,
            (found_in, "1", "Agree a vision with partners", "Jo Lee", "May 2024"),
            (found_in, "2", "Appoint a chair for the board", "Jo Lee", "May 2024"),
            (found_in, "3", "Recruit ten nurses this year", "Jo Lee", "May 2024"),
        )
    )
    assembly.table(raw(header, (found_in, "4", "Joint posts across all of the partners", "Jo Lee", "May 2024")))
    texts = [str(one.attributes["text"]) for one in claims(assembly).descriptions if one.subject.kind == "Action"]
    assert texts[-1] == "Joint posts across all of the partners"


def test_a_register_that_only_weighs_risks_is_no_plan() -> None:
    assembly = sheets()
    assembly.table(
        raw(
            ("Risk ID", "Risk description", "Likelihood", "Impact", "Score", "Mitigation", "Risk owner"),
            ("R1", "Funding is withdrawn", "3", "4", "12", "Monthly finance review", "Jo Lee"),
            ("R2", "Staff leave the trust", "4", "4", "16", "Exit interviews", "Ann Price"),
        )
    )
    assert not [one for one in claims(assembly).descriptions if one.subject.kind == "Action"]


def test_the_key_that_stands_first_is_the_plans(tmp_path: Path) -> None:
    keys = [table(("Red", one), ("Green", two), header=()) for one, two in (("Late", "Done"), ("Other", "Words"))]
    plan = table(("1", "Agree a vision", "Jo Lee", "May 2024"), header=HEADER)
    (node,) = Plan(tmp_path, TITLE + keys[0] + plan + keys[1]).nodes("Plan").values()
    assert node.attributes["rag_key"] == ("Red: Late", "Green: Done")


def test_a_group_is_no_slip_of_the_pen_of_a_council(tmp_path: Path) -> None:
    rows = (
        ("1", "Agree a vision", "Director of Care, MARCC", "May 2024"),
        ("2", "Appoint a chair", "Director of Nursing, MARCCG", "May 2024"),
        ("3", "Recruit nurses", "MARCCG Jo Lee Head of Nursing", "May 2024"),
    )
    found = Plan(tmp_path, TITLE + "Marlbrook County Council (MARCC) leads.\n\n" + table(*rows, header=HEADER))
    assert {"MARCCG", "Marlbrook County Council"} <= found.nodes("Organisation").keys()
    assert ("Jo Lee", "3 Recruit nurses") in found.facts("OWNS")
    assert not found.notices("repaired")
