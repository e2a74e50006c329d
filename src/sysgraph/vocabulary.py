"""The kinds of node and types of relationship: the one place that names them.

Each kind and type is a row that anyone can read. The terms follow the W3C Organization Ontology (`org:`),
PROV-O (`prov:`), FOAF and the Web Annotation vocabulary (`oa:`); `sg:` is our own.
"""

from types import MappingProxyType
from typing import NamedTuple

from sysgraph.errors import VocabularyError


class Kind(NamedTuple):
    """One kind of node: its name, what it is, its RDF class."""

    name: str
    meaning: str
    rdf: str
    plural: str
    actor: bool = False

    @property
    def singular(self) -> str:
        """The word for one of the kind."""
        return "person" if self.plural == "people" else self.plural.removesuffix("s")


class RelationshipType(NamedTuple):
    """One type of relationship: which kinds it joins, and how it reads in both directions."""

    name: str
    ends: frozenset[tuple[str, str]]
    reading: str  # "{source} reports to {target}"
    inverse: str  # "{target} hears from {source}"
    meaning: str
    rdf: str

    def sentence(self, source: str, target: str, capacity: object = None, *, inverse: bool = False) -> str:
        """A fact of this type between two names, with its capacity in brackets."""
        said = (self.inverse if inverse else self.reading).format(source=source, target=target)
        return f"{said} ({capacity})" if capacity else said


def _kind(name: str, rdf: str, plural: str, meaning: str, *, actor: bool = False) -> Kind:
    return Kind(name, meaning, rdf, plural, actor)


_KINDS = (
    _kind(
        "Organisation",
        "org:FormalOrganization",
        "organisations",
        "a legal entity or a part of the state that can be held to account",
        actor=True,
    ),
    _kind(
        "Partnership",
        "org:OrganizationalCollaboration",
        "partnerships",
        "organisations acting together without being one entity",
        actor=True,
    ),
    _kind(
        "Board",
        "org:OrganizationalUnit",
        "boards",
        "a body that people sit on and that decides, oversees, assures, scrutinises, advises or works",
        actor=True,
    ),
    _kind("Role", "org:Post", "posts", "a post, whoever holds it", actor=True),
    _kind("Person", "foaf:Person", "people", "a named individual", actor=True),
    _kind(
        "CommissioningArrangement",
        "sg:CommissioningArrangement",
        "commissioning arrangements",
        "the instrument under which things are bought, funded or governed together",
    ),
    _kind("PooledBudget", "sg:PooledBudget", "pooled budgets", "money held in common"),
    _kind("Service", "sg:Service", "services", "a service, team or facility that is commissioned or provided"),
    _kind("Plan", "sg:Plan", "plans", "a plan, strategy, programme or needs assessment"),
    _kind("Theme", "sg:Theme", "themes", "a part of a plan with its own lead"),
    _kind("Action", "sg:Action", "actions", "a thing that someone has undertaken to do"),
    _kind("Finding", "sg:Finding", "findings", "what a review found, or recommended"),
    _kind("Meeting", "sg:Meeting", "meetings", "one dated line of a reporting calendar: a meeting, or a deadline"),
    _kind("Document", "prov:Entity", "documents", "a source"),
    _kind("Evidence", "oa:Annotation", "evidence", "one passage of a document that a fact rests on"),
)

KINDS: MappingProxyType[str, Kind] = MappingProxyType({kind.name: kind for kind in _KINDS})
ACTORS = frozenset(kind.name for kind in _KINDS if kind.actor)

_ANYTHING = (
    "Organisation Partnership Board Role Person CommissioningArrangement PooledBudget Service Plan Theme Action "
    "Finding Meeting"
)


def _pairs(*ends: str) -> frozenset[tuple[str, str]]:
    """The pairs of kinds that lines such as "Board Role > Organisation" stand for."""
    pairs = set()
    for line in ends:
        sources, targets = line.split(" > ")
        pairs |= {(source, target) for source in sources.split() for target in targets.split()}
    unknown = {kind for pair in pairs for kind in pair} - KINDS.keys()
    if unknown:
        raise VocabularyError(f"the vocabulary has no kind {', '.join(sorted(unknown))}; add it to KINDS")
    return frozenset(pairs)


def _type(name: str, rdf: str, readings: tuple[str, str], meaning: str, *ends: str) -> RelationshipType:
    return RelationshipType(name, _pairs(*ends), readings[0], readings[1], meaning, rdf)


_TYPES = (
    _type(
        "MEMBER_OF",
        "org:memberOf",
        ("{source} is a member of {target}", "{target} has as a member {source}"),
        "X sits on, is represented on, is a member of, makes up Y",
        "Organisation Partnership Role Person Board > Board Partnership",
    ),
    _type(
        "CHAIRS",
        "sg:chairs",
        ("{source} chairs {target}", "{target} is chaired by {source}"),
        "X chairs Y (vice and independent chairs too, as a property)",
        "Role Person Organisation > Board",
    ),
    _type(
        "REPORTS_TO",
        "sg:reportsTo",
        ("{source} reports to {target}", "{target} receives reports from {source}"),
        "X reports (up, in, back, monthly) to Y",
        "Board Role Person Partnership Plan > Board Role Organisation Partnership",
    ),
    _type(
        "ACCOUNTABLE_TO",
        "sg:accountableTo",
        ("{source} is accountable to {target}", "{target} holds to account {source}"),
        "X is accountable or answerable to Y; X is a committee of Y",
        "Board Organisation Role Partnership > Board Organisation Role Partnership",
    ),
    _type(
        "OVERSEES",
        "sg:oversees",
        ("{source} oversees {target}", "{target} is overseen by {source}"),
        "X oversees, monitors, scrutinises, assures, governs, is responsible for the delivery of Y",
        f"Board Organisation Partnership Role Person > {_ANYTHING}",
    ),
    _type(
        "DELEGATES_TO",
        "sg:delegatesTo",
        ("{source} delegates to {target}", "{target} acts under delegation from {source}"),
        "X delegates a function to Y",
        "Board Organisation > Board Organisation Role",
    ),
    _type(
        "PART_OF",
        "sg:partOf",
        ("{source} is part of {target}", "{target} has as a part {source}"),
        "X belongs to, sits within, is one of the parts of Y",
        "Board > Organisation Board",
        "Organisation Board Partnership > Partnership",
        "Theme > Plan",
        "Action > Theme Plan",
        "Service > Organisation",
        "PooledBudget > PooledBudget",
    ),
    _type(
        "POST_IN",
        "org:postIn",
        ("{source} is a post in {target}", "{target} has the post {source}"),
        "the post belongs to Y; a person is named with a body and no post",
        "Role Person > Organisation Board Partnership Service",
    ),
    _type(
        "HOLDS",
        "org:holds",
        ("{source} holds the post {target}", "{target} is held by {source}"),
        "the person holds the post",
        "Person > Role",
    ),
    _type(
        "COMMISSIONS",
        "sg:commissions",
        ("{source} commissions {target}", "{target} is commissioned by {source}"),
        "X commissions, jointly commissions, contracts, buys Y",
        "Organisation Board > Service Organisation Partnership",
    ),
    _type(
        "PROVIDES",
        "sg:provides",
        ("{source} provides {target}", "{target} is provided by {source}"),
        "X runs, provides, delivers, hosts Y",
        "Organisation Partnership > Service",
    ),
    _type(
        "PARTY_TO",
        "sg:partyTo",
        ("{source} is party to {target}", "{target} binds {source}"),
        "X signed or is bound by Y",
        "Organisation Partnership > CommissioningArrangement Plan",
    ),
    _type(
        "APPROVES",
        "sg:approves",
        ("{source} approved {target}", "{target} was approved by {source}"),
        "X approved, agreed, signed off, ratified Y",
        "Board Organisation Role > Plan CommissioningArrangement PooledBudget",
    ),
    _type(
        "FUNDS",
        "sg:funds",
        ("{source} funds {target}", "{target} is funded by {source}"),
        "X puts money into Y",
        "Organisation PooledBudget > PooledBudget Service Plan",
    ),
    _type(
        "HELD_UNDER",
        "sg:heldUnder",
        ("{source} is held under {target}", "{target} governs the pool {source}"),
        "the pool exists under that agreement",
        "PooledBudget > CommissioningArrangement",
    ),
    _type(
        "LEADS",
        "sg:leads",
        ("{source} leads {target}", "{target} is led by {source}"),
        "X is the lead organisation, the reporting officer, the senior responsible owner of Y",
        "Organisation Partnership Role Person > Theme Plan Service Partnership Board",
    ),
    _type(
        "OWNS",
        "sg:owns",
        ("{source} owns {target}", "{target} is owned by {source}"),
        "X is named as the action's owner",
        "Role Person Organisation Partnership Board > Action",
    ),
    _type(
        "OPERATES",
        "sg:operates",
        ("{source} is operational lead of {target}", "{target} has as operational lead {source}"),
        "X is named as the action's operational lead",
        "Role Person Organisation Partnership Board > Action",
    ),
    _type(
        "ABOUT",
        "sg:about",
        ("{source} is about {target}", "{target} is the subject of {source}"),
        "the finding speaks of Y",
        "Finding > Organisation Partnership Board Role Person Plan Theme CommissioningArrangement PooledBudget",
    ),
    _type(
        "MEETING_OF",
        "sg:meetingOf",
        ("{source} is a meeting of {target}", "{target} meets at {source}"),
        "the line of the calendar is of that board or process",
        "Meeting > Board Plan",
    ),
    _type(
        "ADDRESSES",
        "sg:addresses",
        ("{source} addresses {target}", "{target} is addressed by {source}"),
        "the plan sets the action against the finding",
        "Action > Finding",
    ),
    _type(
        "ESTABLISHED",
        "sg:established",
        ("{source} established {target}", "{target} was established by {source}"),
        "X set up, convened, created Y",
        "Organisation Board Partnership > Board Service Partnership Plan",
    ),
    _type(
        "SUCCEEDS",
        "sg:succeeds",
        ("{source} succeeds {target}", "{target} was succeeded by {source}"),
        "X was formed from, replaced, merged Y",
        "Organisation Board > Organisation Board",
    ),
)

RELATIONSHIPS: MappingProxyType[str, RelationshipType] = MappingProxyType({row.name: row for row in _TYPES})


def check(source_kind: str, type_: str, target_kind: str) -> None:
    """Nothing, where a relationship of this type may join these kinds.

    Raises:
        VocabularyError: where there is no such type, or it does not join these kinds.
    """
    row = RELATIONSHIPS.get(type_)
    if row is None:
        raise VocabularyError(f"there is no relationship {type_}; the vocabulary has {', '.join(RELATIONSHIPS)}")
    if (source_kind, target_kind) not in row.ends:
        raise VocabularyError(f"{type_} does not lead from {source_kind} to {target_kind}: it is for “{row.meaning}”")
