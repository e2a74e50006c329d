"""The vocabulary as an ontology: OWL classes and properties, in the terms of ORG, PROV, FOAF and Web Annotation."""

from collections.abc import Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.term import BNode
from rdflib.term import Node as Term

from sysgraph.rdf.terms import OA, PREFIXES, SG, term
from sysgraph.vocabulary import KINDS, RELATIONSHIPS, RelationshipType

Triple = tuple[Term, Term, Term]

_OWN = (
    ("Claim", "owl:Class", "A fact as the graph holds it: a statement that is derived from evidence."),
    ("Document", "owl:Class", "A document that a graph was built from."),
    ("Notice", "owl:Class", "Something that was met while reading and that the reader of the answers should know."),
    ("PassageSelector", "owl:Class", "Where in a document a passage stands: page, sheet, cell, slide, heading."),
    ("kind", "owl:DatatypeProperty", "The kind of a node, by its name in the vocabulary."),
    ("ordinal", "owl:DatatypeProperty", "The place of an evidence or notice among those of its subject, from 0."),
    ("rule", "owl:DatatypeProperty", "The rule that made a claim."),
    ("source", "owl:DatatypeProperty", "Where an evidence comes from: passage, register or decision."),
    ("recognised", "owl:DatatypeProperty", "How surely words in a picture were recognised, from 0 to 1."),
    ("path", "owl:DatatypeProperty", "The path of a document in the folder that was built."),
    ("sha256", "owl:DatatypeProperty", "The SHA-256 of a document's bytes, in hexadecimal."),
    ("pages", "owl:DatatypeProperty", "How many pages, sheets or slides a document has."),
    ("page", "owl:DatatypeProperty", "The page of the file, from 1."),
    ("printed_page", "owl:DatatypeProperty", "The number that is printed on the page."),
    ("sheet", "owl:DatatypeProperty", "The sheet of a workbook."),
    ("slide", "owl:DatatypeProperty", "The slide, from 1."),
    ("heading", "owl:DatatypeProperty", "The nearest heading above."),
    ("cell", "owl:DatatypeProperty", "The cell: of a sheet its name, elsewhere table, row and column."),
    ("ods", "rdfs:Datatype", "A code of the NHS Organisation Data Service."),
    ("ons", "rdfs:Datatype", "A code of the Office for National Statistics."),
)
_TYPES = {"owl:Class": OWL.Class, "owl:DatatypeProperty": OWL.DatatypeProperty, "rdfs:Datatype": RDFS.Datatype}


def ontology() -> str:
    """The ontology as Turtle."""
    made = Graph()
    more = {"owl": OWL, "dcterms": DCTERMS, "skos": SKOS, "xsd": XSD, "rdfs": RDFS}
    for prefix, namespace in {**PREFIXES, **more}.items():
        made.bind(prefix, namespace)
    for triple in (*_head(), *_kinds(), *_own()):
        made.add(triple)
    for row in RELATIONSHIPS.values():
        _relationship(made, row)
    return made.serialize(format="turtle").rstrip("\n") + "\n"


def _head() -> Iterator[Triple]:
    subject = URIRef(str(SG).rstrip("#"))
    yield subject, RDF.type, OWL.Ontology
    title = "System actors and governance relationships of English health and care"
    yield subject, DCTERMS.title, Literal(title, lang="en")
    for used in (ORG, PROV, FOAF, OA):
        yield subject, RDFS.seeAlso, URIRef(str(used))


def _kinds() -> Iterator[Triple]:
    for kind in KINDS.values():
        subject = term(kind.rdf)
        yield subject, RDF.type, OWL.Class
        yield subject, SKOS.altLabel, Literal(kind.name)
        yield subject, RDFS.comment, Literal(kind.meaning, lang="en")
        if subject.startswith(str(SG)):
            yield subject, RDFS.label, Literal(kind.singular, lang="en")
            yield subject, RDFS.isDefinedBy, URIRef(str(SG).rstrip("#"))


def _own() -> Iterator[Triple]:
    for name, type_, comment in _OWN:
        yield SG[name], RDF.type, _TYPES[type_]
        yield SG[name], RDFS.comment, Literal(comment, lang="en")
    yield SG.Claim, RDFS.subClassOf, PROV.Entity
    yield SG.Claim, RDFS.subClassOf, RDF.Statement
    yield SG.Document, RDFS.subClassOf, PROV.Entity
    yield SG.PassageSelector, RDFS.subClassOf, OA.Selector


def _relationship(made: Graph, row: RelationshipType) -> None:
    subject = term(row.rdf)
    made.add((subject, RDF.type, OWL.ObjectProperty))
    made.add((subject, SKOS.altLabel, Literal(row.name)))
    made.add((subject, RDFS.comment, Literal(row.meaning, lang="en")))
    if not subject.startswith(str(SG)):
        return  # a standard says itself what it joins
    made.add((subject, RDFS.label, Literal(row.reading.format(source="X", target="Y"), lang="en")))
    for side, property_ in ((0, RDFS.domain), (1, RDFS.range)):
        made.add((subject, property_, _union(made, row, side)))


def _union(made: Graph, row: RelationshipType, side: int) -> Term:
    """The class of what may stand at one end; its blank nodes are named after it, so that each run is alike."""
    kinds = sorted({ends[side] for ends in row.ends})
    classes: list[Term] = [term(KINDS[kind].rdf) for kind in kinds]
    if len(classes) == 1:
        return classes[0]
    name = f"{row.name.lower()}{'from' if side == 0 else 'to'}"
    union, listed = BNode(name), BNode(f"{name}1")
    made.add((union, RDF.type, OWL.Class))
    made.add((union, OWL.unionOf, listed))
    Collection(made, listed, [])
    _chain(made, listed, classes)
    return union


def _chain(made: Graph, first: BNode, members: list[Term]) -> None:
    at: Term = first
    for number, member in enumerate(members, 1):
        following: Term = RDF.nil if number == len(members) else BNode(f"{str(first)[:-1]}{number + 1}")
        made.add((at, RDF.first, member))
        made.add((at, RDF.rest, following))
        at = following
