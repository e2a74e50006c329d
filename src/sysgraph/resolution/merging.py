"""Nodes and relationships from claims: names gathered, evidence kept, attributes joined.

Of two values that documents give one attribute, the first document by name has its way; that they differ is told.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sysgraph.model import Attributes, Claims, Evidence, Mention, Node, Position, Relationship, Value, identity, relate
from sysgraph.register import fold
from sysgraph.resolution.keys import Groups, Key, Keys
from sysgraph.resolution.wordings import Wordings

_CLASS_WORDS = frozenset(
    (
        "ccg icb la council trust federation healthwatch board committee panel group partnership alliance local "
        "authority acute foundation city county borough nhs gp the clinical commissioning integrated care"
    ).split()
)


@dataclass(slots=True)
class _Gathered:
    """All that was said of one node."""

    kind: str
    names: Counter[str] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    attributes: dict[str, Value] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    within: Key | None = None
    mention: Mention | None = None
    wordings: Wordings = field(default_factory=Wordings)


class Merger:
    """Gathers claims by node and by fact, and makes the graph of them."""

    def __init__(self, keys: Keys, groups: Groups, labels: Mapping[Key, str]) -> None:
        self._labels = labels
        self._keys = keys
        self._groups = groups
        self._nodes: dict[Key, _Gathered] = {}
        self._facts: dict[tuple[Key, str, Key, str], list[tuple[Evidence, Attributes]]] = defaultdict(list)
        self._spellings: dict[Key, list[tuple[str, str]]] = defaultdict(list)

    def add(self, claims: Claims) -> None:
        """Nothing; gathers the claims of one document."""
        for description in claims.descriptions:
            gathered = self._nodes[self._meet(description.subject, claims.document)]
            gathered.evidence.append(description.evidence)
            for name, value in description.attributes.items():
                gathered.wordings.tell(name, value, claims.document)
                if gathered.attributes.get(name) is None:
                    gathered.attributes[name] = value
        for claim in claims.claims:
            source, target = self._meet(claim.source, claims.document), self._meet(claim.target, claims.document)
            capacity = str(claim.attributes.get("as") or "")
            if source != target:
                self._facts[source, claim.type, target, capacity].append((claim.evidence, claim.attributes))
        for sameness in claims.samenesses:
            key = self._groups.find(self._keys.of(sameness.one, claims.document))
            self._spellings[key].append((sameness.other.name, sameness.reason))

    def graph(self) -> tuple[list[Node], list[Relationship]]:
        """The nodes and relationships of all that was gathered."""
        made: dict[Key, Node] = {}
        for key in sorted(self._nodes, key=lambda key: (len(self._depth(key)), key)):
            made[key] = self._node(key, made)
        relationships = [
            relate(made[source], type_, made[target], _ordered(evidence for evidence, _ in said), _joined(said))
            for (source, type_, target, _), said in self._facts.items()
        ]
        return list(made.values()), relationships

    def _meet(self, mention: Mention, document: str) -> Key:
        key = self._groups.find(self._keys.of(mention, document))
        gathered = self._nodes.get(key)
        if gathered is None:
            gathered = self._nodes[key] = _Gathered(mention.kind)
        gathered.names[mention.name] += 1
        gathered.wordings.name(mention.kind, mention.written or mention.name, document)
        gathered.mention = gathered.mention or mention
        if mention.written:
            gathered.aliases.add(mention.written)
        if mention.category and not gathered.attributes.get("category"):
            gathered.attributes["category"] = mention.category
        if mention.within is not None:
            within = self._meet(mention.within, document)
            gathered.within = min(gathered.within or within, within)
            if mention.kind == "Role":
                body = mention.within
                gathered.aliases |= {
                    mention.name,
                    f"{mention.name}, {body.name}",
                    f"{mention.name}, {body.written or body.name}",
                }
        return key

    def _depth(self, key: Key) -> list[Key]:
        """What a node lies within, outermost last."""
        line: list[Key] = []
        at: Key | None = key
        while at is not None and (within := self._nodes[at].within) is not None and within not in line:
            line.append(within)
            at = within
        return line

    def _node(self, key: Key, made: dict[Key, Node]) -> Node:
        gathered = self._nodes[key]
        within = made.get(gathered.within) if gathered.within else None
        name = _best(gathered.names)
        if gathered.kind == "Role" and within:
            name = f"{name}, {within.name}"
        attributes = {**gathered.attributes, **gathered.wordings.attributes(gathered.kind)}
        aliases = set(gathered.aliases) | set(gathered.names)
        aliases |= {form for form, _ in self._spellings.get(key, ())}
        if within and gathered.kind == "Role":
            aliases |= {f"{title}, {within.name}" for title in gathered.names}
        self._from_register(gathered, attributes, aliases)
        why = [*self._groups.reasons.get(key, []), *(reason for _, reason in self._spellings.get(key, ()) if reason)]
        if why:
            attributes["joined_because"] = tuple(sorted(set(why)))
        id_ = identity(gathered.kind, *key)
        if label := self._labels.get(key):
            aliases.add(name)
            name = label
        return Node(
            id_,
            gathered.kind,
            name,
            _aliases(aliases, name, gathered.kind),
            _sorted(attributes),
            _ordered(gathered.evidence),
        )

    def _from_register(self, gathered: _Gathered, attributes: dict[str, Value], aliases: set[str]) -> None:
        entry = self._keys.entry(gathered.mention) if gathered.mention else None
        if entry:
            aliases |= {entry.name}
            attributes.update(dict(entry.codes))
            attributes["category"] = entry.category
            attributes["place"] = attributes.get("place") or entry.place


def _best(names: Counter[str]) -> str:
    """The fullest form of a name, not in capitals where there is another."""
    return max(names, key=lambda name: (not name.isupper(), len(fold(name)), names[name], name))


def _aliases(forms: Iterable[str], name: str, kind: str) -> tuple[str, ...]:
    """The other forms of a name, without words that name nobody by themselves."""
    kept = {" ".join(form.split()) for form in forms}
    if kind in {"Organisation", "Partnership", "Board"}:
        kept = {form for form in kept if set(fold(form).split()) - _CLASS_WORDS}
    return tuple(sorted(kept - {name, ""}))


def _sorted(attributes: dict[str, Value]) -> dict[str, Value]:
    return {name: attributes[name] for name in sorted(attributes) if attributes[name] is not None}


def _ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each evidence once, in the order of the documents."""
    once = {(e.document, *_place(e.position), e.start, e.end, e.quote, e.position.cell or ""): e for e in evidence}
    return tuple(once[key] for key in sorted(once))


def _place(position: Position) -> tuple[int, str]:
    return position.page or position.slide or 0, position.sheet or ""


def _joined(said: list[tuple[Evidence, Attributes]]) -> dict[str, Value]:
    attributes: dict[str, Value] = {}
    for _, one in said:
        attributes.update(one)
    return _sorted(attributes)
