"""What changed between two versions of a plan, as a governance lead would want it told."""

from pathlib import Path

import pytest

from sysgraph.changes import Change, changes
from sysgraph.workspace import assemble

HEAD = """# Harrowdale improvement plan {version}

3 May 2024

| Ref | Action | Owner | Operational lead | Due | RAG | Assurance |
|---|---|---|---|---|---|---|
"""
LOUNGE = (
    "| 1.1 | Open a discharge lounge at the hospital | Jo Lee | Sam Poe | May 2024 | Green "
    "| Overseen by the Flow Board |\n"
)
STAFF = "| 1.2 | Hire two more social workers | Ann Day | | June 2024 | Amber | |\n"
GUIDE = "| 1.3 | Write a guide to leaving hospital for families | | | July 2024 | | |\n"


def compared(folder: Path, old: str, new: str) -> list[Change]:
    graphs = []
    for name, rows, version in (("april", old, "V3"), ("may", new, "V4")):
        file = folder / f"{name}.md"
        file.write_text(HEAD.format(version=version) + rows, encoding="utf-8")
        graphs.append(assemble([file]))
    return list(changes(*graphs))


def told(found: list[Change]) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.what, one.about.split()[0], one.before, one.after) for one in found if one.kind == "Action"]


def test_the_same_plan_has_not_changed(tmp_path: Path) -> None:
    assert compared(tmp_path, LOUNGE + STAFF + GUIDE, LOUNGE + STAFF + GUIDE) == []


@pytest.mark.parametrize(
    ("part", "instead", "change"),
    [
        ("May 2024", "August 2024", ("slipped", "1.1", "May 2024", "August 2024")),
        ("May 2024", "April 2024", ("brought forward", "1.1", "May 2024", "April 2024")),
        ("May 2024", "TBC", ("undated", "1.1", "May 2024", "TBC")),
        ("Jo Lee", "Kim Ray", ("reassigned", "1.1", "Jo Lee", "Kim Ray")),
        ("Jo Lee", "TBC", ("reassigned", "1.1", "Jo Lee", "TBC")),
        ("Sam Poe", "Kim Ray", ("re-led", "1.1", "Sam Poe", "Kim Ray")),
        ("Green", "Red", ("re-rated", "1.1", "Green", "Red")),
        ("Green", "Blue", ("completed", "1.1", "Green", "Blue")),
        (
            "at the hospital",
            "in the old ward",
            (
                "reworded",
                "1.1",
                "Open a discharge lounge at the hospital",
                "Open a discharge lounge in the old ward",
            ),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_one_cell_that_changed_is_one_change(
    tmp_path: Path, part: str, instead: str, change: tuple[str, str, str, str]
) -> None:
    assert told(compared(tmp_path, LOUNGE + STAFF, LOUNGE.replace(part, instead) + STAFF)) == [change]


def test_each_change_cites_both_sides(tmp_path: Path) -> None:
    (change,) = compared(tmp_path, LOUNGE, LOUNGE.replace("Green", "Red"))
    assert [one.document for one in change.old_evidence] == ["april.md"]
    assert [one.document for one in change.new_evidence] == ["may.md"]


def test_an_action_that_is_there_no_more_is_dropped_and_one_that_was_not_is_new(tmp_path: Path) -> None:
    found = compared(tmp_path, LOUNGE + STAFF, LOUNGE + GUIDE)
    assert [(what, ref) for what, ref, _, _ in told(found)] == [("new", "1.3"), ("dropped", "1.2")]


def test_a_plan_that_numbers_itself_anew_has_dropped_nothing(tmp_path: Path) -> None:
    assert (
        told(
            compared(
                tmp_path, LOUNGE + STAFF + GUIDE, STAFF.replace("1.2", "1.1") + GUIDE + LOUNGE.replace("1.1", "1.2")
            )
        )
        == []
    )


def test_a_reference_that_is_given_to_another_action_does_not_make_it_the_same(tmp_path: Path) -> None:
    found = compared(tmp_path, LOUNGE, GUIDE.replace("1.3", "1.1"))
    assert {(what, ref) for what, ref, _, _ in told(found)} == {("new", "1.1"), ("dropped", "1.1")}


def test_a_board_that_went_is_told_with_the_lines_that_it_was_part_of(tmp_path: Path) -> None:
    found = compared(tmp_path, LOUNGE, LOUNGE.replace("Overseen by the Flow Board", "Weekly report"))
    assert ("went", "Flow Board") in {(one.what, one.about) for one in found}


def test_somebody_who_left_and_somebody_who_came_are_both_told(tmp_path: Path) -> None:
    found = compared(tmp_path, LOUNGE, LOUNGE.replace("Jo Lee", "Kim Ray"))
    assert {(one.what, one.about) for one in found if one.kind == "Person"} == {("went", "Jo Lee"), ("came", "Kim Ray")}


def test_references_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    rows = "".join(LOUNGE.replace("1.1", f"6.{number}").replace("hospital", f"hospital {number}") for number in (2, 10))
    assert [ref for _, ref, _, _ in told(compared(tmp_path, rows, rows.replace("Green", "Red")))] == ["6.2", "6.10"]
