"""CSV and TSV: a header line, then one article a row, numbered from 1."""

import csv
import io
from collections.abc import Iterator

from pipeline.errors import ReadError
from pipeline.read.options import PARTS, ReadOptions, name_key
from pipeline.read.record import Record, Refusal, pick

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 1 << 30


def read_table(text: str, options: ReadOptions) -> Iterator[Record | Refusal]:
    """The articles of a table; a bad row costs only itself.

    Raises:
        ReadError: No column is known to hold the title or the text.
    """
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = _delimiter(text.lstrip("\r\n").partition("\n")[0], options)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next((row for row in rows if any(row)), [])
    _check(header, options)
    for number, row in enumerate(_rows(rows), start=1):
        yield _picked(header, row, options, str(number))


def _delimiter(header: str, options: ReadOptions) -> str:
    """The mark that parts the header line into the most columns that are known, then into the most columns."""

    def columns(mark: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=mark), [])
        return _known_columns(cells, options), len(cells)

    return max(_DELIMITERS, key=columns)


def _rows(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """The rows that hold something; a row that breaks the quoting is given as its error."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
            continue
        if any(row):
            yield row


def _picked(header: list[str], row: list[str] | csv.Error, options: ReadOptions, record: str) -> Record | Refusal:
    if isinstance(row, csv.Error):
        return Refusal(f"not a row: {row}; a quote inside a cell is to be doubled", record, "Error")
    if len(row) > len(header):
        return Refusal(f"{len(row)} cells under {len(header)} headings; quote cells that hold the separator", record)
    return pick(dict(zip(header, row, strict=False)), options, record)


def _known_columns(header: list[str], options: ReadOptions) -> int:
    keys = {name_key(cell) for cell in header}
    return sum(bool(keys & set(options.names(part))) for part in PARTS)


def _check(header: list[str], options: ReadOptions) -> None:
    keys = {name_key(cell) for cell in header}
    if not keys & {*options.names("title"), *options.names("text")}:
        found = ", ".join(header) or "none"
        raise ReadError(f"no column for title or text: the header line has {found}; name the columns in the options")
