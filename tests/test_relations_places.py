"""Where events happen: the place that «در» governs in the clause of the predicate."""

from functools import cache

import pytest

from pipeline.lexicon.grammar import Grammar, load_grammar
from pipeline.lexicon.load import OWN_FOLDER
from pipeline.model import Article, Mention, TaggedToken
from pipeline.normalize import normalize
from pipeline.persian import fold
from pipeline.relations.phrases import Hit
from pipeline.relations.places import event_place
from pipeline.relations.sketch import sketch
from pipeline.tokenize import tokenize

KINDS = {
    "مسکو": ("plc-moscow", "place"),
    "وین": ("plc-vienna", "place"),
    "نیویورک": ("plc-new-york", "place"),
    "ایران": ("IRN", "country"),
    "روسیه": ("RUS", "country"),
    "روسی": ("RUS", "demonym"),
    "ظریف": ("per-zarif", "person"),
    "لاوروف": ("per-lavrov", "person"),
}


@cache
def grammar() -> Grammar:
    return load_grammar([OWN_FOLDER])


def nouns(stem: str) -> frozenset[str]:
    lines = (OWN_FOLDER / f"{stem}.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines[1:])


def place(sentence: str, predicate: str) -> str:
    document = tokenize(normalize(Article("a", "", sentence)))
    tokens = tuple(
        TaggedToken(t.text, t.start, t.end, "NOUN", "", t.text, -1, "", "O")
        if t.text not in ("کرد", "شد", "گفت")
        else TaggedToken(t.text, t.start, t.end, "VERB", "", t.text, -1, "", "O")
        for t in document.sentences[0]
    )
    mentions = [_mention(at, token) for at, token in enumerate(tokens) if token.text in KINDS]
    drawn = sketch(0, 0, tokens, mentions, grammar().conjugation, grammar().markers)
    first = next(at for at, token in enumerate(tokens) if token.text == predicate)
    hit = Hit("x", (predicate,), first, first + 1, first + 1)
    return event_place(drawn, hit, nouns("place_heads"), nouns("place_events"), nouns("place_posts"))


def _mention(at: int, token: TaggedToken) -> Mention:
    entity, kind = KINDS[token.text]
    form = "demonym" if kind == "demonym" else "name"
    kind = "country" if kind == "demonym" else kind
    span = (0, at, at + 1, token.start, token.end)
    return Mention(f"m{at}", *span, token.text, kind, form, entity, 1.0, "test")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("ظریف در مسکو با لاوروف دیدار کرد.", "دیدار", "plc-moscow"),
        ("ظریف با لاوروف در شهر مسکو دیدار کرد.", "دیدار", "plc-moscow"),
        ("ظریف در حاشیه اجلاس در نیویورک با لاوروف دیدار کرد.", "دیدار", "plc-new-york"),
        ("ظریف در نشست وین با لاوروف دیدار کرد.", "دیدار", "plc-vienna"),
        ("ظریف در نشست وین در مسکو با لاوروف دیدار کرد.", "دیدار", "plc-moscow"),
        ("ظریف در ایران با لاوروف دیدار کرد.", "دیدار", "IRN"),
        ("ظریف در خاک ایران با لاوروف دیدار کرد.", "دیدار", "IRN"),
        ("ظریف در مذاکرات ایران با لاوروف دیدار کرد.", "دیدار", ""),
        ("ظریف در فهرست مسکو قرار گرفت و دیدار کرد.", "دیدار", ""),
        ("ظریف در پایتخت روسی با لاوروف دیدار کرد.", "دیدار", ""),
        ("سفیر ایران در مسکو با لاوروف دیدار کرد.", "دیدار", ""),
        ("ظریف با لاوروف از مسکو دیدار کرد.", "دیدار", ""),
        ("ظریف در مسکو سخن گفت که لاوروف با او دیدار کرد.", "دیدار", ""),
    ],
)
def test_the_place_of_a_predicate(sentence: str, predicate: str, expected: str) -> None:
    assert place(sentence, predicate) == expected


def test_of_two_places_the_nearer_one_is_taken() -> None:
    assert place("ظریف در وین سخنرانی و در مسکو با لاوروف دیدار کرد.", "دیدار") == "plc-moscow"


@pytest.mark.parametrize("stem", ["place_heads", "place_events", "place_posts"])
def test_the_words_are_sorted_and_stand_once(stem: str) -> None:
    lines = (OWN_FOLDER / f"{stem}.csv").read_text(encoding="utf-8").splitlines()[1:]

    assert lines == sorted(set(lines))
