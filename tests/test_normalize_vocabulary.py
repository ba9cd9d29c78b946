"""hazm's words and verbs."""

from pipeline.normalize.vocabulary import cuts_of, load_vocabulary


def test_cuts_are_counted_in_letters() -> None:
    assert cuts_of("می\u200cرفته\u200cاند") == {2, 6}
    assert cuts_of("رفت") == frozenset()


def test_verbs_without_their_joiners_show_where_these_stood() -> None:
    vocabulary = load_vocabulary()

    assert vocabulary.verb_cuts["میروند"] == {2}
    assert vocabulary.verb_cuts["رفتهاند"] == {4}
    assert vocabulary.frequency["کتاب"] > 0
