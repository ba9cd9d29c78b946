"""Dates of publication in the calendars and spellings of the press."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from pipeline.read.dates import to_iso


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2019-11-02T14:43:00+00:00", "2019-11-02T14:43:00+00:00"),
        ("2019-11-02T14:43:00.5Z", "2019-11-02T14:43:00+00:00"),
        ("2019-11-02 14:43", "2019-11-02T14:43:00"),
        ("20191102", "2019-11-02"),
        ("2019/11/2", "2019-11-02"),
        ("2019-11", "2019-11"),
        ("۲۰۱۹", "2019"),
        ("Sat, 02 Nov 2019 14:43:00 +0330", "2019-11-02T14:43:00+03:30"),
        ("Nov 2, 2019", "2019-11-02"),
        ("November 2019", "2019-11"),
        ("۲ نوامبر ۲۰۱۹", "2019-11-02"),
        ("۸ می ۲۰۱۸", "2018-05-08"),
        ("دوشنبه ۱۱ آبان ۱۳۹۸ - ۱۴:۴۳", "2019-11-02T14:43:00"),
        ("۱۱ آبان‌ماه ۱۳۹۸", "2019-11-02"),
        ("۱۳۹۸/۸/۱۱", "2019-11-02"),
        ("11/8/1398", "2019-11-02"),
        ("۱۱ آبان ۱۳۹۸ ۲:۴۳ ب.ظ", "2019-11-02T14:43:00"),
        ("13/11/2019", "2019-11-13"),
        ("11/13/2019", "2019-11-13"),
        ("1572705780", "2019-11-02T14:43:00+00:00"),
        ("1572705780000", "2019-11-02T14:43:00+00:00"),
    ],
)
def test_a_date_is_read(stated: str, expected: str) -> None:
    assert to_iso(stated) == expected


def test_day_and_month_that_may_be_swapped_leave_the_year() -> None:
    assert to_iso("02/11/2019") == "2019"


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "None",
        "****",
        "last week",
        "2019-13-45",
        "30 اسفند 1402",
        "۱۴ ربیع الاول ۱۴۴۱",
        "آبان ۱۳۹۸",
        "1398",
        "98/8/11",
    ],
)
def test_what_names_no_certain_date_gives_nothing(stated: str) -> None:
    assert to_iso(stated) == ""


def test_an_impossible_hour_does_not_cost_the_day() -> None:
    assert to_iso("2019-11-02 25:61") == "2019-11-02"


@given(st.dates(min_value=JalaliDate(1300, 1, 1).to_gregorian(), max_value=JalaliDate(1449, 12, 29).to_gregorian()))
def test_jalali_and_gregorian_spellings_of_a_day_agree(day: object) -> None:
    jalali = JalaliDate(day)

    assert to_iso(f"{jalali.year}/{jalali.month}/{jalali.day}") == to_iso(str(day)) == str(day)


@given(st.text(max_size=40))
def test_no_text_crashes_the_reader_of_dates(text: str) -> None:
    assert to_iso(text) == to_iso(to_iso(text))
