"""Candidates of frames and readings of the reader become one statement per kind and pair."""

from dataclasses import replace

import pytest
from reader_parts import judged, staged

from pipeline.relations.judge import Logistic
from pipeline.relations.reader.read import Reading
from pipeline.relations.stage import Judged, Staged
from pipeline.relations.statements import Statement, blend_values, key_of, statements

MEETING = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد."
EVEN = Logistic({"reader": 1.0, "judge": 1.0}, 0.0)
ACTUAL = {"actual": 1.0, "future": 0.0, "hypothetical": 0.0}


@pytest.fixture(scope="module")
def article() -> Staged:
    return staged(MEETING)


def _judged(article: Staged, probability: float) -> list[Judged]:
    return [replace(one, probability=probability) for one in judged(article, "meet")]


def _reading(
    article: Staged, source: str, target: str, probability: float, both: float, kind: str = "CONSULT"
) -> Reading:
    return Reading(article.scenes[0][0], source, target, kind, probability, both, 0.0, ACTUAL, "", (5,))


def _found(article: Staged, judged: list[Judged], readings: list[Reading]) -> list[Statement]:
    return statements(judged, readings, article.entities, EVEN)


def test_a_frame_and_the_reader_make_one_statement(article: Staged) -> None:
    (one,) = _found(article, _judged(article, 0.5), [_reading(article, "S", "T", 0.8, 1.0)])

    assert (one.kind, one.source, one.target, one.both_ways) == ("CONSULT", "S", "T", True)
    assert one.probability == pytest.approx(0.8)
    assert one.judged is not None
    assert one.reading is not None


def test_the_reader_alone_may_state_what_no_frame_proposes(article: Staged) -> None:
    (one,) = _found(article, [], [_reading(article, "T", "S", 0.6, 0.1, "ACCUSE")])

    assert (one.kind, one.source, one.target, one.both_ways, one.judged) == ("ACCUSE", "T", "S", False, None)


def test_a_frame_alone_states_what_the_reader_holds_impossible_with_little_confidence(article: Staged) -> None:
    (one,) = _found(article, _judged(article, 0.9), [])

    assert one.reading is None
    assert one.probability < 0.05


def test_of_both_directions_the_likelier_stands(article: Staged) -> None:
    readings = [_reading(article, "S", "T", 0.3, 0.9), _reading(article, "T", "S", 0.7, 0.9)]
    (one,) = _found(article, [], readings)

    assert (one.source, one.target, one.both_ways) == ("T", "S", True)


def test_one_way_and_both_ways_do_not_stand_side_by_side(article: Staged) -> None:
    readings = [_reading(article, "S", "T", 0.7, 0.1), _reading(article, "T", "S", 0.4, 0.9)]
    (one,) = _found(article, [], readings)

    assert (one.source, one.target, one.both_ways) == ("S", "T", False)


def test_two_one_way_relations_of_one_kind_both_stand(article: Staged) -> None:
    readings = [_reading(article, "S", "T", 0.7, 0.1, "ACCUSE"), _reading(article, "T", "S", 0.6, 0.1, "ACCUSE")]

    assert {(one.source, one.target) for one in _found(article, [], readings)} == {("S", "T"), ("T", "S")}


def test_only_what_is_wanted_is_judged(article: Staged) -> None:
    wanted = frozenset([key_of(_reading(article, "S", "T", 0.1, 0.0))])

    assert wanted == {(0, "CONSULT", "S", "T")}
    assert {one.candidate.frame.kind for one in judged(article, "meet", wanted)} == {"CONSULT"}
    assert judged(article, "meet", frozenset([(0, "ACCUSE", "S", "T")])) == []


def test_the_blend_knows_whether_a_frame_proposes(article: Staged) -> None:
    key = 0, "CONSULT", "S", "T"
    alone = blend_values(key, None, _reading(article, "S", "T", 0.5, 0.0), article.entities)
    proposed = blend_values(key, _judged(article, 0.5)[0], None, article.entities)

    assert alone == {
        "kind=CONSULT": 1.0,
        "country unknown": 1.0,
        "person-person, country unknown": 1.0,
        "title": 1.0,
        "reader": 0.0,
        "no phrase": 1.0,
    }
    assert proposed["judge"] == 0.0
    assert proposed["reader"] < -5
