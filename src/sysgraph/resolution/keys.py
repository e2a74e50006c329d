"""What makes two mentions one: the key of a mention, and groups of mentions that rules have joined."""

from dataclasses import dataclass, field

from sysgraph.model import Mention
from sysgraph.register import Entry, Register, fold, fold_person, fold_title, variants

Key = tuple[str, ...]

_NAMED_BY_ALL = frozenset(
    {"Organisation", "Partnership", "Board", "Service", "Plan", "PooledBudget", "CommissioningArrangement"}
)


@dataclass(slots=True)
class Groups:
    """Union and find over keys, with the sentence that joined each pair."""

    parent: dict[Key, Key] = field(default_factory=dict)
    reasons: dict[Key, list[str]] = field(default_factory=dict)

    def find(self, key: Key) -> Key:
        """The key that stands for the group of this one."""
        self.parent.setdefault(key, key)
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, one: Key, other: Key, reason: str) -> None:
        """Nothing; the two are one from now on, and `reason` is the sentence that says why."""
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self.parent[second] = first
            self.reasons[first] = [*self.reasons.get(first, []), *self.reasons.pop(second, []), reason]


class Keys:
    """The key of each mention: its code in the register where that knows the name, else its folded name and place."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._forms: dict[tuple[str, str], Key] = {}

    def of(self, mention: Mention, document: str) -> Key:
        """The key of a mention; a post without a body is told apart from others by its document."""
        kind = mention.kind
        if kind == "Person":
            return (kind, fold_person(mention.name))
        if kind == "Role":
            body = self.of(mention.within, document) if mention.within else ("in", document)
            return (kind, fold_title(mention.name), *body)
        if kind in _NAMED_BY_ALL:
            return self._named(mention)
        within = self.of(mention.within, document) if mention.within else ("in", document)
        return (kind, fold(mention.name), *within)

    def entry(self, mention: Mention) -> Entry | None:
        """The register's entry for a name, where it has just one of that kind."""
        found = [entry for entry in self._register.find(mention.name) if entry.kind == mention.kind]
        return found[0] if len(found) == 1 else None

    def _named(self, mention: Mention) -> Key:
        entry = self.entry(mention)
        if entry:
            return (mention.kind, "register", entry.code)
        forms = [(mention.kind, form) for form in variants(mention.name)]
        known = next((self._forms[form] for form in forms if form in self._forms), None)
        key = known or (mention.kind, fold(mention.name))
        for form in forms:
            self._forms.setdefault(form, key)
        return key
