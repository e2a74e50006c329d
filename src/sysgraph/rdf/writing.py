"""A graph as RDF: nodes and direct statements, and each fact once more as a claim that its evidence hangs on.

A claim is an `rdf:Statement` and a `prov:Entity`; what it was derived from are Web Annotations whose targets select the
passage of the document (page, sheet, cell, heading), in it the characters, and the words. A list is an `rdf:Seq` with a
name of its own, since nodes without one would make two exports of one graph differ.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import Node as Term

from sysgraph import model
from sysgraph.model import Attributes, Evidence, Value
from sysgraph.rdf.terms import CODES, OA, PREFIXES, SG, attribute, document_iri, iri, term
from sysgraph.vocabulary import KINDS, RELATIONSHIPS

Triple = tuple[Term, Term, Term]

_PLACE = ("page", "printed_page", "sheet", "slide", "heading", "cell")
_SHORT = {"rdfs": RDFS, "skos": SKOS, "dcterms": DCTERMS, "xsd": XSD, "rdf": RDF}


def as_rdf(graph: model.Graph) -> Graph:
    """All of a graph as one RDF graph."""
    made = Graph()
    _bind(made)
    for triples in (_standing(graph), *(part for _, part in _claims(graph))):
        for triple in triples:
            made.add(triple)
    return made


def as_dataset(graph: model.Graph) -> Dataset:
    """A graph as RDF with a named graph for each document, which holds what that document says.

    A fact that several documents state stands in the named graph of each; nodes and notices stand in the default graph.
    """
    made = Dataset()
    _bind(made)
    for triple in _standing(graph):
        made.default_graph.add(triple)
    for document, triples in _claims(graph):
        named = made.graph(document)
        for triple in triples:
            named.add(triple)
    return made


def _bind(made: Graph) -> None:
    for prefix, namespace in {**PREFIXES, **_SHORT}.items():
        made.bind(prefix, namespace)


def _standing(graph: model.Graph) -> Iterator[Triple]:
    """What no single document says: which nodes there are, the documents, the notices."""
    for document in graph.documents:
        yield from _document(document)
    for node in graph.nodes:
        yield from _node(node)
    for number, notice in enumerate(graph.notices):
        yield from _notice(number, notice)


def _document(document: model.Source) -> Iterator[Triple]:
    subject = document_iri(document.path)
    yield subject, RDF.type, PROV.Entity
    yield subject, RDF.type, SG.Document
    yield subject, SG.path, Literal(document.path)
    yield subject, DCTERMS["format"], Literal(document.format)
    yield subject, SG.sha256, Literal(document.sha256)
    yield subject, SG.pages, Literal(document.pages)


def _node(node: model.Node) -> Iterator[Triple]:
    subject = iri(node.id)
    yield subject, RDF.type, term(KINDS[node.kind].rdf)
    yield subject, SG.kind, Literal(node.kind)
    yield subject, RDFS.label, Literal(node.name)
    yield subject, SKOS.prefLabel, Literal(node.name)
    for alias in node.aliases:
        yield subject, SKOS.altLabel, Literal(alias)
    yield from _attributes(subject, node.attributes)
    for scheme, directory in CODES.items():
        code = node.attributes.get(scheme)
        if isinstance(code, str):
            yield subject, ORG.identifier, Literal(code, datatype=SG[scheme])
            yield subject, RDFS.seeAlso, URIRef(directory + code)


def _attributes(subject: URIRef, attributes: Attributes) -> Iterator[Triple]:
    for name, value in attributes.items():
        if isinstance(value, tuple):
            yield from _list(subject, name, value)
        else:
            yield subject, attribute(name), SG.nothing if value is None else _literal(value)


def _list(subject: URIRef, name: str, values: tuple[str, ...]) -> Iterator[Triple]:
    property_ = attribute(name)
    listed = URIRef(f"{subject}#{str(property_).partition('#')[2]}")
    yield subject, property_, listed
    yield listed, RDF.type, RDF.Seq
    for number, value in enumerate(values, 1):
        yield listed, RDF[f"_{number}"], Literal(value)


def _literal(value: Value) -> Literal:
    """The value as a literal; a float as the decimal that it is, since Turtle's short form of a double loses digits."""
    if isinstance(value, float):
        return Literal(format(Decimal(repr(value)), "f"), datatype=XSD.decimal, normalize=False)
    return Literal(value)


def _notice(number: int, notice: model.Notice) -> Iterator[Triple]:
    subject = URIRef(f"{iri('notice')}/{number}")
    yield subject, RDF.type, SG.Notice
    yield subject, SG.ordinal, Literal(number)
    for name in ("document", "where", "what", "kind"):
        yield subject, SG[name], Literal(getattr(notice, name))


def _claims(graph: model.Graph) -> Iterator[tuple[URIRef, Iterator[Triple]]]:
    """What each document says of nodes and relationships, by the document's IRI, a part at a time."""
    for node in graph.nodes:
        for number, evidence in enumerate(node.evidence):
            yield document_iri(evidence.document), _evidence(iri(node.id), number, evidence)
    for one in graph.relationships:
        for number, evidence in enumerate(one.evidence):
            said = chain(_claim(one), _evidence(iri(one.id), number, evidence))
            yield document_iri(evidence.document), said


def _claim(one: model.Relationship) -> Iterator[Triple]:
    subject, source, target = iri(one.id), iri(one.source), iri(one.target)
    property_ = term(RELATIONSHIPS[one.type].rdf)
    yield source, property_, target
    yield subject, RDF.type, RDF.Statement
    yield subject, RDF.type, PROV.Entity
    yield subject, RDF.type, SG.Claim
    yield subject, RDF.subject, source
    yield subject, RDF.predicate, property_
    yield subject, RDF.object, target
    yield from _attributes(subject, one.attributes)
    if one.type in {"MEMBER_OF", "CHAIRS"}:
        yield subject, RDF.type, ORG.Membership
        yield subject, ORG.member, source
        yield subject, ORG.organization, target


def _evidence(subject: URIRef, number: int, evidence: Evidence) -> Iterator[Triple]:
    note, passage, words, offsets = (URIRef(f"{subject}/evidence/{number}{part}") for part in ("", "#p", "#w", "#o"))
    target = URIRef(f"{note}#t")
    yield subject, PROV.wasDerivedFrom, note
    yield note, RDF.type, OA.Annotation
    yield note, SG.ordinal, Literal(number)
    yield note, SG.rule, Literal(evidence.rule)
    yield note, SG.source, Literal(evidence.source)
    if evidence.recognised is not None:
        yield note, SG.recognised, _literal(evidence.recognised)
    yield note, OA.hasBody, subject
    yield note, OA.hasTarget, target
    yield target, RDF.type, OA.SpecificResource
    yield target, OA.hasSource, document_iri(evidence.document)
    yield target, SG.path, Literal(evidence.document)
    yield target, OA.hasSelector, words
    yield words, RDF.type, OA.TextQuoteSelector
    yield words, OA.exact, Literal(evidence.quote)
    yield target, OA.hasSelector, passage
    yield passage, RDF.type, SG.PassageSelector
    yield from _position(passage, evidence)
    yield passage, OA.refinedBy, offsets
    yield offsets, RDF.type, OA.TextPositionSelector
    yield offsets, OA.start, Literal(evidence.start)
    yield offsets, OA.end, Literal(evidence.end)


def _position(passage: URIRef, evidence: Evidence) -> Iterable[Triple]:
    for name in _PLACE:
        value = getattr(evidence.position, name)
        if value is not None:
            yield passage, SG[name], Literal(value)
