"""The language of a text from its letters."""

import pytest

from pipeline.read.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رئیس‌جمهور گفت که گفت‌وگوها ادامه می‌یابد", "fa"),
        ("رئيس جمهور گفت كه گفتگوها ادامه مي يابد", "fa"),
        ("قال وزير الخارجية إن المحادثات مستمرة في العاصمة", "ar"),
        ("The talks go on, the minister said", "en"),
        ("The minister گفت", "en"),
        ("وزیر خارجہ نے کہا ہے کہ بات چیت جاری ہے اور بڑی پیش رفت ہوئی", ""),
        ("Переговоры продолжаются", ""),
        ("۱۲۳ - 456", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_letters(text: str, expected: str) -> None:
    assert language(text) == expected
