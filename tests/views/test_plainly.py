import pytest

from sysgraph.model import Evidence, Position, Value
from sysgraph.views.plainly import attributes_in_words, date_in_words, kind_in_words, position_in_words, short
from sysgraph.vocabulary import KINDS


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2018", "2018"),
        ("2018-04", "April 2018"),
        ("2018-02-28", "28 February 2018"),
        ("2018-02~", "about February 2018"),
        ("2018-02?", "perhaps February 2018"),
        ("2019-22", "summer 2019"),
        ("2019-10/2019-12", "October 2019 to December 2019"),
        ("2019-10/..", "from October 2019"),
        ("../2019-12", "up to December 2019"),
        ("2019-13", "2019-13"),
        ("when agreed", "when agreed"),
    ],
)
def test_dates_are_said_as_people_say_them(edtf: str, said: str) -> None:
    assert date_in_words(edtf) == said


def _said(**attributes: Value) -> list[tuple[str, str]]:
    return attributes_in_words(attributes, {"board-1": "Alliance Board"})


def test_a_date_comes_with_the_words_it_was_written_in() -> None:
    assert _said(due="2018-04", due_text="Apr 18") == [("Due", "April 2018 (written “Apr 18”)")]


def test_a_date_that_was_written_as_it_is_said_stands_once() -> None:
    assert _said(due="2018-04", due_text="april 2018") == [("Due", "April 2018")]


def test_a_date_cell_that_gives_no_date_shows_what_it_says() -> None:
    assert _said(due_text="Ongoing") == [("Due", "written “Ongoing”")]


def test_a_blank_owner_cell_is_said_to_be_blank() -> None:
    assert _said(owner_status="missing") == [("Owner cell", "left blank")]


def test_what_is_not_known_and_what_only_programs_read_is_left_out() -> None:
    assert _said(revised=None, outcome="", shifted=False, due_by="2018-04-30") == []


def test_a_shifted_row_is_explained() -> None:
    assert _said(shifted=True) == [("Shifted row", "its cells stand a column off, and were read by what they hold")]


def test_names_stand_for_ids_and_several_values_for_themselves() -> None:
    assert _said(approved_by=("board-1", "all councils")) == [("Approved by", "Alliance Board; all councils")]


def test_an_attribute_without_a_label_of_its_own_is_spelt_out() -> None:
    assert _said(flow_into_nhs_beds=12) == [("Flow into NHS beds", "12")]


def test_the_number_in_the_plan_comes_first_whatever_the_order() -> None:
    assert [label for label, _ in _said(progress="Begun", due="2018-04", ref="6.1")] == [
        "Number in the plan",
        "Due",
        "Progress",
    ]


def test_a_position_names_what_the_format_has() -> None:
    position = Position(page=3, printed_page="ii", heading="Workforce", cell="table 2, row 5, column 3")
    words = position_in_words(Evidence("plan.pdf", position, 0, 9, "All of it", "plan.row"))
    assert words == "plan.pdf, page 3 (printed ii), table 2, row 5, column 3, under “Workforce”"


def test_a_sheet_has_no_page() -> None:
    words = position_in_words(Evidence("log.xlsx", Position(sheet="Actions", cell="C5"), 0, 9, "All of it", "plan.row"))
    assert words == "log.xlsx, sheet Actions, C5"


def test_every_kind_can_be_said_in_the_singular() -> None:
    said = {kind: kind_in_words(kind) for kind in KINDS}
    assert said["Person"] == "person"
    assert said["CommissioningArrangement"] == "commissioning arrangement"
    assert [one for one in said.values() if one.endswith("s")] == []


def test_long_text_is_cut_between_words() -> None:
    assert short("Appoint a trusted assessor for every care home", 24) == "Appoint a trusted…"
    assert short("a" * 30, 10) == "aaaaaaaaa…"
    assert short("as  it\nis", 10) == "as it is"
