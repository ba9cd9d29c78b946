"""Markdown: the head of labelled lines, front matter, and marks of layout."""

import pytest

from pipeline.read.markdown import plain_words, read_markdown
from pipeline.read.options import ReadOptions
from pipeline.read.record import Record, Refusal

HEAD = """
# ظریف: پاسخ می‌دهیم

Published at: **2019-11-02T14:43:00+00:00**

Author: **مریم کاظمی**

Original: [خبرگزاری سپهر](https://example.org/news/1)

"""


def read(text: str) -> Record | Refusal:
    [record] = read_markdown(text, ReadOptions())
    return record


def test_the_head_of_labelled_lines_is_taken_off() -> None:
    assert read(f"{HEAD}وزیر گفت: بسیار خوب.\nAuthor: این خط بدنه است.\n") == Record(
        title="ظریف: پاسخ می‌دهیم",
        text="وزیر گفت: بسیار خوب.\nAuthor: این خط بدنه است.\n",
        published="2019-11-02T14:43:00+00:00",
        author="مریم کاظمی",
        source_name="خبرگزاری سپهر",
        source_url="https://example.org/news/1",
    )


def test_labels_without_a_value_leave_the_parts_empty() -> None:
    assert read("# تیتر\n\nPublished at: ****\n\nAuthor: ****\n\nمتن\n") == Record(title="تیتر", text="متن\n")


def test_a_title_may_be_empty() -> None:
    assert read("# \n\nPublished at: **2019**\n\nمتن") == Record(published="2019", text="متن")


def test_windows_line_ends_make_no_difference() -> None:
    assert read(f"{HEAD}یک\nدو".replace("\n", "\r\n")) == read(f"{HEAD}یک\nدو")


def test_a_second_heading_belongs_to_the_body() -> None:
    assert read("# تیتر\n\n# میان‌تیتر\nمتن") == Record(title="تیتر", text="میان‌تیتر\nمتن")


def test_persian_labels_are_known() -> None:
    assert read("# تیتر\n\nتاریخ انتشار: ۱۱ آبان ۱۳۹۸\nمنبع: سپهر\n\nمتن") == Record(
        title="تیتر", text="متن", published="۱۱ آبان ۱۳۹۸", source_name="سپهر"
    )


def test_front_matter_keeps_words_that_look_like_other_values() -> None:
    text = "---\ntitle: 'تیتر: دوم'\ndate: 2019-11-02\nauthor: NO\nsource: 012\n---\nمتن خبر"

    assert read(text) == Record(
        title="تیتر: دوم", text="متن خبر", published="2019-11-02", author="NO", source_name="012"
    )


def test_a_heading_that_repeats_the_title_of_the_front_matter_is_layout() -> None:
    assert read("---\ntitle: تیتر\n---\n# تیتر\n\nمتن") == Record(title="تیتر", text="متن")


def test_another_heading_below_front_matter_is_text() -> None:
    assert read("---\ntitle: تیتر\n---\n# میان‌تیتر\n\nمتن") == Record(title="تیتر", text="میان‌تیتر\nمتن")


@pytest.mark.parametrize(
    "text",
    [
        "---\nوزیر گفت\n---\nو رفت",
        "--- آغاز\nمتن",
        "---\ntitle: 'بدون پایان\n---\nمتن",
        "---\ntitle: بدون مرز\nمتن",
    ],
)
def test_lines_that_are_no_front_matter_are_text(text: str) -> None:
    assert read(text) == Record(text=text)


def test_an_empty_head_is_refused_with_a_remedy() -> None:
    assert read("# \n\nAuthor: ****\n") == Refusal(
        "empty: the file holds neither a title nor a text; add one or take the file away"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("**مهم** است", "مهم است"),
        ("به [ایسنا](https://example.org/a_(b)) گفت", "به ایسنا گفت"),
        ("![عکس](https://example.org/a.jpg)متن", "متن"),
        ("## میان‌تیتر\n> نقل", "میان‌تیتر\nنقل"),
        ("***\nمتن * و ** و [نه](پیوند)", "***\nمتن * و ** و [نه](پیوند)"),
        ("- نخست\n1. دوم", "- نخست\n1. دوم"),
    ],
)
def test_marks_of_layout_go_and_text_stays(written: str, expected: str) -> None:
    assert plain_words(written) == expected
