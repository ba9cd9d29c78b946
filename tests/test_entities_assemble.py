"""Office statements and known offices of an article."""

import pytest
from entities_markup import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سارا کاویانفر، وزیر خارجه زرناک گفت.", [("per-sara-kavian", "ZRK", "وزیر خارجه زرناک", False)]),
        (
            "سارا کاویانفر، سفیر پیشین زرناک در تلماس گفت.",
            [("per-sara-kavian", "ZRK", "سفیر پیشین زرناک در تلماس", True)],
        ),
        (
            "سارا کاویانفر، سخنگوی پیمان شمالگان گفت.",
            [("per-sara-kavian", "org-northern-pact", "سخنگوی پیمان شمالگان", False)],
        ),
        ("وزیر خارجه، سارا کاویانفر گفت.", [("per-sara-kavian", "ZRK", "وزیر خارجه", False)]),
        ("کاویانفر گفت.", []),
        ("سارا کاویانفر، کارشناس گفت.", []),
    ],
)
def test_office_statements(text, expected):
    """A title states an office of the country or organization it names, or of the holder's known country."""
    statements = mentions(text).office_statements

    assert [(found.person, found.of, found.title, found.former) for found in statements] == expected


def test_statement_spans_title_and_name():
    text = "دیروز سارا کاویانفر، وزیر خارجه زرناک گفت."
    (statement,) = mentions(text).office_statements

    assert text[statement.start : statement.end] == "سارا کاویانفر، وزیر خارجه زرناک"


def test_known_offices_come_from_the_lexicon():
    (office,) = mentions("کاویانفر گفت.").offices

    assert (office.node, office.of, office.start, office.source) == (
        "per-sara-kavian",
        "ZRK",
        "2010",
        "lexicon:invented",
    )


def test_affiliations_stand_among_the_entities():
    found = mentions("کاویانفر گفت.")

    assert {entity.id for entity in found.entities} == {"per-sara-kavian", "ZRK"}
