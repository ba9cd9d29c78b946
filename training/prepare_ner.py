"""Write the name corpora as the files that stanza's NER tagger trains on.

    python -m training.prepare_ner --data $RAVABET_DATA --work WORK

Needs `WORK/vectors.pt` (its words decide which spaced tokens are joined); writes
`WORK/ner.train.json` and `WORK/ner.dev.json`.
"""

import argparse
import json
import random
from pathlib import Path

from stanza.models.common.pretrain import Pretrain

from training.ner_corpora import COLUMNS, NEWS, Tagged, split

LOST_JOINERS = 0.02  # share of training tokens that lose their joiners, as in texts copied from the web
LONGEST = 150
_JOINER = "\N{ZERO WIDTH NON-JOINER}"


def known_words(vectors: Path) -> frozenset[str]:
    """The words that have a vector."""
    return frozenset(Pretrain(str(vectors), save_to_file=False).vocab)


def tokens(sentence: Tagged, column: str, chance: random.Random | None) -> list[dict[str, object]]:
    """The tokens of one sentence with the tag in its column and a blank in all other columns."""
    place = COLUMNS.index(column)
    rows: list[dict[str, object]] = []
    for number, (form, tag) in enumerate(sentence[:LONGEST], 1):
        text = form.replace(_JOINER, "") if chance and chance.random() < LOST_JOINERS else form
        tags = [tag if other == place else "-" for other in range(len(COLUMNS))]
        rows.append({"id": number, "text": text, "ner": tag, "multi_ner": tags})
    return rows


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    parts = split(options.data / "ner", known_words(options.work / "vectors.pt"))
    chance = random.Random(options.seed)
    training = [tokens(sentence, column, chance) for column, sentence in parts.training]
    choosing = [tokens(sentence, NEWS, None) for sentence in parts.choosing]
    for name, sentences in (("train", training), ("dev", choosing)):
        target = options.work / f"ner.{name}.json"
        target.write_text(json.dumps(sentences, ensure_ascii=False), encoding="utf-8")
        print(f"{target}: {len(sentences)} sentences")


if __name__ == "__main__":
    main()
