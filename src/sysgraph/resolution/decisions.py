"""What people settled, and what it does to the claims: the same, not the same, reject, add, rename.

A decision names actors by their names, never by an id, so that it outlives better rules. Not-same beats same, reject
beats add, and the order of the decisions means nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sysgraph.errors import DecisionError
from sysgraph.model import Claim, Claims, Document, Evidence, Mention, Notice, Waiver, identity
from sysgraph.register import fold
from sysgraph.resolution.keys import Groups, Key, Keys

_NAMED = 10  # documents that a message names
_SENTENCES = frozenset({"Action", "Finding", "Theme"})  # kinds whose names are too long to be written out


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, plan, theme or action as a decision names it: by any form of its name."""

    kind: str
    name: str
    document: str | None = None
    plan: str | None = None  # of an action or theme

    def __str__(self) -> str:
        where = f" in {self.document}" if self.document else ""
        return f"{self.kind} “{self.name}”{where}"


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that somebody settled; `what` is same, not_same, reject, add, rename or waive."""

    what: str
    actors: tuple[Named, ...]
    who: str
    when: str
    why: str
    where: str  # its place in the file, for messages: "decisions.yaml, decision 3"
    type: str | None = None
    to: str | None = None  # the new label of a rename
    document: str | None = None
    quote: str | None = None
    code: str | None = None
    until: str | None = None

    def __str__(self) -> str:
        said = ", ".join(str(actor) for actor in self.actors)
        return f"{self.where} ({self.what.replace('_', ' ')}: {said}; {self.who}, {self.when})"


@dataclass(slots=True)
class Forms:
    """Which keys each form of a name stands for, over all documents."""

    keys: Keys
    by_form: dict[tuple[str, str], set[tuple[Key, str]]] = field(default_factory=dict)

    def learn(self, claims: Claims) -> None:
        """Nothing; adds the names that a document's claims use."""
        for mention in mentions(claims):
            key = self.keys.of(mention, claims.document)
            for form in {mention.name, mention.written} - {""}:
                self.by_form.setdefault((mention.kind, fold(form)), set()).add((key, claims.document))
            if mention.kind == "Role" and mention.within:
                for body in {mention.within.name, mention.within.written} - {""}:
                    form = fold(f"{mention.name}, {body}")
                    self.by_form.setdefault((mention.kind, form), set()).add((key, claims.document))
        for sameness in claims.samenesses:
            key = self.keys.of(sameness.one, claims.document)
            self.by_form.setdefault((sameness.one.kind, fold(sameness.other.name)), set()).add((key, claims.document))

    def of(self, named: Named) -> list[Key]:
        """The keys that a decision's name stands for, in order; none where no document has the name.

        An action, finding or theme is also named by its reference or first words, and told from others by its plan.
        """
        found = self.by_form.get((named.kind, fold(named.name)), set())
        if not found and named.kind in _SENTENCES:
            start = f"{fold(named.name)} "
            found = {
                one
                for (kind, form), several in self.by_form.items()
                if kind == named.kind and form.startswith(start)
                for one in several
            }
        plan = fold(named.plan) if named.plan else None
        return sorted({key for key, document in found if named.document in (None, document) and plan in (None, *key)})


def mentions(claims: Claims) -> Iterator[Mention]:
    """Every mention of a document's claims, with what each lies within."""
    for claim in claims.claims:
        for mention in (claim.source, claim.target):
            yield from _outward(mention)
    for description in claims.descriptions:
        yield from _outward(description.subject)


def _outward(mention: Mention | None) -> Iterator[Mention]:
    while mention is not None:
        yield mention
        mention = mention.within


class Settled:
    """The decisions as they apply to some documents' claims.

    `notices` are of the decisions that no longer apply.

    Raises:
        DecisionError: where a chain of *same* joins a pair that another decision keeps apart; it names each of them.
    """

    def __init__(self, decisions: Sequence[Decision], read: Sequence[Claims], keys: Keys, groups: Groups) -> None:
        self._decisions = sorted(decisions, key=lambda one: (one.what, one.when, [str(actor) for actor in one.actors]))
        self._keys = keys
        self._groups = groups
        self.notices: list[Notice] = []
        self._forms = Forms(keys)
        for claims in read:
            self._forms.learn(claims)
        if self._tell_apart():
            self._forms = Forms(keys)
            for claims in read:
                self._forms.learn(claims)
        self._keep_apart()
        self._join()
        self._rejected = self._facts("reject")

    def labels(self) -> dict[Key, str]:
        """The labels that people gave, by group; of two for one actor the later in date."""
        return {
            self._groups.find(key): decision.to
            for decision in self._of("rename")
            for key in self._keys_of(decision, decision.actors[0])
            if decision.to
        }

    def waivers(self) -> dict[str, tuple[str, ...]]:
        """The waivers that people gave, by the id of the node, each as an attribute holds it."""
        found: dict[str, set[str]] = {}
        for decision in self._of("waive"):
            for key in self._keys_of(decision, decision.actors[0]):
                waiver = Waiver(decision.code or "", decision.until, decision.who, decision.when, decision.why)
                group = self._groups.find(key)
                found.setdefault(identity(group[0], *group), set()).add(waiver.written)
        return {id_: tuple(sorted(written)) for id_, written in sorted(found.items())}

    def without_rejected(self, claims: Claims) -> Claims:
        """The claims of a document without the facts that people rejected."""
        return replace(
            claims, claims=tuple(claim for claim in claims.claims if not self._is_rejected(claim, claims.document))
        )

    def _of(self, what: str) -> list[Decision]:
        return [decision for decision in self._decisions if decision.what == what]

    def _keys_of(self, decision: Decision, actor: Named) -> list[Key]:
        keys = self._forms.of(actor)
        if not keys:
            self._tell(decision, f"no document names {actor}")
        return keys

    def _pair(self, decision: Decision) -> tuple[Key, Key] | None:
        found: list[Key] = []
        for actor in decision.actors:
            keys = self._keys_of(decision, actor)
            if len(keys) > 1:
                self._tell(decision, f"several go by the name of {actor}; say in which document it stands")
            if len(keys) != 1:
                return None
            found.append(keys[0])
        return found[0], found[1]

    def _tell(self, decision: Decision, why: str) -> None:
        self.notices.append(Notice(decision.where, "", f"the decision does not apply: {why} ({decision})", "decision"))

    def _tell_apart(self) -> bool:
        """Whether some name that two documents share stands for two actors from now on."""
        told = False
        for decision in self._of("not_same"):
            one, other = decision.actors
            shared = set(self._forms.of(one)) & set(self._forms.of(other))
            if shared and one.document and other.document and one.document != other.document:
                self._keys.tell_apart(shared.pop(), other.document)
                told = True
        return told

    def _keep_apart(self) -> None:
        for decision in self._of("not_same"):
            pair = self._pair(decision)
            if pair and pair[0] == pair[1]:
                self._tell(decision, "both are one name; say in which document each stands")
            elif pair:
                self._groups.keep_apart(*pair, str(decision))

    def _join(self) -> None:
        same = self._of("same")
        for decision in same:
            if pair := self._pair(decision):
                reason = f"{decision.who} decided it on {decision.when}: {decision.why}"
                self._groups.join(*pair, reason, decided=True)
        if torn := self._groups.torn():
            raise DecisionError(
                f"decisions contradict one another: {'; '.join(torn)} keeps apart what these join: "
                f"{'; '.join(map(str, same))}. Take one of them back in decisions.yaml"
            )

    def _facts(self, what: str) -> set[tuple[Key, str | None, Key]]:
        """The facts that decisions of one sort speak of, by the keys of their ends."""
        return {
            (source, decision.type, target)
            for decision in self._of(what)
            for source in self._keys_of(decision, decision.actors[0])
            for target in self._keys_of(decision, decision.actors[1])
        }

    def _is_rejected(self, claim: Claim, document: str) -> bool:
        ends = [self._groups.find(self._keys.of(mention, document)) for mention in (claim.source, claim.target)]
        return any(
            claim.type == type_ and ends == [self._groups.find(source), self._groups.find(target)]
            for source, type_, target in self._rejected
        )


def added(decisions: Iterable[Decision], documents: Mapping[str, Document], known: Iterable[str] = ()) -> list[Claims]:
    """The claims that people, or other tools, brought in with a quote; each quote is looked up in its document.

    `known` are all documents that were read, where `documents` has only those that are quoted.

    Raises:
        DecisionError: where the document is not among those that are read, or the words do not stand in it.
    """
    made: dict[str, list[Claim]] = {}
    for decision in decisions:
        if decision.what == "add" and decision.document and decision.type:
            document = documents.get(decision.document)
            if document is None:
                raise _not_read(decision, {*documents, *known})
            source, target = (Mention(actor.kind, actor.name, written=actor.name) for actor in decision.actors)
            claim = Claim(source, decision.type, target, _quoted(decision, document), {"decided_by": decision.who})
            made.setdefault(decision.document, []).append(claim)
    return [Claims(document, tuple(claims)) for document, claims in sorted(made.items())]


def _not_read(decision: Decision, known: Collection[str]) -> DecisionError:
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    told = ", ".join(sorted(known)[:_NAMED]) + more
    return DecisionError(f"{decision.where}: there is no document {decision.document!r} among those read ({told})")


def _quoted(decision: Decision, document: Document) -> Evidence:
    quote = decision.quote or ""
    for passage in document.passages():
        if (at := passage.text.find(quote)) >= 0 and quote:
            evidence = passage.cite(at, at + len(quote), "decision.add")
            return replace(evidence, source="decision")
    raise DecisionError(
        f"{decision.where}: the words “{quote[:80]}” do not stand in {decision.document}; "
        "copy them from the document as they are"
    )
