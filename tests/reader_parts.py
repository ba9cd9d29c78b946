"""Scenes of marked-up sentences, and a small untrained network to read them with."""

from functools import cache

import torch
from marked_sentences import lexicon, mentions
from torch import nn

from pipeline.relations.judge import untrained_judge
from pipeline.relations.pairs import Key
from pipeline.relations.reader.encode import ACTOR_TAGS, MARKS, Codebook
from pipeline.relations.reader.network import PairNetwork, Sizes
from pipeline.relations.reader.read import Reader
from pipeline.relations.reader.scene import Scene
from pipeline.relations.stage import Judged, Staged, Stager

WORDS = ("<unknown>", "<unseen>", "وزیر", "دیدار", "تحریم", "کرد", "با", "گفت")


@cache
def _stager() -> Stager:
    return Stager(lexicon(), untrained_judge())


def staged(markup: str) -> Staged:
    """A marked-up text made ready for judgement."""
    return _stager().stage(mentions(markup))


def judged(article: Staged, frame: str, wanted: frozenset[Key] | None = None) -> list[Judged]:
    """The candidates of a frame, judged by one who knows nothing."""
    return [one for one in _stager().judge(article, wanted) if one.candidate.frame.id == frame]


def scenes(markup: str) -> list[Scene]:
    """The scenes of a marked-up text."""
    return [scene for scene, _ in staged(markup).scenes]


def codebook(*traits: str) -> Codebook:
    """A codebook of a few words and the traits given."""
    names = (WORDS, ("", "NOUN", "VERB", "ADP"), ("", "past", "past negated"), ("", *traits))
    return Codebook(*({name: at for at, name in enumerate(one)} for one in names))


def network(book: Codebook, seed: int = 0) -> tuple[PairNetwork, Sizes]:
    """A small network with random weights, the same for the same seed."""
    torch.manual_seed(seed)
    sizes = Sizes(
        len(book.traits), len(book.tags), ACTOR_TAGS, len(book.verbs), MARKS,
        words=8, language=6, hidden=5, attention=7, traits_width=4, answer=9,
    )  # fmt: skip
    return PairNetwork(sizes, nn.Embedding(len(book.words), sizes.words)), sizes


def reader(seed: int = 0) -> Reader:
    """A reader that was never trained."""
    book = codebook("same clause", "source kind=person", "target kind=country")
    return Reader(network(book, seed)[0], book)
