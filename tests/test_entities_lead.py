"""The speaker of the lead, and further titles of a speaker."""

import pytest
from entities_markup import compare

LEAD = "{title p1|سخنگوی {name ZRK-foreign-ministry|وزارت خارجه {name ZRK|زرناک}}} خبر را رد کرد.\n"
NAME = "به گزارش {name org-sorna-news|سورنانیوز}، {name p1|کیانوش رادمهرفر} این را گفت."


@pytest.mark.parametrize(
    "markup",
    [
        LEAD + NAME,
        LEAD + NAME + " {title p1|سفیر پیشین {name ZRK|زرناک} در {name TLM|تلماس}} همچنین افزود.",
        LEAD + NAME + " {title p2|سفیر پیشین {name TLM|تلماس} در {name ZRK|زرناک}} همچنین افزود.",
        LEAD + "{name p2|کیانوش رادمهرفر}، {title p2|وزیر دفاع {name ZRK|زرناک}} این را گفت.",
    ],
)
def test_speaker_of_the_lead(markup):
    """The lead's title and the name after it are one person, unless the name has a title of its own."""
    found, expected = compare(markup, "PER:کیانوش رادمهرفر")

    assert found == expected
