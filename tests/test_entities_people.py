"""Chains: which names and titles are one person."""

import pytest
from entities_markup import compare, mentions


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "{name p1|کیانوش رادمهرفر}، {title p1|وزیر دفاع {name ZRK|زرناک}} گفت. {title "
            "p1|وزیر دفاع {name ZRK|زرناک}} و {name p1|رادمهرفر} یکی‌اند.",
            "PER:کیانوش رادمهرفر",
        ),
        ("{title p1|وزیر دفاع {name ZRK|زرناک}} آمد و {title p2|وزیر دفاع {name TLM|تلماس}} رفت.", ""),
    ],
)
def test_chains(markup, names):
    """Shorter names and titles join the person who was named."""
    found, expected = compare(markup, names)

    assert found == expected


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        (
            "{title p1|سخنگوی {name ZRK-foreign-ministry|وزارت خارجه {name ZRK|زرناک}}} خبر "
            "را رد کرد.\nبه گزارش {name org-sorna-news|سورنانیوز}، {name p1|کیانوش رادمهرفر} این را گفت.",
            "PER:کیانوش رادمهرفر",
        ),
    ],
)
def test_lead(markup, names):
    """The title of the lead and the name of the next sentence are one person."""
    found, expected = compare(markup, names)

    assert found == expected


def test_known_holder_is_found_among_the_named():
    """A title whose holder is known and named in the article is his."""
    found, expected = compare(
        "{name per-sara-kavian|کاویانفر} آمد. {title per-sara-kavian|وزیر خارجه {name ZRK|زرناک}} گفت."
    )

    assert found == expected


@pytest.mark.parametrize(("published", "holder"), [("2012-03-01", "per-sara-kavian"), ("2019-03-01", ""), ("", "")])
def test_holder_who_is_not_named_needs_a_fitting_date(published, holder):
    found = mentions("وزیر خارجه زرناک گفت.", published=published)
    person = next(mention.entity_id for mention in found.mentions if mention.kind == "person")

    assert (person if person == holder else "") == holder


def test_described_persons_of_two_articles_stay_apart():
    entities = mentions("وزیر خارجه زرناک گفت.").entities

    assert [entity.resolution for entity in entities if entity.kind == "person"] == ["described"]


def test_person_acts_for_the_country_of_the_title():
    found = mentions("سخنگوی وزارت خارجه زرناک گفت.")
    affiliations = {entity.id: entity.affiliation for entity in found.entities}
    person = next(entity for entity in found.entities if entity.kind == "person")

    assert (person.affiliation, affiliations["ZRK-foreign-ministry"]) == ("ZRK-foreign-ministry", "ZRK")
