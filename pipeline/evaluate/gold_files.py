"""Gold files read and checked: one article a file, all problems of all files in one report.

A file holds `{"doc_id", "title", "text", "entities", "relations"}`; `title` and `text` may
both be left out, then the text is the one that the run read.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

from pipeline.columns import EVENTS, STANDING
from pipeline.errors import ConfigError, GoldError
from pipeline.evaluate.fields import Fields
from pipeline.evaluate.gold import GoldArticle, GoldEntity, GoldRelation
from pipeline.evaluate.spelling import key
from pipeline.model import Kind, Polarity, Realis

_ENTITY = ("id", "kind", "name", "name_en", "iso3", "forms", "titles", "adjectives", "affiliation")
_RELATION = ("type", "source", "target", "reciprocal", "polarity", "realis", "speaker", "evidence")
_ISO3_LETTERS = 3
_MOST_PROBLEMS = 20


def load_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """The annotated articles of a folder, in the order of their file names.

    Raises:
        ConfigError: The folder is not there or holds no JSON files.
        GoldError: Files hold problems; the message lists them, each with file, place and remedy.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        what = "holds no .json files" if folder.is_dir() else "is no folder"
        message = f"{folder}: {what}; give a folder of gold articles, one JSON file each"
        raise ConfigError(message)
    problems: list[str] = []
    articles = tuple(article for file in files if (article := _article(file, problems)) is not None)
    names = Counter(article.doc_id for article in articles)
    problems += [f"doc_id {name!r} stands in {times} files; keep one" for name, times in names.items() if times > 1]
    if problems:
        raise GoldError(_report(folder, problems))
    return articles


def misquotes(article: GoldArticle) -> Iterator[str]:
    """Names, descriptions and evidence that do not stand in the article, which no run can therefore find."""
    text = key(article.text or "")
    quotes = [(entity.id, form) for entity in article.entities for form in (*entity.forms, *entity.titles)]
    quotes += [(f"{one.kind} {one.source} {one.target}", one.evidence) for one in article.relations]
    for place, quote in quotes:
        if key(quote) not in text:
            yield f"{article.doc_id}: {place}: «{quote}» is not in the text; copy it as it stands there"


def _report(folder: Path, problems: list[str]) -> str:
    shown = problems[:_MOST_PROBLEMS]
    left = len(problems) - len(shown)
    lines = [f"{len(problems)} problem(s) in the gold of {folder}:", *shown, *([f"and {left} more"] if left else [])]
    return "\n  ".join(lines)


def _article(file: Path, problems: list[str]) -> GoldArticle | None:
    """The article of a file; None where the file is no JSON object, which is noted."""
    try:
        document: Any = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        problems.append(f"{file.name}: cannot be read ({error.strerror}); see that it is a file you may read")
        return None
    except ValueError as error:
        problems.append(f"{file.name}: is not JSON in UTF-8 ({error}); correct the place named")
        return None
    if not isinstance(document, dict):
        problems.append(f"{file.name}: is no JSON object; write doc_id, entities and relations in braces")
        return None
    return _checked(Fields(document, f"{file.name}: ", problems))


def _checked(fields: Fields) -> GoldArticle:
    fields.expect(("doc_id", "title", "text", "entities", "relations"))
    article = GoldArticle(
        fields.text("doc_id"),
        _text(fields),
        tuple(_entity(one) for one in fields.objects("entities")),
        tuple(_relation(one) for one in fields.objects("relations")),
    )
    _check_ids(article, fields)
    return article


def _text(fields: Fields) -> str | None:
    if fields.values.get("title") is None and fields.values.get("text") is None:
        return None
    return f"{fields.optional_text('title')}\n{fields.text('text')}"


def _entity(fields: Fields) -> GoldEntity:
    fields.expect(_ENTITY)
    kind = fields.choice("kind", get_args(Kind))
    return GoldEntity(
        id=fields.text("id"),
        kind=cast(Kind, kind),
        name=fields.text("name"),
        iso3=_iso3(fields) if kind == "country" else "",
        forms=_names(fields, "forms"),
        titles=_names(fields, "titles", optional=True),
        adjectives=_names(fields, "adjectives", optional=True),
        affiliation=fields.optional_text("affiliation"),
    )


def _names(fields: Fields, name: str, *, optional: bool = False) -> tuple[str, ...]:
    found = fields.texts(name, optional=optional)
    for text in found:
        if not key(text):
            fields.note(name, f"holds {text!r}, which has no letters", "leave it out")
    return found


def _iso3(fields: Fields) -> str:
    code = fields.optional_text("iso3")
    if code and not (len(code) == _ISO3_LETTERS and code.isascii() and code.isalpha() and code.isupper()):
        fields.note("iso3", f"{code!r} is no code of a country", "give three capital letters, such as IRN, or null")
    return code


def _relation(fields: Fields) -> GoldRelation:
    fields.expect(_RELATION)
    return GoldRelation(
        kind=fields.choice("type", (*EVENTS, *STANDING)),
        source=fields.text("source"),
        target=fields.text("target"),
        reciprocal=fields.flag("reciprocal"),
        polarity=cast(Polarity, fields.choice("polarity", get_args(Polarity))),
        realis=cast(Realis, fields.choice("realis", get_args(Realis))),
        speaker=fields.optional_text("speaker"),
        evidence=fields.text("evidence"),
    )


def _check_ids(article: GoldArticle, fields: Fields) -> None:
    """Note ids that stand twice and ends, speakers and affiliations that are no entity of the article."""
    ids = Counter(entity.id for entity in article.entities)
    for name in (name for name, times in ids.items() if name and times > 1):
        fields.note("entities", f"the id {name!r} is given {ids[name]} times", "give each entity an id of its own")
    for number, entity in enumerate(article.entities):
        _check_end(f"entities[{number}].affiliation", entity.affiliation, ids, fields)
    for number, relation in enumerate(article.relations):
        for end in ("source", "target", "speaker"):
            _check_end(f"relations[{number}].{end}", getattr(relation, end), ids, fields)


def _check_end(place: str, name: str, ids: Counter[str], fields: Fields) -> None:
    if name and name not in ids:
        fields.note(place, f"{name!r} is the id of no entity", "give the id of an entity of this file, or list it")
