"""Heads and relations, from stanza's parser."""

from collections.abc import Sequence
from typing import Any

import numpy.typing as npt
import torch
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE
from stanza.models.depparse.model import GraphParser
from torch import Tensor
from torch.nn.functional import log_softmax, logsigmoid, pad, softplus

from pipeline.tag.batches import Batch, batches
from pipeline.tag.forms import FormTable, letters_read
from pipeline.tag.trees import best_tree

Row = tuple[str, str, str, str]
Arc = tuple[int, str]
_BATCH = 1000


class ParseNetwork:
    """The networks of a stanza graph parser, run on many sentences at once; other kinds of parsers are refused.

    Relations are scored for the arcs of the tree only; stanza scores those of all arcs.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: The parser is built in another way.
    """

    def __init__(self, processor: Any) -> None:
        self._model, self._vocab = processor.trainer.model, processor.trainer.vocab
        self._pretrained = processor.pretrain.vocab
        self._check(processor)
        self._forms = FormTable(self._vectors)
        self._start = self._model.parserlstm_h_init, self._model.parserlstm_c_init
        self._root = self._root_vector()

    def __call__(self, sentences: Sequence[Sequence[Row]]) -> list[list[Arc]]:
        """The head (0 for the root, else 1-based) and relation of every word of sentences that are not empty."""
        found: list[list[Arc]] = [[] for _ in sentences]
        for batch in batches([len(words) + 1 for words in sentences], _BATCH):
            rows = self._read([sentences[number] for number in batch.numbers], batch)
            heads = log_softmax(self._head_scores(batch.padded(rows)), 2).numpy()
            start = 0
            for number, length, scores in zip(batch.numbers, batch.lengths, heads, strict=True):
                found[number] = self._tree(rows[start : start + length], scores[:length, :length])
                start += length
        return found

    def _check(self, processor: Any) -> None:
        args = self._model.args
        foreign = ("charlm", "bert_model", "use_xpos", "use_ufeats", "use_arc_embedding", "reversed")
        needed = ("char", "pretrain", "use_upos", "word_emb_dim", "tag_emb_dim")
        odd = type(self._model) is not GraphParser or any(args.get(name) for name in foreign)
        odd = odd or processor.config.get("resolve_head_constraints", True)
        if odd or not all(args[name] for name in needed):
            message = "a parser of another architecture"
            raise ValueError(message)

    def _vectors(self, forms: Sequence[str]) -> Tensor:
        pretrained = self._pretrained.map([form.lower() for form in forms])
        return self._joined(self._vocab["word"].map(forms), pretrained, [self._vocab["char"].map(f) for f in forms])

    def _joined(self, words: list[int], pretrained: list[int], letters: list[list[int]]) -> Tensor:
        model = self._model
        known = model.trans_pretrained(model.pretrained_emb(torch.tensor(pretrained)))
        read = model.trans_char(letters_read(model.charmodel, letters))
        return torch.cat([known, model.word_emb(torch.tensor(words)), read], 1)

    def _root_vector(self) -> Tensor:
        return self._joined([ROOT_ID], [ROOT_ID], [[ROOT_ID]])

    def _read(self, sentences: Sequence[Sequence[Row]], batch: Batch) -> Tensor:
        """What the network makes of each word and of the root before each sentence."""
        model, vocab = self._model, self._vocab
        forms = self._forms([form for words in sentences for form, *_ in words])
        pieces = torch.split(forms, [len(words) for words in sentences])
        vectors = torch.cat([part for piece in pieces for part in (self._root, piece)])
        upos = [tag for words in sentences for tag in (ROOT_ID, *vocab["upos"].map([w[1] for w in words]))]
        lemma = [one for words in sentences for one in (ROOT_ID, *vocab["lemma"].map([w[3] for w in words]))]
        letters = model.trans_char.out_features
        inner = model.lemma_emb(torch.tensor(lemma)), model.upos_emb(torch.tensor(upos))
        return batch.read(
            model.parserlstm, torch.cat([vectors[:, :-letters], *inner, vectors[:, -letters:]], 1), self._start
        )

    def _head_scores(self, rows: Tensor) -> Tensor:
        """How well each word (third axis) would do as the head of each other (second axis)."""
        model = self._model
        places = torch.arange(rows.shape[1])
        offset = places.view(1, 1, -1) - places.view(1, -1, 1)
        scores: Tensor = model.unlabeled(rows, rows).squeeze(3)
        if model.args["linearization"]:
            scores += logsigmoid(model.linearization(rows, rows).squeeze(3) * offset.sign())
        if model.args["distance"]:
            wanted = 1 + softplus(model.distance(rows, rows).squeeze(3))
            scores -= torch.log((offset.abs() - wanted) ** 2 / 2 + 1)
        return scores.masked_fill(torch.eye(rows.shape[1], dtype=torch.bool), -float("inf"))

    def _tree(self, rows: Tensor, scores: npt.NDArray[Any]) -> list[Arc]:
        heads = best_tree(scores)
        deprel = self._model.deprel
        lower = pad(torch.relu(deprel.W1(rows)), (0, 1), value=1.0)
        upper = pad(torch.relu(deprel.W2(rows)), (0, 1), value=1.0)
        bilinear = deprel.scorer.W_bilin
        weights = torch.matmul(lower, bilinear.weight.flatten(1)).view(len(rows), *bilinear.weight.shape[1:])
        labels = (torch.einsum("ijo,ij->io", weights, upper[heads]) + bilinear.bias).argmax(1).tolist()
        names = self._vocab["deprel"].unmap([label + VOCAB_PREFIX_SIZE for label in labels[1:]])
        return list(zip(heads[1:], names, strict=True))
