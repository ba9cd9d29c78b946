"""Train word vectors on unannotated news, one file for meaning and one for grammar.

    python -m training.vectors names --data $RAVABET_DATA --work WORK
    python -m training.vectors grammar --data $RAVABET_DATA --work WORK

Reads `corpora/news.jsonl.gz` and `treebanks/perdt-train-raw.txt`; writes `WORK/vectors.pt`
(a wide window: words of one topic are alike; for names) or `WORK/grammar.pt` (a narrow one:
words of one part of speech are alike; for tags and dependencies), stanza pretrains of the most
frequent words. One worker thread and a fixed hash make the result repeatable on one machine.
"""

import argparse
import gzip
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from gensim.models import Word2Vec
from stanza.models.common.pretrain import Pretrain

from pipeline.tag.spelling import model_form

KINDS = {"names": ("vectors", 100, 5), "grammar": ("grammar", 75, 2)}  # file, dimensions, window
EPOCHS = 8
LARGEST_VOCABULARY = 40_000
LONGEST_SENTENCE = 200
_SENTENCE_END = re.compile(r"(?<=[.!؟?…])\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:‌[^\W_]+)*|[^\w\s]")


def paragraphs(data: Path) -> Iterator[str]:
    """Yield the raw texts: titles and bodies of the news, then the lines of PerDT's unannotated train text."""
    with gzip.open(data / "corpora" / "news.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            yield record["title"]
            yield record["text"]
    yield from (data / "treebanks" / "perdt-train-raw.txt").read_text(encoding="utf-8").splitlines()


def sentences(data: Path) -> Iterator[list[str]]:
    """Yield sentences of words in the models' spelling, none longer than LONGEST_SENTENCE words."""
    for paragraph in paragraphs(data):
        for sentence in _SENTENCE_END.split(paragraph):
            words = [model_form(word) for word in _WORD.findall(sentence)]
            for start in range(0, len(words), LONGEST_SENTENCE):
                yield words[start : start + LONGEST_SENTENCE]


def _stable_hash(word: str) -> int:
    return crc32(word.encode())


def train(data: Path, dimensions: int, window: int, seed: int) -> Word2Vec:
    """Train skip-gram vectors; equal input and seed give equal vectors."""
    return Word2Vec(
        list(sentences(data)),
        sg=1,
        vector_size=dimensions,
        window=window,
        min_count=4,
        epochs=EPOCHS,
        negative=8,
        sample=1e-4,
        workers=1,
        seed=seed,
        hashfxn=_stable_hash,
        max_final_vocab=LARGEST_VOCABULARY,
    )


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=sorted(KINDS))
    parser.add_argument("--data", type=Path, required=True, help="folder with corpora/ and treebanks/")
    parser.add_argument("--work", type=Path, required=True, help="folder for what training makes")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.work.mkdir(parents=True, exist_ok=True)
    name, dimensions, window = KINDS[options.kind]
    model = train(options.data, dimensions, window, options.seed)
    text = options.work / f"{name}.vec"
    model.wv.save_word2vec_format(str(text))
    target = options.work / f"{name}.pt"
    target.unlink(missing_ok=True)
    Pretrain(str(target), str(text), save_to_file=True).load()


if __name__ == "__main__":
    main()
