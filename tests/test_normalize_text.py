"""Lost joiners come back, and nothing else changes."""

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Article
from pipeline.normalize import normalize, normalize_string
from pipeline.persian import fold

WORDS = [
    "می",
    "نمی",
    "رود",
    "کشور",
    "ها",
    "های",
    "رئیس",
    "جمهور",
    "وزیر",
    "رفته",
    "اند",
    "ای",
    "هسته",
    "نخست",
    "آن",
    "گفت",
    "و",
    "گو",
    "گوی",
    "میانجی\u200cگری",
    "میرود",
    "خانهها",
    "بینالمللیها",
]
SENTENCES = st.lists(st.sampled_from(WORDS)).map(" ".join)
LETTERS = st.text(st.sampled_from("اتدرشمنهویيكة ‌ها\u200f\u064bـ\n.،2a"))
NAUGHTY = Path(os.environ.get("RAVABET_DATA", "")) / "suites" / "blns.json"


def spell(text: str) -> str:
    """The normal spelling with a visible joiner."""
    return normalize_string(text).replace("\u200c", "|")


@pytest.mark.parametrize(
    ("lost", "due"),
    [
        ("رئیسجمهور", "رئیس|جمهور"),
        ("نخستوزیر", "نخست|وزیر"),
        ("بینالمللی", "بین|المللی"),
        ("گفتوگو", "گفت|وگو"),
        ("آیتالله", "آیت|الله"),
        ("فیمابین", "فی|مابین"),
        ("میتواند", "می|تواند"),
        ("نمیشود", "نمی|شود"),
        ("برمیگردد", "برمی|گردد"),
        ("زمینهها", "زمینه|ها"),
        ("همکاریهای", "همکاری|های"),
        ("شرکتهایی", "شرکت|هایی"),
        ("هستهای", "هسته|ای"),
        ("منطقهای", "منطقه|ای"),
        ("شدهاند", "شده|اند"),
        ("قطعنامهها", "قطعنامه|ها"),
    ],
)
def test_a_dropped_joiner_comes_back(lost: str, due: str) -> None:
    assert spell(lost) == due


@pytest.mark.parametrize(
    ("lost", "due"),
    [
        ("او می تواند برود", "او می|تواند برود"),
        ("کشور ها", "کشور|ها"),
        ("نخست وزیر عراق", "نخست|وزیر عراق"),
        ("همکاری های دو کشور", "همکاری|های دو کشور"),
        ("رئیس جمهور فرانسه", "رئیس|جمهور فرانسه"),
        ("رييس جمهوري روسيه", "رییس|جمهوری روسیه"),
        ("رفته اند", "رفته|اند"),
        ("برنامه هسته ای", "برنامه هسته|ای"),
        ("گفت و گوی دو وزیر", "گفت|وگوی دو وزیر"),
        ("گفت‌و‌گوهای تازه", "گفت|وگوهای تازه"),
        ("سازمان های بین المللی", "سازمان|های بین|المللی"),
    ],
)
def test_a_space_in_place_of_a_joiner_gives_way(lost: str, due: str) -> None:
    assert spell(lost) == due


@pytest.mark.parametrize(
    "right",
    [
        "میانجی میان دو کشور",
        "تحقیقات میدانی",
        "میدان آزادی",
        "ماه می سال گذشته",
        "در می ۲۰۱۸",
        "ایران و ترکیه",
        "ایالات متحده",
        "کاخ سفید",
        "گفت و گوش داد",
        "۲.۵ درصد",
        "۱۴۰۳/۰۲/۱۵",
        "۱,۲۵۰,۰۰۰",
        "سال ۵۱۰ ه.ش",
        "http://example.com/a-b_c?d=1",
        "name@example.org",
        "U.S. and E.U.",
    ],
)
def test_what_is_right_stays(right: str) -> None:
    assert normalize_string(right) == right


@pytest.mark.parametrize("right", ["این گونه سخنان را بیان کرده|اند", "هیچ کدام از آن خانه|ها"])
def test_a_text_that_keeps_its_joiners_keeps_its_spaces(right: str) -> None:
    assert spell(right.replace("|", "\u200c")) == right


def check_alignment(raw: str) -> None:
    text = normalize(Article("a", "p", raw))
    assert len(text.origins) == len(text.text)
    assert list(text.origins) == sorted(text.origins)
    assert all(0 <= origin < len(raw) for origin in text.origins)
    assert fold(text.text).replace(" ", "") == fold(raw).replace(" ", "")


@settings(deadline=None)
@given(SENTENCES | LETTERS | st.text())
def test_every_character_knows_its_origin_and_no_letter_is_lost(raw: str) -> None:
    check_alignment(raw)


@settings(deadline=None)
@given(SENTENCES | LETTERS | st.text())
def test_normal_spelling_stays(raw: str) -> None:
    once = normalize_string(raw)

    assert normalize_string(once) == once


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="RAVABET_DATA with suites/blns.json is not set")
def test_naughty_strings_are_aligned() -> None:
    for raw in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        check_alignment(raw)


@pytest.mark.parametrize("unit", ["می ", "میرود ", "ها", "\u200c", "ـ", "1", "a1@", "گفت و گو "])
def test_time_grows_with_length_only(unit: str) -> None:
    """Ten times the text takes about ten times as long, even where every word needs mending."""
    normalize_string(unit)
    short, long = (_seconds(unit * (size // len(unit))) for size in (40_000, 400_000))

    assert long < 30 * short + 0.2


def _seconds(text: str) -> float:
    start = time.process_time()
    normalize_string(text)
    return time.process_time() - start
