"""What the reader is trained on: numbered scenes of annotated articles, with the right answer for every pair.

A relation is looked for in the sentence that its annotation quotes. Elsewhere in the article the same
pair is neither right nor wrong for that kind: the annotation quotes one of several good places.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from pipeline.model import Mentions
from pipeline.persian import fold
from pipeline.relations.reader.encode import Codebook, Numbered, number, verb_tag
from pipeline.relations.reader.network import KINDS, REALIS
from pipeline.relations.reader.scene import Scene
from pipeline.relations.stage import Staged
from training.gold import GoldArticle, GoldRelation, align

FEWEST = 8
TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "VERB", "X",
)  # fmt: skip
NOBODY, UNKNOWN_SPEAKER = 0, -1


@dataclass(frozen=True, slots=True)
class Answer:
    """How a pair is related: the number of a kind, and the qualities of the relation."""

    kind: int
    both_ways: bool
    negated: bool
    realis: int
    speaker: int


@dataclass(frozen=True, slots=True)
class Example:
    """A scene with its answers: which kinds are right for each pair, which are open, and how they are so."""

    article: int
    row: Numbered
    right: npt.NDArray[np.float32]
    counted: npt.NDArray[np.float32]
    answers: Mapping[int, Answer]
    ends: tuple[tuple[str, str], ...]


def examples(golds: Sequence[GoldArticle], staged: Sequence[Staged], codebook: Codebook) -> Iterator[Example]:
    """The examples of all articles, in reading order."""
    for article, (gold, stage) in enumerate(zip(golds, staged, strict=True)):
        relations = _resolved(gold, stage.mentions)
        places = dict(_places(relations, stage))
        for scene, hits in stage.scenes:
            row = number(scene, hits, stage.entities, codebook)
            here = [one for at, one in enumerate(relations) if places.get(at) == scene.discourse.sketch.index]
            yield _example(article, scene, row, here, relations)


def _resolved(gold: GoldArticle, mentions: Mentions) -> list[GoldRelation]:
    """The relations whose ends were found, under the ids they were found by."""
    found = {key: entity for entity, key in align(gold, mentions).items()}
    return [
        one.between(found[one.source], found[one.target], found.get(one.speaker, "?") if one.speaker else "")
        for one in gold.relations
        if one.kind in KINDS and one.source in found and one.target in found
    ]


def _places(relations: Sequence[GoldRelation], stage: Staged) -> Iterator[tuple[int, int]]:
    """The sentence that shares most with what each relation's annotation quotes."""
    sketches = [scene.discourse.sketch for scene, _ in stage.scenes]
    spans = [(sketch.tokens[0].start, sketch.tokens[-1].end) for sketch in sketches]
    for at, one in enumerate(relations):
        shared = [(min(one.end, end) - max(one.start, start), -number) for number, (start, end) in enumerate(spans)]
        best = max(shared, default=(0, 0))
        if best[0] > 0:
            yield at, sketches[-best[1]].index


def _example(
    article: int, scene: Scene, row: Numbered, here: Sequence[GoldRelation], all_of_it: Sequence[GoldRelation]
) -> Example:
    names = [actor.entity for actor in scene.actors]
    ends = tuple((names[pair.source], names[pair.target]) for pair in scene.pairs)
    right, counted = np.zeros((len(ends), len(KINDS)), np.float32), np.ones((len(ends), len(KINDS)), np.float32)
    answers: dict[int, Answer] = {}
    for at, pair in enumerate(ends):
        for one in all_of_it:
            if one.joins(*pair):
                counted[at, KINDS.index(one.kind)] = 0
        for one in here:
            if one.joins(*pair):
                kind = KINDS.index(one.kind)
                right[at, kind] = counted[at, kind] = 1
                answers[at] = _answer(one, kind, names)
    return Example(article, row, right, counted, answers, ends)


def _answer(one: GoldRelation, kind: int, names: Sequence[str]) -> Answer:
    speaker = NOBODY
    if one.speaker:
        speaker = names.index(one.speaker) + 1 if one.speaker in names else UNKNOWN_SPEAKER
    return Answer(kind, one.reciprocal, one.polarity == "negated", REALIS.index(one.realis), speaker)


def make_codebook(staged: Iterable[Staged], words: Sequence[str]) -> Codebook:
    """Number the words given, and the tags, verb forms and traits that the scenes of the articles hold."""
    traits: Counter[str] = Counter()
    verbs: set[str] = set()
    for stage in staged:
        for scene, _ in stage.scenes:
            verbs |= {verb_tag(verb.tense, verb.negated) for verb in scene.discourse.sketch.verbs}
            traits.update(trait for pair in scene.pairs for trait in pair.traits)
            traits.update(f"speaker {trait}" for actor in scene.actors for trait in actor.traits)
    kept = sorted(trait for trait, count in traits.items() if count >= FEWEST)
    return Codebook(*(_numbered(names) for names in (words, ["", *TAGS], ["", *sorted(verbs)], ["", *kept])))


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}


def word_rows(tables: Sequence[Mapping[str, Any]]) -> tuple[list[str], torch.Tensor]:
    """Folded words with their rows of all tables side by side; row 0 is for the unknown, row 1 for the unseen.

    A table holds `emb` and `vocab` as stanza's word vectors do.
    """
    numbers = [table["vocab"]["_unit2id"] for table in tables]
    folded = [{fold(word): at for word, at in reversed(list(one.items()))} for one in numbers]
    words = ["<unknown>", "<unseen>", *dict.fromkeys(word for one in folded for word in one if word)]
    parts = [
        _rows(words, one, number.get("<UNK>", 1), torch.as_tensor(table["emb"]))
        for one, number, table in zip(folded, numbers, tables, strict=True)
    ]
    return words, torch.cat(parts, 1)


def _rows(words: Sequence[str], numbers: Mapping[str, int], unknown: int, values: torch.Tensor) -> torch.Tensor:
    rows = values[torch.tensor([numbers.get(word, unknown) for word in words])].clone()
    rows[1] = 0
    return rows
