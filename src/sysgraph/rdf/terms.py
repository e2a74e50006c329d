"""The terms that a graph is written in as RDF: those of the vocabulary, and the few that carry evidence."""

from functools import cache
from urllib.parse import quote, unquote

from rdflib import Namespace, URIRef
from rdflib.namespace import FOAF, ORG, PROV

from sysgraph.vocabulary import KINDS, RELATIONSHIPS

SG = Namespace("https://w3id.org/sysgraph/ns#")
"""Our own terms: kinds, relationships and attributes that no standard has."""

BASE = "https://w3id.org/sysgraph/id/"
"""What the ids of nodes, relationships and documents are put after."""

OA = Namespace("http://www.w3.org/ns/oa#")
PREFIXES = {"sg": SG, "org": ORG, "prov": PROV, "foaf": FOAF, "oa": OA}

ATTRIBUTE = "attribute-"
"""What the name of an attribute is put after, so that none of them can take the place of another term."""

CODES = {
    "ods": "https://directory.spineservices.nhs.uk/STU3/Organization/",
    "ons": "http://statistics.data.gov.uk/id/statistical-geography/",
}
"""The attributes that are codes of a public register, and where that register tells of them."""


@cache
def term(curie: str) -> URIRef:
    """The IRI that a term of the vocabulary ("org:holds") stands for."""
    prefix, _, local = curie.partition(":")
    return URIRef(f"{PREFIXES[prefix]}{local}")


KIND_OF = {term(kind.rdf): name for name, kind in KINDS.items()}
TYPE_OF = {term(row.rdf): name for name, row in RELATIONSHIPS.items()}


def iri(id_: str) -> URIRef:
    """The IRI of a node or relationship."""
    return URIRef(BASE + quote(id_, safe="-._~"))


def id_of(node: object) -> str:
    """The id that an IRI was made of."""
    return unquote(str(node).removeprefix(BASE))


def document_iri(path: str) -> URIRef:
    """The IRI of a document, which is also that of its named graph."""
    return URIRef(f"{BASE}document/{quote(path, safe='-._~/')}")


def attribute(name: str) -> URIRef:
    """The property of an attribute."""
    return SG[ATTRIBUTE + quote(name, safe="-._~")]


def attribute_of(property_: object) -> str | None:
    """The attribute of a property, or nothing where it is none."""
    text = str(property_)
    start = str(SG) + ATTRIBUTE
    return unquote(text.removeprefix(start)) if text.startswith(start) else None
