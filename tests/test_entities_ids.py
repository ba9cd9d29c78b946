"""Ids of what no table lists."""

import pytest

from pipeline.entities.ids import unlisted_id


def test_id_depends_on_content_alone():
    assert unlisted_id("person", "سارا پارسا", "ZRK") == unlisted_id("person", "سارا  پارسا", "ZRK")


@pytest.mark.parametrize(
    "other", [("organization", "سارا پارسا", "ZRK"), ("person", "سارا پارسی", "ZRK"), ("person", "سارا پارسا", "TLM")]
)
def test_kind_name_and_affiliation_tell_ids_apart(other):
    assert unlisted_id("person", "سارا پارسا", "ZRK") != unlisted_id(*other)


def test_article_tells_bare_family_names_apart():
    assert unlisted_id("person", "پارسا", "", "one") != unlisted_id("person", "پارسا", "", "two")


def test_shape():
    prefix, _, digits = unlisted_id("place", "سورنا", "").rpartition("x")

    assert (prefix, len(digits)) == ("plc-", 10)
