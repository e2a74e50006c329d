"""Ways and brokers, as a terminal shows them and as JSON."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sysgraph.views.console import WIDTH, cite, plain, wrap
from sysgraph.views.records import node_json
from sysgraph.views.tables import json_text

if TYPE_CHECKING:
    from sysgraph.questions.connections import Broker, Way

Style = Callable[[str], str]

_MOST_NAMED = 6


def show_ways(found: "Sequence[Way]", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of some ways, one step a line with its evidence beneath."""
    if not found:
        yield "No way: nothing in the documents read connects the two."
    for number, way in enumerate(found, 1):
        yield from ("",) if number > 1 else ()
        count = len(way.steps)
        yield f"Way {number} of {len(found)}: {count} step{'' if count == 1 else 's'}"
        for step in way.steps:
            yield from (f"  {line}" for line in wrap(plain(step.reading), columns - 2))
            yield from (dim(f"      {cite(one, columns - 6)}") for one in step.evidence[:1])


def show_brokers(found: "Sequence[Broker]", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of the brokers: whom each connects to the rest."""
    if not found:
        yield "Nobody: whoever is taken away, those who were connected stay so."
    for one in found:
        yield f"{plain(one.node.name)} ({one.node.kind})"
        yield f"  without it, {sum(map(len, one.parts))} lose their connection to the rest:"
        for part in one.parts:
            names = "; ".join(plain(node.name) for node in part[:_MOST_NAMED])
            more = f"; and {len(part) - _MOST_NAMED} more" if len(part) > _MOST_NAMED else ""
            first, *others = wrap(names + more, columns - 6)
            yield f"    - {first}"
            yield from (f"      {line}" for line in others)


def ways_json(found: "Sequence[Way]") -> str:
    """A list of ways, each with where it starts and its steps."""
    return json_text(
        [
            {
                "from": way.start.name,
                "steps": [
                    {
                        "reading": step.reading,
                        "type": step.relationship.type,
                        "to": node_json(step.node),
                        "evidence": [one.as_json() for one in step.evidence],
                    }
                    for step in way.steps
                ],
            }
            for way in found
        ]
    )


def brokers_json(found: "Sequence[Broker]") -> str:
    """A list of brokers, each with the parts that fall off without it."""
    return json_text(
        [
            {
                "id": one.node.id,
                "kind": one.node.kind,
                "name": one.node.name,
                "parts": [
                    [{"id": node.id, "kind": node.kind, "name": node.name} for node in part] for part in one.parts
                ],
            }
            for one in found
        ]
    )
