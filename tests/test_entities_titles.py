"""Titles at their full extent."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{title p1|وزیر دفاع {name ZRK|زرناک}} آمد.", ""),
        ("{title p1|وزیر دفاع جدید {name ZRK|زرناک}} آمد.", ""),
        ("{title p1|سخنگوی {name ZRK-foreign-ministry|وزارت خارجه {name ZRK|زرناک}}} آمد.", ""),
        ("{title p1|سفیر {name ZRK|زرناک} در {name TLM|تلماس}} آمد.", ""),
        ("{title p1|معاون بازرگانی {name ZRK-foreign-ministry|وزارت خارجه {name ZRK|زرناک}}} آمد.", ""),
        ("{title p1|نماینده ویژه {name ZRK|زرناک} در امور {name TLM|تلماس}} آمد.", ""),
    ],
)
def test_extent(markup, names):
    """A title reaches over its modifiers to what it belongs to."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("یک کارشناس آمد.", ""),
        ("مقام {demonym ZRK|زرناکی} آمد.", ""),
        ("سخنگو گفت.", ""),
    ],
)
def test_roles_are_no_persons(markup, names):
    """A mere role, or an office of nobody named, is no person."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{title p1|وزیر دفاع {name ZRK|زرناک}} با {title p2|همتای {demonym TLM|تلماسی} خود} گفتگو کرد.", ""),
    ],
)
def test_counterparts(markup, names):
    """«همتای … خود» is the same office in another country."""
    found, expected = compare(markup, names)

    assert found == expected
