"""What is said of the right events: denied or not, real or planned, in whose words, on what evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from pipeline.columns import RelationRow
from pipeline.evaluate.figures import Tally, compared
from pipeline.evaluate.gold import GoldRelation
from pipeline.evaluate.matching import Matched
from pipeline.evaluate.relations import Stated, Triple, said_reciprocal
from pipeline.evaluate.spelling import key
from pipeline.model import Realis

REALIS: tuple[Realis, ...] = get_args(Realis)
LONGEST_EVIDENCE = 400


@dataclass(frozen=True, slots=True)
class Qualities:
    """Of the right events of one article: tallies of `negated`, `speaker` and each realis, and counts of what holds."""

    tallies: Mapping[str, Tally]
    reciprocal: bool
    evidence_exact: bool
    evidence_same: bool


def qualities(article: Matched, statements: Stated) -> list[Qualities]:
    """The qualities of each right event: those of the run's most certain row, against the gold nearest to it."""
    return [_of_event(triple, article, statements) for triple in statements.right]


def nearest(row: RelationRow, group: Sequence[GoldRelation]) -> GoldRelation:
    """The gold statement to hold a row against: equal in realis and polarity, else realis, else polarity."""
    return max(group, key=lambda one: (one.realis == row.realis, one.polarity == row.polarity))


def _of_event(triple: Triple, article: Matched, statements: Stated) -> Qualities:
    row, group = statements.found[triple][0], statements.gold[triple]
    gold = nearest(row, group)
    evidence = key(row.evidence)
    return Qualities(
        {
            "negated": _both(gold.polarity == "negated", row.polarity == "negated"),
            "speaker": compared({gold.speaker} - {""}, {article.in_gold(row.speaker)} if row.speaker else set()),
            **{realis: _both(gold.realis == realis, row.realis == realis) for realis in REALIS},
        },
        reciprocal=row.reciprocal in said_reciprocal(gold, statements),
        evidence_exact=bool(evidence) and row.evidence in article.text and len(row.evidence) <= LONGEST_EVIDENCE,
        evidence_same=bool(evidence) and any(_overlap(evidence, key(one.evidence)) for one in group),
    )


def _both(gold: bool, found: bool) -> Tally:
    """The tally of one yes or no."""
    return Tally(int(gold and found), int(found and not gold), int(gold and not found))


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one
