"""Keys that a word is found under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.persian import LETTERS, ZWNJ, fold
from pipeline.relations.words import keys


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("دیدار", "دیدار"),
        ("دیدارها", "دیدار"),
        ("دیدارهای", "دیدار"),
        ("دیدار‌هایی", "دیدار"),
        ("دیداری", "دیدار"),
        ("دیدارش", "دیدار"),
        ("نامه‌ای", "نامه"),
        ("نامه‌هایشان", "نامه"),
        ("همکاری‌های", "همکاری"),
        ("همکاریهایمان", "همکاری"),
        ("گفت‌وگوهای", "گفتوگو"),
        ("پيشنهاد", "پیشنهاد"),
        ("مسئول", "مسیول"),
        ("روسای", "روسا"),
        ("تحریم‌ها", "تحریم"),
    ],
)
def test_a_word_is_found_under_its_stem(word: str, key: str) -> None:
    assert key in keys(word)


@pytest.mark.parametrize(
    ("word", "key"), [("میز", "می"), ("رای", "ر"), ("کشورداری", "کشور"), ("دیدار", "دید"), ("مردم", "مرد")]
)
def test_a_stem_is_not_shorter_than_the_word_allows(word: str, key: str) -> None:
    assert key not in keys(word)


@given(st.text(alphabet=LETTERS + ZWNJ, max_size=12))
def test_the_whole_word_is_always_a_key(word: str) -> None:
    assert fold(word) in keys(word)


@given(st.text(alphabet=LETTERS, min_size=1, max_size=12))
def test_every_key_begins_the_word(word: str) -> None:
    assert all(fold(word).startswith(key) for key in keys(word))
