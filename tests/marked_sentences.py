"""Sentences with marked mentions, tagged by our models, as the relation stage sees them.

`[S:person نازنین فرهمند]` marks a mention: a role (S source, T target, O another) and a kind; further
mentions may stand inside. A bracket of a person or an organization with others inside is a title, and the
country or organization inside is whom it acts for. All S are one entity, all T are one; of O the same words are.
`/name`, `/title`, `/demonym`, `/metonym` or `/pronoun` after the kind sets the form.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, get_args

from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.model import Article, Entity, Form, Kind, Mention, Mentions, TaggedDocument
from pipeline.normalize import normalize, normalize_string
from pipeline.relations.candidates import Candidate, CandidateFinder
from pipeline.relations.discourse import Discourse, discourses
from pipeline.relations.sketch import Sketch
from pipeline.relations.sketch import sketch as sketched
from pipeline.tag import Tagger
from pipeline.tokenize import tokenize

MARK = re.compile(r"\[(?P<role>[STO]):(?P<kind>[a-z]+)(?:/(?P<form>[a-z]+))? |\]")
ACTORS = ("country", "organization")


@dataclass(frozen=True)
class Bracket:
    """One marked mention: where it stands in the plain text, and the number of the bracket around it, or -1."""

    start: int
    end: int
    role: str
    kind: Kind
    form: Form
    around: int


@dataclass(frozen=True)
class Marked:
    """A plain text and its brackets in order of their beginning."""

    text: str
    brackets: tuple[Bracket, ...]


def parse(markup: str) -> Marked:
    """Read marked-up text; a bracket that opens or closes nothing, and an unknown role or kind, is an error."""
    text, position = "", 0
    brackets: list[Bracket] = []
    opened: list[int] = []
    for mark in MARK.finditer(markup):
        text += markup[position : mark.start()]
        position = mark.end()
        if mark["role"]:
            kind: Kind = _known(mark["kind"], Kind, markup)
            form: Form = _known(mark["form"] or "name", Form, markup)
            opened.append(len(brackets))
            around = opened[-2] if len(opened) > 1 else -1
            brackets.append(Bracket(len(text), 0, mark["role"], kind, form, around))
        elif not opened:
            raise ValueError(f"a bracket closes nothing in {markup!r}")
        else:
            number = opened.pop()
            brackets[number] = replace(brackets[number], end=len(text))
    text += markup[position:]
    if opened or set("[]{}<>") & set(text):
        raise ValueError(f"an unclosed or unknown mark in {markup!r}")
    titles = {one.around for one in brackets}
    forms = ("title" if at in titles and one.form == "name" else one.form for at, one in enumerate(brackets))
    return Marked(text, tuple(replace(one, form=form) for one, form in zip(brackets, forms, strict=True)))


def _known(word: str, choices: object, markup: str) -> Any:
    if word not in get_args(choices):
        raise ValueError(f"{word!r} is none of {', '.join(get_args(choices))} in {markup!r}")
    return word


@cache
def lexicon() -> Lexicon:
    """Our lexicon."""
    return load_lexicon([], normalize_string)


@cache
def _finder() -> CandidateFinder:
    hosts = {key: place.country for key, place in lexicon().places.items() if place.country}
    return CandidateFinder(lexicon().grammar, hosts)


@cache
def _tagger() -> Tagger:
    return Tagger()


_TAGGED: dict[str, TaggedDocument] = {}


def tag(markups: Sequence[str]) -> None:
    """Tag many marked-up texts at once, which is faster than one by one; they are kept for `mentions`."""
    texts = list(dict.fromkeys(text for text in (parse(one).text for one in markups) if text not in _TAGGED))
    documents = [tokenize(normalize(Article("doc", "doc.txt", text))) for text in texts]
    _TAGGED.update(zip(texts, _tagger().tag(documents, lambda _: False), strict=True))


def mentions(markup: str) -> Mentions:
    """The tagged text with the mentions and entities of its brackets; `S` and `T` are the ids of both ends."""
    marked = parse(markup)
    tag([markup])
    document = _TAGGED[marked.text]
    ids = [_entity_id(one, marked) for one in marked.brackets]
    entities = {key: Entity(key, one.kind, key, key) for key, one in zip(ids, marked.brackets, strict=True)}
    for key, one in zip(ids, marked.brackets, strict=True):
        if one.around >= 0 and one.kind in ACTORS:
            holder = ids[one.around]
            entities[holder] = replace(entities[holder], affiliation=key)
    found = tuple(_mention(f"m{at}", one, ids[at], document) for at, one in enumerate(marked.brackets))
    return Mentions(document, tuple(entities.values()), found)


def _entity_id(one: Bracket, marked: Marked) -> str:
    return one.role if one.role in "ST" else marked.text[one.start : one.end]


def _mention(key: str, one: Bracket, entity: str, document: TaggedDocument) -> Mention:
    for number, sentence in enumerate(document.sentences):
        inside = [at for at, token in enumerate(sentence) if one.start <= token.start and token.end <= one.end]
        if inside:
            first, last = inside[0], inside[-1] + 1
            span = (sentence[first].start, sentence[last - 1].end)
            if span == (one.start, one.end):
                text = document.text.article.text[slice(*span)]
                return Mention(key, number, first, last, *span, text, one.kind, one.form, entity, 1.0, "marked")
    raise ValueError(f"a bracket cuts a word or a sentence in {document.text.article.text!r}")


def sketches(markup: str) -> list[Sketch]:
    """The sketch of every sentence of a marked-up text; each line is a paragraph."""
    marked, grammar = mentions(markup), lexicon().grammar
    text = marked.document.text.article.text
    return [
        sketched(
            at,
            text.count("\n", 0, tokens[0].start),
            tokens,
            [one for one in marked.mentions if one.sentence == at],
            grammar.conjugation,
            grammar.markers,
        )
        for at, tokens in enumerate(marked.document.sentences)
    ]


def sketch(markup: str) -> Sketch:
    """The sketch of a text of one sentence."""
    (only,) = sketches(markup)
    return only


def told(markup: str) -> list[Discourse]:
    """The discourse of every sentence of a marked-up text."""
    return list(discourses(sketches(markup), lexicon().grammar))


def candidates(markup: str) -> list[Candidate]:
    """All candidates of a marked-up text, before any judgement."""
    entities = {entity.id: entity for entity in mentions(markup).entities}
    return [
        one
        for discourse in told(markup)
        for one in _finder().find(discourse, entities, _finder().hits(discourse.sketch))
    ]
