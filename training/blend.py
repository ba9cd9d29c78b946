"""How to weigh the judge of candidates and the reader of sentences, from gold that neither was trained on."""

from collections.abc import Iterable, Sequence
from typing import Any

from pipeline.relations.judge import Logistic
from pipeline.relations.reader.network import KINDS
from pipeline.relations.reader.read import Reader
from pipeline.relations.stage import Staged, Stager
from pipeline.relations.statements import blend_values, key_of, statements
from training.gold import GoldArticle, align
from training.judge import Examples, fit

REGULARIZATION = 0.5
LEAST = 0.03


def blend_examples(golds: Sequence[GoldArticle], staged: Iterable[Staged], stager: Stager, reader: Reader) -> Examples:
    """One row for each kind and pair of an article: its likeliest statement, and whether the gold has it.

    `stager` holds the judge to blend.
    """
    data = Examples()
    for gold, stage in zip(golds, staged, strict=True):
        readings = list(reader.read(stage.scenes, stage.entities))
        judged = stager.judge(stage, frozenset(map(key_of, readings)))
        even = Logistic({"reader": 1.0, "judge": 1.0}, 0.0)
        matched, best = align(gold, stage.mentions), dict[tuple[object, ...], Any]()
        for one in statements(judged, readings, stage.entities, even):
            ends = frozenset((one.source, one.target)) if one.both_ways else (one.source, one.target)
            key = one.kind, ends
            if one.kind in KINDS and (key not in best or one.probability > best[key].probability):
                best[key] = one
        for one in best.values():
            pair = matched.get(one.source, ""), matched.get(one.target, "")
            right = any(
                r.kind == one.kind and (r.joins(*pair) or (one.both_ways and r.joins(*pair[::-1])))
                for r in gold.relations
            )
            place = one.sentence, one.kind, one.source, one.target
            data.rows.append(blend_values(place, one.judged, one.reading, stage.entities))
            data.labels.append(right)
    return data


def fit_blend(data: Examples) -> dict[str, Any]:
    """The weights of the blend."""
    return fit(data, REGULARIZATION)
