"""What breaks the rules of a graph: shapes, ours and a user's, over its export as RDF."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rdflib import Graph, URIRef
from rdflib.namespace import RDFS, SH
from rdflib.term import Node as Term

from sysgraph import model
from sysgraph.errors import InstallationError, SchemaError
from sysgraph.rdf import as_rdf
from sysgraph.rdf.terms import BASE, SG, id_of
from sysgraph.schema.shapes import shapes

_SEVERITIES = {SH.Violation: "error", SH.Warning: "warning", SH.Info: "note"}


class Breach(NamedTuple):
    """One thing that breaks a shape: the shape's code, how grave it is, at which node or fact, in words."""

    code: str
    severity: str  # error, warning or note
    id: str
    name: str
    says: str


def breaches(graph: model.Graph, own: Sequence[Path] = ()) -> tuple[Breach, ...]:
    """What in a graph breaks our shapes and those in files of the user's own, by code, name and words.

    Raises:
        InstallationError: the extra `shacl` is not installed.
        SchemaError: a file is not Turtle, or its shapes are not SHACL; names the file.
    """
    return breaches_of(as_rdf(graph), {**{node.id: node.name for node in graph.nodes}, **_facts(graph)}, own)


def breaches_of(data: Graph, names: Mapping[str, str], own: Sequence[Path] = ()) -> tuple[Breach, ...]:
    """The same for any RDF; `names` are those of its nodes and facts, by id.

    Raises:
        InstallationError: the extra `shacl` is not installed.
        SchemaError: a file is not Turtle, or its shapes are not SHACL; names the file.
    """
    try:
        from pyshacl import validate
    except ImportError:
        raise InstallationError("checking shapes needs pyshacl: pip install 'sysgraph[shacl]'") from None
    rules = Graph().parse(data=shapes(), format="turtle")
    for file in own:
        rules += _read(file)
    try:
        _, report, _ = validate(data, shacl_graph=rules, inference="none", meta_shacl=False)
    except Exception as error:  # pyshacl raises kinds of its own for each way in which shapes can be wrong
        where = ", ".join(str(file) for file in own) or "the bundled shapes"
        said = " ".join(str(error).split())[:200]
        raise SchemaError(f"{where}: the shapes cannot be applied: {said}; correct them") from error
    if not isinstance(report, Graph):
        raise SchemaError("the shapes gave no report; correct them")
    found = {_breach(report, rules, result, names) for result in report.objects(None, SH.result)}
    return tuple(sorted(found, key=lambda one: (one.code, one.name, one.says, one.id)))


def _read(file: Path) -> Graph:
    try:
        return Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle")
    except OSError as error:
        raise SchemaError(f"{file} cannot be read: {error.strerror}; look at the path") from None
    except Exception as error:  # rdflib's parser raises several kinds
        raise SchemaError(f"{file} is not Turtle: {' '.join(str(error).split())[:200]}; correct it") from None


def _facts(graph: model.Graph) -> dict[str, str]:
    names = {node.id: node.name for node in graph.nodes}
    return {one.id: f"{names.get(one.source)} {one.type} {names.get(one.target)}" for one in graph.relationships}


def _breach(report: Graph, rules: Graph, result: Term, names: Mapping[str, str]) -> Breach:
    focus = str(report.value(result, SH.focusNode))
    id_ = id_of(focus).partition("/")[0] if focus.startswith(BASE) else focus
    severity = _SEVERITIES.get(URIRef(str(report.value(result, SH.resultSeverity))), "error")
    said = sorted(str(one) for one in report.objects(result, SH.resultMessage))
    source = report.value(result, SH.sourceShape)
    return Breach(_code(rules, source), severity, id_, names.get(id_, id_), "; ".join(said))


def _code(rules: Graph, shape: Term | None) -> str:
    """The code of a shape, or of the one that it stands in; else its label or the end of its name."""
    for one in _outward(rules, shape):
        code = rules.value(one, SG.code) or rules.value(one, RDFS.label)
        if code is not None:
            return str(code)
    return str(shape).rpartition("#")[2].rpartition("/")[2] if isinstance(shape, URIRef) else "SHACL"


def _outward(rules: Graph, shape: Term | None) -> Iterator[Term]:
    seen: set[Term] = set()
    while shape is not None and shape not in seen:
        seen.add(shape)
        yield shape
        shape = next(iter(sorted(rules.subjects(None, shape), key=str)), None)
