"""What the reader is trained on, and that it learns."""

import numpy as np
import torch
from marked_sentences import mentions
from reader_parts import staged

from pipeline.model import Article
from pipeline.relations.reader.network import KINDS
from training.gold import GoldArticle, GoldRelation
from training.reader import new_network, train
from training.reader_data import FEWEST, UNKNOWN_SPEAKER, Example, examples, make_codebook, word_rows

TEXT = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد.\n[S:person فرهمند] از [T:person ولمار] بد گفت."


def _gold(*relations: GoldRelation) -> GoldArticle:
    names = {"e1": frozenset({"نازنینفرهمند", "فرهمند"}), "e2": frozenset({"رابرتولمار", "ولمار"})}
    text = mentions(TEXT).document.text.article.text
    return GoldArticle(Article("doc", "doc", text), dict.fromkeys(names, ("person", "")), names, relations)


def _relation(kind: str, start: int, *, speaker: str = "", both: bool = False) -> GoldRelation:
    return GoldRelation(kind, "e1", "e2", both, "affirmed", "actual", speaker, start, start + 10)


def _examples(*relations: GoldRelation) -> list[Example]:
    article = staged(TEXT)
    book = make_codebook([article], ["<unknown>", "<unseen>", "دیدار", "گفت"])
    return list(examples([_gold(*relations)], [article], book))


def test_a_relation_is_right_where_it_is_quoted_and_open_elsewhere() -> None:
    first, second = _examples(_relation("CONSULT", 0, both=True))
    consult = KINDS.index("CONSULT")

    assert first.right[:, consult].tolist() == [1, 1]
    assert second.right.sum() == 0
    assert second.counted[:, consult].tolist() == [0, 0]
    assert second.counted.sum() == second.counted.size - 2


def test_one_way_is_right_in_one_direction_only() -> None:
    start = mentions(TEXT).document.sentences[1][0].start
    _, second = _examples(_relation("ACCUSE", start))
    accuse = second.right[:, KINDS.index("ACCUSE")]

    assert {ends: bool(right) for ends, right in zip(second.ends, accuse, strict=True)} == {
        ("S", "T"): True,
        ("T", "S"): False,
    }


def test_a_speaker_who_was_not_found_is_not_learned() -> None:
    first, _ = _examples(_relation("CONSULT", 0, speaker="e9"))

    assert [answer.speaker for answer in first.answers.values()] == [UNKNOWN_SPEAKER]


def test_rare_traits_get_no_number() -> None:
    article = staged(TEXT)
    many = make_codebook([article] * FEWEST, ["<unknown>", "<unseen>"])

    assert len(make_codebook([article], ["<unknown>"]).traits) < len(many.traits)
    assert "frame=meet" in many.traits


def test_words_of_two_tables_stand_side_by_side() -> None:
    tables = [
        {"vocab": {"_unit2id": {"<UNK>": 0, "دیدار": 1}}, "emb": torch.tensor([[9.0], [1.0]])},
        {"vocab": {"_unit2id": {"<UNK>": 0, "سفر": 1}}, "emb": torch.tensor([[8.0], [2.0]])},
    ]
    words, rows = word_rows(tables)

    assert words[:2] == ["<unknown>", "<unseen>"]
    assert rows[words.index("دیدار")].tolist() == [1.0, 8.0]
    assert rows[words.index("سفر")].tolist() == [9.0, 2.0]
    assert rows[1].tolist() == [0.0, 0.0]


def test_training_lowers_the_loss_and_is_the_same_for_the_same_seed() -> None:
    article = staged(TEXT)
    book = make_codebook([article] * FEWEST, ["<unknown>", "<unseen>", "دیدار", "گفت"])
    rows = list(examples([_gold(_relation("CONSULT", 0, both=True))] * 6, [article] * 6, book))
    vectors = torch.from_numpy(np.eye(4, 5, dtype=np.float32))
    once, again = (list(train(new_network(book, vectors, None, seed=3), rows, 12, seed=3)) for _ in range(2))

    assert once == again
    assert once[-1] < once[0] / 2
