import pytest

from sysgraph.views.looks import BANDS, KINDS, LINES
from sysgraph.vocabulary import KINDS as KIND_ROWS
from sysgraph.vocabulary import RELATIONSHIPS

AA_TEXT = 4.5


def test_every_kind_and_every_relationship_of_the_vocabulary_has_a_look_and_nothing_else_has_one() -> None:
    assert KINDS.keys() == KIND_ROWS.keys()
    assert LINES.keys() == RELATIONSHIPS.keys()


def test_kinds_are_told_apart_by_their_mark_and_by_their_colour() -> None:
    assert len({look.glyph for look in KINDS.values()}) == len(KINDS)
    assert len({look.colour for look in KINDS.values()}) == len(KINDS)


def test_relationships_are_told_apart_without_their_colour() -> None:
    assert len({(look.dashes, look.head) for look in LINES.values()}) == len(LINES)


def test_every_kind_stands_in_a_band_and_no_band_stands_empty() -> None:
    assert {look.band for look in KINDS.values()} == set(BANDS)


@pytest.mark.parametrize(
    "colour", sorted({look.colour for look in KINDS.values()} | {line.colour for line in LINES.values()})
)
def test_colours_stand_out_against_white(colour: str) -> None:
    assert _contrast_with_white(colour) >= AA_TEXT


def _contrast_with_white(colour: str) -> float:
    """The ratio of WCAG 2.2: 1.05 over relative luminance plus 0.05."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
