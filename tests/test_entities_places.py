"""Capitals as places and as governments."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{metonym ZRK|مهرگرد} و {metonym TLM|بورسان} بر سر نفت توافق کردند.", ""),
        ("روابط میان {metonym ZRK|مهرگرد} و {metonym TLM|بورسان} سرد است.", ""),
        ("اقدامات {metonym TLM|بورسان} نگران‌کننده است.", ""),
        ("این سیاست علیه {metonym ZRK|مهرگرد} است.", ""),
        ("آن‌ها به {metonym TLM|بورسان} هشدار داد.", ""),
    ],
)
def test_capital_as_government(markup, names):
    """A capital that acts stands for its government."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("هیات بازرگانی به {name plc-mehrgerd|مهرگرد} سفر کرد.", ""),
        ("نشست در {name plc-bursan|بورسان} برگزار شد.", ""),
        ("کشتی‌ها از {name plc-lake-sorna|دریاچه سورنا} گذشتند.", ""),
        ("وزیران راهی {name plc-bursan|بورسان} شدند.", ""),
    ],
)
def test_capital_as_place(markup, names):
    """A capital one travels to, or where something happens, is a place."""
    found, expected = compare(markup, names)

    assert found == expected
