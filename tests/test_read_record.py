"""From the parts of a file to an article."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Article
from pipeline.read.record import Record, article_id, clean, to_article


def test_an_article_is_title_newline_body() -> None:
    record = Record("تیتر ", " متن\r\nخبر\n", "۱۱ آبان ۱۳۹۸", "None", "سپهر", "https://example.org/1", "3")

    assert to_article(record, "a/b.csv", "utf-8", "00ff") == Article(
        article_id=article_id("تیتر\nمتن\nخبر", "2019-11-02"),
        path="a/b.csv",
        text="تیتر\nمتن\nخبر",
        record="3",
        title="تیتر",
        published="2019-11-02",
        author="",
        source_name="سپهر",
        source_url="https://example.org/1",
        encoding="utf-8",
        language="fa",
        sha256="00ff",
    )


def test_an_article_without_a_title_begins_with_a_newline() -> None:
    assert to_article(Record(text="متن"), "a", "utf-8", "").text == "\nمتن"


def test_a_title_is_one_line() -> None:
    assert to_article(Record(title="یک\n  دو"), "a", "utf-8", "").text == "یک دو\n"


def test_the_id_depends_on_text_and_date_alone() -> None:
    assert article_id("متن", "2019") == article_id("متن", "2019")
    assert len({article_id("متن", "2019"), article_id("متن", ""), article_id("متن دیگر", "2019")}) == 3
    assert len(article_id("", "")) == 16


@given(st.text())
def test_a_clean_text_can_be_stored(text: str) -> None:
    cleaned = clean(text + "\x00\ud800\r\n\r")

    assert cleaned.endswith("\ufffd\ufffd\n\n")
    assert cleaned.encode().decode() == cleaned
    assert set("\r\x00") & set(cleaned) == set()
