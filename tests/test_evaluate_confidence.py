"""Precision by confidence, and the expected calibration error."""

from pathlib import Path

import pytest
from small_runs import evaluated, relation, relation_row

from pipeline.evaluate.confidence import Judged, bands, calibration, events


def found(*pairs: tuple[float, bool]) -> list[Judged]:
    return [Judged("CONSULT", confidence, right) for confidence, right in pairs]


@pytest.mark.parametrize(
    ("confidence", "low"),
    [
        (0.0, 0.0),
        (0.2999, 0.0),
        (0.3, 0.3),
        (0.5, 0.5),
        (0.6999, 0.5),
        (0.7, 0.7),
        (0.8999, 0.7),
        (0.9, 0.9),
        (1.0, 0.9),
    ],
)
def test_a_band_begins_with_its_lower_bound(confidence: float, low: float) -> None:
    assert [band.low for band in bands(found((confidence, True))) if band.found] == [low]


def test_precision_is_the_share_that_is_right_and_unknown_of_an_empty_band() -> None:
    precisions = [band.precision for band in bands(found((0.4, True), (0.45, False), (0.95, True)))]

    assert precisions == [None, 0.5, None, None, 1.0]


def test_offices_and_memberships_are_no_events() -> None:
    relations = [Judged("OFFICE", 0.9, True), Judged("ACCUSE", 0.9, True), Judged("MEMBER", 0.9, True)]

    assert [one.kind for one in events(relations)] == ["ACCUSE"]


def test_the_error_is_the_mean_distance_of_confidence_and_precision() -> None:
    """Two bins of two: .5 on the mean where none is right, .9 where both are."""
    result = calibration(found((0.9, True), (0.4, False), (0.6, False), (0.9, True)), number=2)

    assert [(one.found, one.confidence, one.precision) for one in result.bins] == [(2, 0.5, 0.0), (2, 0.9, 1.0)]
    assert result.error == 0.3


def test_bins_are_weighed_by_their_size() -> None:
    """One wrong at .3 and two right at .9 in two bins: a third of .3 and two thirds of .1."""
    assert calibration(found((0.9, True), (0.9, True), (0.3, False)), number=2).error == 0.1667


@pytest.mark.parametrize(("number", "sizes"), [(12, [2, 2, 3, 2, 3]), (5, [1] * 5), (2, [1, 1])])
def test_five_bins_hold_equally_many_or_one_more(number: int, sizes: list[int]) -> None:
    assert [one.found for one in calibration(found(*[(0.5, True)] * number)).bins] == sizes


def test_confidence_that_keeps_its_promise_has_no_error() -> None:
    assert calibration(found((1.0, True), (0.0, False)), number=2).error == 0.0


def test_there_is_no_error_without_events() -> None:
    assert (calibration([]).error, calibration([]).bins) == (None, ())


def test_each_triple_is_judged_once_with_its_highest_confidence(tmp_path: Path) -> None:
    rows = [relation_row("ACCUSE", "ZRK", "TLM", confidence=confidence) for confidence in (0.4, 0.8, 0.6)]

    result = evaluated(tmp_path, [relation("ACCUSE", "zrk", "tlm")], [*rows, relation_row("REJECT", "TLM", "ZRK")])

    assert result.judged == [Judged("ACCUSE", 0.8, True), Judged("REJECT", 0.8, False)]
