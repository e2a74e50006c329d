"""Pooled budgets as a document tells them apart: how much is in a pool, who gives what share, what it is for, whose."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sysgraph.extraction.prose.forms import FILL, letters
from sysgraph.extraction.prose.lexis import AGREEMENT, POOL, POOL_FOR, pounds
from sysgraph.extraction.prose.scene import Scene, Span
from sysgraph.model import Attributes, Claim, Description, Mention, Sameness

_SUM = r"£ ?\d[\d,.]*(?: ?(?:bn|billion|m|million|k)\b)?"
_POOL = rf"(?P<pool>[{letters('M')}]){FILL}*"
_ABOUT = r"(?:around|about|over|nearly|approximately|almost|some|more than|just over|just under|in excess of|up to)"
_SAYS = (
    re.compile(
        rf"{_POOL}(?: for (?:the )?[\d/ -]+)?,? (?:(?:is|was|were|are|of|worth|totals?|totalled|totalling|valued at|"
        rf"amounts? to|amounted to|amounting to|stands at|stood at|which is|in total) ){{1,3}}"
        rf"(?:{_ABOUT} )?(?P<sum>{_SUM})"
    ),
    re.compile(rf"{_POOL} \((?:{_ABOUT} )?(?P<sum>{_SUM})\)"),
    re.compile(rf"(?P<sum>{_SUM}) (?:is |was |were |are )?(?:held )?(?:in|within) {_POOL}"),
    re.compile(rf"(?P<sum>{_SUM}) {_POOL}"),
)
_NOT_ALL = re.compile(
    r"\b(?:under-?spen\w+|over-?spen\w+|savings?|saved?|deficit|pressures?|increas\w+|reduc\w+|contribut\w+|cuts?|gap|"
    r"shortfall|uplift|varian\w+|surplus|additional|extra|further|spen[dt]|should|would|could|propos\w+|planned)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<who>[{letters('O')}]){FILL}* (?:(?:has|have|had|also) )?(?:contribut(?:es|ed)|provid(?:es|ed)) "
    rf"(?P<part>\d[\d.]* ?(?:%|per cent)) (?:of|to|towards) {_POOL}"
)
_GENERIC = frozenset({"PooledBudget", "CommissioningArrangement"})
_POOL_CODE = "M"
_Told = dict[str, str | int | float | bool | tuple[str, ...] | None]


def speaks_of_money(words: str) -> bool:
    """Whether a sentence has a pool and a sum or share of it."""
    return ("£" in words or "%" in words or "per cent" in words) and POOL.search(words) is not None


def amounts(scene: Scene) -> Iterator[tuple[Span, Attributes]]:
    """(pool, its attributes) for each pool of which a sentence says how much, for what, or whose share it is."""
    told: dict[str, _Told] = {}
    for sign, span in ((scene.masked[at], span) for at, span in scene.all(_POOL_CODE)):
        known = pounds(scene.text[span.start : span.end])
        if known is not None and not _NOT_ALL.search(scene.masked[: span.start]):
            _tell(told, sign, known, scene.text[span.start : span.end])
    for pattern in _SAYS:
        for match in pattern.finditer(scene.masked):
            amount = pounds(match["sum"])
            if amount and not _NOT_ALL.search(scene.masked[: match.start()]):
                _tell(told, match["pool"], amount, match["sum"])
    shares: dict[str, list[str]] = {}
    for match in _SHARE.finditer(scene.masked):
        shares.setdefault(match["pool"], []).append(f"{scene.actors[match['who']].mention.name} {match['part']}")
    for sign, parts in shares.items():
        told.setdefault(sign, {})["share"] = "; ".join(parts)
    for sign, attributes in told.items():
        span = scene.actors[sign]
        scheme = POOL_FOR.match(scene.text, span.end)
        if scheme:
            attributes["scheme"] = scheme[1]
        yield span, attributes


def _tell(told: dict[str, _Told], sign: str, amount: int, words: str) -> None:
    attributes = told.setdefault(sign, {})
    if "amount" not in attributes:
        attributes["amount"] = amount
        attributes["amount_text"] = words[words.index("£") :].rstrip(" ,.")


@dataclass(frozen=True, slots=True)
class Owned:
    """Tells the pools and agreements of one place from those of another, which mostly have the same names."""

    place: str | None
    same: Mapping[str, str]  # names that stand for one pool of the document, each with the one to use

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims, with the place in the names of pools and agreements that say none."""
        return tuple(self._claim(one) for one in claims)

    def descriptions(self, descriptions: Iterable[Description]) -> tuple[Description, ...]:
        """The descriptions, named in the same way; a pool with several sums has no one amount."""
        named = [self._description(one) for one in descriptions]
        sums: dict[str, dict[str, int]] = {}
        for one in named:
            amount = one.attributes.get("amount")
            if isinstance(amount, int):
                sums.setdefault(one.subject.name, {}).setdefault(str(one.attributes["amount_text"]), amount)
        doubtful = {name: "; ".join(texts) for name, texts in sums.items() if len(set(texts.values())) > 1}
        return tuple(self._said(_without_amount(one, doubtful.get(one.subject.name))) for one in named)

    def _claim(self, one: Claim) -> Claim:
        source, target = self.named(one.source), self.named(one.target)
        return one if source is one.source and target is one.target else replace(one, source=source, target=target)

    def _description(self, one: Description) -> Description:
        subject = self.named(one.subject)
        return one if subject is one.subject else replace(one, subject=subject)

    def _said(self, one: Description) -> Description:
        """A finding of a line between two actors, with their names as the graph has them."""
        says = one.attributes.get("says")
        if not isinstance(says, tuple) or len(says) != 3:
            return one
        source, type_, target = (self._name(str(word)) for word in says)
        return replace(one, attributes={**one.attributes, "says": (source, type_, target)})

    def _name(self, name: str) -> str:
        kind = "PooledBudget" if POOL.fullmatch(name) else "CommissioningArrangement"
        return self.named(Mention(kind, name)).name

    def named(self, mention: Mention) -> Mention:
        """The mention with the place in its name, where the name is no more than a class of pool or agreement."""
        if mention.kind not in _GENERIC or not _says_class_only(mention.name):
            return mention
        name = self.same.get(mention.name, mention.name) if mention.kind == "PooledBudget" else mention.name
        whole = f"{name}, {self.place}" if self.place else name
        return replace(mention, name=whole, written=mention.written or mention.name)

    def spellings(self) -> Iterator[Sameness]:
        """The names that stand for one pool, each with the sentence that says why."""
        for other, name in sorted(self.same.items()):
            reason = f"“{name}” and “{other}” are said to hold one sum."
            yield Sameness(self.named(Mention("PooledBudget", name)), Mention("PooledBudget", other), reason)


def _without_amount(one: Description, texts: str | None) -> Description:
    if texts is None or "amount" not in one.attributes:
        return one
    kept = {name: value for name, value in one.attributes.items() if name != "amount"}
    return replace(one, attributes={**kept, "amount_text": texts})


def _says_class_only(name: str) -> bool:
    return POOL.fullmatch(name) is not None or AGREEMENT.fullmatch(name) is not None


def of_one_sum(descriptions: Iterable[Description]) -> dict[str, str]:
    """Names of pools in general ("joint fund") with the name of the document's pool of the very same sum."""
    by_amount: dict[int, set[str]] = {}
    for one in descriptions:
        amount = one.attributes.get("amount")
        if isinstance(amount, int) and not one.subject.name[0].isupper():
            by_amount.setdefault(amount, set()).add(one.subject.name)
    found: dict[str, str] = {}
    for _, names in sorted(by_amount.items()):
        kept = min(names, key=lambda name: ("pooled" not in name, name))
        found.update({name: kept for name in sorted(names) if name != kept and name not in found.values()})
    return found
