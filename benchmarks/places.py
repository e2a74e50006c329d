"""Graphs of invented places, as large as wished, in the shape of a real improvement plan.

Sixty actions a plan in six themes, with owners, operational leads, findings, dates, ratings and boards in the shares
that the real plan of 2018 has them; as many people as a plan of its size names.
"""

import random
from collections.abc import Iterator

from sysgraph.model import Evidence, Graph, Node, Position, Relationship, Source, Value, relate

ACTIONS_IN_PLAN = 60
_THEMES = 6
_WORDS = (
    "discharge assessment review pathway community hospital care home workforce strategy agree develop deliver "
    "implement integrated commissioning board report quality information voluntary sector people families urgent "
    "primary falls prevention training data sharing dashboard measures plan approve recruit open write hold evaluate"
).split()
_OWNER_STATUS = ["named"] * 48 + ["missing"] * 4 + ["tbc", "collective"]
_OWNER_KIND = ["post"] * 28 + ["person"] * 18 + ["body"] * 3
_RATINGS: list[str | None] = [None] * 49 + ["Green", "Green", "Amber", "Yellow", "Blue", "Red"]
_DUE = ["2017-12-31", "2018-01-31", "2018-03-31", "2018-04-30", "2018-06-30", "2018-12-31", "2019-02-28"]
_REVISED: list[str | None] = [None] * 8 + ["2018-05-31", "2018-10-31"]


class _Maker:
    """The nodes and relationships of one graph, by chance that is the same each time."""

    def __init__(self, actions: int) -> None:
        self._chance = random.Random(actions)
        self.nodes: list[Node] = []
        self.facts: list[Relationship] = []
        self.documents: list[Source] = []
        self._posts = self._several("Role", "Director of {}", 50 + actions // 40)
        self._people = self._several("Person", "{}", len(self._posts))
        self._boards = self._several("Board", "{} Board", 20 + actions // 200)
        self._bodies = self._several("Organisation", "{} Trust", 10 + actions // 300)
        self._lines()
        for plan in range(-(-actions // ACTIONS_IN_PLAN)):
            self._plan(plan, min(ACTIONS_IN_PLAN, actions - plan * ACTIONS_IN_PLAN))

    def _several(self, kind: str, name: str, count: int) -> list[Node]:
        return [self._node(kind, f"{name.format(self._words(2).title())} {number}") for number in range(count)]

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(_WORDS, k=count))

    def _cite(self, document: str, words: str) -> Evidence:
        return Evidence(document, Position(self._chance.randint(1, 40)), 0, len(words), words, "plan.row")

    def _node(self, kind: str, name: str, evidence: tuple[Evidence, ...] = (), **attributes: Value) -> Node:
        made = Node(f"{kind.lower()}-{len(self.nodes):016x}", kind, name, (), attributes, evidence)
        self.nodes.append(made)
        return made

    def _fact(self, source: Node, type_: str, target: Node, evidence: Evidence, capacity: str = "") -> None:
        self.facts.append(relate(source, type_, target, (evidence,), {"as": capacity} if capacity else {}))

    def _lines(self) -> None:
        for number, board in enumerate(self._boards):
            if number % 3:
                said = self._cite("terms.docx", f"{board.name} reports")
                self._fact(board, "REPORTS_TO", self._boards[number // 3], said)
            for post in self._chance.sample(self._posts, 5):
                self._fact(post, "MEMBER_OF", board, self._cite("terms.docx", f"Members: {post.name}"))
        for number, (person, post) in enumerate(zip(self._people, self._posts, strict=True)):
            said = self._cite("people.docx", f"{person.name}, {post.name}")
            self._fact(post, "POST_IN", self._chance.choice(self._bodies), said)
            if number % 3:
                self._fact(person, "HOLDS", post, said)

    def _plan(self, number: int, actions: int) -> None:
        document = f"place-{number % 150}/plan-{number}.docx"
        self.documents.append(Source(document, "docx", f"{number:064x}", 40))
        head = self._cite(document, f"Improvement plan {number}")
        plan = self._node("Plan", f"Improvement plan {number}", (head,), date="2018-03-19")
        self._fact(self._boards[number % len(self._boards)], "OVERSEES", plan, head)
        themes = [self._node("Theme", f"{n + 1} {self._words(2)}", (head,), ref=str(n + 1)) for n in range(_THEMES)]
        for theme in themes:
            self._fact(theme, "PART_OF", plan, head)
            self._fact(self._chance.choice(self._people), "LEADS", theme, head, "reporting officer")
        finding = plan
        for at in range(actions):
            if at % 4 == 0:
                words = self._words(12)
                finding = self._node("Finding", words, (self._cite(document, words),), text=words, form="issue")
            self._action(document, themes[at * _THEMES // ACTIONS_IN_PLAN], finding, f"{at // 10 + 1}.{at % 10 + 1}")

    def _action(self, document: str, theme: Node, finding: Node, ref: str) -> None:
        text, owner = self._words(22), self._chance.choice(self._posts)
        row = self._cite(document, text)
        action = self._node("Action", f"{ref} {text[:100]}", (row,), **self._attributes(ref, text, owner.name))
        self._fact(action, "PART_OF", theme, row)
        self._fact(action, "ADDRESSES", finding, row)
        if action.attributes["owner_status"] == "named":
            self._fact(owner, "OWNS", action, self._cite(document, owner.name))
        if action.attributes["lead_status"] == "named":
            self._fact(self._chance.choice(self._people), "OPERATES", action, row)
        if self._chance.random() < 0.3:
            self._fact(self._chance.choice(self._boards), "OVERSEES", action, row)

    def _attributes(self, ref: str, text: str, owner: str) -> dict[str, Value]:
        chance = self._chance
        status, rating, revised = chance.choice(_OWNER_STATUS), chance.choice(_RATINGS), chance.choice(_REVISED)
        due = chance.choice(_DUE)
        return {
            "ref": ref,
            "text": text,
            "due": due,
            "due_by": due,
            "due_text": due,
            "due_status": "dated",
            "revised": revised,
            "revised_by": revised,
            "revised_text": revised,
            "revised_status": "dated" if revised else None,
            "owner_text": owner if status == "named" else "",
            "owner_status": status,
            "owner_kind": chance.choice(_OWNER_KIND) if status == "named" else None,
            "lead_status": "named" if chance.random() < 0.5 else "missing",
            "month_rag": rating,
            "rag_status": "missing" if rating is None else "odd" if rating == "Yellow" else "known",
            "complete": rating == "Blue",
            "assurance": self._words(18),
            "assurance_status": "given",
            "progress": self._words(40),
            "progress_status": "given",
            "shifted": chance.random() < 0.2,
            "broken": chance.random() < 0.05,
        }

    def graph(self) -> Graph:
        """The graph, sorted by id."""
        once = {fact.id: fact for fact in self.facts}
        facts = tuple(once[id_] for id_ in sorted(once))
        documents = tuple(sorted(self.documents, key=lambda one: one.path))
        return Graph(tuple(sorted(self.nodes, key=lambda one: one.id)), facts, documents)


def place(actions: int) -> Graph:
    """A graph with so many actions; the same number gives the same graph."""
    return _Maker(actions).graph()


def sizes(largest: int) -> Iterator[int]:
    """10,000 and ten times as much, up to the largest."""
    size = 10_000
    while size <= largest:
        yield size
        size *= 10
