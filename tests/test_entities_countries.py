"""Countries by name, adjective and pointing word."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name ZRK|زرناک} با {name TLM|تلماس} گفتگو کرد.", ""),
        ("{demonym ZRK|زرناکی‌ها} خشنود شدند.", ""),
        ("{demonym ZRK|زرناکی ها} خشنود شدند.", ""),
        ("{name ZRK|جمهوری زرناک} پاسخ داد.", ""),
        ("{name ZRK|زرنـاک} پاسخ داد.", ""),
    ],
)
def test_names_and_adjectives(markup, names):
    """A country is found by its names and adjectives, whatever the joiners."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("زرناک‌هراسی راه به جایی نمی‌برد.", ""),
        ("زرناکستان جای دیگری است.", ""),
    ],
)
def test_names_fill_whole_words(markup, names):
    """A name inside a longer word is no name."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{title ZRK|دولت {name ZRK|زرناک}} این خبر را رد کرد.", ""),
        ("{title TLM|رژیم {name TLM|تلماس}} پاسخ نداد.", ""),
    ],
)
def test_governments(markup, names):
    """«دولت …» describes the country named after it."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name TLM|تلماس} آماده است و {pronoun TLM|این کشور} صبر می‌کند.", ""),
        ("{name TLM|تلماس} به {name IRN|ایران} پاسخ داد و {pronoun TLM|این کشور} صبر کرد.", ""),
        ("{pronoun IRN|کشورمان} با {name ZRK|زرناک} گفتگو کرد.", ""),
    ],
)
def test_pointing(markup, names):
    """«این کشور» is the last country, a foreign one before our own in the same sentence."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name ZRK|زرناک} و {name TLM|تلماس} گفتند روابط {pronoun TLM|{pronoun ZRK|دو کشور}} خوب است.", ""),
        ("روابط دو کشور خوب است.", ""),
    ],
)
def test_both(markup, names):
    """«دو کشور» stands for the last two countries, one mention each."""
    found, expected = compare(markup, names)

    assert found == expected
