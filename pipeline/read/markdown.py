"""Markdown articles: a head of `# title` and labelled lines, or YAML front matter; marks of layout are taken off.

Joiners, blanks and line breaks of the body stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from frontmatter.default_handlers import YAMLHandler
from yaml import BaseLoader, YAMLError

from pipeline.read.options import PARTS, ReadOptions, name_key, words
from pipeline.read.record import Record, Refusal, pick

_TITLE = re.compile(r"#(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
_LABELLED = re.compile(r"([^:*\[\]]{2,24}):[ \t]*(.*?)[ \t]*")
_LINK = re.compile(r"\[(.*)\]\((.*?)\)")
_KEY = re.compile(r"\s*[\w\"'][^\n:]*:(\s|$)")
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]\n]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"), ""),  # images
    (re.compile(r"\[([^\]\n]*)\]\((?:https?:|mailto:|/|#)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"), r"\1"),  # links
    (re.compile(r"(?<![\w*])(\*\*|__)(?=[^\s*_])([^\n]*?[^\s*_])\1(?![\w*])"), r"\2"),  # strong words
    (re.compile(r"^#{1,6}[ \t]+", re.MULTILINE), ""),  # headings
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),  # quotations
)


def read_markdown(text: str, options: ReadOptions) -> Iterator[Record | Refusal]:
    """The one article of a Markdown file."""
    values, body = _front_matter(text.replace("\r\n", "\n").replace("\r", "\n").lstrip())
    head = _head(body)
    if values:
        yield _merged(values, head, options)
    elif head.title or head.text.strip():
        yield head
    else:
        yield Refusal("empty: the file holds neither a title nor a text; add one or take the file away")


def _merged(values: Mapping[str, object], head: Record, options: ReadOptions) -> Record | Refusal:
    """Front matter with the body below it; what only the body's head says counts too."""
    body = {"text": head.text} if head.text.strip() else {}
    picked = pick({"title": head.title} | dict(values) | body, options)
    if isinstance(picked, Refusal):
        return picked
    if head.title and picked.title.strip() != head.title:
        picked = replace(picked, text=f"{head.title}\n{picked.text}")
    rest = {part: getattr(picked, part) or getattr(head, part) for part in PARTS}
    return replace(picked, **rest)


def plain_words(text: str) -> str:
    """The text without the marks of Markdown; `*`, `-` and numbers at the start of a line stay."""
    for mark, word in _MARKS:
        text = mark.sub(word, text)
    return text


def _front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The keys of a YAML block on top and the rest; no keys and all of the text where there is no such block."""
    handler = YAMLHandler()
    if not handler.detect(text):
        return {}, text
    try:
        block, body = handler.split(text)
        values = handler.load(block, Loader=BaseLoader) if _KEY.match(block) else None
    except (ValueError, YAMLError, RecursionError):
        return {}, text
    return (values, body) if isinstance(values, Mapping) else ({}, text)


def _head(text: str) -> Record:
    """The title and the labelled lines on top, each label once, and the body below them."""
    lines = text.lstrip().split("\n")
    parts: dict[str, str] = {}
    taken = 0
    for line in lines:
        found = _head_line(line.strip(), parts)
        if found is None:
            break
        parts |= found
        taken += 1
    return Record(text=plain_words("\n".join(lines[taken:])), **parts)


def _head_line(line: str, known: Mapping[str, str]) -> dict[str, str] | None:
    """What a line of the head says, nothing for an empty line, None for a line of the body."""
    if not line:
        return {}
    if title := _TITLE.fullmatch(line):
        return None if known else {"title": plain_words(title[1] or "")}
    labelled = _LABELLED.fullmatch(line)
    part = _labels().get(name_key(labelled[1])) if labelled else None
    if not labelled or not part or part in known:
        return None
    value = labelled[2].strip("*").strip()
    return _origin(value) if part == "source_name" else {part: value}


def _origin(value: str) -> dict[str, str]:
    """Name and address of the source, from `[name](address)` or one of the two alone."""
    if link := _LINK.fullmatch(value):
        return {"source_name": link[1], "source_url": link[2]}
    return {"source_name": "", "source_url": value} if value.startswith("http") else {"source_name": value}


@cache
def _labels() -> dict[str, str]:
    return {name_key(label): part for part, labels in words()["head"].items() for label in labels}
