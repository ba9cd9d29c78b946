"""Plain text files."""

from pipeline.read.options import ReadOptions
from pipeline.read.plain import read_plain
from pipeline.read.record import Record


def records(text: str) -> list[object]:
    return list(read_plain(text, ReadOptions()))


def test_a_short_first_line_is_the_title() -> None:
    assert records("سفر وزیر به مسکو\n\nوزیر خارجه دیروز رفت.\n") == [
        Record(title="سفر وزیر به مسکو", text="\n\nوزیر خارجه دیروز رفت.")
    ]


def test_a_first_line_that_ends_like_a_sentence_belongs_to_the_body() -> None:
    text = "وزیر خارجه دیروز رفت.\nاو امروز بازگشت."

    assert records(text) == [Record(text=text)]


def test_one_line_alone_is_a_body() -> None:
    assert records("سفر وزیر به مسکو") == [Record(text="سفر وزیر به مسکو")]


def test_a_long_first_line_belongs_to_the_body() -> None:
    text = "وزیر " * 60 + "\nپایان"

    assert records(text) == [Record(text=text)]
