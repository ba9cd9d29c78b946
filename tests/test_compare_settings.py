"""What two runs were made with."""

from pipeline.compare.settings import Setting, count_changes, setting_changes

FIRST = {
    "version": "1",
    "models": {"pos.pt": "aa", "ner.pt": "bb"},
    "configuration": {"lexicon": [], "min_confidence": 0.0},
    "counts": {"mentions": 3, "relations": {"ACCUSE": 1}},
}
SECOND = {
    "version": "2",
    "models": {"pos.pt": "cc", "lemma.pt": "dd"},
    "configuration": {"lexicon": ["mine"], "min_confidence": 0.0},
    "counts": {"mentions": 4, "relations": {"ACCUSE": 1}},
}


def test_entries_that_differ_are_named_by_their_path() -> None:
    assert setting_changes(FIRST, SECOND) == (
        Setting("version", "1", "2"),
        Setting("models.pos.pt", "aa", "cc"),
        Setting("models.ner.pt", "bb", None),
        Setting("configuration.lexicon", "[]", '["mine"]'),
        Setting("models.lemma.pt", None, "dd"),
    )


def test_counts_stand_apart() -> None:
    assert count_changes(FIRST, SECOND) == (Setting("mentions", "3", "4"),)


def test_equal_records_have_no_changes() -> None:
    assert (setting_changes(FIRST, FIRST), count_changes(FIRST, FIRST)) == ((), ())


def test_a_record_without_counts_is_one_without_any() -> None:
    assert count_changes({}, SECOND) == (Setting("mentions", None, "4"), Setting("relations.ACCUSE", None, "1"))
