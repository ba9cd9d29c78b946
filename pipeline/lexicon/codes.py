"""What PLOVER and CAMEO say of an event: quad class and scores, read from plover.csv and cameo.csv.

Two decisions stand in the tables: ACCUSE scores -3 (the manual prints +3 above modes that are
all negative) and SANCTION is material conflict. Goldstein scores are those of the ICEWS table;
a CAMEO code without one has that of the code above it.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.columns import Quad


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """Quad class and scores of one event; None where the tables have none, as for standing kinds."""

    quad: Quad
    goldstein: float | None
    plover_score: float | None


@dataclass(frozen=True, slots=True)
class Codes:
    """The two tables: quad and score per (event, mode), Goldstein score per CAMEO code."""

    quads: dict[str, Quad]
    scores: dict[tuple[str, str], float | None]
    goldstein: dict[str, float | None]

    def facts(self, kind: str, mode: str, cameo: str) -> CodeFacts:
        """The facts of a relation; a mode without a score has that of its event."""
        score = self.scores.get((kind, mode))
        if score is None:
            score = self.scores.get((kind, ""))
        return CodeFacts(self.quads.get(kind, ""), self._goldstein(cameo), score)

    def has(self, kind: str, mode: str = "", cameo: str = "") -> bool:
        """Whether the tables list this event with this mode, and this CAMEO code where one is given."""
        return (kind, mode) in self.scores and (not cameo or cameo in self.goldstein)

    def _goldstein(self, cameo: str) -> float | None:
        """The score of the code or of the nearest code above it: 0411 is below 041, and that below 04."""
        codes = (cameo[:length] for length in range(len(cameo), 1, -1))
        return next((score for code in codes if (score := self.goldstein.get(code)) is not None), None)


@cache
def load_codes() -> Codes:
    """Read both tables of the package."""
    plover, cameo = _rows("plover.csv"), _rows("cameo.csv")
    return Codes(
        quads={row["event"]: _quad(row["quad"]) for row in plover},
        scores={(row["event"], row["mode"]): _number(row["plover_score"]) for row in plover},
        goldstein={row["code"]: _number(row["goldstein"]) for row in cameo},
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _quad(cell: str) -> Quad:
    match cell:
        case "verbal_cooperation" | "material_cooperation" | "verbal_conflict" | "material_conflict":
            return cell
    message = f"plover.csv: {cell!r} is no quad class; write verbal_ or material_, cooperation or conflict"
    raise ValueError(message)
