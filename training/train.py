"""Train one model with stanza's own trainer, on one CPU thread and with a fixed seed.

    python -m training.train ner|pos|lemma|depparse --work WORK [--steps N]

Needs the files that training.prepare_ner, training.prepare_treebanks and training.prepare_lemmas
write. The best model on the held-out sentences is `WORK/<task>.pt`.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import torch
from stanza.models import lemmatizer, ner_tagger, parser, tagger

_SMALL_CHARACTERS = ["--char_hidden_dim", "64", "--char_emb_dim", "32"]
_RECIPES: dict[str, list[str]] = {
    "ner": [
        *("--hidden_dim", "160", "--char_hidden_dim", "50", "--char_emb_dim", "32", "--dropout", "0.4"),
        *("--batch_size", "32", "--max_batch_words", "1200", "--emb_finetune_known_only"),
        *("--eval_interval", "1000", "--patience", "2", "--max_steps_no_improve", "12000"),
    ],
    "pos": [
        *("--hidden_dim", "128", *_SMALL_CHARACTERS, "--deep_biaff_hidden_dim", "80"),
        *("--composite_deep_biaff_hidden_dim", "20", "--batch_size", "40", "--eval_interval", "200"),
    ],
    "depparse": [
        *("--hidden_dim", "200", "--num_layers", "2", *_SMALL_CHARACTERS, "--deep_biaff_hidden_dim", "150"),
        *("--transformed_dim", "100", "--batch_size", "1500", "--eval_interval", "250", "--no_xpos", "--no_ufeats"),
        *("--second_optim_start_step", "4000", "--no_checkpoint"),
    ],
    "lemma": ["--hidden_dim", "100", "--batch_size", "100", "--lr", "0.003", "--decay_epoch", "10"],
}
_STEPS = {"ner": 30_000, "pos": 3_000, "depparse": 6_000, "lemma": 30}
_PROGRAMS: dict[str, Callable[[list[str]], object]] = {
    "ner": ner_tagger.main,
    "pos": tagger.main,
    "lemma": lemmatizer.main,
    "depparse": parser.main,
}


def arguments(task: str, work: Path, steps: int, seed: int) -> list[str]:
    """The arguments of stanza's program for one task."""
    prefix, suffix = {"ner": ("ner", "json"), "lemma": ("lemma", "conllu")}.get(task, ("ud", "conllu"))
    files = [
        "--train_file",
        str(work / f"{prefix}.train.{suffix}"),
        "--eval_file",
        str(work / f"{prefix}.dev.{suffix}"),
    ]
    target = ["--save_dir", str(work), "--save_name", f"{task}.pt", "--shorthand", "fa_ravabet", "--seed", str(seed)]
    length = ["--num_epoch" if task == "lemma" else "--max_steps", str(steps)]
    vectors = [] if task == "lemma" else ["--wordvec_pretrain_file", str(work / "vectors.pt")]
    language = [] if task in ("ner", "lemma") else ["--lang", "fa"]
    return [*files, *target, *length, *vectors, *language, *_RECIPES[task], "--cpu"]


def main() -> None:
    """Run the command line."""
    options_of = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options_of.add_argument("task", choices=sorted(_PROGRAMS))
    options_of.add_argument("--work", type=Path, required=True)
    options_of.add_argument("--steps", type=int, help="steps, for lemma epochs; default: as shipped")
    options_of.add_argument("--seed", type=int, default=1234)
    options = options_of.parse_args()
    torch.set_num_threads(1)
    steps = options.steps or _STEPS[options.task]
    _PROGRAMS[options.task](arguments(options.task, options.work, steps, options.seed))


if __name__ == "__main__":
    main()
