"""Properties of the whole stage."""

from entities_markup import lexicon, mentions, tagged
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.entities import find_entities

WORDS = [
    "زرناک تلماسی مهرگرد وزیر خارجه وزارت سارا کاویانفر و ، « » ( ) این کشور دو وی سخنگوی معاون سازمان کمیسیون",
    "مشترک در به از آقای سید پیمان شمالگان . همتای خود دولت رئیس‌جمهور a 1 ـ \u200c کشورمان روزنامه خبرگزاری \n",
]
hostile = st.lists(
    st.one_of(st.sampled_from([word for words in WORDS for word in words.split(" ")]), st.text(max_size=4)), max_size=40
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_every_mention_is_a_slice_of_the_text(text):
    found = mentions(text)

    assert all(text[mention.start : mention.end] == mention.text for mention in found.mentions)


@settings(max_examples=100, deadline=None)
@given(hostile)
def test_every_reference_is_to_an_entity_of_the_article(text):
    found = mentions(text)
    ids = {entity.id for entity in found.entities}
    used = {mention.entity_id for mention in found.mentions} | {entity.affiliation for entity in found.entities}
    stated = {end for statement in found.office_statements for end in (statement.person, statement.of)}

    assert (used | stated) - {""} <= ids


@settings(max_examples=50, deadline=None)
@given(hostile)
def test_mention_ids_are_unique_and_in_reading_order(text):
    found = mentions(text).mentions

    assert [mention.mention_id for mention in found] == [f"m{number}" for number in range(len(found))]


def test_nothing_is_remembered_from_one_article_to_the_next():
    text = "وزیر خارجه زرناک گفت. وی رفت."
    before = mentions(text)
    mentions("سارا کاویانفر، وزیر خارجه زرناک گفت.")

    assert mentions(text) == before


def test_an_empty_article_has_no_entities():
    assert mentions("").entities == ()


def test_long_runs_of_head_nouns_take_linear_time():
    """Nested names are read once each: a thousand head nouns in a row are no trouble."""
    found = mentions("سازمان کمیته معاون " * 400)

    assert found.mentions == ()


def test_the_document_is_handed_on():
    document = tagged("زرناک")

    assert find_entities(document, lexicon()).document is document
