"""Which predicate a statement bears: the frame that proposed it, one whose words were read, or its kind."""

import pytest
from marked_sentences import lexicon
from reader_parts import judged, staged

from pipeline.relations.predicates import Predicate, predicate_of
from pipeline.relations.reader.read import Reading
from pipeline.relations.stage import Staged
from pipeline.relations.statements import Statement

MEETING = "[S:person نازنین فرهمند] دیروز با [T:person رابرت ولمار] دیدار کرد."
ACTUAL = {"actual": 1.0, "future": 0.0, "hypothetical": 0.0}


@pytest.fixture(scope="module")
def article() -> Staged:
    return staged(MEETING)


def _predicate(article: Staged, kind: str, *words: int, framed: bool = False) -> Predicate:
    reading = Reading(article.scenes[0][0], "S", "T", kind, 0.9, 0.9, 0.0, ACTUAL, "", words)
    candidate = judged(article, "meet")[0] if framed else None
    return predicate_of(
        Statement(0, kind, "S", "T", True, 0.9, candidate, reading), article.hits, lexicon().grammar.kinds
    )


def test_the_frame_that_proposed_it(article: Staged) -> None:
    found = _predicate(article, "CONSULT", 2, framed=True)

    assert (found.id, found.cameo) == ("meet", "040")
    assert "subj > با" in found.rule


def test_a_frame_whose_words_the_reader_looked_at(article: Staged) -> None:
    found = _predicate(article, "CONSULT", 6)

    assert found.id == "meet"
    assert found.rule.endswith("(read)")
    assert found.hit.first == 6


def test_a_frame_of_another_kind_is_not_taken(article: Staged) -> None:
    found = _predicate(article, "ACCUSE", 6)

    assert (found.id, found.mode, found.cameo, found.rule) == ("accuse", "", "110", "read: دیدار")


def test_words_far_from_any_frame_give_the_kind_alone(article: Staged) -> None:
    assert _predicate(article, "CONSULT", 2).id == "consult"


def test_every_kind_of_event_has_words_of_its_own() -> None:
    from pipeline.relations.reader.network import KINDS

    assert set(lexicon().grammar.kinds) == set(KINDS)
    assert all(words.label for words in lexicon().grammar.kinds.values())
    assert [kind for kind, words in lexicon().grammar.kinds.items() if not words.cameo] == ["MEMBER"]
