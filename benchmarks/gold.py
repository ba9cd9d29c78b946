"""Figures on the annotated gold articles: what is found, how well, and how far its confidence can be trusted.

    python -m benchmarks.gold --data $RAVABET_DATA [--judge FILE --reader FILE] [--out FILE]

Runs the pipeline over the gold folder and holds it against the annotations as `ravabet evaluate` does (whose
figures are those of the scorer that comes with the gold), part by part: the articles for developing, the
articles held back, and all. `--judge` and `--reader` name models that another training wrote, such as the
first half of `training.relations --measure`, which never saw a gold article.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.config import Settings
from pipeline.evaluate import as_record, evaluate
from pipeline.evaluate.confidence import events
from pipeline.export import write_outputs
from pipeline.graph import graphs_of
from pipeline.lexicon import load_lexicon
from pipeline.lexicon.codes import load_codes
from pipeline.model import Article, ArticleResult
from pipeline.normalize import normalize_string
from pipeline.relations import RelationFinder
from pipeline.relations.find import JUDGE, READER
from pipeline.relations.judge import load_judge
from pipeline.relations.reader.read import load_reader
from pipeline.run.analyze import analyze
from pipeline.run.reduce import Outcomes, Rules, reduce
from pipeline.run.stages import Stages, load_stages, predicate_labels

PARTS = (("dev-000", "dev-113"), ("dev-114", "dev-170"), ("dev-000", "dev-170"))
AT_ONCE = 20
HEAD = """# Measured on annotated articles

`python -m benchmarks.gold --data $RAVABET_DATA` over the hand-annotated articles `gold/dev` of the reference data; the
figures are those of `ravabet evaluate` and of the scorer that comes with the data. dev-000…113 are for developing,
dev-114…170 held back: none of their sentences was read, nothing was trained on them.
"""
LEAST = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def articles(gold: Path) -> Iterator[Article]:
    """The texts of a gold folder."""
    for path in sorted(gold.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        name, text = document["doc_id"], f"{document['title']}\n{document['text']}"
        published = document.get("published") or ""
        yield Article(name, f"{name}.md", text, title=document["title"], published=published)


def run(gold: Path, stages: Stages, out: Path) -> None:
    """Write the outputs of a run over a gold folder."""
    every, results = list(articles(gold)), list[ArticleResult]()
    for start in range(0, len(every), AT_ONCE):
        for result in analyze(every[start : start + AT_ONCE], stages):
            assert isinstance(result, ArticleResult), result
            results.append(result)
    settings = Settings()
    rules = Rules(predicate_labels(settings), load_codes(), settings.min_confidence, settings.duplicates)
    tables = reduce(Outcomes(results, [], []), rules)
    write_outputs(tables, graphs_of(tables), out)


def report(out: Path, gold: Path, first: str, last: str) -> Iterator[str]:
    """The figures of one part as Markdown."""
    evaluation = evaluate(out, gold, f"{first}:{last}")
    record = as_record(evaluation)
    yield f"\n## {first}…{last[-3:]}\n"
    yield "| what | P | R | F1 | right, extra, missed |\n|---|---|---|---|---|"
    rows = {name: record[name] for name in ("event", "full", "country", "pair", "standing", "entity_all")}
    kinds = {f"entities: {name}": row for name, row in record["entity"].items()}
    for name, row in {**rows, **kinds, **record["per_type"]}.items():
        yield f"| {name} | {row['p']:.3f} | {row['r']:.3f} | {row['f1']:.3f} | {row['tp']}, {row['fp']}, {row['fn']} |"
    qualities = ", ".join(f"{name} {value}" for name, value in record["qualities"].items())
    yield f"\nOf the right events: {qualities}."
    quiet = f"{record['events_on_empty_articles']} on the {record['empty_articles']} articles without any"
    yield f"Events found {quiet}; mention texts that do not stand in the article: {record['texts_wrong']}.\n"
    yield "| confidence | events | right | precision |\n|---|---|---|---|"
    for band in record["confidence"]["events"]:
        yield "| " + " | ".join(str(value) for value in band.values()) + " |"
    yield f"\nExpected calibration error over five equally large bins: {record['calibration']['error']}.\n"
    yield "| confidence (mean) | precision | events |\n|---|---|---|"
    for one in record["calibration"]["bins"]:
        yield f"| {one['confidence']:.3f} | {one['precision']:.3f} | {one['found']} |"
    yield ""
    yield "| --min-confidence | precision | recall |\n|---|---|---|"
    wanted = record["event"]["tp"] + record["event"]["fn"]
    for least in LEAST:
        kept = [one.right for one in events(evaluation.judged) if one.confidence >= least]
        yield f"| {least} | {sum(kept) / max(len(kept), 1):.3f} | {sum(kept) / wanted:.3f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run, evaluate and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--judge", type=Path, default=JUDGE)
    parser.add_argument("--reader", type=Path, default=READER)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    finder = RelationFinder(load_lexicon((), normalize_string), load_judge(options.judge), load_reader(options.reader))
    stages = replace(load_stages(Settings()), find_relations=finder)
    gold = options.data / "gold" / "dev"
    with tempfile.TemporaryDirectory() as folder:
        run(gold, stages, Path(folder))
        lines = [line for part in PARTS for line in report(Path(folder), gold, *part)]
    text = "\n".join([HEAD, f"Models: {options.judge.name} and {options.reader.name}.", *lines]) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
