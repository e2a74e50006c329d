"""The little mark-up that plain text carries: tags in the cells of a transcription, emphasis in Markdown."""

import html
import re

_TAG = re.compile(r"</?(?P<name>p|ul|ol|li|br|div|b|i|u|em|strong|span|sup|sub)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCKS = frozenset({"p", "ul", "ol", "li", "br", "div"})
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d+);")
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))")
_LINK = re.compile(r"!?\[([^\[\]]{0,1000})\]\([^)]{0,1000}\)")  # bounded, or a text of brackets alone takes hours


def plain(text: str) -> str:
    """The text without its tags: a line for each paragraph and list item, spaces folded."""
    if "<" in text:
        text = _TAG.sub(lambda tag: "\n" if tag["name"].lower() in _BLOCKS else "", text)
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def without_emphasis(text: str) -> str:
    """Markdown's words without its asterisks, underscores and link targets."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", text)).replace("`", "")
