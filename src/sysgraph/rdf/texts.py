"""RDF as text: the same graph gives the same bytes in each of the three forms."""

from rdflib import Dataset, Graph

from sysgraph import model
from sysgraph.rdf.reading import from_rdf
from sysgraph.rdf.writing import as_dataset, as_rdf

FORMS = {"turtle": "turtle", "jsonld": "json-ld", "trig": "trig"}
"""The forms that a graph is written in, and what rdflib calls them."""


def write_text(graph: model.Graph, form: str) -> str:
    """A graph as Turtle, JSON-LD, or TriG, which has a named graph for each document."""
    if form == "trig":
        return _ended(as_dataset(graph).serialize(format="trig"))
    made = as_rdf(graph)
    if form == "turtle":
        return _ended(made.serialize(format="turtle"))
    context = {prefix: str(namespace) for prefix, namespace in made.namespaces() if prefix in _CONTEXT}
    return _ended(made.serialize(format="json-ld", context=context, sort_keys=True, indent=1, ensure_ascii=False))


def read_text(text: str, form: str) -> model.Graph:
    """The graph that a text of ours stands for.

    Raises:
        StoreError: it lacks a part that ours have.
    """
    if form != "trig":
        return from_rdf(Graph().parse(data=text, format=FORMS[form]))
    data = Dataset(default_union=True)
    data.parse(data=text, format="trig")
    return from_rdf(data)


_CONTEXT = frozenset({"sg", "org", "prov", "foaf", "oa", "rdfs", "skos", "dcterms", "xsd", "rdf"})


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"
