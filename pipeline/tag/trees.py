"""The best dependency tree of a sentence, from the scores of all arcs."""

from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating[Any]]
Heads = npt.NDArray[np.intp]


def best_tree(scores: Scores) -> list[int]:
    """The heads of the best tree with one word below the root; the root stands first and is its own head.

    `scores` are logarithms of dependents by heads. Where every word's best head makes a tree
    already, no other is better. Else arcs from the root are made dearer than a whole tree, so
    that the best tree has only one (Stanojević and Cohen 2021).
    """
    heads = scores.argmax(1)
    heads[0] = 0
    if np.count_nonzero(heads == 0) == 2 and not _cycle(heads.tolist()):
        return _listed(heads)
    dear = scores.copy()
    dear[:, 0] += scores[np.isfinite(scores)].min() * len(scores)
    dear[0] = -np.inf
    dear[0, 0] = 0
    np.fill_diagonal(dear[1:, 1:], -np.inf)
    return _listed(_spanning(dear))


def _listed(heads: Heads) -> list[int]:
    found: list[int] = heads.tolist()
    return found


def _spanning(scores: Scores) -> Heads:
    """Chu and Liu, Edmonds: where best heads make a cycle, the cycle counts as one word until it is entered."""
    heads: Heads = scores.argmax(1)
    cycle = _cycle(heads.tolist())
    if not cycle:
        return heads
    inside, rest = np.array(cycle), np.setdiff1d(np.arange(len(scores)), cycle)
    gains = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(rest, inside)]
    last = len(rest)
    smaller = np.full((last + 1, last + 1), -np.inf)
    smaller[:last, :last] = scores[np.ix_(rest, rest)]
    smaller[last, :last], smaller[:last, last] = gains.max(0), leaving.max(1)
    tree = _spanning(smaller)
    entered = inside[gains[:, tree[last]].argmax()]
    heads[entered] = rest[tree[last]]
    within = tree[:last] == last
    heads[rest] = np.where(within, inside[leaving.argmax(1)], rest[np.where(within, 0, tree[:last])])
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Words that hang on each other in a circle, or none; the first word is the root."""
    rooted = {0}
    for start in range(1, len(heads)):
        path, at = list[int](), start
        while at not in rooted:
            if at in path:
                return path[path.index(at) :]
            path.append(at)
            at = heads[at]
        rooted.update(path)
    return []
