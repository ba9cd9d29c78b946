"""Sentences and tokens, each with its raw offsets."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Article, Document
from pipeline.normalize import normalize
from pipeline.persian import fold
from pipeline.tokenize import tokenize

NAUGHTY = Path(os.environ.get("RAVABET_DATA", "")) / "suites" / "blns.json"
HOSTILE = st.text(
    st.sampled_from("ابیك م رود می ها\u200c\u200f\u064bـ\n\n .،؛:!؟?«»“”()[]-–…/'12۱٫,@aZ.ir_%\U0001f600ﷺ")
)


def document(raw: str, title: str = "") -> Document:
    return tokenize(normalize(Article("a", "p", raw, title=title)))


def words(raw: str) -> list[str]:
    """All tokens, joiners visible."""
    return [token.text.replace("\u200c", "|") for sentence in document(raw).sentences for token in sentence]


@pytest.mark.parametrize(
    ("raw", "tokens"),
    [
        ("وزیر خارجه گفت: «می‌رویم».", "وزیر خارجه گفت : « می|رویم » ."),
        ("ایران-آمریکا", "ایران - آمریکا"),
        ("تهران – ایسنا", "تهران – ایسنا"),
        ("“ایران” و ‘عراق’", "“ ایران ” و ‘ عراق ’"),
        ("او…رفت", "او … رفت"),
        ("چرا؟!", "چرا ؟!"),
        ("ایران،عراق؛ترکیه", "ایران ، عراق ؛ ترکیه"),
        ("قیمت 1,250,000 ریال", "قیمت ۱,۲۵۰,۰۰۰ ریال"),
        ("۲.۵ و ۲٫۵ درصد", "۲.۵ و ۲٫۵ درصد"),
        ("در 1403/02/15 ساعت 14:30", "در ۱۴۰۳/۰۲/۱۵ ساعت ۱۴:۳۰"),
        ("نشانی http://example.com/a-1?b=2 است.", "نشانی http://example.com/a-1?b=2 است ."),
        ("به name.x@example.org بنویسید.", "به name.x@example.org بنویسید ."),
        ("سایت isna.ir نوشت", "سایت isna.ir نوشت"),
        ("COVID-19 آمد", "COVID-19 آمد"),
        ("گروه ۵+۱", "گروه ۵+۱"),
        ("۲۰۱۹-۱۱-۰۲ و ۳-۲", "۲۰۱۹-۱۱-۰۲ و ۳ - ۲"),
        ("پهپاد MQ9 و G7", "پهپاد MQ9 و G7"),
        ("(ره)", "( ره )"),
        ("بود.", "بود ."),
        ("سال ۱۳۹۸.", "سال ۱۳۹۸ ."),
        ("نخواهد", "نخواهد"),
        ("او کتاب می خواند", "او کتاب می|خواند"),
    ],
)
def test_tokens(raw: str, tokens: str) -> None:
    assert words(raw) == tokens.split()


@pytest.mark.parametrize(
    "sentences",
    [
        ["او آمد.", "سپس رفت."],
        ["او گفت: «می‌روم.»", "سپس رفت."],
        ["آیا می‌آیید؟", "بله!", "خوب است."],
        ["«چرا؟» را پرسید."],
        ["ایران، عراق و... در نشست بودند."],
        ["م. ر. کاظمی آمد.", "او نشست."],
        ["1. نخستین بند این است.", "2. بند دوم هم هست."],
        ["او ۲.۵ درصد گرفت.", "بس است."],
        ["تیتر بدون نقطه\n", "متن خبر آغاز شد"],
    ],
    ids=lambda sentences: sentences[0][:20],
)
def test_sentences(sentences: list[str]) -> None:
    raw = " ".join(sentences)
    found = [fold(raw[sentence[0].start : sentence[-1].end]) for sentence in document(raw).sentences]

    assert found == [fold(sentence) for sentence in sentences]


WRAPPED = [
    "وزیران دو کشور همسایه در نشستی که صبح دیروز در پایتخت برگزار شد درباره راه‌های",
    "گسترش بازرگانی و ساختن راه آهن تازه میان شهرهای مرزی سخن گفتند و قرار شد که",
    "کارشناسان تا پایان ماه آینده گزارشی درباره هزینه‌های این کار آماده کنند و به هر",
    "دو دولت بدهند تا پس از بررسی در مجلس‌های دو کشور به رأی گذاشته شود و بودجه آن هم",
    "در سال آینده پرداخت شود.",
    "همچنین گفته شد که نمایشگاهی از کالاهای دو کشور در پاییز برپا خواهد شد تا بازرگانان",
    "بتوانند با یکدیگر آشنا شوند و قراردادهای خود را همان جا بنویسند و امضا کنند و از این",
    "راه کارها آسان‌تر پیش برود و هزینه‌ها هم کمتر شود و مردم دو سوی مرز نیز از آن بهره",
    "ببرند و این همه در یک سال.",
]


def test_lines_of_a_hard_wrapped_article_run_on() -> None:
    sentences = document("تیتر خبر\n" + "\n".join(WRAPPED), title="تیتر خبر").sentences

    assert [len(sentence) > 10 for sentence in sentences] == [False, True, True]


def test_a_line_break_ends_a_sentence_elsewhere() -> None:
    assert len(document("یک خبر کوتاه\nو خبری دیگر\nو باز هم").sentences) == 3


def check_offsets(raw: str) -> None:
    last = 0
    for sentence in document(raw).sentences:
        assert sentence
        for token in sentence:
            assert last <= token.start < token.end <= len(raw)
            assert fold(raw[token.start : token.end]).replace(" ", "") == fold(token.text).replace(" ", "")
            last = token.start
    kept = "".join(token.text for sentence in document(raw).sentences for token in sentence)
    assert fold(kept).replace(" ", "") == fold(raw).replace(" ", "")


@settings(deadline=None)
@given(HOSTILE | st.text())
def test_a_raw_slice_is_the_token_and_no_letter_is_lost(raw: str) -> None:
    check_offsets(raw)


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="RAVABET_DATA with suites/blns.json is not set")
def test_naughty_strings_keep_their_offsets() -> None:
    for raw in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        check_offsets(raw)


def test_vowel_signs_at_the_end_belong_to_the_word() -> None:
    raw = "وزارت خارجهٔ ایران"
    token = document(raw).sentences[0][1]

    assert (token.text, raw[token.start : token.end]) == ("خارجه", "خارجهٔ")


@pytest.mark.parametrize(
    "raw",
    [
        "ا" * 300_000,
        "1" * 300_000,
        "1." * 100_000,
        "." * 300_000,
        "a@" * 100_000,
        "«" * 100_000,
        "a." * 100_000,
        "1-" * 100_000,
    ],
)
def test_very_long_tokens_are_safe(raw: str) -> None:
    assert document(raw).sentences


def test_nothing_comes_of_nothing() -> None:
    assert document(" \n\u200f ").sentences == ()
