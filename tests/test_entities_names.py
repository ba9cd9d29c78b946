"""Where persons are named."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name p1|کیانوش رادمهرفر} آمد.", "PER:کیانوش رادمهرفر"),
        ("آقای {name p1|رادمهرفر} آمد.", "PER:آقای رادمهرفر"),
        ("{title p1|وزیر دفاع {name ZRK|زرناک}} {name p1|کیانوش رادمهرفر} آمد.", "PER:کیانوش رادمهرفر"),
    ],
)
def test_tagged(markup, names):
    """The tagger's names are cut to the words of the name."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("دکتر {name p1|سید کیانوش رادمهرفر} آمد.", "PER:کیانوش رادمهرفر"),
    ],
)
def test_prefix_is_part_of_the_name(markup, names):
    """«سید» belongs to the name, an honorific does not."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name per-sara-kavian|سارا کاویانفر} آمد.", ""),
        ("{name per-sara-kavian|کاویانفر} آمد.", ""),
        ("خانم {name p1|رادمهرفر} آمد.", ""),
        ("«{name p1|کیانوش رادمهرفر}» {title p1|سفیر {name ZRK|زرناک}} آمد.", ""),
        ("{title p1|سفیر {name ZRK|زرناک}} «{name p1|کیانوش رادمهرفر}» آمد.", ""),
    ],
)
def test_names_without_a_tagger(markup, names):
    """Lexicon, honorific, title and quotation marks find names the tagger misses."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name p1|رادمهرفر}: می‌آییم\n{name p1|کیانوش رادمهرفر} این را گفت.", "PER:کیانوش رادمهرفر"),
    ],
)
def test_family_names_echo(markup, names):
    """A person named in full is known by the family name elsewhere, before or after."""
    found, expected = compare(markup, names)

    assert found == expected
