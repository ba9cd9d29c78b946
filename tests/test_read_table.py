"""CSV and TSV."""

import pytest

from pipeline.errors import ReadError
from pipeline.read.options import ReadOptions
from pipeline.read.record import Record, Refusal
from pipeline.read.table import read_table

OPTIONS = ReadOptions()


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_separator_is_found(mark: str) -> None:
    text = f"عنوان{mark}متن خبر{mark}تاریخ انتشار\r\nتیتر{mark}متن{mark}1398/08/11\r\n"

    assert list(read_table(text, OPTIONS)) == [Record(title="تیتر", text="متن", published="1398/08/11", record="1")]


def test_a_cell_may_hold_lines_and_empty_rows_do_not_count() -> None:
    assert list(read_table('title,text\nیک,"خط\nخط ""دو"""\n\nسه,چهار\n', OPTIONS)) == [
        Record(title="یک", text='خط\nخط "دو"', record="1"),
        Record(title="سه", text="چهار", record="2"),
    ]


def test_a_bad_row_costs_only_itself() -> None:
    assert list(read_table('title,text\nیک,دو,سه\n"چهار"پنج,شش\nهفت\n,\nهشت,نه\n', OPTIONS)) == [
        Refusal("3 cells under 2 headings; quote cells that hold the separator", "1"),
        Refusal("not a row: ',' expected after '\"'; a quote inside a cell is to be doubled", "2", "Error"),
        Record(title="هفت", record="3"),
        Record(title="هشت", text="نه", record="4"),
    ]


def test_columns_nobody_knows_are_named() -> None:
    with pytest.raises(ReadError, match="no column for title or text: the header line has a, b; name the columns"):
        list(read_table("a,b\n1,2\n", OPTIONS))


def test_a_column_may_be_named_by_the_user() -> None:
    options = ReadOptions(fields={"text": ("b",)})

    assert list(read_table("a,b\n1,2\n", options)) == [Record(text="2", record="1")]
