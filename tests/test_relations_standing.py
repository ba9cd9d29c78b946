"""Offices that the text states become relations, once for each person and body."""

from dataclasses import replace

import pytest
from marked_sentences import mentions, sketches

from pipeline.model import Mentions, OfficeStatement, Relation
from pipeline.relations.standing import members, offices

NAMED = "[S:person/title وزیر خارجه [T:country آرلند]]، [S:person نازنین فرهمند]، به پایتخت رفت."
ALONE = "[S:person/title وزیر خارجه [T:country آرلند]] سخن گفت."


def _stated(found: Mentions) -> Mentions:
    """A statement for every title mention, beside a name where one of the same person stands in the sentence."""
    statements = []
    for title in (one for one in found.mentions if one.form == "title"):
        names = [m for m in found.mentions if (m.entity_id, m.sentence, m.form) == ("S", title.sentence, "name")]
        name = names[0].mention_id if names else ""
        place = (title.sentence, title.start, title.end)
        statements.append(OfficeStatement("S", "T", "foreign-minister", title.mention_id, name, *place))
    return replace(found, office_statements=tuple(statements))


def _offices(markup: str) -> list[Relation]:
    return list(offices(_stated(mentions(markup)), {one.index: one for one in sketches(markup)}))


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        (NAMED, "title beside a name"),
        (ALONE, "title alone"),
        (f"{ALONE}\n{NAMED}", "title beside a name"),
        (f"{NAMED}\n{NAMED}", "title beside a name"),
        (f"{ALONE}\n{ALONE}", "title alone"),
    ],
)
def test_a_person_and_a_body_give_one_office_from_the_best_place(markup: str, rule: str) -> None:
    assert [(one.kind, one.source, one.target, one.rule) for one in _offices(markup)] == [("OFFICE", "S", "T", rule)]


def test_a_name_beside_the_title_is_the_surer_statement() -> None:
    (named,), (alone,) = _offices(NAMED), _offices(ALONE)

    assert named.confidence > alone.confidence


def test_an_office_holds_now_and_nobody_is_quoted_for_it() -> None:
    (one,) = _offices(NAMED)

    assert (one.polarity, one.realis, one.reciprocal, one.speaker, one.date.start) == (
        "affirmed",
        "actual",
        False,
        "",
        "",
    )


def test_the_evidence_is_the_sentence_of_the_best_place() -> None:
    (one,) = _offices(f"{ALONE}\n{NAMED}")

    assert one.evidence == "وزیر خارجه آرلند، نازنین فرهمند، به پایتخت رفت."


def test_two_bodies_are_two_offices_in_reading_order() -> None:
    found = _stated(mentions(ALONE))
    (first,) = found.office_statements
    both = replace(found, office_statements=(replace(first, of="U"), first))
    ours = {one.index: one for one in sketches(ALONE)}

    assert [one.target for one in offices(both, ours)] == ["T", "U"]


def test_no_statement_is_no_office() -> None:
    assert list(offices(mentions(ALONE), {})) == []


def _members(markup: str) -> list[tuple[str, str]]:
    found = mentions(markup)
    entities = {entity.id: entity for entity in found.entities}
    return [(one.source, one.target) for one in members(sketches(markup), found.document.text.article, entities)]


@pytest.mark.parametrize(
    ("markup", "pairs"),
    [
        (
            "سران [T:organization پیمان دریا] ([S:country آرلند]، [O:country سرمانیا]) آمدند.",
            [("S", "T"), ("سرمانیا", "T")],
        ),
        ("سران [T:organization پیمان دریا] ([S:country آرلند]) آمدند.", []),
        ("سران [T:organization پیمان دریا] در [S:country آرلند] و [O:country سرمانیا] بودند.", []),
    ],
)
def test_countries_in_brackets_behind_a_body_are_its_members(markup: str, pairs: list[tuple[str, str]]) -> None:
    assert _members(markup) == pairs
