"""What a reader of one format hands on, and how it becomes an article."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.model import Article
from pipeline.persian import fold
from pipeline.read.dates import to_iso
from pipeline.read.language import language
from pipeline.read.options import PARTS, ReadOptions, name_key, words

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_LINE_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Record:
    """The parts of one article as they stood in the file."""

    title: str = ""
    text: str = ""
    published: str = ""
    author: str = ""
    source_name: str = ""
    source_url: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one record of a file is no article; the other records are not touched by it."""

    reason: str
    record: str = ""
    exception: str = ""


def pick(values: Mapping[str, object], options: ReadOptions, record: str = "") -> Record | Refusal:
    """The article in a set of named values, or why there is none."""
    by_key = {name_key(name): value for name, value in reversed(list(values.items()))}
    parts = {part: _first((by_key.get(name) for name in options.names(part)), _joint(part)) for part in PARTS}
    if not parts["title"].strip() and not parts["text"].strip():
        found = ", ".join(str(name) for name in values) or "none"
        wanted = ", ".join(options.names("text")[:4])
        reason = f"no title and no text: its fields are {found}; name the text field ({wanted} and more are known)"
        return Refusal(reason, record)
    return Record(**parts, record=record)


def to_article(record: Record, path: str, encoding: str, sha256: str) -> Article:
    """The article of a record: `text` is title, newline, body, and nothing else of the file."""
    record = replace(record, **{part: clean(getattr(record, part)).strip() for part in PARTS})
    title = _LINE_BREAK.sub(" ", record.title)
    text, published = f"{title}\n{record.text}", to_iso(_known(record.published))
    return Article(
        article_id=article_id(text, published),
        path=path,
        text=text,
        record=record.record,
        title=title,
        published=published,
        author=_known(record.author),
        source_name=_known(record.source_name),
        source_url=_known(record.source_url),
        encoding=encoding,
        language=language(text),
        sha256=sha256,
    )


def article_id(text: str, published: str) -> str:
    """The id of an article: sixteen hexadecimal digits that depend on its text and date of publication alone."""
    return hashlib.sha256(f"{published}\n{text}".encode()).hexdigest()[:16]


def clean(text: str) -> str:
    """The text with line breaks as newlines and with U+FFFD for what is no character (NUL, lone surrogates)."""
    return _NO_TEXT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _known(value: str) -> str:
    return "" if fold(value).casefold() in words()["unknown"]["words"] else value


def _first(values: Iterable[object], joint: str) -> str:
    return next((text for text in (_plain(value, joint) for value in values) if text.strip()), "")


def _joint(part: str) -> str:
    return "\n" if part == "text" else ", "


def _plain(value: object, joint: str) -> str:
    """A value as text: a list is joined, of an object its name is taken (`"source": {"name": …}`)."""
    if isinstance(value, list):
        return joint.join(text for text in (_plain(item, joint) for item in value) if text)
    if isinstance(value, Mapping):
        return _plain(value.get("name"), joint)
    return "" if value is None or isinstance(value, bool) else str(value)
