"""To which country or organization a span refers."""

import pytest
from entities_markup import mentions


def ids(text):
    return [mention.entity_id for mention in mentions(text).mentions if mention.kind == "organization"]


def test_a_part_is_the_same_whichever_name_of_its_owner_follows():
    found = ids("کمیته بازرگانی پیمان شمالگان آمد. کمیته بازرگانی سازمان پیمان شمالگان رفت.")

    assert sorted({entity[:5] for entity in found}) == ["org-n", "org-x"]
    assert len(set(found)) == 2


def test_a_pointing_word_without_an_antecedent_refers_to_nothing():
    assert ids("این سازمان بیانیه داد.") == []


@pytest.mark.parametrize("text", ["ارتش آمد.", "پارلمان رای داد."])
def test_vague_bodies_of_no_country_are_left_out(text):
    assert ids(text) == []


def test_a_body_of_a_pointed_country_is_described_not_named():
    found = mentions("تلماس آرام است. پارلمان این کشور رای داد.").mentions

    assert [(m.form, m.entity_id) for m in found if m.kind == "organization"] == [("title", "TLM-parliament")]


def test_a_short_name_refers_to_the_organization_named_before():
    assert ids("آژانس بین‌المللی انرژی اتمی آمد. آژانس رفت.") == ["org-international-atomic-energy-agency"] * 2
