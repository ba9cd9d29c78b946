"""JSON and JSON Lines."""

import pytest

from pipeline.errors import ReadError
from pipeline.read.options import ReadOptions
from pipeline.read.record import Record, Refusal
from pipeline.read.structured import read_json, read_json_lines

OPTIONS = ReadOptions()


def test_an_object_is_one_article() -> None:
    text = '{"headline": "تیتر", "body": "متن", "date": 2019, "source": {"name": "سپهر"}, "authors": ["الف", "ب"]}'

    assert list(read_json(text, OPTIONS)) == [
        Record(title="تیتر", text="متن", published="2019", source_name="سپهر", author="الف, ب")
    ]


def test_a_list_holds_numbered_articles() -> None:
    assert list(read_json('[{"متن": "یک"}, 7, {"متن": ["دو", "سه"]}]', OPTIONS)) == [
        Record(text="یک", record="1"),
        Refusal("not an article: a number where an object with title and text is due", "2"),
        Record(text="دو\nسه", record="3"),
    ]


def test_a_name_of_the_user_comes_first() -> None:
    options = ReadOptions(fields={"text": ("Lead Para",)})

    assert list(read_json('{"text": "نه", "lead_para": "آری"}', options)) == [Record(text="آری")]


def test_an_object_without_text_is_refused_and_its_fields_are_named() -> None:
    [refusal] = read_json('{"id": 1, "تاریخ": "2019"}', OPTIONS)

    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("no title and no text: its fields are id, تاریخ; name the text field (")


@pytest.mark.parametrize("text", ["[NaN]", '{"text": Infinity}', "[1,]", "", "'x'", "[" * 100_000])
def test_what_the_standard_forbids_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match=r"not (readable as )?JSON: "):
        list(read_json(text, OPTIONS))


def test_json_lines_under_the_name_of_json_are_told_their_name() -> None:
    with pytest.raises(ReadError, match=r"Extra data at line 2, column 1; name a file with one object a line \.jsonl"):
        list(read_json('{"text": "یک"}\n{"text": "دو"}', OPTIONS))


def test_a_bad_line_costs_only_itself() -> None:
    text = '{"text": "یک"}\n\n{"text": \n"نه"\n{"text": "دو\u2028سه"}'

    assert list(read_json_lines(text, OPTIONS)) == [
        Record(text="یک", record="1"),
        Refusal("not JSON: Expecting value at line 1, column 10; mend the file there", "3", "JSONDecodeError"),
        Refusal("not an article: a string where an object with title and text is due", "4"),
        Record(text="دو\u2028سه", record="5"),
    ]
