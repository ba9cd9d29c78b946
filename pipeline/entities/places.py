"""Whether a capital stands for its government or is the place itself."""

from pipeline.entities.line import Line

NEAR = 6


def is_government(line: Line, first: int, last: int) -> bool:
    """Whether the capital at these tokens acts as a government there."""
    if line.is_cue(first - 1, "place_before") or line.is_cue(last, "place_after"):
        return False
    if line.is_cue(first - 1, "government_before"):
        return True
    if line.is_cue(first - 1, "travel_preposition"):
        return line.is_cue(last, "government_after") or not _travels(line, first, last)
    if line.key(last) == "را" and line.is_cue(last + 1, "travel"):
        return False
    return _paired(line, first, last) or line.is_cue(last, "government_after") or _opens_clause(line, first)


def _travels(line: Line, first: int, last: int) -> bool:
    window = (*range(max(0, first - NEAR), first), *range(last, min(len(line.keys), last + NEAR)))
    return any(line.is_cue(position, "travel") for position in window)


def _paired(line: Line, first: int, last: int) -> bool:
    """«تهران و مسکو»: joined to another country or capital that has no place word before it."""
    after = line.key(last) == "و" and bool(line.found(last + 1, "country", "capital"))
    before = line.key(first - 1) == "و" and any(
        hit.last == first - 1
        for start in range(max(0, first - 4), first - 1)
        for hit in line.found(start, "country", "capital")
    )
    start = first - 2 if before else first - 1
    return (after or before) and not line.is_cue(start - 1 if before else start, "place_before")


def _opens_clause(line: Line, first: int) -> bool:
    before = line.key(first - 1)
    return first == 0 or line.is_cue(first - 1, "clause_opener") or not before[:1].isalnum()
