"""Train one model with stanza's own trainer, on one CPU thread and with a fixed seed.

    python -m training.train ner|pos|lemma|depparse --work WORK [--steps N]

Needs the files that the prepare programs and training.retag write. The best model on the held-out
sentences is `WORK/<task>.pt`; each best state before it stays as `WORK/<task>.best-<number>.pt`
for training.average. Tagger and parser also learn from `WORK/ud.silver.conllu`, once
training.silver has written it; the parser then goes on from where it was.
"""

import argparse
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import torch
from stanza.models import lemmatizer, ner_tagger, parser, tagger
from stanza.models.depparse.trainer import Trainer as ParserTrainer
from stanza.models.ner.trainer import Trainer as NameTrainer
from stanza.models.pos.trainer import Trainer as TagTrainer

_RECIPES: dict[str, list[str]] = {
    "ner": [
        *("--hidden_dim", "150", "--char_hidden_dim", "50", "--char_emb_dim", "32", "--dropout", "0.4"),
        *("--batch_size", "32", "--max_batch_words", "1200", "--emb_finetune_known_only"),
        *("--optim", "adam", "--lr", "0.002", "--patience", "1", "--eval_interval", "500"),
        *("--max_steps_no_improve", "30000"),
    ],
    "pos": [
        *("--hidden_dim", "150", "--char_hidden_dim", "64", "--char_bidirectional", "--char_emb_dim", "32"),
        *("--deep_biaff_hidden_dim", "100", "--composite_deep_biaff_hidden_dim", "20", "--batch_size", "40"),
        *("--dropout", "0.4", "--word_dropout", "0.25", "--eval_interval", "150", "--max_steps_before_stop", "1000"),
    ],
    "depparse": [
        *("--hidden_dim", "180", "--num_layers", "2", "--char_hidden_dim", "50", "--char_emb_dim", "32"),
        *("--deep_biaff_hidden_dim", "120", "--transformed_dim", "100", "--dropout", "0.4", "--word_dropout", "0.25"),
        *("--batch_size", "1200", "--eval_interval", "200", "--no_xpos", "--no_ufeats", "--no_checkpoint"),
        *("--optim", "adam", "--lr", "0.002", "--beta2", "0.95", "--no_second_optim"),
        *("--plateau_steps", "400", "--plateau_decay", "0.6"),
    ],
    "lemma": ["--hidden_dim", "100", "--batch_size", "100", "--lr", "0.003", "--decay_epoch", "10"],
}
SILVER_RATIOS = "1.0;0.4"  # per pass, all of the gold sentences and this share of the silver ones
_STEPS = {"ner": 8_000, "pos": 1_800, "depparse": 4_000, "lemma": 12}
_FILES = {"ner": ("ner", "json"), "pos": ("ud", "conllu"), "lemma": ("lemma", "conllu"), "depparse": ("dep", "conllu")}
_VECTORS = {"ner": "vectors.pt", "pos": "grammar.pt", "depparse": "grammar.pt"}
_PROGRAMS: dict[str, Callable[[list[str]], object]] = {
    "ner": ner_tagger.main,
    "pos": tagger.main,
    "lemma": lemmatizer.main,
    "depparse": parser.main,
}
_TRAINERS: dict[str, Any] = {"ner": NameTrainer, "pos": TagTrainer, "depparse": ParserTrainer}


def arguments(task: str, work: Path, steps: int, seed: int) -> list[str]:
    """The arguments of stanza's program for one task."""
    prefix, suffix = _FILES[task]
    training, choosing = (str(work / f"{prefix}.{part}.{suffix}") for part in ("train", "dev"))
    files = ["--train_file", training, "--eval_file", choosing, *_silver(task, work, training)]
    target = ["--save_dir", str(work), "--save_name", f"{task}.pt", "--shorthand", "fa_ravabet", "--seed", str(seed)]
    length = ["--num_epoch" if task == "lemma" else "--max_steps", str(steps)]
    vectors = ["--wordvec_pretrain_file", str(work / _VECTORS[task])] if task in _VECTORS else []
    language = ["--lang", "fa"] if task in ("pos", "depparse") else []
    return [*target, *length, *vectors, *language, *_RECIPES[task], *files, "--cpu"]


def _silver(task: str, work: Path, training: str) -> list[str]:
    """What makes a second round learn from silver sentences as well."""
    silver = work / "ud.silver.conllu"
    if task == "pos" and silver.exists():
        return ["--train_file", f"{training};{silver}", "--train_ratios", SILVER_RATIOS]
    if task == "depparse" and silver.exists() and (work / "depparse.pt").exists():
        onward = ["--continue_from", str(work / "depparse.pt"), "--lr", "0.001"]
        return ["--silver_file", str(silver), "--silver_weight", "0.5", *onward]
    return []


def keep_best_states(trainer: Any) -> None:
    """Make a trainer keep a numbered copy of every model it saves."""
    save, numbers = trainer.save, count(1)

    def save_and_copy(self: object, filename: str, *rest: object, **options: object) -> None:
        save(self, filename, *rest, **options)
        path = Path(filename)
        shutil.copyfile(path, path.with_name(f"{path.stem}.best-{next(numbers)}.pt"))

    trainer.save = save_and_copy


def main() -> None:
    """Run the command line."""
    options_of = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options_of.add_argument("task", choices=sorted(_PROGRAMS))
    options_of.add_argument("--work", type=Path, required=True)
    options_of.add_argument("--steps", type=int, help="steps, for lemma epochs; default: as shipped")
    options_of.add_argument("--seed", type=int, default=1234)
    options = options_of.parse_args()
    torch.set_num_threads(1)
    if options.task in _TRAINERS:
        keep_best_states(_TRAINERS[options.task])
    steps = options.steps or _STEPS[options.task]
    _PROGRAMS[options.task](arguments(options.task, options.work, steps, options.seed))


if __name__ == "__main__":
    main()
