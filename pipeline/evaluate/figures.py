"""Right, extra and missed: the counts behind every precision, recall and F1."""

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

DECIMALS = 4

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found rightly, found without being in the gold, and missed; tallies add up."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return round(_share(self.right, self.right + self.extra), DECIMALS)

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is none."""
        return round(_share(self.right, self.right + self.missed), DECIMALS)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, before these are rounded."""
        precision = _share(self.right, self.right + self.extra)
        recall = _share(self.right, self.right + self.missed)
        return round(_share(2 * precision * recall, precision + recall), DECIMALS)


def compared(gold: Set[Hashable], found: Set[Hashable]) -> Tally:
    """The tally of what was found against what is in the gold."""
    return Tally(len(gold & found), len(found - gold), len(gold - found))


def summed(tallies: Iterable[Mapping[Name, Tally]]) -> dict[Name, Tally]:
    """The sum of tallies that bear the same name; names stand in the order in which they first come."""
    sums: dict[Name, Tally] = {}
    for each in tallies:
        for name, tally in each.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


def share(part: int, whole: int) -> float | None:
    """A rounded share; None where there is nothing to have a share in."""
    return round(part / whole, DECIMALS) if whole else None


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
