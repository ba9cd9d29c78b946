"""Subjects carried over and stretches of speech."""

import pytest
from marked_sentences import lexicon, sketch, told

from pipeline.relations.discourse import transparent

SARA = "[S:person نازنین فرهمند]"


def _subjects(markup: str, sentence: int = -1) -> list[tuple[str, str]]:
    """Id and manner of the subject of every clause that has a verb."""
    ours = told(markup)[sentence]
    found = [subject for subject, clause in zip(ours.subjects, ours.sketch.clauses, strict=True) if clause.verb]
    return [("+".join(m.entity_id for m in one.mentions), one.how) if one else ("", "") for one in found]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{SARA} رسید.", [("S", "own")]),
        (f"دولت {'[S:country آرلند]'} خاموش ماند.", [("S", "own")]),
        ("صفحه توئیتر [S:organization کاخ بلور] خاموش ماند.", [("S", "through")]),
        ("[S:country آرلند] و [T:country سرمانیا] صلح کردند.", [("S+T", "own")]),
        (f"{SARA} به پایتخت رفت و با [T:person بهرام کیانی] دیدار کرد.", [("S", "own"), ("S", "shared")]),
        (f"{SARA} که تازه رسیده بود سخن گفت.", [("S", "own"), ("S", "antecedent")]),
        (f"{SARA} گفت که خواهد رفت.", [("S", "own"), ("S", "speaker")]),
        (f"{SARA} گفت که [T:country آرلند] رفته است.", [("S", "own"), ("T", "own")]),
        (f"{SARA} رسید.\nبا [T:person بهرام کیانی] دیدار کرد.", [("S", "topic")]),
        (f"{SARA} رسید.\n[T:person بهرام کیانی] رفت.", [("T", "own")]),
        ("باران بارید.", [("", "")]),
        ("به [T:country آرلند] رفت.", [("", "")]),
        ("[S:place شهر مینو] آرام است.", [("", "")]),
    ],
)
def test_the_subject_of_every_clause(markup: str, expected: list[tuple[str, str]]) -> None:
    assert _subjects(markup) == expected


def _speakers(markup: str, sentence: int = -1) -> tuple[str, bool] | None:
    """Who speaks the word «راه», and whether directly."""
    ours = told(markup)[sentence]
    at = next(number for number, token in enumerate(ours.sketch.tokens) if token.text == "راه")
    speech = ours.speech_at(at)
    return (speech.speaker[0].entity_id, speech.direct) if speech else None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (f"{SARA} گفت: راه باز است.", ("S", True)),
        (f"{SARA} گفت که راه باز است.", ("S", False)),
        (f"{SARA} تأکید کرد: راه باز است.", ("S", True)),
        (f"{SARA} در پایان خاطرنشان کرد که راه باز است.", ("S", False)),
        (f"{SARA}: راه باز است.", ("S", True)),
        (f"{SARA} در نشست خبری: راه باز است.", ("S", True)),
        (f"به گفته {SARA} راه باز است.", ("S", False)),
        (f"{SARA} گفت: هوا خوب است.\n[S:person/pronoun وی] افزود: راه باز است.", ("S", True)),
        (f"{SARA} رسید.\n[S:person/pronoun وی] افزود که راه باز است.", ("S", False)),
        (f"{SARA} گفت: هوا خوب است. راه باز است.", ("S", True)),
        (f"{SARA} گفت: هوا خوب است.\nراه باز است.", None),
        (f"{SARA} به راه افتاد.", None),
        (f"راه از سوی {SARA} باز شد.", None),
    ],
)
def test_in_whose_words_a_thing_is_told(markup: str, expected: tuple[str, bool] | None) -> None:
    assert _speakers(markup) == expected


def test_a_speech_within_a_speech_is_the_inner_ones() -> None:
    markup = f"[O:person بهرام کیانی] گفت که {SARA} گفته است که راه باز است."

    assert _speakers(markup) == ("S", False)


def test_the_clause_of_the_speech_verb_is_marked() -> None:
    (ours,) = told(f"{SARA} با اشاره به راه دور گفت: هوا خوب است.")

    assert [(one.reporting, one.direct) for one in ours.speeches] == [(False, True), (True, False)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("[S:country آرلند] رفت.", True),
        ("دولت [S:country آرلند] رفت.", True),
        ("مقامات [S:country آرلند] رفتند.", True),
        ("تحریم [S:country آرلند] ماند.", False),
        ("سفیر [S:country آرلند] رفت.", False),
    ],
)
def test_some_nouns_speak_of_the_named_one_itself(markup: str, expected: bool) -> None:
    ours = sketch(markup)

    assert transparent(ours.phrases[0], ours, lexicon().grammar) is expected
