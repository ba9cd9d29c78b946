"""Scenes as numbers: places and nearness of actors, tags, and batches whose rows do not disturb each other."""

import numpy as np
import torch
from reader_parts import codebook, network, staged

from pipeline.relations.reader.encode import COLUMNS, Numbered, batch, number
from pipeline.relations.reader.network import KINDS
from pipeline.relations.reader.scene import SEATS

SHORT = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد."
LONG = "[S:person نازنین فرهمند] دیروز در پایتخت گفت که [T:country هیرماند] این پیمان را نقض نکرد و نخواهد کرد."
BOOK = codebook("same clause", "source kind=person")


def _numbered(markup: str) -> Numbered:
    article = staged(markup)
    scene, hits = article.scenes[0]
    return number(scene, hits, article.entities, BOOK)


def test_every_actor_stands_where_it_is_mentioned() -> None:
    row = _numbered(SHORT)

    assert np.allclose(row.places.sum(1), 1)
    assert row.places[0].nonzero()[0].tolist() == [SEATS, SEATS + 1]
    assert row.actor_tags.tolist() == [3, 3, 0, 3, 3, 0, 0, 0]


def test_nearness_grows_with_the_distance_and_tells_the_sides_apart() -> None:
    row = _numbered(SHORT)
    before, after = row.nearness[1][SEATS : SEATS + 3], row.nearness[1][SEATS + 5 :]

    assert before.tolist() == [3, 2, 1]
    assert row.nearness[1][SEATS + 3 : SEATS + 5].tolist() == [0, 0]
    assert after.tolist() == [12, 13, 14]


def test_words_of_frames_are_marked_with_their_kind() -> None:
    row = _numbered(SHORT)

    assert row.marks[:, COLUMNS["CONSULT"]].nonzero()[0].tolist() == [5]


def test_an_unknown_trait_is_left_out() -> None:
    known = {BOOK.traits["same clause"], BOOK.traits["source kind=person"]}

    assert [set(traits) for traits in _numbered(SHORT).traits] == [known, known]


def test_a_scene_is_answered_alike_alone_and_beside_a_longer_one() -> None:
    net = network(BOOK)[0].eval()
    short, long = _numbered(SHORT), _numbered(LONG)
    with torch.inference_mode():
        alone, beside = net(batch([short])), net(batch([short, long]))

    pairs = len(short.ends)
    assert torch.allclose(alone.kinds, beside.kinds[:pairs], atol=1e-5)
    assert torch.allclose(alone.speakers, beside.speakers[:pairs, : alone.speakers.shape[1]], atol=1e-5)
    assert alone.attention.argmax(1).tolist() == beside.attention[:pairs].argmax(1).tolist()


def test_chosen_pairs_alone_are_answered() -> None:
    net = network(BOOK)[0].eval()
    row = _numbered(SHORT)
    with torch.inference_mode():
        whole, some = net(batch([row])), net(batch([row], [[1]]))

    assert some.kinds.shape == (1, len(KINDS))
    assert torch.allclose(whole.kinds[1], some.kinds[0], atol=1e-5)
