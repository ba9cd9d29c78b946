"""Tags, lemmas, names and dependencies from stanza models; the only room that knows stanza and torch."""

from pipeline.tag.tagger import Tagger

__all__ = ["Tagger"]
