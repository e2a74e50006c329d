"""Claims about people, posts and bodies that the owners of a cell or the names in a line make."""

from collections.abc import Callable
from dataclasses import dataclass

from sysgraph.extraction.owners import Owner
from sysgraph.model import Claim, Evidence, Mention

Citing = Callable[[str], Evidence]


@dataclass(frozen=True, slots=True)
class Named:
    """An owner's most specific actor, and the claims that hang on it."""

    actor: Mention
    claims: tuple[Claim, ...]


def always(evidence: Evidence) -> Citing:
    """What cites one evidence, whatever the words."""
    return lambda _words: evidence


def named(owner: Owner, words: str, cite: Citing) -> Named:
    """Who an owner is: the person, else the post, else the body; who holds which post, and in which bodies it is.

    `words` are the owner's as written; `cite` gives the evidence for a stretch of them.
    """
    person = Mention("Person", owner.person, written=owner.person) if owner.person else None
    # Of "SRO / CEO, Body" the last is the post; what stands before it is a part that its holder plays.
    posts = [_post(title, owner, words) for title in owner.posts[-1:]]
    claims = [Claim(person, "HOLDS", post, cite(words)) for post in posts] if person else []
    for post in posts:
        claims += [Claim(post, "POST_IN", body, cite(words), _joint(owner)) for body in owner.bodies]
    if person and not posts:
        claims += [Claim(person, "POST_IN", body, cite(words)) for body in owner.bodies]
    actor = person or (posts[0] if posts else owner.bodies[0])
    return Named(actor, tuple(claims))


def _post(title: str, owner: Owner, words: str) -> Mention:
    within = owner.bodies[0] if owner.bodies else None
    written = words if within and not owner.person else title
    return Mention("Role", title, within, written=" ".join(written.split()))


def _joint(owner: Owner) -> dict[str, bool]:
    return {"joint": True} if len(owner.bodies) > 1 else {}
