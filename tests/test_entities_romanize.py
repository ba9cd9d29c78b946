"""Persian names in Latin letters."""

import pytest

from pipeline.entities.romanize import romanize


@pytest.mark.parametrize(
    ("name", "expected"),
    [("سارا پارسا", "Sara Parsa"), ("آریا", "Arya"), ("دریا", "Darya"), ("شهاب‌دین", "Shahab Din"), ("", "")],
)
def test_romanize(name, expected):
    assert romanize(name) == expected


def test_known_words_are_taken_from_the_table():
    assert romanize("محسن پارسا", {"محسن": "Mohsen"}) == "Mohsen Parsa"
