"""The interchange form as pydantic checks it."""

from math import isfinite
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sysgraph import graph
from sysgraph.errors import StoreError
from sysgraph.model import Evidence, Graph, Node, Notice, Position, Relationship, Source

_Text = Annotated[str, Field(min_length=1)]
_Count = Annotated[int, Field(ge=0)]


def _value(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if value is None or isinstance(value, str | int) or (isinstance(value, float) and isfinite(value)):
        return value
    raise ValueError("a value is text, a finite number, true, false, null or a list of texts")


_Attributes = dict[str, Annotated[Any, AfterValidator(_value)]]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class EvidenceForm(_Form):
    """One evidence, its position spread out beside its words."""

    document: str
    page: int | None = None
    printed_page: str | None = None
    sheet: str | None = None
    slide: int | None = None
    heading: str | None = None
    cell: str | None = None
    start: _Count
    end: _Count
    quote: _Text
    rule: str
    source: Literal["passage", "register", "decision"] = "passage"
    recognised: Annotated[float, Field(ge=0, le=1)] | None = None

    def record(self) -> Evidence:
        """The record of the model."""
        position = Position(self.page, self.printed_page, self.sheet, self.slide, self.heading, self.cell)
        words = (self.start, self.end, self.quote, self.rule, self.source, self.recognised)
        return Evidence(self.document, position, *words)


class NodeForm(_Form):
    """One actor or thing."""

    id: _Text
    kind: _Text
    name: str
    aliases: list[str] = []
    attributes: _Attributes = {}
    evidence: list[EvidenceForm] = []

    def record(self) -> Node:
        """The record of the model."""
        evidence = tuple(one.record() for one in self.evidence)
        return Node(self.id, self.kind, self.name, tuple(self.aliases), self.attributes, evidence)


class RelationshipForm(_Form):
    """One fact, with the evidence that it rests on."""

    id: _Text
    source: _Text
    type: _Text
    target: _Text
    attributes: _Attributes = {}
    evidence: Annotated[list[EvidenceForm], Field(min_length=1)]

    def record(self) -> Relationship:
        """The record of the model."""
        evidence = tuple(one.record() for one in self.evidence)
        return Relationship(self.id, self.source, self.type, self.target, evidence, self.attributes)


class SourceForm(_Form):
    """One document that the graph was built from."""

    path: _Text
    format: str
    sha256: str
    pages: _Count


class NoticeForm(_Form):
    """Something that was met while reading."""

    document: str
    where: str
    what: str
    kind: str = "unread"


class GraphForm(_Form):
    """A whole graph."""

    sysgraph: str
    documents: list[SourceForm] = []
    nodes: list[NodeForm]
    relationships: list[RelationshipForm]
    notices: list[NoticeForm] = []


def read(data: object) -> Graph:
    """The graph that parsed JSON stands for, sorted by id (see `sysgraph.interchange.from_json`)."""
    try:
        form = GraphForm.model_validate(data)
    except ValidationError as error:
        first, *others = error.errors(include_url=False)
        where = "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in first["loc"]).lstrip(".")
        more = f" (and {len(others)} more)" if others else ""
        what = first["msg"].removeprefix("Value error, ")
        raise StoreError(f"not the interchange form: {where or 'the whole'}: {what}{more}; correct it") from error
    made = Graph(
        tuple(sorted((one.record() for one in form.nodes), key=lambda node: node.id)),
        tuple(sorted((one.record() for one in form.relationships), key=lambda one: one.id)),
        tuple(Source(**one.model_dump()) for one in form.documents),
        tuple(Notice(**one.model_dump()) for one in form.notices),
    )
    graph.check(made)
    return made
