"""The measure at which a figure fits on A4 with letters that can be read, or what to draw instead."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from sysgraph.errors import QuestionError
from sysgraph.model import Graph, Node
from sysgraph.views.figure.canvas import Picture
from sysgraph.views.figure.compose import LETTERS, SMALL, Around, Body, Sheet, body
from sysgraph.views.figure.layout import Way
from sysgraph.views.figure.part import KINDS, Part, above, below, part_about

_MM = 72 / 25.4
PAGES = {False: (160 * _MM, 232 * _MM), True: (246 * _MM, 146 * _MM)}
"""What A4 leaves between margins of an inch, with a caption, in points: upright and (True) landscape."""

ORIENTATIONS = ("auto", "portrait", "landscape")
_LARGEST_ENOUGH = ((0.9, False), (0.9, True), (SMALL / LETTERS, False), (SMALL / LETTERS, True))
"""What is tried first: how far letters may shrink, and whether the page is turned."""

_HEADING_OF_PAPER = 90.0
"""How much of a page the heading of a paper takes, in points, where the figure has no title of its own."""

_HOPELESS = 0.5
_NAMES = (108.0, 84.0, 136.0, 68.0)
_WAYS = tuple(product((False, True), (False, True), _NAMES))
_MOST_OFFERED = 4


class Wish(NamedTuple):
    """What somebody wants to see: how many steps, which kinds, on which way round of the page, with a title or not."""

    depth: int = 2
    kinds: frozenset[str] = KINDS
    orientation: str = "auto"
    titled: bool = True
    subtitle: str = ""


def fit(part: Part, wish: Wish) -> Picture | None:
    """The picture in the first way that fits, upright pages and large letters first; None where none does."""
    around = Around(wish.titled, wish.subtitle)
    spare = 0.0 if wish.titled else _HEADING_OF_PAPER
    sheets = {
        way: Sheet((wide, high - spare), way, around)
        for way, (wide, high) in PAGES.items()
        if _allowed(wish.orientation, way)
    }
    scales: list[tuple[Body, Mapping[bool, float]]] = []
    for close, sideways, name in _WAYS:
        drawn = body(part, Way(LETTERS, sideways, close), name)
        scales.append((drawn, {way: sheet.largest(drawn) for way, sheet in sheets.items()}))
        if len(scales) == len(_NAMES) and all(max(found.values()) < _HOPELESS for _, found in scales):
            return None
    for enough, way in _LARGEST_ENOUGH:
        for drawn, found in scales:
            if found.get(way, 0.0) >= enough:
                return sheets[way].put(drawn, found[way])
    return None


def _allowed(orientation: str, landscape: bool) -> bool:
    return orientation in {"auto", "landscape" if landscape else "portrait"}


def figure(graph: Graph, about: tuple[Node, ...], wish: Wish) -> Picture:
    """The figure about some nodes.

    Raises:
        QuestionError: nothing is drawn of them, or no measure fits; offers figures that do.
        InstallationError: pygraphviz is not installed.
    """
    part = part_about(graph, about, wish.depth, wish.kinds)
    if not part.facts:
        raise QuestionError(
            f"no document read puts {about[0].name!r} in a line of accountability, on a board or in a lead: there is "
            "nothing to draw; `sysgraph who` shows what there is"
        )
    if picture := fit(part, wish):
        return picture
    offers = list(_offers(graph, part, wish))
    instead = f"these fit: {'; '.join(offers)}" if offers else "name fewer kinds with --kinds, or another actor"
    raise QuestionError(
        f"{len(part.nodes)} actors around {about[0].name!r} do not fit on A4 with letters of 8 points; {instead}"
    )


def _offers(graph: Graph, part: Part, wish: Wish) -> Iterator[str]:
    """Commands for figures that fit: fewer steps, then one for each of those who have most lines below them."""
    given = f" --orientation {wish.orientation}" if wish.orientation != "auto" else ""
    fits = _fitting(graph, wish)
    about = part.about[0]
    offered = 0
    for depth in range(wish.depth - 1, 0, -1):
        if fits(about, depth):
            yield f'--about "{about.name}" --depth {depth}{given}'
            offered += 1
            break
    for node in _hubs(part):
        if offered == _MOST_OFFERED:
            return
        depth = next((depth for depth in (2, 1) if depth <= wish.depth and fits(node, depth)), 0)
        if depth:
            yield f'--about "{node.name}" --depth {depth}{given}'
            offered += 1


def _fitting(graph: Graph, wish: Wish) -> Callable[[Node, int], bool]:
    def fits(node: Node, depth: int) -> bool:
        part = part_about(graph, (node,), depth, wish.kinds)
        return bool(part.facts) and fit(part, wish) is not None

    return fits


def _hubs(part: Part) -> list[Node]:
    """Those with most lines in the part, the one that it is about left out."""
    about = {node.id for node in part.about}
    ends = Counter(end for fact in part.facts for end in (above(fact), above(fact), below(fact)))
    hubs = [node for id_, node in part.nodes.items() if id_ not in about and ends[id_] > 3]
    return sorted(hubs, key=lambda node: (-ends[node.id], node.name))[: 2 * _MOST_OFFERED]
