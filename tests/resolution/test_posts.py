"""When two posts are one, and two people: what joins them is said, and titles alone never do."""

import pytest

from sysgraph.register import fold_title
from sysgraph.resolution.keys import Groups, Key
from sysgraph.resolution.posts import Post, join_people, join_posts

COUNCIL, TRUST = ("Organisation", "marlbrook county council"), ("Organisation", "vale of tarrow nhs trust")
JO, SAM = ("Person", "jo lee"), ("Person", "sam holt")


def post(title: str, body: Key | None = None, document: str = "a.md") -> Post:
    folded = fold_title(title)
    where = f", {body[1]}" if body else ""
    return Post(("Role", folded, *(body or ("in", document))), folded, f"{title}{where}", body, document)


def joined(*posts: Post, held: tuple[Post, ...] = ()) -> tuple[bool, list[str]]:
    """Whether two posts, of which one person may hold some, are one, and the reasons."""
    groups = Groups()
    join_posts(posts, {JO: {one.key for one in held}} if held else {}, groups)
    return len({groups.find(one.key) for one in posts}) == 1, [r for said in groups.reasons.values() for r in said]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (post("Director of Care"), post("Director of Care", COUNCIL)),
        (post("Director of Care", COUNCIL), post("Director of Care", TRUST)),
        (post("Assistant Director"), post("Assistant Director of Care", COUNCIL)),
        (post("Assistant Director Adult Social Care"), post("Assistant Director ASC", COUNCIL)),
    ],
    ids=["without a body", "in two bodies", "cut short", "ended in initials"],
)
def test_posts_of_one_holder_are_one_where_the_titles_agree(one: Post, other: Post) -> None:
    together, reasons = joined(one, other, held=(one, other))
    assert together
    assert len(reasons) == 1
    assert one.written in reasons[0]
    assert other.written in reasons[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (post("Director of Care", COUNCIL), post("Chair", COUNCIL)),
        (post("Assistant Director", COUNCIL), post("Assistant Director of Care", TRUST)),
        (post("Director of Care"), post("Director of Coal", COUNCIL)),
    ],
    ids=["two titles", "cut short in two bodies", "alike"],
)
def test_one_person_may_hold_two_posts(one: Post, other: Post) -> None:
    assert joined(one, other, held=(one, other)) == (False, [])


def test_a_post_without_a_body_is_the_only_one_of_its_title_in_the_document() -> None:
    together, reasons = joined(post("Director of Care"), post("Director of Care", COUNCIL))
    assert together
    assert "the document has one post of that title" in reasons[0]


@pytest.mark.parametrize(
    "posts",
    [
        (post("Chief Executive"), post("Chief Executive", COUNCIL), post("Chief Executive", TRUST)),
        (post("Director of Care", document="a.md"), post("Director of Care", COUNCIL, "b.md")),
        (post("Chief Executive", COUNCIL), post("Chief Executive", TRUST)),
    ],
    ids=["two have the title", "another document", "two bodies"],
)
def test_a_title_alone_joins_no_posts(posts: tuple[Post, ...]) -> None:
    assert joined(*posts) == (False, [])


def people(one: Key, other: Key, first: str, second: str) -> list[str]:
    """The reasons for which two people are one, who hold these posts."""
    groups = Groups()
    join_people({one: {post(first, COUNCIL).key}, other: {post(second, COUNCIL).key}}, groups)
    return [reason for said in groups.reasons.values() for reason in said]


def test_people_of_one_surname_and_forms_of_one_given_name_are_one_where_they_hold_one_post() -> None:
    (reason,) = people(("Person", "becky vale"), ("Person", "rebecca vale"), "Ward Manager", "Ward Manager")
    assert reason == "“Becky Vale” and “Rebecca Vale” hold one post, and their given names are forms of one name."


@pytest.mark.parametrize(
    ("one", "other", "second"),
    [
        ("becky vale", "rebecca vale", "Head of Beds"),
        ("becky vale", "rebecca marsh", "Ward Manager"),
        ("becky vale", "robert vale", "Ward Manager"),
    ],
    ids=["another post", "another surname", "another given name"],
)
def test_other_people_stay_two(one: str, other: str, second: str) -> None:
    assert people(("Person", one), ("Person", other), "Ward Manager", second) == []
