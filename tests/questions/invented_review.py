"""The money of Westmere and what its reviewers said, for the questions about pools, chairs and findings."""

from typing import TYPE_CHECKING

from sysgraph.model import Node, Value

if TYPE_CHECKING:
    from tests.questions.invented import Place

AGREEMENT, POOL, GROUP = "Section 75 agreement", "Westmere Better Care Fund", "Joint Commissioning Group"
DISTRICT, HOSPICE = "Marsh District Council", "Marsh Hospice"
PHONE = "The phone is not answered at night"


def add_money(place: "Place") -> None:
    """A pool under an agreement, one under none, and an agreement of which nearly nothing is said."""
    for kind, name in (("Organisation", DISTRICT), ("Organisation", HOSPICE), ("Board", GROUP)):
        place.node(kind, name, page=6)
    place.node("Board", "Joint Committee", page=6)
    place.node("Person", "Dee Noon", page=6)
    place.node("Role", f"Chair, {GROUP}", page=6)
    place.fact("Dee Noon", "HOLDS", f"Chair, {GROUP}", page=6)
    place.fact(f"Chair, {GROUP}", "CHAIRS", GROUP, page=6, capacity="independent chair")
    place.node("CommissioningArrangement", AGREEMENT, page=6)
    place.node("CommissioningArrangement", "Block contract", page=6)
    place.node("PooledBudget", POOL, page=6, amount=12_500_000, share="60/40", scheme="Better Care Fund")
    place.node("PooledBudget", "Equipment pool", page=6)
    place.fact(POOL, "HELD_UNDER", AGREEMENT, page=6)
    place.fact(HOSPICE, "PARTY_TO", AGREEMENT, page=6)
    place.fact(DISTRICT, "PARTY_TO", AGREEMENT, page=6)
    place.fact(GROUP, "OVERSEES", POOL, page=6)
    place.fact("Joint Committee", "OVERSEES", AGREEMENT, page=7)
    place.fact("Joint Committee", "APPROVES", AGREEMENT, page=7)
    place.fact(DISTRICT, "FUNDS", "Equipment pool", page=7)


def add_review(place: "Place") -> None:
    """Three areas for improvement, of which a plan took up two, and a line of each stance."""
    phone = place.node("Finding", PHONE, page=3, form="issue", text=PHONE)
    place.fact("One phone number", "ADDRESSES", PHONE, page=3)
    twice = place.nodes["Assessments are done twice"]
    _area(place, "The phone was not answered at night", "repeated", repeated_by=(phone.id,), taken_up_because=("same",))
    both, reasons = (phone.id, twice.id), ("both speak of nights", "both speak of wards")
    _area(place, "Rotas should cover nights", "may be answered", may_be_answered_by=both, taken_up_because=reasons)
    _area(place, "Families should be heard", "not taken up")
    place.fact("The phone was not answered at night", "ABOUT", GROUP, page=8)
    for stance, source, type_, target in (
        ("denied", GROUP, "REPORTS_TO", "Joint Committee"),
        ("limited", "Joint Committee", "OVERSEES", GROUP),
        ("proposed", GROUP, "ACCOUNTABLE_TO", "Joint Committee"),
    ):
        name = f"{stance.capitalize()}: {source} {type_} {target}"
        words = f"what was said of {type_.lower()}"
        place.node("Finding", name, page=9, form="stated", stance=stance, says=(source, type_, target), text=words)
    place.fact(f"Limited: Joint Committee OVERSEES {GROUP}", "ABOUT", GROUP, page=9)


def _area(place: "Place", text: str, taken_up: str, **told: Value) -> Node:
    form: dict[str, Value] = {"form": "area for improvement", "heading": "Areas for improvement"}
    return place.node("Finding", text, page=8, text=text, taken_up=taken_up, **form, **told)
