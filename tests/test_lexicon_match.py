"""Finding lexicon names in sentences."""

import pytest

from pipeline.lexicon.match import NameMatcher, key_of

NAMES = [
    ("نخست‌وزیر", "title", "pm", False),
    ("دوما", "body", "duma", False),
    ("ونیز", "place", "venice", False),
    ("سازمان", "body", "body", False),
    ("سازمان سپید", "organization", "org", True),
]


def found(*words):
    hits = NameMatcher(NAMES).find([key_of(word) for word in words])
    return [(hit.first, hit.last, hit.id) for hit in hits]


@pytest.mark.parametrize("words", [("نخست‌وزیر",), ("نخست", "وزیر"), ("نخستوزیر",), ("نخست", "‌", "وزير")])
def test_joiners_and_spaces_do_not_matter(words):
    assert found(*words) == [(0, len(words), "pm")]


def test_names_fill_whole_tokens():
    assert found("دوماه", "ادوما") == []


def test_linking_letter_is_read():
    assert found("دومای", "زرناک") == [(0, 1, "duma")]


def test_longer_names_come_first():
    assert found("در", "سازمان", "سپید") == [(1, 3, "org"), (1, 2, "body")]


def test_a_name_torn_apart_is_marked_loose():
    (hit,) = NameMatcher(NAMES).find(["و", "نیز"])

    assert hit.loose


def test_no_names_find_nothing():
    assert NameMatcher([]).find(["دوما"]) == []
