"""Names, offices, titles, cues and frames as data files, and the one reader of them."""

from pipeline.lexicon.load import load_lexicon
from pipeline.lexicon.schema import Found, Lexicon

__all__ = ["Found", "Lexicon", "load_lexicon"]
