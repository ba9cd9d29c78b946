"""Logistic regression on named features with sparse weights (FTRL-proximal), in plain Python."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, sqrt

Example = tuple[Sequence[str], bool, float]


@dataclass(slots=True)
class Logistic:
    """Weights by feature name; most features end at zero and are left out."""

    rate: float = 0.15
    sparsity: float = 1.0
    ridge: float = 1.0
    _pulls: dict[str, float] = field(default_factory=dict)
    _squares: dict[str, float] = field(default_factory=dict)

    def fit(self, examples: Sequence[Example], epochs: int = 4, seed: int = 0) -> None:
        """Go through the examples (features, label, weight) in an order that the seed fixes."""
        order = list(range(len(examples)))
        shuffler = random.Random(seed)
        for _ in range(epochs):
            shuffler.shuffle(order)
            for index in order:
                self._learn(*examples[index])

    def weights(self) -> dict[str, float]:
        """The weights that are not zero, by name in sorted order."""
        weights = {name: self._weight(name) for name in sorted(self._pulls)}
        return {name: weight for name, weight in weights.items() if weight}

    def _learn(self, names: Sequence[str], label: bool, importance: float) -> None:
        weights = [self._weight(name) for name in names]
        score = max(-30.0, min(30.0, sum(weights)))
        gradient = (1 / (1 + exp(-score)) - label) * importance
        for name, weight in zip(names, weights, strict=True):
            square = self._squares.get(name, 0.0)
            step = (sqrt(square + gradient * gradient) - sqrt(square)) / self.rate
            self._pulls[name] = self._pulls.get(name, 0.0) + gradient - step * weight
            self._squares[name] = square + gradient * gradient

    def _weight(self, name: str) -> float:
        pull = self._pulls.get(name, 0.0)
        if abs(pull) <= self.sparsity:
            return 0.0
        slack = -self.sparsity if pull > 0 else self.sparsity
        return -(pull + slack) / ((1.0 + sqrt(self._squares[name])) / self.rate + self.ridge)
