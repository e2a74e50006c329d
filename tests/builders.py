"""Makes graphs for tests: of an invented place, by the same functions by which real ones are made."""

from collections.abc import Iterable

from sysgraph.model import (
    Attributes,
    Evidence,
    Graph,
    Node,
    Notice,
    Passage,
    Position,
    Relationship,
    Source,
    Value,
    identity,
    relate,
)

PLAN = "marlbrook/improvement-plan.txt"
PAPER = "marlbrook/board-paper.docx"


def cite(words: str, page: int | None = 1, document: str = PLAN, rule: str = "plan.row") -> Evidence:
    """Evidence whose words are a whole passage."""
    return Passage(document, "row", words, Position(page=page, heading="Actions")).cite(0, len(words), rule)


def node(kind: str, name: str, *aliases: str, evidence: Iterable[Evidence] = (), **attributes: Value) -> Node:
    """A node with an id made of its kind and name."""
    return Node(identity(kind, name), kind, name, aliases, attributes, tuple(evidence))


def fact(source: Node, type_: str, target: Node, *evidence: Evidence, **attributes: Value) -> Relationship:
    """A relationship; `as_` stands for the attribute `as`. Without evidence, a sentence of its own speaks for it."""
    told: Attributes = {name.rstrip("_"): value for name, value in attributes.items()}
    words = f"{source.name} {type_.lower().replace('_', ' ')} {target.name}."
    return relate(source, type_, target, evidence or (cite(words, page=2),), told)


def graph(nodes: Iterable[Node], relationships: Iterable[Relationship] = (), *notices: Notice) -> Graph:
    """A graph sorted by id, with the two documents that evidence cites."""
    documents = (Source(PAPER, "docx", "b" * 64, 1), Source(PLAN, "text", "a" * 64, 12))
    return Graph(
        tuple(sorted(nodes, key=lambda one: one.id)),
        tuple(sorted(relationships, key=lambda one: one.id)),
        documents,
        notices,
    )


COUNCIL = node("Organisation", "Marlbrook Council", "MC", "the Council", category="council", code="E99")
TRUST = node("Organisation", "Vale of Tarrow NHS Trust", "VTT", category="trust")
OLD_TRUST = node("Organisation", "Tarrow Hospitals Trust", category="trust")
ALLIANCE = node("Partnership", "Marlbrook Together", category="alliance")
BOARD = node(
    "Board", "Health and Wellbeing Board", "HWB", category="board", evidence=[cite("Health and Wellbeing Board")]
)
GROUP = node("Board", "Discharge Working Group", category="group")
DIRECTOR = node("Role", "Director of Adult Services, Marlbrook Council", "Director of Adult Services")
ANN = node("Person", "Ann O’Dowd", "A. O’Dowd")
ARRANGEMENT = node("CommissioningArrangement", "Section 75 agreement")
FUND = node("PooledBudget", "Better Care Fund", "BCF", amount=12_500_000)
POOL = node("PooledBudget", "Equipment pool")
SERVICE = node("Service", "Home First", category="service")
IMPROVEMENT = node("Plan", "Marlbrook Improvement Plan", date="2018-03-19", version="V3")
THEME = node("Theme", "Discharge", ref="6")
FINDING = node("Finding", "Delays at the weekend", ref="F1", text="Discharge stops at the weekend")
MEETING = node("Meeting", "Health and Wellbeing Board, 24 January 2018", date="2018-01-24")
FIRST = node(
    "Action",
    "6.1 Appoint a trusted assessor",
    ref="6.1",
    text="Appoint a trusted assessor for care homes",
    owner_status="named",
    owner_kind="person",
    due="2018-04",
    due_by="2018-04-30",
    due_text="April 2018",
    month_rag="Amber",
    progress="Advertised in the naïve belief that someone would apply",
    shifted=False,
    broken=True,
    evidence=[cite("6.1\tAppoint a trusted assessor for care homes\tAnn O’Dowd\tApril 2018", page=3)],
)
SECOND = node(
    "Action",
    "6.2 Agree a protocol for choice",
    ref="6.2",
    text="Agree a protocol for choice",
    owner_status="missing",
    see=None,
    flags=("late", "unowned"),
    evidence=[cite("6.2\tAgree a protocol for choice\t\tTBC", page=3)],
)
STRAY = node("Action", "Write to the regulator", text="Write to the regulator", owner_status="collective")

NODES = (
    COUNCIL, TRUST, OLD_TRUST, ALLIANCE, BOARD, GROUP, DIRECTOR, ANN, ARRANGEMENT, FUND, POOL, SERVICE, IMPROVEMENT,
    THEME, FINDING, MEETING, FIRST, SECOND, STRAY,
)  # fmt: skip


def example() -> Graph:
    """A graph of every kind and every type of relationship."""
    return graph(NODES, [*_structure(), *_plan()], Notice(PLAN, "page 4, table 1, row 7", "no reference", "repaired"))


def _structure() -> list[Relationship]:
    return [
        fact(COUNCIL, "MEMBER_OF", ALLIANCE),
        fact(DIRECTOR, "MEMBER_OF", BOARD),
        fact(ANN, "CHAIRS", BOARD, as_="vice chair"),
        fact(GROUP, "REPORTS_TO", BOARD, cite("The group reports monthly to the board", 1, PAPER), frequency="monthly"),
        fact(BOARD, "ACCOUNTABLE_TO", COUNCIL),
        fact(COUNCIL, "DELEGATES_TO", BOARD, scope="public health"),
        fact(GROUP, "PART_OF", BOARD),
        fact(DIRECTOR, "POST_IN", COUNCIL, joint=True),
        fact(ANN, "HOLDS", DIRECTOR),
        fact(COUNCIL, "COMMISSIONS", SERVICE),
        fact(TRUST, "PROVIDES", SERVICE),
        fact(TRUST, "PARTY_TO", ARRANGEMENT),
        fact(FUND, "FUNDS", SERVICE),
        fact(FUND, "HELD_UNDER", ARRANGEMENT),
        fact(POOL, "PART_OF", FUND),
        fact(ALLIANCE, "ESTABLISHED", GROUP),
        fact(TRUST, "SUCCEEDS", OLD_TRUST),
    ]


def _plan() -> list[Relationship]:
    row = cite("6.1\tAppoint a trusted assessor for care homes\tAnn O’Dowd\tApril 2018", page=3)
    return [
        fact(BOARD, "OVERSEES", IMPROVEMENT),
        fact(BOARD, "APPROVES", IMPROVEMENT),
        fact(COUNCIL, "LEADS", THEME, as_="lead organisation"),
        fact(ANN, "LEADS", THEME, as_="lead"),
        fact(THEME, "PART_OF", IMPROVEMENT),
        fact(FIRST, "PART_OF", THEME, row),
        fact(SECOND, "PART_OF", THEME),
        fact(STRAY, "PART_OF", IMPROVEMENT),
        fact(ANN, "OWNS", FIRST, row, cite("Ann O’Dowd leads on trusted assessors", 9)),
        fact(DIRECTOR, "OPERATES", FIRST, row),
        fact(FINDING, "ABOUT", TRUST),
        fact(MEETING, "MEETING_OF", BOARD),
        fact(FIRST, "ADDRESSES", FINDING, row),
    ]
