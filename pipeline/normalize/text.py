"""Normalize an article or a single name."""

from array import array

from pipeline.model import Article, Text
from pipeline.normalize.letters import clean


def normalize(article: Article) -> Text:
    """The article's text in normal spelling; every character knows its raw offset."""
    text, origins = clean(article.text)
    return Text(article, text, origins)


def normalize_string(text: str) -> str:
    """A name or other short text in the spelling that `normalize` gives to articles."""
    return clean(text)[0]


__all__ = ["array", "normalize", "normalize_string"]
