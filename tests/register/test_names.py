"""How names are folded, varied, abbreviated and compared."""

import pytest

from sysgraph.register import compare, council_area, fold, is_initialism, one_slip, variants


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health and Well-being Board", "health & wellbeing board"),
        ("Health and Well being Board", "The Health and Wellbeing Board"),
        ("St. Helens Council", "St Helens Council"),
        ("Stoke\u2013on\u2013Trent", "Stoke on Trent"),
        ("The council\u2019s cabinet", "council cabinet"),
        ("Partners' Forum", "Partners\u2019 Forum"),
        ("C.Q.C.", "CQC"),
        ("Anyshire\u00a0Council", "Anyshire   Council"),
        ("Anyshire Clinical Commissioning Group", "Anyshire CCG"),
        ("Hinchingbrooke Health Care", "Hinchingbrooke Healthcare"),
        ("Co-ordination Sub-Group", "Coordination Subgroup"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anyshire CCG", "Anyshire CCGs"),
        ("NHS Anyshire CCG", "Anyshire CCG"),
        ("North Anyshire CCG", "South Anyshire CCG"),
        ("Anyshire County Council", "Anyshire Council"),
        ("Anytown Board", "Anytown Boards"),
    ],
)
def test_names_that_differ_in_more_than_spelling_fold_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_letter_of_a_and_e_is_no_article() -> None:
    assert fold("The A&E Delivery Board") == fold("A & E Delivery Board") == "a and e delivery board"
    assert fold("A partnership") == "partnership"


def test_an_article_alone_is_kept() -> None:
    assert fold("The") == "the"
    assert fold(" – ") == ""


@pytest.mark.parametrize(
    "name", ["The Well-being Board\u2019s", "A&E", "St. Mary's", "NHS Anyshire CCGs", "Á la carte"]
)
def test_folding_what_is_folded_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("NHS Anyshire Clinical Commissioning Group", "Anyshire CCG"),
        ("Anyshire CCG", "NHS Anyshire CCG"),
        ("Anyshire CCG", "Anyshire NHS CCG"),
        ("NHS Anyshire Integrated Care Board", "Anyshire ICB"),
        ("Anytown NHS Foundation Trust", "Anytown NHS FT"),
        ("Anytown NHS Foundation Trust", "Anytown Foundation Trust"),
        ("Anytown NHS Foundation Trust", "NHS Anytown Foundation Trust"),
        ("Anytown NHS Foundation Trust", "Anytown NHS Trust"),
        ("Anytown Healthcare NHS Trust", "Anytown Healthcare"),
        ("Anytown Partnership NHS Trust", "Anytown Partnership Trust"),
        ("Anytown Metropolitan Borough Council", "Anytown Council"),
        ("Anytown Metropolitan Borough Council", "Anytown MBC"),
        ("London Borough of Anytown", "LB Anytown"),
        ("London Borough of Anytown", "Anytown Council"),
        ("Royal Borough of Anytown", "Anytown Council"),
        ("City of Anytown Council", "Anytown City Council"),
        ("City of Anytown Metropolitan District Council", "Anytown MDC"),
        ("Staffordshire County Council", "Staffs County Council"),
        ("Queen's Hospital NHS Trust", "Queens Hospital NHS Trust"),
        ("Anytown Health and Wellbeing Board", "Anytown HWB"),
        ("Anytown Safeguarding Adults Board", "Anytown Adult Safeguarding Board"),
    ],
)
def test_a_name_has_the_forms_it_is_usually_written_in(name: str, written: str) -> None:
    assert fold(written) in variants(name)


@pytest.mark.parametrize(
    ("name", "never"),
    [
        ("NHS England", "england"),
        ("NHS Improvement", "improvement"),
        ("Anytown NHS Foundation Trust", "anytown"),
        ("Anytown Hospital NHS Trust", "anytown hospital"),
        ("Anytown Hospital NHS Trust", "anytown hospital nhs foundation trust"),
        ("City of London Corporation", "london council"),
        ("City of Anytown", "anytown council"),
        ("Anytown Development Trust", "anytown development nhs trust"),
        ("Anytown City Council", "anytown county council"),
    ],
)
def test_a_name_has_no_form_that_means_something_else(name: str, never: str) -> None:
    assert never not in variants(name)


def test_variants_begin_with_the_name_itself_and_then_follow_the_alphabet() -> None:
    first, *others = variants("Anytown Metropolitan Borough Council")
    assert first == "anytown metropolitan borough council"
    assert others == sorted(others)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("London Borough of Camden", "camden"),
        ("Bath and North East Somerset Council", "bath and north east somerset"),
        ("City of Bradford Metropolitan District Council", "bradford"),
        ("Kent County Council", "kent"),
        ("Care Quality Commission", None),
    ],
)
def test_the_area_of_a_council_is_read_from_its_name(name: str, area: str | None) -> None:
    assert council_area(name) == area


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("SOTCC", "Stoke-on-Trent City Council"),
        ("SOT CC", "Stoke-On-Trent City Council"),
        ("SOTCCG", "NHS Stoke-on-Trent CCG"),
        ("SOTCCG", "Stoke on Trent Clinical Commissioning Group"),
        ("NSCCG", "North Staffordshire CCG"),
        ("H&WB", "Health and Wellbeing Board"),
        ("HWBB", "Health and Wellbeing Board"),
        ("HWBB", "Health & Well-being Board"),
        ("HWB", "HEALTH AND WELLBEING BOARD"),
        ("AEDB", "A&E Delivery Board"),
        ("A&EDB", "A&E Delivery Board"),
        ("A&EDB", "A & E Delivery Board"),
        ("AEDB", "Accident and Emergency Delivery Board"),
        ("OBM", "Operational Business Meeting"),
        ("UHNM", "University Hospitals of North Midlands NHS Trust"),
        ("NSCHT", "North Staffordshire Combined Healthcare NHS Trust"),
        ("SSOTP", "Staffordshire and Stoke-on-Trent Partnership NHS Trust"),
        ("SNHSFT", "Stockport NHS Foundation Trust"),
        ("SaTH", "The Shrewsbury and Telford Hospital NHS Trust"),
        ("VSCOG", "Voluntary Sector Chief Officers' Group"),
        ("NHSE", "NHS England"),
        ("HOSC", "Health Overview and Scrutiny Committee"),
        ("STPs", "Sustainability and Transformation Partnerships"),
        ("GPs", "general practitioners"),
        ("CHCC", "Care Home Co-ordination Centre"),
        ("MDT", "Multidisciplinary Team"),
        ("LTC", "Long-term Conditions"),
        ("D2A", "Discharge to Assess"),
        ("ToR", "Terms of Reference"),
        ("iBCF", "improved Better Care Fund"),
        ("VCSE", "Voluntary, Community and Social Enterprise"),
    ],
)
def test_an_abbreviation_is_read_as_the_initials_of_its_name(short: str, name: str) -> None:
    assert is_initialism(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("SCC", "Stoke-on-Trent City Council"),
        ("CCG", "Stoke CCG"),
        ("LA", "Lancashire County Council"),
        ("STOCC", "Stoke-on-Trent City Council"),
        ("NSCC", "North Staffordshire CCG"),
        ("HB", "Health and Wellbeing Board"),
        ("HWBX", "Health and Wellbeing Board"),
        ("BT", "NHS Blood and Transplant"),
        ("NHS", "NHS Trust"),
        ("SIB", "System Improvement Programme Board"),
        ("board", "Business of all regional directors"),
        ("Sib", "System improvement board"),
        ("", "Stockport"),
        ("CQC", ""),
        ("S", "Stockport"),
    ],
)
def test_false_friends_of_an_abbreviation_are_refused(short: str, name: str) -> None:
    assert not is_initialism(short, name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ABTCC", "ATBCC"),
        ("ABTCC", "ABTC"),
        ("ABTCC", "ABTCCG"),
        ("ABTCC", "ABXCC"),
        ("AABB", "ABAB"),
        ("abcd", "AB CE"),
    ],
)
def test_one_letter_or_one_swap_is_one_slip(a: str, b: str) -> None:
    assert one_slip(a, b)
    assert one_slip(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("ABTCC", "ABTCC"),
        ("HWB", "HWBB"),
        ("CQC", "CCQ"),
        ("ABCD", "BADC"),
        ("ABCD", "ABEF"),
        ("ABCDE", "ABC"),
        ("", ""),
    ],
)
def test_short_equal_or_farther_abbreviations_are_no_slip(a: str, b: str) -> None:
    assert not one_slip(a, b)


def test_only_two_spellings_of_one_name_score_one() -> None:
    assert compare("The Well-being Board", "Wellbeing Board").score == 1
    others = [
        ("NHS Anyshire CCG", "Anyshire CCG"),
        ("AACC", "Anyshire and Anytown City Council"),
        ("Board of the Alliance", "Alliance Board"),
        ("ABTCC", "ATBCC"),
        ("Anyshire Improvement Board", "Anyshire Board"),
        ("Care Forum", "Winter Plan"),
    ]
    scores = [compare(a, b).score for a, b in others]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] < 1
    assert scores[-1] == 0


def test_a_comparison_reads_the_same_both_ways() -> None:
    for a, b in [
        ("AACC", "Anyshire and Anytown City Council"),
        ("NHS Anyshire CCG", "Anyshire CCG"),
        ("Care Board", "Care"),
    ]:
        assert compare(a, b).score == compare(b, a).score


def test_the_reason_names_the_rule_in_a_sentence() -> None:
    assert compare("HWBB", "Health and Wellbeing Board").reason.endswith("are usual ways to write one name.")
    assert compare("PAB", "Provider Alliance Board").reason == (
        "“PAB” gives the initial letters of “Provider Alliance Board”."
    )
    assert compare("Board of the Alliance", "Alliance Board").reason.endswith("have the same words in another order.")
    assert compare("Care Forum", "Winter Plan").reason.endswith("have no word in common.")


def test_a_point_of_the_compass_keeps_two_names_apart() -> None:
    apart = compare("North Anyshire Delivery Board", "South Anyshire Delivery Board")
    alike = compare("Anyshire Delivery Board", "Anyshire Delivery Group")
    assert apart.score < alike.score < 0.7
    assert "“north” stands in only one of them" in apart.reason


def test_empty_names_are_not_the_same() -> None:
    assert compare("", "–").score == 0
