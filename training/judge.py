"""The judge of relation candidates: logistic models over readable features.

A candidate is right where the gold of its article has its kind between its two entities.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.relations.judge import MODELS
from pipeline.relations.pairs import pairs
from pipeline.relations.stage import Judged, Staged, Stager
from training.gold import GoldArticle, GoldRelation, align

REGULARIZATION = 0.1
SMALLEST_WEIGHT = 0.02


@dataclass(slots=True)
class Examples:
    """Feature rows and labels of one model."""

    rows: list[dict[str, float]] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)

    def add(self, features: Iterable[str], label: bool) -> None:
        """Add one row of features that are there."""
        self.rows.append(dict.fromkeys(features, 1.0))
        self.labels.append(label)


def judge_examples(golds: Sequence[GoldArticle], staged: Iterable[Staged], stager: Stager) -> dict[str, Examples]:
    """The examples of each model of the judge, from all candidates of all articles."""
    sets = {name: Examples() for name in MODELS if name != "blend"}
    for gold, stage in zip(golds, staged, strict=True):
        matched = align(gold, stage.mentions)
        for one in stager.judge(stage):
            relations = _stated(one, gold, matched, stage)
            if relations is not None:
                sets["kept"].add(one.features, bool(relations))
            if relations and len({(r.polarity, r.realis) for r in relations}) == 1:
                modal = stager.modal(one)
                sets["negated"].add(modal, relations[0].polarity == "negated")
                sets["future"].add(modal, relations[0].realis == "future")
                sets["hypothetical"].add(modal, relations[0].realis == "hypothetical")
    return sets


def _stated(one: Judged, gold: GoldArticle, matched: Mapping[str, str], stage: Staged) -> list[GoldRelation] | None:
    """The gold relations that a candidate states, none if it is wrong; None where it has no pair at all."""
    found = pairs(one.candidate, stage.entities)
    ends = [(a.entity_id, b.entity_id) for a, b in found if "place" not in (a.kind, b.kind)]
    if not ends:
        return None
    wanted = [(matched.get(a, ""), matched.get(b, "")) for a, b in ends]
    kind = one.candidate.frame.kind
    right = [[r for r in gold.relations if r.kind == kind and r.joins(*pair)] for pair in wanted]
    right = [relations for relations in right if relations]
    return [r for relations in right for r in relations] if len(right) * 2 >= len(ends) else []


def train_judge(sets: Mapping[str, Examples]) -> dict[str, Any]:
    """The table of each model: bias, and the weights that matter."""
    return {name: fit(data, REGULARIZATION) for name, data in sets.items()}


def fit(data: Examples, regularization: float) -> dict[str, Any]:
    """A logistic model of some examples as a table."""
    vectorizer = DictVectorizer(dtype=np.float32)
    matrix = vectorizer.fit_transform(data.rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=regularization, solver="liblinear", max_iter=400, random_state=0)
    model.fit(matrix, data.labels)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in named if abs(weight) >= SMALLEST_WEIGHT}
    return {"bias": round(float(model.intercept_[0]), 3), "weights": dict(sorted(weights.items()))}
