"""What makes two mentions one: the key of a mention, and groups of mentions that rules have joined."""

from collections.abc import Callable
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
    apart: list[tuple[Key, Key, str]] = field(default_factory=list)

    def find(self, key: Key) -> Key:
        """The key that stands for the group of this one."""
        self.parent.setdefault(key, key)
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def keep_apart(self, one: Key, other: Key, decision: str) -> None:
        """Nothing; no rule joins the two from now on."""
        self.apart.append((one, other, decision))

    def torn(self) -> list[str]:
        """The decisions that keep a pair apart which is one all the same."""
        return [decision for one, other, decision in self.apart if self.find(one) == self.find(other)]

    def join(self, one: Key, other: Key, reason: str, *, decided: bool = False) -> None:
        """Nothing; the two are one from now on, unless a rule joins what people keep apart.

        `reason` is the sentence that says why; `decided` is for what people settled, which nothing holds back.
        """
        first, second = sorted((self.find(one), self.find(other)))
        if first == second or (not decided and self._keeps_apart(first, second)):
            return
        self.parent[second] = first
        self.reasons[first] = [*self.reasons.get(first, []), *self.reasons.pop(second, []), reason]

    def _keeps_apart(self, first: Key, second: Key) -> bool:
        return any({self.find(one), self.find(other)} == {first, second} for one, other, _ in self.apart)


class Keys:
    """The key of each mention: its code in the register where that knows the name, else its folded name and place."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._forms: dict[tuple[str, str], Key] = {}
        self._known: dict[tuple[str, str], Key] = {}  # by the name as it is written: names recur in all documents
        self._folded: dict[tuple[str, str], str] = {}
        self._apart: dict[tuple[Key, str], Key] = {}

    def tell_apart(self, key: Key, document: str) -> None:
        """Nothing; what has this key in this document is another from now on than what has it elsewhere."""
        self._apart[key, document] = (*key, "in", document)

    def of(self, mention: Mention, document: str) -> Key:
        """The key of a mention; a post without a body is told apart from others by its document."""
        key = self._plain(mention, document)
        return self._apart.get((key, document), key)

    def _plain(self, mention: Mention, document: str) -> Key:
        kind = mention.kind
        if kind == "Person":
            return (kind, self._fold(kind, mention.name, fold_person))
        if kind == "Role":
            body = self.of(mention.within, document) if mention.within else ("in", document)
            return (kind, self._fold(kind, mention.name, fold_title), *body)
        if kind in _NAMED_BY_ALL:
            return self._named(mention)
        within = self.of(mention.within, document) if mention.within else ("in", document)
        return (kind, fold(mention.name), *within)

    def entry(self, mention: Mention) -> Entry | None:
        """The register's entry for a name, where it has just one of that kind."""
        found = [entry for entry in self._register.find(mention.name) if entry.kind == mention.kind]
        return found[0] if len(found) == 1 else None

    def _fold(self, kind: str, name: str, how: Callable[[str], str]) -> str:
        """The name folded as is done for its kind, worked out once."""
        folded = self._folded.get((kind, name))
        if folded is None:
            folded = self._folded[kind, name] = how(name)
        return folded

    def _named(self, mention: Mention) -> Key:
        written = (mention.kind, mention.name)
        if written not in self._known:
            self._known[written] = self._settled(mention)
        return self._known[written]

    def _settled(self, mention: Mention) -> Key:
        entry = self.entry(mention)
        if entry:
            return (mention.kind, "register", entry.code)
        forms = [(mention.kind, form) for form in variants(mention.name)]
        known = next((self._forms[form] for form in forms if form in self._forms), None)
        key = known or (mention.kind, fold(mention.name))
        for form in forms:
            self._forms.setdefault(form, key)
        return key
