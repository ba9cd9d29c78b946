"""What is neither right nor wrong."""

import pytest
from small_runs import found_entity as node
from small_runs import gold_entity as gold

from pipeline.evaluate.free import free_in_gold, is_free
from pipeline.evaluate.gold import GoldArticle, GoldEntity

UNION = gold("union", kind="organization", forms=("اتحادیه زرکان",))
ZRK = gold("zrk", kind="country", iso3="ZRK", forms=("زرکان",))


def article(*entities: GoldEntity) -> GoldArticle:
    return GoldArticle("a", "", entities, ())


@pytest.mark.parametrize(
    ("text", "expected"), [("نشست اتحادیه زرکان", {"zrk"}), ("نشست اتحادیه زرکان در زرکان", set())]
)
def test_a_name_that_stands_only_inside_a_longer_one_is_free(text: str, expected: set[str]) -> None:
    assert free_in_gold(article(UNION, ZRK), text) == expected


def test_titles_of_others_are_longer_names_too() -> None:
    minister = gold("p", forms=("کاظمی",), titles=("وزیر زرکان",))

    assert free_in_gold(article(minister, ZRK), "کاظمی، وزیر زرکان") == {"zrk"}


def test_a_country_of_adjectives_alone_is_free() -> None:
    assert free_in_gold(article(gold("zrk", kind="country", adjectives=("زرکانی",))), "زرکانی") == {"zrk"}


def test_a_person_without_a_name_is_not_free() -> None:
    assert free_in_gold(article(gold("p", titles=("سفیر",))), "سفیر") == set()


def test_a_known_name_inside_a_longer_one_may_be_listed() -> None:
    found = node("n", ("name", "زرکان"), kind="country")

    assert is_free(found, article(UNION), {"country": {"زرکان"}})


@pytest.mark.parametrize("known", [{}, {"place": {"زرکان"}}, {"country": {"تلمار"}}])
def test_a_name_that_is_none_of_its_kind_anywhere_may_not(known: dict[str, set[str]]) -> None:
    assert not is_free(node("n", ("name", "زرکان"), kind="country"), article(UNION), known)


def test_every_mention_must_stand_inside_a_longer_name() -> None:
    found = node("n", ("name", "زرکان"), ("name", "جمهوری زرکان"), kind="country")

    assert not is_free(found, article(UNION), {"country": {"زرکان", "جمهوریزرکان"}})


def test_half_a_word_is_not_inside() -> None:
    assert not is_free(node("n", ("name", "زر"), kind="country"), article(UNION), {"country": {"زر"}})


def test_a_country_by_demonym_alone_may_be_listed() -> None:
    assert is_free(node("n", ("demonym", "زرکانی"), kind="country"), article(), {})
    assert not is_free(node("n", ("demonym", "زرکانی"), ("name", "زرکان"), kind="country"), article(), {})


def test_a_person_is_never_free() -> None:
    assert not is_free(node("n", ("name", "زرکان")), article(UNION), {"person": {"زرکان"}})
