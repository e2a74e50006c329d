"""A graph as linked data: Turtle, JSON-LD and TriG, in the terms of ORG, PROV, SKOS and Web Annotation; and back."""

from sysgraph.rdf.reading import from_rdf
from sysgraph.rdf.texts import read_text, write_text
from sysgraph.rdf.writing import as_dataset, as_rdf

__all__ = ["as_dataset", "as_rdf", "from_rdf", "read_text", "write_text"]
