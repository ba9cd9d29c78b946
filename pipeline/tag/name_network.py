"""Names, from stanza's name tagger."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from stanza.models.common.vocab import PAD_ID, UNK_ID, VOCAB_PREFIX_SIZE
from stanza.models.ner.trainer import fix_singleton_tags
from torch import Tensor

from pipeline.tag.batches import Batch, batches
from pipeline.tag.forms import FormTable, letters_read

_BATCH = 2000
Scores = npt.NDArray[np.floating[Any]]


class NameNetwork:
    """The networks of a stanza name tagger, run on many sentences at once; other kinds of taggers are refused.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: The tagger is built in another way.
    """

    def __init__(self, processor: Any, column: int) -> None:
        (trainer,) = processor.trainers
        self._model, self._vocab, self._column = trainer.model, trainer.vocab, column
        args = self._model.args
        if args.get("charlm") or args.get("bert_model") or not args["char"] or args.get("connect_output_layers"):
            message = "a name tagger of another architecture"
            raise ValueError(message)
        self._lower = bool(args.get("lowercase", True)), bool(args.get("char_lowercase", False))
        self._forms = FormTable(self._vectors)
        self._start = self._model.taggerlstm_h_init, self._model.taggerlstm_c_init
        self._moves = self._model.crits[column]._transitions.detach().numpy()
        self._tags = self._vocab["tag"].items(column)

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The BIOES tag of every word of sentences that are not empty, in the kinds of the model."""
        found: list[list[str]] = [[] for _ in sentences]
        for batch in batches([len(words) for words in sentences], _BATCH):
            forms = [form for number in batch.numbers for form in sentences[number]]
            rows = batch.read(self._model.taggerlstm, self._forms(forms), self._start)
            scores = batch.padded(self._model.tag_clfs[self._column](rows)).numpy()
            for number, best in zip(batch.numbers, best_paths(scores, batch, self._moves), strict=True):
                tags = [self._tags[max(tag, VOCAB_PREFIX_SIZE)] for tag in best]
                found[number] = fix_singleton_tags(tags)
        return found

    def _vectors(self, forms: Sequence[str]) -> Tensor:
        model, vocab = self._model, self._vocab
        words = [form.lower() for form in forms] if self._lower[0] else forms
        letters = [form.lower() for form in forms] if self._lower[1] else forms
        known, own = torch.tensor(vocab["word"].map(words)), torch.tensor(vocab["delta"].map(words))
        own[(own == UNK_ID) & (known != UNK_ID)] = PAD_ID
        vectors = model.word_emb(known) + model.delta_emb(own)
        read = letters_read(model.charmodel, (vocab["char"].map(form) for form in letters))
        whole = torch.cat([vectors, read], 1)
        return model.input_transform(whole) if model.input_transform else whole


def best_paths(scores: Scores, batch: Batch, moves: Scores) -> Iterator[list[int]]:
    """The likeliest sequence of tags of each sentence, from the scores of tags and of moves from tag to tag.

    Where two are equally likely, the one of lower tags is taken.
    """
    best, origins = scores[:, 0].copy(), np.zeros(scores.shape, dtype=np.intp)
    for place, size in enumerate(batch.sizes.tolist()[1:], 1):
        ways = best[:size, :, None] + moves
        origins[:size, place] = ways.argmax(1)
        best[:size] = scores[:size, place] + ways.max(1)
    tags = best.argmax(1)
    paths = np.zeros(scores.shape[:2], dtype=np.intp)
    lengths = np.array(batch.lengths)
    for place in range(scores.shape[1] - 1, -1, -1):
        inside = np.flatnonzero(lengths > place)
        paths[inside, place] = tags[inside]
        tags[inside] = origins[inside, place, tags[inside]]
    for path, length in zip(paths.tolist(), batch.lengths, strict=True):
        yield path[:length]
