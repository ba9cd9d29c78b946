"""Ids of what no table lists: a hash of content, the same in every run."""

import hashlib

from pipeline.lexicon.match import key_of
from pipeline.model import Kind

PREFIXES: dict[Kind, str] = {"person": "per", "organization": "org", "place": "plc", "country": "cou"}


def unlisted_id(kind: Kind, name: str, affiliation: str, article_id: str = "") -> str:
    """`per-x`, `org-x` or `plc-x` and ten hex digits; the article counts where the name alone does not identify."""
    content = "\x1f".join((kind, key_of(name), affiliation, article_id))
    return f"{PREFIXES[kind]}-x{hashlib.sha256(content.encode()).hexdigest()[:10]}"
