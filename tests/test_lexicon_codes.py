"""Quad classes and scores of events."""

import pytest

from pipeline.columns import EVENTS
from pipeline.lexicon.codes import CodeFacts, load_codes


@pytest.mark.parametrize(
    ("kind", "mode", "cameo", "expected"),
    [
        ("CONSULT", "visit", "042", CodeFacts("verbal_cooperation", 1.9, 4.0)),
        ("ACCUSE", "", "111", CodeFacts("verbal_conflict", -2.0, -3.0)),
        ("SANCTION", "discontinue", "163", CodeFacts("material_conflict", -8.0, -6.0)),
        ("PROTEST", "vandalize", "", CodeFacts("material_conflict", None, -5.0)),
        ("OFFICE", "", "", CodeFacts("", None, None)),
    ],
)
def test_facts(kind, mode, cameo, expected):
    assert expected == load_codes().facts(kind, mode, cameo)


def test_a_code_without_a_score_has_that_of_the_code_above_it():
    codes = load_codes()

    assert codes.facts("ASSAULT", "", "195").goldstein == codes.facts("ASSAULT", "drone", "1952").goldstein


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_a_quad_class_and_a_score(event):
    facts = load_codes().facts(event, "", "")

    assert facts.quad
    assert facts.plover_score is not None


def test_a_mode_of_another_event_is_not_known():
    assert [load_codes().has(event, "visit", "042") for event in ("CONSULT", "AGREE")] == [True, False]
