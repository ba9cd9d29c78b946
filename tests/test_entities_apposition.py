"""Which title stands beside which name."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "{name p1|کیانوش رادمهرفر}، {title p1|وزیر دفاع {name ZRK|زرناک}} و {name p2|پریسا هوراند} آمدند.",
            "PER:کیانوش رادمهرفر|PER:پریسا هوراند",
        ),
        (
            "{name p1|کیانوش رادمهرفر} {title p1|سفیر {name ZRK|زرناک}} و {title p1|عضو "
            "{name org-northern-pact|پیمان شمالگان}} آمد.",
            "PER:کیانوش رادمهرفر",
        ),
        ("{title p1|وزیر دفاع {name ZRK|زرناک}}، {name p1|کیانوش رادمهرفر}، آمد.", "PER:کیانوش رادمهرفر"),
        (
            "{title p1|وزیر دفاع {name ZRK|زرناک}} {name p1|کیانوش رادمهرفر}، {title p2|وزیر "
            "دفاع {name TLM|تلماس}} {name p2|پریسا هوراند} را دید.",
            "PER:کیانوش رادمهرفر|PER:پریسا هوراند",
        ),
        ("{name p1|کیانوش رادمهرفر} ({title p1|سفیر {name ZRK|زرناک}}) آمد.", "PER:کیانوش رادمهرفر"),
        ("{name p1|کیانوش رادمهرفر} با {title p2|سفیر {name TLM|تلماس}} دیدار کرد.", "PER:کیانوش رادمهرفر"),
    ],
)
def test_links(markup, names):
    """A title beside a name, with or without a comma, is of that person."""
    found, expected = compare(markup, names)

    assert found == expected
