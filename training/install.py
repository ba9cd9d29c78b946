"""Ship trained models: copy them from a work folder into the package and print their hashes.

python -m training.install --work WORK [--models pipeline/models]
"""

import argparse
import shutil
from pathlib import Path

from pipeline.tag.bundle import open_bundle
from pipeline.tag.tagger import DEFAULT_MODELS

LARGEST_FILE = 20_000_000
LARGEST_TOTAL = 60_000_000


def install(work: Path, models: Path) -> dict[str, str]:
    """Copy every file the folder's index names and return the hashes.

    Raises:
        SystemExit: A file, or all together, would be too large to ship.
    """
    names = sorted(path.name for path in open_bundle(models).files)
    sizes = {name: (work / name).stat().st_size for name in names}
    too_large = [name for name, size in sizes.items() if size > LARGEST_FILE]
    if too_large or sum(sizes.values()) > LARGEST_TOTAL:
        raise SystemExit(f"Too large to ship: {too_large or sizes}. Train with fewer or smaller layers.")
    for name in names:
        shutil.copyfile(work / name, models / name)
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
