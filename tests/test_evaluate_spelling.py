"""What counts as the same words when a run is held against gold."""

import doctest

import pytest

from pipeline.evaluate import spelling
from pipeline.evaluate.spelling import key, same_description, within, words


def test_the_examples_of_the_module_hold() -> None:
    assert doctest.testmod(spelling).failed == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("علي كاظمي", "علی کاظمی"),
        ("می\u200cرود", "می رود"),
        ("«زرکان»", "زرکان"),
        ("رئیس", "رییس"),
        ("مؤسسۀ", "موسسه"),
        ("مُحَمَّد", "محمد"),
        ("آ. پتروف – تلمار", "آپتروف تلمار"),
    ],
)
def test_spellings_of_the_same_words_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("آن", "ان"), ("۵", "5"), ("Abc", "abc")])
def test_what_tells_words_apart_stays(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_marks_alone_have_no_key_and_are_no_word() -> None:
    assert (key("« – »"), words("زرکان – تلمار")) == ("", ("زرکان", "تلمار"))


@pytest.mark.parametrize(
    ("part", "expected"),
    [(("ب",), True), (("الف", "ب"), True), (("الف", "پ"), False), (("الف", "ب", "پ"), False), ((), False)],
)
def test_a_part_stands_in_a_row_within_something_longer(part: tuple[str, ...], expected: bool) -> None:
    assert within(part, ("الف", "ب", "پ")) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [("وزیر خارجه زرکان", True), ("وزیر", True), ("وزیر دفاع", False), ("خارجه", False), ("", False)],
)
def test_a_shorter_wording_with_the_same_head_is_the_same_description(other: str, expected: bool) -> None:
    assert same_description(words("وزیر خارجه"), words(other)) is expected
