"""Train the reader of relations: a network that answers for every pair of actors in a sentence."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.relations.reader.encode import ACTOR_TAGS, MARKS, Codebook, batch
from pipeline.relations.reader.network import Answers, PairNetwork, Sizes
from training.reader_data import UNKNOWN_SPEAKER, Example

PAIRS_AT_ONCE = 1200
NEGATIVES = 0.3
RATE = 2e-3
DECAY = 1e-3
RIGHT_WEIGHT = 1.5


class Projected(nn.Module):
    """Word vectors that stay as they are, seen through a layer that is learned."""

    def __init__(self, rows: Tensor, width: int) -> None:
        super().__init__()
        self.rows = nn.Embedding(rows.shape[0], rows.shape[1], _weight=rows)
        self.rows.weight.requires_grad = False
        self.layer = nn.Linear(rows.shape[1], width)

    def forward(self, words: Tensor) -> Tensor:
        """Vectors of word numbers."""
        return torch.as_tensor(self.layer(self.rows(words)))

    @torch.no_grad()
    def table(self) -> nn.Embedding:
        """The same as a plain table."""
        values: Tensor = self.layer(self.rows.weight)
        return nn.Embedding(values.shape[0], values.shape[1], _weight=values)


def new_network(codebook: Codebook, rows: Tensor, language: Path | None, seed: int, drop: float = 0.35) -> PairNetwork:
    """An untrained network over word vectors, with the taught language layer where one is given."""
    torch.manual_seed(seed)
    sizes = sizes_of(codebook)
    network = PairNetwork(sizes, Projected(rows, sizes.words), drop=drop, blind=0.5)
    if language is not None:
        taught = torch.load(language, map_location="cpu", weights_only=True)
        network.language.load_state_dict(taught["language"])
        network.embed.layer.load_state_dict(taught["layer"])  # type: ignore[union-attr]
    return network


def sizes_of(codebook: Codebook) -> Sizes:
    """The sizes of a network for a codebook."""
    return Sizes(len(codebook.traits), len(codebook.tags), ACTOR_TAGS, len(codebook.verbs), MARKS)


def train(network: PairNetwork, examples: Sequence[Example], epochs: int, seed: int) -> Iterator[float]:
    """Train for some epochs; yields the mean loss of each."""
    order = random.Random(seed)
    slow = [p for n, p in network.named_parameters() if n.startswith(("language", "embed")) and p.requires_grad]
    fast = [p for n, p in network.named_parameters() if not n.startswith(("language", "embed"))]
    groups = [{"params": fast, "lr": RATE}, {"params": slow, "lr": RATE / 4}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = (len(groups_of(examples, random.Random(0))) + 3) * epochs
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [RATE, RATE / 4], total_steps=steps, pct_start=0.15)
    for _ in range(epochs):
        network.train()
        losses = []
        for group in groups_of(examples, order):
            chosen = [_chosen(one, order) for one in group]
            if not any(chosen):
                continue
            loss = _loss(network(batch([one.row for one in group], chosen)), group, chosen)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)


def groups_of(examples: Sequence[Example], order: random.Random) -> list[list[Example]]:
    """Scenes of like length together, about as many pairs in each group."""
    shuffled = list(examples)
    order.shuffle(shuffled)
    groups: list[list[Example]] = []
    for start in range(0, len(shuffled), 600):
        group: list[Example] = []
        for one in sorted(shuffled[start : start + 600], key=lambda one: len(one.row.words)):
            group.append(one)
            if sum(len(each.ends) for each in group) >= PAIRS_AT_ONCE:
                groups.append(group)
                group = []
        groups += [group] if group else []
    order.shuffle(groups)
    return groups


def _chosen(one: Example, order: random.Random) -> list[int]:
    """The pairs of a scene to learn from: all that are related, and a share of the others."""
    return [at for at in range(len(one.ends)) if one.right[at].any() or order.random() < NEGATIVES]


def _loss(answers: Answers, group: Sequence[Example], chosen: Sequence[Sequence[int]]) -> Tensor:
    picked = list(zip(group, chosen, strict=True))
    right = torch.from_numpy(np.concatenate([one.right[list(mine)] for one, mine in picked]))
    counted = torch.from_numpy(np.concatenate([one.counted[list(mine)] for one, mine in picked]))
    weight = torch.tensor(RIGHT_WEIGHT)
    each = functional.binary_cross_entropy_with_logits(answers.kinds, right, reduction="none", pos_weight=weight)
    loss = (each * counted).sum() / right.sum().clamp(min=1) * 0.5
    rows = [(row, one.answers.get(at)) for row, (one, at) in enumerate((o, a) for o, mine in picked for a in mine)]
    known = [(row, answer) for row, answer in rows if answer is not None]
    if not known:
        return loss
    at = torch.tensor([row for row, _ in known])
    kinds = torch.tensor([answer.kind for _, answer in known])
    both = torch.tensor([float(answer.both_ways) for _, answer in known])
    negated = torch.tensor([float(answer.negated) for _, answer in known])
    realis = torch.tensor([answer.realis for _, answer in known])
    speakers = torch.tensor([answer.speaker for _, answer in known])
    binary = functional.binary_cross_entropy_with_logits
    loss = loss + 0.4 * binary(answers.both_ways[at, kinds], both) + binary(answers.negated[at], negated)
    loss = loss + functional.cross_entropy(answers.realis[at], realis)
    if bool((speakers != UNKNOWN_SPEAKER).any()):
        loss = loss + 0.5 * functional.cross_entropy(answers.speakers[at], speakers, ignore_index=UNKNOWN_SPEAKER)
    return loss
