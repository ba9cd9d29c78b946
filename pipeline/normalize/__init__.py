"""One spelling for all texts and names: letters, digits, marks and joiners, with the way back to the raw text."""

from pipeline.normalize.text import normalize, normalize_string

__all__ = ["normalize", "normalize_string"]
