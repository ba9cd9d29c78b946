"""Polarity, realis and speaker from the judge and the reader together."""

import pytest
from marked_sentences import told as discourses_of
from reader_parts import staged

from pipeline.model import Entity
from pipeline.relations.judge import Judge, Logistic
from pipeline.relations.manner import polarity, realis, told
from pipeline.relations.reader.read import Reading

TEXT = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد."
QUOTED = "[O:person سارا کیانی] گفت: [S:country هیرماند] از [T:country سرمند] شکایت کرد."


def _judge(negated: float = 0.0, future: float = 0.0, hypothetical: float = 0.0) -> Judge:
    blank = Logistic({}, 0.0)
    models = (Logistic({"x": value}, -4.0) for value in (negated, future, hypothetical))
    return Judge(blank, *models, blend=blank, threshold=0.3)


def _reading(negated: float = 0.0, speaker: str = "", **realis: float) -> Reading:
    scene = staged(TEXT).scenes[0][0]
    chances = {"actual": 0.0, "future": 0.0, "hypothetical": 0.0} | realis
    return Reading(scene, "S", "T", "CONSULT", 0.9, 0.9, negated, chances, speaker, (5,))  # type: ignore[arg-type]


X = frozenset({"x"})


@pytest.mark.parametrize(
    ("judge", "modal", "reading", "expected"),
    [
        (_judge(negated=8.0), X, None, "negated"),
        (_judge(negated=0.0), X, None, "affirmed"),
        (_judge(), None, _reading(negated=0.5), "negated"),
        (_judge(), None, _reading(negated=0.2), "affirmed"),
        (_judge(negated=8.0), X, _reading(negated=0.0), "negated"),
        (_judge(negated=0.0), X, _reading(negated=0.6), "affirmed"),
    ],
)
def test_polarity(judge: Judge, modal: frozenset[str] | None, reading: Reading | None, expected: str) -> None:
    assert polarity(judge, modal, reading) == expected


@pytest.mark.parametrize(
    ("judge", "modal", "reading", "expected"),
    [
        (_judge(), X, None, "actual"),
        (_judge(future=8.0), X, None, "future"),
        (_judge(hypothetical=8.0), X, None, "hypothetical"),
        (_judge(), None, _reading(future=0.7, actual=0.3), "future"),
        (_judge(future=8.0), X, _reading(actual=0.6, future=0.4), "future"),
        (_judge(), X, _reading(actual=0.4, hypothetical=0.6), "actual"),
    ],
)
def test_realis(judge: Judge, modal: frozenset[str] | None, reading: Reading | None, expected: str) -> None:
    assert realis(judge, modal, reading) == expected


def _entities() -> dict[str, Entity]:
    return {entity.id: entity for entity in staged(QUOTED).mentions.entities}


def test_without_a_reading_grammar_says_who_speaks() -> None:
    (discourse,) = discourses_of(QUOTED)
    at = len(discourse.sketch.tokens) - 3

    assert told(discourse, at, "S", None, _entities()).speaker == "سارا کیانی"


def test_the_reader_may_hear_nobody_or_another() -> None:
    (discourse,) = discourses_of(QUOTED)
    at = len(discourse.sketch.tokens) - 3

    assert told(discourse, at, "S", _reading(speaker=""), _entities()).speaker == ""
    heard = told(discourse, at, "S", _reading(speaker="T"), _entities())
    assert (heard.speaker, heard.chain, heard.manner) == ("T", ("سارا کیانی", "T"), "indirect")


def test_a_source_that_speaks_for_itself_is_no_speaker() -> None:
    (discourse,) = discourses_of(QUOTED)

    assert told(discourse, 4, "S", _reading(speaker="S"), _entities()).speaker == ""
