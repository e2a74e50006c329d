"""Papers about an actor, to be handed in: Word, a council's own Word template, a fragment of HTML, Markdown."""

from sysgraph.views.paper.content import Found, Paper, Rule, Table
from sysgraph.views.paper.gathering import Asked, gather

__all__ = ["Asked", "Found", "Paper", "Rule", "Table", "gather"]
