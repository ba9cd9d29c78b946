"""A difference as plain values for JSON."""

from dataclasses import asdict
from typing import Any

from pipeline.compare.difference import Difference


def as_record(difference: Difference, limit: int | None = None) -> dict[str, Any]:
    """All differences; of the articles that changed the first so many, where a limit is given."""
    record = asdict(difference)
    changed = record.pop("articles")
    return {
        "equal": difference.equal,
        **record,
        "changed": len(changed),
        "articles": changed[:limit],
    }
