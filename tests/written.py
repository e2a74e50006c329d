"""Writes small documents of an invented place and reads them, by the same functions by which real ones are read."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sysgraph.documents import read
from sysgraph.extraction import read_claims
from sysgraph.model import Claims, Document, Graph, Node, Notice, Passage, Relationship, Source, Table
from sysgraph.register import Register
from sysgraph.resolution import resolve

TITLE = "# Marlbrook Improvement Plan\n\n"
HEADER = ("Ref", "Action", "Owner", "Due")


@cache
def register() -> Register:
    """The register that ships with sysgraph, read once."""
    return Register.bundled()


def written(folder: Path, text: str, name: str = "plan.md") -> Path:
    """The path of a file with this text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def document(folder: Path, text: str, name: str = "plan.md") -> Document:
    """The document that a file with this text is read as."""
    return read(written(folder, text, name), name)


def table(*rows: Sequence[str], header: Sequence[str] = HEADER) -> str:
    """A pipe table: its header, a rule and its rows; without a header, rows alone."""
    head = [header, ["---"] * len(header)] if header else []
    return "".join(f"| {' | '.join(row)} |\n" for row in [*head, *rows]) + "\n"


def claims(folder: Path, text: str, name: str = "plan.md") -> Claims:
    """What a document with this text claims."""
    return read_claims(document(folder, text, name), register())


class Plan:
    """The graph of one document, as tests ask about it."""

    def __init__(self, folder: Path, text: str, name: str = "plan.md") -> None:
        self._of_document(document(folder, text, name))

    @classmethod
    def at(cls, path: Path) -> "Plan":
        """The graph of the document in a file that is there already."""
        plan = cls.__new__(cls)
        plan._of_document(read(path, path.name))
        return plan

    def _of_document(self, found_document: Document) -> None:
        self.document = found_document
        source = Source(self.document.path, self.document.format, self.document.sha256, self.document.pages)
        found = read_claims(self.document, register())
        self.graph: Graph = resolve([found], [source], register(), self.document.notices)
        self._names = {node.id: node.name for node in self.graph.nodes}

    def nodes(self, kind: str) -> dict[str, Node]:
        """The nodes of a kind, by name; no two may share one."""
        found = [node for node in self.graph.nodes if node.kind == kind]
        by_name = {node.name: node for node in found}
        assert len(by_name) == len(found), [node.name for node in found]
        return by_name

    def action(self, beginning: str) -> Node:
        """The one action whose words begin so."""
        (found,) = (
            node
            for node in self.graph.nodes
            if node.kind == "Action" and str(node.attributes["text"]).startswith(beginning)
        )
        return found

    def texts(self) -> set[str]:
        """The words of every action."""
        return {str(node.attributes["text"]) for node in self.graph.nodes if node.kind == "Action"}

    def facts(self, type_: str) -> set[tuple[str, str]]:
        """The ends of every relationship of a type, by name."""
        return {(self._names[one.source], self._names[one.target]) for one in self._of(type_)}

    def quotes(self, type_: str) -> set[str]:
        """The words that the relationships of a type rest on."""
        return {evidence.quote for one in self._of(type_) for evidence in one.evidence}

    def capacities(self, type_: str) -> set[tuple[str, str]]:
        """Who has a relationship of a type, and as what."""
        return {(self._names[one.source], str(one.attributes.get("as"))) for one in self._of(type_)}

    def notices(self, kind: str) -> list[Notice]:
        """What was met while reading, of one kind."""
        return [notice for notice in self.graph.notices if notice.kind == kind]

    def _of(self, type_: str) -> list[Relationship]:
        return [one for one in self.graph.relationships if one.type == type_]


def passages(found: Document) -> list[tuple[str, str]]:
    """The passages of a document outside tables, as (form, words)."""
    return [(block.form, block.text) for block in found.blocks if isinstance(block, Passage)]


def cells(found: Document) -> list[list[list[str]]]:
    """The words of the cells of a document: tables, rows, cells."""
    return [
        [[cell.text for cell in row.cells] for row in block.rows] for block in found.blocks if isinstance(block, Table)
    ]
