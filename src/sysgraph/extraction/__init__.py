"""What a document says, as claims that quote it: `read_claims(document, register)`."""

from collections.abc import Iterator
from dataclasses import replace

from sysgraph.extraction.members import read_members
from sysgraph.extraction.mentions import Names, survey
from sysgraph.extraction.plans import read_plans
from sysgraph.extraction.plans.front import may_hold_plan
from sysgraph.extraction.plans.outline import Column, PlanTable, outline
from sysgraph.extraction.prose import read_prose
from sysgraph.extraction.shortcomings import with_shortcomings
from sysgraph.model import Claim, Claims, Document, Mention, Sameness
from sysgraph.register import Register

__all__ = ["Column", "PlanTable", "plan_tables", "read_claims"]

_READ_ALREADY = frozenset({"HOLDS", "POST_IN", "LEADS"})


def read_claims(document: Document, register: Register, place: str | None = None) -> Claims:
    """The claims of one document; none where it says nothing that sysgraph knows to read.

    `place` is whom "the council" and "the CCG" are of; without it, prose is asked which place it is about.
    """
    if may_hold_plan(document):
        names = survey(document, register)
        found = read_plans(document, names)
        if found is not None:
            beside = tuple(_beside(read_prose(document, register, place)))
            return replace(found, claims=(*found.claims, *beside), samenesses=tuple(_spellings(names)))
    prose = with_shortcomings(document, read_prose(document, register, place))
    return replace(prose, claims=(*prose.claims, *read_members(document, register)))


def plan_tables(document: Document, register: Register) -> tuple[PlanTable, ...]:
    """The tables of a document that are read as plans, in reading order: what each column was taken for."""
    return tuple(outline(document, survey(document, register)))


def _beside(prose: Claims) -> Iterator[Claim]:
    """What the paragraphs of a plan say of boards and bodies; its people, posts and itself are read already."""
    for claim in prose.claims:
        ends = {claim.source.kind, claim.target.kind}
        if claim.type not in _READ_ALREADY and not ends & {"Role", "Plan", "Theme", "Finding"}:
            yield claim


def _spellings(names: Names) -> list[Sameness]:
    """The forms of each name that the document uses, with the reason for those that are joined by a rule."""
    reasons = {one.form: one.reason for one in names.joined}
    return [
        Sameness(mention, Mention(mention.kind, form), reasons.get(form, ""))
        for form, mention in sorted(names.forms.items())
        if form != mention.name
    ]
