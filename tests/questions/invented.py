"""A small invented place, Westmere, of which every answer can be worked out by hand."""

from dataclasses import dataclass, field
from pathlib import Path

from sysgraph.model import Evidence, Graph, Node, Position, Relationship, Source, Value, identity, relate
from sysgraph.store.sqlite_write import write
from tests.questions.invented_review import add_money, add_review

DOCUMENT = "plans/westmere-improvement-plan.txt"


@dataclass
class Place:
    """Gathers nodes and relationships; each says where it stands by page alone."""

    nodes: dict[str, Node] = field(default_factory=dict)
    relationships: list[Relationship] = field(default_factory=list)

    def node(self, kind: str, name: str, *aliases: str, page: int = 1, **attributes: Value) -> Node:
        made = Node(identity(kind, name), kind, name, aliases, attributes, (cite(f"here stands {name}", page),))
        self.nodes[name] = made
        return made

    def fact(self, source: str, type_: str, target: str, page: int = 1, capacity: str = "") -> Relationship:
        one, other = self.nodes[source], self.nodes[target]
        quote = f"{source} {type_.lower().replace('_', ' ')} {target}"
        attributes: dict[str, Value] = {"as": capacity} if capacity else {}
        made = relate(one, type_, other, (cite(quote, page),), attributes)
        self.relationships.append(made)
        return made

    def graph(self) -> Graph:
        nodes = tuple(sorted(self.nodes.values(), key=lambda one: one.id))
        facts = tuple(sorted(self.relationships, key=lambda one: one.id))
        return Graph(nodes, facts, (Source(DOCUMENT, "text", "0" * 64, 9),))


def cite(quote: str, page: int) -> Evidence:
    return Evidence(DOCUMENT, Position(page=page), 0, len(quote), quote, "test")


def westmere() -> Place:
    """Who is who, who sits where and answers to whom; a plan with two themes and ten actions."""
    place = Place()
    _actors(place)
    _lines(place)
    _plan(place)
    for number, (ref, owners, attributes) in enumerate(ACTIONS.values(), 1):
        name = list(ACTIONS)[number - 1]
        words: dict[str, Value] = {"ref": ref, "text": f"{name} all over Westmere", **attributes}
        place.node("Action", name, page=3 + number // 5, **words)
        place.fact(name, "PART_OF", "Hospital discharge" if number < 8 else "Workforce", page=3)
        for owner in owners:
            place.fact(owner, "OWNS", name, page=3 + number // 5)
    _duties(place)
    add_money(place)
    add_review(place)
    return place


def _actors(place: Place) -> None:
    place.node("Organisation", "Westmere City Council", "WCC")
    place.node("Organisation", "Westmere Care NHS Trust", "WCT")
    for board in ("Westmere Health and Wellbeing Board", "Westmere Alliance Board", "Discharge Group", "Ward Huddle"):
        place.node("Board", board)
    place.node("Board", "Safety Circle")
    place.node("Board", "Quality Circle")
    place.node("Role", "Director of Care, Westmere City Council", "Director of Care", "Director")
    place.node("Role", "Director of Nursing, Westmere Care NHS Trust", "Director of Nursing", "Director")
    place.node("Person", "Ada Finch")
    place.node("Person", "Ben Carr")
    place.node("Person", "Cleo Dunn")
    place.fact("Director of Care, Westmere City Council", "POST_IN", "Westmere City Council")
    place.fact("Director of Nursing, Westmere Care NHS Trust", "POST_IN", "Westmere Care NHS Trust")
    place.fact("Ada Finch", "HOLDS", "Director of Care, Westmere City Council")
    place.fact("Ben Carr", "POST_IN", "Westmere Care NHS Trust")


def _lines(place: Place) -> None:
    place.fact("Director of Care, Westmere City Council", "REPORTS_TO", "Westmere Alliance Board", page=2)
    place.fact("Discharge Group", "REPORTS_TO", "Westmere Alliance Board", page=2)
    place.fact("Discharge Group", "OVERSEES", "Ward Huddle", page=2)
    place.fact("Westmere Health and Wellbeing Board", "OVERSEES", "Westmere Alliance Board", page=2)
    place.fact("Westmere Health and Wellbeing Board", "PART_OF", "Westmere City Council", page=2)
    place.fact("Westmere City Council", "DELEGATES_TO", "Discharge Group", page=2)
    place.fact("Safety Circle", "REPORTS_TO", "Quality Circle", page=2)
    place.fact("Quality Circle", "ACCOUNTABLE_TO", "Safety Circle", page=2)
    place.fact("Westmere Care NHS Trust", "MEMBER_OF", "Westmere Alliance Board", page=2)
    place.fact("Director of Care, Westmere City Council", "MEMBER_OF", "Westmere Alliance Board", page=2)
    place.fact("Ada Finch", "CHAIRS", "Discharge Group", page=2, capacity="vice chair")
    place.fact("Ben Carr", "CHAIRS", "Westmere Alliance Board", page=2)


def _plan(place: Place) -> None:
    place.node("Plan", "Westmere Improvement Plan", date="2018-03-19")
    for ref, theme in (("1", "Hospital discharge"), ("2", "Workforce")):
        place.node("Theme", theme, ref=ref)
        place.fact(theme, "PART_OF", "Westmere Improvement Plan")
    place.fact("Westmere Health and Wellbeing Board", "OVERSEES", "Westmere Improvement Plan")
    place.fact("Discharge Group", "OVERSEES", "Hospital discharge")
    place.fact("Westmere Care NHS Trust", "LEADS", "Workforce", capacity="lead organisation")


def _duties(place: Place) -> None:
    place.fact("Ben Carr", "OPERATES", "Trusted assessor", page=3)
    place.fact("Ben Carr", "OPERATES", "Home first", page=3)
    place.fact("Westmere Alliance Board", "OVERSEES", "Trusted assessor", page=3)
    place.node("Finding", "Assessments are done twice", text="Each ward repeats the assessment")
    place.fact("Trusted assessor", "ADDRESSES", "Assessments are done twice", page=3)


_CARE, _NURSING = "Director of Care, Westmere City Council", "Director of Nursing, Westmere Care NHS Trust"
_DONE: dict[str, Value] = {"due_by": "2018-03-18", "complete": True}
_POST: dict[str, Value] = {"owner_status": "named", "owner_kind": "post", "owner_text": "Director of Care"}
_BODY: dict[str, Value] = {"owner_status": "named", "owner_kind": "body", "owner_text": "WCC"}

ACTIONS: dict[str, tuple[str | None, tuple[str, ...], dict[str, Value]]] = {
    "Trusted assessor": ("1.1", (_CARE,), {**_POST, "due": "2018-02", "due_by": "2018-02-28", "due_text": "Feb 18"}),
    "Home first": (
        "1.2",
        ("Ada Finch", _NURSING),
        {
            "owner_status": "named", "owner_kind": "person", "owner_text": "Ada Finch / Director of Nursing",
            "due": "2018-01", "due_by": "2018-01-31", "due_text": "Jan 18",
            "revised": "2018-04", "revised_by": "2018-04-30", "revised_text": "Apr 18", "month_rag": "Amber",
        },
    ),
    "One phone number": ("1.3", (), {"owner_status": "missing", "due_by": "2018-03-19", "due_text": "19 March 2018"}),
    "Shared record": ("1.4", (), {"owner_status": "tbc", "owner_text": "TBC", "due_text": "Ongoing"}),
    "Seven days": ("1.5", (), {"owner_status": "collective", "owner_text": "All partners"}),
    "Winter beds": (None, ("Westmere City Council",), {**_BODY, **_DONE, "month_rag": "Blue"}),
    "As above": ("1.7", (), {"owner_status": "missing", "see": "1.1"}),
    "Rota": ("2.1", ("Westmere City Council", _CARE), {**_POST, **_DONE, "on_target_rag": "COMPLETE"}),
    "Pay": ("2.2", (_CARE,), {**_POST, "due_by": "2018-06-30", "revised_by": "2018-05-31", "revised_text": "May 18"}),
    "Training": ("2.3", ("Cleo Dunn",), {"owner_status": "named", "owner_kind": "person", "owner_text": "Cleo Dunn"}),
}  # fmt: skip


def write_westmere(path: Path) -> Path:
    write(westmere().graph(), path, {"version": "test"})
    return path
