"""An evaluation as plain values for JSON, under names that stay: scripts and earlier results rely on them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pipeline.evaluate.assess import Evaluation
from pipeline.evaluate.confidence import Judged, bands, calibration, events
from pipeline.evaluate.figures import DECIMALS, Tally, share, summed
from pipeline.evaluate.mistakes import Mistake
from pipeline.evaluate.qualities import REALIS


def as_record(evaluation: Evaluation, shown: Sequence[Mistake] = ()) -> dict[str, Any]:
    """All figures, rounded to four decimals, and the mistakes that are shown."""
    empty = [one.events_on_empty for one in evaluation.articles if one.events_on_empty is not None]
    return {
        "articles": len(evaluation.articles),
        **{name: figures(tally) for name, tally in evaluation.relations.items()},
        "entity_all": figures(evaluation.actors),
        "entity": {kind: figures(tally) for kind, tally in evaluation.entities.items()},
        "per_type": {kind: figures(tally) for kind, tally in evaluation.kinds.items()},
        "qualities": quality_figures(evaluation),
        "texts_wrong": sum(one.texts_wrong for one in evaluation.articles),
        "empty_articles": len(empty),
        "events_on_empty_articles": sum(empty),
        "articles_missing": evaluation.missing,
        "confidence": confidence_figures(evaluation.judged),
        "calibration": asdict(calibration(events(evaluation.judged))),
        "errors": [asdict(one) for one in shown],
    }


def figures(tally: Tally) -> dict[str, float | int]:
    """Precision, recall and F1, and the counts behind them."""
    counts = {"tp": tally.right, "fp": tally.extra, "fn": tally.missed}
    return {"p": tally.precision, "r": tally.recall, "f1": tally.f1, **counts}


def quality_figures(evaluation: Evaluation) -> dict[str, float | int | None]:
    """What holds of the right events; None where there are none."""
    every = [one for article in evaluation.articles for one in article.qualities]
    tallies = summed(one.tallies for one in every)
    of_realis = [tallies.get(realis, Tally()).f1 for realis in REALIS]
    people = [article.entities for article in evaluation.articles]
    return {
        "right_events": len(every),
        "negated_f1": tallies.get("negated", Tally()).f1,
        "speaker_f1": tallies.get("speaker", Tally()).f1,
        "realis_macro_f1": round(sum(of_realis) / len(of_realis), DECIMALS),
        "reciprocal": share(sum(one.reciprocal for one in every), len(every)),
        "evidence_exact": share(sum(one.evidence_exact for one in every), len(every)),
        "evidence_same": share(sum(one.evidence_same for one in every), len(every)),
        "affiliation": share(sum(one.affiliations_right for one in people), sum(one.affiliations for one in people)),
    }


def confidence_figures(relations: Sequence[Judged]) -> dict[str, list[dict[str, float | int | None]]]:
    """Precision in bands of confidence: of all events, then of each kind."""
    groups = {"events": events(relations)}
    for kind in sorted({one.kind for one in relations}):
        groups[kind] = [one for one in relations if one.kind == kind]
    return {name: [asdict(band) | {"p": band.precision} for band in bands(group)] for name, group in groups.items()}
