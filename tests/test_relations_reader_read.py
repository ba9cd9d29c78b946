"""The reader: what it answers for a scene, and its file."""

from pathlib import Path

import pytest
import torch
from reader_parts import codebook, network, reader, staged

from pipeline.errors import ModelError
from pipeline.relations.reader.network import KINDS, REALIS
from pipeline.relations.reader.read import LEAST, Reader, Reading, load_reader, save_reader

MEETING = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد."


def _read(one: Reader) -> list[Reading]:
    article = staged(MEETING)
    return list(one.read(article.scenes, article.entities))


def _told(bias: float) -> Reader:
    """A reader that holds every pair a meeting, with the log odds given, and nothing else."""
    book = codebook()
    net, _ = network(book)
    with torch.no_grad():
        for weights in net.parameters():
            weights.zero_()
        net.answer.bias[: len(KINDS)] = -9.0
        net.answer.bias[KINDS.index("CONSULT")] = bias
        net.answer.bias[len(KINDS) + KINDS.index("CONSULT")] = 2.0
    return Reader(net, book)


def test_a_kind_is_read_with_its_probability_in_both_directions() -> None:
    found = _read(_told(0.0))

    assert [(one.source, one.target, one.kind, one.probability) for one in found] == [
        ("S", "T", "CONSULT", 0.5),
        ("T", "S", "CONSULT", 0.5),
    ]
    assert {one.both_ways for one in found} == {0.8808}
    assert found[0].realis == dict.fromkeys(REALIS, 0.3333)


def test_what_is_hardly_possible_is_not_told() -> None:
    assert LEAST > 0.01
    assert _read(_told(-5.0)) == []


def test_the_words_read_are_content_words_outside_names() -> None:
    tokens = staged(MEETING).sketches[0].tokens

    assert {tokens[at].text for one in _read(_told(1.0)) for at in one.words} == {"دیدار", "کرد"}


def test_the_same_article_is_read_alike_twice() -> None:
    one = reader()

    assert _read(one) == _read(one)


def test_a_file_brings_back_what_was_saved(tmp_path: Path) -> None:
    book = codebook("same clause")
    net, sizes = network(book)
    save_reader(tmp_path / "reader.pt", net, sizes, book)
    before, after = _read(Reader(net, book)), _read(load_reader(tmp_path / "reader.pt"))

    assert [(one.source, one.kind) for one in after] == [(one.source, one.kind) for one in before]
    assert [one.probability for one in after] == pytest.approx([one.probability for one in before], abs=0.01)


@pytest.mark.parametrize("content", [b"", b"no model"])
def test_a_damaged_file_is_named_with_its_remedy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "reader.pt"
    path.write_bytes(content)

    with pytest.raises(ModelError, match=r"reader\.pt: not a reader of relations .* training\.relations"):
        load_reader(path)
