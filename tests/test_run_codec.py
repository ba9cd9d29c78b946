"""What the manifest keeps comes back as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Article, ArticleResult, Entity, Mention, Office, Relation
from pipeline.run.codec import decode, encode

SCORES = st.floats(0, 1)


def few(strategy: Any) -> Any:
    return st.lists(strategy, max_size=2).map(tuple)


RESULTS = st.builds(
    ArticleResult,
    entities=few(st.from_type(Entity)),
    mentions=few(st.builds(Mention, confidence=SCORES)),
    offices=few(st.from_type(Office)),
    relations=few(st.builds(Relation, confidence=SCORES)),
)


@given(RESULTS)
def test_a_result_survives_the_round_trip(result: ArticleResult) -> None:
    assert decode(ArticleResult, encode(result)) == result


@given(RESULTS)
def test_equal_values_have_equal_bytes(result: ArticleResult) -> None:
    again = decode(ArticleResult, encode(result))

    assert encode(again) == encode(result)


@pytest.mark.parametrize("text", ["\ud83d\ude00", "\udcff", "\x00", "می\u200cرود", "\U0001f600"])
def test_hostile_characters_survive(text: str) -> None:
    value = Article("a", "a.txt", text)

    assert decode(Article, encode(value)) == value


def test_a_type_that_the_codec_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="knows no type"):
        decode(dict, encode(()))
