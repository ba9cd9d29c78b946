"""Events found where there should hardly be any: 300 articles on sport, cinema and technology.

    python -m benchmarks.quiet --data $RAVABET_DATA

The ids stand in tests/quiet_articles.txt (a hundred of each topic, drawn once, none of them annotated
for training). Every event found is read by a person, who writes a verdict into benchmarks/quiet.csv: the
article, kind, source and target, and whether the article says so. The command lists what has no verdict yet,
then counts.
"""

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.config import Settings
from pipeline.model import Article, ArticleResult
from pipeline.run.analyze import analyze
from pipeline.run.stages import load_stages

ROOT = Path(__file__).parents[1]
IDS = ROOT / "tests" / "quiet_articles.txt"
VERDICTS = ROOT / "benchmarks" / "quiet.csv"
STANDING = ("OFFICE", "MEMBER")
AT_ONCE = 25
Key = tuple[str, str, str, str]


def articles(corpus: Path) -> Iterator[Article]:
    """The articles of the list, from a gzipped JSON Lines corpus."""
    wanted = set(IDS.read_text(encoding="utf-8").split())
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["source"] == "isna" and row["id"] in wanted:
                yield Article(row["id"], row["id"], f"{row['title']}\n{row['text']}", title=row["title"])


def found(corpus: Path) -> Iterator[tuple[Key, float, str]]:
    """Every event found: its article, kind, source and target, with confidence and evidence."""
    stages = load_stages(Settings())
    every = list(articles(corpus))
    for start in range(0, len(every), AT_ONCE):
        for result in analyze(every[start : start + AT_ONCE], stages):
            assert isinstance(result, ArticleResult), result
            for one in result.relations:
                if one.kind not in STANDING:
                    yield (result.article.article_id, one.kind, one.source, one.target), one.confidence, one.evidence


def verdicts() -> dict[Key, str]:
    """What a reader said of each event: right or wrong."""
    with VERDICTS.open(encoding="utf-8", newline="") as handle:
        rows = csv.DictReader(handle)
        return {(row["article"], row["kind"], row["source"], row["target"]): row["verdict"] for row in rows}


def main() -> None:
    """Run, list what nobody has judged, and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    known = verdicts()
    counts: Counter[str] = Counter()
    for key, confidence, evidence in {
        one[0]: one for one in found(options.data / "corpora" / "news.jsonl.gz")
    }.values():
        verdict = known.get(key, "unread")
        counts[verdict] += 1
        if verdict == "unread":
            print(*key, confidence, evidence.replace("\n", " "), sep="\t")
    print(f"{sum(counts.values())} events in 300 articles: " + ", ".join(f"{n} {name}" for name, n in counts.items()))


if __name__ == "__main__":
    main()
