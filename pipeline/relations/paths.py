"""Dependency paths between two tokens of a parsed sentence, as short labels."""

from collections.abc import Sequence

from pipeline.model import TaggedToken

_LONGEST = 4


def path(tokens: Sequence[TaggedToken], start: int, end: int) -> str:
    """The relations climbed from one token and descended to the other, «obl^ nsubjv»; empty where there is none.

    A path of more than four steps says little about grammar and counts as "far".
    """
    if not tokens or tokens[start].head < 0:
        return ""
    up, down = _ancestors(tokens, start), _ancestors(tokens, end)
    meeting = next((at for at in up if at in down), None)
    if meeting is None:
        return ""
    climbed = [f"{tokens[at].deprel}^" for at in up[: up.index(meeting)]]
    descended = [f"{tokens[at].deprel}v" for at in reversed(down[: down.index(meeting)])]
    steps = climbed + descended
    return " ".join(steps) if len(steps) <= _LONGEST else "far"


def _ancestors(tokens: Sequence[TaggedToken], at: int) -> list[int]:
    """The token and its heads up to the root, in order."""
    found = [at]
    while tokens[found[-1]].head > 0 and tokens[found[-1]].head - 1 not in found:
        found.append(tokens[found[-1]].head - 1)
    return found


def top(tokens: Sequence[TaggedToken], first: int, last: int) -> int:
    """The token of a span whose head lies outside it; the first where the sentence was not parsed."""
    return next((at for at in range(first, last) if not first < tokens[at].head <= last), first)
