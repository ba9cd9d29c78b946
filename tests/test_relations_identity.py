"""Ids and evidence of relations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked_sentences import sketch

from pipeline.model import Article, TaggedToken
from pipeline.relations.identity import LONGEST_EVIDENCE, evidence_span, relation_id
from pipeline.relations.sketch import Clause, Sketch

ARTICLE = Article("doc-1", "doc.txt", "متن")


def test_an_id_depends_on_the_article_and_the_parts_alone() -> None:
    same = Article("doc-1", "elsewhere.txt", "متنی دیگر")

    assert relation_id(ARTICLE, "meet", "a", "b") == relation_id(same, "meet", "a", "b")


@pytest.mark.parametrize(
    ("article", "parts"),
    [
        (Article("doc-2", "doc.txt", "متن"), ("meet", "a", "b")),
        (ARTICLE, ("talk", "a", "b")),
        (ARTICLE, ("meet", "b", "a")),
        (ARTICLE, ("meet", "a", "b", "7")),
        (ARTICLE, ("meet", "ab")),
        (ARTICLE, ("meeta", "b")),
    ],
)
def test_whatever_differs_gives_another_id(article: Article, parts: tuple[str, ...]) -> None:
    assert relation_id(article, *parts) != relation_id(ARTICLE, "meet", "a", "b")


def test_an_id_is_short_and_of_hexadecimal_digits() -> None:
    found = relation_id(ARTICLE, "meet", "\ud800")

    assert (found[:2], len(found), set(found[2:]) <= set("0123456789abcdef")) == ("r-", 18, True)


def test_the_evidence_is_the_whole_sentence_where_it_is_short() -> None:
    text = "نازنین فرهمند که تازه رسیده بود با خبرنگاران دیدار کرد."

    assert evidence_span(sketch(text), 7, 8) == (0, len(text))


def test_the_evidence_of_a_long_sentence_is_the_clause_of_its_predicate() -> None:
    first = "هیئت آرلند " + "بسیار " * 70 + "دیر رسید"
    ours = sketch(f"{first} و آنان را بدرقه کردند.")
    at = next(number for number, token in enumerate(ours.tokens) if token.text == "بدرقه")
    start, end = evidence_span(ours, at, at + 1)

    assert (start > len("هیئت آرلند"), end - start <= LONGEST_EVIDENCE) == (True, True)
    assert start <= ours.tokens[at].start < ours.tokens[at].end <= end


def _long(lengths: list[int]) -> Sketch:
    tokens, start = [], 0
    for length in lengths:
        tokens.append(TaggedToken("x" * length, start, start + length, "", "", "", -1, "", "O"))
        start += length + 1
    return Sketch(0, tuple(tokens), (), (), (0,) * len(tokens), (Clause(-1, "main", None),), (), 0)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=60), st.data())
def test_evidence_is_never_empty_nor_too_long_and_keeps_the_predicate(lengths: list[int], data: st.DataObject) -> None:
    ours = _long(lengths)
    at = data.draw(st.integers(0, len(lengths) - 1))
    start, end = evidence_span(ours, at, at + 1)

    assert 0 < end - start <= LONGEST_EVIDENCE
    assert start <= ours.tokens[at].start < ours.tokens[at].end <= end
