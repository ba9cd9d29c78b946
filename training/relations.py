"""Train the judge of relation candidates: a logistic model over readable features.

    python -m training.relations GOLD_FOLDER [--annotations FOLDER --corpus FILE] [--out FILE]

A candidate is right where the gold of its article has its kind between its two
entities. Candidates of one article stay on one side of every cross-fitting split.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.entities import find_entities
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.model import Mentions
from pipeline.normalize import normalize, normalize_string
from pipeline.relations.find import JUDGE, Judged, RelationFinder, pairs
from pipeline.relations.judge import MODELS, untrained_judge
from pipeline.tag import Tagger
from pipeline.tokenize import tokenize
from training.gold import GoldArticle, GoldRelation, align, load_annotations, load_gold

REGULARIZATION = 0.2
SMALLEST_WEIGHT = 0.02


def analyse(golds: Sequence[GoldArticle], lexicon: Lexicon, tagger: Tagger) -> list[Mentions]:
    """The mentions of every annotated article, as a run finds them."""
    documents = [tokenize(normalize(gold.article)) for gold in golds]
    return [find_entities(document, lexicon) for document in tagger.tag(documents, bool)]


@dataclass(slots=True)
class Examples:
    """Feature rows and labels of one model."""

    rows: list[dict[str, int]] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)

    def add(self, features: Iterable[str], label: bool) -> None:
        """Add one row."""
        self.rows.append(dict.fromkeys(features, 1))
        self.labels.append(label)


def stated(one: Judged, gold: GoldArticle, matched: dict[str, str], mentions: Mentions) -> list[GoldRelation] | None:
    """The gold relations that a candidate states, none if it is wrong; None where it has no pair at all."""
    entities = {entity.id: entity for entity in mentions.entities}
    ends = [(a.entity_id, b.entity_id) for a, b in pairs(one.candidate, entities) if "place" not in (a.kind, b.kind)]
    if not ends:
        return None
    wanted = [(matched.get(a, ""), matched.get(b, "")) for a, b in ends]
    found = [[r for r in gold.relations if r.kind == one.candidate.frame.kind and _joins(r, *pair)] for pair in wanted]
    right = [relations for relations in found if relations]
    return [r for relations in right for r in relations] if len(right) * 2 >= len(ends) else []


def _joins(relation: GoldRelation, source: str, target: str) -> bool:
    pair = relation.source, relation.target
    return pair == (source, target) or (relation.reciprocal and pair == (target, source))


def examples(golds: Sequence[GoldArticle], found: Iterable[Mentions], finder: RelationFinder) -> dict[str, Examples]:
    """The examples of each model of the judge, from all candidates of all articles."""
    sets = {name: Examples() for name in MODELS}
    for gold, mentions in zip(golds, found, strict=True):
        matched = align(gold, mentions)
        for one in finder.judged(mentions):
            relations = stated(one, gold, matched, mentions)
            if relations is not None:
                sets["kept"].add(one.features, bool(relations))
            if relations and len({(r.polarity, r.realis) for r in relations}) == 1:
                modal = finder.modal(one)
                sets["negated"].add(modal, relations[0].polarity == "negated")
                sets["future"].add(modal, relations[0].realis == "future")
                sets["hypothetical"].add(modal, relations[0].realis == "hypothetical")
    return sets


def train(data: Examples) -> dict[str, Any]:
    """One model's table: bias, and the weights that matter."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(data.rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=REGULARIZATION, solver="liblinear", max_iter=400, random_state=0)
    model.fit(matrix, data.labels)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in named if abs(weight) >= SMALLEST_WEIGHT}
    return {"bias": round(float(model.intercept_[0]), 3), "weights": dict(sorted(weights.items()))}


def main() -> None:
    """Train on a gold folder and, where given, on offset annotations; write the judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--first", default="")
    parser.add_argument("--last", default="~")
    parser.add_argument("--annotations", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--threshold", type=float, default=0.3)
    parser.add_argument("--out", type=Path, default=JUDGE)
    options = parser.parse_args()
    golds = load_gold(options.gold, options.first, options.last)
    if options.annotations:
        golds += load_annotations(options.annotations, options.corpus)
    lexicon = load_lexicon((), normalize_string)
    found = analyse(golds, lexicon, Tagger())
    sets = examples(golds, found, RelationFinder(lexicon, untrained_judge()))
    table = {"threshold": options.threshold, **{name: train(data) for name, data in sets.items()}}
    options.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(golds)} articles, {len(sets['kept'].labels)} candidates, written to {options.out.name}")


if __name__ == "__main__":
    main()
