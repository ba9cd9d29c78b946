"""Our networks give what stanza gives, and leave models of another make to stanza."""

from itertools import pairwise, product
from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.tag.annotator import Annotator
from pipeline.tag.batches import batches
from pipeline.tag.bundle import open_bundle
from pipeline.tag.name_network import NameNetwork, best_paths
from pipeline.tag.parse_network import ParseNetwork
from pipeline.tag.tag_network import TagNetwork
from pipeline.tag.tagger import DEFAULT_MODELS

TEXTS = (
    "وزیر امور خارجه ایران دیروز با همتای روس خود در تهران دیدار کرد .",
    "سخنگوی دولت گفت : گفت‌وگوها ادامه خواهد یافت و محمد رضایی به پاریس می‌رود .",
    "آمریکا این اقدام را محکوم نکرد .",
    "بله",
    "۱۲ کشور ، از جمله چین ، در نشست سازمان ملل متحد در 0000 Geneva شرکت کردند ؛ پکن رأی نداد .",
    "او که از برلین آمده بود گفت اگر توافق امضا شود تحریم‌ها برداشته خواهند شد و بانک مرکزی آزاد می‌شود .",
)
SENTENCES = [text.split() for text in TEXTS]


@pytest.fixture(scope="module")
def quick() -> Annotator:
    return Annotator(open_bundle(DEFAULT_MODELS))


@pytest.fixture(scope="module")
def plain() -> Annotator:
    return Annotator(open_bundle(DEFAULT_MODELS), quick=False)


def test_the_shipped_models_are_run_by_our_networks(quick: Annotator) -> None:
    kinds = type(quick._tags), type(quick._names), type(quick._parser)

    assert kinds == (TagNetwork, NameNetwork, ParseNetwork)


def test_tags_and_features_are_those_of_stanza(quick: Annotator, plain: Annotator) -> None:
    found = quick.tags(SENTENCES)

    assert found == plain.tags(SENTENCES)
    assert {upos for words in found for upos, feats in words if feats} >= {"VERB"}


@pytest.mark.parametrize("column", [0, 1])
def test_names_are_those_of_stanza(column: int) -> None:
    bundle = open_bundle(DEFAULT_MODELS)
    found = Annotator(bundle, column).names(SENTENCES)

    assert found == Annotator(bundle, column, quick=False).names(SENTENCES)
    assert {tag for words in found for tag in words} >= {"O", "B-PER", "I-PER", "B-LOC"}


def test_dependencies_are_those_of_stanza(quick: Annotator, plain: Annotator) -> None:
    tags = quick.tags(SENTENCES)
    rows = [
        [(word, upos, feats, word) for word, (upos, feats) in zip(words, own, strict=True)]
        for words, own in zip(SENTENCES, tags, strict=True)
    ]

    assert quick.dependencies(rows) == plain.dependencies(rows)


def test_a_model_with_letters_of_another_kind_is_left_to_stanza(plain: Annotator) -> None:
    processor = plain._processors["pos"]
    model = SimpleNamespace(args={**processor.trainer.model.args, "charlm": True}, share_hid=False)
    foreign = SimpleNamespace(
        trainer=SimpleNamespace(model=model, vocab=processor.trainer.vocab), pretrain=processor.pretrain
    )

    with pytest.raises(ValueError, match="another architecture"):
        TagNetwork(foreign)


def test_a_parser_that_mends_its_trees_is_left_to_stanza(plain: Annotator) -> None:
    processor = plain._processors["depparse"]
    foreign = SimpleNamespace(
        trainer=processor.trainer,
        pretrain=processor.pretrain,
        config={**processor.config, "resolve_head_constraints": True},
    )

    with pytest.raises(ValueError, match="another architecture"):
        ParseNetwork(foreign)


def test_no_sequence_of_tags_is_likelier_than_the_best_path() -> None:
    draw = np.random.default_rng(7)
    (batch,) = batches([4, 2, 4, 1], 100)
    scores, moves = draw.normal(size=(4, 4, 3)), draw.normal(size=(3, 3))

    def worth(row: int, tags: tuple[int, ...]) -> float:
        steps = sum(moves[pair] for pair in pairwise(tags))
        return float(sum(scores[row, place, tag] for place, tag in enumerate(tags)) + steps)

    for row, (length, found) in enumerate(zip(batch.lengths, best_paths(scores, batch, moves), strict=True)):
        assert tuple(found) == max(product(range(3), repeat=length), key=lambda tags: worth(row, tags))
