"""The schemas: derived, fresh, and of one mind with pydantic about what a graph may be."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, PROV, RDF

from sysgraph.errors import SchemaError, StoreError, VocabularyError
from sysgraph.interchange import from_json, to_json
from sysgraph.model import Evidence, Node, Position, Relationship
from sysgraph.model import Graph as Whole
from sysgraph.rdf import as_rdf
from sysgraph.rdf.terms import SG, term
from sysgraph.schema import files, json_schema
from sysgraph.schema.checking import breaches, breaches_of
from sysgraph.schema.forms import record_schema, translated
from sysgraph.vocabulary import KINDS, RELATIONSHIPS
from tests.builders import cite, example, fact, graph, node

FOLDER = Path(__file__).parents[2] / "schema"
BOARD, UPPER, ACTION = node("Board", "Flow Board"), node("Board", "Upper Board"), node("Action", "Do it")
GOOD = graph([BOARD, UPPER, ACTION], [fact(BOARD, "REPORTS_TO", UPPER), fact(BOARD, "OVERSEES", ACTION)])


def test_the_folder_is_fresh() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == dict(files())


def test_what_is_exported_fits_the_json_schema() -> None:
    Draft202012Validator(json.loads(json_schema())).validate(json.loads(json.dumps(to_json(example()))))


@dataclass(frozen=True)
class _Odd:
    words: complex


@pytest.mark.parametrize("annotation", [complex, set[str], tuple[str, int], dict[int, str]])
def test_an_annotation_that_cannot_be_translated_raises(annotation: object) -> None:
    with pytest.raises(SchemaError, match="cannot be said in JSON Schema"):
        translated(annotation)


def test_the_error_names_the_record_and_the_field() -> None:
    with pytest.raises(SchemaError, match=r"_Odd\.words"):
        record_schema(_Odd)


def test_the_ontology_holds_every_kind_and_relationship() -> None:
    made = Graph().parse(data=files()["sysgraph.ttl"], format="turtle")
    assert {term(kind.rdf) for kind in KINDS.values()} <= set(made.subjects(RDF.type, OWL.Class))
    assert {term(row.rdf) for row in RELATIONSHIPS.values()} <= set(made.subjects(RDF.type, OWL.ObjectProperty))


def _with_evidence(evidence: Evidence) -> Whole:
    return graph([BOARD, UPPER], [fact(BOARD, "REPORTS_TO", UPPER, evidence)])


def _kind(whole: Whole) -> Whole:
    odd = Node(BOARD.id, "Club", BOARD.name)
    return replace(whole, nodes=tuple(odd if one.id == BOARD.id else one for one in whole.nodes))


def _nameless(whole: Whole) -> Whole:
    return replace(whole, nodes=tuple(replace(one, name="") if one.id == BOARD.id else one for one in whole.nodes))


def _ends(whole: Whole) -> Whole:
    (first, *_) = whole.relationships
    return replace(whole, relationships=(Relationship(first.id, ACTION.id, "REPORTS_TO", BOARD.id, first.evidence),))


def _long(_: Whole) -> Whole:
    return _with_evidence(Evidence("a.txt", Position(1), 0, 900, "x" * 900, "r"))


def _empty(_: Whole) -> Whole:
    return _with_evidence(Evidence("a.txt", Position(1), 0, 0, "", "r"))


def _odd_source(_: Whole) -> Whole:
    return _with_evidence(Evidence("a.txt", Position(1), 0, 9, "Flow reports", "r", "hearsay"))


BROKEN: dict[str, Callable[[Whole], Whole]] = {
    "SHP01": _nameless,
    "SHP04": _long,
    "SHP05": _odd_source,
    "SHP12": _ends,
}


def test_a_good_graph_breaks_nothing() -> None:
    assert breaches(GOOD) == ()
    assert from_json(to_json(GOOD)) == GOOD


@pytest.mark.parametrize("code", BROKEN)
def test_each_constraint_has_a_graph_that_breaks_it_in_shacl(code: str) -> None:
    assert code in {one.code for one in breaches(BROKEN[code](GOOD))}


@pytest.mark.parametrize("spoil", [_ends, _empty, _odd_source], ids=["ends", "empty quote", "source"])
def test_and_in_pydantic(spoil: Callable[[Whole], Whole]) -> None:
    with pytest.raises((StoreError, VocabularyError)):
        from_json(to_json(spoil(GOOD)))


def test_an_unknown_kind_is_refused_in_json() -> None:
    with pytest.raises(VocabularyError, match="Club"):
        from_json(to_json(_kind(GOOD)))


@pytest.mark.parametrize(
    ("code", "lacking"), [("SHP02", PROV.wasDerivedFrom), ("SHP03", RDF.predicate)], ids=["evidence", "type"]
)
def test_a_claim_without_evidence_or_type_breaks_a_shape(code: str, lacking: URIRef) -> None:
    data = as_rdf(GOOD)
    claim = next(iter(data.subjects(RDF.type, SG.Claim)))
    data.remove((claim, lacking, None))
    assert {one.code for one in breaches_of(data, {})} == {code}


@pytest.mark.parametrize(("part", "instead"), [("evidence", []), ("type", "KNOWS")])
def test_and_is_refused_in_json(part: str, instead: object) -> None:
    data = json.loads(json.dumps(to_json(GOOD)))
    data["relationships"][0][part] = instead
    with pytest.raises((StoreError, VocabularyError)):
        from_json(data)


def _wrong(type_: str) -> tuple[Node, Node, Relationship]:
    """Two nodes of kinds that a relationship does not join, and the relationship between them all the same."""
    kinds = [kind for kind in KINDS if kind not in {"Document", "Evidence"}]
    allowed = RELATIONSHIPS[type_].ends
    source, target = next((one, other) for one in kinds for other in kinds if (one, other) not in allowed)
    one, other = node(source, f"{type_} one"), node(target, f"{type_} other")
    return one, other, Relationship(f"{type_.lower()}-wrong", one.id, type_, other.id, (cite("It is said so"),))


def test_every_relationship_between_kinds_that_it_does_not_join_breaks_its_own_shape_and_is_refused_in_json() -> None:
    wrong = {type_: _wrong(type_) for type_ in RELATIONSHIPS}
    nodes = [one for source, target, _ in wrong.values() for one in (source, target)]
    found = breaches(graph(nodes, [fact_ for _, _, fact_ in wrong.values()]))
    assert {one.code for one in found} == {f"SHP{number}" for number, _ in enumerate(RELATIONSHIPS, 10)}
    for source, target, fact_ in wrong.values():
        with pytest.raises(VocabularyError):
            from_json(to_json(graph([source, target], [fact_])))


OWN = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix sg: <https://w3id.org/sysgraph/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
sg:MyShape a sh:NodeShape ; sg:code "OWN01" ; sh:targetClass org:OrganizationalUnit ; sh:severity sh:Warning ;
  sh:property [ sh:path sg:attribute-quorum ; sh:minCount 1 ; sh:severity sh:Warning ;
    sh:message "a board says its quorum" ] .
"""


def test_a_users_own_shapes_are_checked_and_their_breaches_have_their_codes(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text(OWN, encoding="utf-8")
    quorate = node("Board", "Quorate Board", quorum="four")
    found = breaches(graph([BOARD, quorate], [fact(BOARD, "REPORTS_TO", quorate)]), [tmp_path / "own.ttl"])
    assert [(one.code, one.severity, one.name, one.says) for one in found] == [
        ("OWN01", "warning", "Flow Board", "a board says its quorum")
    ]


@pytest.mark.parametrize(("text", "complaint"), [("no turtle", "is not Turtle"), (None, "cannot be read")])
def test_shapes_that_cannot_be_read_are_one_clear_error(tmp_path: Path, text: str | None, complaint: str) -> None:
    if text is not None:
        (tmp_path / "own.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError, match=complaint):
        breaches(GOOD, [tmp_path / "own.ttl"])


def test_evidence_is_cited_by_a_claim_of_its_own() -> None:
    twice = fact(BOARD, "REPORTS_TO", UPPER, cite("It reports up"), cite("Again it does", page=2))
    assert breaches(graph([BOARD, UPPER], [twice])) == ()
