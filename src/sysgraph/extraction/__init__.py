"""What a document says, as claims that quote it: `read_claims(document, register)`."""

from dataclasses import replace

from sysgraph.extraction.mentions import Names, survey
from sysgraph.extraction.plans import read_plans
from sysgraph.model import Claims, Document, Mention, Sameness
from sysgraph.register import Register


def read_claims(document: Document, register: Register) -> Claims:
    """The claims of one document; none where it says nothing that sysgraph knows to read."""
    names = survey(document, register)
    found = read_plans(document, names)
    return replace(found, samenesses=tuple(_spellings(names))) if found else Claims(document.path)


def _spellings(names: Names) -> list[Sameness]:
    """The forms of each name that the document uses, with the reason for those that are joined by a rule."""
    reasons = {one.form: one.reason for one in names.joined}
    return [
        Sameness(mention, Mention(mention.kind, form), reasons.get(form, ""))
        for form, mention in sorted(names.forms.items())
        if form != mention.name
    ]
