"""In which other forms one name is written: what follows from rules, so that no register has to list it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sysgraph.register.folding import fold

_SAME_PHRASE: tuple[tuple[str, ...], ...] = (
    ("a and e delivery board", "accident and emergency delivery board", "aedb", "a and edb"),
    ("adult social care", "asc"),
    ("better care fund", "bcf"),
    ("health and wellbeing board", "hwb", "hwbb", "h and wb", "h and wbb"),
    ("health and wellbeing boards", "hwbs"),
    ("health overview and scrutiny committee", "hosc"),
    ("integrated care board", "icb"),
    ("integrated care boards", "icbs"),
    ("joint strategic needs assessment", "jsna"),
    ("metropolitan borough council", "mbc"),
    ("metropolitan district council", "mdc"),
    ("overview and scrutiny committee", "osc"),
    ("primary care network", "pcn"),
    ("primary care networks", "pcns"),
    ("safeguarding adults board", "adult safeguarding board", "adults safeguarding board", "sab"),
    *((f"{county}shire", short) for county, short in (
        ("bedford", "beds"), ("berk", "berks"), ("buckingham", "bucks"), ("cambridge", "cambs"), ("derby", "derbys"),
        ("gloucester", "glos"), ("hamp", "hants"), ("hertford", "herts"), ("lanca", "lancs"), ("leicester", "leics"),
        ("lincoln", "lincs"), ("northampton", "northants"), ("nottingham", "notts"), ("oxford", "oxon"),
        ("stafford", "staffs"), ("warwick", "warks"), ("wilt", "wilts"), ("worcester", "worcs"),
    )),
)  # fmt: skip
"""Phrases of English health and care that everyone also writes in another way; those with two readings are absent."""

_OTHERS = {one: tuple(other for other in group if other != one) for group in _SAME_PHRASE for one in group}
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(_OTHERS, key=len, reverse=True))})\b")

_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`]s\b", re.IGNORECASE)
_HEALTH_BODY = frozenset({"ambulance", "care", "health", "healthcare", "hospitals", "partnership"})
_TRUST_ENDINGS = ("nhs foundation trust", "nhs ft", "foundation trust", "ft", "nhs trust", "trust")
_COUNCIL = re.compile(
    r"(?P<style>(?:royal borough|london borough|city|borough) of|lb(?: of)?|rb(?: of)?) (?P<of>.+?)"
    r"(?: metropolitan (?:borough|district))?(?: council)?"
    r"|(?P<area>.+?) (?:metropolitan borough council|metropolitan district council|london borough council|mbc|mdc"
    r"|(?:city |county |borough |district |metropolitan )?council)"
)


@lru_cache(maxsize=16384)
def variants(name: str) -> tuple[str, ...]:
    """The folded forms that the name is also written in, its own first, then in the alphabet's order.

    They follow from rules alone: with and without NHS, the endings of trusts, CCG, ICB and the like in full and short,
    the styles of councils, possessives written without their apostrophe.
    """
    own = fold(name)
    forms = {own, _without_apostrophe(name)}
    waiting = list(forms)
    while waiting:
        for form in _rewritten(waiting.pop()):
            if form not in forms:
                forms.add(form)
                waiting.append(form)
    return (own, *sorted(forms - {own, ""}))


def council_area(name: str) -> str | None:
    """The folded area in the name of a council ("london borough of camden" gives "camden"), or nothing."""
    found = _COUNCIL.fullmatch(fold(name))
    return (found["of"] or found["area"]) if found else None


def _without_apostrophe(name: str) -> str:
    return fold(_APOSTROPHE.sub("s", name))


def _rewritten(form: str) -> Iterator[str]:
    yield from _other_phrases(form)
    yield from _other_nhs(form)
    yield from _other_trusts(form)
    yield from _other_councils(form)


def _other_phrases(form: str) -> Iterator[str]:
    for found in _PHRASE.finditer(form):
        for other in _OTHERS[found[0]]:
            yield f"{form[: found.start()]}{other}{form[found.end() :]}"


def _other_nhs(form: str) -> Iterator[str]:
    """CCGs and ICBs take or leave "NHS" in front or in the middle; NHS England or Improvement do not."""
    ending = next((one for one in (" ccg", " icb", " integrated care board") if form.endswith(one)), None)
    if ending is not None:
        stem = form.removesuffix(ending).removeprefix("nhs ").removesuffix(" nhs")
        yield from (f"{stem}{ending}", f"nhs {stem}{ending}", f"{stem} nhs{ending}")


def _other_trusts(form: str) -> Iterator[str]:
    ending = next((one for one in _TRUST_ENDINGS if form.endswith(f" {one}")), None)
    if ending is None:
        return
    stem = form.removesuffix(f" {ending}").removeprefix("nhs ")
    health_body = bool(_HEALTH_BODY.intersection(stem.split()))
    foundation = ending.endswith(("foundation trust", "ft"))
    # "Trust" alone ends many names that are no NHS trust's.
    if ending == "trust" and not health_body:
        return
    # A foundation trust is often called a trust; a trust that is none is not called a foundation trust.
    yield from (f"{stem} {one}" for one in (_TRUST_ENDINGS if foundation else ("nhs trust", "trust")))
    if foundation:
        yield f"nhs {stem} foundation trust"
    # The bare stem only where it still names a body: "Medway" is a place, "Kingston Hospital" a building.
    if health_body and " " in stem:
        yield stem


def _other_councils(form: str) -> Iterator[str]:
    found = _COUNCIL.fullmatch(form)
    if found is None:
        return
    area = found["of"] or found["area"]
    # "City of London" is a place: a city's style has to say "council" too.
    if found["style"] == "city of" and not form.endswith("council"):
        return
    yield f"{area} council"
    yield from _of_style(form, found["style"], area)


def _of_style(form: str, style: str | None, area: str) -> Iterable[str]:
    if style in {"london borough of", "lb", "lb of"} or form.endswith(" london borough council"):
        return (
            f"london borough of {area}", f"london borough of {area} council", f"{area} london borough council",
            f"lb {area}", f"lb of {area}", f"{area} borough council",
        )  # fmt: skip
    if style in {"royal borough of", "rb", "rb of"}:
        return (f"royal borough of {area}", f"royal borough of {area} council", f"rb {area}", f"rb of {area}")
    if form.endswith((" mbc", " metropolitan borough council")):
        return (f"{area} borough council", f"{area} metropolitan council", f"{area} metropolitan borough council")
    if style == "city of":
        district = (f"{area} metropolitan district council",) if "metropolitan" in form else ()
        return (f"{area} city council", *district)
    return ()
