"""Each rule about boards, money, services, plans and sources, on a graph where it finds something and one where not."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from sysgraph.model import Graph, Node, Relationship
from sysgraph.questions.catalogue import gap_shelf
from sysgraph.questions.gaps import Choice, find_gaps
from sysgraph.store import open_store
from sysgraph.store.sqlite_write import write
from sysgraph.workspace import assemble
from tests.builders import cite, fact, graph, node

BOARD, UPPER, THIRD = (node("Board", name) for name in ("Flow Board", "Upper Board", "Third Board"))
COUNCIL, TRUST = node("Organisation", "Harrowdale Council"), node("Organisation", "Tarrow Trust")
ANN, BOB, CAT = (node("Person", name) for name in ("Ann Day", "Bob Roe", "Cat Lee"))
POST = node("Role", "Director of Care, Harrowdale Council")
PLAN = node("Plan", "Harrowdale plan", date="2024-03-19")
UNDATED = node("Plan", "Harrowdale plan")
THEME = node("Theme", "1 Discharge")
ACTIONS = [node("Action", f"1.{number} Do it", ref=f"1.{number}", text="Do it") for number in range(1, 5)]
POOL = node("PooledBudget", "Better Care Fund", amount=5_000_000, share="60% and 40%")
BARE_POOL = node("PooledBudget", "Better Care Fund")
RICH_POOL = node("PooledBudget", "Better Care Fund", amount=5_000_000)
DEAL = node("CommissioningArrangement", "Section 75 agreement")
SERVICE = node("Service", "Home First")
FINDING = node("Finding", "Delays", text="Delays at the weekend", form="recommendation", taken_up="not taken up")

Case = tuple[Iterable[Node], Iterable[Relationship]]


def in_plan(plan: Node) -> list[Relationship]:
    return [fact(THEME, "PART_OF", plan), *(fact(one, "PART_OF", THEME) for one in ACTIONS)]


def seats(board: Node, *sitters: Node) -> list[Relationship]:
    return [fact(one, "MEMBER_OF", board) for one in sitters]


def line(*types: str, **told: bool) -> list[Relationship]:
    return [fact(BOARD, type_, above, **told) for type_, above in zip(types, (UPPER, THIRD), strict=False)]


BOARDS = [BOARD, UPPER, THIRD]
PLANNED = [PLAN, THEME, *ACTIONS]
POOLED = [POOL, DEAL, BOARD, COUNCIL]
FIRES: dict[str, tuple[Case, str]] = {
    "ACT30": (([node("Action", "Do it", shifted=True)], []), "Do it"),
    "ACT31": (([node("Action", "Do it", broken=True)], []), "Do it"),
    "GOV01": (([BOARD], []), "Flow Board"),
    "GOV02": (
        (BOARDS, [*line("REPORTS_TO"), fact(UPPER, "ACCOUNTABLE_TO", THIRD), fact(THIRD, "REPORTS_TO", BOARD)]),
        "Flow Board",
    ),
    "GOV03": ((BOARDS, line("REPORTS_TO", "ACCOUNTABLE_TO")), "Flow Board"),
    "GOV04": (([BOARD, ANN], seats(BOARD, ANN)), "Flow Board"),
    "GOV05": (
        (
            [BOARD, ANN, POST, ACTIONS[0]],
            [
                fact(POST, "OWNS", ACTIONS[0]),
                fact(ANN, "HOLDS", POST),
                fact(ANN, "CHAIRS", BOARD),
                fact(BOARD, "OVERSEES", ACTIONS[0]),
            ],
        ),
        "1.1 Do it",
    ),
    "GOV06": (([BOARD], []), "Flow Board"),
    "GOV07": (([POST, ANN, BOB], [fact(ANN, "HOLDS", POST), fact(BOB, "HOLDS", POST)]), POST.name),
    "GOV08": (([node("Board", "Flow Board", named_ways=("Flow Board", "Patient Group"))], []), "Flow Board"),
    "GOV09": (([node("Board", "Harrowdale HWB", missing_seats=("a councillor",))], []), "Harrowdale HWB"),
    "GOV10": (
        ([BOARD, UPPER, ANN, BOB, CAT], [*seats(BOARD, ANN, BOB, CAT), *seats(UPPER, ANN, BOB, CAT)]),
        min((BOARD, UPPER), key=lambda one: one.id).name,
    ),
    "MON01": (([POOL], []), POOL.name),
    "MON02": (([POOL, DEAL], [fact(POOL, "HELD_UNDER", DEAL)]), POOL.name),
    "MON03": (([BARE_POOL], []), POOL.name),
    "MON04": (([RICH_POOL], []), POOL.name),
    "COM01": (([DEAL], []), DEAL.name),
    "COM02": (([SERVICE, TRUST], [fact(TRUST, "PROVIDES", SERVICE)]), SERVICE.name),
    "PLN01": ((PLANNED, in_plan(PLAN)), THEME.name),
    "PLN02": (([FINDING], []), FINDING.name),
    "PLN03": ((PLANNED, in_plan(PLAN)), PLAN.name),
    "PLN04": (([*PLANNED, ANN], [*in_plan(PLAN), *(fact(ANN, "OWNS", one) for one in ACTIONS)]), ANN.name),
    "PLN05": (([UNDATED, THEME, *ACTIONS], in_plan(UNDATED)), PLAN.name),
    "SRC01": (([node("Plan", "Plan", disagreements=("date: “2024” in a.txt, “2025” in b.txt",))], []), "Plan"),
    "SRC02": (([BOARD, UPPER], [fact(BOARD, "REPORTS_TO", UPPER)]), BOARD.name),
}
STILL: dict[str, Case] = {
    "ACT30": ([node("Action", "Do it", shifted=False)], []),
    "ACT31": ([node("Action", "Do it", broken=False)], []),
    "GOV01": ([BOARD, COUNCIL], [fact(BOARD, "PART_OF", COUNCIL)]),
    "GOV02": (BOARDS, [fact(BOARD, "REPORTS_TO", UPPER), fact(UPPER, "REPORTS_TO", THIRD)]),
    "GOV03": (BOARDS, line("REPORTS_TO", "REPORTS_TO", joint=True)),
    "GOV04": ([BOARD, ANN, BOB], [*seats(BOARD, ANN), fact(BOB, "CHAIRS", BOARD)]),
    "GOV05": (
        [BOARD, ANN, BOB, ACTIONS[0]],
        [fact(BOB, "OWNS", ACTIONS[0]), fact(ANN, "CHAIRS", BOARD), fact(BOARD, "OVERSEES", ACTIONS[0])],
    ),
    "GOV06": ([BOARD, ANN], seats(BOARD, ANN)),
    "GOV07": (
        [BOARD, POST, ANN, BOB],
        [
            fact(ANN, "HOLDS", POST),
            fact(ANN, "CHAIRS", BOARD),
            fact(POST, "CHAIRS", BOARD),
            fact(BOB, "CHAIRS", BOARD, as_="vice chair"),
        ],
    ),
    "GOV08": ([BOARD], []),
    "GOV09": ([BOARD], []),
    "GOV10": ([BOARD, UPPER, ANN, BOB, CAT], [*seats(BOARD, ANN, BOB), *seats(UPPER, ANN, BOB, CAT)]),
    "MON01": (POOLED, [fact(POOL, "HELD_UNDER", DEAL)]),
    "MON02": (POOLED, [fact(POOL, "HELD_UNDER", DEAL), fact(BOARD, "OVERSEES", DEAL)]),
    "MON03": ([POOL], []),
    "MON04": ([POOL, BARE_POOL if BARE_POOL.id != POOL.id else SERVICE], []),
    "COM01": ([DEAL, COUNCIL], [fact(COUNCIL, "PARTY_TO", DEAL)]),
    "COM02": ([SERVICE, TRUST, COUNCIL], [fact(TRUST, "PROVIDES", SERVICE), fact(COUNCIL, "COMMISSIONS", SERVICE)]),
    "PLN01": ([*PLANNED, ANN], [*in_plan(PLAN), fact(ANN, "LEADS", THEME)]),
    "PLN02": ([replace(FINDING, attributes={**FINDING.attributes, "taken_up": "repeated"})], []),
    "PLN03": ([*PLANNED, BOARD], [*in_plan(PLAN), fact(BOARD, "APPROVES", PLAN)]),
    "PLN04": ([*PLANNED, ANN], [*in_plan(PLAN), *(fact(ANN, "OWNS", one) for one in ACTIONS[:3])]),
    "PLN05": (PLANNED, in_plan(PLAN)),
    "SRC01": ([PLAN], []),
    "SRC02": ([BOARD, UPPER], [fact(BOARD, "REPORTS_TO", UPPER, cite("Flow reports up"), cite("It reports", page=3))]),
}

Asked = Callable[[Graph, str], list[str]]


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """The names of the nodes at which a rule finds a gap in a graph."""

    def ask(whole: Graph, code: str) -> list[str]:
        write(whole, tmp_path / "graph.sqlite", {"version": "0"})
        store = open_store(tmp_path / "graph.sqlite")
        try:
            report = find_gaps(store, Choice((code,)).of(gap_shelf()), today="2024-03-19")
        finally:
            store.close()
        assert all("{" not in gap.says for gap in report.gaps)
        return [gap.node.name for gap in report.gaps]

    return ask


@pytest.mark.parametrize("code", FIRES)
def test_a_rule_finds_what_it_is_about(asked: Asked, code: str) -> None:
    (nodes, facts), name = FIRES[code]
    assert name in asked(graph(nodes, facts), code)


@pytest.mark.parametrize("code", STILL)
def test_a_rule_is_still_where_nothing_is_amiss(asked: Asked, code: str) -> None:
    nodes, facts = STILL[code]
    assert asked(graph(nodes, facts), code) == []


def test_every_other_rule_is_tried_here() -> None:
    codes = {rule.code for rule in gap_shelf().all()}
    assert FIRES.keys() == STILL.keys() == {code for code in codes if not code.startswith("ACT")} | {"ACT30", "ACT31"}


def test_there_are_at_least_thirty_five_rules_and_none_without_both_queries() -> None:
    rules = gap_shelf().all()
    assert len(rules) >= 35
    assert all(rule.statement.sql and rule.statement.cypher for rule in rules)


def told(whole: Graph, attribute: str) -> list[str]:
    found = (one.attributes.get(attribute) for one in whole.nodes)
    return [one for value in found if isinstance(value, tuple) for one in value]


TERMS = """# Terms of reference of the Harrowdale Health and Wellbeing Board

## Membership

| Member | Post | Organisation |
|---|---|---|
| Cllr Ann Day (Chair) | Cabinet Member | Harrowdale Council |
| Bob Roe | Director of Adult Social Services | Harrowdale Council |
| Cat Lee | Director of Children's Services | Harrowdale Council |
| Dan Poe | Director of Public Health | Harrowdale Council |
| Eve Ray | Chief Executive | Healthwatch Harrowdale |
| Fay Low | Place Director | NHS Tarrow Integrated Care Board |
"""


def test_a_whole_list_of_members_without_a_statutory_seat_is_told_and_a_complete_one_is_not(
    tmp_path: Path,
) -> None:
    lacking = "\n".join(row for row in TERMS.splitlines() if "Public Health" not in row)
    for text, expected in ((TERMS, []), (lacking, ["the director of public health"])):
        (tmp_path / "terms.md").write_text(text, encoding="utf-8")
        whole = assemble([tmp_path / "terms.md"])
        assert told(whole, "missing_seats") == expected


def test_one_actor_that_one_document_names_in_two_ways_is_told_and_a_short_form_is_not(tmp_path: Path) -> None:
    text = (
        "# Harrowdale improvement plan\n\n| Ref | Action | Owner | Due |\n|---|---|---|---|\n"
        "| 1 | Open a ward | Becky Vale, Ward Manager, Harrowdale Council | May 2024 |\n"
        "| 2 | Close a ward | Rebecca Vale, Ward Manager, Harrowdale Council | June 2024 |\n"
    )
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    ways = {one.name: one.attributes.get("named_ways") for one in assemble([tmp_path / "plan.md"]).nodes}
    assert ways["Rebecca Vale"] == ("Rebecca Vale", "Becky Vale")
    assert ways["Harrowdale Council"] is None


def test_two_documents_that_give_a_plan_two_dates_are_told_to_disagree(tmp_path: Path) -> None:
    table = "\n\n| Ref | Action | Owner | Due |\n|---|---|---|---|\n| 1 | Open a ward | Jo Lee | May 2024 |\n"
    for name, day, month in (("a", "3 May 2024", "May"), ("b", "3 June 2024", "July")):
        text = f"# Harrowdale improvement plan\n\n{day}{table.replace('May', month)}"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    said = told(assemble([tmp_path]), "disagreements")
    assert any("“2024-05-03” in a.md, “2024-06-03” in b.md" in one for one in said)
