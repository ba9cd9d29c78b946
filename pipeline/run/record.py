"""What a run says of itself: run.json, the same for the same input, and timing.json, which is not."""

import hashlib
import platform
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline.columns import EdgeRow
from pipeline.config import Settings
from pipeline.run.fingerprint import Fingerprint
from pipeline.tables import RunTables


def run_record(
    settings: Settings, fingerprint: Fingerprint, hashes: Mapping[str, str], tables: RunTables
) -> dict[str, Any]:
    """The content of run.json: everything that the tables depend on, and what they count.

    Args:
        settings: The settings as resolved; those that change speed alone are left out.
        fingerprint: Version, libraries, and the hashes of data files and models.
        hashes: The content hash of every input file.
        tables: The tables of the run.
    """
    return {
        **asdict(fingerprint),
        "configuration": {
            "min_confidence": settings.min_confidence,
            "duplicates": settings.duplicates,
            "limit": settings.limit,
            "encoding": settings.encoding,
            "fields": {part: list(names) for part, names in sorted(settings.fields.items())},
            "lexicon": [folder.name for folder in settings.lexicon],
            "models": Path(settings.models).name or "built-in",
        },
        "input": {"files": len(hashes), "sha256": input_hash(hashes)},
        "counts": counts(tables),
    }


def input_hash(hashes: Mapping[str, str]) -> str:
    """One hash for all input files, their paths and contents."""
    lines = "".join(f"{path}\n{content}\n" for path, content in sorted(hashes.items()))
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def counts(tables: RunTables) -> dict[str, Any]:
    """How many rows there are, of articles by status, of nodes and relations by kind."""
    return {
        "articles": _by(row.status for row in tables.articles),
        "texts_chars": sum(row.chars for row in tables.articles),
        "sentences": sum(row.sentences for row in tables.articles),
        "tokens": sum(row.tokens for row in tables.articles),
        "mentions": len(tables.mentions),
        "nodes": _by(row.kind for row in tables.nodes),
        "offices": len(tables.offices),
        "relations": _by(row.kind for row in tables.relations),
        "events": len({row.event_id for row in tables.relations}),
        "edges": _by(row.level for row in tables.edges),
        "failures": _by(row.stage for row in tables.failures),
    }


def _by(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def strongest_pairs(edges: Iterable[EdgeRow], number: int = 5) -> list[tuple[str, str, int]]:
    """The pairs of countries with the most events between them, with their number; negated and future ones left out."""
    weights: Counter[tuple[str, str]] = Counter()
    for edge in edges:
        if edge.level == "country" and edge.default:
            first, second = sorted((edge.Source, edge.Target))
            weights[first, second] += edge.Weight
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [(first, second, weight) for (first, second), weight in ranked[:number]]


def timing_record(started: datetime, seconds: Mapping[str, float], analysed: int, settings: Settings) -> dict[str, Any]:
    """The content of timing.json: when, how long, on what, and the settings that change speed alone."""
    return {
        "started": started.isoformat(timespec="seconds"),
        "seconds": {phase: round(value, 3) for phase, value in seconds.items()},
        "analysed": analysed,
        "jobs": settings.jobs,
        "batch": settings.batch,
        "timeout": settings.timeout,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "machine": platform.machine(),
    }
