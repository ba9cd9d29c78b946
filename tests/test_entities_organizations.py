"""Organizations: listed ones, bodies of a country, media, longer names."""

import pytest
from entities_markup import compare


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "نشست {name org-northern-pact|پیمان شمالگان} ({acronym org-northern-pact|شمپا}) "
            "و بیانیه {title org-northern-pact|این پیمان}",
            "",
        ),
    ],
)
def test_listed(markup, names):
    """Organizations of the lexicon are found by names, acronyms and pointing words."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name ZRK-foreign-ministry|وزارت امور خارجه {name ZRK|زرناک}} بیانیه داد.", ""),
        ("{name IRN-foreign-ministry|وزارت خارجه} بیانیه داد.", ""),
        ("{name IRN-foreign-ministry|{name IRN-foreign-ministry|وزارت خارجه} {pronoun IRN|کشورمان}} بیانیه داد.", ""),
        (
            "{name TLM-foreign-ministry|وزارت خارجه {name TLM|تلماس}} بیانیه داد. {name "
            "TLM-foreign-ministry|وزارت خارجه} افزود",
            "",
        ),
        ("{name ZRK-embassy|سفارت {name ZRK|زرناک} در {name TLM|تلماس}} بسته شد.", ""),
    ],
)
def test_bodies(markup, names):
    """A body belongs to the country named after it; without one to the country the news is written in."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("به گزارش {name org-sorna-news|خبرگزاری {name org-sorna-news|سورنانیوز}} باران آمد.", ""),
        ("به نوشته {name o1|روزنامه «{name o1|پگاهان‌نامه}}» باران آمد.", ""),
    ],
)
def test_media(markup, names):
    """A medium is found with and without the word for its kind, listed or not."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("{name o1|کمیته بازرگانی {name org-northern-pact|پیمان شمالگان}} رای داد.", ""),
        ("{name o1|کمیسیون مشترک همکاری‌های {name ZRK|زرناک} و {name TLM|تلماس}} رای داد.", ""),
    ],
)
def test_longer_names(markup, names):
    """A head noun reaches to the country or organization it belongs to."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("نمایندگان {name o1|گروه هامونیان} آمدند.", "ORG:گروه هامونیان"),
    ],
)
def test_tagged(markup, names):
    """An organization that no table lists is taken from the tagger."""
    found, expected = compare(markup, names)

    assert found == expected
