"""RDF as text: the same graph gives the same bytes in each of the three forms."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rdflib import Dataset, Graph

from sysgraph import model
from sysgraph.rdf.reading import from_rdf
from sysgraph.rdf.writing import as_dataset, as_rdf

_CONTEXT = frozenset({"sg", "org", "prov", "foaf", "oa", "rdfs", "skos", "dcterms", "xsd", "rdf"})
FORMS = {"turtle": "turtle", "jsonld": "json-ld", "trig": "trig"}
"""The forms that a graph is written in, and what rdflib calls them."""


def write_text(graph: model.Graph, form: str) -> str:
    """A graph as Turtle, JSON-LD, or TriG, which has a named graph for each document."""
    made = as_dataset(graph) if form == "trig" else as_rdf(graph)
    options: dict[str, Any] = {}
    if form == "jsonld":
        context = {prefix: str(namespace) for prefix, namespace in made.namespaces() if prefix in _CONTEXT}
        options = {"context": context, "sort_keys": True, "indent": 1, "ensure_ascii": False}
    with _quietly():
        text: str = made.serialize(format=FORMS[form], **options)
    return text.rstrip("\n") + "\n"


def read_text(text: str, form: str) -> model.Graph:
    """The graph that a text of ours stands for.

    Raises:
        StoreError: it lacks a part that ours have.
    """
    with _quietly():
        made = Dataset(default_union=True) if form == "trig" else Graph()
        made.parse(data=text, format=FORMS[form])
        return from_rdf(made)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the warnings that rdflib's own readers and writers set off in rdflib."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield
