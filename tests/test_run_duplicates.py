"""Copies and light rewordings are one story; follow-ups and series are not."""

import random

import pytest

from pipeline.run.duplicates import originals

WORDS = [f"{first}{second}" for first in "بتجدرسشفکم" for second in "ابترسلمنوی"]
THRESHOLD = 0.7


def story(seed: int, length: int = 120) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def test_of_copies_the_lowest_rank_was_first() -> None:
    text = " ".join(story(1))

    found = originals([text, text, text], [("2019-05-02", "a"), ("2019-05-01", "c"), ("2019-05-01", "b")], THRESHOLD)

    assert found == {0: 2, 1: 2}


def test_letters_and_marks_make_no_difference() -> None:
    found = originals(["وزیر خارجهٔ ایران، گفت می\u200cرود", "وزير خارجه ايران گفت میرود."], [("a",), ("b",)], THRESHOLD)

    assert found == {1: 0}


@pytest.mark.parametrize(("changed", "expected"), [(3, {1: 0}), (12, {})])
def test_a_few_changed_words_leave_a_story_the_same(changed: int, expected: dict[int, int]) -> None:
    first = story(2)
    second = first.copy()
    for place in range(5, 5 + 9 * changed, 9):
        second[place] = "تازه"

    assert originals([" ".join(first), " ".join(second)], [("a",), ("b",)], THRESHOLD) == expected


def test_stories_of_their_own_are_not_repeats() -> None:
    texts = [" ".join(story(seed)) for seed in range(20)]

    assert originals(texts, [(str(number),) for number in range(20)], THRESHOLD) == {}


def test_articles_without_words_are_not_repeats_of_each_other() -> None:
    assert originals(["", "…", ""], [("a",), ("b",), ("c",)], THRESHOLD) == {}


def test_the_order_of_articles_makes_no_difference() -> None:
    base = [story(seed) for seed in range(6)]
    texts = [" ".join(words) for words in base] + [" ".join([*words[:100], "پایان"]) for words in base]
    ranks = [(f"{number:02}",) for number in range(12)]
    order = random.Random(3).sample(range(12), 12)

    shuffled = originals([texts[index] for index in order], [ranks[index] for index in order], THRESHOLD)

    assert {order[copy]: order[first] for copy, first in shuffled.items()} == originals(texts, ranks, THRESHOLD)
