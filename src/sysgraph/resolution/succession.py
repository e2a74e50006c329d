"""Who took over from a body that is closed: facts that the register knows and no document has to say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sysgraph.model import (
    LONGEST_QUOTE,
    SHORTEST_QUOTE,
    Evidence,
    Node,
    Position,
    Relationship,
    Value,
    identity,
    relate,
)
from sysgraph.register import Entry, Register
from sysgraph.vocabulary import RELATIONSHIPS

_TYPE = "SUCCEEDS"
_RULE = "register.succession"
_SOURCE = "register"


def with_successors(
    nodes: Sequence[Node], relationships: Sequence[Relationship], register: Register
) -> tuple[list[Node], list[Relationship]]:
    """The nodes and relationships with what the register knows of closed bodies among them: who took over, and when.

    The line is followed to the body that is open today. Bodies that no document names are added, with `known_from`.
    The evidence is the entry's own lines in the register's file, its `source` "register": no document says it.
    """
    entries = _entries(nodes, register)
    by_code = {entries[node.id].code: node for node in reversed(nodes) if node.id in entries}
    facts = {one.id: one for one in relationships}
    for node in nodes:
        older = node
        line = (entries[node.id], *register.succession(entries[node.id])) if node.id in entries else ()
        for old, new in pairwise(line):
            evidence = _cited(old, register)
            if not evidence or (new.kind, old.kind) not in RELATIONSHIPS[_TYPE].ends:
                break
            heir = by_code.setdefault(new.code, _added(new, register))
            told: dict[str, Value] = {"from": old.succeeded_on}
            _take(relate(heir, _TYPE, older, evidence, told), facts)
            older = heir
    known = {node.id for node in nodes}
    added = [by_code[code] for code in sorted(by_code) if by_code[code].id not in known]
    return [*nodes, *added], list(facts.values())


def _entries(nodes: Iterable[Node], register: Register) -> dict[str, Entry]:
    """The register's entry of each node that it knows, by the node's id."""
    by_id = {_id(entry): entry for entry in register.entries}
    found: dict[str, Entry] = {}
    for node in nodes:
        coded = (register.by_code(scheme, str(node.attributes.get(scheme))) for scheme in ("ods", "ons"))
        entry = by_id.get(node.id) or next(filter(None, coded), None)
        if entry and entry.kind == node.kind:
            found[node.id] = entry
    return found


def _id(entry: Entry) -> str:
    """The id of the node that a mention of the entry makes (see `keys`)."""
    return identity(entry.kind, entry.kind, "register", entry.code)


def _added(entry: Entry, register: Register) -> Node:
    attributes: dict[str, Value] = {"category": entry.category, "known_from": "the register", **dict(entry.codes)}
    if entry.place:
        attributes["place"] = entry.place
    in_order = {name: attributes[name] for name in sorted(attributes)}
    aliases = tuple(sorted(set(entry.aliases) - {entry.name}))
    return Node(_id(entry), entry.kind, entry.name, aliases, in_order, _cited(entry, register))


def _cited(entry: Entry, register: Register) -> tuple[Evidence, ...]:
    """The entry's own lines as evidence; none where the register has no file."""
    quote = register.written(entry)[:LONGEST_QUOTE].rstrip()
    if len(quote) < SHORTEST_QUOTE:
        return ()
    return (Evidence(f"register/{entry.source}", Position(), 0, len(quote), quote, _RULE, _SOURCE),)


def _take(fact: Relationship, facts: dict[str, Relationship]) -> None:
    """Nothing; the fact is among the others, joined with the same one where a document says it too."""
    said = facts.get(fact.id)
    if said is None:
        facts[fact.id] = fact
        return
    evidence = tuple(dict.fromkeys((*said.evidence, *fact.evidence)))
    facts[fact.id] = replace(said, evidence=evidence, attributes=_joined(fact.attributes, said.attributes))


def _joined(known: Mapping[str, Value], said: Mapping[str, Value]) -> dict[str, Value]:
    """What a document says goes before what the register knows."""
    both = {**known, **said}
    return {name: both[name] for name in sorted(both)}
