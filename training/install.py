"""Ship trained models: copy them from a work folder into the package and print their hashes.

python -m training.install --work WORK [--models pipeline/models]
"""

import argparse
import shutil
from pathlib import Path

import torch

from pipeline.tag.bundle import open_bundle
from pipeline.tag.tagger import DEFAULT_MODELS

LARGEST_FILE = 20_000_000
LARGEST_TOTAL = 60_000_000


def slim(source: Path, target: Path) -> None:
    """Copy a model with its weights in half precision; word vectors are copied as they are."""
    state = torch.load(source, map_location="cpu", weights_only=True)
    if "model" not in state:
        shutil.copyfile(source, target)
        return
    weights = state["model"]
    for name, weight in weights.items():
        if isinstance(weight, torch.Tensor) and weight.is_floating_point():
            weights[name] = weight.half()
    torch.save(state, target, _use_new_zipfile_serialization=False)


def install(work: Path, models: Path) -> dict[str, str]:
    """Ship every file the folder's index names and return the hashes.

    Raises:
        SystemExit: A file, or all together, are too large to ship.
    """
    paths = [path for path in open_bundle(models).files if (work / path.name).exists()]
    for path in paths:
        slim(work / path.name, path)
    sizes = {path.name: path.stat().st_size for path in open_bundle(models).files}
    if max(sizes.values()) > LARGEST_FILE or sum(sizes.values()) > LARGEST_TOTAL:
        raise SystemExit(f"Too large to ship: {sizes}. Train with fewer or smaller layers.")
    return open_bundle(models).hashes()


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=DEFAULT_MODELS)
    options = parser.parse_args()
    for name, value in install(options.work, options.models).items():
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
