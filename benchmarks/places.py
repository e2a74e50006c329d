"""Graphs of invented places, as large as wished, in the shape of a real improvement plan.

Sixty actions a plan in six themes, with owners, operational leads, findings, signatories, dates, ratings and boards in
the shares that the real plan of 2018 has them; as many people as a plan of its size names, texts as long as its texts,
of words as often repeated: “discharge” and “pathway” stand together in about a fifth of its actions.
"""

import random
from collections.abc import Iterator
from itertools import accumulate, product

from sysgraph.model import Evidence, Graph, Node, Position, Relationship, Source, Value, relate

ACTIONS_IN_PLAN = 60
_THEMES = 6
_FREQUENT = (
    "and the to of in care a for on is with system be health board plan by from that are homes service there delivery "
    "agree community pathway discharge hospital review strategy workforce assessment commissioning report quality "
    "implement develop integrated voluntary sector people families urgent primary falls prevention training sharing "
    "dashboard measures approve recruit write evaluate"
).split()
_RARE = ["".join(one) for one in product(("bar", "den", "lin", "mor", "sta", "ten", "wel"), repeat=4)]
_WORDS = [*_FREQUENT, *_RARE]
_SHARES = [*accumulate(1 / (rank + 3) for rank in range(len(_WORDS)))]  # as often as words are by their rank
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
        self._posts_in: dict[str, list[Node]] = {}
        self._lines()
        for plan in range(-(-actions // ACTIONS_IN_PLAN)):
            self._plan(plan, min(ACTIONS_IN_PLAN, actions - plan * ACTIONS_IN_PLAN))

    def _several(self, kind: str, name: str, count: int) -> list[Node]:
        return [self._node(kind, f"{name.format(self._words(2).title())} {number}") for number in range(count)]

    def _words(self, count: int) -> str:
        return " ".join(self._chance.choices(_WORDS, cum_weights=_SHARES, k=count))

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
            chair, *members = self._chance.sample(self._posts, 6)
            self._fact(chair, "CHAIRS", board, self._cite("terms.docx", f"Chair: {chair.name}"), "chair")
            for post in members:
                self._fact(post, "MEMBER_OF", board, self._cite("terms.docx", f"Members: {post.name}"))
        for number, (person, post) in enumerate(zip(self._people, self._posts, strict=True)):
            said = self._cite("people.docx", f"{person.name}, {post.name}")
            body = self._bodies[number % len(self._bodies)]
            self._posts_in.setdefault(body.id, []).append(post)
            self._fact(post, "POST_IN", body, said)
            if number % 3:
                self._fact(person, "HOLDS", post, said)

    def _plan(self, number: int, actions: int) -> None:
        document = f"place-{number % 150}/plan-{number}.docx"
        self.documents.append(Source(document, "docx", f"{number:064x}", 40))
        head = self._cite(document, f"Improvement plan {number}")
        plan = self._node("Plan", f"Improvement plan {number}", (head,), date="2018-03-19")
        self._fact(self._boards[number % len(self._boards)], "OVERSEES", plan, head)
        bodies = self._chance.sample(self._bodies, 5)
        for body in bodies:
            self._fact(body, "PARTY_TO", plan, head)
        self._pool(number, bodies, head)
        themes = [self._node("Theme", f"{n + 1} {self._words(2)}", (head,), ref=str(n + 1)) for n in range(_THEMES)]
        for theme in themes:
            self._fact(theme, "PART_OF", plan, head)
            self._fact(self._chance.choice(self._people), "LEADS", theme, head, "reporting officer")
        findings = [self._finding(document) for _ in range(-(-actions * 3 // 4))]
        for at in range(actions):
            theme = themes[at * _THEMES // ACTIONS_IN_PLAN]
            body = self._chance.choice(bodies if self._chance.random() < 0.96 else self._bodies)
            owner = self._chance.choice(self._posts_in[body.id])
            self._action(document, theme, findings, owner, f"{at // 10 + 1}.{at % 10 + 1}")

    def _pool(self, number: int, bodies: list[Node], said: Evidence) -> None:
        """A pooled budget for each ten plans."""
        if number % 10 == 0:
            agreement = self._node("CommissioningArrangement", f"Section 75 agreement {number}", (said,))
            pool = self._node("PooledBudget", f"Better Care Fund {number}", (said,), amount=1e6 * (number % 90 + 1))
            self._fact(pool, "HELD_UNDER", agreement, said)
            for body in bodies[:2]:
                self._fact(body, "PARTY_TO", agreement, said)
            if number % 20:
                self._fact(self._chance.choice(self._boards), "OVERSEES", pool, said)

    def _finding(self, document: str) -> Node:
        words = self._words(18)
        return self._node("Finding", words, (self._cite(document, words),), text=words, form="issue")

    def _action(self, document: str, theme: Node, findings: list[Node], owner: Node, ref: str) -> None:
        text = self._words(17)
        row = self._cite(document, text)
        action = self._node("Action", f"{ref} {text[:100]}", (row,), **self._attributes(ref, text, owner.name))
        self._fact(action, "PART_OF", theme, row)
        for finding in self._chance.sample(findings, min(3, len(findings))):
            self._fact(action, "ADDRESSES", finding, row)
        if action.attributes["owner_status"] == "named":
            self._fact(owner, "OWNS", action, self._cite(document, owner.name))
            if self._chance.random() < 0.15:
                other = self._chance.choice(self._posts)
                self._fact(other, "OWNS", action, self._cite(document, other.name), self._chance.choice(["lead", ""]))
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
            "progress": self._words(49),
            "outcome": self._words(41),
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
