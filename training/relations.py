"""Train the judge of relation candidates: a logistic model over readable features.

    python -m training.relations GOLD_FOLDER [--annotations FOLDER --corpus FILE] [--out FILE]

A candidate is right where the gold of its article has its kind between its two
entities. Candidates of one article stay on one side of every cross-fitting split.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.entities import find_entities
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.model import Entity, Mentions
from pipeline.normalize import normalize, normalize_string
from pipeline.relations.find import JUDGE, Judged, RelationFinder, pairs
from pipeline.tag import Tagger
from pipeline.tokenize import tokenize
from training.gold import GoldArticle, align, load_annotations, load_gold

REGULARIZATION = 0.3
SMALLEST_WEIGHT = 0.02


def analyse(golds: Sequence[GoldArticle], lexicon: Lexicon, tagger: Tagger) -> list[Mentions]:
    """The mentions of every annotated article, as a run finds them."""
    documents = [tokenize(normalize(gold.article)) for gold in golds]
    return [find_entities(document, lexicon) for document in tagger.tag(documents, bool)]


def is_right(one: Judged, gold: GoldArticle, matched: dict[str, str], entities: dict[str, Entity]) -> bool | None:
    """Whether gold has at least half of a candidate's pairs; None where it has no pair at all."""
    ends = [(a.entity_id, b.entity_id) for a, b in pairs(one.candidate, entities) if "place" not in (a.kind, b.kind)]
    if not ends:
        return None
    stated = {(r.kind, r.source, r.target) for r in gold.relations}
    stated |= {(r.kind, r.target, r.source) for r in gold.relations if r.reciprocal}
    kind = one.candidate.frame.kind
    right = sum((kind, matched.get(a, ""), matched.get(b, "")) in stated for a, b in ends)
    return right * 2 >= len(ends)


def examples(
    golds: Sequence[GoldArticle], found: Iterable[Mentions], finder: RelationFinder
) -> tuple[list[dict[str, int]], list[bool]]:
    """Features and labels of all candidates of all articles."""
    rows: list[dict[str, int]] = []
    labels: list[bool] = []
    for gold, mentions in zip(golds, found, strict=True):
        matched = align(gold, mentions)
        entities = {entity.id: entity for entity in mentions.entities}
        for one in finder.judged(mentions):
            label = is_right(one, gold, matched, entities)
            if label is not None:
                rows.append(dict.fromkeys(one.features, 1))
                labels.append(label)
    return rows, labels


def train(rows: Sequence[dict[str, int]], labels: Sequence[bool], threshold: float) -> dict[str, Any]:
    """The judge's table: weights that matter, bias and threshold."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=REGULARIZATION, solver="liblinear", max_iter=400, random_state=0).fit(matrix, labels)
    named = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {name: round(float(weight), 3) for name, weight in named if abs(weight) >= SMALLEST_WEIGHT}
    bias = round(float(model.intercept_[0]), 3)
    return {"threshold": threshold, "bias": bias, "weights": dict(sorted(weights.items()))}


def main() -> None:
    """Train on a gold folder and, where given, on offset annotations; write the judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--first", default="")
    parser.add_argument("--last", default="~")
    parser.add_argument("--annotations", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--threshold", type=float, default=0.27)
    parser.add_argument("--out", type=Path, default=JUDGE)
    options = parser.parse_args()
    golds = load_gold(options.gold, options.first, options.last)
    if options.annotations:
        golds += load_annotations(options.annotations, options.corpus)
    lexicon = load_lexicon((), normalize_string)
    found = analyse(golds, lexicon, Tagger())
    table = train(*examples(golds, found, RelationFinder(lexicon)), options.threshold)
    options.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(golds)} articles, {len(table['weights'])} weights, written to {options.out.name}")


if __name__ == "__main__":
    main()
