"""The graph that RDF of ours stands for: the way back from `writing`."""

from collections.abc import Iterator
from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS
from rdflib.term import Node as Term

from sysgraph import model
from sysgraph.errors import StoreError
from sysgraph.graph import check
from sysgraph.model import Evidence, Position, Value
from sysgraph.rdf.terms import OA, SG, TYPE_OF, attribute_of, id_of

_PLACE = ("page", "printed_page", "sheet", "slide", "heading", "cell")


def from_rdf(made: Graph) -> model.Graph:
    """The graph that `as_rdf`, or all named graphs of `as_dataset` together, were made of; sorted by id.

    Raises:
        StoreError: where a claim, a node or an evidence lacks a part that ours have; names it.
        VocabularyError: a kind or relationship that the vocabulary does not have or allow.
    """
    reader = _Reader(made)
    found = model.Graph(
        tuple(sorted(reader.nodes(), key=lambda node: node.id)),
        tuple(sorted(reader.relationships(), key=lambda one: one.id)),
        tuple(sorted(reader.documents(), key=lambda document: document.path)),
        tuple(reader.notices()),
    )
    check(found)
    return found


class _Reader:
    """An RDF graph as the way back looks at it."""

    def __init__(self, made: Graph) -> None:
        self._made = made

    def nodes(self) -> Iterator[model.Node]:
        """The nodes, in no order."""
        for subject, kind in self._made.subject_objects(SG.kind):
            if (subject, RDF.type, SG.Notice) not in self._made:
                aliases = sorted(str(one) for one in self._made.objects(subject, SKOS.altLabel))
                name = str(self._one(subject, RDFS.label))
                evidence = self._evidence(subject)
                yield model.Node(id_of(subject), str(kind), name, tuple(aliases), self._attributes(subject), evidence)

    def relationships(self) -> Iterator[model.Relationship]:
        """The relationships, in no order."""
        for subject in self._made.subjects(RDF.type, SG.Claim):
            property_ = self._one(subject, RDF.predicate)
            type_ = TYPE_OF.get(URIRef(str(property_)))
            if type_ is None:
                raise StoreError(f"the claim {subject} is of {property_}, which is no relationship of the vocabulary")
            ends = [id_of(self._one(subject, end)) for end in (RDF.subject, RDF.object)]
            said = self._evidence(subject), self._attributes(subject)
            yield model.Relationship(id_of(subject), ends[0], type_, ends[1], *said)

    def documents(self) -> Iterator[model.Source]:
        """The documents, in no order."""
        for subject in self._made.subjects(RDF.type, SG.Document):
            path, format_, sha256 = (str(self._one(subject, one)) for one in (SG.path, DCTERMS["format"], SG.sha256))
            yield model.Source(path, format_, sha256, int(str(self._one(subject, SG.pages))))

    def notices(self) -> Iterator[model.Notice]:
        """The notices, in their order."""
        subjects = self._made.subjects(RDF.type, SG.Notice)
        for subject in sorted(subjects, key=lambda one: int(str(self._one(one, SG.ordinal)))):
            yield model.Notice(*(str(self._one(subject, SG[name])) for name in ("document", "where", "what", "kind")))

    def _attributes(self, subject: Term) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for property_, value in self._made.predicate_objects(subject):
            name = attribute_of(property_)
            if name is not None:
                found[name] = self._value(value)
        return dict(sorted(found.items()))

    def _value(self, value: Term) -> Value:
        if isinstance(value, Literal):
            plain: Value | Decimal = value.toPython()
            return float(plain) if isinstance(plain, Decimal) else plain
        return None if value == SG.nothing else self._list(value)

    def _list(self, listed: Term) -> tuple[str, ...]:
        members = {
            int(str(property_).rpartition("_")[2]): str(value)
            for property_, value in self._made.predicate_objects(listed)
            if str(property_).startswith(f"{RDF}_")
        }
        return tuple(members[number] for number in sorted(members))

    def _evidence(self, subject: Term) -> tuple[Evidence, ...]:
        notes = self._made.objects(subject, PROV.wasDerivedFrom)
        ordered = sorted(notes, key=lambda note: int(str(self._one(note, SG.ordinal))))
        return tuple(self._cited(note) for note in ordered)

    def _cited(self, note: Term) -> Evidence:
        target = self._one(note, OA.hasTarget)
        selectors = list(self._made.objects(target, OA.hasSelector))
        (passage,) = [one for one in selectors if (one, RDF.type, SG.PassageSelector) in self._made]
        (words,) = [one for one in selectors if (one, RDF.type, OA.TextQuoteSelector) in self._made]
        offsets = self._one(passage, OA.refinedBy)
        found = {name: self._made.value(passage, SG[name]) for name in _PLACE}
        place = {name: value.toPython() for name, value in found.items() if isinstance(value, Literal)}
        surely = self._made.value(note, SG.recognised)
        return Evidence(
            str(self._one(target, SG.path)),
            Position(**place),
            int(str(self._one(offsets, OA.start))),
            int(str(self._one(offsets, OA.end))),
            str(self._one(words, OA.exact)),
            str(self._one(note, SG.rule)),
            str(self._one(note, SG.source)),
            None if surely is None else float(str(surely)),
        )

    def _one(self, subject: Term, property_: URIRef) -> Term:
        found = self._made.value(subject, property_)
        if found is None:
            raise StoreError(f"{subject} has no {property_}; it is not what sysgraph writes")
        return found
