"""Stages simple enough to reason about: a word of Latin letters is a country, two in a sentence meet.

A worker process imports this module by name, so the tests put its folder on the path.
"""

import hashlib
import os
import re
import time
from dataclasses import replace
from pathlib import Path

from pipeline.config import Settings
from pipeline.errors import ModelError
from pipeline.model import (
    Article,
    Document,
    Entity,
    EventDate,
    Mention,
    Mentions,
    Relation,
    TaggedDocument,
    TaggedToken,
    Text,
    Token,
)
from pipeline.run.stages import Stages, Weighed


def load(_: Settings) -> Stages:
    """Stages that obey orders in the text: BREAK raises, DIE ends the process, HANG never ends."""
    return Stages(
        normalize, tokenize, lambda documents: [tag(document) for document in documents], entities, relations, weigh
    )


def load_counting(settings: Settings) -> Stages:
    """The same, noting every article in the file that RAVABET_TEST_LOG names."""
    return replace(load(settings), normalize=normalize_and_note)


def refuse_to_load(_: Settings) -> Stages:
    message = "models/pos.pt is missing; fetch it"
    raise ModelError(message)


def divide_by_zero(_: Settings) -> Stages:
    raise ZeroDivisionError("division by zero")


def die_on_loading(_: Settings) -> Stages:
    os._exit(3)


def normalize(article: Article) -> Text:
    if "DIE" in article.text:
        os._exit(9)
    if "HANG" in article.text:
        time.sleep(600)
    return Text(article, article.text, range(len(article.text)))


def normalize_and_note(article: Article) -> Text:
    with Path(os.environ["RAVABET_TEST_LOG"]).open("a", encoding="utf-8") as log:
        log.write(article.path + "\n")
    return normalize(article)


def tokenize(text: Text) -> Document:
    sentences = []
    for sentence in re.finditer(r"[^.\n]+", text.text):
        words = re.finditer(r"\w+", sentence.group())
        start = sentence.start()
        sentences.append(tuple(Token(word.group(), start + word.start(), start + word.end()) for word in words))
    return Document(text, tuple(sentence for sentence in sentences if sentence))


def tag(document: Document) -> TaggedDocument:
    if "BREAK" in document.text.text:
        message = "told to\nbreak"
        raise ValueError(message)
    sentences = [
        tuple(TaggedToken(token.text, token.start, token.end, "X", "", token.text, -1, "", "O") for token in sentence)
        for sentence in document.sentences
    ]
    return TaggedDocument(document.text, tuple(sentences))


def entities(document: TaggedDocument) -> Mentions:
    article = document.text.article
    mentions = []
    for number, sentence in enumerate(document.sentences):
        for place, token in enumerate(sentence):
            if re.fullmatch("[A-Z]{3}", token.text):
                identity = hashlib.sha256(f"{article.article_id} {token.start}".encode()).hexdigest()[:12]
                mentions.append(
                    Mention(
                        f"m-{identity}", number, place, place + 1, token.start, token.end, token.text,
                        "country", "name", token.text, 0.9, "fake",
                    )
                )  # fmt: skip
    found = sorted({mention.entity_id for mention in mentions})
    return Mentions(document, tuple(Entity(iso, "country", iso, iso, iso) for iso in found), tuple(mentions))


def relations(mentions: Mentions) -> tuple[Relation, ...]:
    article, made = mentions.document.text.article, []
    for number, sentence in enumerate(mentions.document.sentences):
        here = [mention for mention in mentions.mentions if mention.sentence == number]
        if len(here) >= 2:
            made.append(relation(article, number, here[0], here[1], sentence[0].start, sentence[-1].end))
    return tuple(made)


def weigh(_: Mentions) -> tuple[Weighed, ...]:
    return (
        Weighed(1, "meet", "met", ("IRN",), ("RUS",), 0.8, (("slots", 1.5),)),
        Weighed(1, "accuse", "blames", ("IRN",), ("RUS",), 0.3, (("distance", -0.7),)),
        Weighed(1, "accuse", "unlikely", ("RUS",), ("IRN",), 0.01, ()),
    )


def relation(article: Article, number: int, source: Mention, target: Mention, start: int, end: int) -> Relation:
    return Relation(
        relation_id="r-" + hashlib.sha256(f"{article.article_id} {start}".encode()).hexdigest()[:12],
        sentence=number, start=start, end=end, evidence=article.text[start:end], predicate="meet", kind="CONSULT",
        mode="meet", cameo="036", source=source.entity_id, target=target.entity_id, source_mention=source.mention_id,
        target_mention=target.mention_id, reciprocal=True, polarity="affirmed", realis="actual", speaker="",
        speaker_chain=(), attribution="", date=EventDate(), place="", confidence=0.8, rule="fake",
    )  # fmt: skip
