"""Names of the parts of an article."""

import pytest

from pipeline.read.options import PARTS, ReadOptions, name_key, words


@pytest.mark.parametrize("name", ["Published At", "published_at", "PUBLISHED-AT", "publishedAt"])
def test_spellings_of_a_name_are_one(name: str) -> None:
    assert name_key(name) == "publishedat"


def test_a_persian_name_may_have_arabic_letters() -> None:
    assert name_key("تاريخ‌انتشار") == name_key("تاریخ انتشار")


def test_names_of_the_user_are_tried_first() -> None:
    assert ReadOptions(fields={"title": ("Kicker",)}).names("title")[:2] == ("kicker", "title")


def test_every_part_has_names() -> None:
    assert set(words()["fields"]) == set(PARTS)


def test_no_name_stands_for_two_parts() -> None:
    names = [name for part in PARTS for name in ReadOptions().names(part)]

    assert len(names) == len(set(names))


def test_every_calendar_has_twelve_months() -> None:
    assert {calendar: len(names) for calendar, names in words()["months"].items()} == {"jalali": 12, "gregorian": 12}
