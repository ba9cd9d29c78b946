"""Which gold entity each node is."""

from small_runs import found_entity as node
from small_runs import gold_entity as gold

from pipeline.evaluate.found import FoundArticle, FoundEntity
from pipeline.evaluate.gold import GoldArticle, GoldEntity
from pipeline.evaluate.matching import match


def matched(entities: list[GoldEntity], nodes: list[FoundEntity]) -> dict[str, str]:
    return match(GoldArticle("a", "", tuple(entities), ()), FoundArticle(tuple(nodes)))


def test_a_shared_name_makes_the_same_person() -> None:
    assert matched([gold("g", forms=("مریم کاظمی",))], [node("n", ("name", "مريم كاظمي"))]) == {"n": "g"}


def test_a_shared_title_alone_does_not_where_there_are_names() -> None:
    assert matched([gold("g", forms=("کاظمی",), titles=("وزیر",))], [node("n", ("title", "وزیر"))]) == {}


def test_kinds_are_never_mixed() -> None:
    assert matched([gold("g", forms=("زرکان",))], [node("n", ("name", "زرکان"), kind="place")]) == {}


def test_a_country_needs_its_code_and_a_shared_wording_be_it_a_demonym() -> None:
    country = gold("g", kind="country", iso3="ZRK", forms=("زرکان",), adjectives=("زرکانی",))
    same = node("ZRK", ("demonym", "زرکانی"), kind="country", iso3="ZRK")
    unnamed = node("ZRK", ("metonym", "کاخ"), kind="country", iso3="ZRK")
    other = node("TLM", ("name", "زرکان"), kind="country", iso3="TLM")

    assert [matched([country], [one]) for one in (same, unnamed, other)] == [{"ZRK": "g"}, {}, {}]


def test_a_country_without_a_code_is_known_by_its_name() -> None:
    country = gold("g", kind="country", forms=("زرکان",))

    assert matched([country], [node("n", ("name", "زرکان"), kind="country", iso3="ZRK")]) == {"n": "g"}


def test_someone_who_is_only_described_is_known_by_a_shorter_wording() -> None:
    described = gold("g", titles=("سفیر تلمار در زرکان",))

    assert matched([described], [node("n", ("title", "سفیر تلمار"))]) == {"n": "g"}


def test_a_name_makes_someone_else_of_him() -> None:
    described = gold("g", titles=("سفیر تلمار",))

    assert matched([described], [node("n", ("title", "سفیر تلمار"), ("name", "پتروف"))]) == {}


def test_more_shared_names_win_over_fewer() -> None:
    entities = [gold("g1", forms=("کاظمی",)), gold("g2", forms=("کاظمی", "مریم کاظمی"))]

    assert matched(entities, [node("n", ("name", "کاظمی"), ("name", "مریم کاظمی"))]) == {"n": "g2"}


def test_a_shared_title_settles_between_equal_names() -> None:
    entities = [gold("g1", forms=("کاظمی",)), gold("g2", forms=("کاظمی",), titles=("وزیر",))]

    assert matched(entities, [node("n", ("name", "کاظمی"), ("title", "وزیر"))]) == {"n": "g2"}


def test_the_full_wording_wins_over_the_shorter_one() -> None:
    entities = [gold("g1", titles=("سفیر تلمار در زرکان",)), gold("g2", titles=("سفیر تلمار",))]

    assert matched(entities, [node("n", ("title", "سفیر تلمار"))]) == {"n": "g2"}


def test_nobody_is_matched_twice_and_ids_settle_what_is_equal() -> None:
    nodes = [node("n2", ("name", "کاظمی")), node("n1", ("name", "کاظمی"))]

    assert matched([gold("g", forms=("کاظمی",))], nodes) == {"n1": "g"}
