"""Pronouns and pointing descriptions of persons."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "{name p1|کیانوش رادمهرفر}، {title p1|سفیر {name ZRK|زرناک}} گفت. {title p1|این "
            "دیپلمات} افزود: {pronoun p1|او} ناراضی است.",
            "PER:کیانوش رادمهرفر",
        ),
        (
            "{name p1|کیانوش رادمهرفر} با {title p2|سفیر {name TLM|تلماس}} دیدار کرد. {pronoun p1|وی} خشنود بود.",
            "PER:کیانوش رادمهرفر",
        ),
        ("{title p1|وزیر دفاع {name ZRK|زرناک}} گفت {pronoun ZRK|کشورش} صبر می‌کند.", ""),
        ("وی رفت.", ""),
    ],
)
def test_reference(markup, names):
    """«وی», «این دیپلمات» and «کشورش» refer to the person the text is about."""
    found, expected = compare(markup, names)

    assert found == expected
