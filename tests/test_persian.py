"""Matching keys and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.persian import LETTER_VARIANTS, fold, to_ascii_digits, to_persian_digits


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كويت", "کویت"),
        ("علي", "علی"),
        ("مصطفى", "مصطفی"),
        ("می‌رود", "میرود"),
        ("خانۀ", "خانه"),
        ("خانهٔ", "خانه"),
        ("دولة", "دوله"),
        ("رئیس", "رییس"),
        ("مسؤول", "مسئول"),
        ("أحمد", "احمد"),
        ("إسلام", "اسلام"),
        ("اعضاء", "اعضا"),
        ("مُحَمَّد", "محمد"),
        ("میـــهن", "میهن"),
        ("\u200fایران\u200e", "ایران"),
        ("ایر\u00adان", "ایران"),
        ("\ufeffایران", "ایران"),
        ("ﺍﯾﺮﺍﻥ", "ایران"),
        ("ﻻله", "لاله"),
        ("ا\u0653ب", "آب"),
        ("سال ۱۳۹۸", "سال 1398"),
        ("٢٠١٩", "2019"),
        ("  وزیر \n امور\u00a0خارجه ", "وزیر امور خارجه"),
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("آن", "ان"), ("سوء", "سو"), ("وزیر خارجه", "وزیرخارجه"), ("US", "us")])
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_no_letter_is_a_variant_of_two_letters() -> None:
    variants = "".join(LETTER_VARIANTS.values())

    assert len(set(variants)) == len(variants)


def test_symbols_for_whole_phrases_stay() -> None:
    assert fold("ﷺ") == "ﷺ"


def test_digits_turn_both_ways() -> None:
    assert to_ascii_digits("۱۲٣4") == "1234"
    assert to_persian_digits("12٣۴") == "۱۲۳۴"
