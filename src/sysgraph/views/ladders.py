"""Ladders, as a terminal shows them and as JSON."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sysgraph.views.console import WIDTH, plain, wrap
from sysgraph.views.records import branch_json, node_json
from sysgraph.views.tables import json_text
from sysgraph.views.terminal import tree

if TYPE_CHECKING:
    from sysgraph.questions.ladders import Ladder

Style = Callable[[str], str]

_WHY = {
    "top": "no document read says whom it answers to",
    "circle": "the line runs in a circle",
    "deeper": "the line goes on further than this is followed",
}


def show_ladder(ladder: "Ladder", *, columns: int = WIDTH, dim: Style = str) -> Iterator[str]:
    """The lines of a ladder: the action, the tree above it, and where it stops."""
    yield from wrap(plain(ladder.node.name), columns)
    if not ladder.up:
        yield "  Nobody owns it and nothing is over it, as far as the documents say."
        return
    if all(branch.relationship.type != "OWNS" for branch in ladder.up):
        yield "  Nobody in particular owns it, as far as the documents say."
    yield from tree(ladder.up, columns, dim)
    yield from ("", "Where it stops")
    for stop in ladder.stops:
        first, *others = wrap(f"{plain(stop.node.name)} ({stop.node.kind}): {_WHY[stop.why]}", columns - 4)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)


def ladders_json(ladders: "Sequence[Ladder]") -> str:
    """A list of actions, each with the tree `up` and where it `stops`."""
    found = [
        {
            "id": ladder.node.id,
            "name": ladder.node.name,
            "up": [branch_json(branch) for branch in ladder.up],
            "stops": [{**node_json(stop.node), "why": _WHY[stop.why]} for stop in ladder.stops],
        }
        for ladder in ladders
    ]
    return json_text(found)
