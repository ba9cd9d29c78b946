"""Forms of verbs as they are generated from their stems."""

from pathlib import Path

import pytest
from marked_sentences import lexicon

from pipeline.lexicon.verbs import VerbForm, load_conjugation


@pytest.mark.parametrize(
    ("word", "lemma", "tense", "person", "negated"),
    [
        ("می‌کند", "کرد#کن", "present", 3, False),
        ("میکند", "کرد#کن", "present", 3, False),
        ("نمی‌کنند", "کرد#کن", "present", 6, True),
        ("بیاید", "آمد#آ", "subjunctive", 3, False),
        ("نیامدند", "آمد#آ", "past", 6, True),
        ("نیاید", "آمد#آ", "subjunctive", 3, True),
        ("می‌آیند", "آمد#آ", "present", 6, False),
        ("بیفزاید", "افزود#افزا", "subjunctive", 3, False),
        ("نیفزود", "افزود#افزا", "past", 3, True),
        ("بایستد", "ایستاد#ایست", "subjunctive", 3, False),
        ("می‌گوید", "گفت#گو", "present", 3, False),
        ("می‌شود", "شد#شو", "present", 3, False),
        ("برود", "رفت#رو", "subjunctive", 3, False),
        ("رفته‌اند", "رفت#رو", "perfect", 6, False),
        ("نرفته‌ایم", "رفت#رو", "perfect", 4, True),
        ("فراخواند", "فراخواند#فراخوان", "past", 3, False),
        ("برنمی‌گزیند", "برگزید#برگزین", "present", 3, True),
        ("ندارد", "داشت#دار", "present", 3, True),
        ("نیستند", "بود#باش", "copula", 6, True),
        ("نباشد", "بود#باش", "subjunctive", 3, True),
    ],
)
def test_forms(word: str, lemma: str, tense: str, person: int, negated: bool) -> None:
    readings = [(one.lemma, one.tense, one.person, one.negated) for one in lexicon().grammar.conjugation.readings(word)]

    assert (lemma, tense, person, negated) in readings


@pytest.mark.parametrize("word", ["کتاب", "دیدار", "بایستی", "کن", "", "می‌"])
def test_words_that_are_no_verb_forms(word: str) -> None:
    assert lexicon().grammar.conjugation.readings(word) == ()


def test_a_table_of_stems_is_read_with_its_preverbs(tmp_path: Path) -> None:
    path = tmp_path / "verbs.csv"
    path.write_text("past,present,preverbs\nگشت,گرد,بر|باز\n", encoding="utf-8")

    assert load_conjugation(path).readings("بازگشتند") == (VerbForm("بازگشت#بازگرد", "past", 6, False),)
