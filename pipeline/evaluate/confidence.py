"""Whether confidence says what it promises: precision in bands of it, and how far it is from being a probability."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.columns import STANDING
from pipeline.evaluate.figures import DECIMALS, share
from pipeline.evaluate.relations import Stated

BOUNDS = (0.0, 0.3, 0.5, 0.7, 0.9)
BINS = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A relation found, how certain the run is of it, and whether it is right."""

    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The relations whose confidence is at least `low` and less than `high`; the last band takes in its end."""

    low: float
    high: float
    right: int
    found: int

    @property
    def precision(self) -> float | None:
        """The share that is right; None where nothing was found."""
        return share(self.right, self.found)


@dataclass(frozen=True, slots=True)
class Bin:
    """A part of the events, in the order of their confidence: its mean, and the share that is right."""

    found: int
    confidence: float
    precision: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far confidence and precision lie apart, weighed by the size of the bins; None where there are no events."""

    error: float | None
    bins: tuple[Bin, ...]


def judged(statements: Stated) -> list[Judged]:
    """Each triple the run states, once, with its highest confidence."""
    return [
        Judged(triple.kind, rows[0].confidence, triple in statements.gold) for triple, rows in statements.found.items()
    ]


def bands(relations: Iterable[Judged]) -> tuple[Band, ...]:
    """The relations in bands of confidence, from the least to the most certain."""
    every = list(relations)
    found = []
    for low, high in zip(BOUNDS, (*BOUNDS[1:], 1.0), strict=True):
        inside = [one for one in every if low <= one.confidence and (one.confidence < high or low == BOUNDS[-1])]
        found.append(Band(low, high, sum(one.right for one in inside), len(inside)))
    return tuple(found)


def events(relations: Iterable[Judged]) -> list[Judged]:
    """The relations that are events, and no offices and memberships."""
    return [one for one in relations if one.kind not in STANDING]


def calibration(relations: Sequence[Judged], number: int = BINS) -> Calibration:
    """The expected calibration error over bins that hold equally many relations, or one more.

    Relations of equal confidence stay in the order in which they are given.
    """
    ordered = sorted(relations, key=lambda one: one.confidence)
    bins = []
    error = 0.0
    for part in _parts(ordered, number):
        confidence = sum(one.confidence for one in part) / len(part)
        precision = sum(one.right for one in part) / len(part)
        error += abs(confidence - precision) * len(part) / len(ordered)
        bins.append(Bin(len(part), round(confidence, DECIMALS), round(precision, DECIMALS)))
    return Calibration(round(error, DECIMALS) if bins else None, tuple(bins))


def _parts(ordered: Sequence[Judged], number: int) -> list[Sequence[Judged]]:
    cuts = [len(ordered) * at // number for at in range(number + 1)]
    parts = [ordered[start:end] for start, end in pairwise(cuts)]
    return [part for part in parts if part]
