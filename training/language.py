"""Teach a recurrent layer to expect Persian words, from running news text, for the reader of relations.

    python -m training.language --data $RAVABET_DATA --work WORK

Writes WORK/language.pt. One layer reads each sentence forwards and one backwards; each guesses the
word that comes next among those of its batch and some drawn by frequency (Peters et al. 2018,
"Deep contextualized word representations", without the character layer). One pass over the corpus.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.model import Article
from pipeline.normalize import normalize
from pipeline.persian import fold
from pipeline.relations.find import MODELS
from pipeline.tokenize import tokenize
from training.reader import Projected
from training.reader_data import word_rows

WIDTH, GUESS = 128, 100
LONGEST_TEXT, LONGEST, SHORTEST = 9000, 70, 6
TOKENS_AT_ONCE, POOL, DRAWN = 2600, 6400, 600
RATE, LATE_RATE, LATE = 2e-3, 7e-4, 0.6
Sentence = npt.NDArray[np.int64]


def read_sentences(corpus: Path, words: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of a gzipped JSON Lines corpus as word numbers, normalized and tokenized as in a run."""
    numbers = {word: at for at, word in enumerate(words)}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row['title']}\n{row['text'][:LONGEST_TEXT]}"
            for tokens in tokenize(normalize(Article("", "", text, title=row["title"]))).sentences:
                if len(tokens) >= SHORTEST:
                    yield np.array([numbers.get(fold(token.text), 0) for token in tokens], np.int64)


class Guesser(nn.Module):
    """Two recurrent layers, and what turns their states into guesses of words."""

    def __init__(self, rows: Tensor, counts: Tensor) -> None:
        super().__init__()
        self.embed = Projected(rows, WIDTH)
        self.ahead, self.behind = (nn.LSTM(WIDTH, WIDTH, batch_first=True) for _ in range(2))
        self.guess_next, self.guess_last = (nn.Linear(WIDTH, GUESS) for _ in range(2))
        start = functional.normalize(rows[:, :GUESS]) * 3
        self.out = nn.Embedding(len(rows), GUESS, sparse=True, _weight=start)
        self.bias = nn.Parameter(torch.log((counts + 1) / counts.sum()))
        self.drop = nn.Dropout(0.1)

    def forward(self, words: Tensor, drawn: Tensor) -> Tensor:
        """The loss of guessing every word from those before it and from those after it."""
        seen = self.drop(torch.relu(self.embed(words)))
        ahead, behind = self.ahead(seen)[0], self.behind(seen.flip(1))[0].flip(1)
        some, places = torch.unique(torch.cat([words.flatten(), drawn]), return_inverse=True)
        wanted, table, bias = places[: words.numel()].view_as(words), self.out(some), self.bias[some]
        forth = self.guess_next(ahead[:, :-1]) @ table.T + bias
        back = self.guess_last(behind[:, 1:]) @ table.T + bias
        losses = (forth, wanted[:, 1:]), (back, wanted[:, :-1])
        return torch.stack([functional.cross_entropy(g.flatten(0, 1), w.flatten()) for g, w in losses]).mean()


def batches(sentences: list[Sentence], order: random.Random) -> list[list[Sentence]]:
    """Sentences of like length together, about as many tokens in each batch."""
    order.shuffle(sentences)
    found: list[list[Sentence]] = []
    for start in range(0, len(sentences), POOL):
        pool = sorted(sentences[start : start + POOL], key=len)
        while pool:
            size = max(8, TOKENS_AT_ONCE // min(len(pool[min(20, len(pool) - 1)]), LONGEST))
            found.append(pool[:size])
            pool = pool[size:]
    order.shuffle(found)
    return found


def teach(guesser: Guesser, sentences: list[Sentence], counts: Tensor, seed: int) -> Iterator[float]:
    """One pass over the sentences; yields the loss of every batch."""
    weights = [p for name, p in guesser.named_parameters() if p.requires_grad and name != "out.weight"]
    dense, sparse = torch.optim.Adam(weights, RATE), torch.optim.SparseAdam([guesser.out.weight], RATE / 2)
    chances, groups = counts.pow(0.6) + 1e-9, batches(sentences, random.Random(seed))
    for step, group in enumerate(groups):
        if step == int(LATE * len(groups)):
            dense.param_groups[0]["lr"], sparse.param_groups[0]["lr"] = LATE_RATE, LATE_RATE / 2
        length = min(*(len(one) for one in group), LONGEST)
        words = torch.from_numpy(np.stack([one[:length] for one in group]))
        loss = guesser(words, torch.multinomial(chances, DRAWN, replacement=True))
        dense.zero_grad()
        sparse.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        dense.step()
        sparse.step()  # type: ignore[no-untyped-call]
        yield loss.item()


def main() -> None:
    """Read the corpus once, teach, and write the layer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    tables = [torch.load(MODELS / name, weights_only=True) for name in ("vectors.pt", "grammar.pt")]
    words, rows = word_rows(tables)
    sentences = list(read_sentences(options.data / "corpora" / "news.jsonl.gz", words))
    counts = torch.from_numpy(np.bincount(np.concatenate(sentences), minlength=len(words))).float()
    guesser = Guesser(rows, counts)
    losses = list(teach(guesser, sentences, counts, options.seed))
    options.work.mkdir(parents=True, exist_ok=True)
    torch.save({"language": _joined(guesser), "layer": guesser.embed.layer.state_dict()}, options.work / "language.pt")
    print(
        f"{len(sentences)} sentences, loss {np.mean(losses[:200]):.2f} at first, {np.mean(losses[-200:]):.2f} at last"
    )


def _joined(guesser: Guesser) -> dict[str, Tensor]:
    """Both layers as one that reads both ways."""
    ahead = guesser.ahead.state_dict()
    return {**ahead, **{f"{name}_reverse": values for name, values in guesser.behind.state_dict().items()}}


if __name__ == "__main__":
    main()
