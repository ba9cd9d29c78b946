"""The reader: answers for the pairs of an article's sentences, from a trained network."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from pipeline.errors import ModelError
from pipeline.model import Entity, Realis
from pipeline.relations.phrases import Hit
from pipeline.relations.reader.encode import Codebook, Numbered, batch, number
from pipeline.relations.reader.network import KINDS, REALIS, Answers, PairNetwork, Sizes
from pipeline.relations.reader.scene import SEATS, Scene

LEAST = 0.02
BOOKS = ("words", "tags", "verbs", "traits")
_AT_ONCE = 400
_LOOKED = 3
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader holds possible of a pair: a kind with its probability, and how it would be so.

    `words` are the content words that were looked at most, strongest first; `speaker` is an entity id or empty.
    """

    scene: Scene
    source: str
    target: str
    kind: str
    probability: float
    both_ways: float
    negated: float
    realis: Mapping[Realis, float]
    speaker: str
    words: tuple[int, ...]


class Reader:
    """Holds a trained network; the same article gives the same readings whatever else is read."""

    def __init__(self, network: PairNetwork, codebook: Codebook) -> None:
        self._network, self._codebook = network.eval(), codebook

    def read(
        self, scenes: Sequence[tuple[Scene, Sequence[tuple[str, Hit]]]], entities: Mapping[str, Entity]
    ) -> Iterator[Reading]:
        """All that is possible in the scenes of one article, with the phrases of frames and cues in each."""
        for group in _groups(scenes):
            rows = [number(scene, hits, entities, self._codebook) for scene, hits in group]
            yield from self._readings([scene for scene, _ in group], rows)

    @torch.inference_mode()
    def _readings(self, scenes: Sequence[Scene], rows: Sequence[Numbered]) -> Iterator[Reading]:
        answers = self._network(batch(rows))
        kinds = torch.sigmoid(answers.kinds)
        places = [(scene, pair) for scene in scenes for pair in scene.pairs]
        for row, kind in (kinds >= LEAST).nonzero().tolist():
            scene, pair = places[row]
            yield _reading(scene, pair.source, pair.target, answers, kinds, row, kind)


def _groups(scenes: Iterable[tuple[Scene, Any]]) -> Iterator[list[tuple[Scene, Any]]]:
    group: list[tuple[Scene, Any]] = []
    for one in scenes:
        group.append(one)
        if sum(len(scene.pairs) for scene, _ in group) >= _AT_ONCE:
            yield group
            group = []
    if group:
        yield group


def _reading(scene: Scene, source: int, target: int, answers: Answers, kinds: Tensor, row: int, kind: int) -> Reading:
    speaker = int(answers.speakers[row].argmax()) - 1
    realis = torch.softmax(answers.realis[row], 0).tolist()
    return Reading(
        scene,
        scene.actors[source].entity,
        scene.actors[target].entity,
        KINDS[kind],
        round(float(kinds[row, kind]), 4),
        round(float(torch.sigmoid(answers.both_ways[row, kind])), 4),
        round(float(torch.sigmoid(answers.negated[row])), 4),
        dict(zip(REALIS, (round(one, 4) for one in realis), strict=True)),
        scene.actors[speaker].entity if speaker >= 0 else "",
        _words(scene, answers.attention[row, SEATS : SEATS + scene.length].tolist()),
    )


def _words(scene: Scene, attention: Sequence[float]) -> tuple[int, ...]:
    """The words of content outside names that were looked at most; where there are none, any."""
    tokens = scene.discourse.sketch.tokens
    named = {at for actor in scene.actors for spot in actor.spots for at in range(spot.first, spot.last)}
    content = [at for at in range(scene.length) if tokens[at].upos in _CONTENT and at not in named]
    return tuple(sorted(content or range(scene.length), key=lambda at: (-attention[at], at))[:_LOOKED])


def load_reader(path: Path) -> Reader:
    """Read a trained reader from its file.

    Raises:
        ModelError: The file is missing, damaged or of another version.
    """
    try:
        stored = torch.load(path, map_location="cpu", weights_only=True)
        sizes, books = Sizes(**stored["sizes"]), {name: _numbers(stored[name]) for name in BOOKS}
        network = PairNetwork(sizes, nn.Embedding(len(stored["words"]), sizes.words))
        network.load_state_dict({name: values.float() for name, values in stored["weights"].items()})
    except Exception as error:  # torch raises many kinds for a damaged file
        message = f"{path}: not a reader of relations ({error!r}); make it with python -m training.relations"
        raise ModelError(message) from error
    return Reader(network, Codebook(**books))


def save_reader(path: Path, network: PairNetwork, sizes: Sizes, codebook: Codebook) -> None:
    """Write a trained reader, its weights in half precision."""
    weights = {name: values.half() for name, values in network.state_dict().items()}
    books = {name: list(getattr(codebook, name)) for name in BOOKS}
    torch.save({"sizes": asdict(sizes), "weights": weights, **books}, path)


def _numbers(names: Sequence[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}
