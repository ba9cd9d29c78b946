"""The network that answers for every pair of a scene: which kinds of relation, how, and in whose words.

A recurrent layer that learned Persian from running text reads the words; a second one adds tags,
names, verbs and frame phrases. Each pair then looks for the words that speak of it (attention), and
is answered from those words, from its two actors and from its traits.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from pipeline.model import Realis
from pipeline.relations.reader.scene import SEATS

KINDS = (
    "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "MEMBER",
)  # fmt: skip
REALIS: tuple[Realis, ...] = ("actual", "future", "hypothetical")
NEARNESS = 23
HIDDEN = -1e4
MASKED = 1
NAME_TAGS = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network is: rows of its tables and widths of its layers."""

    traits: int
    tags: int
    actor_tags: int
    verb_tags: int
    marks: int
    words: int = 128
    language: int = 128
    hidden: int = 80
    attention: int = 96
    traits_width: int = 64
    answer: int = 160


@dataclass(frozen=True, slots=True)
class Batch:
    """Scenes as numbers. B scenes of T tokens, the seats of the context among them first; N actors; P pairs.

    `traits` holds the traits of all pairs in a row and `trait_starts` where each pair's begin; likewise
    of actors. `pair_ranges` are the first and last pair of each scene.
    """

    words: Tensor
    tags: Tensor
    actor_tags: Tensor
    verb_tags: Tensor
    told: Tensor
    marks: Tensor
    lengths: Tensor
    seats: Tensor
    hidden: Tensor
    places: Tensor
    nearness: Tensor
    actor_traits: Tensor
    actor_starts: Tensor
    actor_at: Tensor
    actors_hidden: Tensor
    scenes: Tensor
    sources: Tensor
    targets: Tensor
    traits: Tensor
    trait_starts: Tensor
    pair_ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Scores before the sigmoid, one row per pair; `speakers` scores nobody first, then the scene's actors."""

    kinds: Tensor
    both_ways: Tensor
    negated: Tensor
    realis: Tensor
    speakers: Tensor
    attention: Tensor


class PairNetwork(nn.Module):
    """The network; `embed` turns word numbers into vectors."""

    def __init__(self, sizes: Sizes, embed: nn.Module, drop: float = 0.0, blind: float = 0.0) -> None:
        """`drop` and `blind` are for training: shares of values, and of scenes whose names go unseen."""
        super().__init__()
        self.embed, self.blind = embed, blind
        self.language = nn.LSTM(sizes.words, sizes.language, batch_first=True, bidirectional=True)
        self.tag, self.actor_tag = nn.Embedding(sizes.tags, 12), nn.Embedding(sizes.actor_tags, 12)
        self.verb_tag, self.manner = nn.Embedding(sizes.verb_tags, 8), nn.Embedding(3, 4)
        read = sizes.words + 2 * sizes.language + 12 + 12 + 8 + 4 + sizes.marks
        self.join, self.seat_in = nn.Linear(read, 128), nn.Linear(24, 128)
        self.seat, self.seat_kind = nn.Parameter(torch.randn(SEATS, 24) * 0.3), nn.Embedding(6, 24)
        self.reader = nn.LSTM(128, sizes.hidden, batch_first=True, bidirectional=True)
        state, width, looks = 2 * sizes.hidden, sizes.traits_width, sizes.attention
        self.trait, self.wide = nn.EmbeddingBag(sizes.traits, width), nn.EmbeddingBag(sizes.traits, len(KINDS))
        self.trait.mode = self.wide.mode = "sum"
        self.near_source, self.near_target = nn.Embedding(NEARNESS, looks), nn.Embedding(NEARNESS, looks)
        self.as_source, self.as_target = nn.Linear(state, looks), nn.Linear(state, looks)
        self.of_traits, self.word, self.look = nn.Linear(width, looks), nn.Linear(state, looks), nn.Linear(looks, 2)
        self.deep = nn.Sequential(
            nn.Dropout(drop), nn.Linear(4 * state + width, sizes.answer), nn.ReLU(), nn.Dropout(drop)
        )
        self.answer = nn.Linear(sizes.answer, 2 * len(KINDS) + 1 + len(REALIS))
        self.says_actor, self.says_traits = nn.Linear(state, 64), nn.Linear(width, 64)
        self.says_pair, self.says = nn.Linear(sizes.answer, 64), nn.Linear(64, 1)
        self.nobody = nn.Linear(sizes.answer, 1)
        self.drop = nn.Dropout(drop)
        self._start()

    def _start(self) -> None:
        for table in (self.tag, self.actor_tag, self.verb_tag, self.manner, self.seat_kind):
            nn.init.normal_(table.weight, std=0.3)
        for table in (self.near_source, self.near_target):
            nn.init.normal_(table.weight, std=0.3)
        nn.init.normal_(self.trait.weight, std=0.15)
        nn.init.zeros_(self.wide.weight)
        nn.init.constant_(self.answer.bias[: len(KINDS)], -4.0)

    def forward(self, batch: Batch) -> Answers:
        """Answer for every pair of a batch."""
        states = self._read(batch)
        actors = torch.bmm(batch.places, states)
        traits = self.trait(batch.traits, batch.trait_starts)
        at = batch.scenes
        attention = self._attend(batch, states, actors, traits)
        ranges = enumerate(batch.pair_ranges)
        seen = [torch.einsum("ptk,th->pkh", attention[a:b], states[i]).flatten(1) for i, (a, b) in ranges if b > a]
        ends = actors[at, batch.sources], actors[at, batch.targets]
        deep = self.deep(torch.cat([*ends, torch.cat(seen), traits], -1))
        row, kinds = self.answer(deep), len(KINDS)
        return Answers(
            kinds=row[:, :kinds] + self.wide(batch.traits, batch.trait_starts),
            both_ways=row[:, kinds : 2 * kinds],
            negated=row[:, 2 * kinds],
            realis=row[:, 2 * kinds + 1 :],
            speakers=self._speakers(batch, actors, deep),
            attention=attention.mean(-1),
        )

    def _read(self, batch: Batch) -> Tensor:
        words = torch.relu(self.embed(self._blinded(batch)))
        context = _along(self.language, words, batch.lengths)
        tables = self.tag(batch.tags), self.actor_tag(batch.actor_tags), self.verb_tag(batch.verb_tags)
        parts = self.drop(words), self.drop(context), *tables, self.manner(batch.told)
        joined = torch.relu(self.join(torch.cat([*parts, batch.marks], -1)))
        seats = torch.relu(self.seat_in(self.seat.unsqueeze(0) + self.seat_kind(batch.seats)))
        whole = self.drop(torch.cat([seats, joined], 1))
        return torch.as_tensor(self.drop(_along(self.reader, whole, batch.lengths + SEATS)))

    def _blinded(self, batch: Batch) -> Tensor:
        if not self.training or not self.blind:
            return batch.words
        scene = torch.rand(batch.words.shape[0], 1) < self.blind
        named = (batch.actor_tags > 0) & (batch.actor_tags <= NAME_TAGS) & scene
        return batch.words.masked_fill(named | (torch.rand(batch.words.shape) < 0.06), MASKED)

    def _attend(self, batch: Batch, states: Tensor, actors: Tensor, traits: Tensor) -> Tensor:
        at, near = batch.scenes, batch.nearness
        sources = self.near_source(near) + self.as_source(actors).unsqueeze(2)
        targets = self.near_target(near) + self.as_target(actors).unsqueeze(2)
        looked = self.word(states)[at] + sources[at, batch.sources] + targets[at, batch.targets]
        scores = self.look(torch.tanh(looked + self.of_traits(traits).unsqueeze(1)))
        return torch.softmax(scores + batch.hidden[at].unsqueeze(-1), 1)

    def _speakers(self, batch: Batch, actors: Tensor, deep: Tensor) -> Tensor:
        own = self.trait(batch.actor_traits, batch.actor_starts)[batch.actor_at]
        said = self.says_actor(actors) + self.says_traits(own)
        scores = self.says(torch.tanh(said[batch.scenes] + self.says_pair(deep).unsqueeze(1))).squeeze(-1)
        return torch.cat([self.nobody(deep), scores + batch.actors_hidden[batch.scenes]], 1)


def _along(layer: nn.LSTM, rows: Tensor, lengths: Tensor) -> Tensor:
    """Run a recurrent layer along rows of different lengths."""
    packed = nn.utils.rnn.pack_padded_sequence(rows, lengths, batch_first=True, enforce_sorted=False)
    states, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0], True, total_length=rows.shape[1])
    return torch.as_tensor(states)
