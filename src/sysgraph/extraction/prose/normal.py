"""A passage's text as patterns see it: the same length, so that an offset into the one is an offset into the other."""

import re

# To replace the few marks that a text has takes a tenth of the time of looking at each of its letters.
_MARKS = tuple(
    {
        "’": "'", "‘": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
        "*": " ", "_": " ", "\t": " ", "\n": " ", "\r": " ", "\u00a0": " ", "\u200b": " ", "\u00ad": " ",
    }.items()
)  # fmt: skip
# A transcription that lost its apostrophes: "the trust s admissions". Expressions that begin with plain letters, here
# and below, let the search leap to where these stand.
_LOST_APOSTROPHE = re.compile(r" s(?<=[a-zA-Z] s)(?= [a-zA-Z])")
# Full stops that end no sentence: of abbreviations, and of single capitals.
_ABBREVIATIONS = "Dr Mr Mrs Ms Prof St Rev Cllr Cllrs No Nos e.g i.e etc approx vs Hon Gen Sir p pp".split()
_NO_END = "".join(rf"(?<!\b{word}\.)" for word in (*map(re.escape, _ABBREVIATIONS), "[A-Z]"))
_STOP = rf"[.;!?](?:(?=[\"')\]]*\s+[\"'(\[]*(?:[A-Z0-9]|$))|(?<=\.)(?=$)){_NO_END}"
_END = re.compile(_STOP)
_END_OR_DASH = re.compile(rf"{_STOP}| {{2,}}- ")  # far slower, since every space may begin it
_SHORTEST = 3  # what is no longer is no sentence
_PAGES = re.compile(r"\(Pages? [\d| -]+\)")
_PAGE = re.compile(r"Page(?<!\wPage) \d{1,3}(?: of \d{1,3})?\b")


def normal(text: str) -> str:
    """The text with one kind of quotes, dashes and spaces, and without asterisks; as long as it was."""
    for mark, plain in _MARKS:
        text = text.replace(mark, plain)
    if "Page" in text:
        for furniture in (_PAGES, _PAGE):
            text = furniture.sub(lambda found: " " * len(found[0]), text)
    return _LOST_APOSTROPHE.sub("'s", text) if " s " in text else text


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a normalised text, its white space aside."""
    found = []
    start = 0
    stops = [match.end() for match in (_END_OR_DASH if "  - " in text else _END).finditer(text)]
    for end in (*stops, len(text)):
        last = end
        while start < last and text[start] == " ":
            start += 1
        while start < last and text[last - 1] == " ":
            last -= 1
        if last - start > _SHORTEST:
            found.append((start, last))
        start = end
    return found
