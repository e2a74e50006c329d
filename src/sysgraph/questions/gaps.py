"""Gaps: what each rule of the catalogue finds in a graph, less what people have waived."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sysgraph.errors import QuestionError
from sysgraph.model import Evidence, Node, Value, Waiver, waivers_of
from sysgraph.questions.asking import ask
from sysgraph.questions.catalogue import Question, Shelf
from sysgraph.questions.header import SEVERITIES
from sysgraph.store.protocol import Store

if TYPE_CHECKING:
    from sysgraph.withholding import Withheld


_LONGEST_VALUE = 160


class Gap(NamedTuple):
    """One thing that a rule found: at which node, in words, and what it rests on."""

    rule: Question
    node: Node
    says: str
    values: Mapping[str, Value]
    evidence: tuple[Evidence, ...]
    waiver: Waiver | None = None

    @property
    def identity(self) -> tuple[str, str, str]:
        """What the gap is known by from one build to the next: its rule; the kind and reference or name of its node."""
        name = str(self.node.attributes.get("ref") or self.node.name)
        return self.rule.code, self.node.kind, " ".join(name.casefold().split())


class Report(NamedTuple):
    """The gaps of a graph, gravest first and then by code; those that people waived; what the reader must know."""

    gaps: tuple[Gap, ...]
    waived: tuple[Gap, ...]
    rules: tuple[Question, ...]
    notes: tuple[str, ...] = ()
    counts: Mapping[str, int] = MappingProxyType({})  # of all gaps of each rule, where only the first were asked for


class Choice(NamedTuple):
    """Which rules are asked: those selected (all where none is named), less those ignored and those less grave."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: str | None = None  # the least grave

    def of(self, shelf: Shelf) -> tuple[Question, ...]:
        """The rules, gravest first and then by code.

        Raises:
            QuestionError: where a code, a family of codes or a name is nobody's.
        """
        known = shelf.all()
        for word in (*self.select, *self.ignore):
            if not any(_fits(word, rule) for rule in known):
                shelf.one(word)
        chosen = [
            rule
            for rule in known
            if (not self.select or any(_fits(word, rule) for word in self.select))
            and not any(_fits(word, rule) for word in self.ignore)
            and at_least(rule, self.severity)
        ]
        return tuple(sorted(chosen, key=lambda rule: (_rank(rule), rule.code)))


def at_least(rule: Question, severity: str | None) -> bool:
    """Whether a rule is as grave as that, or graver; every rule is as grave as nothing."""
    return severity is None or _rank(rule) <= SEVERITIES.index(severity)


def with_settings(rules: Sequence[Question], settings: Mapping[str, str]) -> tuple[Question, ...]:
    """The rules with other shares and limits than their pages give; each goes to every rule that has it.

    Raises:
        QuestionError: where a setting is no rule's.
    """
    if odd := sorted(settings.keys() - {one.name for rule in rules for one in rule.parameters}):
        raise QuestionError(f"none of these rules has a setting {', '.join(odd)}; `sysgraph explain CODE` tells them")

    def changed(rule: Question) -> Question:
        told = (one._replace(default=settings.get(one.name, one.default)) for one in rule.parameters)
        return rule._replace(header=rule.header._replace(parameters=tuple(told)))

    return tuple(changed(rule) for rule in rules)


def find_gaps(
    store: Store, rules: Sequence[Question], *, as_of: str | None = None, today: str, most: int | None = None
) -> Report:
    """What these rules find in a graph; with `most` no more than the first gaps of each rule, and how many there are.

    Without `as_of` dates are judged as at each plan's own; `today` (ISO 8601) is the day on which waivers hold or have
    lapsed.

    Raises:
        QuestionError: where a setting of a rule is no number, or `as_of` no date.
    """
    found: list[Gap] = []
    notes: dict[str, None] = {}
    counts: dict[str, int] = {}
    for rule in rules:
        dated = any(one.kind == "date" for one in rule.parameters)
        answer = ask(store, rule, None, as_of if dated else None, most=most)
        counts[rule.code] = answer.total
        notes |= dict.fromkeys(filter(None, answer.note.split("; ")) if dated else ())
        nodes = store.nodes({row.id for row in answer.rows})
        for row in answer.rows:
            node = nodes[row.id]
            waiver = next((one for one in waivers_of(node) if one.hides(rule.code, today)), None)
            found.append(Gap(rule, node, _says(rule, row.values), row.values, row.evidence, waiver))
    found = _evidenced(store, found)
    kept, waived = ([gap for gap in found if bool(gap.waiver) == hidden] for hidden in (False, True))
    return Report(tuple(kept), tuple(waived), tuple(rules), tuple(notes), counts)


def new_since(report: Report, old: Report) -> Report:
    """The report with those gaps alone that the old one, waived or not, does not have.

    An action is known again by its reference, all else by its kind and name.
    """
    before = Counter(gap.identity for gap in (*old.gaps, *old.waived))

    def news() -> Iterator[Gap]:
        for gap in report.gaps:
            before[gap.identity] -= 1
            if before[gap.identity] < 0:
                yield gap

    return report._replace(gaps=tuple(news()))


def without_people(gaps: Iterable[Gap], withheld: "Withheld") -> tuple[Gap, ...]:
    """The gaps as they may be told where people may not be named."""
    nodes = {node.id: node for node in withheld.graph.nodes}

    def hidden(value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(withheld.hide(one) for one in value)
        return withheld.hide(value) if isinstance(value, str) else value

    return tuple(
        gap._replace(
            node=nodes[withheld.stands_for.get(gap.node.id, gap.node.id)],
            says=withheld.hide(gap.says),
            values={name: hidden(value) for name, value in gap.values.items()},
            evidence=withheld.evidence(gap.evidence),
        )
        for gap in gaps
    )


def _evidenced(store: Store, gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps, those that rest on nothing with what first speaks of their node: what is absent is absent of it."""
    bare = {gap.node.id for gap in gaps if not gap.evidence}
    spoken: dict[str, tuple[Evidence, ...]] = {}
    for outward in (True, False) if bare else ():
        for fact in store.relationships(sorted(bare), outward=outward):
            spoken.setdefault(fact.source if outward else fact.target, fact.evidence[:1])
    return [gap if gap.evidence else gap._replace(evidence=spoken.get(gap.node.id, ())) for gap in gaps]


def _fits(word: str, rule: Question) -> bool:
    return word.upper() in (rule.code, rule.code.rstrip("0123456789")) or word == rule.name


def _rank(rule: Question) -> int:
    return SEVERITIES.index(rule.header.severity or SEVERITIES[-1])


def _says(rule: Question, values: Mapping[str, Value]) -> str:
    """What a row says, its values put in for the names in braces; as one line."""
    said = rule.header.says or rule.title
    for name, value in values.items():
        said = said.replace(f"{{{name}}}", _text(value))
    return " ".join(said.split())


def _text(value: Value) -> str:
    if value is None:
        return "nothing"
    text = "; ".join(value) if isinstance(value, tuple) else " ".join(str(value).split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE].rsplit(' ', 1)[0]} …"
