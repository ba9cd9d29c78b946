"""Give Seraji the tag PROPN, which it lacks, so that the treebanks agree on proper nouns.

A noun or adjective becomes a proper noun where PerDT tags its form so more often than not, or
where the name tagger sees a name and PerDT does not know the form better. (In PerDT, 87 of
100 nouns and adjectives inside predicted names are PROPN.)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer

from training.treebanks import Sentence, Word

_NOMINAL = ("NOUN", "ADJ")


def name_tags(sentences: Sequence[Sentence], work: Path) -> list[list[str]]:
    """The tags that `WORK/ner.pt` gives the words."""
    trainer = Trainer(
        args={}, model_file=str(work / "ner.pt"), pretrain=Pretrain(str(work / "vectors.pt")), device="cpu"
    )
    document = Document([[{"id": n, "text": word.form} for n, word in enumerate(words, 1)] for words in sentences])
    loader = DataLoader(document, 32, trainer.args, vocab=trainer.vocab, evaluation=True, preprocess_tags=False)
    with torch.no_grad():
        return [tags for batch in loader for tags in trainer.predict(batch)]


def usual_tags(sentences: Iterable[Sentence]) -> dict[str, str]:
    """The commonest tag of every form."""
    tags: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            tags[word.form][word.upos] += 1
    return {form: counts.most_common(1)[0][0] for form, counts in tags.items()}


def with_proper_nouns(sentences: Sequence[Sentence], model: Sequence[Sentence], work: Path) -> list[Sentence]:
    """Tag proper nouns as the model treebank would."""
    usual = usual_tags(model)

    def tagged(word: Word, name: str) -> Word:
        is_name = usual.get(word.form, "PROPN" if name != "O" else word.upos) == "PROPN"
        return replace(word, upos="PROPN") if is_name and word.upos in _NOMINAL else word

    names = name_tags(sentences, work)
    return [tuple(map(tagged, words, tags)) for words, tags in zip(sentences, names, strict=True)]
