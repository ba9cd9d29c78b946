"""The stanza models behind plain functions from sentences of words to their annotations.

Sentences go through the networks in batches, and a batch of another shape adds up its sums in
another order. In single precision the difference (about 1e-6) could tip a near tie, and a
sentence's tags would depend on its company. So the models compute in double precision:
the difference is then about 1e-14, smaller than any margin between two labels that a
corpus will ever show. Measured, it costs two fifths of the speed of our networks.
"""

import json
import logging
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

import torch
from stanza import Pipeline
from stanza.models.common.doc import Document as StanzaDocument
from stanza.models.common.doc import Sentence as StanzaSentence
from stanza.pipeline.processor import Processor as StanzaProcessor

from pipeline.errors import ModelError
from pipeline.tag.bundle import Bundle
from pipeline.tag.name_network import NameNetwork
from pipeline.tag.parse_network import ParseNetwork
from pipeline.tag.tag_network import TagNetwork

Words = Sequence[str]
Network = TypeVar("Network")
LARGEST_LEMMA_CACHE = 200_000
_BATCHES = {
    "pos_batch_size": 64,
    "lemma_batch_size": 64,
    "ner_batch_size": 32,  # in sentences, like pos
    "depparse_batch_size": 1000,  # in tokens
}


class Annotator:
    """Loaded stanza models of one bundle; runs on one thread of the CPU.

    Models built as ours are run by the networks beside this module; those built in another
    way, such as the official ones with their language models of letters, by stanza itself.

    Args:
        bundle: The models.
        names_column: Which conventions names follow, where the name model learned several.
        quick: Whether to run models by our networks where that is possible.

    Raises:
        ModelError: A model file is damaged or of another kind than its place demands.
    """

    def __init__(self, bundle: Bundle, names_column: int = 0, quick: bool = True) -> None:
        torch.set_num_threads(1)
        self._processors = _load(bundle, names_column).processors
        for processor in self._processors.values():
            for trainer in getattr(processor, "trainers", None) or [processor.trainer]:
                if trainer is not None:
                    trainer.model.double().eval()
        self._kinds = bundle.kinds
        self._lemmas: dict[tuple[str, str], str] = {}
        self._tags = _network(TagNetwork, self._processors["pos"]) if quick else None
        self._names = _network(lambda one: NameNetwork(one, names_column), self._processors["ner"]) if quick else None
        self._parser = _network(ParseNetwork, self._processors["depparse"]) if quick else None

    def tags(self, sentences: Sequence[Words]) -> list[list[tuple[str, str]]]:
        """The universal tag and the features of every word."""
        if self._tags is not None:
            with torch.inference_mode():
                return self._tags(sentences)
        rows = self._run("pos", [[{"text": word} for word in words] for words in sentences])
        return [[(word.upos, word.feats or "") for word in sentence.words] for sentence in rows]

    def names(self, sentences: Sequence[Words]) -> list[list[str]]:
        """The IOB tag of every word: B or I with PER, LOC or ORG, or O."""
        if self._names is not None:
            with torch.inference_mode():
                return [[self._iob(tag) for tag in tags] for tags in self._names(sentences)]
        rows = self._run("ner", [[{"text": word} for word in words] for words in sentences])
        return [[self._iob(token.ner) for token in sentence.tokens] for sentence in rows]

    def lemmas(self, words: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """The lemma of each pair of word and universal tag, remembered for the next call."""
        wanted = dict.fromkeys(words)
        if len(self._lemmas) + len(wanted) > LARGEST_LEMMA_CACHE:
            self._lemmas.clear()
        unknown = [pair for pair in wanted if pair not in self._lemmas]
        if unknown:
            rows = self._run("lemma", [[{"text": word, "upos": upos}] for word, upos in unknown])
            found = (sentence.words[0].lemma or word for sentence, (word, _) in zip(rows, unknown, strict=True))
            self._lemmas.update(zip(unknown, found, strict=True))
        return {pair: self._lemmas[pair] for pair in wanted}

    def dependencies(self, sentences: Sequence[Sequence[tuple[str, str, str, str]]]) -> list[list[tuple[int, str]]]:
        """The head (0 for the root, else 1-based) and relation of every (word, tag, features, lemma)."""
        if self._parser is not None:
            with torch.inference_mode():
                return self._parser(sentences)
        keys = ("text", "upos", "feats", "lemma")
        rows = [[{k: v or None for k, v in zip(keys, word, strict=True)} for word in words] for words in sentences]
        return [[(word.head, word.deprel) for word in sentence.words] for sentence in self._run("depparse", rows)]

    def _run(self, task: str, rows: Sequence[Sequence[dict[str, str | None]]]) -> list[StanzaSentence]:
        """Run one model over sentences, long ones with long ones, and put them back in order."""
        if not rows:
            return []
        order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
        document = StanzaDocument([[{"id": n, **row} for n, row in enumerate(rows[place], 1)] for place in order])
        with _double_precision():
            done = self._processors[task].process(document).sentences
        return [sentence for _, sentence in sorted(zip(order, done, strict=True), key=itemgetter(0))]

    def _iob(self, tag: str) -> str:
        """Turn BIOES in the model's own kinds into IOB in ours; kinds that are not ours are no names."""
        if tag == "O":
            return tag
        kind = self._kinds.get(tag[2:], "" if self._kinds else tag[2:])
        return f"{'B' if tag[0] in 'BS' else 'I'}-{kind}" if kind else "O"


def _network(make: Callable[[StanzaProcessor], Network], processor: StanzaProcessor) -> Network | None:
    """A network for the processor's model, or none where it was not made for models of its architecture."""
    with torch.no_grad(), suppress(AttributeError, KeyError, TypeError, ValueError):
        return make(processor)
    return None


@contextmanager
def _double_precision() -> Iterator[None]:
    """Make torch create its helper tensors in the precision of the models, here only."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        yield
    finally:
        torch.set_default_dtype(before)


def _load(bundle: Bundle, names_column: int) -> Pipeline:
    settings = {**_BATCHES, **bundle.settings, "ner_predict_tagset": names_column}
    logging.getLogger("stanza").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as stub:
        Path(stub, "resources.json").write_text(json.dumps({}), encoding="utf-8")
        try:
            return Pipeline(
                "fa",
                dir=stub,
                download_method=None,
                processors="tokenize,pos,lemma,depparse,ner",
                tokenize_pretokenized=True,
                allow_unknown_language=True,
                device="cpu",
                logging_level="ERROR",
                **settings,
            )
        except Exception as error:  # stanza and torch raise many kinds for a damaged file
            raise ModelError(_diagnosis(bundle, error)) from error


def _diagnosis(bundle: Bundle, error: Exception) -> str:
    remedy = "Take a fresh copy, or rebuild it (training/README.md)."
    for path in bundle.files:
        loaded = None
        with suppress(Exception):
            loaded = torch.load(path, map_location="cpu", weights_only=True)
        if not isinstance(loaded, dict):
            return f"{path} is damaged or no stanza model. {remedy}"
    return f"{bundle.folder}: a model is of another kind than its place in models.toml ({error!r}). {remedy}"
