"""What a phrase holds beside names with a head: persons, and capitalised words that may name somebody."""

from collections.abc import Iterator

from sysgraph.extraction.lexicon import GIVEN_NAMES, POST_HEADS, POST_WORDS, TITLES
from sysgraph.extraction.prose.piece import UNKNOWN, Piece, Word
from sysgraph.extraction.prose.words import JOINERS, NOT_NAMES

_OF_POSTS = POST_HEADS | POST_WORDS
_NO_NAMES = NOT_NAMES | POST_WORDS


def leftovers(words: list[Word], phrase: str) -> Iterator[Piece]:
    """What is left: persons, and capitalised words that may name somebody; split at "and"."""
    part: list[Word] = []
    for word in [*words, None]:
        if word is None or (word.key in {"and", "&"} and not (part and part[0].text == "NHS" and word.key == "&")):
            yield from _one_unknown(part, phrase)
            part = []
        else:
            part.append(word)


def _nhs(words: list[Word]) -> bool:
    """Whether the words are a name of an NHS body: "NHS England"."""
    return words[0].text == "NHS" and len(words) > 1 and words[1].text[0].isupper() and words[1].key not in _OF_POSTS


def _one_unknown(words: list[Word], phrase: str) -> Iterator[Piece]:
    while words and (words[-1].key in JOINERS):
        words = words[:-1]
    while (
        words
        and not _nhs(words)
        and (words[0].key in JOINERS or (words[0].key in NOT_NAMES and words[0].key not in TITLES))
    ):
        words = words[1:]
    if not words:
        return
    text = phrase[words[0].start : words[-1].end]
    if (person := _person(words)) is not None:
        yield Piece(person[0].start, person[-1].end, phrase[person[0].start : person[-1].end], "Person")
        return
    posts = next((index for index, word in enumerate(words) if word.key not in _OF_POSTS), 0)
    if posts and (person := _person(words[posts:])) is not None:  # "Chief Executive Jane Underhill"
        yield Piece(person[0].start, person[-1].end, phrase[person[0].start : person[-1].end], "Person")
        return
    if any(word.key in POST_HEADS for word in words):
        first = next(index for index, word in enumerate(words) if word.key in _OF_POSTS)
        if first and all(word.text.isupper() for word in words[:first]):
            yield Piece(words[0].start, words[first - 1].end, phrase[words[0].start : words[first - 1].end], UNKNOWN)
        return
    if all(word.key in _NO_NAMES for word in words):
        return
    yield Piece(words[0].start, words[-1].end, text, UNKNOWN)


def _person(words: list[Word]) -> list[Word] | None:
    """The words of a person's name, where these begin with one."""
    titles = 0
    while titles < len(words) and words[titles].key in TITLES:
        titles += 1
    rest = words[titles:]
    if not rest:
        return None
    name: list[Word] = []
    for word in rest[:3]:
        plain = word.text.replace("'", "").replace("-", "").rstrip(".").isalpha()
        if (
            not plain
            or (word.key in _OF_POSTS and len(name) != 1)
            or word.key in JOINERS
            or (word.text.isupper() and len(word.text) > 1 and titles == 0)
        ):
            break
        name.append(word)
    if titles and name:
        return words[: titles + len(name)]
    if (
        len(name) >= 2
        and name[0].key.rstrip(".") in GIVEN_NAMES
        and name[1].key not in {"together", "care", "street", "road", "house"}
    ):
        return name
    return None
