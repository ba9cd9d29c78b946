"""The spelling in which models see words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.spelling import model_form


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("كتابي", "کتابی"),
        ("خانۀ", "خانه"),
        ("مُدیرِ", "مدیر"),
        ("۱۴۰۳", "0000"),
        ("٢٠٢٤", "0000"),
        ("می شود", "می‌شود"),
        ("‌ها", "ها"),
        ("کتاب‌‌ها", "کتاب‌ها"),
        ("تهـــران", "تهران"),
        ("ایران\u200f", "ایران"),
        ("ﻫﻢ", "هم"),
        ("\u200f", "-"),
        ("رئیس", "رئیس"),
    ],
)
def test_spells_one_word(word: str, expected: str) -> None:
    assert model_form(word) == expected


@given(st.text())
def test_a_form_is_spelled_already(word: str) -> None:
    """Spelling twice changes nothing, and no form is empty or holds a space."""
    form = model_form(word)

    assert model_form(form) == form
    assert form
    assert not any(letter.isspace() for letter in form)
