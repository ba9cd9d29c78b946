"""The findings of the doctor as a table."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.run.doctor import Check

MARKS = {"ok": "[green]ok[/green]", "note": "[yellow]note[/yellow]", "problem": "[red bold]problem[/red bold]"}


def print_checks(checks: Iterable[Check]) -> bool:
    """Print every check; returns whether a run can be done."""
    found = list(checks)
    table = Table.grid(padding=(0, 2))
    for check in found:
        table.add_row(MARKS[check.state], f"[bold]{escape(check.name)}[/bold]", escape(check.detail))
    Console(highlight=False, soft_wrap=True).print(table)
    return all(check.state != "problem" for check in found)
