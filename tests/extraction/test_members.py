"""Tables of members say who sits on the board above them, and who chairs it."""

from pathlib import Path

from sysgraph.documents import read
from sysgraph.extraction import read_claims
from sysgraph.register import Register

TERMS = """# Harrowdale Discharge Board: terms of reference

The Harrowdale Discharge Board reports to Harrowdale Council.

## Membership

| Name | Role | Organisation |
|---|---|---|
| Jo Lee (Chair) | Director of Care | Harrowdale Council |
| Pat Roe | Chief Nurse | Harrowdale Hospitals NHS Trust |
| TBC | Medical Director | Harrowdale Hospitals NHS Trust |
| | | Age UK Harrowdale |
| Vacant | | |

## Apologies

| Name | Organisation |
|---|---|
| Sam Oak | Harrowdale Council |
"""


def facts(tmp_path: Path, text: str) -> set[tuple[str, str, str]]:
    path = tmp_path / "terms.md"
    path.write_text(text, encoding="utf-8")
    claims = read_claims(read(path, path.name), Register.bundled()).claims
    return {(claim.source.name, claim.type, claim.target.name) for claim in claims}


def test_each_row_of_a_table_of_members_is_a_seat_of_its_person_else_post_else_body(tmp_path: Path) -> None:
    seats = {(source, target) for source, type_, target in facts(tmp_path, TERMS) if type_ == "MEMBER_OF"}
    assert seats == {
        ("Pat Roe", "Harrowdale Discharge Board"),
        ("Medical Director", "Harrowdale Discharge Board"),
        ("Age UK Harrowdale", "Harrowdale Discharge Board"),
    }


def test_the_row_that_says_chair_chairs_and_posts_and_bodies_hang_on_the_person(tmp_path: Path) -> None:
    found = facts(tmp_path, TERMS)
    assert ("Jo Lee", "CHAIRS", "Harrowdale Discharge Board") in found
    assert ("Jo Lee", "HOLDS", "Director of Care") in found
    assert ("Director of Care", "POST_IN", "Harrowdale Council") in found


def test_those_who_sent_apologies_get_no_seat_from_that_table(tmp_path: Path) -> None:
    assert not any(source == "Sam Oak" for source, _, _ in facts(tmp_path, TERMS))


def test_a_table_of_contacts_under_no_board_gives_no_seat(tmp_path: Path) -> None:
    contacts = TERMS.replace("Harrowdale Discharge Board", "Harrowdale guide").replace("## Membership", "## Who to ask")
    assert not {type_ for _, type_, _ in facts(tmp_path, contacts)} & {"MEMBER_OF", "CHAIRS"}
