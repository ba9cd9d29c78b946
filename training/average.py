"""Average the last best states of one training into one model; it generalizes a little better than each.

    python -m training.average ner --work WORK [--last 4]

Reads the states `WORK/<task>.best-<number>.pt` that training.train keeps; writes `WORK/<task>.pt`.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch


def states(work: Path, task: str, last: int) -> list[Path]:
    """The last best states, oldest first."""
    paths = sorted(work.glob(f"{task}.best-*.pt"), key=lambda path: int(path.stem.rpartition("-")[2]))
    if len(paths) < last:
        raise SystemExit(f"{work} has {len(paths)} states of {task}, fewer than {last}. Train first, or ask for fewer.")
    return paths[-last:]


def averaged(paths: Sequence[Path]) -> dict[str, Any]:
    """The last state with every floating-point weight replaced by its mean over all states."""
    loaded = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    result: dict[str, Any] = loaded[-1]
    for name, weight in result["model"].items():
        if weight.is_floating_point():
            result["model"][name] = torch.stack([state["model"][name] for state in loaded]).mean(dim=0)
    return result


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=("depparse", "ner", "pos"))
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--last", type=int, default=4)
    options = parser.parse_args()
    result = averaged(states(options.work, options.task, options.last))
    torch.save(result, options.work / f"{options.task}.pt", _use_new_zipfile_serialization=False)


if __name__ == "__main__":
    main()
