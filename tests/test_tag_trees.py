"""The best tree is the best of all trees with one word below the root."""

from itertools import product

import numpy as np
import pytest

from pipeline.tag.trees import Scores, best_tree


def table(arcs: dict[tuple[int, int], float], size: int) -> Scores:
    """Scores of (dependent, head); arcs that are not named are unlikely."""
    scores = np.full((size, size), -9.0)
    for arc, score in arcs.items():
        scores[arc] = score
    np.fill_diagonal(scores, -np.inf)
    return scores


def hangs_on_root(heads: tuple[int, ...]) -> bool:
    at = set(range(len(heads)))
    for _ in heads:
        at = {heads[one] for one in at}
    return at == {0}


def best_by_trying(scores: Scores) -> list[int]:
    size = len(scores)
    trees = [(0, *rest) for rest in product(range(size), repeat=size - 1) if rest.count(0) == 1]
    trees = [tree for tree in trees if hangs_on_root(tree)]
    return list(max(trees, key=lambda tree: sum(scores[word, tree[word]] for word in range(1, size))))


def test_best_heads_that_make_a_tree_are_kept() -> None:
    assert best_tree(table({(1, 2): -0.1, (2, 0): -0.1, (3, 2): -0.1}, 4)) == [0, 2, 0, 2]


def test_only_one_word_hangs_on_the_root() -> None:
    assert best_tree(table({(1, 0): -0.1, (2, 0): -0.2, (2, 1): -3.0, (1, 2): -4.0}, 3)) == [0, 0, 1]


def test_a_circle_is_opened_where_it_costs_least() -> None:
    assert best_tree(table({(1, 2): -0.1, (2, 1): -0.1, (1, 0): -5.0, (2, 0): -2.0}, 3)) == [0, 2, 0]


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_is_better(seed: int) -> None:
    draw = np.random.default_rng(seed)
    size = 2 + seed % 4
    scores = np.log(draw.dirichlet(np.full(size, 0.7), size))
    np.fill_diagonal(scores, -np.inf)

    assert best_tree(scores) == best_by_trying(scores)


def test_scores_stay_as_they_are() -> None:
    scores = table({(1, 0): -0.1, (2, 0): -0.2}, 3)
    before = scores.copy()

    best_tree(scores)

    assert np.array_equal(scores, before)
