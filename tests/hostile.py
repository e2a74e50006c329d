"""Graphs whose every value is what somebody would put there to break something, or what chance makes."""

from hypothesis import strategies as st

from sysgraph.model import Evidence, Graph, Node, Notice, Position, Relationship, Source, Value, relate
from sysgraph.store import Store
from sysgraph.vocabulary import RELATIONSHIPS

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("http://example.org")',
    "Robert'); DROP TABLE node;--",
    '"',
    "'",
    "%s {0}",
    "مجلس الصحة \u202eروب",
    "北区",
    "e\u0301\u0301",
    "\U0001f600",
    "x" * 5_000,
    "a\tb\r\nc",
    "\x1f\x7f",
    " ",
    "NULL",
    "\u2028",
    "0",
    "1e3",
)

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
numbers = st.integers(-(2**62), 2**62)
floats = st.floats(allow_nan=False, allow_infinity=False)
values: st.SearchStrategy[Value] = st.one_of(
    texts, numbers, floats, st.booleans(), st.none(), st.lists(texts, max_size=3).map(tuple)
)
attributes = st.dictionaries(texts, values, max_size=4)
pages = st.none() | st.integers(1, 2_000)
positions = st.builds(
    Position, pages, st.none() | texts, st.none() | texts, pages, st.none() | texts, st.none() | texts
)
evidence = st.builds(
    Evidence,
    texts,
    positions,
    st.integers(0, 10_000),
    st.integers(0, 10_000),
    texts.filter(bool),
    texts,
    st.sampled_from(["passage", "register", "decision"]),
)
_ENDS = sorted((name, *pair) for name, type_ in RELATIONSHIPS.items() for pair in type_.ends)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    nodes: dict[str, Node] = {}
    facts: dict[str, Relationship] = {}
    for number in range(draw(st.integers(0, 4))):
        type_, *kinds = draw(st.sampled_from(_ENDS))
        ends: list[Node] = []
        for kind in kinds:
            one = Node(
                f"{kind.lower()}-{number}-{len(ends)}", kind, draw(texts), tuple(draw(st.lists(texts, max_size=3))),
                draw(attributes), tuple(draw(st.lists(evidence, max_size=2))),
            )  # fmt: skip
            nodes[one.id] = one
            ends.append(one)
        fact = relate(
            ends[0], type_, ends[1], tuple(draw(st.lists(evidence, min_size=1, max_size=3))), draw(attributes)
        )
        facts[fact.id] = fact
    sources = st.builds(Source, texts.filter(bool), texts, texts, st.integers(0, 500))
    notices = st.builds(Notice, texts, texts, texts, texts)
    return Graph(
        tuple(nodes[one] for one in sorted(nodes)),
        tuple(facts[one] for one in sorted(facts)),
        tuple(draw(st.lists(sources, max_size=2))),
        tuple(draw(st.lists(notices, max_size=2))),
    )


def hostile() -> Graph:
    nodes = tuple(
        Node(f"board-{number:02}", "Board", name, (name, *HOSTILE[:3])) for number, name in enumerate(HOSTILE)
    )
    return Graph(nodes, (), ())


def finds(store: Store, made: Graph) -> None:
    """Every node is found by each of its names, and every relationship from both its ends."""
    for node in made.nodes:
        for name in (node.name, *node.aliases):
            assert node.id in {one.id for one in store.named(name)}
            store.search(name)
    for one in made.relationships:
        assert one in store.relationships([one.source], [one.type], outward=True)
        assert one in store.relationships([one.target], outward=False)


def types(made: Graph) -> list[dict[str, type]]:
    """The types of all values: 1, 1.0 and True are equal and not the same."""
    attributes = [*(one.attributes for one in made.nodes), *(one.attributes for one in made.relationships)]
    return [{name: type(value) for name, value in those.items()} for those in attributes]
