"""The rules that every graph keeps, as SHACL shapes over its export as RDF.

Each shape has a code, by which `sysgraph check` names what breaks it.
"""

from collections.abc import Iterator, Sequence

from sysgraph.model import LONGEST_QUOTE
from sysgraph.rdf.terms import PREFIXES
from sysgraph.vocabulary import KINDS, RELATIONSHIPS, RelationshipType

_HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted({
    **{prefix: str(namespace) for prefix, namespace in PREFIXES.items()},
    "sh": "http://www.w3.org/ns/shacl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}.items()))  # fmt: skip
_ONE = "sh:minCount 1 ; sh:maxCount 1 ;"
_DOCUMENTS = frozenset({"Document", "Evidence"})


def shapes() -> str:
    """The shapes as Turtle, each with a `sg:code`: SHP01 (nodes) to SHP05 (evidence), SHP10 and on (relationships)."""
    ends = (_ends(number, row) for number, row in enumerate(RELATIONSHIPS.values(), 10))
    return "\n".join([_HEAD, *_standing(), *ends])


def _standing() -> Iterator[str]:
    kinds = " ".join(f'"{kind}"' for kind in KINDS if kind not in _DOCUMENTS)
    types = " ".join(row.rdf for row in RELATIONSHIPS.values())
    yield _shape(
        "NodeShape",
        "SHP01",
        "sh:targetSubjectsOf rdfs:label",
        _property("rdfs:label", f"{_ONE} sh:minLength 1", "a node has one name"),
        _property("sg:kind", f"{_ONE} sh:in ( {kinds} )", "a node has one kind of the vocabulary"),
    )
    yield _shape(
        "ClaimShape",
        "SHP02",
        "sh:targetClass sg:Claim",
        _property("prov:wasDerivedFrom", "sh:minCount 1 ; sh:class oa:Annotation", "a fact cites at least one passage"),
        _property("rdf:subject", _ONE.rstrip(" ;"), "a fact has one source"),
        _property("rdf:object", _ONE.rstrip(" ;"), "a fact has one target"),
    )
    yield _shape(
        "TypeShape",
        "SHP03",
        "sh:targetClass sg:Claim",
        _property("rdf:predicate", f"{_ONE} sh:in ( {types} )", "a fact is of a type of the vocabulary"),
    )
    length = f"{_ONE} sh:minLength 1 ; sh:maxLength {LONGEST_QUOTE}"
    yield _shape(
        "QuoteShape",
        "SHP04",
        "sh:targetClass oa:TextQuoteSelector",
        _property("oa:exact", length, f"a quote has 1 to {LONGEST_QUOTE} characters"),
    )
    sources = f'{_ONE} sh:in ( "passage" "register" "decision" )'
    yield _shape(
        "EvidenceShape",
        "SHP05",
        "sh:targetClass oa:Annotation",
        _property("sg:rule", _ONE.rstrip(" ;"), "an evidence names the rule that made it"),
        _property("sg:source", sources, "an evidence is a passage, a line of the register, or a decision"),
        _property("( oa:hasTarget oa:hasSource )", "sh:minCount 1", "an evidence names its document"),
    )


def _shape(name: str, code: str, target: str, *properties: str) -> str:
    head = f'sg:{name} a sh:NodeShape ;\n    sg:code "{code}" ;\n    {target}'
    return " ;\n".join([head, *properties]) + " .\n"


def _property(path: str, constraints: str, message: str) -> str:
    return f'    sh:property [ sh:path {path} ; {constraints} ; sh:message "{message}" ]'


def _ends(number: int, row: RelationshipType) -> str:
    """The shape of what has a relationship of one type: which kinds it may be, and lead to."""
    targets: dict[str, list[str]] = {}
    for source, target in sorted(row.ends):
        targets.setdefault(source, []).append(target)
    sources: dict[tuple[str, ...], list[str]] = {}
    for source, those in targets.items():
        sources.setdefault(tuple(those), []).append(source)
    allowed = " ".join(
        f"[ sh:property [ sh:path sg:kind ; sh:in ( {_listed(those)} ) ] ; "
        f"sh:property [ sh:path ( {row.rdf} sg:kind ) ; sh:in ( {_listed(found)} ) ] ]"
        for found, those in sorted(sources.items())
    )
    name = "".join(word.capitalize() for word in row.name.split("_"))
    return f"""\
sg:{name}Shape a sh:NodeShape ;
    sg:code "SHP{number}" ;
    sh:targetSubjectsOf {row.rdf} ;
    sh:message "{row.name} joins other kinds than here: it is for “{row.meaning}”" ;
    sh:or ( {allowed} ) .
"""


def _listed(words: Sequence[str]) -> str:
    return " ".join(f'"{word}"' for word in words)
