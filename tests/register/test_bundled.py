"""The register that ships: what it holds, and who is found in it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from seed.build_register import REGISTER, build, main
from sysgraph.register import NATIONAL, Entry, Register, fold


@pytest.fixture(scope="module")
def bundled() -> Register:
    return Register.bundled()


def _one(register: Register, name: str) -> Entry:
    (found,) = register.find(name)
    return found


def test_every_code_belongs_to_one_entry(bundled: Register) -> None:
    codes = Counter(value for entry in bundled.entries for _, value in entry.codes)
    own = Counter(entry.code for entry in bundled.entries)
    assert [code for code, times in (codes | own).items() if times > 1] == []
    assert all(bundled.by_code(scheme, value) is entry for entry in bundled.entries for scheme, value in entry.codes)


def test_public_codes_have_the_form_of_their_register(bundled: Register) -> None:
    forms = {"ods": r"[A-Z0-9]{3}|[A-Z0-9]{5}", "ons": r"E\d{8}"}
    wrong = [
        (entry.name, scheme, value)
        for entry in bundled.entries
        for scheme, value in entry.codes
        if not re.fullmatch(forms[scheme], value)
    ]
    assert wrong == []


def test_only_national_bodies_have_no_public_code(bundled: Register) -> None:
    assert {entry.category for entry in bundled.entries if not entry.codes} == NATIONAL
    assert {entry.category for entry in bundled.entries if entry.codes} == {"ccg", "council", "icb", "nhs_trust"}


def test_no_two_open_bodies_have_one_official_name(bundled: Register) -> None:
    names = Counter(fold(entry.name) for entry in bundled.entries if entry.closed is None)
    assert [name for name, times in names.items() if times > 1] == []


def test_153_upper_tier_councils_are_open(bundled: Register) -> None:
    councils = [entry for entry in bundled.entries if entry.category == "council"]
    assert len([council for council in councils if council.closed is None]) == 153
    assert len(councils) == 161


def test_every_council_has_a_place_and_a_style(bundled: Register) -> None:
    styles = re.compile(r"Council\b|^(London|Royal) Borough of |^Borough of Poole$|^City of London Corporation$")
    councils = [entry for entry in bundled.entries if entry.category == "council"]
    assert [entry.name for entry in councils if not styles.search(entry.name) or entry.place is None] == []


def test_every_ccg_was_taken_over_in_the_end_by_an_integrated_care_board(bundled: Register) -> None:
    ccgs = [entry for entry in bundled.entries if entry.category == "ccg"]
    assert len(ccgs) > 200
    for ccg in ccgs:
        *between, last = bundled.succession(ccg)
        assert last.category == "icb", ccg.name
        assert {entry.category for entry in between} <= {"ccg"}, ccg.name


def test_a_successor_begins_no_later_than_it_takes_over(bundled: Register) -> None:
    for entry in bundled.entries:
        if entry.successor and entry.succeeded_on:
            heir = bundled.entry(entry.successor)
            assert heir is not None, entry.name
            assert (heir.opened or "") <= entry.succeeded_on, entry.name
            assert entry.closed is not None, entry.name
            assert entry.closed <= entry.succeeded_on, entry.name


def test_names_have_no_marks_of_the_capitals_they_were_made_from(bundled: Register) -> None:
    marks = re.compile(r"'S\b|\bNhs\b|\bCcg\b| (Of|And|The|Upon|On|For|With) |&|  |[,.]$")
    assert [entry.name for entry in bundled.entries if marks.search(entry.name)] == []


def test_no_alias_repeats_a_name_in_another_spelling(bundled: Register) -> None:
    repeated = [
        (entry.name, alias)
        for entry in bundled.entries
        for at, alias in enumerate(entry.aliases)
        if fold(alias) in {fold(other) for other in (entry.name, *entry.aliases[:at])}
    ]
    assert repeated == []


def test_a_council_reached_by_rule_is_never_two_open_ones(bundled: Register) -> None:
    several = {
        form: [entry.name for entry in entries]
        for form, entries in bundled.names().items()
        if len([one for one in entries if one.category == "council" and one.closed is None]) > 1
    }
    assert several == {}


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("CQC", "Care Quality Commission"),
        ("The Care Quality Commission", "Care Quality Commission"),
        ("Department of Health", "Department of Health and Social Care"),
        ("DCLG", "Ministry of Housing, Communities and Local Government"),
        ("Camden Council", "London Borough of Camden"),
        ("LB Camden", "London Borough of Camden"),
        ("Bradford Council", "City of Bradford Metropolitan District Council"),
        ("Wakefield MDC", "City of Wakefield Metropolitan District Council"),
        ("Brighton & Hove City Council", "Brighton and Hove City Council"),
        ("B&NES Council", "Bath and North East Somerset Council"),
        ("York Council", "City of York Council"),
        ("Hants County Council", "Hampshire County Council"),
        ("Devon Clinical Commissioning Group", "NHS Devon CCG"),
        ("BNSSG CCG", "NHS Bristol, North Somerset and South Gloucestershire CCG"),
        ("Sussex ICB", "NHS Sussex Integrated Care Board"),
        ("Kings College Hospital NHS FT", "King's College Hospital NHS Foundation Trust"),
        ("Guys & St Thomas\u2019 NHS Foundation Trust", "Guy's and St Thomas' NHS Foundation Trust"),
        ("Leeds and York Partnership NHS FT", "Leeds and York Partnership NHS Foundation Trust"),
        ("Plymouth Hospitals NHS Trust", "University Hospitals Plymouth NHS Trust"),
        ("Dorset Council", "Dorset Council"),
    ],
)
def test_a_body_is_found_by_the_names_it_goes_by(bundled: Register, written: str, official: str) -> None:
    assert _one(bundled, written).name == official


@pytest.mark.parametrize(
    "name", ["England", "Improvement", "the Council", "the CCG", "Stockport", "Medway", "Board", ""]
)
def test_a_bare_word_is_nobody(bundled: Register, name: str) -> None:
    assert bundled.find(name) == ()


def test_an_abbreviation_of_two_open_bodies_finds_both(bundled: Register) -> None:
    assert [entry.name for entry in bundled.find("MFT")] == [
        "Manchester University NHS Foundation Trust",
        "Medway NHS Foundation Trust",
    ]


def test_of_a_place_its_council_and_commissioners_are_known_open_ones_first(bundled: Register) -> None:
    assert [entry.name for entry in bundled.of_place("the Isle of Wight")] == [
        "Isle of Wight Council",
        "NHS Isle of Wight CCG",
    ]
    assert bundled.of_place("Nowhere") == ()


def test_a_merged_ccg_has_a_ccg_and_then_a_board_after_it(bundled: Register) -> None:
    line = bundled.succession(_one(bundled, "NHS Darlington CCG"))
    assert [entry.code for entry in line] == ["16C", "QHM"]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Anyshire Health and Wellbeing Board", [("Board", "health and wellbeing board")]),
        ("Anytown H&WB", [("Board", "health and wellbeing board")]),
        ("West Anyshire A&E Delivery Board", [("Board", "a&e delivery board")]),
        ("Anyshire Health Overview and Scrutiny Committee", [("Board", "health overview and scrutiny committee")]),
        ("Anyshire Adult Safeguarding Board", [("Board", "safeguarding adults board")]),
        ("Anytown Better Care Fund", [("PooledBudget", "better care fund")]),
        (
            "Anyshire STP",
            [
                ("Partnership", "sustainability and transformation partnership"),
                ("Plan", "sustainability and transformation plan"),
            ],
        ),
        ("Board", []),
        ("Better Care Fund Officer", []),
    ],
)
def test_the_end_of_a_name_says_its_kind(bundled: Register, name: str, kinds: list[tuple[str, str]]) -> None:
    assert [(kind.kind, kind.name) for kind in bundled.kinds_of(name)] == kinds


def test_a_kind_of_board_is_no_actor(bundled: Register) -> None:
    forms = [form for kind in bundled.kinds for form in (kind.name, *kind.abbreviations, *kind.also)]
    assert [form for form in forms if bundled.find(form)] == []


def test_a_smaller_register_keeps_the_kinds_and_drops_the_rest(bundled: Register) -> None:
    national = bundled.only(NATIONAL)
    assert national.find("NHSE") == bundled.find("NHSE") != ()
    assert national.find("NHS Devon CCG") == ()
    assert national.kinds == bundled.kinds


def test_the_derived_files_are_what_the_tables_give(shared: Path) -> None:
    for name, text in build(shared / "reference").items():
        assert (REGISTER / name).read_text(encoding="utf-8") == text, f"{name} is stale: python -m seed.build_register"


def test_the_check_of_the_derived_files_passes(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(shared / "reference"), "--check"]) == 0
    assert capsys.readouterr().out == ""
