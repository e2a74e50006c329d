"""Lines of invented papers, read as prose."""

from sysgraph.extraction.prose import read_prose
from sysgraph.model import Claims, Document, Passage, Position
from sysgraph.register import Register

Facts = set[tuple[str, str, str]]


def read(*lines: str, place: str | None = None) -> Claims:
    """The claims of some lines; one that begins with a dash is a bullet."""
    passages = tuple(
        Passage("invented.txt", "bullet", line[2:], Position(page=1), level=1)
        if line.startswith("- ")
        else Passage("invented.txt", "paragraph", line, Position(page=1))
        for line in lines
    )
    return read_prose(Document("invented.txt", "txt", "0" * 64, passages), Register(()), place)


def facts(claims: Claims) -> Facts:
    """(name, relationship, name) of what is claimed."""
    return {(claim.source.name, claim.type, claim.target.name) for claim in claims.claims}


def told(*lines: str) -> Facts:
    """(name, relationship, name) of what some lines claim, findings aside."""
    return {fact for fact in facts(read(*lines)) if fact[1] != "ABOUT"}
