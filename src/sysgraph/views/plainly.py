"""Attributes, dates and positions in words that a board member reads, not the keys that a program uses."""

import re
from collections.abc import Iterator, Mapping

from sysgraph.model import Attributes, Evidence, Value
from sysgraph.views.console import recognised_in_words
from sysgraph.vocabulary import KINDS

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIERS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")

_LABELS = {
    "ref": "Number in the plan",
    "text": "Words",
    "category": "Sort of body",
    "place": "Place",
    "version": "Version",
    "code": "Code",
    "ods": "ODS code",
    "ons": "ONS code",
    "due": "Due",
    "due_start": "Starts",
    "revised": "Revised date",
    "owner_text": "Owner, as written",
    "lead_text": "Operational lead, as written",
    "month_rag": "Status (RAG)",
    "on_target_rag": "On-target status (RAG)",
    "owner_status": "Owner cell",
    "operational_lead_status": "Operational lead cell",
    "owner_kind": "Owner named as",
    "see": "Points to",
    "shifted": "Shifted row",
    "broken": "Parted row",
    "may_be_merged_with": "May be merged with the owner above",
    "rag_key": "Key to the ratings",
    "process": "Line of the calendar",
    "joined_because": "Taken as one because",
    "form": "Sort of finding",
    "stance": "The line is",
    "taken_up": "In a plan",
    "repeated_by": "Repeated by",
    "may_be_answered_by": "May be answered by",
    "taken_up_because": "Because",
    "known_from": "No document names it; known from",
}
_STATUS = {
    "named": "names an owner",
    "collective": "names everybody (“all partners” or the like), so nobody in particular",
    "tbc": "to be confirmed",
    "missing": "left blank",
}
_VALUES: Mapping[str, Mapping[str, str]] = {
    "owner_status": _STATUS,
    "operational_lead_status": {**_STATUS, "named": "names a lead"},
    "owner_kind": {"person": "a person", "post": "a post", "body": "a body"},
    "shifted": {"yes": "its cells stand a column off, and were read by what they hold"},
    "broken": {"yes": "a page break parts it"},
}
_SINGULAR = {"people": "person", "evidence": "evidence"}
_INITIALS = frozenset({"ccg", "gp", "icb", "ics", "nhs", "ods", "ons", "rag", "stp", "vcse"})
_DATES = frozenset({"date", "due", "due_start", "revised", "from", "to", "start", "end"})
_ONLY_IF_TRUE = frozenset({"shifted", "broken", "joint"})
_AS_WRITTEN = "_text"
_DERIVED = frozenset({"due_by", "revised_by", "says"})
"""What the build works out of other attributes, for comparing; people read those."""


def attributes_in_words(attributes: Attributes, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Label and value of each attribute that says something: those that have a label of their own first, in one order.

    A date comes with the words it was written in. `names` turns the id of a node, where a value is one, into its name.
    """
    return list(_pairs(attributes, names))


def _pairs(attributes: Attributes, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = [key for name in _LABELS for key in (name, name + _AS_WRITTEN) if key in attributes]
    for key in dict.fromkeys([*known, *attributes]):
        if key in _DERIVED:
            continue
        value = attributes[key]
        whole = key.removesuffix(_AS_WRITTEN)
        if whole != key and whole in _DATES:
            if not _in_words(whole, attributes.get(whole), names):
                yield from ((_label(whole), f"written “{text}”") for text in [_in_words(key, value, names)] if text)
            continue
        words = _in_words(key, value, names)
        if not words or (key in _ONLY_IF_TRUE and value is False):
            continue
        written = _in_words(key, attributes.get(key + _AS_WRITTEN), names) if key in _DATES else ""
        alike = not written or written.casefold() == words.casefold()
        yield _label(key), words if alike else f"{words} (written “{written}”)"


def _label(key: str) -> str:
    return _LABELS.get(key) or _spaced(key)[:1].upper() + _spaced(key)[1:]


def _spaced(key: str) -> str:
    return " ".join(word.upper() if word.casefold() in _INITIALS else word for word in key.split("_") if word)


def _in_words(key: str, value: Value, names: Mapping[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        text = "yes" if value else "no"
    elif isinstance(value, tuple):
        text = "; ".join(_in_words(key, one, names) for one in value)
    else:
        text = names.get(str(value)) or str(value).strip()
    if key in _DATES:
        return date_in_words(text)
    if key == "category":
        return _spaced(text)
    return _VALUES.get(key, {}).get(text, text)


def date_in_words(edtf: str) -> str:
    """A date of EDTF as it is said (“about February 2018”); anything else as it is."""
    first, slash, last = edtf.partition("/")
    if slash:
        ends = [date_in_words(first), date_in_words(last)]
        if "" in (first, last) or ".." in (first, last):
            return f"from {ends[0]}" if first not in ("", "..") else f"up to {ends[1]}"
        return f"{ends[0]} to {ends[1]}"
    match = _DATE.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day, qualifier = match.groups()
    if month in _SEASONS:
        return f"{_QUALIFIERS[qualifier]}{_SEASONS[month]} {year}"
    if month and not 1 <= int(month) <= 12:
        return edtf
    parts = (str(int(day)) if day else "", _MONTHS[int(month) - 1] if month else "", year)
    return _QUALIFIERS[qualifier] + " ".join(part for part in parts if part)


def position_in_words(evidence: Evidence) -> str:
    """Where the words stand: the document, the page, then heading and cell as far as the format has them.

    A file of the register is called by its name alone: what shows it says that it is the register's.
    """
    at = evidence.position
    document = evidence.document.rpartition("/")[2] if evidence.source == "register" else evidence.document
    printed = f" (printed {at.printed_page})" if at.printed_page and at.printed_page != str(at.page) else ""
    parts = (
        document,
        f"page {at.page}{printed}" if at.page is not None else "",
        f"slide {at.slide}" if at.slide is not None else "",
        f"sheet {at.sheet}" if at.sheet else "",
        at.cell or "",
        f"under “{at.heading}”" if at.heading else "",
        recognised_in_words(evidence),
    )
    return ", ".join(part for part in parts if part)


def kind_in_words(kind: str) -> str:
    """One of a kind, as it is said: “commissioning arrangement”, “person”; a role is a “post”."""
    plural = KINDS[kind].plural
    return _SINGULAR.get(plural) or plural.removesuffix("s")


def short(text: str, longest: int) -> str:
    """The text in one line, cut between words and ended with … where it is longer than `longest` characters."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    space = cut.rfind(" ")
    return cut[: space if space > longest // 2 else None].rstrip(" ,;:–-") + "…"
