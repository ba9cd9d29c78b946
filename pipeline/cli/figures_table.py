"""A table of figures: names on the left, numbers to the right."""

from rich.table import Table


def figures_table(title: str, *columns: str) -> Table:
    """An empty table with a title, a column of names and columns of numbers; no head where none has a name."""
    table = Table(title=f"\n{title}", title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.header_style = "dim"
    table.show_header = any(columns)
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    return table
