"""The entity rows of an article."""

from entities_markup import mentions


def entity(text, names, kind):
    return next(found for found in mentions(text, names).entities if found.kind == kind)


def test_unlisted_persons_bear_their_fullest_name():
    person = entity("رادمهرفر آمد. کیانوش رادمهرفر رفت.", "PER:کیانوش رادمهرفر", "person")

    assert (person.label, person.resolution) == ("کیانوش رادمهرفر", "chain")


def test_listed_entities_bear_the_lexicons_labels():
    country = entity("جمهوری زرناک", "", "country")

    assert (country.label, country.label_en, country.iso3) == ("زرناک", "Zarnak", "ZRK")


def test_bodies_are_named_after_body_and_country():
    body = entity("وزارت خارجه زرناک", "", "organization")

    assert (body.label_en, body.affiliation) == ("Ministry of Foreign Affairs of Zarnak", "ZRK")
