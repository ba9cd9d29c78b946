"""Texts of the suites as the stages see them: tagged all at once, with the mentions marked in them."""

from collections.abc import Sequence
from functools import cache

from suite_marks import Mark, Marked, kind_of, lexicon

from pipeline.model import Article, Entity, Mention, Mentions, TaggedDocument
from pipeline.normalize import normalize
from pipeline.tag import Tagger
from pipeline.tokenize import tokenize

_TAGGED: dict[str, TaggedDocument] = {}


@cache
def _tagger() -> Tagger:
    return Tagger()


def tag(texts: Sequence[str]) -> None:
    """Tag plain texts in one batch; they are kept for `tagged`."""
    fresh = [text for text in dict.fromkeys(texts) if text not in _TAGGED]
    documents = [tokenize(normalize(Article("doc", "doc.txt", text))) for text in fresh]
    _TAGGED.update(zip(fresh, _tagger().tag(documents, bool), strict=True))


def tagged(text: str) -> TaggedDocument:
    """The tagged document of a plain text."""
    if text not in _TAGGED:
        tag([text])
    return _TAGGED[text]


def marked_mentions(marked: Marked) -> Mentions:
    """The mentions that are marked, in the place of those that the entity stage would find."""
    document = tagged(marked.text)
    entities = {key: _entity(key, mark, marked) for mark in reversed(marked.marks) for key in mark.keys}
    owners = {entity.affiliation for entity in entities.values()} - {"", *entities}
    entities |= {owner: _entity(owner, None, marked) for owner in sorted(owners)}
    pairs = [(mark, key) for mark in marked.marks for key in mark.keys]
    found = tuple(_mention(f"m{number}", *pair, document) for number, pair in enumerate(pairs))
    return Mentions(document, tuple(entities[key] for key in sorted(entities)), found)


def _entity(key: str, mark: Mark | None, marked: Marked) -> Entity:
    ours, kind = lexicon(), kind_of(key)
    if key in ours.countries:
        country = ours.countries[key]
        return Entity(key, kind, country.label, country.label_en, iso3=key)
    listed = ours.people.get(key) or ours.organizations.get(key)
    if listed:
        sector = ours.organizations[key].sector if key in ours.organizations else ""
        return Entity(key, kind, listed.label, listed.label_en, sector=sector, affiliation=listed.affiliation)
    words = marked.text[mark.start : mark.end] if mark else key
    body = ours.bodies.get(key.partition("-")[2]) if kind == "organization" else None
    affiliation = _affiliation(key, mark, marked)
    return Entity(key, kind, words, key, sector=body.sector if body else "", affiliation=affiliation)


def _affiliation(key: str, mark: Mark | None, marked: Marked) -> str:
    """For whom someone described acts: the one inside the description, else the country that the key begins with."""
    if kind_of(key) == "place":
        return ""
    actors = [one for one in marked.inside(mark) if kind_of(one.keys[0]) in ("country", "organization")] if mark else []
    country = key[:3].upper()
    if len(actors) == 1 and kind_of(key) == "person":
        return actors[0].keys[0]
    return country if country in lexicon().countries else ""


def _mention(number: str, mark: Mark, key: str, document: TaggedDocument) -> Mention:
    for at, sentence in enumerate(document.sentences):
        inside = [place for place, token in enumerate(sentence) if mark.start <= token.start and token.end <= mark.end]
        if inside and (sentence[inside[0]].start, sentence[inside[-1]].end) == (mark.start, mark.end):
            words = document.text.article.text[mark.start : mark.end]
            place = (at, inside[0], inside[-1] + 1, mark.start, mark.end)
            return Mention(number, *place, words, kind_of(key), mark.form, key, 1.0, "marked")
    raise ValueError(f"a bracket cuts a word or a sentence in {document.text.article.text!r}")
