"""Verb groups of tagged sentences: lemma, tense, person, negation and voice."""

import pytest
from marked_sentences import sketch

PRESENT, PAST, PERFECT, FUTURE, SUBJUNCTIVE = "present", "past", "perfect", "future", "subjunctive"


def _last(sentence: str) -> tuple[str, str, int, bool, bool]:
    group = [verb for verb in sketch(sentence).verbs if verb.finite][-1]
    return group.lemma, group.tense, group.person, group.negated, group.passive


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("هیئت دیروز با خبرنگاران دیدار کرد.", ("کرد#کن", PAST, 3, False, False)),
        ("آنان این پیشنهاد را نپذیرفتند.", ("پذیرفت#پذیر", PAST, 6, True, False)),
        ("من این خبر را تکذیب کردم.", ("کرد#کن", PAST, 1, False, False)),
        ("وزیر به این نشست نیامد.", ("آمد#آ", PAST, 3, True, False)),
        ("همسایگان با هم همکاری نمی‌کردند.", ("کرد#کن", "imperfect", 6, True, False)),
        ("دو کشور توافق کرده‌اند.", ("کرد#کن", PERFECT, 6, False, False)),
        ("او این نامه را نوشته است.", ("نوشت#نویس", PERFECT, 3, False, False)),
        ("آنان پیش از این گفت‌وگو کرده بودند.", ("کرد#کن", PERFECT, 6, False, False)),
        ("او هنوز نامه را ننوشته است.", ("نوشت#نویس", PERFECT, 3, True, False)),
        ("طرف‌ها مذاکره می‌کنند.", ("کرد#کن", PRESENT, 6, False, False)),
        ("ما از این طرح حمایت نمی‌کنیم.", ("کرد#کن", PRESENT, 4, True, False)),
        ("او پیشنهادی تازه دارد.", ("داشت#دار", PRESENT, 3, False, False)),
        ("او پیشنهادی تازه ندارد.", ("داشت#دار", PRESENT, 3, True, False)),
        ("او رئیس پارلمان نیست.", ("بود#باش", "copula", 3, True, False)),
        ("این هیئت فردا به پایتخت سفر خواهد کرد.", ("کرد#کن", FUTURE, 3, False, False)),
        ("آنان این پیشنهاد را نخواهند پذیرفت.", ("پذیرفت#پذیر", FUTURE, 6, True, False)),
        ("شما باید پاسخ بدهید.", ("داد#ده", SUBJUNCTIVE, 5, False, False)),
        ("او نباید به آنجا برود.", ("رفت#رو", SUBJUNCTIVE, 3, False, False)),
        ("سه نفر در این حمله کشته شدند.", ("کشت#کش", PAST, 6, False, True)),
        ("این نامه هنوز فرستاده نشده است.", ("فرستاد#فرست", PERFECT, 3, True, True)),
        ("این نامه فردا فرستاده خواهد شد.", ("فرستاد#فرست", FUTURE, 3, False, True)),
        ("این نامه فرستاده نخواهد شد.", ("فرستاد#فرست", FUTURE, 3, True, True)),
        ("این نامه‌ها هر روز فرستاده می‌شوند.", ("فرستاد#فرست", PRESENT, 6, False, True)),
    ],
)
def test_the_verb_group_of_a_sentence(sentence: str, expected: tuple[str, str, int, bool, bool]) -> None:
    assert _last(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("نشست خبری سخنگو برگزار شد.", ["شد#شو"]),
        ("درخواست آنان پاسخی نداشت.", ["داشت#دار"]),
        ("شکست مذاکرات همه را نگران کرد.", ["کرد#کن"]),
        ("او از همسایگان خواست مرز را باز کنند.", ["خواست#خواه", "کرد#کن"]),
        ("او می‌تواند به این کشور کمک کند.", ["کرد#کن"]),
        ("او گفت می‌رود.", ["گفت#گو", "رفت#رو"]),
    ],
)
def test_nouns_that_look_like_verbs_are_none_and_modals_lead_their_verb(sentence: str, expected: list[str]) -> None:
    assert [verb.lemma for verb in sketch(sentence).verbs if verb.finite] == expected


def test_an_infinitive_is_a_group_that_closes_no_clause() -> None:
    infinitives = [verb for verb in sketch("پیوستن به این پیمان دشوار است.").verbs if verb.tense == "infinitive"]

    assert [(verb.lemma, verb.finite, verb.person) for verb in infinitives] == [("پیوست#پیوند", False, 0)]


def test_a_participle_before_a_joint_counts_as_perfect() -> None:
    first, last = sketch("او به پایتخت رفته و با رئیس‌جمهور دیدار کرده است.").verbs

    assert [(verb.lemma, verb.tense, verb.finite) for verb in (first, last)] == [
        ("رفت#رو", PERFECT, True),
        ("کرد#کن", PERFECT, True),
    ]


def test_a_group_spans_its_auxiliaries() -> None:
    (group,) = sketch("این نامه فرستاده نخواهد شد.").verbs

    assert (group.first, group.last) == (2, 5)
