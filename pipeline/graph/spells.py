"""When the events of an edge happened, as intervals of days that do not overlap.

Gephi refuses an edge whose intervals overlap, so a day inside a longer interval is part of it.
"""

import calendar
from collections.abc import Iterable
from typing import TypeAlias

from pipeline.columns import EdgeRow, RelationRow

Spell: TypeAlias = tuple[str, str]


def edge_spells(edges: Iterable[EdgeRow], relations: Iterable[RelationRow]) -> dict[str, tuple[Spell, ...]]:
    """The spells of each edge that has a dated event, by edge Id."""
    dates = {row.relation_id: _days(row) for row in relations if row.date_start}
    found = {edge.Id: merged(dates[one] for one in edge.relation_ids if one in dates) for edge in edges}
    return {edge: spells for edge, spells in found.items() if spells}


def merged(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The same days in order, equal and overlapping spells made one.

    >>> merged([("2019-11-05", "2019-11-05"), ("2019-11-01", "2019-11-03"), ("2019-11-02", "2019-11-04")])
    (('2019-11-01', '2019-11-04'), ('2019-11-05', '2019-11-05'))
    """
    found: list[Spell] = []
    for start, end in sorted(spells):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _days(row: RelationRow) -> Spell:
    start, end = _first_day(row.date_start), _last_day(row.date_end or row.date_start)
    return start, max(start, end)


def _first_day(date: str) -> str:
    return (date[:10] + "-01-01"[len(date) - 4 :]) if len(date) < 10 else date[:10]


def _last_day(date: str) -> str:
    if len(date) >= 10:
        return date[:10]
    year, month = int(date[:4]), int(date[5:7] or 12)
    return f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
