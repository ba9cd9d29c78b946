"""The table of confidences."""

import re
from pathlib import Path

from pipeline import entities
from pipeline.entities.confidence import CONFIDENCE, confidence


def test_every_confidence_is_a_probability():
    assert all(0 < value < 1 for value in CONFIDENCE.values())


def test_unknown_rules_are_unsure():
    assert confidence("no such rule") == 0.5


def test_guessed_persons_are_less_sure():
    assert confidence("title:lexicon", guessed=True) < confidence("title:lexicon")


def test_a_name_is_surer_than_a_pronoun():
    assert confidence("country:name") > confidence("pronoun")


def test_every_rule_of_the_stage_stands_in_the_table():
    sources = [path.read_text(encoding="utf-8") for path in Path(entities.__file__).parent.glob("*.py")]
    rules = {rule for source in sources for rule in re.findall(r'rule="([a-z]+(?::[a-z]+)?)"', source) if ":" in rule}

    assert rules - set(CONFIDENCE) == set()
