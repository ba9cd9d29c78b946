"""For whom the holder of a title acts."""

import pytest
from entities_markup import mentions


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("وزیر دفاع زرناک گفت.", ["ZRK"]),
        ("سخنگوی وزارت خارجه زرناک گفت.", ["ZRK-foreign-ministry"]),
        ("دبیرکل پیمان شمالگان گفت.", ["org-northern-pact"]),
        ("وزیر خارجه گفت.", ["IRN"]),
        ("سفیر زرناک در تلماس گفت.", ["ZRK"]),
        ("مقام زرناکی گفت.", []),
        ("سخنگو گفت.", []),
    ],
)
def test_acts_for(text, of):
    """Ministers and envoys act for the country, spokesmen for the body; vague words for nobody."""
    assert [statement.of for statement in mentions(text).office_statements] == of


def test_deputies_of_different_portfolios_stay_apart():
    found = mentions("معاون بازرگانی پیمان شمالگان آمد. معاون فرهنگی پیمان شمالگان رفت.")

    assert len({mention.entity_id for mention in found.mentions if mention.kind == "person"}) == 2
