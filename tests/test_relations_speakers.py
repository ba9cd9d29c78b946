"""Attribution: the speaker where it is not the source, the chain, the manner."""

from dataclasses import replace

import pytest
from marked_sentences import mentions, told

from pipeline.relations.speakers import Told, attribution

NOBODY = Told("", (), "")
SARA = "[S:person نازنین فرهمند]"
BAHRAM = "[O:person بهرام کیانی]"


def _told(markup: str, source: str = "", sector: str = "") -> Told:
    """Who tells the word «راه» of the last sentence; `sector` is that of S."""
    ours = told(markup)[-1]
    at = next(number for number, token in enumerate(ours.sketch.tokens) if token.text == "راه")
    entities = {one.id: replace(one, sector=sector if one.id == "S" else "") for one in mentions(markup).entities}
    return attribution(ours, at, source, entities)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{SARA} گفت: راه باز است.", Told("S", ("S",), "direct")),
        (f"{SARA} گفت که راه باز است.", Told("S", ("S",), "indirect")),
        (f"به گفته {SARA} راه باز است.", Told("S", ("S",), "indirect")),
        (f"{SARA}: راه باز است.", Told("S", ("S",), "direct")),
        (f"{SARA} گفت: هوا خوب است. راه باز است.", Told("S", ("S",), "direct")),
        (f"{SARA} گفت: هوا خوب است.\nراه باز است.", NOBODY),
        (f"{SARA} به راه افتاد.", NOBODY),
        ("راه باز است.", NOBODY),
        (f"{BAHRAM} گفت که {SARA} گفته است که راه باز است.", Told("S", ("بهرام کیانی", "S"), "indirect")),
    ],
)
def test_who_tells(markup: str, expected: Told) -> None:
    assert _told(markup) == expected


def test_a_source_is_not_its_own_speaker() -> None:
    assert _told(f"{SARA} گفت: راه باز است.", source="S") == NOBODY


def test_a_speaker_of_another_source_is_told() -> None:
    assert _told(f"{SARA} گفت: راه باز است.", source="T").speaker == "S"


def test_a_news_medium_is_no_speaker() -> None:
    assert _told("[S:organization خبرگزاری پگاه] نوشت: راه باز است.", sector="JRN") == NOBODY
