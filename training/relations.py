"""Train what judges relations: the judge of candidates, the reader of sentences, and how to blend the two.

    python -m training.relations GOLD_FOLDER --last dev-113 --annotations FOLDER --corpus FILE --language FILE

First both are trained on the annotations alone and tried on the gold, which neither has seen: that
sets the blend, so that confidences are honest. Then both are trained anew on annotations and gold.
`--measure FILE` stops after the first half, to measure on gold what was not trained on it: it writes the models so
trained to FILE.json and FILE.pt.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import torch

from pipeline.entities import find_entities
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.model import Mentions
from pipeline.normalize import normalize, normalize_string
from pipeline.relations.find import JUDGE, MODELS, READER
from pipeline.relations.judge import Judge, Logistic, untrained_judge
from pipeline.relations.reader.encode import Codebook
from pipeline.relations.reader.read import Reader, load_reader, save_reader
from pipeline.relations.stage import Staged, Stager
from pipeline.tag import Tagger
from pipeline.tokenize import tokenize
from training.blend import blend_examples, fit_blend
from training.gold import GoldArticle, load_annotations, load_gold
from training.judge import judge_examples, train_judge
from training.reader import Projected, new_network, sizes_of, train
from training.reader_data import examples, make_codebook, word_rows

THRESHOLD = 0.25


def analyse(golds: Sequence[GoldArticle], lexicon: Lexicon, tagger: Tagger) -> list[Mentions]:
    """The mentions of every annotated article, as a run finds them."""
    documents = [tokenize(normalize(gold.article)) for gold in golds]
    return [find_entities(document, lexicon) for document in tagger.tag(documents, bool)]


class Trainer:
    """Everything that both halves of the training share."""

    def __init__(self, lexicon: Lexicon, language: Path | None, epochs: int, seed: int) -> None:
        self._lexicon, self._language, self._epochs, self._seed = lexicon, language, epochs, seed
        self._stager = Stager(lexicon, untrained_judge())
        tables = [torch.load(MODELS / name, weights_only=True) for name in ("vectors.pt", "grammar.pt")]
        self._words, self._rows = word_rows(tables)

    def stager(self, table: dict[str, Any]) -> Stager:
        """A stager with the judge of a table."""
        models = {name: Logistic(one["weights"], one["bias"]) for name, one in table.items()}
        return Stager(self._lexicon, Judge(**models, blend=Logistic({}, 0.0), threshold=THRESHOLD))

    def stage(self, found: Sequence[Mentions]) -> list[Staged]:
        """Articles made ready, their candidates not yet judged."""
        return [self._stager.stage(mentions) for mentions in found]

    def judge(self, golds: Sequence[GoldArticle], staged: Sequence[Staged]) -> dict[str, Any]:
        """The table of a judge trained on these articles, without a blend."""
        return train_judge(judge_examples(golds, staged, self._stager))

    def reader(self, golds: Sequence[GoldArticle], staged: Sequence[Staged], out: Path) -> None:
        """Train a reader on these articles and write it."""
        codebook: Codebook = make_codebook(staged, self._words)
        rows = list(examples(golds, staged, codebook))
        network = new_network(codebook, self._rows, self._language, self._seed)
        for epoch, loss in enumerate(train(network, rows, self._epochs, self._seed), 1):
            print(f"reader: epoch {epoch} of {self._epochs}, loss {loss:.3f}", flush=True)
        network.embed = cast(Projected, network.embed).table()
        save_reader(out, network, sizes_of(codebook), codebook)


def write_judge(path: Path, table: dict[str, Any], blend: dict[str, Any]) -> None:
    """Write a judge's file."""
    whole = {"threshold": THRESHOLD, "blend": blend, **table}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    """Train in two halves; the first is for the blend, the second for use."""
    options = _options()
    torch.set_num_threads(options.threads)
    golds = load_gold(options.gold, "", options.last)
    annotated = load_annotations(options.annotations, options.corpus)
    lexicon = load_lexicon((), normalize_string)
    trainer = Trainer(lexicon, options.language, options.epochs, options.seed)
    found = analyse([*golds, *annotated], lexicon, Tagger())
    staged = trainer.stage(found)
    ours, theirs = staged[: len(golds)], staged[len(golds) :]
    first = options.measure or options.out.with_suffix(".half")
    blend = _blend(trainer, golds, ours, annotated, theirs, first)
    if options.measure:
        return
    table = trainer.judge([*golds, *annotated], staged)
    trainer.reader([*golds, *annotated], staged, options.reader)
    write_judge(options.out, table, blend)
    for suffix in (".json", ".pt"):
        Path(f"{first}{suffix}").unlink()
    print(f"{len(golds)} gold and {len(annotated)} annotated articles: {options.out.name}, {options.reader.name}")


def _blend(
    trainer: Trainer,
    golds: Sequence[GoldArticle],
    ours: Sequence[Staged],
    annotated: Sequence[GoldArticle],
    theirs: Sequence[Staged],
    first: Path,
) -> dict[str, Any]:
    """Train on the annotations alone and fit the blend on the gold."""
    table = trainer.judge(annotated, theirs)
    trainer.reader(annotated, theirs, Path(f"{first}.pt"))
    reader: Reader = load_reader(Path(f"{first}.pt"))
    blend = fit_blend(blend_examples(golds, ours, trainer.stager(table), reader))
    write_judge(Path(f"{first}.json"), table, blend)
    return blend


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--last", default="~", help="the last gold document to use")
    parser.add_argument("--annotations", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--language", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--measure", type=Path)
    parser.add_argument("--out", type=Path, default=JUDGE)
    parser.add_argument("--reader", type=Path, default=READER)
    return parser.parse_args()


if __name__ == "__main__":
    main()
