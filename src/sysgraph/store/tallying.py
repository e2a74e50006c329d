"""What a graph file keeps of a node's neighbours, counted once, so that no question need count it for every node."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, combinations
from typing import NamedTuple

from sysgraph.graph import by_id
from sysgraph.model import Graph, Node, Relationship
from sysgraph.store.placing import Place


class Tally(NamedTuple):
    """How an action is overseen, owned and led, or how much an actor carries."""

    overseen: str | None = None  # by a 'board' or only an 'other', the action itself; else 'theme' where that is
    operated: int | None = None  # how many operational leads the action has
    answers: int | None = None  # how many findings it addresses
    rivals: int | None = None  # how many own it, where several do and none of them as the lead
    vacant: int | None = None  # how many of its owners are posts that nobody is known to hold
    outside: int | None = None  # how many of its owners belong to bodies, none of which signed the plan
    owns: int | None = None  # how many actions the actor owns
    operates: int | None = None  # of how many it is an operational lead
    carries: int | None = None  # how many of either kind


TALLIED = Tally._fields
OF_ACTIONS = TALLIED[:6]


class Overlap(NamedTuple):
    """Two boards with members in common, a post and who holds it being one: their ids, names, sizes; how many."""

    one: str
    other: str
    board: str
    other_board: str
    members: int
    others: int
    shared: int


class Burden(NamedTuple):
    """How many of a plan's actions a person owns, by posts held too, or a post that nobody holds."""

    who: str
    plan: str
    actions: int
    total: int  # actions of the plan


_FEWEST = 4  # what is less is no burden


def tallies(facts: "Facts", placed: Mapping[str, Place]) -> Mapping[str, Tally]:
    """The tally of each action, and of each actor that owns or leads one, by its id."""
    return dict(chain(_of_actions(facts, placed), _of_actors(facts)))


def overlaps(facts: "Facts") -> list[Overlap]:
    """Each two boards that share members, those that share most first."""
    sitters: dict[str, set[str]] = defaultdict(set)
    boards: dict[str, set[str]] = defaultdict(set)
    for seat in (*facts.of("MEMBER_OF"), *facts.of("CHAIRS")):
        if facts.nodes[seat.target].kind == "Board":
            for sitter in [one.source for one in facts.to("HOLDS", seat.source)] or [seat.source]:
                sitters[seat.target].add(sitter)
                boards[sitter].add(seat.target)
    shared = Counter(pair for those in boards.values() for pair in combinations(sorted(those), 2))
    found = (
        Overlap(
            one, other, facts.nodes[one].name, facts.nodes[other].name, len(sitters[one]), len(sitters[other]), count
        )
        for (one, other), count in shared.items()
    )
    return sorted(found, key=lambda one: (-one.shared, one.board, one.other_board, one.one, one.other))


def burdens(facts: "Facts", placed: Mapping[str, Place]) -> list[Burden]:
    """Who owns several of a plan's actions, those who own most first."""
    total: dict[str, int] = Counter()
    owned: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id_, (plan, *_) in placed.items():
        if plan is not None and facts.nodes[id_].attributes.get("see") is None:
            total[plan] += 1
            for one in facts.to("OWNS", id_):
                if facts.nodes[one.source].kind in {"Person", "Role"}:
                    who = min((held.source for held in facts.to("HOLDS", one.source)), default=one.source)
                    owned[who, plan].add(id_)
    found = (Burden(*key, len(actions), total[key[1]]) for key, actions in owned.items() if len(actions) >= _FEWEST)
    return sorted(found, key=lambda one: (-one.actions, one.who, one.plan))


class Facts:
    """The relationships of a graph that are counted, by type and end."""

    def __init__(self, graph: Graph) -> None:
        self.nodes: Mapping[str, Node] = by_id(graph)
        self._to: dict[str, dict[str, list[Relationship]]] = defaultdict(lambda: defaultdict(list))
        self._from: dict[str, dict[str, list[Relationship]]] = defaultdict(lambda: defaultdict(list))
        for one in graph.relationships:
            if one.type in _COUNTED:
                self._to[one.type][one.target].append(one)
                self._from[one.type][one.source].append(one)

    def of(self, type_: str) -> Iterator[Relationship]:
        """All of a type."""
        return chain.from_iterable(self._to[type_].values())

    def to(self, type_: str, target: str | None) -> Collection[Relationship]:
        """Those that reach a node."""
        return self._to[type_].get(target or "", ())

    def from_(self, type_: str, source: str) -> Collection[Relationship]:
        """Those that leave a node."""
        return self._from[type_].get(source, ())

    def bodies(self, actor: str) -> set[str]:
        """The organisations to which an actor belongs by itself, its post, or a post that it holds."""
        posts = [one.target for one in self.from_("HOLDS", actor)]
        near = [actor, *(one.target for post in (actor, *posts) for one in self.from_("POST_IN", post))]
        return {id_ for id_ in near if self.nodes[id_].kind == "Organisation"}


_COUNTED = frozenset({
    "ADDRESSES", "CHAIRS", "HOLDS", "MEMBER_OF", "OPERATES", "OVERSEES", "OWNS", "PARTY_TO", "POST_IN",
})  # fmt: skip


def _of_actions(facts: Facts, placed: Mapping[str, Place]) -> Iterator[tuple[str, Tally]]:
    for id_, place in placed.items():
        owners = facts.to("OWNS", id_)
        led = len(owners) < 2 or any(one.attributes.get("as") == "lead" for one in owners)
        signed = {one.source for one in facts.to("PARTY_TO", place.plan)}
        yield (
            id_,
            Tally(
                _overseen(facts, id_, place.theme),
                len(facts.to("OPERATES", id_)),
                len(facts.from_("ADDRESSES", id_)),
                0 if led else len(owners),
                sum(_is_vacant(facts, one.source) for one in owners),
                sum(_is_outside(facts.bodies(one.source), signed) for one in owners) if signed else 0,
            ),
        )


def _overseen(facts: Facts, action: str, theme: str | None) -> str | None:
    kinds = {facts.nodes[one.source].kind for one in facts.to("OVERSEES", action)}
    if kinds:
        return "board" if "Board" in kinds else "other"
    return "theme" if facts.to("OVERSEES", theme) else None


def _is_vacant(facts: Facts, owner: str) -> bool:
    return facts.nodes[owner].kind == "Role" and not facts.to("HOLDS", owner)


def _is_outside(bodies: set[str], signed: set[str]) -> bool:
    return bool(bodies) and not bodies & signed


def _of_actors(facts: Facts) -> Iterator[tuple[str, Tally]]:
    for id_ in {one.source for type_ in ("OWNS", "OPERATES") for one in facts.of(type_)}:
        owned, operated = ({one.target for one in facts.from_(type_, id_)} for type_ in ("OWNS", "OPERATES"))
        yield id_, Tally(owns=len(owned), operates=len(operated), carries=len(owned | operated))
