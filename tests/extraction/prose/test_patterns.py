"""Each pattern reads its example and leaves its counterexample alone."""

import pytest

from sysgraph.extraction.prose.patterns import Pattern, patterns
from sysgraph.model import Claims
from sysgraph.vocabulary import RELATIONSHIPS
from tests.extraction.prose.invented import read


def said(claims: Claims, pattern: Pattern) -> list[str]:
    return [claim.evidence.quote for claim in claims.claims if claim.evidence.rule == f"prose.{pattern.id}"]


def name(pattern: Pattern) -> str:
    return pattern.id


@pytest.mark.parametrize("pattern", patterns(), ids=name)
def test_a_pattern_reads_its_example(pattern: Pattern) -> None:
    claims = read(pattern.example)
    assert said(claims, pattern) == [pattern.example] * len(said(claims, pattern)) != []
    assert {claim.type for claim in claims.claims if claim.evidence.rule == f"prose.{pattern.id}"} == {pattern.type}


@pytest.mark.parametrize("pattern", patterns(), ids=name)
def test_a_pattern_leaves_its_counterexample_alone(pattern: Pattern) -> None:
    claims = read(pattern.counterexample)
    assert [claim for claim in claims.claims if claim.type == pattern.type and claim.type != "ABOUT"] == []


@pytest.mark.parametrize("pattern", patterns(), ids=name)
def test_a_pattern_is_of_the_vocabulary_and_turns_on_words_of_its_own_example(pattern: Pattern) -> None:
    assert pattern.type in RELATIONSHIPS
    assert any(trigger in pattern.example.lower() for trigger in pattern.triggers)


def test_the_ids_of_patterns_are_all_different() -> None:
    ids = [pattern.id for pattern in patterns()]
    assert len(ids) == len(set(ids))
