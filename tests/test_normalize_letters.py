"""Characters are cleaned and every one knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.letters import clean

HOSTILE = st.text(
    st.sampled_from("ابیيكة می‌ـ\u0653\u0654\u064b\u200b\u200f\u00ad\ufeff\u00a0\n\t.،«»12۱aZ_-ﻻﷺ\U0001f600")
)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("وزير كشور", "وزیر کشور"),
        ("خانهٔ ما و خانۀ او", "خانه ما و خانه او"),
        ("مي\u200f\u202bرود\u202c", "میرود"),
        ("تــهران ـ ایسنا", "تهران ـ ایسنا"),
        ("مُعَلِّم", "معلم"),
        ("رئيس", "رئیس"),
        ("ري\u0654یس", "رئیس"),
        ("ا\u0653مریکا", "آمریکا"),
        ("یک  \u00a0 دو", "یک دو"),
        ("می‌‌‌رود", "می‌رود"),
        ("\u200cاو\u200c رفت\u200c.", "او رفت."),
        ("25 درصد، ٢٠١٩", "۲۵ درصد، ۲۰۱۹"),
        ("COVID-19 در 2020", "COVID-19 در ۲۰۲۰"),
        ("ir.example.com/a1 را 3 بار", "ir.example.com/a1 را ۳ بار"),
        ("ﺳﻼم", "سلام"),
        ("یک\r\nدو", "یک\n\nدو"),
        ("", ""),
    ],
)
def test_characters_have_one_spelling(raw: str, cleaned: str) -> None:
    assert clean(raw)[0] == cleaned


def test_what_stands_for_several_characters_comes_from_the_first() -> None:
    assert clean("ا\u0653ب") == ("آب", clean("ا ب")[1][:1] + clean("ا ب")[1][2:])


@given(HOSTILE | st.text())
def test_origins_rise_and_stay_within_the_raw_text(raw: str) -> None:
    text, origins = clean(raw)

    assert len(origins) == len(text)
    assert list(origins) == sorted(origins)
    assert all(0 <= origin < len(raw) for origin in origins)


@given(HOSTILE | st.text())
def test_clean_text_stays(raw: str) -> None:
    text = clean(raw)[0]

    assert clean(text)[0] == text
