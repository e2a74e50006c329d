"""When two posts are one, and two people: rules that need more than the names, each with its sentence.

Titles alone never join two posts: one person must hold both, or the document must know only one post of that title.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from sysgraph.register import is_initialism, same_given_name
from sysgraph.resolution.keys import Groups, Key


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the rules look at it."""

    key: Key
    title: str  # folded
    written: str
    body: Key | None
    document: str


def join_posts(posts: Iterable[Post], holders: dict[Key, set[Key]], groups: Groups) -> None:
    """Nothing; joins the posts that are one. `holders` gives the posts that each person is said to hold."""
    by_key = {post.key: post for post in posts}
    for held in holders.values():
        for one, other in combinations([by_key[key] for key in sorted(held) if key in by_key], 2):
            if reason := _same_holder(one, other):
                groups.join(one.key, other.key, reason)
    for one, other in _only_of_title(by_key.values()):
        reason = (
            f"“{one.written}” stands without a body, and the document has one post of that title, “{other.written}”."
        )
        groups.join(one.key, other.key, reason)


def _same_holder(one: Post, other: Post) -> str | None:
    """Why two posts that one person holds are one, or nothing."""
    together = one.body is None or other.body is None or one.body == other.body
    if one.title == other.title:
        return f"“{one.written}” and “{other.written}” have one title and one holder."
    if together and _shorter(one.title, other.title):
        return f"“{one.written}” and “{other.written}” have one holder, and one title is the other cut short."
    return None


def _shorter(one: str, other: str) -> bool:
    """Whether one title begins the other, or begins as it does and goes on with the initials of its rest."""
    short, long = sorted((one.split(), other.split()), key=len)
    if long[: len(short)] == short:
        return True
    shared = 0
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    rest = short[shared:]
    return shared >= 2 and len(rest) == 1 and is_initialism(rest[0].upper(), " ".join(long[shared:]).title())


def _only_of_title(posts: Iterable[Post]) -> Iterator[tuple[Post, Post]]:
    """Posts without a body, each with the only post of its title in the same document that has one."""
    by_title: dict[tuple[str, str], list[Post]] = defaultdict(list)
    for post in sorted(posts, key=lambda post: post.key):
        by_title[post.document, post.title].append(post)
    for same in by_title.values():
        placed = [post for post in same if post.body]
        if len({post.body for post in placed}) == 1:
            yield from ((post, placed[0]) for post in same if not post.body)


def join_people(holders: dict[Key, set[Key]], groups: Groups) -> None:
    """Nothing; joins people of one surname and forms of one given name who hold the same post."""
    by_surname: dict[str, list[Key]] = defaultdict(list)
    for person in sorted(holders):
        by_surname[person[1].partition(" ")[2]].append(person)
    for one, other in sorted(pair for alike in by_surname.values() for pair in combinations(alike, 2)):
        if not same_given_name(one[1], other[1]):
            continue
        if {groups.find(post) for post in holders[one]} & {groups.find(post) for post in holders[other]}:
            both = f"“{one[1].title()}” and “{other[1].title()}”"
            reason = f"{both} hold one post, and their given names are forms of one name."
            groups.join(one, other, reason)
