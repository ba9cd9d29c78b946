"""Universal tags and features, from stanza's tagger."""

from collections.abc import Sequence
from typing import Any

import torch
from stanza.models.common.vocab import CompositeVocab
from stanza.models.pos.tag_columns import TAG_LINK_EMB
from torch import Tensor

from pipeline.tag.batches import Batch, batches
from pipeline.tag.forms import FormTable, letters_read

_BATCH = 2000


class TagNetwork:
    """The networks of a stanza tagger, run on many sentences at once; other kinds of taggers are refused.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: The tagger is built in another way.
    """

    def __init__(self, processor: Any) -> None:
        self._model = processor.trainer.model
        self._words, self._pretrained = processor.trainer.vocab["word"], processor.pretrain.vocab
        self._letters = processor.trainer.vocab["char"]
        self._upos, self._feats = processor.trainer.vocab["upos"], processor.trainer.vocab["feats"]
        self._check()
        self._forms = FormTable(self._vectors)
        self._start = self._model.taggerlstm_h_init, self._model.taggerlstm_c_init
        self._widths = self._feats.lens()
        self._weights = self._feature_weights()
        self._texts: dict[tuple[int, ...], str] = {}

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
        """The universal tag and the features of every word of sentences that are not empty."""
        found: list[list[tuple[str, str]]] = [[] for _ in sentences]
        for batch in batches([len(words) for words in sentences], _BATCH):
            tagged = self._tagged([form for number in batch.numbers for form in sentences[number]], batch)
            start = 0
            for number, length in zip(batch.numbers, batch.lengths, strict=True):
                found[number] = tagged[start : start + length]
                start += length
        return found

    def _check(self) -> None:
        model = self._model
        args = model.args
        plain = not args.get("charlm") and not args.get("bert_model") and not model.share_hid and args["pretrain"]
        if not (plain and args["char"] and isinstance(self._feats, CompositeVocab) and args["word_emb_dim"] > 0):
            message = "a tagger of another architecture"
            raise ValueError(message)
        if model.link_mode != TAG_LINK_EMB or tuple(model.column_parents["feats"]) != ("upos",):
            message = "features that hang on more than the tag"
            raise ValueError(message)

    def _vectors(self, forms: Sequence[str]) -> Tensor:
        model = self._model
        words = model.word_emb(torch.tensor(self._words.map(forms)))
        pretrained = model.pretrained_emb(torch.tensor(self._pretrained.map([form.lower() for form in forms])))
        letters = letters_read(model.charmodel, (self._letters.map(form) for form in forms))
        return torch.cat([words, model.trans_pretrained(pretrained), model.trans_char(letters)], 1)

    def _feature_weights(self) -> Tensor:
        """For each tag, one matrix from the hidden layer to the values of all features: they only hang on the tag."""
        model = self._model
        tags = torch.nn.functional.pad(model.upos_emb.weight, (0, 1), value=1.0)
        parts = []
        for scorer in model.tag_clf["feats"]:
            part = torch.einsum("oij,uj->iuo", scorer.W_bilin.weight, tags)
            part[-1] += scorer.W_bilin.bias
            parts.append(part)
        return torch.cat(parts, 2)

    def _tagged(self, forms: Sequence[str], batch: Batch) -> list[tuple[str, str]]:
        rows = batch.read(self._model.taggerlstm, self._forms(forms), self._start)
        upos = self._model.upos_clf(torch.relu(self._model.upos_hid(rows))).argmax(1)
        feats = self._features(rows, upos).tolist()
        return [(self._upos.id2unit(tag), self._text(ids)) for tag, ids in zip(upos.tolist(), feats, strict=True)]

    def _features(self, rows: Tensor, upos: Tensor) -> Tensor:
        hidden = torch.relu(self._model.tag_hid["feats"](rows))
        inputs, tags, values = self._weights.shape
        scores = torch.addmm(self._weights[-1].reshape(-1), hidden, self._weights[: inputs - 1].reshape(inputs - 1, -1))
        own = scores.view(-1, tags, values)[torch.arange(len(upos)), upos]
        return torch.stack([part.argmax(1) for part in torch.split(own, self._widths, 1)], 1)

    def _text(self, ids: list[int]) -> str:
        key = tuple(ids)
        if key not in self._texts:
            text = self._feats.id2unit(ids)
            self._texts[key] = "" if text == "_" else text
        return self._texts[key]
