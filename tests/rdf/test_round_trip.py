"""A graph as linked data, and back: the same nodes, relationships and evidence."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef
from rdflib.namespace import ORG, RDF, SKOS

from sysgraph import model
from sysgraph.errors import StoreError
from sysgraph.interchange import from_json, to_json, write_jsonl
from sysgraph.model import Evidence, Node, Notice, Position, Source, relate
from sysgraph.rdf import as_dataset, as_rdf, from_rdf, read_text, write_text
from sysgraph.rdf.terms import BASE, SG, iri
from sysgraph.resources import resource
from sysgraph.vocabulary import RELATIONSHIPS
from tests import builders
from tests.builders import example, graph, node

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
PAGES = st.none() | st.integers(1, 999)
VALUES = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
    | st.lists(WORDS, max_size=3).map(tuple)
)
ENDS = sorted((source, name, target) for name, row in RELATIONSHIPS.items() for source, target in row.ends)


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    words = st.none() | WORDS
    position = Position(draw(PAGES), draw(words), draw(words), draw(PAGES), draw(words))
    start = draw(st.integers(0, 999))
    source = draw(st.sampled_from(["passage", "register", "decision"]))
    return Evidence(draw(WORDS), position, start, start + 9, draw(WORDS), draw(WORDS), source)


@st.composite
def graphs(draw: st.DrawFn) -> model.Graph:
    nodes: dict[str, Node] = {}
    facts = {}
    for source, type_, target in draw(st.lists(st.sampled_from(ENDS), max_size=4)):
        ends = []
        for kind in (source, target):
            aliases = tuple(sorted(set(draw(st.lists(WORDS, max_size=2)))))
            attributes = dict(sorted(draw(st.dictionaries(WORDS, VALUES, max_size=3)).items()))
            one = Node(f"{kind}-{draw(WORDS)}", kind, draw(WORDS), aliases, attributes, (draw(evidences()),))
            ends.append(nodes.setdefault(one.id, one))
        fact = relate(ends[0], type_, ends[1], tuple(draw(st.lists(evidences(), min_size=1, max_size=2))), {})
        facts[fact.id] = fact
    notices = tuple(Notice(draw(WORDS), "", draw(WORDS)) for _ in range(draw(st.integers(0, 2))))
    by_id = sorted(facts.values(), key=lambda one: one.id)
    documents = (Source(draw(WORDS), "txt", "0" * 64, 3),)
    return model.Graph(tuple(nodes[id_] for id_ in sorted(nodes)), tuple(by_id), documents, notices)


@pytest.mark.parametrize("form", ["turtle", "jsonld", "trig"])
@settings(max_examples=8)
@given(whole=graphs())
def test_any_graph_comes_back_as_it_was(form: str, whole: model.Graph) -> None:
    assert read_text(write_text(whole, form), form) == whole


@settings(max_examples=30)
@given(whole=graphs())
def test_json_and_json_lines_keep_any_graph_too(whole: model.Graph) -> None:
    assert from_json(json.loads(json.dumps(to_json(whole)))) == whole
    stream = io.StringIO()
    write_jsonl(whole, stream)
    sections: dict[str, list[Any]] = {"document": [], "node": [], "relationship": [], "notice": []}
    for line in stream.getvalue().splitlines()[1:]:
        record = json.loads(line)
        sections[record.pop("record")].append(record)
    assert from_json({"sysgraph": "0", **{f"{name}s": found for name, found in sections.items()}}) == whole


@pytest.mark.parametrize("form", ["turtle", "jsonld", "trig"])
def test_the_same_graph_gives_the_same_bytes(form: str) -> None:
    assert write_text(example(), form) == write_text(example(), form)


def test_each_document_has_a_named_graph_with_what_it_says_and_no_other() -> None:
    made = as_dataset(example())
    named = {str(one.identifier).removeprefix(f"{BASE}document/") for one in made.graphs() if len(one)}
    assert {builders.PLAN, builders.PAPER} & named
    for one in made.graphs():
        path = str(one.identifier).removeprefix(f"{BASE}document/")
        assert {str(said) for said in one.objects(None, SG.path)} <= {path} or "default" in str(one.identifier)


def test_posts_memberships_and_units_are_said_in_the_words_of_the_organization_ontology() -> None:
    made = as_rdf(example())
    assert (iri(builders.ANN.id), ORG.holds, iri(builders.DIRECTOR.id)) in made
    assert list(made.subjects(RDF.type, ORG.Membership))
    assert not list(made.triples((None, ORG.subOrganizationOf, None)))


def test_codes_of_public_registers_are_identifiers_and_links() -> None:
    made = as_rdf(graph([node("Organisation", "Trust", ods="RXX", ons="E06000001")]))
    links = {str(one) for one in made.objects(None, URIRef("http://www.w3.org/2000/01/rdf-schema#seeAlso"))}
    assert {link.rpartition("/")[2] for link in links} == {"RXX", "E06000001"}
    assert len(list(made.objects(None, ORG.identifier))) == 2


def test_every_name_of_an_actor_is_a_label() -> None:
    made = as_rdf(example())
    assert {str(one) for one in made.objects(iri(builders.COUNCIL.id), SKOS.altLabel)} == set(builders.COUNCIL.aliases)


def test_rdf_that_lacks_a_part_is_refused_with_its_name() -> None:
    made = as_rdf(example())
    made.remove((None, SG.rule, None))
    with pytest.raises(StoreError, match=r"has no .*rule"):
        from_rdf(made)


QUERIES = {one.name: one.read_text(encoding="utf-8") for one in resource("queries", "sparql").iterdir()}


@pytest.mark.parametrize("name", QUERIES)
def test_the_sparql_questions_of_the_manual_answer(name: str) -> None:
    made = Graph().parse(data=write_text(example(), "turtle"), format="turtle")
    rows = [tuple(str(cell) for cell in row if cell is not None) for row in made.query(QUERIES[name])]  # type: ignore[union-attr]
    expected = {
        "reporting.rq": ("Discharge Working Group", "Health and Wellbeing Board"),
        "unowned.rq": (builders.SECOND.name, "missing"),
        "posts.rq": (builders.ANN.name, builders.DIRECTOR.name),
    }
    assert any(set(expected[name]) <= set(row) for row in rows)
