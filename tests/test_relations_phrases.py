"""Phrases of data files found in sentences: stems, verbs by lemma, gaps."""

import pytest
from marked_sentences import lexicon, sketch

from pipeline.lexicon.frames import parse_phrases
from pipeline.lexicon.grammar import fold_words
from pipeline.relations.phrases import PhraseIndex


def _found(phrase: str, sentence: str) -> list[str]:
    """The words of every occurrence, a bar after those before a gap."""
    rows = parse_phrases([phrase], fold_words)
    ours = sketch(sentence)
    words = [token.text for token in ours.tokens]
    hits = PhraseIndex({"ours": rows}).find(ours)
    return [" ".join(words[hit.first : hit.head]) + "|" + " ".join(words[hit.head : hit.last]) for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("دیدار", "دیدارهای آنان ادامه دارد.", ["دیدارهای|"]),
        ("گفت‌وگو", "گفت و گو به پایان رسید.", ["گفت‌وگو|"]),
        ("گفت‌وگو", "گفت‌وگوها به پایان رسید.", ["گفت‌وگوها|"]),
        ("رد … کرد#کن", "او رد این پیشنهاد را تکرار کرد.", ["رد|این پیشنهاد را تکرار کرد"]),
        ("رد … کرد#کن", "آنان پیشنهاد را رد کردند.", ["رد|کردند"]),
        ("خواستار … شد#شو", "او خواستار پاسخ نخواهد شد.", ["خواستار|پاسخ نخواهد شد"]),
        ("کشته شد#شو", "سه نفر کشته می‌شوند.", []),
        ("کشت#کش", "سه نفر کشته شدند.", ["کشته شدند|"]),
        ("خواست#خواه", "آنان خواستند که بروند.", ["خواستند|"]),
        ("خواست#خواه", "آنان به آنجا خواهند رفت.", []),
        ("رد … کرد#کن", "او رد این سخن را شنید و سکوت کرد.", []),
        ("دیدار", "دیدگاه آنان روشن است.", []),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase: str, sentence: str, expected: list[str]) -> None:
    assert _found(phrase, sentence) == expected


def test_the_longest_phrase_comes_first_at_each_place() -> None:
    rows = parse_phrases(["تماس", "تماس تلفنی"], fold_words)
    hits = PhraseIndex({"call": rows}).find(sketch("تماس تلفنی آنان کوتاه بود."))

    assert [hit.phrase for hit in hits] == [("تماس", "تلفنی"), ("تماس",)]


def test_a_gap_is_at_most_nine_words_wide() -> None:
    near, far = (f"رد {'بسیار ' * words}کرد." for words in (9, 10))

    assert [len(_found("رد … کرد#کن", sentence)) for sentence in (near, far)] == [1, 0]


def test_no_phrase_of_a_frame_begins_with_a_gap() -> None:
    assert [frame.id for frame in lexicon().grammar.frames for row in frame.phrases if row[0] == "…"] == []
