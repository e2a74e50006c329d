"""Plain text and Markdown: what is a heading, a paragraph, a line of a list, and on which page it stands."""

from pathlib import Path

import pytest

from sysgraph.documents import read
from sysgraph.model import Document, Passage
from tests.written import document, passages

LONG = "The panel met in the town hall and heard from the wards about the winter"


def levels(found: Document, form: str) -> list[int]:
    return [block.level for block in found.blocks if isinstance(block, Passage) and block.form == form]


def pages(found: Document) -> list[tuple[str, int | None, str | None]]:
    return [(one.text, one.position.page, one.position.printed_page) for one in found.passages()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Beds\n", [("heading", "Beds")]),
        ("### **Beds and wards** ##\n", [("heading", "Beds and wards")]),
        ("Beds and wards\n", [("paragraph", "Beds and wards")]),
        ("- *one* thing\n* `two` things\n", [("bullet", "one thing"), ("bullet", "two things")]),
        ("See the [review](https://example.org/a) of it.\n", [("paragraph", "See the review of it.")]),
        ("a file_name_of_ours stays\n", [("paragraph", "a file_name_of_ours stays")]),
        ("> Quoted words of a resident.\n", [("paragraph", "Quoted words of a resident.")]),
        (
            "1. first\n2) second\n(3) third\n(b) letter\n",
            [("bullet", w) for w in ("first", "second", "third", "letter")],
        ),
    ],
)
def test_markdown_is_read_by_its_marks(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert passages(document(tmp_path, text)) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("WINTER PLAN", "heading"),
        ("Beds and wards", "heading"),
        ("Theme 4 – Workforce", "heading"),
        ("2018 in brief", "heading"),
        ("The panel met.", "paragraph"),
        ("beds and wards", "paragraph"),
        ("Lead organisation: Marlbrook Council", "paragraph"),
        ("Which of the many words of this one line make it too long for a heading now", "paragraph"),
        ("2018", "paragraph"),
        ("The following were there:", "paragraph"),
        ("# A heading with marks", "heading"),
        ("• one of a list", "bullet"),
        ("– one of a list", "bullet"),
    ],
)
def test_a_line_of_plain_text_that_stands_alone_is_read_by_how_it_looks(tmp_path: Path, text: str, form: str) -> None:
    found = document(tmp_path, f"Opening words of a letter.\n\n{text}\n\nMore words follow.\n", "letter.txt")
    first, second, third = (got for got, _ in passages(found))
    assert (first, second, third) == ("paragraph", form, "paragraph")


def test_asterisks_in_plain_text_are_characters_like_others(tmp_path: Path) -> None:
    assert passages(document(tmp_path, "Rated 4* by *residents* of the ward.\n", "a.txt")) == [
        ("paragraph", "Rated 4* by *residents* of the ward.")
    ]


def test_a_heading_in_capitals_stands_above_one_in_small_letters(tmp_path: Path) -> None:
    found = document(tmp_path, "WINTER PLAN\n\nBeds and wards\n\nWords about them follow here.\n", "plan.txt")
    assert levels(found, "heading") == [1, 2]
    assert [one.position.heading for one in found.passages()] == ["WINTER PLAN", "Beds and wards", "Beds and wards"]


def test_the_depth_of_a_list_is_kept(tmp_path: Path) -> None:
    assert levels(document(tmp_path, "- one\n  - two\n    - three\n"), "bullet") == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}\nand the beds that they will open.\n", [f"{LONG} and the beds that they will open."]),
        (f"{LONG}.\nThe next meeting is in May.\n", [f"{LONG}.", "The next meeting is in May."]),
        ("Jo Lee\nSam Holt\n", ["Jo Lee", "Sam Holt"]),
        (f"- {LONG}\n  and the beds that they will open\n", [f"{LONG} and the beds that they will open"]),
    ],
    ids=["wrapped", "two sentences", "two names", "wrapped line of a list"],
)
def test_lines_that_only_wrap_are_one_passage(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert [words for _, words in passages(document(tmp_path, text, "letter.txt"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ftwo\fthree", [("one", 1, None), ("two", 2, None), ("three", 3, None)]),
        ("one\n7\fPage 2 of 9\ntwo", [("one", 1, None), ("7", 1, None), ("two", 2, "2")]),
        ("one\n\nPage 4\n\ntwo\n\nPage 5\n", [("one", 1, "4"), ("two", 2, "5")]),
        ("Page 4\n\none\n\n- page 5 -\n\ntwo\n", [("one", 1, "4"), ("two", 2, "5")]),
        ("one\n\n12 | Page\n\ntwo\n", [("one", 1, "12"), ("two", 2, None)]),
        (
            "one\n\nPage 12 of the review says more.\n",
            [("one", 1, None), ("Page 12 of the review says more.", 1, None)],
        ),
    ],
    ids=["form feeds", "a mark on a page", "marks at the foot", "marks at the head", "another style", "a sentence"],
)
def test_what_stands_on_which_page_is_known(
    tmp_path: Path, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    found = document(tmp_path, text, "pages.txt")
    assert pages(found) == expected
    assert found.pages == max(page or 1 for _, page, _ in expected)


@pytest.mark.parametrize("between", ["", "Lead: Jo Lee\n\n"], ids=["at once", "after a line that names the lead"])
def test_a_lone_numbered_line_above_a_table_is_its_heading(tmp_path: Path, between: str) -> None:
    text = f"Winter plan\n\n1. Beds and wards\n\n{between}Action\tOwner\tDue\nOpen a ward\tJo Lee\tMay 2019\n"
    found = document(tmp_path, text, "plan.txt")
    assert ("heading", "1. Beds and wards") in passages(found)


@pytest.mark.parametrize(
    "text",
    ["1. Beds and wards\n\n2. Staff and pay\n\nWords about both.\n", "1. Beds and wards\n\nWords about them.\n"],
)
def test_a_lone_numbered_line_elsewhere_is_one_of_a_list(tmp_path: Path, text: str) -> None:
    assert passages(document(tmp_path, text, "list.txt"))[0] == ("bullet", "Beds and wards")


def test_the_heading_that_evidence_stands_under_is_told_without_asterisks(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "Theme 4: **HOME CARE**\n\nThe board met twice in the spring and will meet again.\n", encoding="utf-8"
    )
    heading, paragraph = read(path, path.name).passages()
    assert heading.text == "Theme 4: **HOME CARE**"
    assert paragraph.position.heading == "Theme 4: HOME CARE"
