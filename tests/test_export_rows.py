"""Rows of single articles."""

from sample_run import FAILURE, article, on, relation

from pipeline.columns import FailureRow
from pipeline.export import article_row, failure_row, relation_row, text_row
from pipeline.lexicon.codes import load_codes


def test_an_article_row_counts_code_points():
    one = article("a-1", "2019")

    assert len(text_row(one).text) == article_row(one).chars


def test_a_relation_row_carries_scores_event_and_date():
    told = relation("r-1", "visit", "CONSULT", "IRN", "RUS", mode="visit", cameo="042", date=on("2019-11-02"))
    row = relation_row(article("a-1", "2019"), told, "ev-1", load_codes())

    assert (row.quad, row.goldstein, row.plover_score) == ("verbal_cooperation", 1.9, 4.0)
    assert (row.article_id, row.event_id, row.date_start, row.date_precision) == ("a-1", "ev-1", "2019-11-02", "day")


def test_a_failure_row_says_the_same_as_the_failure():
    expected = FailureRow(path=FAILURE.path, record="7", stage="read", reason=FAILURE.reason, exception="ReadError")

    assert expected == failure_row(FAILURE)
