"""Tables as CSV that Excel, Gephi, pandas and DuckDB read alike: UTF-8 with a mark, RFC 4180 quoting, line feeds."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from pipeline.columns import Row
from pipeline.export.atomic import replacing
from pipeline.export.cells import cell
from pipeline.tables import Table


def write_csv(table: Table, rows: Iterable[Row], path: Path) -> None:
    """Write the rows as they come; values stay exact, even one that a spreadsheet would take for a formula."""
    names = [column.name for column in table.columns]
    with replacing(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([cell(getattr(row, name)) for name in names] for row in rows)
        text.flush()
        text.detach()
