"""What the tagger promises about tokens, names, parses and the company of a sentence."""

import random
from collections.abc import Sequence

import pytest

from pipeline.model import Article, Document, TaggedDocument, TaggedToken, Text, Token
from pipeline.tag.tagger import LONGEST_PIECE, Tagger

SENTENCES = (
    "وزیر امور خارجه ایران دیروز با همتای روس خود در تهران دیدار کرد .",
    "سخنگوی دولت گفت : گفت‌وگوها ادامه خواهد یافت .",
    "آمریکا این اقدام را محکوم نکرد .",
    "محمد رضایی به پاریس رفت و با مقام‌های فرانسه گفت‌وگو کرد .",
    "۱۲ کشور در نشست سازمان ملل متحد شرکت کردند .",
)


def document(*sentences: str) -> Document:
    text = "\n".join(sentences)
    rows, at = [], 0
    for sentence in sentences:
        tokens = []
        for word in sentence.split():
            start = text.index(word, at)
            at = start + len(word)
            tokens.append(Token(word, start, at))
        rows.append(tuple(tokens))
    return Document(Text(Article("a", "a.md", text), text, range(len(text))), tuple(rows))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def always(_: Sequence[TaggedToken]) -> bool:
    return True


def never(_: Sequence[TaggedToken]) -> bool:
    return False


def flat(documents: Sequence[TaggedDocument]) -> list[TaggedToken]:
    return [token for tagged in documents for sentence in tagged.sentences for token in sentence]


def test_tokens_keep_their_text_and_offsets(tagger: Tagger) -> None:
    given = document(*SENTENCES)

    (tagged,) = tagger.tag([given], never)

    expected = [(token.text, token.start, token.end) for sentence in given.sentences for token in sentence]
    assert [(token.text, token.start, token.end) for token in flat([tagged])] == expected
    assert tagged.text is given.text


def test_tags_and_lemmas_of_a_plain_sentence(tagger: Tagger) -> None:
    tokens = flat(tagger.tag([document("او در تهران با رئیس‌جمهور دیدار می‌کند .")], never))

    assert [token.upos for token in tokens][:2] == ["PRON", "ADP"]
    assert [(token.lemma, token.upos) for token in tokens][-2:] == [("کرد", "VERB"), (".", "PUNCT")]


def test_names_of_persons_and_places(tagger: Tagger) -> None:
    tokens = flat(tagger.tag([document("محمد رضایی به پاریس رفت .")], never))

    assert [token.ner for token in tokens] == ["B-PER", "I-PER", "O", "B-LOC", "O", "O"]


def test_a_word_with_digits_is_its_own_lemma(tagger: Tagger) -> None:
    tokens = flat(tagger.tag([document("در سال ۱۳۹۸ آمد .")], never))

    assert tokens[2].lemma == "۱۳۹۸"


@pytest.mark.parametrize("mark", ["_", "…", "\u200c", "#"])
def test_a_mark_is_its_own_lemma(tagger: Tagger, mark: str) -> None:
    (token,) = flat(tagger.tag([Document(document().text, ((Token(mark, 0, 1),),))], never))

    assert token.lemma == mark


def test_only_wanted_sentences_are_parsed(tagger: Tagger) -> None:
    def has_person(sentence: Sequence[TaggedToken]) -> bool:
        return any(token.ner.endswith("PER") for token in sentence)

    (tagged,) = tagger.tag([document(*SENTENCES)], has_person)

    for sentence in tagged.sentences:
        parsed = has_person(sentence)
        assert sum(token.head == 0 for token in sentence) == (1 if parsed else 0)
        assert all((token.head >= 0, bool(token.deprel)) == (parsed, parsed) for token in sentence)


def test_parsing_later_gives_what_parsing_at_once_gives(tagger: Tagger) -> None:
    documents = [document(*SENTENCES), document(SENTENCES[3])]
    wanted = [{1, 3}, {0}]
    whole = tagger.tag(documents, always)

    parsed = tagger.parse(tagger.tag(documents, never), wanted)

    for own, one, other in zip(wanted, parsed, whole, strict=True):
        for number, (sentence, expected) in enumerate(zip(one.sentences, other.sentences, strict=True)):
            assert (sentence == expected) == (number in own)
            assert all((token.head >= 0) == (number in own) for token in sentence)


def test_heads_form_a_tree(tagger: Tagger) -> None:
    (tagged,) = tagger.tag([document(SENTENCES[0])], always)

    for token in tagged.sentences[0]:
        steps = 0
        while token.head and steps < 100:
            token, steps = tagged.sentences[0][token.head - 1], steps + 1
        assert steps < 100


@pytest.mark.parametrize("size", [1, 7, 64])
def test_company_and_order_change_nothing(tagger: Tagger, size: int) -> None:
    """Batches of 1, 7 and 64 documents, in any order, give what each document gives alone."""
    documents = [document(*SENTENCES[: 1 + number % 5]) for number in range(14)]
    alone = [Tagger.tag(tagger, [one], always)[0] for one in documents]
    order = list(range(len(documents)))
    random.Random(size).shuffle(order)

    found: dict[int, TaggedDocument] = {}
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        found.update(zip(batch, tagger.tag([documents[n] for n in batch], always), strict=True))

    assert [found[number] for number in range(len(documents))] == alone


def test_a_very_long_sentence_is_tagged_whole_and_has_one_root(tagger: Tagger) -> None:
    words = " ".join(["ایران و روسیه گفت‌وگو کردند ،"] * LONGEST_PIECE)

    (tagged,) = tagger.tag([document(words)], always)

    (sentence,) = tagged.sentences
    assert [token.text for token in sentence] == words.split()
    assert sum(token.head == 0 for token in sentence) == 1
    assert all(0 <= token.head <= len(sentence) for token in sentence)


def test_a_very_long_word_is_only_a_word(tagger: Tagger) -> None:
    (token,) = flat(tagger.tag([document("آ" * 100_000)], always))

    assert (token.text, token.lemma) == ("آ" * 100_000, "آ" * 100_000)


def test_no_documents_give_no_documents(tagger: Tagger) -> None:
    empty = document()

    assert tagger.tag([], always) == []
    assert tagger.tag([empty], always) == [TaggedDocument(empty.text, ())]


def test_hashes_name_every_model_file(tagger: Tagger) -> None:
    assert {"pos.pt", "lemma.pt", "depparse.pt", "ner.pt", "vectors.pt"} <= set(tagger.hashes)
    assert all(len(value) == 64 for value in tagger.hashes.values())
